import { localDateOf } from '../time/instant.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { RecordedEvent } from './events.ts'

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
  return events.filter(
    (event) =>
      (knownOn === undefined || localDateOf(event.recordedAt, zone) <= knownOn) &&
      (effectiveOn === undefined || legalDay(event, zone) <= effectiveOn),
  )
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
