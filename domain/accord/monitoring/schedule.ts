import { addDays, type LocalDate, lastDayOfMonth } from '../../time/localDate.ts'
import { addPeriod, type Period } from '../../time/period.ts'
import { type Accord, type AccordFacts, entry } from '../state.ts'
import type { ReportKind } from './parts.ts'
import type { MonitoringSchedule } from './state.ts'

/** What one report is about: the days from the first to the last, both included. */
export interface MonitoringPeriod {
  readonly id: string
  readonly kind: ReportKind
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The id of the one report in the middle. */
export const midTermId = 'intermedia'

/** Where nobody has said when the activities end, so many periods can be looked up, and no more. */
const mostPeriods = 1_000

/** The letter of a part of the year in the ids of its periods: `2015-T1`, `2015-M03`; a whole year has none. */
const letters: Readonly<Record<number, string>> = { 1: 'M', 2: 'B', 3: 'T', 4: 'Q', 6: 'S', 12: '' }

/** The months of a period of which a year is a whole number; undefined for any other. */
export function monthsOfYear(every: Period): number | undefined {
  const count = Number(every.slice(1, -1))
  const months = every.endsWith('Y') ? 12 * count : every.endsWith('M') ? count : 0
  return letters[months] === undefined ? undefined : months
}

/** The last day of the activities as it stands now; undefined where none is set. */
export function endOfActivities(state: Accord): LocalDate | undefined {
  if ('activitiesEndedOn' in state) return state.activitiesEndedOn.date
  const end = entry(state.obligations, 'activities')
  return end === undefined || end.status === 'lifted' ? undefined : end.nominal
}

/**
 * The periods there are, in their order: each begins by the end of the activities. The last one is not cut there,
 * so that no deadline hangs on an end that extensions move.
 */
export function* periodsOf(state: Accord, schedule: MonitoringSchedule): Generator<MonitoringPeriod> {
  const end = endOfActivities(state)
  for (let index = 0; index < mostPeriods; index++) {
    const period = periodAt(schedule, index)
    if (end !== undefined && period.from > end) return
    yield period
  }
}

/** The report in the middle, while there are activities after it. */
export function midTermOf(state: Accord, schedule: MonitoringSchedule): MonitoringPeriod | undefined {
  const { from, midTermOn: to } = schedule
  const end = endOfActivities(state)
  if (to === undefined || (end !== undefined && to > end)) return undefined
  return { id: midTermId, kind: 'midTerm', from, to }
}

/** The period of an id, or undefined where there is none. */
export function periodOf(state: Pick<AccordFacts, 'monitoring'> & Accord, id: string) {
  const schedule = state.monitoring?.schedule
  if (schedule === undefined) return undefined
  if (id === midTermId) return midTermOf(state, schedule)
  for (const period of periodsOf(state, schedule)) if (period.id === id) return period
  return undefined
}

/** The last periods that had begun by a day, as a refusal names them. */
export function lastPeriods(state: Accord, day: LocalDate): string {
  const schedule = state.monitoring?.schedule
  const begun =
    schedule === undefined ? [] : [...periodsOf(state, schedule)].filter(({ from }) => from <= day)
  const ids = begun.slice(-4).map(({ id }) => id)
  return ids.join(', ') || '—'
}

function periodAt({ from: start, every, count }: MonitoringSchedule, index: number): MonitoringPeriod {
  const months = count === 'calendar' ? monthsOfYear(every) : undefined
  if (months === undefined) {
    const [from, next] = [addTimes(start, every, index), addTimes(start, every, index + 1)]
    return { id: `R${index + 1}`, kind: 'periodic', from, to: addDays(next, -1) }
  }
  const place = Math.floor((Number(start.slice(5, 7)) - 1) / months) + index
  const year = Number(start.slice(0, 4)) + Math.floor((place * months) / 12)
  const part = place % (12 / months)
  const first = firstOfMonth(year, part * months + 1)
  const to = lastDayOfMonth(firstOfMonth(year, (part + 1) * months))
  return { id: calendarId(year, part + 1, months), kind: 'periodic', from: index === 0 ? start : first, to }
}

function firstOfMonth(year: number, month: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-01` as LocalDate
}

function calendarId(year: number, part: number, months: number): string {
  if (months === 12) return String(year)
  return `${year}-${letters[months]}${months === 1 ? String(part).padStart(2, '0') : part}`
}

/** Always from the start, so that periods begun on the 31st do not drift to the 28th. */
function addTimes(start: LocalDate, every: Period, times: number): LocalDate {
  const length = `P${Number(every.slice(1, -1)) * times}${every.slice(-1)}` as Period
  return addPeriod(start, length)
}
