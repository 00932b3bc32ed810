import type { CommandType } from '../commands.ts'
import type { DocumentKind } from './parts.ts'

/** The acts of which a programme may ask a document; those that one act does for many accords are not among them. */
export const documentedActs = [
  'SignAccord',
  'SubmitPlan',
  'ApprovePlan',
  'SubmitMonitoringReport',
  'RequestExtension',
  'RequestAmendment',
  'ReportSpending',
  'SubmitFinalReport',
  'ApproveFinalReport',
  'PayAdvance',
  'PayInterim',
  'PayBalance',
  'SettleAccord',
  'NotifyWithdrawal',
  'DeclareNonUse',
  'RecordRepayment',
] as const satisfies readonly CommandType[]
export type DocumentedAct = (typeof documentedActs)[number]

/** A kind of document that an act must carry with it. */
export interface RequiredDocument {
  readonly act: DocumentedAct
  readonly kind: DocumentKind
  readonly citation: string
}

/** What a programme asks of the documents of its accords; left out: nothing. */
export interface DocumentRules {
  readonly required: readonly RequiredDocument[]
}
