import { sql } from 'kysely'
import type { Connection } from '../connect.ts'
import type { Delivery } from './deliveries.ts'
import { type Doing, note, type Subscription } from './subscriptions.ts'

/** One event of one accord. */
export interface EventKey {
  readonly accordId: string
  readonly version: number
}

/** Which of the deliveries that wait or failed; nothing given: all of the subscription. */
export interface Chosen {
  readonly accordId?: string
  readonly version?: number
}

/** What failed is due now, with all its attempts before it, and so is what waits to be tried again. */
export async function redrive(
  { db }: Connection,
  subscription: Subscription,
  { accordId, version }: Chosen,
  doing: Doing,
): Promise<{ readonly failed: number; readonly retrying: number }> {
  return db.transaction().execute(async (trx) => {
    const again = (state: 'failed' | 'pending') =>
      trx
        .updateTable('webhook_deliveries')
        .set({ state: 'pending', attempts: 0, next_at: doing.now, leased_until: null })
        .where('subscription_id', '=', subscription.subscription_id)
        .where('state', '=', state)
        // One that is being sent at this moment is left to whoever sends it.
        .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', doing.now)]))
        .$if(state === 'pending', (query) => query.where('attempts', '>', 0))
        .$if(accordId !== undefined, (query) => query.where('accord_id', '=', accordId ?? ''))
        .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
        .executeTakeFirst()
    const retrying = Number((await again('pending')).numUpdatedRows)
    const failed = Number((await again('failed')).numUpdatedRows)
    const about = [accordId, version].filter((part) => part !== undefined).join('/')
    if (failed + retrying > 0) await note(trx, subscription, 'redriven', doing, about || null)
    return { failed, retrying }
  })
}

/** Never sent: the accord goes on with the next event. False where it does not wait, or is being sent now. */
export async function skip(
  { db }: Connection,
  subscription: Subscription,
  { accordId, version }: EventKey,
  doing: Doing,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('webhook_deliveries')
      .set({ state: 'skipped', leased_until: null, settled_at: doing.now })
      .where('subscription_id', '=', subscription.subscription_id)
      .where('accord_id', '=', accordId)
      .where('version', '=', version)
      .where('state', 'in', ['pending', 'failed'])
      .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', doing.now)]))
      .returning('region_id')
      .executeTakeFirst()
    if (row !== undefined) await note(trx, subscription, 'skipped', doing, `${accordId}/${version}`)
    return row !== undefined
  })
}

export interface Backlog {
  readonly subscription: Subscription
  readonly pending: number
  readonly failed: number
  /** Behind a failed one of their accord. */
  readonly blocked: number
  readonly delivered: number
  /** Of the oldest that has not arrived. */
  readonly oldestAt: string | null
  readonly lastDeliveredAt: string | null
}

/** Those that have not ended first, then the newest; `delivered` counts what is still kept. */
export async function backlogs(
  { db }: Connection,
  { id, limit }: { readonly id?: string; readonly limit: number },
): Promise<Backlog[]> {
  const rows = await db
    .selectFrom('webhook_subscriptions as s')
    .leftJoin('webhook_deliveries as d', 'd.subscription_id', 's.subscription_id')
    .selectAll('s')
    .select([
      sql<number>`count(*) filter (where d.state = 'pending')`.as('pending'),
      sql<number>`count(*) filter (where d.state = 'failed')`.as('failed'),
      sql<number>`count(*) filter (where d.state = 'delivered')`.as('delivered'),
      sql<number>`count(*) filter (where d.state = 'pending' and exists (
        select from webhook_deliveries f where f.subscription_id = d.subscription_id
          and f.accord_id = d.accord_id and f.version < d.version and f.state = 'failed'))`.as('blocked'),
      sql<string | null>`min(d.created_at) filter (where d.state in ('pending', 'failed'))`.as('oldestAt'),
      sql<string | null>`max(d.settled_at) filter (where d.state = 'delivered')`.as('lastDeliveredAt'),
    ])
    .$if(id !== undefined, (query) => query.where('s.subscription_id', '=', id ?? ''))
    .groupBy('s.subscription_id')
    .orderBy(sql`s.state = 'ended'`)
    .orderBy('s.created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ pending, failed, delivered, blocked, oldestAt, lastDeliveredAt, ...subscription }) => ({
    ...{ subscription, pending, failed, delivered, blocked, oldestAt, lastDeliveredAt },
  }))
}

/** What was tried and has not arrived: the failed first, then those that will be tried again, newest first. */
export async function troubles({ db }: Connection, id: string, limit: number): Promise<Delivery[]> {
  return db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('subscription_id', '=', id)
    .where('state', 'in', ['failed', 'pending'])
    .where('tried_at', 'is not', null)
    .orderBy(sql`state = 'pending'`)
    .orderBy('tried_at', 'desc')
    .orderBy('accord_id')
    .limit(limit)
    .execute()
}

/** What was done with it, the newest first. */
export async function notesOf({ db }: Connection, id: string, limit: number) {
  return db
    .selectFrom('webhook_notes')
    .select(['at', 'what', 'by_actor', 'about', 'reason'])
    .where('subscription_id', '=', id)
    .orderBy('note_id', 'desc')
    .limit(limit)
    .execute()
}
