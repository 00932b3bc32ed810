import { addDays, type LocalDate, localDate, weekday } from './localDate.ts'

/**
 * Which days are closed, as data. A calendar never changes: a new holiday is a new version, and dates
 * already computed keep the version they were computed with.
 */
export interface Calendar {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly holidays: readonly Holiday[]
}

/** A yearly holiday with the law that makes it one and the years in which that law holds (inclusive). */
export interface Holiday {
  readonly name: string
  readonly rule: { readonly month: number; readonly day: number } | { readonly easterOffsetDays: number }
  readonly law: string
  readonly periods: readonly { readonly fromYear?: number; readonly untilYear?: number }[]
}

/** CC civil rule, Saturday open · SAT Saturday closed · EU Reg. 1182/71 · NONE never rolls. */
export type RollPolicy = 'CC' | 'SAT' | 'EU' | 'NONE'

export interface ClosedDay {
  readonly date: LocalDate
  /** The holiday's name, or `sunday` / `saturday`. */
  readonly name: string
  readonly law: string
}

/** Why a day is closed under a policy; undefined where it is open. */
export function closedDay(calendar: Calendar, policy: RollPolicy, date: LocalDate): ClosedDay | undefined {
  if (policy === 'NONE') return undefined
  const holiday = holidayOn(calendar, date)
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

function holidayOn(calendar: Calendar, date: LocalDate): Holiday | undefined {
  const year = Number(date.slice(0, 4))
  return calendar.holidays.find(
    (holiday) =>
      holiday.periods.some(
        (period) => year >= (period.fromYear ?? year) && year <= (period.untilYear ?? year),
      ) && dateOf(holiday, year) === date,
  )
}

function dateOf(holiday: Holiday, year: number): LocalDate {
  if ('easterOffsetDays' in holiday.rule) return addDays(easterSunday(year), holiday.rule.easterOffsetDays)
  const { month, day } = holiday.rule
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
