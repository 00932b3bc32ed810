import type { Connection } from '../db/connect.ts'
import { eachStream, foldStream } from '../db/streams.ts'
import { type AsOf, eventsAsOf } from '../domain/accord/asOf.ts'
import type { RecordedEvent } from '../domain/accord/events.ts'
import { evolve } from '../domain/accord/evolve.ts'
import { type Foresight, foresee } from '../domain/accord/foresee.ts'
import { type Impact, impactOf } from '../domain/accord/impact.ts'
import { type Accord, initialAccord } from '../domain/accord/state.ts'
import type { AccordContext } from '../domain/accord/terms.ts'
import { fold } from '../domain/decider.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import type { Instant } from '../domain/time/instant.ts'

/** Questions about every accord, answered from the record one stream at a time; none of them writes. */

/** What becomes of each accord until an instant if nobody does anything; accords to which nothing happens are left out. */
export async function* foreseeAll(
  connection: Connection,
  context: AccordContext,
  until: Instant,
): AsyncGenerator<{ readonly accord: Accord; readonly foresight: Foresight }> {
  for await (const stream of eachStream(connection)) {
    if (stream.finished) continue
    const { state } = foldStream(stream)
    if (state.phase === 'absent') continue
    const foresight = foresee(state, context, until)
    if (foresight.steps.length > 0) yield { accord: state, foresight }
  }
}

/** The open deadlines that another version of a calendar would move, accord by accord. */
export async function* calendarImpact(
  connection: Connection,
  calendar: Calendar,
): AsyncGenerator<{ readonly accord: Accord; readonly impacts: readonly Impact[] }> {
  for await (const stream of eachStream(connection)) {
    if (stream.finished) continue
    const { state } = foldStream(stream)
    const impacts = impactOf(state, calendar)
    if (state.phase !== 'absent' && impacts.length > 0) yield { accord: state, impacts }
  }
}

/** Every accord as it was known, or stood, on a day; those that did not exist then are left out. */
export async function* accordsAsOf(connection: Connection, asOf: AsOf): AsyncGenerator<Accord> {
  for await (const stream of eachStream(connection)) {
    const { events } = foldStream(stream)
    const state = fold(evolve, initialAccord, eventsThen(events, asOf))
    if (state.phase !== 'absent') yield state
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
