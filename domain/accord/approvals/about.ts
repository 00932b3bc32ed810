import type { AccordCommands } from '../commands.ts'
import { type DocumentSubject, documentOf } from '../documents/state.ts'
import type { EventType, RecordedEvent } from '../events.ts'
import { isPossibleOnceEnded } from '../exits/commands.ts'
import { hasEnded } from '../exits/state.ts'
import { reportOf } from '../monitoring/state.ts'
import { type Accord, entry } from '../state.ts'
import type { CertifiableAct, DecisionAbout, DecisionSubject, PreparedAct } from './parts.ts'
import type { DecisionState } from './state.ts'

type Abouts = { readonly [T in CertifiableAct]: (data: AccordCommands[T], state: Accord) => DecisionAbout }

const plan = (_: unknown, state: Accord): DecisionAbout => ({
  subject: 'plan',
  ...('plan' in state && { version: state.plan.version }),
})
const report = (_: unknown, state: Accord): DecisionAbout => ({
  subject: 'report',
  ...('report' in state && { version: state.report.version }),
})
const extension = ({ extensionId: ref }: { readonly extensionId: string }): DecisionAbout => {
  return { subject: 'extension', ref }
}
const suspension = ({ suspensionId: ref }: { readonly suspensionId: string }): DecisionAbout => {
  return { subject: 'suspension', ref }
}
const recovery = ({ recoveryId: ref }: { readonly recoveryId: string }): DecisionAbout => {
  return { subject: 'recovery', ref }
}
const amendment = ({ amendmentId: ref }: { readonly amendmentId: string }): DecisionAbout => {
  return { subject: 'amendment', ref }
}
const monitoring = ({ period: ref }: { readonly period: string }, state: Accord): DecisionAbout => {
  const report = reportOf(state, ref)
  return { subject: 'monitoring', ref, ...(report && { version: report.version }) }
}
const only = (subject: DecisionSubject) => (): DecisionAbout => ({ subject })

/** What each act is about. The balance, the settlement and the conclusion rest on the report as it was approved. */
const abouts: Abouts = {
  RequestPlanIntegration: plan,
  ReturnPlan: plan,
  ApprovePlan: plan,
  GrantExtension: extension,
  RefuseExtension: extension,
  RevokeExtension: extension,
  StartSuspension: suspension,
  EndSuspension: suspension,
  RevokeSuspension: suspension,
  AdoptRules: only('rules'),
  ApplyCalendar: only('calendar'),
  CorrectDate: ({ what, ref }) => ({ subject: 'date', ref: ref === undefined ? what : `${what}:${ref}` }),
  ReverseLastDecision: (_, { lastDecision }) => ({
    subject: 'lastDecision',
    ...(lastDecision && { ref: lastDecision.commandId }),
  }),
  RequestReportIntegration: report,
  ReturnFinalReport: report,
  ApproveFinalReport: report,
  ConcludeAccord: report,
  AssignFunds: only('funds'),
  PayAdvance: only('advance'),
  PayInterim: ({ trancheId: ref }) => ({ subject: 'tranche', ref }),
  PayBalance: report,
  SettleAccord: report,
  ApproveAmendment: amendment,
  RefuseAmendment: amendment,
  ReturnMonitoringReport: monitoring,
  AcceptMonitoringReport: monitoring,
  LiftMonitoringGate: monitoring,
  RefuseWithdrawal: only('withdrawal'),
  AcceptWithdrawal: only('withdrawal'),
  RefuseNonUse: only('nonUse'),
  AcceptNonUse: only('nonUse'),
  StartRevocation: only('revocation'),
  OrderRevocation: only('revocation'),
  DropRevocation: only('revocation'),
  OrderRecovery: recovery,
  ReduceRecovery: recovery,
  ReopenAccord: only('accord'),
}

/** What a decision rests on, as the accord stands when it is prepared. */
export function aboutOf({ act, data }: PreparedAct, state: Accord): DecisionAbout {
  const about = abouts[act] as (given: unknown, of: Accord) => DecisionAbout
  return about(data, state)
}

