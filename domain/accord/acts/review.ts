import { type Accepted, accept, type Refused } from '../../decider.ts'
import { integrationLaw } from '../../time/adjustments.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { ActDate, LocalDate } from '../../time/localDate.ts'
import { addPeriod, period } from '../../time/period.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import type { Act } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, type AccordIn, isRunning, type Obligation, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { countedFrom, lift, receiptDate, setByRule, setDeadline, settle } from './obligations.ts'
import { resumedAfter, runAgain, stopForIntegration, wasStopped } from './standing.ts'
import { awaitingObservations } from './suspension.ts'

/** Plan and final report go through the same review; only the names differ. */
export type Subject = 'plan' | 'report'

type UnderReview = AccordIn<'planUnderReview' | 'planIntegration' | 'reportUnderReview' | 'reportIntegration'>

const kinds = {
  plan: { review: 'planReview', integration: 'planIntegration', resubmission: 'planResubmission' },
  report: { review: 'reportReview', integration: 'reportIntegration', resubmission: 'reportResubmission' },
} as const

/** Asked once per procedure; the review's clock stops until the answer or the end of its term. */
export function requestIntegration(
  subject: Subject,
  command: CommandOf<'RequestPlanIntegration' | 'RequestReportIntegration'>,
  state: UnderReview,
  context: AccordContext,
): AccordDecision {
  const clock = owed(state, kinds[subject].review)
  const wasUsed = clock !== undefined && wasStopped(clock, 'art2c7')
  if (reviewed(state).integrationUsed || wasUsed) {
    return refuse('integration-already-requested', { subject })
  }
  const { request } = command.data
  const type = subject === 'plan' ? 'PlanIntegrationRequested' : 'ReportIntegrationRequested'
  const from = command.act.on
  return accept([
    { type, data: { request } },
    ...stopForIntegration(state, context, clock, command.act),
    ...replyDeadline(state, context, subject, from),
  ])
}

/** The law gives the clock at most thirty days to stand still: a programme may give less, never more. */
function replyDeadline(
  state: Accord,
  context: AccordContext,
  subject: Subject,
  from: ActDate,
): AccordEvent[] {
  const { review, integration: kind } = kinds[subject]
  const rule = state.rules.terms.integrationReply
  // Without a clock that stands still there is nothing to limit.
  if (rule === undefined && owed(state, review) === undefined) return []
  const about = { kind, obligor: 'region' } as const
  const longest = addPeriod(from.date, longestReply)
  if (rule !== undefined && addPeriod(from.date, rule.period) <= longest) {
    return setByRule(state, context, 'integrationReply', from, about)
  }
  const basis = countedFrom(from, longestReply)
  return [setDeadline(state, context, { ...about, basis, citation: integrationLaw })]
}

const longestReply = period('P30D')

export function supplyIntegration(
  subject: Subject,
  command: CommandOf<'SupplyPlanIntegration' | 'SupplyReportIntegration'>,
  state: UnderReview,
  context: AccordContext,
): AccordDecision {
  if (state.phase !== `${subject}Integration`) return refuse('no-integration-pending', { subject })
  const type = subject === 'plan' ? 'PlanIntegrationSupplied' : 'ReportIntegrationSupplied'
  const { integration } = kinds[subject]
  return accept([
    { type, data: { note: command.data.note } },
    ...settle(state, command.act, integration),
    ...answered(state, context, command, subject),
  ])
}

/**
 * The clock runs again from the receipt, or from the end of the term to answer where that came first: then
 * either its timer has started the clock already, or it does so here.
 */
function answered(
  state: UnderReview,
  context: AccordContext,
  command: CommandOf<'SupplyPlanIntegration' | 'SupplyReportIntegration'>,
  subject: Subject,
): AccordEvent[] {
  const { review, integration } = kinds[subject]
  const received = receiptDate(state, command)
  const reply = owed(state, integration)
  if (reply === undefined || !hasPassed(reply, command.act.receivedAt)) {
    return resumeReview(state, context, review, received)
  }
  return reply.status === 'missed' ? [] : resumeReview(state, context, review, reply.nominal)
}

/** The integration is the stop without an id: the review runs again from a day. */
export function resumeReview(
  state: Accord,
  context: AccordContext,
  review: 'planReview' | 'reportReview',
  until: LocalDate,
): AccordEvent[] {
  const isReview = ({ kind }: Obligation) => kind === review
  return runAgain(state, context, undefined, resumedAfter(until), isReview).map(({ event }) => event)
}

/** Returned for changes: the Region submits a new version, within a term where the programme gives one. */
export function returnForChanges(
  subject: Subject,
  command: CommandOf<'ReturnPlan' | 'ReturnFinalReport'>,
  state: UnderReview,
  context: AccordContext,
): AccordDecision {
  const observations = awaitingObservations(command, state, owed(state, kinds[subject].review))
  if (observations !== undefined) return observations
  const closed = reviewClosed(subject, command.act, state)
  if (closed.outcome === 'refused') return closed
  const { reasons } = command.data
  const { version } = reviewed(state)
  const kind = kinds[subject].resubmission
  return accept([
    subject === 'plan'
      ? { type: 'PlanReturned', data: { planVersion: version, reasons } }
      : { type: 'FinalReportReturned', data: { reportVersion: version, reasons } },
    ...closed.events,
    ...setByRule(state, context, kind, command.act.on, { kind, obligor: 'region' }),
  ])
}

/**
 * The deadlines that a decision on the review settles. While the Region still has time to answer a
 * request for integration, nothing can be decided.
 */
export function reviewClosed(
  subject: Subject,
  act: Act,
  state: Accord,
): Accepted<AccordEvent> | Refused<Refusal> {
  const { review, integration } = kinds[subject]
  const asked = Object.values(state.obligations).find(
    (obligation) => obligation.kind === integration && isRunning(obligation),
  )
  if (asked !== undefined) return refuse('integration-pending', { subject, until: asked.effective })
  return accept([...settle(state, act, review), ...lift(state, act.on.date, integration)])
}

function reviewed(state: UnderReview) {
  return 'report' in state ? state.report : state.plan
}
