import type { Connection } from '../../db/connect.ts'
import { chainHash, firstHash } from '../../db/eventCodec.ts'
import { rebuild } from '../../db/rebuild.ts'
import { eachStream, type StoredStream } from '../../db/streams.ts'
import { asAdmin, type TestDatabase } from './database.ts'

type Row = StoredStream['events'][number]

/** The part of a stored event that somebody would change. */
export type Change = (event: Row) => Partial<Pick<Row, 'data' | 'schema_version'>> | undefined

/**
 * Changes stored events as somebody with all rights over the database would who knows accordi: with every
 * hash after them made anew, the head too, and the read models made again. Returns how many were changed.
 */
export async function rewrite(
  { adminUrl }: TestDatabase,
  app: Connection,
  accordId: string,
  change: Change,
): Promise<number> {
  const stream = await streamOf(app, accordId)
  let previous: Buffer = firstHash
  let changed = 0
  await asAdmin(adminUrl, async (client) => {
    await client.query('set search_path = accordi')
    await client.query('alter table events disable trigger events_append_only')
    for (const event of stream.events) {
      const other = change(event)
      if (other !== undefined) changed += 1
      const row = { ...event, ...other }
      const hash = chainHash(previous, accordId, row)
      await client.query(
        'update events set data = $3, schema_version = $4, prev_hash = $5, hash = $6 where accord_id = $1 and version = $2',
        [accordId, row.version, JSON.stringify(row.data), row.schema_version, previous, hash],
      )
      previous = hash
    }
    await client.query('update streams set head_hash = $2 where accord_id = $1', [accordId, previous])
    await client.query('alter table events enable trigger events_append_only')
  })
  await rebuild(app)
  return changed
}

async function streamOf(app: Connection, accordId: string): Promise<StoredStream> {
  for await (const stream of eachStream(app)) {
    if (stream.accordId === accordId) return stream
  }
  throw new Error(`no stream ${accordId}`)
}
