import { localDateOf } from '../time/instant.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { AccordEvents, RecordedEvent } from './events.ts'

/** Two questions about the past: what the record held on a day, and what was legally so on a day. */
export interface AsOf {
  /** By the end of this local day the event was recorded. */
  readonly knownOn?: LocalDate
  /** By the end of this local day the act had its legal date. */
  readonly effectiveOn?: LocalDate
}

/** The events that count for an answer as of a day, in their order; folding them gives the accord of that day. */
export function eventsAsOf(
  events: readonly RecordedEvent[],
  { knownOn, effectiveOn }: AsOf,
  zone: string,
): RecordedEvent[] {
  const known = events.filter(
    ({ recordedAt }) => knownOn === undefined || localDateOf(recordedAt, zone) <= knownOn,
  )
  if (effectiveOn === undefined) return known
  const corrected = correctedDays(known, zone)
  return known.filter((event) => (corrected.get(event.commandId) ?? legalDay(event, zone)) <= effectiveOn)
}

/**
 * What is known to have been dated wrongly counts from its right day, and so does the correction itself; a corrected
 * deadline had its right date from the day on which it was set.
 */
function correctedDays(events: readonly RecordedEvent[], zone: string): Map<string, LocalDate> {
  const days = new Map<string, LocalDate>()
  for (const event of events) {
    if (event.type !== 'DateCorrected') continue
    const { what, to } = event.data
    const fact = events.findLast((earlier) => earlier.version < event.version && isFact(earlier, event.data))
    if (fact === undefined) continue
    const day = what === 'deadline' ? (days.get(fact.commandId) ?? legalDay(fact, zone)) : to
    days.set(fact.commandId, day)
    days.set(event.commandId, day)
  }
  return days
}

function isFact(event: RecordedEvent, { what, ref }: AccordEvents['DateCorrected']): boolean {
  switch (event.type) {
    case 'AccordProposed':
      return what === 'proposal'
    case 'AccordEnteredIntoForce':
      return what === 'inForce'
    case 'ActivitiesEnded':
      return what === 'activitiesEnd'
    case 'ActionStarted':
      return what === 'actionStart' && event.data.numeral === ref
    case 'ActionCompleted':
      return what === 'actionCompletion' && event.data.numeral === ref
    case 'MilestoneSignalled':
      return what === 'milestone' && event.data.milestoneId === ref
    case 'DeadlineSet':
      return what === 'deadline' && event.data.deadline.id === ref
    default:
      return false
  }
}

/** The events of one accord that count as of a day, in the zone of its own rules; all of them where none is asked. */
export function eventsThen(
  events: readonly RecordedEvent[],
  asOf: AsOf | undefined,
): readonly RecordedEvent[] {
  const [first] = events
  const zone = first?.type === 'AccordProposed' ? first.data.rules.zone : 'Europe/Rome'
  return asOf === undefined ? events : eventsAsOf(events, asOf, zone)
}

/** A deadline passes after the last instant of its day, so that on the day itself it has not passed. */
function legalDay({ act }: RecordedEvent, zone: string): LocalDate {
  return act.actor.role === 'scheduler' ? localDateOf(act.receivedAt, zone) : act.on.date
}
