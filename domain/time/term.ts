import { type Calendar, type ClosedDay, closedDay, type RollPolicy, rollRules } from './calendar.ts'
import { type Instant, instantAt, lastInstantOf } from './instant.ts'
import { addDays, type LocalDate } from './localDate.ts'

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

/** Days and years counted by art. 2963 c.c.: the first day is not counted, holidays inside count. */
export function computeTerm(term: Term, calendar: Calendar): ComputedTerm {
  const why: WhyStep[] = []
  const nominal = nominalDate(term, why)
  const effective = roll(term, calendar, nominal, why)
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

function roll(term: Term, calendar: Calendar, nominal: LocalDate, why: WhyStep[]): LocalDate {
  if (!rolls(term)) return nominal
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

/** A fixed date never rolls under Reg. 1182/71; the end of a period never rolls at all. */
function rolls(term: Term): boolean {
  if (term.subject === 'END_OF_PERIOD' || term.policy === 'NONE') return false
  return !(term.policy === 'EU' && term.basis === 'FIXED_DATE')
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
