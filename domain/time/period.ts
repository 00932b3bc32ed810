import type { LocalDate } from './localDate.ts'

/** ISO 8601 duration of one unit: `P30D`, `P3W`, `P18M`, `P1Y`; a leading `-` counts backwards. */
export type Period = string & { readonly brand: 'Period' }

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
