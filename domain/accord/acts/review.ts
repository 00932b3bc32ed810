import { type Accepted, accept, type Refused } from '../../decider.ts'
import type { LocalDate } from '../../time/localDate.ts'
import { addPeriod, period } from '../../time/term.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import type { Act } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, type AccordIn, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import {
  integrationLaw,
  lift,
  receiptDate,
  resume,
  setByRule,
  setDeadline,
  settle,
  suspend,
} from './obligations.ts'

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
  if (reviewed(state).integrationUsed) return refuse('integration-already-requested', { subject })
  const { request } = command.data
  const type = subject === 'plan' ? 'PlanIntegrationRequested' : 'ReportIntegrationRequested'
  const { review } = kinds[subject]
  const from = command.act.on.date
  return accept([
    { type, data: { request } },
    ...suspend(state, command.act, review, from),
    ...replyDeadline(state, context, subject, from),
  ])
}

/** The law gives the clock at most thirty days to stand still: a programme may give less, never more. */
function replyDeadline(
  state: Accord,
  context: AccordContext,
  subject: Subject,
  start: LocalDate,
): AccordEvent[] {
  const { review, integration } = kinds[subject]
  const rule = state.rules.terms.integrationReply
  // Without a clock that stands still there is nothing to limit.
  if (rule === undefined && owed(state, review) === undefined) return []
  const isShorter = rule !== undefined && addPeriod(start, rule.period) <= addPeriod(start, longestReply)
  const { period: length, citation } = isShorter ? rule : { period: longestReply, citation: integrationLaw }
  const basis = { basis: 'PERIOD', start, period: length } as const
  return [setDeadline(state, context, { basis, citation, kind: integration, obligor: 'region' })]
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
  const { review, integration } = kinds[subject]
  return accept([
    { type, data: { note: command.data.note } },
    ...settle(state, command.act, integration),
    ...resume(state, context, review, receiptDate(state, command)),
  ])
}

/** Returned for changes: the Region submits a new version, within a term where the programme gives one. */
export function returnForChanges(
  subject: Subject,
  command: CommandOf<'ReturnPlan' | 'ReturnFinalReport'>,
  state: UnderReview,
  context: AccordContext,
): AccordDecision {
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
    ...setByRule(state, context, kind, command.act.on.date, { kind, obligor: 'region' }),
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
    (obligation) => obligation.kind === integration && obligation.status === 'open',
  )
  if (asked !== undefined) return refuse('integration-pending', { subject, until: asked.effective })
  return accept([...settle(state, act, review), ...lift(state, integration)])
}

function reviewed(state: UnderReview) {
  return 'report' in state ? state.report : state.plan
}
