import type { Money } from '../parts.ts'

/** What must be so before a tranche is paid. */
export type TrancheCondition =
  | { readonly fact: 'planApproved' | 'reportApproved' }
  /**
   * So much of what was paid, or kept back for an earlier accord, has been spent and reported; in hundredths of a per
   * cent. Not met while nothing was paid.
   */
  | { readonly spentBasisPoints: number }

/** A part of the accord's funds, as a share of them or as an amount of its own. */
export type Tranche = {
  readonly id: string
  readonly kind: 'advance' | 'interim' | 'balance'
  readonly condition?: TrancheCondition
  readonly citation: string
} & ({ readonly shareBasisPoints: number } | { readonly amount: Money })

/** The limits on amendments; a limit left out does not exist. */
export interface AmendmentRules {
  /**
   * What is shifted since the last approved budget, up to this share of the whole, is only communicated; in hundredths
   * of a per cent.
   */
  readonly freeBasisPoints?: number
  /** Most amendments approved; those only communicated do not count. */
  readonly most?: number
  /** None is asked for in the last days before the end of the activities. */
  readonly closedDays?: number
  readonly citation: string
}

/** How a programme pays; an accord of a programme without these records its payments as they come. */
export interface MoneyRules {
  readonly tranches: readonly Tranche[]
  /** The headings that spending is reported under; left out: free. */
  readonly headings?: readonly string[]
  /** Spending above its budget line: refused, where the programme says so; a notice otherwise. */
  readonly overBudget?: 'refused'
  readonly amendments?: AmendmentRules
  readonly citation: string
}

/** The whole, in hundredths of a per cent. */
export const wholeBasisPoints = 10_000

/**
 * What each tranche comes to, in cents. Shares are rounded down and the last one takes the rest, so that shares of a
 * whole add up to it to the cent, whatever it is.
 */
export function trancheCents(tranches: readonly Tranche[], totalCents: number): readonly number[] {
  const cents = tranches.map((tranche) =>
    'amount' in tranche ? tranche.amount.cents : shareOf(totalCents, tranche.shareBasisPoints),
  )
  const shares = tranches.map((tranche) => ('amount' in tranche ? undefined : tranche.shareBasisPoints))
  const isWhole = shares.reduce<number>((sum, share) => sum + (share ?? Number.NaN), 0) === wholeBasisPoints
  const last = cents.at(-1)
  if (!isWhole || last === undefined) return cents
  const rest = totalCents - cents.reduce((sum, one) => sum + one, 0)
  return [...cents.slice(0, -1), last + rest]
}

/** Exact in integers: amounts up to 10^14 cents times 10^4 would not fit a double. */
export function shareOf(cents: number, basisPoints: number): number {
  return Number((BigInt(cents) * BigInt(basisPoints)) / BigInt(wholeBasisPoints))
}
