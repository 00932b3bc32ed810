/** A calendar day without a clock, ISO 8601 `YYYY-MM-DD`. Comparable as a string. */
export type LocalDate = string & { readonly brand: 'LocalDate' }

export type Precision = 'day' | 'month' | 'year'

/**
 * The legal date of an act as its source gives it. A source that says "Dicembre 2014" becomes
 * the last day of that month with precision `month`; `assumed` marks a date no source states.
 */
export interface ActDate {
  readonly date: LocalDate
  readonly precision: Precision
  readonly assumed: boolean
}

/** Years outside this range are typing errors in this field: no act of a programme falls there. */
export const earliestYear = 1900
export const latestYear = 2199
/** A date that is written in leaves room for the terms counted from it: those must be readable too. */
export const latestWrittenYear = 2099

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads `YYYY-MM-DD`; undefined where the day does not exist or the year is out of range. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = dayPattern.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < earliestYear || year > latestYear || month < 1 || month > 12) return undefined
  if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return text as LocalDate
}

/** As `parseLocalDate`, for a date that somebody writes in: no later than `latestWrittenYear`. */
export function parseWrittenDate(text: string): LocalDate | undefined {
  const date = parseLocalDate(text)
  return date !== undefined && Number(date.slice(0, 4)) <= latestWrittenYear ? date : undefined
}

/** For constants in code and in fixtures; throws RangeError where `parseLocalDate` gives undefined. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === undefined) throw new RangeError(`not a calendar date: ${text}`)
  return date
}

/** Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: a partial date stands for its last day. */
export function parseActDate(text: string, assumed: boolean): ActDate | undefined {
  if (/^\d{4}$/.test(text)) return partial(parseWrittenDate(`${text}-12-31`), 'year', assumed)
  if (/^\d{4}-\d{2}$/.test(text)) {
    const first = parseWrittenDate(`${text}-01`)
    return partial(first === undefined ? undefined : lastDayOfMonth(first), 'month', assumed)
  }
  return partial(parseWrittenDate(text), 'day', assumed)
}

function partial(date: LocalDate | undefined, precision: Precision, assumed: boolean): ActDate | undefined {
  return date === undefined ? undefined : { date, precision, assumed }
}

/** The date as its source wrote it: `2014-12` where only the month is known. */
export function writtenForm(on: ActDate): string {
  const lengths: Record<Precision, number> = { day: 10, month: 7, year: 4 }
  return on.date.slice(0, lengths[on.precision])
}

export function lastDayOfMonth(date: LocalDate): LocalDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  return `${date.slice(0, 8)}${new Date(Date.UTC(year, month, 0)).getUTCDate()}` as LocalDate
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate
}

export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  if (a < b) return b
  return a
}

export function earlierOf(a: LocalDate, b: LocalDate): LocalDate {
  if (a < b) return a
  return b
}

/** Whole days from `from` to `to`; negative where `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}
