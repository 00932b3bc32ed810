import { adjust, type Clock, latestOf } from './adjust.ts'
import type { Adjustment } from './adjustments.ts'
import { type Calendar, type ClosedDay, closedDay, type RollPolicy, rollRules } from './calendar.ts'
import { type Instant, instantAt, lastInstantOf } from './instant.ts'
import { addDays, type LocalDate, type Precision } from './localDate.ts'
import { addPeriod, type Period } from './period.ts'
import type { WhyStep } from './why.ts'

/** `ACT_TO_PERFORM` rolls off closed days by policy; `END_OF_PERIOD` never rolls. */
export type TermSubject = 'ACT_TO_PERFORM' | 'END_OF_PERIOD'

export type TermBasis =
  | {
      readonly basis: 'PERIOD'
      readonly start: LocalDate
      readonly period: Period
      /** Where the act that starts the clock has no certain day of its own: its last day counts, and is flagged. */
      readonly startAs?: { readonly precision: Precision; readonly assumed: boolean }
      /** No known source states this length. */
      readonly isAssumed?: boolean
    }
  | { readonly basis: 'FIXED_DATE'; readonly date: LocalDate }

/** A term ready to be computed. `cutOff` is a local `HH:mm`; without it the whole day counts. */
export type Term = TermBasis & {
  readonly subject: TermSubject
  readonly policy: RollPolicy
  readonly zone: string
  readonly cutOff?: string
  /** Who says so: law, act or rule of the programme. */
  readonly citation: string
}

/** A computed term: what is stored, and never computed again on replay or on read. */
export interface ComputedTerm {
  readonly nominal: LocalDate
  readonly effective: LocalDate
  /** The last instant that is in time; the deadline has passed after it. */
  readonly passesAt: Instant
  readonly zone: string
  readonly calendar: { readonly id: string; readonly version: string }
  readonly why: readonly WhyStep[]
}

/**
 * Days and years counted by art. 2963 c.c.: the first day is not counted, holidays inside count. The
 * adjustments move the nominal date; only the last one rolls off closed days. Pure: the same term,
 * adjustments and calendar always give the same date and the same chain. `tz` is the version of the time-zone
 * data that the instant rests on; the chain keeps it.
 */
export function computeTerm(
  term: Term,
  calendar: Calendar,
  adjustments: readonly Adjustment[] = [],
  tz?: string,
): ComputedTerm {
  const why: WhyStep[] = []
  const clocks = adjustments.reduce<readonly Clock[]>(
    (all, adjustment, index) =>
      adjust(all, adjustment, {
        ...(term.basis === 'PERIOD' && { period: term.period }),
        lastDay: (clock) => roll(term, calendar, clock.nominal, clock.isFixed, []),
        earlier: adjustments.slice(0, index),
        why,
      }),
    [originOf(term, why)],
  )
  const { nominal, isFixed } = latestOf(clocks)
  const effective = roll(term, calendar, nominal, isFixed, why)
  const { zone } = term
  const passesAt =
    term.cutOff === undefined ? lastInstantOf(effective, zone) : instantAt(effective, term.cutOff, zone)
  why.push({ step: 'cutOff', time: term.cutOff ?? '24:00', zone, passesAt, ...(tz && { tz }) })
  const { id, version } = calendar
  return { nominal, effective, passesAt, zone, calendar: { id, version }, why }
}

function originOf(term: Term, why: WhyStep[]): Clock {
  if (term.basis === 'FIXED_DATE') {
    why.push({ step: 'fixed', date: term.date, rule: term.citation })
    return { nominal: term.date, isFixed: true, stops: [] }
  }
  const { start, period, citation: rule, startAs, isAssumed } = term
  const to = addPeriod(start, period)
  why.push({
    ...{ step: 'counted', start, period, to, rule },
    ...(startAs && { startAs }),
    ...(isAssumed && { isAssumed }),
  })
  return { nominal: to, start, isFixed: false, stops: [] }
}

function roll(
  term: Term,
  calendar: Calendar,
  nominal: LocalDate,
  isFixed: boolean,
  why: WhyStep[],
): LocalDate {
  if (!rolls(term, isFixed)) return nominal
  const direction = isBackward(term) ? -1 : 1
  const closed: ClosedDay[] = []
  let date = nominal
  for (let day = closedDay(calendar, term.policy, date); day; day = closedDay(calendar, term.policy, date)) {
    closed.push(day)
    date = addDays(date, direction)
  }
  if (closed.length > 0) {
    why.push({ step: 'rolled', from: nominal, to: date, closed, rule: rollRules[term.policy] })
  }
  return date
}

/**
 * A fixed date never rolls under Reg. 1182/71, and an extension to a date gives one; the end of a period
 * never rolls at all.
 */
function rolls(term: Term, isFixed: boolean): boolean {
  if (term.subject === 'END_OF_PERIOD' || term.policy === 'NONE') return false
  return !(term.policy === 'EU' && isFixed)
}

function isBackward(term: Term): boolean {
  return term.basis === 'PERIOD' && term.period.startsWith('-')
}
