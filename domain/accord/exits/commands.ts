import type { LocalDate } from '../../time/localDate.ts'
import type { CommandOf } from '../commands.ts'
import type { MoneyCommands } from '../money/commands.ts'
import type { Money } from '../parts.ts'
import type { RecoveryCause, RecoveryOrder, RevocationExtent } from './parts.ts'

/** What may be asked about the exits of an accord, about what is to be returned, and about its reopening. */
export interface ExitCommands {
  NotifyWithdrawal: { readonly reasons: string }
  /** Before it is accepted. */
  TakeBackWithdrawal: { readonly reasons: string }
  RefuseWithdrawal: { readonly reasons: string }
  AcceptWithdrawal: { readonly note?: string; readonly recovery?: RecoveryOrder }
  /** The advance was received and nothing of it was spent. */
  DeclareNonUse: { readonly reasons: string }
  RefuseNonUse: { readonly reasons: string }
  /** The whole advance is to be returned: the amount follows from what was paid. */
  AcceptNonUse: { readonly recoveryId: string; readonly dueOn?: LocalDate; readonly note?: string }
  StartRevocation: { readonly grounds: string }
  SupplyRevocationObservations: { readonly note: string }
  /** In part: of the named actions only; the accord goes on with the rest. */
  OrderRevocation: {
    readonly extent: RevocationExtent
    /** Numerals of the actions revoked in part. */
    readonly actions: readonly string[]
    readonly reasons: string
    readonly recovery?: RecoveryOrder
  }
  DropRevocation: { readonly reasons: string }
  OrderRecovery: RecoveryOrder & { readonly cause: RecoveryCause; readonly reasons: string }
  RecordRepayment: { readonly recoveryId: string; readonly repaymentId: string; readonly amount: Money }
  /** What the order comes down to; without an amount it comes down to what was already returned. */
  ReduceRecovery: { readonly recoveryId: string; readonly amount?: Money; readonly reasons: string }
  ReopenAccord: { readonly reasons: string }
}

export type ExitCommand = { [T in keyof ExitCommands]: CommandOf<T> }[keyof ExitCommands]

/** Whose act each is. */
export const exitActs = {
  NotifyWithdrawal: 'region',
  TakeBackWithdrawal: 'region',
  RefuseWithdrawal: 'ministry',
  AcceptWithdrawal: 'ministry',
  DeclareNonUse: 'region',
  RefuseNonUse: 'ministry',
  AcceptNonUse: 'ministry',
  StartRevocation: 'ministry',
  SupplyRevocationObservations: 'region',
  OrderRevocation: 'ministry',
  DropRevocation: 'ministry',
  OrderRecovery: 'ministry',
  RecordRepayment: 'ministry',
  ReduceRecovery: 'ministry',
  ReopenAccord: 'ministry',
} as const satisfies Record<keyof ExitCommands, 'ministry' | 'region'>

export function isExitCommand(command: { readonly type: string }): command is ExitCommand {
  return Object.hasOwn(exitActs, command.type)
}

const onceEnded: readonly string[] = [
  'SettleAccord',
  'PayBalance',
  'OrderRecovery',
  'RecordRepayment',
  'ReduceRecovery',
  'ReopenAccord',
  // A law that stops every clock stops that of a recovery too, which must run again when the law ends.
  'EndSuspension',
  // An overdue report can no longer come, and would keep the balance from ever being paid.
  'LiftMonitoringGate',
  // Papers arrive late, and the file of an accord is where they belong.
  'AddDocuments',
] satisfies (keyof ExitCommands | keyof MoneyCommands | OfTheRest)[]

type OfTheRest = 'EndSuspension' | 'LiftMonitoringGate' | 'AddDocuments'

/** An accord that has ended still owes and is owed money, and can be reopened. */
export function isPossibleOnceEnded({ type }: { readonly type: string }): boolean {
  return onceEnded.includes(type)
}
