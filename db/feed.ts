import { sql } from 'kysely'
import type { RecordedEvent } from '../domain/accord/events.ts'
import type { Connection } from './connect.ts'
import { decode } from './eventCodec.ts'

/** Where a reader of the feed goes on. Transaction ids are text: they outgrow a JavaScript number. */
export interface FeedPosition {
  readonly xid: string
  readonly position: number
}

export const feedStart: FeedPosition = { xid: '0', position: 0 }

export interface FeedItem {
  readonly at: FeedPosition
  readonly event: RecordedEvent
}

/**
 * All events of all accords after `after`, in an order in which none can appear behind a reader:
 * by transaction, and only transactions older than every one still running. An open transaction
 * anywhere in the cluster holds the feed back; it never makes it skip. `limit` is 1 to 10,000.
 */
export async function readFeed({ db }: Connection, after: FeedPosition, limit: number): Promise<FeedItem[]> {
  const rows = await db
    .selectFrom('events')
    .select(['accord_id', 'version', 'command_id', 'type', 'schema_version', 'data', 'act', 'notices'])
    .select(['recorded_at', 'position', sql<string>`xid::text`.as('xid')])
    .where(sql<boolean>`(xid, position) > (${after.xid}::xid8, ${after.position}::bigint)`)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy(sql`events.xid`)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    at: { xid: row.xid, position: row.position },
    event: decode(row.accord_id, row),
  }))
}
