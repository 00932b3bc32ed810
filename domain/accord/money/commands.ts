import type { LocalDate } from '../../time/localDate.ts'
import type { CommandOf } from '../commands.ts'
import type { Money, PlanAction } from '../parts.ts'
import type { BudgetLine, Deduction, SpendingLine } from './parts.ts'

/** What may be asked about the money of an accord. */
export interface MoneyCommands {
  /** What the accord is worth; assigned again, with reasons, when that changes. */
  AssignFunds: { readonly amount: Money; readonly reasons?: string }
  PayAdvance: { readonly amount: Money; readonly deduction?: Deduction }
  PayInterim: { readonly trancheId: string; readonly amount: Money; readonly deduction?: Deduction }
  PayBalance: { readonly amount: Money; readonly deduction?: Deduction }
  /** Sums since the beginning until a day, of every line that has one. */
  ReportSpending: { readonly until: LocalDate; readonly lines: readonly SpendingLine[] }
  /** Another plan, another budget, or both: the whole of each as it is to be. */
  RequestAmendment: {
    readonly amendmentId: string
    readonly actions?: readonly PlanAction[]
    readonly budget?: readonly BudgetLine[]
    readonly reasons: string
  }
  ApproveAmendment: { readonly amendmentId: string; readonly reasons?: string }
  RefuseAmendment: { readonly amendmentId: string; readonly reasons: string }
  /** How much of the reported spending is recognised, after the final report. */
  SettleAccord: { readonly recognised: Money; readonly reasons?: string }
}

export type MoneyCommand = { [T in keyof MoneyCommands]: CommandOf<T> }[keyof MoneyCommands]

/** Whose act each is. */
export const moneyActs = {
  AssignFunds: 'ministry',
  PayAdvance: 'ministry',
  PayInterim: 'ministry',
  PayBalance: 'ministry',
  ReportSpending: 'region',
  RequestAmendment: 'region',
  ApproveAmendment: 'ministry',
  RefuseAmendment: 'ministry',
  SettleAccord: 'ministry',
} as const satisfies Record<keyof MoneyCommands, 'ministry' | 'region'>

export function isMoneyCommand(command: { readonly type: string }): command is MoneyCommand {
  return Object.hasOwn(moneyActs, command.type)
}
