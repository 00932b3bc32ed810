import { recoveredCents, repaidCents } from '../exits/state.ts'
import type { AccordFacts } from '../state.ts'
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

type Flowing = Pick<AccordFacts, 'money' | 'recoveries'>

/** What the Region has returned so far, whatever the order, in cents. */
export function returnedCents({ recoveries = {} }: Pick<AccordFacts, 'recoveries'>): number {
  return Object.values(recoveries).reduce((sum, one) => sum + repaidCents(one), 0)
}

/** What the funds bear now: used, less what has come back. Only what was really returned can be paid again. In cents. */
export function borneCents(state: Flowing): number {
  return usedCents(state) - returnedCents(state)
}

/** What of the funds can still be paid, in cents; below zero where they became less; undefined before they are assigned. */
export function fundsLeftCents(state: Flowing): number | undefined {
  const { assigned } = state.money
  return assigned && assigned.cents - borneCents(state)
}

/** What the Region keeps once it has returned what it was ordered to; the same is never asked back twice. In cents. */
export function keptCents(state: Flowing): number {
  return usedCents(state) - recoveredCents(state)
}

/** What the recognised spending comes to within the funds, less what the Region keeps; below zero it has too much. */
export function dueCents(state: Flowing, recognisedCents: number): number {
  const { assigned } = state.money
  return Math.min(recognisedCents, assigned?.cents ?? recognisedCents) - keptCents(state)
}
