import { randomBytes, randomUUID } from 'node:crypto'
import { type Kysely, type Selectable, sql } from 'kysely'
import type { Instant } from '../../domain/time/instant.ts'
import type { Connection } from '../connect.ts'
import type { Database } from '../database.ts'
import type { WebhookDeed, WebhookSubscriptionsTable } from '../webhookTables.ts'

export type Subscription = Selectable<WebhookSubscriptionsTable>

export interface NewSubscription {
  readonly url: string
  /** Null in each: all. */
  readonly types: readonly string[] | null
  readonly regionId: string | null
  readonly programmeId: string | null
  readonly accordId: string | null
  readonly from: 'start' | 'now'
}

/** Who does something with a subscription, as `role:id`, and when. */
export interface Doing {
  readonly by: string | null
  readonly now: Instant
  readonly reason?: string
}

/** Not ended, of all: each is read and served in every pass. */
export const mostSubscriptions = 50
/** A secret that was replaced signs beside the new one for so long. */
export const oldSecretMs = 24 * 3_600_000

/** The secret is given here and never again; undefined where there are as many subscriptions as there may be. */
export async function addSubscription(
  { db }: Connection,
  given: NewSubscription,
  doing: Doing,
): Promise<{ readonly subscriptionId: string; readonly secret: string } | undefined> {
  const subscription_id = `webhook-${randomUUID().slice(0, 8)}`
  const secret = newSecret()
  const { url, types, regionId, programmeId, accordId, from } = given
  return db.transaction().execute(async (trx) => {
    // One at a time, or two at once would both be the last.
    await sql`select pg_advisory_xact_lock(870009)`.execute(trx)
    const { count } = await trx
      .selectFrom('webhook_subscriptions')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('state', '<>', 'ended')
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostSubscriptions) return undefined
    await trx
      .insertInto('webhook_subscriptions')
      .values({
        ...{ subscription_id, url, types, region_id: regionId, programme_id: programmeId },
        ...{ accord_id: accordId, state: 'active', reason: null, position: 0 },
        // What is being written at this moment counts as after it.
        xid: from === 'start' ? '0' : sql<string>`pg_snapshot_xmin(pg_current_snapshot())`,
        ...{ created_at: doing.now, created_by: doing.by ?? '', changed_at: doing.now },
      })
      .execute()
    await insertSecret(trx, subscription_id, secret, doing.now)
    await note(trx, { subscription_id, region_id: regionId }, 'created', doing)
    return { subscriptionId: subscription_id, secret }
  })
}

export async function subscriptionOf({ db }: Connection, id: string): Promise<Subscription | undefined> {
  return db
    .selectFrom('webhook_subscriptions')
    .selectAll()
    .where('subscription_id', '=', id)
    .executeTakeFirst()
}

export async function activeSubscriptions({ db }: Connection): Promise<Subscription[]> {
  return db
    .selectFrom('webhook_subscriptions')
    .selectAll()
    .where('state', '=', 'active')
    .orderBy('created_at')
    .orderBy('subscription_id')
    .limit(mostSubscriptions)
    .execute()
}

/** False where it was not in a state that allows it: ended, or already so. */
export async function setState(
  { db }: Connection,
  id: string,
  to: 'active' | 'paused',
  doing: Doing & { readonly because?: 'asked' | 'gone' },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('webhook_subscriptions')
      .set({
        state: to,
        reason: to === 'paused' ? (doing.because ?? 'asked') : null,
        changed_at: doing.now,
      })
      .where('subscription_id', '=', id)
      .where('state', '=', to === 'active' ? 'paused' : 'active')
      .returning(['subscription_id', 'region_id'])
      .executeTakeFirst()
    if (row !== undefined) await note(trx, row, to === 'active' ? 'resumed' : 'paused', doing)
    return row !== undefined
  })
}

/** What waits is dropped and the secrets are erased; what was done stays written. False where it was ended already. */
export async function endSubscription({ db }: Connection, id: string, doing: Doing): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('webhook_subscriptions')
      .set({ state: 'ended', reason: null, changed_at: doing.now })
      .where('subscription_id', '=', id)
      .where('state', '<>', 'ended')
      .returning(['subscription_id', 'region_id'])
      .executeTakeFirst()
    if (row === undefined) return false
    await trx.deleteFrom('webhook_secrets').where('subscription_id', '=', id).execute()
    await trx
      .deleteFrom('webhook_deliveries')
      .where('subscription_id', '=', id)
      .where('state', 'in', ['pending', 'failed'])
      .execute()
    await note(trx, row, 'ended', doing)
    return true
  })
}

/** A new secret; the one before it signs too for a day, and any older one no more. Undefined where it has ended. */
export async function rotateSecret(
  { db }: Connection,
  id: string,
  doing: Doing,
): Promise<{ readonly secret: string; readonly oldUntil: Instant } | undefined> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('webhook_subscriptions')
      .select(['subscription_id', 'region_id'])
      .where('subscription_id', '=', id)
      .where('state', '<>', 'ended')
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return undefined
    const oldUntil = new Date(Date.parse(doing.now) + oldSecretMs).toISOString() as Instant
    await trx
      .deleteFrom('webhook_secrets')
      .where('subscription_id', '=', id)
      .where('valid_until', 'is not', null)
      .execute()
    await trx
      .updateTable('webhook_secrets')
      .set({ valid_until: oldUntil })
      .where('subscription_id', '=', id)
      .execute()
    const secret = newSecret()
    await insertSecret(trx, id, secret, doing.now)
    await note(trx, row, 'rotated', doing)
    return { secret, oldUntil }
  })
}

/** The newest first; those that are over are left out. */
export async function secretsOf({ db }: Connection, id: string, now: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom('webhook_secrets')
    .select('secret')
    .where('subscription_id', '=', id)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .orderBy('secret_id', 'desc')
    .limit(2)
    .execute()
  return rows.map(({ secret }) => secret)
}

/** Written with what it is about; append-only. */
export async function note(
  db: Kysely<Database>,
  { subscription_id, region_id }: Pick<Subscription, 'subscription_id' | 'region_id'>,
  what: WebhookDeed,
  { by, now, reason }: Doing,
  about: string | null = null,
): Promise<void> {
  await db
    .insertInto('webhook_notes')
    .values({ subscription_id, region_id, at: now, what, by_actor: by, about, reason: reason ?? null })
    .execute()
}

async function insertSecret(db: Kysely<Database>, subscription_id: string, secret: string, made_at: string) {
  await db
    .insertInto('webhook_secrets')
    .values({ subscription_id, secret, made_at, valid_until: null })
    .execute()
}

/** As Standard Webhooks writes them: 32 bytes of chance in base64. */
function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}
