import {
  addDays,
  earliestYear,
  type LocalDate,
  lastDayOfMonth,
  latestYear,
  localDate,
  weekday,
} from './localDate.ts'

/**
 * Which days are closed, as data. A calendar never changes: a new holiday is a new version, and dates
 * already computed keep the version they were computed with.
 */
export interface Calendar {
  readonly id: string
  readonly version: string
  readonly title: string
  /**
   * The years whose holidays it knows (inclusive); a date in another year is not computed with it. Absent
   * only in versions stored before calendars said so: those stay readable, since dates rest on them.
   */
  readonly covers?: { readonly fromYear: number; readonly untilYear?: number }
  readonly holidays: readonly Holiday[]
}

/** A yearly holiday with the law that makes it one and the years in which that law holds (inclusive). */
export interface Holiday {
  readonly name: string
  readonly rule: HolidayRule
  readonly law: string
  readonly periods: readonly { readonly fromYear?: number; readonly untilYear?: number }[]
}

/**
 * On which day of a year a holiday falls: the same day every year, so many days from Easter, the nth
 * weekday of a month (-1 is the last one), or one date only, for what a law gave once.
 */
export type HolidayRule =
  | { readonly month: number; readonly day: number }
  | { readonly easterOffsetDays: number }
  // Without a day, and saying so: whoever has a rule with a month may then ask for its day.
  | {
      readonly month: number
      readonly weekday: number
      readonly nth: 1 | 2 | 3 | 4 | -1
      readonly day?: never
    }
  | { readonly date: LocalDate }

/** CC civil rule, Saturday open · SAT Saturday closed · EU Reg. 1182/71 · NONE never rolls. */
export type RollPolicy = 'CC' | 'SAT' | 'EU' | 'NONE'

export interface ClosedDay {
  readonly date: LocalDate
  /** The holiday's name, or `sunday` / `saturday`. */
  readonly name: string
  readonly law: string
}

/** A date in a year of which the calendar knows nothing. Open would be a guess, so none is given. */
export class CalendarDoesNotCover extends RangeError {
  override readonly name = 'CalendarDoesNotCover'
  readonly calendarId: string
  readonly year: number

  constructor({ id, version }: Calendar, year: number) {
    super(
      `calendar ${id}, version ${version}, does not cover the year ${year}: load a version of it that covers that year`,
    )
    this.calendarId = id
    this.year = year
  }
}

/**
 * Why a day is closed under a policy; undefined where it is open. Throws `CalendarDoesNotCover` where the
 * calendar cannot know, unless the policy never looks at it.
 */
export function closedDay(calendar: Calendar, policy: RollPolicy, date: LocalDate): ClosedDay | undefined {
  if (policy === 'NONE') return undefined
  const holiday = holidaysOf(calendar, Number(date.slice(0, 4))).get(date)
  if (holiday !== undefined) return { date, name: holiday.name, law: holiday.law }
  const day = weekday(date)
  if (day === 7) return { date, name: 'sunday', law: rollRules[policy] }
  if (day === 6 && policy !== 'CC') return { date, name: 'saturday', law: rollRules[policy] }
  return undefined
}

/** The source of each roll policy, cited in every derivation. */
export const rollRules: Record<RollPolicy, string> = {
  CC: 'art. 2963 c.c.; art. 155 c.p.c.',
  SAT: 'art. 7 c. 1 lett. h) d.l. 70/2011',
  EU: 'Reg. (CEE, Euratom) 1182/71, art. 3',
  NONE: 'nessuno spostamento',
}

type Holidays = ReadonlyMap<LocalDate, Holiday>

/**
 * The holidays of a year, worked out once for each calendar: Easter is dear, and every term asks several
 * times. Safe because a calendar never changes; small because no date lies outside the years of the field,
 * and a calendar that is let go takes its years with it.
 */
const known = new WeakMap<Calendar, Map<number, Holidays>>()

function holidaysOf(calendar: Calendar, year: number): Holidays {
  const years = known.get(calendar) ?? new Map<number, Holidays>()
  const before = years.get(year)
  if (before !== undefined) return before
  if (!covers(calendar, year)) throw new CalendarDoesNotCover(calendar, year)
  const holidays = workedOut(calendar, year)
  known.set(calendar, years.set(year, holidays))
  return holidays
}

function covers(calendar: Calendar, year: number): boolean {
  const { fromYear = earliestYear, untilYear = latestYear } = calendar.covers ?? {}
  return year >= Math.max(fromYear, earliestYear) && year <= Math.min(untilYear, latestYear)
}

/** Where two fall on one day, the first of the calendar gives its name and law. */
function workedOut({ holidays }: Calendar, year: number): Holidays {
  const found = new Map<LocalDate, Holiday>()
  for (const holiday of holidays) {
    const holds = holiday.periods.some(
      ({ fromYear = year, untilYear = year }) => year >= fromYear && year <= untilYear,
    )
    const date = dateOf(holiday.rule, year)
    if (holds && !found.has(date)) found.set(date, holiday)
  }
  return found
}

/** A rule of one date gives that date in every year; in the others nobody asks for it. */
function dateOf(rule: HolidayRule, year: number): LocalDate {
  if ('date' in rule) return rule.date
  if ('easterOffsetDays' in rule) return addDays(easterSunday(year), rule.easterOffsetDays)
  if ('nth' in rule) return nthWeekday(year, rule.month, rule.weekday, rule.nth)
  return dayOf(year, rule.month, rule.day)
}

function nthWeekday(year: number, month: number, day: number, nth: number): LocalDate {
  const first = dayOf(year, month, 1)
  if (nth > 0) return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (nth - 1))
  const last = lastDayOfMonth(first)
  return addDays(last, -((weekday(last) - day + 7) % 7))
}

function dayOf(year: number, month: number, day: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate
}

/** Gregorian Easter by the Meeus/Jones/Butcher algorithm. */
export function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return localDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
