import { accordDecider } from '../domain/accord/decide.ts'
import type { RecordedEvent } from '../domain/accord/events.ts'
import { type AccordState, initialAccord } from '../domain/accord/state.ts'
import { fold } from '../domain/decider.ts'
import type { Connection } from './connect.ts'
import { decode, type StoredEvent } from './eventCodec.ts'

export interface StoredStream {
  readonly accordId: string
  readonly regionId: string
  readonly version: number
  readonly headHash: Buffer
  readonly finished: boolean
  readonly events: readonly (StoredEvent & {
    readonly region_id: string
    readonly on_date: string
    readonly prev_hash: Buffer
    readonly hash: Buffer
  })[]
}

/** Every stream in the order of its id, `batch` at a time: memory stays flat however many there are. */
export async function* eachStream({ db }: Connection, batch = 200): AsyncGenerator<StoredStream> {
  let after = ''
  for (;;) {
    const streams = await db
      .selectFrom('streams')
      .selectAll()
      .where('accord_id', '>', after)
      .orderBy('accord_id')
      .limit(batch)
      .execute()
    const last = streams.at(-1)
    if (last === undefined) return
    const events = await db
      .selectFrom('events')
      .selectAll()
      .where('accord_id', '>', after)
      .where('accord_id', '<=', last.accord_id)
      .orderBy('accord_id')
      .orderBy('version')
      .execute()
    const byStream = Map.groupBy(events, (event) => event.accord_id)
    for (const stream of streams) {
      const { accord_id: accordId, region_id: regionId, version, head_hash: headHash, finished } = stream
      yield { accordId, regionId, version, headHash, finished, events: byStream.get(accordId) ?? [] }
    }
    after = last.accord_id
  }
}

export interface Folded {
  readonly events: readonly RecordedEvent[]
  readonly state: AccordState
}

export function foldStream({ accordId, events: stored }: StoredStream): Folded {
  const events = stored.map((row) => decode(accordId, row))
  return { events, state: fold(accordDecider.evolve, initialAccord, events) }
}

/** The accords whose workflow should be running, in the order of their ids. */
export async function* unfinishedAccords({ db }: Connection, batch = 1_000): AsyncGenerator<string> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('streams')
      .select('accord_id')
      .where('finished', '=', false)
      .where('accord_id', '>', after)
      .orderBy('accord_id')
      .limit(batch)
      .execute()
    for (const row of rows) yield row.accord_id
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.accord_id
  }
}
