import type { LocalDate } from '../../time/localDate.ts'
import type { RecordedEvent } from '../events.ts'
import type { Money, PlanAction } from '../parts.ts'
import type { BudgetLine, Deduction, SpendingLine } from './parts.ts'

/** What happened to the money of an accord. */
export interface MoneyEvents {
  FundsAssigned: { readonly amount: Money; readonly reasons?: string }
  AdvancePaid: { readonly amount: Money; readonly deduction?: Deduction; readonly trancheId?: string }
  InterimPaid: { readonly trancheId: string; readonly amount: Money; readonly deduction?: Deduction }
  BalancePaid: { readonly amount: Money; readonly deduction?: Deduction; readonly trancheId?: string }
  SpendingReported: { readonly until: LocalDate; readonly lines: readonly SpendingLine[] }
  AmendmentRequested: {
    readonly amendmentId: string
    readonly actions?: readonly PlanAction[]
    readonly budget?: readonly BudgetLine[]
    readonly reasons: string
  }
  /** With the versions that it makes; `communicated`: it needed no approval. */
  AmendmentApproved: {
    readonly amendmentId: string
    readonly how: 'approved' | 'communicated'
    readonly planVersion?: number
    readonly budgetVersion?: number
    readonly reasons?: string
  }
  AmendmentRefused: { readonly amendmentId: string; readonly reasons: string }
  /** In cents: what is recognised, what was paid, and which of the two is owed to whom. */
  AccordSettled: {
    readonly recognised: Money
    readonly paidCents: number
    readonly balanceCents: number
    readonly recoverCents: number
    readonly reasons?: string
  }
}

export type MoneyEvent = Extract<RecordedEvent, { type: keyof MoneyEvents }>

const moneyEvents: Record<keyof MoneyEvents, true> = {
  FundsAssigned: true,
  AdvancePaid: true,
  InterimPaid: true,
  BalancePaid: true,
  SpendingReported: true,
  AmendmentRequested: true,
  AmendmentApproved: true,
  AmendmentRefused: true,
  AccordSettled: true,
}

export function isMoneyEvent<E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { type: keyof MoneyEvents }> {
  return Object.hasOwn(moneyEvents, event.type)
}
