import type { Accord } from '../state.ts'

/** What the Region has received so far, in cents. */
export function paidCents({ advance, balance }: Pick<Accord, 'advance' | 'balance'>): number {
  return (advance?.cents ?? 0) + (balance?.cents ?? 0)
}
