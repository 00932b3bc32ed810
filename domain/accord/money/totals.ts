import type { MoneyState } from './state.ts'

/** What the Region has received so far, in cents. */
export function paidCents({ money }: { readonly money: MoneyState }): number {
  return money.payments.reduce((sum, { amount }) => sum + amount.cents, 0)
}

/** What was paid or kept back for an earlier accord: both use up the funds of this one. In cents. */
export function usedCents({ money }: { readonly money: MoneyState }): number {
  return money.payments.reduce(
    (sum, { amount, deduction }) => sum + amount.cents + (deduction?.amount.cents ?? 0),
    0,
  )
}
