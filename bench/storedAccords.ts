import type { Connection } from '../db/connect.ts'
import { firstHash } from '../db/eventCodec.ts'
import { append } from '../db/eventStore.ts'
import { initialAccord } from '../domain/accord/state.ts'
import type { AccordContext } from '../domain/accord/terms.ts'
import { liveOut, type Stage, syntheticAccords } from '../test/support/synthetic.ts'
import { sideBySide } from './measure.ts'

/** Whose deadlines are still open: 13 to 18 events each. */
const among: readonly Stage[] = ['underway', 'extended', 'ended', 'reported']

/**
 * Stores so many open accords, each as its own acts made it, in one append of the event store without their command
 * log: in four stages from underway to the report under review, on the days of a year. Returns how many events.
 */
export async function storeAccords(
  { pool }: Connection,
  context: AccordContext,
  accords: number,
): Promise<number> {
  const all = syntheticAccords({ seed: 2014, accords, among })
  let [next, events] = [0, 0]
  await sideBySide(8, async () => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) {
      const { accordId } = one
      const lived = liveOut(one.acts, context)
      const before = { version: 0, headHash: firstHash, state: initialAccord }
      const { outcome } = await append(pool, { accordId, before, ...lived, commands: [] })
      if (outcome === 'conflict') throw new Error(`${accordId} is already stored`)
      events += lived.events.length
    }
  })
  return events
}
