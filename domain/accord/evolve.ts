import { isApprovalEvent } from './approvals/events.ts'
import { evolveApprovals, outdated } from './approvals/evolve.ts'
import { documentsAfter } from './documents/evolve.ts'
import type { EventType, RecordedEvent } from './events.ts'
import { dateCorrected } from './evolveDates.ts'
import { rememberDecision, reversed } from './evolveDecisions.ts'
import { type ExtensionEvent, evolveExtensions } from './evolveExtensions.ts'
import { evolveObligations } from './evolveObligations.ts'
import { evolveActivities, evolvePlan, evolveReport } from './evolveSteps.ts'
import { isExitEvent } from './exits/events.ts'
import { evolveExits, rememberClosing } from './exits/evolve.ts'
import { isMoneyEvent } from './money/events.ts'
import { evolveMoney, withAddendum } from './money/evolve.ts'
import { noMoney } from './money/state.ts'
import { isMonitoringEvent } from './monitoring/events.ts'
import { evolveMonitoring } from './monitoring/evolve.ts'
import { type Accord, type AccordState, entry, initialAccord, owed } from './state.ts'

/**
 * The state after one more recorded event. Total: an event that does not fit the phase (only a bug
 * or a torn stream could bring one) changes the version and nothing else, and `verify` reports it.
 */
export function evolve(state: AccordState, event: RecordedEvent): AccordState {
  if (event.type === 'AccordProposed') return { ...proposed(event), ...documentsAfter(undefined, event) }
  if (state.phase === 'absent') return initialAccord
  const filed = { ...evolveLife(state, event), ...documentsAfter(state.documents, event) }
  const after = rememberClosing(state, { ...filed, version: event.version }, event)
  const known = event.type === 'DecisionReversed' ? after : rememberDecision(state, after, event)
  return outdated(state, known, event)
}

type Recorded<T extends EventType> = Extract<RecordedEvent, { type: T }>

function proposed(event: Recorded<'AccordProposed'>): Accord {
  return {
    phase: 'proposed',
    accordId: event.accordId,
    version: event.version,
    ...event.data,
    proposedOn: event.act.on,
    signatures: {},
    regionalActs: [],
    actions: {},
    milestones: {},
    conditions: {},
    extensions: {},
    obligations: {},
    suspensions: {},
    money: noMoney,
  }
}

type LifeEvent = Exclude<RecordedEvent, Recorded<'AccordProposed'>>
type TermEvent = ExtensionEvent | Recorded<(`Deadline${string}` & EventType) | 'TargetPassed'>
type DatesEvent = Recorded<
  | 'CalendarApplied'
  | 'SuspensionStarted'
  | 'SuspensionEnded'
  | 'SuspensionRevoked'
  | 'RulesAdopted'
  | 'SentToControl'
  | 'ControlEnded'
  | 'DateCorrected'
  | 'DecisionReversed'
>

function evolveLife(state: Accord, event: LifeEvent): Accord {
  if (isAboutTerm(event)) return evolveTerms(state, event)
  if (isMoneyEvent(event)) return evolveMoney(state, event)
  if (isExitEvent(event)) return evolveExits(state, event)
  if (isMonitoringEvent(event)) return evolveMonitoring(state, event)
  if (isApprovalEvent(event)) return evolveApprovals(state, event)
  switch (event.type) {
    case 'AccordSigned': {
      const { party, ...signature } = event.data
      return { ...state, signatures: { ...state.signatures, [party]: signature } }
    }
    case 'AccordEnteredIntoForce':
      return { ...state, phase: 'inForce', inForceOn: event.act.on }
    case 'DocumentsAdded':
      return state
    case 'RegionalActRecorded': {
      const { on, citation } = event.act
      const recorded = { ...event.data, on, ...(citation && { citation }) }
      return { ...state, regionalActs: [...state.regionalActs, recorded] }
    }
    case 'PlanSubmitted':
    case 'PlanIntegrationRequested':
    case 'PlanIntegrationSupplied':
    case 'PlanReturned':
    case 'PlanApproved':
    case 'PlanConditionMet':
      return evolvePlan(state, event)
    case 'ActionStarted':
    case 'ActionCompleted':
    case 'MilestoneSignalled':
    case 'ActivitiesEnded':
      return evolveActivities(state, event)
    case 'FinalReportSubmitted':
    case 'ReportIntegrationRequested':
    case 'ReportIntegrationSupplied':
    case 'FinalReportReturned':
    case 'FinalReportApproved':
      return evolveReport(state, event)
    case 'CalendarApplied':
    case 'SuspensionStarted':
    case 'SuspensionEnded':
    case 'SuspensionRevoked':
    case 'RulesAdopted':
    case 'SentToControl':
    case 'ControlEnded':
    case 'DateCorrected':
    case 'DecisionReversed':
      return evolveDates(state, event)
    case 'AccordConcluded':
      return 'report' in state ? { ...state, phase: 'concluded', concludedOn: event.act.on } : state
    default:
      return event satisfies never
  }
}

