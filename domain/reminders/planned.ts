import type { Deadline } from '../accord/events.ts'
import type { Obligation } from '../accord/state.ts'
import type { ExtensionRules, ProgrammeRules } from '../accord/terms.ts'
import { type Calendar, CalendarDoesNotCover, closedDay } from '../time/calendar.ts'
import { addDays, daysBetween, type LocalDate, weekday } from '../time/localDate.ts'
import { defaultLadders, type Ladder, type LadderStep, type Ladders, ladderOf } from './ladder.ts'
import { type Recipient, recipientsOf } from './recipients.ts'

/** `T` counts from the deadline, `E` from the last day to ask for an extension, `W` the weeks after `T+1`. */
export type StepName = `T-${number}` | `T+${number}` | `W${number}` | `E-${number}` | 'half'

/** One reminder to send, unique by deadline, revision, step and recipient. */
export interface PlannedReminder {
  readonly deadlineId: string
  readonly revision: number
  readonly step: StepName
  /** The open day on which it goes out. */
  readonly on: LocalDate
  readonly to: Deadline['obligor']
  readonly recipients: readonly Recipient[]
  /** Not left to the digest of a day that had one already. */
  readonly urgent: boolean
  readonly about: 'comingDue' | 'overdue' | 'extensionWindow'
  /** The day it speaks of: the effective date, or the last day on which an extension can be asked for. */
  readonly dueOn: LocalDate
}

type Planned = Pick<PlannedReminder, 'step' | 'about' | 'dueOn' | 'recipients' | 'urgent'> & {
  /** The day of the ladder, open or not, and how many days lie between it and the one it speaks of. */
  readonly day: LocalDate
  readonly distance: number
}

/**
 * The reminders of one obligation that go out from a day to a day (both inclusive), as it stands. While it runs it
 * is reminded of, after it is missed it is pressed for; while its clock stands still, and once it is settled, nothing
 * is sent. Of several on one day the one nearest to the day it speaks of goes out.
 */
