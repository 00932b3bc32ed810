import { type Kysely, sql } from 'kysely'
import type { RecordedEvent } from '../../domain/accord/events.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Connection } from '../connect.ts'
import type { Database } from '../database.ts'
import { readFeed } from '../feed.ts'
import { placesOf } from './places.ts'
import type { Subscription } from './subscriptions.ts'

/** Events per page, and how many may wait for one receiver: beyond that the feed waits for it. */
const pageSize = 500
export const mostWaiting = 10_000

export interface Published {
  readonly published: number
  /** There may be more in the feed. */
  readonly going: boolean
  readonly fault?: undefined
}

const nothing: Published = { published: 0, going: false }

/**
 * Takes the next page of the feed into the outbox of one subscription, in one transaction with its place in the feed:
 * no event is left out or taken twice, whatever ends in between. Somebody else's turn is left to them.
 */
export async function publishPage(connection: Connection, id: string, now: Instant): Promise<Published> {
  return connection.db.transaction().execute(async (trx) => {
    const subscription = await trx
      .selectFrom('webhook_subscriptions')
      .selectAll()
      .select(sql<string>`xid::text`.as('xid'))
      .where('subscription_id', '=', id)
      .where('state', '=', 'active')
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (subscription === undefined || (await waiting(trx, id)) >= mostWaiting) return nothing
    const items = await readFeed({ ...connection, db: trx }, subscription, pageSize)
    const last = items.at(-1)
    if (last === undefined) return nothing
    const wanted = await matching(
      trx,
      subscription,
      items.map(({ event }) => event),
    )
    if (wanted.length > 0) {
      await trx
        .insertInto('webhook_deliveries')
        .values(wanted.map((row) => ({ ...row, subscription_id: id, ...waitingSince(now) })))
        .onConflict((conflict) => conflict.columns(['subscription_id', 'accord_id', 'version']).doNothing())
        .execute()
    }
    await trx
      .updateTable('webhook_subscriptions')
      .set({ xid: last.at.xid, position: last.at.position })
      .where('subscription_id', '=', id)
      .execute()
    return { published: wanted.length, going: items.length === pageSize }
  })
}

function waitingSince(now: Instant) {
  return {
    ...{ state: 'pending' as const, next_at: now, leased_until: null, last_status: null, last_error: null },
    ...{ created_at: now, tried_at: null, settled_at: null },
  }
}

async function waiting(db: Kysely<Database>, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('webhook_deliveries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('subscription_id', '=', id)
    .where('state', 'in', ['pending', 'failed'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function matching(
  db: Kysely<Database>,
  subscription: Subscription,
  events: readonly RecordedEvent[],
): Promise<{ accord_id: string; version: number; type: string; region_id: string }[]> {
  const { types, accord_id, region_id, programme_id } = subscription
  const some = events.filter(
    ({ type, accordId }) =>
      (types === null || types.includes(type)) && (accord_id === null || accord_id === accordId),
  )
  if (some.length === 0) return []
  const accords = await placesOf(db, [...new Set(some.map(({ accordId }) => accordId))])
  return some.flatMap(({ accordId, version, type }) => {
    const place = accords.get(accordId)
    if (place === undefined) throw new Error(`${accordId}: in the feed, and without a stream`)
    const isOurs =
      (region_id === null || region_id === place.regionId) &&
      (programme_id === null || programme_id === place.programmeId)
    return isOurs ? [{ accord_id: accordId, version, type, region_id: place.regionId }] : []
  })
}
