import type { LocalDate } from '../../time/localDate.ts'
import type { Money } from '../parts.ts'
import type { TermRule } from '../terms.ts'

/** The ways in which an accord ends before its conclusion. */
export const exitPhases = ['withdrawn', 'unused', 'revoked'] as const
export type ExitPhase = (typeof exitPhases)[number]
/** Every phase in which an accord has ended. */
export type EndedPhase = 'concluded' | ExitPhase

/** What can be pending before the accord ends by it. */
export type ExitKind = 'withdrawal' | 'nonUse' | 'revocation'

/** Why money is to be returned: an exit, a settlement that says less was due, or a payment made in error. */
export const recoveryCauses = ['withdrawal', 'nonUse', 'revocation', 'settlement', 'error'] as const
export type RecoveryCause = (typeof recoveryCauses)[number]

export const revocationExtents = ['total', 'partial'] as const
export type RevocationExtent = (typeof revocationExtents)[number]

/** What is to be returned, and by when: on a day the act names, or within the programme's term. */
export interface RecoveryOrder {
  readonly recoveryId: string
  readonly amount: Money
  readonly dueOn?: LocalDate
}

/** What a programme says about exits; a term left out is not set, except that for observations. */
export interface ExitRules {
  /** How long the Region may answer the grounds of a revocation; left out: ten days. */
  readonly observations?: TermRule
  /** How long the Ministry has to accept or refuse a withdrawal or a declaration of non-use. */
  readonly decision?: TermRule
  /** How long the Region has to return what is to be recovered, where its order names no day. */
  readonly recovery?: TermRule
  /** The offices of the Ministry that may reopen an accord; left out: those that may correct. */
  readonly mayReopen?: readonly string[]
}
