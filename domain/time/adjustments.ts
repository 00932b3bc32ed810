import type { LocalDate } from './localDate.ts'

/**
 * Why a clock stands still: to obtain information (art. 2 c. 7 l. 241/1990), for observations before a refusal
 * (art. 10-bis), by a law for everybody, by a query of the Corte dei conti, while an extension is asked for.
 */
export type SuspensionGround = 'art2c7' | 'art10bis' | 'law' | 'control' | 'standstill'

/**
 * What happened to a term after it was set, in the order in which it took effect. The term itself is never
 * rewritten: its date is always derived anew from the original start and all of these, so that taking
 * one away gives the date that would have been without it.
 */
export type Adjustment =
  | {
      readonly kind: 'extension'
      readonly extensionId: string
      readonly until: LocalDate
      readonly rule: string
      /** The legal day of the act; left out before it was kept. */
      readonly on?: LocalDate
      /** A revoked extension stays in the list, named in the chain, and counts no more. */
      readonly revoked?: { readonly on: LocalDate; readonly rule: string }
    }
  | Suspension
  /** Interrupted on a day and counted from nothing again (art. 10-bis l. 241/1990 before 17 July 2020). */
  | {
      readonly kind: 'restart'
      readonly suspensionId: string
      readonly on: LocalDate
      readonly from: LocalDate
      readonly rule: string
    }
  /** Counted again `from` a parent that moved; never earlier than what the term has by itself. */
  | {
      readonly kind: 'parent'
      readonly parentId: string
      readonly until: LocalDate
      readonly from?: LocalDate
    }
  /** The origin had been recorded wrongly; it is right in the term, and the chain says what it `was`. */
  | { readonly kind: 'correction'; readonly was: LocalDate; readonly on: LocalDate; readonly rule: string }

/**
 * A clock that stood still: `on` is the last day used before, `until` the last day not counted, left out while
 * it still stands. Without an id or a ground it is an integration of a review, art. 2 c. 7.
 */
export interface Suspension {
  readonly kind: 'suspension'
  readonly suspensionId?: string
  readonly ground?: SuspensionGround
  readonly on: LocalDate
  readonly until?: LocalDate
  readonly rule: string
}

/** Art. 2 c. 7: once per procedure, at most thirty days. */
export const integrationLaw = 'art. 2 c. 7 l. 241/1990'

/** An extension that still counts. */
export function isInForce(one: Adjustment): one is Extract<Adjustment, { kind: 'extension' }> {
  return one.kind === 'extension' && one.revoked === undefined
}

/** A clock that stands still now. */
export function isStanding(one: Adjustment): one is Suspension {
  return one.kind === 'suspension' && one.until === undefined
}

/**
 * Puts an adjustment where it took effect: by the legal day of its act, after everything of that day. What has
 * no day of its own, a followed parent or an extension recorded before days were kept, stays before it.
 */
export function inOrder(all: readonly Adjustment[], one: Adjustment): Adjustment[] {
  const day = dayOf(one)
  const place = day === undefined ? -1 : all.findIndex((other) => (dayOf(other) ?? '') > day)
  return place === -1 ? [...all, one] : [...all.slice(0, place), one, ...all.slice(place)]
}

function dayOf(one: Adjustment): LocalDate | undefined {
  return one.kind === 'parent' || one.kind === 'correction' ? undefined : one.on
}
