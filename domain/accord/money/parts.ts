import type { Money } from '../parts.ts'

/** What an action may cost, under one heading or altogether. */
export interface BudgetLine {
  readonly numeral: string
  readonly heading?: string
  readonly amount: Money
}

/** What an action has cost since its beginning, under one heading or altogether. */
export type SpendingLine = BudgetLine

/** Kept back from a payment: the unused advance of an earlier accord, as its act cites it. */
export interface Deduction {
  readonly amount: Money
  readonly cause: string
}

/** Names a line among the others. */
export function lineKey({ numeral, heading = '' }: Omit<BudgetLine, 'amount'>): string {
  return `${numeral}/${heading}`
}

export function sumCents(lines: readonly { readonly amount: Money }[]): number {
  return lines.reduce((sum, { amount }) => sum + amount.cents, 0)
}
