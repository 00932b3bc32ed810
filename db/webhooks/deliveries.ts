import { type Kysely, type Selectable, sql } from 'kysely'
import type { RecordedEvent } from '../../domain/accord/events.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Connection } from '../connect.ts'
import type { Database } from '../database.ts'
import { decode } from '../eventCodec.ts'
import type { WebhookDeliveriesTable } from '../webhookTables.ts'
import { type Place, placesOf } from './places.ts'

export type Delivery = Selectable<WebhookDeliveriesTable>

/** Longer than everything that is leased at once can take: 20 deliveries, 4 at a time, 10 seconds each. */
const leaseMs = 120_000
/** Delivered and skipped ones are kept for so long. */
export const keptDays = 30
const forgottenAtOnce = 10_000

/**
 * The first deliveries that are due, each the earliest of its accord that has not arrived: a later event waits for
 * the one before it, and for a failed one until somebody redrives or skips it. Leased to the caller; what another has
 * leased is left to it, until its lease runs out.
 */
export async function leaseDue(
  { db }: Connection,
  subscriptionId: string,
  now: Instant,
  limit: number,
): Promise<Delivery[]> {
  const until = new Date(Date.parse(now) + leaseMs).toISOString()
  return db.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('webhook_deliveries as d')
      .innerJoin('webhook_subscriptions as s', 's.subscription_id', 'd.subscription_id')
      .select(['d.accord_id', 'd.version'])
      .where('d.subscription_id', '=', subscriptionId)
      .where('s.state', '=', 'active')
      .where('d.state', '=', 'pending')
      .where('d.next_at', '<=', now)
      .where((eb) => eb.or([eb('d.leased_until', 'is', null), eb('d.leased_until', '<=', now)]))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('webhook_deliveries as earlier')
              .select('earlier.version')
              .whereRef('earlier.subscription_id', '=', 'd.subscription_id')
              .whereRef('earlier.accord_id', '=', 'd.accord_id')
              .whereRef('earlier.version', '<', 'd.version')
              .where('earlier.state', 'in', ['pending', 'failed']),
          ),
        ),
      )
      .orderBy('d.next_at')
      .orderBy('d.accord_id')
      .limit(limit)
      .forUpdate('d')
      .skipLocked()
      .execute()
    if (due.length === 0) return []
    return trx
      .updateTable('webhook_deliveries')
      .set({ leased_until: until })
      .where('subscription_id', '=', subscriptionId)
      .where((eb) => eb.or(due.map((row) => eb.and(row))))
      .returningAll()
      .execute()
  })
}

/** True whoever holds the lease by now: it has arrived. */
export async function recordDelivered({ db }: Connection, one: Delivery, status: number, now: Instant) {
  await keyed(db, one)
    .set((eb) => ({
      ...{ state: 'delivered', attempts: eb('attempts', '+', 1), leased_until: null },
      ...{ last_status: status, last_error: null, tried_at: now, settled_at: now },
    }))
    .where('state', '=', 'pending')
    .execute()
}

export interface Failure {
  readonly status?: number
  readonly error?: string
}

/** Counts the attempt. `nextAt` undefined: it is given up until redriven. Nothing where the lease is another's by now. */
export async function recordFailure(
  { db }: Connection,
  one: Delivery,
  { status, error }: Failure,
  { now, nextAt }: { readonly now: Instant; readonly nextAt: Instant | undefined },
): Promise<void> {
  await keyed(db, one)
    .set((eb) => ({
      ...{ state: nextAt === undefined ? 'failed' : 'pending', attempts: eb('attempts', '+', 1) },
      ...{ next_at: nextAt ?? one.next_at, leased_until: null, tried_at: now },
      ...{ last_status: status ?? null, last_error: error ?? null },
    }))
    .where('state', '=', 'pending')
    .where('leased_until', '=', one.leased_until)
    .execute()
}

/** Those that were leased and not tried. */
export async function release({ db }: Connection, some: readonly Delivery[]): Promise<void> {
  for (const one of some) {
    await keyed(db, one)
      .set({ leased_until: null })
      .where('state', '=', 'pending')
      .where('leased_until', '=', one.leased_until)
      .execute()
  }
}

function keyed(db: Kysely<Database>, { subscription_id, accord_id, version }: Delivery) {
  return db
    .updateTable('webhook_deliveries')
    .where('subscription_id', '=', subscription_id)
    .where('accord_id', '=', accord_id)
    .where('version', '=', version)
}

export interface EventToSend extends Place {
  readonly event: RecordedEvent
}

/** The event as the record has it; throws UnreadableEvent where this version of accordi cannot read it. */
export async function eventOf(
  { db }: Connection,
  { accord_id, version }: Pick<Delivery, 'accord_id' | 'version'>,
): Promise<EventToSend> {
  const row = await db
    .selectFrom('events')
    .select(['version', 'command_id', 'type', 'schema_version', 'data', 'act', 'notices', 'recorded_at'])
    .where('accord_id', '=', accord_id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  const place = (await placesOf(db, [accord_id])).get(accord_id)
  if (place === undefined) throw new Error(`${accord_id}: an event, and no first one`)
  return { event: decode(accord_id, row), ...place }
}

/** Drops what arrived or was skipped long ago, and secrets that are over. Returns how many deliveries it dropped. */
export async function forgetOld({ db }: Connection, now: Instant): Promise<number> {
  const before = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString()
  await db.deleteFrom('webhook_secrets').where('valid_until', '<=', now).execute()
  const { numAffectedRows } = await sql`
    delete from webhook_deliveries where ctid = any (array(
      select ctid from webhook_deliveries
      where state in ('delivered', 'skipped') and settled_at < ${before} limit ${forgottenAtOnce}))
    and state in ('delivered', 'skipped')`.execute(db)
  return Number(numAffectedRows ?? 0)
}
