import { inKeyOrder } from '../keyOrder.ts'
import type { Calendar } from '../time/calendar.ts'
import { type ComputedTerm, computeTerm } from '../time/term.ts'
import type { WhyStep } from '../time/why.ts'
import type { Deadline } from './events.ts'

/**
 * How a stored deadline came to its date. `derived`: from its term and what moved it since. `rewritten`: by
 * version 1 of DeadlineMoved, which took the moved date for a fixed one (so that under Reg. 1182/71 it no
 * longer rolled) and kept the closed days of earlier dates in its chain. `stopped`: as `derived`, but its clock was
 * stopped since, and its chain is the one from before the stop.
 */
export type Manner = 'derived' | 'rewritten' | 'stopped'

type Compared = Exclude<keyof ComputedTerm, 'why'>

const compared: readonly Compared[] = ['nominal', 'effective', 'passesAt', 'zone', 'calendar']

/** A stored deadline that does not come out again: what differs, as it is stored and as it is derived. */
export interface Difference {
  /** Empty where nothing could be derived: then `derived` says why. */
  readonly fields: readonly (Compared | 'why')[]
  readonly stored: string
  readonly derived: string
}

/** Derives a stored deadline again with the calendar it names; undefined where date and chain come out the same. */
export function differenceOf(
  deadline: Deadline,
  calendar: Calendar,
  manner: Manner = 'derived',
): Difference | undefined {
  const again = derive(deadline, calendar, manner)
  if (again instanceof RangeError) {
    return { fields: [], stored: `${deadline.nominal} ${deadline.passesAt}`, derived: again.message }
  }
  const fields = compared.filter((field) => textOf(deadline, field) !== textOf(again, field))
  if (fields.length > 0) {
    return { fields, stored: textsOf(deadline, fields), derived: textsOf(again, fields) }
  }
  return manner !== 'derived' ? undefined : chainDifference(deadline.why, again.why)
}

/** A zone that does not exist, a year that the calendar does not cover: no date comes out, and that is an answer. */
function derive(
  { term, adjustments }: Deadline,
  calendar: Calendar,
  manner: Manner,
): ComputedTerm | RangeError {
  try {
    const derived = computeTerm(term, calendar, adjustments)
    if (manner !== 'rewritten') return derived
    return computeTerm({ ...term, basis: 'FIXED_DATE', date: derived.nominal }, calendar)
  } catch (error) {
    if (error instanceof RangeError) return error
    throw error
  }
}

function textOf(computed: ComputedTerm, field: Compared): string {
  const value = computed[field]
  return typeof value === 'string' ? value : `${value.id} ${value.version}`
}

function textsOf(computed: ComputedTerm, fields: readonly Compared[]): string {
  return fields.map((field) => textOf(computed, field)).join(' ')
}

/** The first step that is another one, or that only one of the two has. */
function chainDifference(stored: readonly WhyStep[], derived: readonly WhyStep[]): Difference | undefined {
  for (let at = 0; at < Math.max(stored.length, derived.length); at++) {
    const [one, other] = [content(stored[at]), content(derived[at])]
    if (one !== other) return { fields: ['why'], stored: one, derived: other }
  }
  return undefined
}

/** Which time-zone data an hour was read with is left aside: newer data that gives the same instant is no difference. */
function content(step: WhyStep | undefined): string {
  if (step === undefined) return '—'
  return inKeyOrder(step, (key) => key === 'tz' && step.step === 'cutOff')
}
