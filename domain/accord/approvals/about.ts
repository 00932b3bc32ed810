import type { AccordCommands } from '../commands.ts'
import type { EventType, RecordedEvent } from '../events.ts'
import { isPossibleOnceEnded } from '../exits/commands.ts'
import { hasEnded } from '../exits/state.ts'
import { reportOf } from '../monitoring/state.ts'
import type { Accord } from '../state.ts'
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

/** After these the accord stands as it did before something that a decision may have been built on. */
const upheavals = ['DecisionReversed', 'AccordReopened'] as const

const named = [...Object.values(changes).flat(), ...upheavals, 'AccordConcluded'] as const

/** What made a decision outdated, as people are told: `other` is whatever else followed the last decision. */
export type Change = (typeof named)[number] | 'other'

export function changeOf({ type }: RecordedEvent): Change {
  return named.find((change) => change === type) ?? 'other'
}

/** Whether a decision no longer rests on what it was prepared on, once this event is recorded. */
export function isOutdatedBy(
  { about, prepared }: Pick<DecisionState, 'about' | 'prepared'>,
  before: Accord,
  after: Accord,
  event: RecordedEvent,
): boolean {
  if (upheavals.some((type) => type === event.type)) return true
  if (about.subject === 'lastDecision') return after.lastDecision?.commandId !== about.ref
  if (hasEnded(after) && !hasEnded(before)) return !isPossibleOnceEnded({ type: prepared.act })
  const ref = refOf(event)
  const isAbout = changes[about.subject].some((type) => type === event.type)
  return isAbout && (ref === undefined || ref === about.ref)
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
