import type { Connection } from '../db/connect.ts'
import { firstHash } from '../db/eventCodec.ts'
import { append } from '../db/eventStore.ts'
import { initialAccord } from '../domain/accord/state.ts'
import type { AccordContext } from '../domain/accord/terms.ts'
import { localDate } from '../domain/time/localDate.ts'
import { syntheticAccord } from '../operations/synthesis/accord.ts'
import type { Synthesis } from '../operations/synthesis/parts.ts'
import { liveOut, requestsIn } from '../test/support/histories.ts'
import { sideBySide } from './measure.ts'

/** In four stages from underway to the report under review, begun on the days of a year: all of them open. */
const open: Synthesis = {
  ...{ programmeId: 'prova', seed: 2014 },
  ...{ from: localDate('2029-07-02'), until: localDate('2199-12-31'), overDays: 364 },
  stages: ['underway', 'extended', 'activitiesEnded', 'reported'],
}

/**
 * Stores so many open accords, each as its own acts made it, in one append of the event store without their command
 * log. Returns how many events.
 */
export async function storeAccords(
  { pool }: Connection,
  context: AccordContext,
  accords: number,
): Promise<number> {
  let [next, events] = [0, 0]
  await sideBySide(8, async () => {
    for (let place = next++; place < accords; place = next++) {
      const file = syntheticAccord(open, place)
      const { accordId } = file
      const lived = liveOut(requestsIn(file), context)
      const before = { version: 0, headHash: firstHash, state: initialAccord }
      const { outcome } = await append(pool, { accordId, before, ...lived, commands: [] })
      if (outcome === 'conflict') throw new Error(`${accordId} is already stored`)
      events += lived.events.length
    }
  })
  return events
}
