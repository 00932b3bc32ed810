import { sumCents } from '../money/parts.ts'
import type { Accord } from '../state.ts'

/** The one place that says whether anything of what was paid is known to have been spent. */
export function isSpent({ balance, money, monitoring }: Accord): boolean {
  // A balance is paid on what was spent.
  if (balance !== undefined || sumCents(money.spending.lines) > 0) return true
  const rows = Object.values(monitoring?.reports ?? {}).flatMap(({ progress }) => progress)
  return rows.some(({ spent }) => spent !== undefined && spent.cents > 0)
}
