import type { Accords } from '../client/accords.ts'
import type { Connection } from '../db/connect.ts'
import { unfinishedAccords } from '../db/streams.ts'

export interface Recovered {
  readonly accordId: string
  readonly outcome: 'started' | 'running'
}

const parallel = 16

/**
 * Starts the workflow of every unfinished accord that has none. The workflow loads its stream and arms
 * the same deadline; safe to repeat, and safe beside acts that arrive meanwhile.
 */
export async function* recover(connection: Connection, accords: Accords): AsyncGenerator<Recovered> {
  let batch: string[] = []
  const start = () =>
    Promise.all(batch.map(async (accordId) => ({ accordId, outcome: await accords.ensureRunning(accordId) })))
  for await (const accordId of unfinishedAccords(connection)) {
    batch.push(accordId)
    if (batch.length < parallel) continue
    yield* await start()
    batch = []
  }
  yield* await start()
}
