import type { RecordedEvent } from '../../domain/accord/events.ts'
import type { Connection } from '../connect.ts'
import { decode } from '../eventCodec.ts'

/**
 * An accord's life, read from the events themselves: a copy could only drift. `afterVersion` goes on
 * where a page ended; `limit` is 1 to 1000.
 */
export async function timeline(
  { db }: Connection,
  accordId: string,
  page: { readonly afterVersion?: number; readonly limit: number },
): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('events')
    .select(['version', 'command_id', 'type', 'schema_version', 'data', 'act', 'notices', 'recorded_at'])
    .where('accord_id', '=', accordId)
    .where('version', '>', page.afterVersion ?? 0)
    .orderBy('version')
    .limit(page.limit)
    .execute()
  return rows.map((row) => decode(accordId, row))
}
