import type { AccordCommands } from '../commands.ts'

/** The acts of the Ministry that a programme may want certified: its decisions, not what it merely records. */
export const certifiableActs = [
  'RequestPlanIntegration',
  'ReturnPlan',
  'ApprovePlan',
  'GrantExtension',
  'RefuseExtension',
  'RevokeExtension',
  'StartSuspension',
  'EndSuspension',
  'RevokeSuspension',
  'AdoptRules',
  'ApplyCalendar',
  'CorrectDate',
  'ReverseLastDecision',
  'RequestReportIntegration',
  'ReturnFinalReport',
  'ApproveFinalReport',
  'ConcludeAccord',
  'AssignFunds',
  'PayAdvance',
  'PayInterim',
  'PayBalance',
  'SettleAccord',
  'ApproveAmendment',
  'RefuseAmendment',
  'ReturnMonitoringReport',
  'AcceptMonitoringReport',
  'LiftMonitoringGate',
  'RefuseWithdrawal',
  'AcceptWithdrawal',
  'RefuseNonUse',
  'AcceptNonUse',
  'StartRevocation',
  'OrderRevocation',
  'DropRevocation',
  'OrderRecovery',
  'ReduceRecovery',
  'ReopenAccord',
] as const satisfies readonly (keyof AccordCommands)[]
export type CertifiableAct = (typeof certifiableActs)[number]

export function isCertifiable(type: string): type is CertifiableAct {
  return certifiableActs.some((act) => act === type)
}

/** Which decisions of a programme one person prepares and another certifies; left out: none. */
export interface CertificationRules {
  readonly acts: readonly CertifiableAct[]
  /** The offices of the Ministry that may certify and send back; left out: every one but the preparer's. */
  readonly certifiers?: readonly string[]
  readonly citation: string
}

/** An act with what it says, as its own command would say it. */
export type PreparedAct = {
  [T in CertifiableAct]: { readonly act: T; readonly data: AccordCommands[T] }
}[CertifiableAct]

/** What a decision can be about. */
export const decisionSubjects = [
  'plan',
  'report',
  'extension',
  'suspension',
  'funds',
  'advance',
  'tranche',
  'amendment',
  'monitoring',
  'withdrawal',
  'nonUse',
  'revocation',
  'recovery',
  'date',
  'lastDecision',
  'rules',
  'calendar',
  'accord',
] as const
export type DecisionSubject = (typeof decisionSubjects)[number]

/** What a decision rests on; `version` where that is submitted in versions, `ref` where there are several of it. */
export interface DecisionAbout {
  readonly subject: DecisionSubject
  readonly ref?: string
  readonly version?: number
}

/** `outdated`: what it is about has changed since it was prepared, and it can no longer be certified. */
export const decisionStatuses = [
  'open',
  'outdated',
  'certified',
  'sentBack',
  'withdrawn',
  'superseded',
] as const
export type DecisionStatus = (typeof decisionStatuses)[number]
