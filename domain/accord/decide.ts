import type { Decider, Decision, Refused } from '../decider.ts'
import { CalendarDoesNotCover } from '../time/calendar.ts'
import { completeAction, endActivities, signalMilestone, startAction } from './acts/actions.ts'
import { signAddendum } from './acts/addendum.ts'
import { applyCalendar } from './acts/calendar.ts'
import { recordControl, sendToControl } from './acts/control.ts'
import { correctDate } from './acts/corrections.ts'
import { passDeadline } from './acts/deadlines.ts'
import { instructExtension, requestExtension, supplyExtensionAttachments } from './acts/extension.ts'
import { grantExtension, refuseExtension, revokeExtension } from './acts/extensionDecision.ts'
import { approvePlan, meetPlanCondition, submitPlan } from './acts/plan.ts'
import { approveFinalReport, concludeAccord, submitFinalReport } from './acts/report.ts'
import { reverseLastDecision } from './acts/reversal.ts'
import { requestIntegration, returnForChanges, supplyIntegration } from './acts/review.ts'
import { adoptRules } from './acts/rules.ts'
import { proposeAccord, recordRegionalAct, signAccord } from './acts/signature.ts'
import { endSuspension, startSuspension, supplyInformation } from './acts/suspension.ts'
import { revokeSuspension } from './acts/suspensionRevoked.ts'
import { type ApprovalCommand, isApprovalCommand } from './approvals/commands.ts'
import { certified, decideApprovals } from './approvals/decide.ts'
import type { AccordCommand } from './commands.ts'
import { addDocuments, withDocuments } from './documents/decide.ts'
import type { AccordEvent, RecordedEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { type ExitCommand, isExitCommand, isPossibleOnceEnded } from './exits/commands.ts'
import { decideExits } from './exits/decide.ts'
import { hasEnded } from './exits/state.ts'
import { isMoneyCommand, type MoneyCommand } from './money/commands.ts'
import { decideMoney } from './money/decide.ts'
import { isMonitoringCommand, type MonitoringCommand } from './monitoring/commands.ts'
import { decideMonitoring } from './monitoring/decide.ts'
import { monitoringFollows } from './monitoring/follow.ts'
import { gatedBy } from './monitoring/gates.ts'
import { generalNotices, owner, targetNotices } from './notices.ts'
import {
  during as duringPhases,
  onceInForce,
  planReview,
  reportReview,
  withActions,
  withPlan,
} from './phases.ts'
import { type Refusal, refuse } from './refusals.ts'
import {
  type Accord,
  type AccordIn,
  type AccordState,
  entry,
  initialAccord,
  type PhaseName,
} from './state.ts'
import type { AccordContext } from './terms.ts'

export type AccordDecision = Decision<AccordEvent, Refusal>

/** Judges a command against the accord as its events left it. Pure: same input, same answer. */
export function decide(command: AccordCommand, state: AccordState, context: AccordContext): AccordDecision {
  const judged = covered(command, () => withConsequences(command, state, context))
  const decision = withDocuments(command, state, context, judged)
  if (decision.outcome === 'refused' || decision.events.length === 0) return decision
  const zone = state.phase === 'absent' ? zoneOf(command, context) : state.rules.zone
  const notices = [
    ...generalNotices(command, state, zone),
    ...targetNotices(decision.events, state, command.act.receivedAt),
    ...decision.notices,
  ]
  return { ...decision, notices }
}

/** The act's own events, and what the accord as they leave it calls for. */
function withConsequences(
  command: AccordCommand,
  state: AccordState,
  context: AccordContext,
): AccordDecision {
  const decision = judge(command, state, context)
  if (decision.outcome === 'refused' || decision.events.length === 0) return decision
  const more = monitoringFollows(command, state, decision.events, context)
  return more.length === 0 ? decision : { ...decision, events: [...decision.events, ...more] }
}

/**
 * Calendars fail closed: no date is computed for a year of which the calendar says nothing. For an act that is a
 * refusal; for the timer it is a fault, asked again until the calendar is there, because a recorded
 * refusal would keep the deadline from ever passing.
 */
function covered(command: AccordCommand, decision: () => AccordDecision): AccordDecision {
  try {
    return decision()
  } catch (error) {
    if (!(error instanceof CalendarDoesNotCover) || command.type === 'PassDeadline') throw error
    const { calendarId, year } = error
    return refuse('calendar-years', { calendarId, year })
  }
}

export const accordDecider: Decider<
  AccordCommand,
  AccordEvent,
  RecordedEvent,
  AccordState,
  AccordContext,
  Refusal
> = { initial: initialAccord, decide, evolve }

function zoneOf(command: AccordCommand, context: AccordContext): string {
  const programme =
    command.type === 'ProposeAccord' ? entry(context.programmes, command.data.programmeId) : undefined
  return programme?.zone ?? 'Europe/Rome'
}

function judge(command: AccordCommand, state: AccordState, context: AccordContext): AccordDecision {
  const stranger = identityRefusal(command, state)
  if (stranger !== undefined) return stranger
  if (command.type === 'ProposeAccord') {
    if (state.phase !== 'absent') return refuse('accord-exists', { accordId: command.accordId })
    return proposeAccord(command, context)
  }
  if (state.phase === 'absent') return refuse('unknown-accord', { accordId: command.accordId })
  if (command.type === 'PassDeadline') return passDeadline(command, state, context)
  if (isApprovalCommand(command)) {
    return decideApprovals(command, state, (prepared, at) => anyAct(prepared, at, context))
  }
  return certified(command, state, context, () => anyAct(command, state, context))
}

type SimpleAct = Exclude<AccordCommand, ApprovalCommand | { type: 'ProposeAccord' | 'PassDeadline' }>

/** An act of the accord in whatever phase, as if nobody had to certify it. */
function anyAct(command: SimpleAct, state: Accord, context: AccordContext): AccordDecision {
  if (command.type === 'ReverseLastDecision') return reverseLastDecision(command, state)
  if (hasEnded(state) && !isPossibleOnceEnded(command)) return ended(command, state)
  return act(command, state, context)
}

/** A Region acts for itself only; the Ministry may register a Region's act if it cites it; auditors only read. */
function identityRefusal(command: AccordCommand, state: AccordState): Refused<Refusal> | undefined {
  const { actor, citation } = command.act
  const whose = owner(command)
  if (actor.role === 'region') {
    if (whose !== 'region') return refuse('not-authorised', { role: actor.role, act: command.type })
    const regionId = state.phase === 'absent' ? undefined : state.regionId
    return regionId === undefined || regionId === actor.regionId
      ? undefined
      : refuse('other-region', { actor: actor.regionId, regionId })
  }
  if (actor.role === whose) return undefined
  if (actor.role !== 'ministry' || whose === 'scheduler') {
    return refuse('not-authorised', { role: actor.role, act: command.type })
  }
  return citation === undefined ? refuse('on-behalf-needs-citation', { act: command.type }) : undefined
}

function ended({ type: act, accordId }: AccordCommand, { phase }: Accord): Refused<Refusal> {
  return phase === 'concluded'
    ? refuse('accord-concluded', { accordId })
    : refuse('accord-ended', { act, accordId, phase })
}

/** Each area of the accord judges its own acts. */
function act(
  command: Exclude<SimpleAct, { type: 'ReverseLastDecision' }>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const gate = gatedBy(command, state)
  if (gate !== undefined) return gate
  if (isMoneyCommand(command)) return decideMoney(command, state, context)
  if (isExitCommand(command)) return decideExits(command, state, context)
  if (isMonitoringCommand(command)) return decideMonitoring(command, state, context)
  if (command.type === 'AddDocuments') return addDocuments(command)
  return lifeAct(command, state, context)
}

/** The acts of the life itself: signature, plan, actions, extensions, dates, report. */
function lifeAct(
  command: Exclude<
    SimpleAct,
    MoneyCommand | ExitCommand | MonitoringCommand | { type: 'AddDocuments' | 'ReverseLastDecision' }
  >,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const during = <P extends PhaseName>(phases: readonly P[], run: (state: AccordIn<P>) => AccordDecision) =>
    duringPhases(command, state, phases, run)
  const inForce = (run: () => AccordDecision) => onceInForce(command, state, run)
  switch (command.type) {
    case 'SignAccord':
      return during(['proposed', 'inForce'], (at) => signAccord(command, at, context))
    case 'RecordRegionalAct':
      return recordRegionalAct(command, state)
    case 'SubmitPlan':
      return during(['inForce', 'planReturned'], (at) => submitPlan(command, at, context))
    case 'RequestPlanIntegration':
      return during(planReview, (at) => requestIntegration('plan', command, at, context))
    case 'SupplyPlanIntegration':
      return during(planReview, (at) => supplyIntegration('plan', command, at, context))
    case 'ReturnPlan':
      return during(planReview, (at) => returnForChanges('plan', command, at, context))
    case 'ApprovePlan':
      return during(planReview, (at) => approvePlan(command, at, context))
    case 'MeetPlanCondition':
      return inForce(() => meetPlanCondition(command, state))
    case 'StartAction':
      return during(withPlan, (at) => startAction(command, at))
    case 'SignalMilestone':
      return during(withActions, (at) => signalMilestone(command, at, context))
    case 'CompleteAction':
      return during(withActions, (at) => completeAction(command, at, context))
    case 'EndActivities':
      return during(['underway'], (at) => endActivities(command, at, context))
    case 'RequestExtension':
      return during(['underway', 'activitiesEnded'], (at) => requestExtension(command, at, context))
    case 'GrantExtension':
      return during(['underway', 'activitiesEnded'], (at) => grantExtension(command, at, context))
    case 'SupplyExtensionAttachments':
      return inForce(() => supplyExtensionAttachments(command, state))
    case 'InstructExtension':
      return inForce(() => instructExtension(command, state))
    case 'SignAddendum':
      return during(['underway', 'activitiesEnded'], (at) => signAddendum(command, at, context))
    case 'RefuseExtension':
      return inForce(() => refuseExtension(command, state, context))
    case 'RevokeExtension':
      return during(['underway', 'activitiesEnded'], (at) => revokeExtension(command, at, context))
    case 'ApplyCalendar':
      return applyCalendar(command, state, context)
    case 'StartSuspension':
      return startSuspension(command, state, context)
    case 'SupplyInformation':
      return supplyInformation(command, state, context)
    case 'EndSuspension':
      return endSuspension(command, state, context)
    case 'RevokeSuspension':
      return revokeSuspension(command, state, context)
    case 'AdoptRules':
      return adoptRules(command, state, context)
    case 'SendToControl':
      return inForce(() => sendToControl(command, state, context))
    case 'RecordControl':
      return inForce(() => recordControl(command, state))
    case 'CorrectDate':
      return correctDate(command, state, context)
    case 'SubmitFinalReport':
      return during(['inForce', ...withActions, 'reportReturned'], (at) =>
        submitFinalReport(command, at, context),
      )
    case 'RequestReportIntegration':
      return during(reportReview, (at) => requestIntegration('report', command, at, context))
    case 'SupplyReportIntegration':
      return during(reportReview, (at) => supplyIntegration('report', command, at, context))
    case 'ReturnFinalReport':
      return during(reportReview, (at) => returnForChanges('report', command, at, context))
    case 'ApproveFinalReport':
      return during(reportReview, (at) => approveFinalReport(command, at))
    case 'ConcludeAccord':
      return during(['reportApproved'], (at) => concludeAccord(command, at))
    default:
      return command satisfies never
  }
}
