import { type AccordState, isFinished, isOwed, type Obligation } from '../accord/state.ts'
import type { AccordContext } from '../accord/terms.ts'
import { type Instant, instantAt, localDateOf } from '../time/instant.ts'
import type { LocalDate } from '../time/localDate.ts'
import { type PlannedReminder, remindersOf } from './planned.ts'

export interface Upcoming {
  readonly at: Instant
  readonly due: Obligation
  readonly reminder: PlannedReminder
}

/** Local time: reminders are there when the offices open. */
const sendingTime = '08:00'

/** What goes out from an instant on and before another while the accord stands as it does, in its order. */
export function remindersBetween(
  state: AccordState,
  { calendars }: Pick<AccordContext, 'calendars'>,
  from: Instant,
  before: Instant,
): Upcoming[] {
  if (state.phase === 'absent' || isFinished(state) || from >= before) return []
  const { rules } = state
  const [firstDay, lastDay] = [localDateOf(from, rules.zone), localDateOf(before, rules.zone)]
  return Object.values(state.obligations)
    .filter(isOwed)
    .flatMap((due) =>
      remindersOf(due, calendars[due.calendar.id], rules, firstDay, lastDay).map((reminder) => {
        return { at: sendingInstant(reminder.on, due.zone), due, reminder }
      }),
    )
    .filter(({ at }) => at >= from && at < before)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

/**
 * A programme's reminders go out on the same few hundred days, and finding the instant is most of what one costs.
 * Bounded by the days of the years that a date may have; an instant never changes once it is found.
 */
const known = new Map<string, Instant>()

export function sendingInstant(on: LocalDate, zone: string): Instant {
  const key = `${on} ${zone}`
  const found = known.get(key) ?? instantAt(on, sendingTime, zone)
  known.set(key, found)
  return found
}

function order({ at, reminder: { deadlineId, step } }: Upcoming): string {
  return `${at} ${deadlineId} ${step}`
}
