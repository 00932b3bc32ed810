import type { Connection } from '../db/connect.ts'
import { eachStream, foldStream } from '../db/streams.ts'
import { type AsOf, eventsThen } from '../domain/accord/asOf.ts'
import { evolve } from '../domain/accord/evolve.ts'
import { type Foresight, foresee, type Horizon } from '../domain/accord/foresee.ts'
import { type Impact, impactOf } from '../domain/accord/impact.ts'
import { type Accord, initialAccord } from '../domain/accord/state.ts'
import type { AccordContext } from '../domain/accord/terms.ts'
import { fold } from '../domain/decider.ts'
import type { Calendar } from '../domain/time/calendar.ts'

/** Questions about every accord, answered from the record one stream at a time; none of them writes. */

/** What becomes of each accord if nobody does anything; accords to which nothing happens are left out. */
export async function* foreseeAll(
  connection: Connection,
  context: AccordContext,
  horizon: Horizon,
): AsyncGenerator<{ readonly accord: Accord; readonly foresight: Foresight }> {
  for await (const accord of openAccords(connection)) {
    const foresight = foresee(accord, context, horizon)
    if (foresight.steps.length > 0) yield { accord, foresight }
  }
}

/** The open deadlines that another version of a calendar would move, accord by accord. */
export async function* calendarImpact(
  connection: Connection,
  calendar: Calendar,
): AsyncGenerator<{ readonly accord: Accord; readonly impacts: readonly Impact[] }> {
  for await (const accord of openAccords(connection)) {
    const impacts = impactOf(accord, calendar)
    if (impacts.length > 0) yield { accord, impacts }
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

/** The accords to which something can still happen. */
async function* openAccords(connection: Connection): AsyncGenerator<Accord> {
  for await (const stream of eachStream(connection)) {
    if (stream.finished) continue
    const { state } = foldStream(stream)
    if (state.phase !== 'absent') yield state
  }
}
