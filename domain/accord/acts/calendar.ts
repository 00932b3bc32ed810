import { accept } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { impactOf } from '../impact.ts'
import { refuse } from '../refusals.ts'
import type { Accord } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { adjustmentsOf, effectOf, moveBy } from './moves.ts'
import { calendarOf } from './obligations.ts'

/**
 * Moves what is open to the days of the calendar in use, which whoever decides names by its version: the one whose
 * impact was looked at, not whatever came since. A stopped clock is left alone; it is counted when it runs again.
 */
export function applyCalendar(
  command: CommandOf<'ApplyCalendar'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { calendarVersion, reasons } = command.data
  const calendar = calendarOf(state.rules, context)
  const { id: calendarId, version } = calendar
  if (version !== calendarVersion) {
    return refuse('calendar-version-not-in-use', { calendarId, asked: calendarVersion, version })
  }
  const moves = impactOf(state, calendar)
    .filter(({ obligation }) => obligation.status !== 'suspended')
    .map(({ obligation }) => ({
      obligation,
      event: moveBy(state, context, { obligation, adjustments: adjustmentsOf(obligation) }, 'calendar'),
    }))
  if (moves.length === 0) return accept([])
  const data = { calendarId, calendarVersion, reasons, effects: moves.map(effectOf) }
  return accept([{ type: 'CalendarApplied', data }, ...moves.map(({ event }) => event)])
}
