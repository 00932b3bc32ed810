import type { RecordedEvent } from '../events.ts'
import type { Money } from '../parts.ts'
import type { PhaseName } from '../state.ts'
import type { RecoveryCause, RevocationExtent } from './parts.ts'

/** How an accord ended before its time, what was to be returned, and how it was reopened. */
export interface ExitEvents {
  WithdrawalNotified: { readonly reasons: string }
  WithdrawalTakenBack: { readonly reasons: string }
  WithdrawalRefused: { readonly reasons: string }
  WithdrawalAccepted: { readonly note?: string }
  NonUseDeclared: { readonly reasons: string }
  NonUseRefused: { readonly reasons: string }
  NonUseAccepted: { readonly note?: string }
  /** `deadlineId`: within which the Region may answer. */
  RevocationStarted: { readonly grounds: string; readonly deadlineId: string }
  RevocationObservationsSupplied: { readonly note: string }
  RevocationOrdered: {
    readonly extent: RevocationExtent
    readonly actions: readonly string[]
    readonly reasons: string
  }
  RevocationDropped: { readonly reasons: string }
  RecoveryOrdered: {
    readonly recoveryId: string
    readonly amount: Money
    readonly cause: RecoveryCause
    readonly reasons: string
  }
  /** `leftCents`: what is still owed after it. */
  RepaymentRecorded: {
    readonly recoveryId: string
    readonly repaymentId: string
    readonly amount: Money
    readonly leftCents: number
  }
  RecoveryReduced: {
    readonly recoveryId: string
    readonly fromCents: number
    readonly toCents: number
    readonly leftCents: number
    readonly reasons: string
  }
  /** It had ended before, and now nothing is owed any more. */
  AccordClosed: Record<never, never>
  AccordReopened: { readonly from: PhaseName; readonly to: PhaseName; readonly reasons: string }
}

export type ExitEvent = Extract<RecordedEvent, { type: keyof ExitEvents }>

const exitEvents: Record<keyof ExitEvents, true> = {
  WithdrawalNotified: true,
  WithdrawalTakenBack: true,
  WithdrawalRefused: true,
  WithdrawalAccepted: true,
  NonUseDeclared: true,
  NonUseRefused: true,
  NonUseAccepted: true,
  RevocationStarted: true,
  RevocationObservationsSupplied: true,
  RevocationOrdered: true,
  RevocationDropped: true,
  RecoveryOrdered: true,
  RepaymentRecorded: true,
  RecoveryReduced: true,
  AccordClosed: true,
  AccordReopened: true,
}

export function isExitEvent<E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { type: keyof ExitEvents }> {
  return Object.hasOwn(exitEvents, event.type)
}