/** The events that change what a decision is about: whoever prepared it had not seen them. */
const changes = {
  plan: [
    'PlanSubmitted',
    'PlanIntegrationRequested',
    'PlanIntegrationSupplied',
    'PlanReturned',
    'PlanApproved',
  ],
  report: [
    'FinalReportSubmitted',
    'ReportIntegrationRequested',
    'ReportIntegrationSupplied',
    'FinalReportReturned',
    'FinalReportApproved',
  ],
  extension: [
    'ExtensionRequested',
    'ExtensionAttachmentsSupplied',
    'ExtensionInstructed',
    'ExtensionGranted',
    'AddendumSigned',
    'ExtensionTookEffect',
    'ExtensionLapsed',
    'ExtensionRevoked',
    'ExtensionRefused',
  ],
  suspension: ['SuspensionStarted', 'SuspensionEnded', 'SuspensionRevoked'],
  funds: ['FundsAssigned'],
  advance: ['AdvancePaid'],
  tranche: ['InterimPaid'],
  amendment: ['AmendmentRequested', 'AmendmentApproved', 'AmendmentRefused'],
  monitoring: [
    'MonitoringReportSubmitted',
    'MonitoringReportReturned',
    'MonitoringReportAccepted',
    'MonitoringReportReopened',
    'MonitoringGateLifted',
  ],
  withdrawal: ['WithdrawalNotified', 'WithdrawalTakenBack', 'WithdrawalRefused', 'WithdrawalAccepted'],
  nonUse: ['NonUseDeclared', 'NonUseRefused', 'NonUseAccepted'],
  revocation: [
    'RevocationStarted',
    'RevocationObservationsSupplied',
    'RevocationOrdered',
    'RevocationDropped',
  ],
  recovery: ['RecoveryOrdered', 'RepaymentRecorded', 'RecoveryReduced'],
  date: ['DateCorrected'],
  lastDecision: [],
  rules: ['RulesAdopted'],
  calendar: ['CalendarApplied'],
  accord: [],
} as const satisfies Record<DecisionSubject, readonly EventType[]>

/** What changes the sums of an act that does not name them itself: they follow from what was assigned and paid. */
const sumsChange: { readonly [T in CertifiableAct]?: readonly Change[] } = {
  AcceptNonUse: ['AdvancePaid', 'InterimPaid', 'RecoveryOrdered', 'RecoveryReduced'],
  SettleAccord: ['FundsAssigned', 'AdvancePaid', 'InterimPaid', 'RecoveryOrdered', 'RecoveryReduced'],
}

/** After these the accord stands as it did before something that a decision may have been built on. */
const upheavals = ['DecisionReversed', 'AccordReopened'] as const

const named = [...Object.values(changes).flat(), ...upheavals, 'AccordConcluded'] as const

/**
 * What made a decision outdated, as people are told. `documentReplaced`: a document that it rests on has another
 * version, whatever act brought it; `other`: whatever else followed the last decision.
 */
export type Change = (typeof named)[number] | 'documentReplaced' | 'other'

/** What of that a decision no longer rests on once this event is recorded; nothing: it stands as it was prepared. */
export function changeBy(
  decision: DecisionState,
  before: Accord,
  after: Accord,
  event: RecordedEvent,
): Change | undefined {
  if (isChangedBy(decision, before, after, event)) {
    return named.find((change) => change === event.type) ?? 'other'
  }
  return isDocumentReplaced(decision, before, after) ? 'documentReplaced' : undefined
}

function isChangedBy(
  { about, prepared }: DecisionState,
  before: Accord,
  after: Accord,
  event: RecordedEvent,
): boolean {
  if (upheavals.some((type) => type === event.type)) return true
  if (about.subject === 'lastDecision') return after.lastDecision?.commandId !== about.ref
  if (hasEnded(after) && !hasEnded(before)) return !isPossibleOnceEnded({ type: prepared.act })
  if (sumsChange[prepared.act]?.some((type) => type === event.type)) return true
  const ref = refOf(event)
  const isAbout = changes[about.subject].some((type) => type === event.type)
  return isAbout && (ref === undefined || ref === about.ref)
}

/** A document of what the decision is about, or one that came with its preparation: by whatever act, until it is locked. */
function isDocumentReplaced(
  { about, documents = [] }: DecisionState,
  before: Accord,
  after: Accord,
): boolean {
  if (after.documents === before.documents) return false
  const ofSubject = documentSubjectOf(about)
  const prepared = documents.map((ref) => documentOf(before.documents, ref)?.documentId)
  return Object.values(before.documents ?? {}).some((known) => {
    if (entry(after.documents ?? {}, known.documentId)?.versions === known.versions) return false
    return prepared.includes(known.documentId) || (ofSubject !== undefined && known.about === ofSubject)
  })
}

function documentSubjectOf({ subject, ref }: DecisionAbout): DocumentSubject | undefined {
  switch (subject) {
    case 'plan':
      return 'plan'
    case 'report':
      return 'finalReport'
    case 'extension':
    case 'amendment':
    case 'monitoring':
      return `${subject}:${ref ?? ''}`
    default:
      return undefined
  }
}

/** Which of several an event is about. */
function refOf({ type, data }: RecordedEvent): string | undefined {
  if (type === 'InterimPaid') return data.trancheId
  if ('amendmentId' in data) return data.amendmentId
  if ('period' in data) return data.period
  if ('extensionId' in data) return data.extensionId
  if ('recoveryId' in data) return data.recoveryId
  if ('what' in data) return data.ref === undefined ? data.what : `${data.what}:${data.ref}`
  return 'suspensionId' in data ? data.suspensionId : undefined
}
