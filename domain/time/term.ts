import { type Calendar, type ClosedDay, closedDay, type RollPolicy, rollRules } from './calendar.ts'
import { type Instant, instantAt, lastInstantOf } from './instant.ts'
import { addDays, daysBetween, type LocalDate } from './localDate.ts'

/** ISO 8601 duration of one unit: `P30D`, `P3W`, `P18M`, `P1Y`; a leading `-` counts backwards. */
export type Period = string & { readonly brand: 'Period' }

/** `ACT_TO_PERFORM` rolls off closed days by policy; `END_OF_PERIOD` never rolls. */
export type TermSubject = 'ACT_TO_PERFORM' | 'END_OF_PERIOD'

export type TermBasis =
  | { readonly basis: 'PERIOD'; readonly start: LocalDate; readonly period: Period }
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
      /** A revoked extension stays in the list, named in the chain, and counts no more. */
      readonly revoked?: { readonly on: LocalDate; readonly rule: string }
    }
  /** A clock that stood still: `on` is the last day used before, `until` the last day not counted. */
  | {
      readonly kind: 'suspension'
      readonly on: LocalDate
      readonly until: LocalDate
      readonly rule: string
    }
  /** Counted again from a parent that moved; never earlier than what the term has by itself. */
  | { readonly kind: 'parent'; readonly parentId: string; readonly until: LocalDate }

/** One link of the chain that answers "why this date". */
export type WhyStep =
  | {
      readonly step: 'counted'
      readonly start: LocalDate
      readonly period: Period
      readonly to: LocalDate
      readonly rule: string
    }
  | { readonly step: 'fixed'; readonly date: LocalDate; readonly rule: string }
  | {
      readonly step: 'rolled'
      readonly from: LocalDate
      readonly to: LocalDate
      readonly closed: readonly ClosedDay[]
      readonly rule: string
    }
  | { readonly step: 'cutOff'; readonly time: string; readonly zone: string; readonly passesAt: Instant }
  | {
      readonly step: 'extended'
      readonly extensionId: string
      readonly from: LocalDate
      readonly to: LocalDate
      readonly rule: string
    }
  | {
      /** An extension that was revoked: named, and no longer counted. */
      readonly step: 'revoked'
      readonly extensionId: string
      readonly on: LocalDate
      readonly to: LocalDate
      readonly rule: string
    }
  | {
      readonly step: 'suspended'
      readonly on: LocalDate
      readonly remainingDays: number
      readonly rule: string
    }
  | { readonly step: 'resumed'; readonly on: LocalDate; readonly to: LocalDate; readonly rule: string }
  | { readonly step: 'followed'; readonly parentId: string; readonly from: LocalDate; readonly to: LocalDate }

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
 * adjustments and calendar always give the same date and the same chain.
 */
export function computeTerm(
  term: Term,
  calendar: Calendar,
  adjustments: readonly Adjustment[] = [],
): ComputedTerm {
  const why: WhyStep[] = []
  const nominal = adjustments.reduce(
    (date, adjustment) => adjusted(term, calendar, date, adjustment, why),
    nominalDate(term, why),
  )
  const isFixed = term.basis === 'FIXED_DATE' || why.some(({ step }) => step === 'extended')
  const effective = roll(term, calendar, nominal, isFixed, why)
  const passesAt =
    term.cutOff === undefined
      ? lastInstantOf(effective, term.zone)
      : instantAt(effective, term.cutOff, term.zone)
  why.push({ step: 'cutOff', time: term.cutOff ?? '24:00', zone: term.zone, passesAt })
  const { id, version } = calendar
  return { nominal, effective, passesAt, zone: term.zone, calendar: { id, version }, why }
}

function nominalDate(term: Term, why: WhyStep[]): LocalDate {
  if (term.basis === 'FIXED_DATE') {
    why.push({ step: 'fixed', date: term.date, rule: term.citation })
    return term.date
  }
  const to = addPeriod(term.start, term.period)
  why.push({ step: 'counted', start: term.start, period: term.period, to, rule: term.citation })
  return to
}

function adjusted(
  term: Term,
  calendar: Calendar,
  nominal: LocalDate,
  adjustment: Adjustment,
  why: WhyStep[],
): LocalDate {
  switch (adjustment.kind) {
    case 'extension': {
      const { extensionId, until, rule, revoked } = adjustment
      if (revoked !== undefined) {
        why.push({ step: 'revoked', extensionId, on: revoked.on, to: until, rule: revoked.rule })
        return nominal
      }
      if (until <= nominal) return nominal
      why.push({ step: 'extended', extensionId, from: nominal, to: until, rule })
      return until
    }
    case 'suspension':
      return suspended(term, calendar, nominal, adjustment, why)
    case 'parent': {
      const { parentId, until } = adjustment
      if (until <= nominal) return nominal
      why.push({ step: 'followed', parentId, from: nominal, to: until })
      return until
    }
    default:
      return adjustment satisfies never
  }
}

/**
 * The days that the clock actually stood still are added. A clock that had not begun stands still only from
 * its start; one that had run out, closed days included, cannot be stopped.
 */
function suspended(
  term: Term,
  calendar: Calendar,
  nominal: LocalDate,
  { on, until, rule }: Extract<Adjustment, { kind: 'suspension' }>,
  why: WhyStep[],
): LocalDate {
  if (on > roll(term, calendar, nominal, term.basis === 'FIXED_DATE', [])) return nominal
  const begun = term.basis === 'PERIOD' && on < term.start ? term.start : on
  const stoppedOn = begun > nominal ? nominal : begun
  const to = addDays(nominal, Math.max(0, daysBetween(stoppedOn, until)))
  why.push({ step: 'suspended', on: stoppedOn, remainingDays: daysBetween(stoppedOn, nominal), rule })
  why.push({ step: 'resumed', on: until, to, rule })
  return to
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

/** At most a century: whatever is counted from a written date is a date that the record can hold. */
const periodPattern = /^-?P([1-9]\d{0,3}D|[1-9]\d{0,2}[WM]|[1-9]\d?Y)$/

/** Reads one-unit ISO durations; undefined for `P0D`, mixed units, more than 99 years and anything else. */
export function parsePeriod(text: string): Period | undefined {
  return periodPattern.test(text) ? (text as Period) : undefined
}

/** For constants; throws RangeError where `parsePeriod` gives undefined. */
export function period(text: string): Period {
  const read = parsePeriod(text)
  if (read === undefined) throw new RangeError(`not a period: ${text}`)
  return read
}

/** Months and years end on the same day number, or on the last day of a month that has none. */
export function addPeriod(start: LocalDate, length: Period): LocalDate {
  return Temporal.PlainDate.from(start)
    .add(Temporal.Duration.from(length), { overflow: 'constrain' })
    .toString() as LocalDate
}
