import type { Calendar } from '../time/calendar.ts'
import { type ComputedTerm, computeTerm } from '../time/term.ts'
import { type AccordState, isRunning, type Obligation } from './state.ts'

/** A deadline that would fall on another day, or pass at another instant, under another calendar. */
export interface Impact {
  readonly obligation: Obligation
  readonly would: ComputedTerm
}

/**
 * What a version of a calendar would do to the deadlines that still run, derived anew from their own terms.
 * A report, never a move: dates change only by an act recorded for their accord.
 */
export function impactOf(state: AccordState, calendar: Calendar): Impact[] {
  if (state.phase === 'absent') return []
  return Object.values(state.obligations)
    .filter(isRunning)
    .filter((obligation) => obligation.calendar.id === calendar.id)
    .map((obligation) => ({
      obligation,
      would: computeTerm(obligation.term, calendar, obligation.adjustments),
    }))
    .filter(({ obligation, would }) => obligation.passesAt !== would.passesAt)
}
