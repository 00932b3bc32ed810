import type { Accords } from '../client/accords.ts'
import type { Collectives } from '../client/collectives.ts'
import type { Connection } from '../db/connect.ts'
import { loadProgramme, programmeIds } from '../db/programmes/store.ts'
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

/** Sends every act over many accords that is under way on its way again; safe beside one that still goes. */
export async function recoverCollectives(
  connection: Connection,
  collectives: Collectives,
): Promise<string[]> {
  const sent: string[] = []
  for (const programmeId of await programmeIds(connection)) {
    const { state } = await loadProgramme(connection.db, programmeId)
    if (state.status === 'absent') continue
    for (const { actId, status } of Object.values(state.acts)) {
      if (status !== 'running') continue
      await collectives.go({ programmeId, actId })
      sent.push(actId)
    }
  }
  return sent
}
