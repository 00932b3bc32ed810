import { sql } from 'kysely'
import type { Instant } from '../../domain/time/instant.ts'
import type { Connection } from '../connect.ts'
import { type FeedPosition, feedStart } from '../feed.ts'

export async function cursorOf({ db }: Connection, name: string): Promise<FeedPosition> {
  const row = await db
    .selectFrom('cursors')
    .select([sql<string>`xid::text`.as('xid'), 'position'])
    .where('name', '=', name)
    .executeTakeFirst()
  return row ?? feedStart
}

/** Never moves back: of two readers the one that came further counts. */
export async function moveCursor(
  { db }: Connection,
  name: string,
  { xid, position }: FeedPosition,
  at: Instant,
): Promise<void> {
  await db
    .insertInto('cursors')
    .values({ name, xid, position, at })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ xid, position, at })
        .where(sql<boolean>`(cursors.xid, cursors.position) < (excluded.xid, excluded.position)`),
    )
    .execute()
}