function isAboutTerm(event: LifeEvent): event is TermEvent {
  return isAboutExtension(event) || event.type.startsWith('Deadline') || event.type === 'TargetPassed'
}

function isAboutExtension(event: LifeEvent): event is ExtensionEvent {
  return event.type.startsWith('Extension') || event.type === 'AddendumSigned'
}

/** Each deadline, and the extensions that hold and move it. */
function evolveTerms(state: Accord, event: TermEvent): Accord {
  const { extensions } = state
  return reopened({
    ...state,
    ...(isAboutExtension(event) && {
      extensions: evolveExtensions(extensions, event),
      money: withAddendum(state, event),
    }),
    obligations: evolveObligations(state.obligations, event, extensions),
  })
}

/** What concerns the dates of the accord as a whole; each deadline moves by the events that follow. */
function evolveDates(state: Accord, event: DatesEvent): Accord {
  switch (event.type) {
    case 'CalendarApplied':
      return state
    case 'SuspensionStarted':
    case 'SuspensionEnded':
      return underControl(event, { ...state, suspensions: suspensionsAfter(state.suspensions, event) })
    case 'SuspensionRevoked':
      return { ...state, suspensions: revokedIn(state.suspensions, event.data.suspensionId) }
    case 'RulesAdopted':
      return { ...state, rules: event.data.rules, rulesBefore: event.data.from }
    case 'SentToControl':
      return { ...state, control: { sentOn: event.act.on } }
    case 'ControlEnded':
      if (state.control === undefined) return state
      return { ...state, control: { ...state.control, outcome: event.data.outcome } }
    case 'DateCorrected':
      return dateCorrected(state, event)
    case 'DecisionReversed':
      return reversed(state, event)
    default:
      return event satisfies never
  }
}

/** A query of the Court, received before its silence could mean anything, leaves the control open. */
function underControl(event: Recorded<'SuspensionStarted' | 'SuspensionEnded'>, state: Accord): Accord {
  const isQuery = event.type === 'SuspensionStarted' && event.data.ground === 'control'
  return isQuery && state.control ? { ...state, control: { sentOn: state.control.sentOn } } : state
}

function revokedIn(suspensions: Accord['suspensions'], suspensionId: string): Accord['suspensions'] {
  const before = entry(suspensions, suspensionId)
  return before === undefined ? suspensions : { ...suspensions, [suspensionId]: { ...before, revoked: true } }
}

function suspensionsAfter(
  suspensions: Accord['suspensions'],
  event: Recorded<'SuspensionStarted' | 'SuspensionEnded'>,
): Accord['suspensions'] {
  const { suspensionId } = event.data
  if (event.type === 'SuspensionStarted') {
    const { reasons: _, effects: __, ...suspension } = event.data
    const over = suspension.until === undefined ? {} : { ended: 'ended' as const }
    return { ...suspensions, [suspensionId]: { ...suspension, ...over } }
  }
  const before = entry(suspensions, suspensionId)
  if (before === undefined) return suspensions
  const { how: ended, until } = event.data
  return { ...suspensions, [suspensionId]: { ...before, ended, until } }
}

/**
 * Activities whose term lives again have not ended: the extension was asked or granted in time, and
 * recorded after the timer had fired.
 */
function reopened(state: Accord): Accord {
  if (state.phase !== 'activitiesEnded' || owed(state, 'activities') === undefined) return state
  const { activitiesEndedOn: _, activitiesEndedHow: __, ...before } = state
  return { ...before, phase: 'underway' }
}
