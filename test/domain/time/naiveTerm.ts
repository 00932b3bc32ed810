import type { Calendar, Holiday, RollPolicy } from '../../../domain/time/calendar.ts'
import type { Term } from '../../../domain/time/term.ts'

/**
 * Terms counted as a clerk counts them, with a finger on a wall calendar: one day after the other. Slow and
 * plain on purpose. It takes types from the domain and no function, and neither Temporal nor Date, so that
 * a mistake in the one is not repeated in the other.
 */
interface WallDay {
  readonly text: string
  readonly year: number
  readonly month: number
  readonly day: number
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
}

export interface NaiveTerm {
  readonly nominal: string
  readonly effective: string
}

/** The wall calendar: every day of these years in order. 1 January 1900 was a Monday. */
const [firstYear, lastYear, firstWeekday] = [1900, 2199, 1]
const wall: readonly WallDay[] = hang()
const places: ReadonlyMap<string, number> = new Map(wall.map(({ text }, place) => [text, place]))

function hang(): WallDay[] {
  const days: WallDay[] = []
  let weekday = firstWeekday
  for (let year = firstYear; year <= lastYear; year++) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= daysIn(year, month); day++) {
        days.push({ text: written(year, month, day), year, month, day, weekday })
        weekday = weekday === 7 ? 1 : weekday + 1
      }
    }
  }
  return days
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeap(year: number): boolean {
  if (year % 400 === 0) return true
  if (year % 100 === 0) return false
  return year % 4 === 0
}

function written(year: number, month: number, day: number): string {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

function at(place: number): WallDay {
  const day = wall[place]
  if (day === undefined) throw new RangeError(`off the wall: day ${place} from 1 January ${firstYear}`)
  return day
}

function placeOf(text: string): number {
  const place = places.get(text)
  if (place === undefined) throw new RangeError(`not on the wall: ${text}`)
  return place
}

/** So many days further on the wall, one by one; negative goes back. */
export function naiveDays(date: string, count: number): string {
  return at(stepDays(placeOf(date), Math.abs(count), count < 0 ? -1 : 1)).text
}

function stepDays(from: number, count: number, step: 1 | -1): number {
  let place = from
  for (let left = count; left > 0; left--) place += step
  return place
}

/** Turns so many leaves of the calendar, then looks for the day number, or for the last day there is. */
function stepMonths(from: number, count: number, step: 1 | -1): number {
  const wanted = at(from).day
  let place = from
  for (let left = count; left > 0; ) {
    place += step
    if (at(place).month !== at(place - step).month) left -= 1
  }
  // Forwards the finger is now on the first of the month, backwards on its last day.
  if (step === -1) while (at(place).day > wanted) place -= 1
  else while (at(place).day < wanted && at(place + 1).day !== 1) place += 1
  return place
}

/** Where a period ends, by its text: `P30D`, `-P3W`, `P18M`, `P1Y`. */
export function naiveEnd(start: string, period: string): string {
  const step = period.startsWith('-') ? -1 : 1
  const unit = period.slice(-1)
  const count = Number(period.slice(period.indexOf('P') + 1, -1))
  const from = placeOf(start)
  if (unit === 'D') return at(stepDays(from, count, step)).text
  if (unit === 'W') return at(stepDays(from, count * 7, step)).text
  if (unit === 'M') return at(stepMonths(from, count, step)).text
  if (unit === 'Y') return at(stepMonths(from, count * 12, step)).text
  throw new RangeError(`no such unit: ${period}`)
}

/**
 * The full moon of Easter by golden number, as printed in the tables of the prayer books for 1900 to 2199.
 * Easter is the Sunday after it.
 */
const fullMoons = [
  ...['04-14', '04-03', '03-23', '04-11', '03-31', '04-18', '04-08', '03-28', '04-16', '04-05'],
  ...['03-25', '04-13', '04-02', '03-22', '04-10', '03-30', '04-17', '04-07', '03-27'],
]

export function naiveEaster(year: number): string {
  let place = placeOf(`${year}-${fullMoons[year % 19]}`) + 1
  while (at(place).weekday !== 7) place += 1
  return at(place).text
}

/** Whether a policy closes a day: by the weekday, or by one of the calendar's holidays. */
export function naiveIsClosed(calendar: Calendar, policy: RollPolicy, date: string): boolean {
  if (policy === 'NONE') return false
  const day = at(placeOf(date))
  if (day.weekday === 7) return true
  if (day.weekday === 6 && (policy === 'SAT' || policy === 'EU')) return true
  return calendar.holidays.some((holiday) => isHoliday(holiday, day))
}

function isHoliday({ rule, periods }: Holiday, { year, month, day, text }: WallDay): boolean {
  const holds = periods.some(({ fromYear, untilYear }) => {
    if (fromYear !== undefined && year < fromYear) return false
    return untilYear === undefined || year <= untilYear
  })
  if (!holds) return false
  if ('date' in rule) return rule.date === text
  if ('easterOffsetDays' in rule) return naiveDays(naiveEaster(year), rule.easterOffsetDays) === text
  if ('day' in rule && rule.day !== undefined) return rule.month === month && rule.day === day
  throw new RangeError(`the naive calendar does not know the rule ${JSON.stringify(rule)}`)
}

/** Both dates of a term that nothing has adjusted. */
export function naiveTerm(term: Term, calendar: Calendar): NaiveTerm {
  const nominal = term.basis === 'FIXED_DATE' ? term.date : naiveEnd(term.start, term.period)
  const isBackward = term.basis === 'PERIOD' && term.period.startsWith('-')
  let effective: string = nominal
  while (naiveMayMove(term) && naiveIsClosed(calendar, term.policy, effective)) {
    effective = naiveDays(effective, isBackward ? -1 : 1)
  }
  return { nominal, effective }
}

/** The ends of periods stay where they are; so do dates under Reg. 1182/71. */
export function naiveMayMove(term: Term): boolean {
  if (term.subject === 'END_OF_PERIOD') return false
  return !(term.policy === 'EU' && term.basis === 'FIXED_DATE')
}
