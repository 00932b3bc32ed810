import { accordDecider } from '../domain/accord/decide.ts'
import type { RecordedEvent } from '../domain/accord/events.ts'
import { type Accord, initialAccord } from '../domain/accord/state.ts'
import { fold } from '../domain/decider.ts'
import { isIntact } from './chain.ts'
import type { Connection } from './connect.ts'
import { decode, firstHash, hashedText } from './eventCodec.ts'

/** One accord's stream as it is proved: what was hashed, what came out, and what it means. */
export interface ProvedStream {
  readonly accord: Accord
  readonly events: readonly RecordedEvent[]
  /** Of each event the exact text that was hashed: canonical JSON, on one line. */
  readonly texts: readonly string[]
  /** Of each event its hash, in hex: SHA-256 over the bytes of the previous hash (32 zeros first) and the text. */
  readonly hashes: readonly string[]
}

/** The stream of an accord cannot be handed on: its hashes do not come out. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain'
  readonly version: number

  constructor(accordId: string, version: number) {
    super(`${accordId} v${version}: the stored hash does not come out`)
    this.version = version
  }
}

const pageSize = 500

/**
 * Reads an accord's stream in one snapshot and computes every hash again. Undefined where there is none, or none
 * that this reader may see. Throws BrokenChain where a hash does not come out, UnreadableEvent as `decode` does.
 */
export async function provedStream(
  connection: Connection,
  accordId: string,
  onProgress: (read: number, of: number) => void = () => undefined,
): Promise<ProvedStream | undefined> {
  const snapshot = await connection.db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    return await readStream({ ...connection, db: snapshot }, accordId, onProgress)
  } finally {
    await snapshot.rollback().execute()
  }
}

async function readStream(
  { db }: Connection,
  accordId: string,
  onProgress: (read: number, of: number) => void,
): Promise<ProvedStream | undefined> {
  const head = await db.selectFrom('streams').selectAll().where('accord_id', '=', accordId).executeTakeFirst()
  if (head === undefined) return undefined
  const [events, texts, hashes]: [RecordedEvent[], string[], string[]] = [[], [], []]
  let previous: Buffer = firstHash
  while (events.length < head.version) {
    const rows = await db
      .selectFrom('events')
      .selectAll()
      .where('accord_id', '=', accordId)
      .where('version', '>', events.length)
      .orderBy('version')
      .limit(pageSize)
      .execute()
    if (rows.length === 0) throw new BrokenChain(accordId, events.length + 1)
    for (const row of rows) {
      const isNext = row.version === events.length + 1
      if (!isNext || !isIntact(previous, accordId, row)) {
        throw new BrokenChain(accordId, events.length + 1)
      }
      events.push(decode(accordId, row))
      texts.push(hashedText(accordId, row))
      hashes.push(row.hash.toString('hex'))
      previous = row.hash
    }
    onProgress(events.length, head.version)
  }
  if (!head.head_hash.equals(previous)) throw new BrokenChain(accordId, head.version)
  const accord = fold(accordDecider.evolve, initialAccord, events)
  return accord.phase === 'absent' ? undefined : { accord, events, texts, hashes }
}
