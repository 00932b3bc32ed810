import type { RecordedEvent } from '../events.ts'
import type { CertifiableAct, DecisionAbout, PreparedAct } from './parts.ts'

/** What happened to decisions that one person prepares and another certifies. */
export interface ApprovalEvents {
  /** `supersedes`: those prepared before for the same act on the same matter, and not settled. */
  DecisionPrepared: {
    readonly decisionId: string
    readonly about: DecisionAbout
    readonly supersedes: readonly string[]
  } & PreparedAct
  /** What the decision itself brings about follows, as events of the same command. */
  DecisionCertified: {
    readonly decisionId: string
    readonly act: CertifiableAct
    readonly about: DecisionAbout
    /** The office, or the opaque reference of the person, that prepared it: never who certifies. */
    readonly preparedBy: string
  }
  DecisionSentBack: { readonly decisionId: string; readonly act: CertifiableAct; readonly reasons: string }
  DecisionWithdrawn: { readonly decisionId: string; readonly act: CertifiableAct; readonly reasons?: string }
}

export type ApprovalEvent = Extract<RecordedEvent, { type: keyof ApprovalEvents }>

const approvalEvents: Record<keyof ApprovalEvents, true> = {
  DecisionPrepared: true,
  DecisionCertified: true,
  DecisionSentBack: true,
  DecisionWithdrawn: true,
}

export function isApprovalEvent<E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { type: keyof ApprovalEvents }> {
  return Object.hasOwn(approvalEvents, event.type)
}
