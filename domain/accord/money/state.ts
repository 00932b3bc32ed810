import type { ActDate, LocalDate } from '../../time/localDate.ts'
import type { Money, PlanAction } from '../parts.ts'
import type { BudgetLine, Deduction, SpendingLine } from './parts.ts'

export interface Payment {
  readonly kind: 'advance' | 'interim' | 'balance'
  /** Left out where the programme has no tranches. */
  readonly trancheId?: string
  readonly amount: Money
  readonly deduction?: Deduction
  readonly on: ActDate
}

export interface Amendment {
  readonly amendmentId: string
  readonly status: 'requested' | 'approved' | 'refused'
  readonly reasons: string
  readonly actions?: readonly PlanAction[]
  readonly budget?: readonly BudgetLine[]
  readonly requestedOn: ActDate
  readonly decidedOn?: ActDate
  /** Below the threshold: told, and not asked for. */
  readonly isCommunicated?: true
}

/** The amendment that awaits its decision; one at most does. */
export function openAmendment({ amendments }: Pick<MoneyState, 'amendments'>): Amendment | undefined {
  return Object.values(amendments).find(({ status }) => status === 'requested')
}

/** What the accord comes to, once its final report is approved. All in cents. */
export interface Settlement {
  readonly recognisedCents: number
  readonly paidCents: number
  readonly balanceCents: number
  readonly recoverCents: number
  readonly on: ActDate
}

/** The money of an accord. */
export interface MoneyState {
  /** What the accord is worth, once funds are assigned to it. */
  readonly assigned?: Money
  readonly payments: readonly Payment[]
  readonly budget?: {
    readonly version: number
    readonly lines: readonly BudgetLine[]
    /** As it was last approved: what was only told since is compared with this. */
    readonly approvedLines: readonly BudgetLine[]
  }
  readonly spending: { readonly until?: LocalDate; readonly lines: readonly SpendingLine[] }
  readonly amendments: Readonly<Record<string, Amendment>>
  readonly settlement?: Settlement
}

export const noMoney: MoneyState = { payments: [], spending: { lines: [] }, amendments: {} }
