import { sumCents } from '../money/parts.ts'
import type { Accord } from '../state.ts'

/** The one place that says whether anything of what was paid is known to have been spent. */
export function isSpent({ balance, money }: Accord): boolean {
  // A balance is paid on what was spent.
  return balance !== undefined || sumCents(money.spending.lines) > 0
}