export function remindersOf(
  obligation: Obligation,
  calendar: Calendar | undefined,
  rules: Pick<ProgrammeRules, 'extensions' | 'reminders'>,
  from: LocalDate,
  until: LocalDate,
  ladders: Ladders = rules.reminders ?? defaultLadders,
): PlannedReminder[] {
  const { id: deadlineId, revision, obligor: to } = obligation
  const latest = addDays(until, mostClosedDays)
  const ladder = ladderOf(obligation.kind, ladders)
  if (obligation.status === 'held' && ladder.whileHeld === 'stops') return []
  const planned = [
    ...ladder.steps.flatMap((step) => plannedFor(step, obligation, from, latest)),
    ...beforeWindowCloses(obligation, rules.extensions, ladder),
  ]
    // Cheap, and leaves next to nothing to ask the calendar about: most steps lie outside the days asked for.
    .filter(({ day, about }) => (about === 'overdue' || day >= from) && day <= latest)
    .toSorted((a, b) => a.distance - b.distance)
  const sent = new Map<string, PlannedReminder>()
  for (const one of planned) {
    const { step, about, dueOn, recipients, urgent } = one
    const on = sendingDay(calendar, one)
    const key = `${on} ${about}`
    if (on >= from && on <= until && !sent.has(key)) {
      sent.set(key, { deadlineId, revision, step, on, to, recipients, urgent, about, dueOn })
    }
  }
  return [...sent.values()].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function plannedFor(
  step: LadderStep,
  { status, effective: dueOn, term, obligor }: Obligation,
  from: LocalDate,
  latest: LocalDate,
): Planned[] {
  const isComing = status === 'open' || status === 'held'
  const reach = { recipients: recipientsOf(obligor, step), urgent: step.urgent === true }
  if ('daysBefore' in step || 'halfTime' in step) {
    if (!isComing) return []
    if ('daysBefore' in step) {
      return [before(`T-${step.daysBefore}`, step.daysBefore, dueOn, 'comingDue', reach)]
    }
    if (term.basis === 'FIXED_DATE') return []
    return [before('half', Math.ceil(daysBetween(term.start, dueOn) / 2), dueOn, 'comingDue', reach)]
  }
  if (status !== 'missed') return []
  if ('daysAfter' in step) return [after(`T+${step.daysAfter}`, step.daysAfter, dueOn, reach)]
  const { weeklyAfterDays: first, mostWeeks = Number.POSITIVE_INFINITY, climbsEveryWeeks } = step
  return weeksAfter(first, mostWeeks, dueOn, from, latest).map((week) => {
    const recipients = recipientsOf(obligor, step, week, climbsEveryWeeks)
    return after(`W${week}`, first + 7 * week, dueOn, { ...reach, recipients })
  })
}

type Reached = Pick<Planned, 'recipients' | 'urgent'>

function before(
  step: StepName,
  days: number,
  dueOn: LocalDate,
  about: PlannedReminder['about'],
  reached: Reached,
): Planned {
  return { step, about, dueOn, day: addDays(dueOn, -days), distance: days, ...reached }
}

function after(step: StepName, days: number, dueOn: LocalDate, reached: Reached): Planned {
  return { step, about: 'overdue', dueOn, day: addDays(dueOn, days), distance: days, ...reached }
}

/** Counted from the first week, and made only around the days that are asked for. */
function weeksAfter(
  first: number,
  most: number,
  dueOn: LocalDate,
  from: LocalDate,
  latest: LocalDate,
): number[] {
  const weekOf = (day: LocalDate) => Math.floor((daysBetween(dueOn, day) - first) / 7)
  const [earliest, last] = [Math.max(1, weekOf(from)), Math.min(most, weekOf(latest))]
  return Array.from({ length: Math.max(0, last - earliest + 1) }, (_, place) => earliest + place)
}

/** Only where the programme closes a window, and a request can still come: none is pending, none too many. */
function beforeWindowCloses(
  { status, nominal, obligor, adjustments = [] }: Obligation,
  limits: ExtensionRules | undefined,
  { daysBeforeWindowCloses = [] }: Ladder,
): Planned[] {
  if (status !== 'open' || limits?.noticeDays === undefined || daysBeforeWindowCloses.length === 0) return []
  const { noticeDays, cap, most } = limits
  const inForce = adjustments.filter((one) => one.kind === 'extension' && one.revoked === undefined).length
  if ((cap !== undefined && cap <= nominal) || (most !== undefined && inForce >= most)) return []
  const lastDay = addDays(nominal, -noticeDays)
  const reached = { recipients: recipientsOf(obligor, {}), urgent: false }
  return daysBeforeWindowCloses.map((days) => before(`E-${days}`, days, lastDay, 'extensionWindow', reached))
}

/**
 * The open day before a closed one. Nobody is pressed for what has not passed yet: where that day is the deadline's
 * own, or earlier, the reminder waits for the next open day.
 */
function sendingDay(calendar: Calendar | undefined, { day, about, dueOn }: Planned): LocalDate {
  const earlier = openDay(calendar, day, -1)
  return about === 'overdue' && earlier <= dueOn ? openDay(calendar, day, 1) : earlier
}

/** No calendar has a month of closed days in a row: a bound, and how far a step can lie from its sending. */
const mostClosedDays = 31

function openDay(calendar: Calendar | undefined, day: LocalDate, direction: 1 | -1): LocalDate {
  let date = day
  for (let moved = 0; moved < mostClosedDays && isClosed(calendar, date); moved++) {
    date = addDays(date, direction)
  }
  return date
}

/**
 * Offices are closed on Saturdays, Sundays and holidays, whatever the policy of the term and even where its date never
 * rolls. A reminder is no legal date: in a year that its calendar does not cover, weekends are what is known.
 */
function isClosed(calendar: Calendar | undefined, date: LocalDate): boolean {
  if (weekday(date) >= 6) return true
  if (calendar === undefined) return false
  try {
    return closedDay(calendar, 'SAT', date) !== undefined
  } catch (error) {
    if (error instanceof CalendarDoesNotCover) return false
    throw error
  }
}
