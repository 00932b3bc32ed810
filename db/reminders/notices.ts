import { type Selectable, sql, type Transaction } from 'kysely'
import { insteadOf } from '../../domain/people/directory.ts'
import type { Letter } from '../../domain/reminders/letter.ts'
import { type Instant, laterBy, localDateOf } from '../../domain/time/instant.ts'
import type { Connection } from '../connect.ts'
import type { Database } from '../database.ts'
import { loadDirectory } from '../people/directory.ts'
import { insertNotices, mailZone } from './letters.ts'

export type Notice = Selectable<Database['notices']> & { readonly letter: Letter }

/** Longer than any mail server is waited for: a lease that ran out belonged to a worker that died. */
const leaseMs = 5 * 60_000
/** A mail that waited so long for its server speaks of a day that is gone: it is composed anew. */
const staleMs = 2 * 3_600_000
/** Whoever cannot be delivered to for so long is taken for unreachable. */
const patienceMs = 3 * 86_400_000

/**
 * The next mails to send, leased to this worker: no other takes them until the lease runs out. One whose lease ran
 * out may have been sent by whoever held it, and goes out under the same message id again.
 */
export async function leaseNotices({ db }: Connection, now: Instant, limit: number): Promise<Notice[]> {
  const next = db
    .selectFrom('notices')
    .select('notice_id')
    .where('state', 'in', ['composed', 'sending'])
    .where('next_at', '<=', now)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<', now)]))
    .orderBy('next_at')
    .orderBy('notice_id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
  const rows = await db
    .updateTable('notices')
    .set({
      maybe_sent: sql<boolean>`maybe_sent or state = 'sending'`,
      state: 'sending',
      leased_until: laterBy(now, leaseMs),
      attempts: sql<number>`attempts + 1`,
    })
    .where('notice_id', 'in', next)
    .returningAll()
    .execute()
  return rows as Notice[]
}

/** Mails whose server was away too long, and that nobody can have got: their rows are due again. */
export async function withdrawStale({ db }: Connection, now: Instant): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const stale = await trx
      .updateTable('notices')
      .set({ state: 'withdrawn', reason: 'stale', settled_at: now })
      .where('state', '=', 'composed')
      .where('maybe_sent', '=', false)
      .where('composed_at', '<', laterBy(now, -staleMs))
      .returning('notice_id')
      .execute()
    const ids = stale.map(({ notice_id }) => notice_id)
    if (ids.length > 0) await settleRows(trx, ids, now)
    return ids.length
  })
}

/** The mail server took it. `textSha256` proves later what was said. */
export async function recordSent(
  { db }: Connection,
  { notice_id }: Notice,
  sent: { readonly answer: string; readonly textSha256: string },
  now: Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('notices')
      .set({ state: 'sent', sent_at: now, leased_until: null, reason: null, text_sha256: sent.textSha256 })
      .set({ answer: sent.answer.slice(0, 500) })
      .where('notice_id', '=', notice_id)
      .execute()
    await settleRows(trx, [notice_id], now)
    await trx
      .insertInto('mail_status')
      .values({ problem: null, detail: null, since: null, last_sent_at: now, checked_at: now })
      .onConflict((conflict) =>
        conflict
          .column('only_row')
          .doUpdateSet({ problem: null, detail: null, since: null, last_sent_at: now, checked_at: now }),
      )
      .execute()
  })
}

/**
 * It could not be handed over now; nothing is lost. `maybeSent` where the connection was cut when the server may have
 * had it. Given up, and sent to somebody else, after three days.
 */
export async function recordLater(
  connection: Connection,
  notice: Notice,
  why: { readonly problem: string; readonly detail: string; readonly maybeSent: boolean },
  now: Instant,
): Promise<void> {
  const { db } = connection
  if (notice.composed_at < laterBy(now, -patienceMs) && why.problem === 'later') {
    await recordUndeliverable(connection, notice, { state: 'rejected', reason: why.detail }, now)
    return
  }
  const waitMs = Math.min(3_600_000, 60_000 * 2 ** Math.min(notice.attempts - 1, 6))
  const maybe = notice.maybe_sent || why.maybeSent
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('notices')
      // Only what nobody can have got is taken back by `withdrawStale`.
      .set({ state: maybe ? 'sending' : 'composed', maybe_sent: maybe, leased_until: null })
      .set({ next_at: laterBy(now, waitMs), reason: why.problem, answer: why.detail.slice(0, 500) })
      .where('notice_id', '=', notice.notice_id)
      .execute()
    const { problem, detail } = why
    await trx
      .insertInto('mail_status')
      .values({ problem, detail: detail.slice(0, 500), since: now, last_sent_at: null, checked_at: now })
      .onConflict((conflict) =>
        conflict.column('only_row').doUpdateSet({
          ...{ problem, detail: detail.slice(0, 500), checked_at: now },
          since: sql<string>`coalesce(mail_status.since, excluded.since)`,
        }),
      )
      .execute()
  })
}

/**
 * It cannot reach this contact, or came back: the contact is marked, and the same letter goes to somebody else of
 * the office or above it. With nobody else its rows are `bounced`, which `reminder list` and `verify` show.
 */
export async function recordUndeliverable(
  { db }: Connection,
  notice: Notice,
  why: { readonly state: 'rejected' | 'bounced'; readonly reason: string },
  now: Instant,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('notices')
      .set({ state: why.state, reason: why.reason.slice(0, 500), leased_until: null, settled_at: now })
      .where('notice_id', '=', notice.notice_id)
      .execute()
    await trx
      .updateTable('contacts')
      .set({ unreachable_at: now, unreachable_why: why.reason.slice(0, 500), changed_at: now })
      .set({ changed_by: 'scheduler:posta' })
      .where('contact_id', '=', notice.contact_id)
      .where('erased_at', 'is', null)
      .where('unreachable_at', 'is', null)
      .execute()
    await sendToOthers(trx, notice, now)
    await settleRows(trx, [notice.notice_id], now)
  })
}

async function sendToOthers(trx: Transaction<Database>, notice: Notice, now: Instant): Promise<void> {
  const today = localDateOf(now, mailZone)
  const others = insteadOf(await loadDirectory(trx), notice.contact_id, today).map((one) => one.contactId)
  const items = await trx
    .selectFrom('notice_items')
    .select('reminder_id')
    .where('notice_id', '=', notice.notice_id)
    .execute()
  const reminders = items.map(({ reminder_id }) => reminder_id)
  if (others.length === 0 || reminders.length === 0) return
  // Whoever has these rows in a mail already needs no second one.
  const have = await trx
    .selectFrom('notices as n')
    .innerJoin('notice_items as i', 'i.notice_id', 'n.notice_id')
    .select('n.contact_id')
    .where('i.reminder_id', 'in', reminders)
    .where('n.contact_id', 'in', others)
    .where('n.state', '<>', 'withdrawn')
    .execute()
  const told = new Set(have.map(({ contact_id }) => contact_id))
  const letter: Letter = { ...notice.letter, kind: 'fallback' }
  const domain = notice.message_id.slice(notice.message_id.indexOf('@') + 1, -1)
  const drafts = others
    .filter((contactId) => !told.has(contactId))
    .map((contactId) => ({ contactId, letter, reminders, insteadOf: notice.notice_id }))
  await insertNotices(trx, drafts, today, { run: notice.run, now, domain })
}

/** A receipt came back for a message id. Unknown ids, and what is settled already, change nothing. */
export async function recordReceipt(
  connection: Connection,
  messageId: string,
  receipt: { readonly outcome: 'delivered' | 'bounced'; readonly reason: string },
  now: Instant,
): Promise<'recorded' | 'unknown' | 'known'> {
  const { db } = connection
  const found = await db
    .selectFrom('notices')
    .selectAll()
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  if (found === undefined) return 'unknown'
  if (!['sent', 'sending'].includes(found.state)) return 'known'
  if (receipt.outcome === 'bounced') {
    await recordUndeliverable(connection, found as Notice, { state: 'bounced', reason: receipt.reason }, now)
    return 'recorded'
  }
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('notices')
      .set({ state: 'delivered', settled_at: now, leased_until: null })
      .where('notice_id', '=', found.notice_id)
      .execute()
    await settleRows(trx, [found.notice_id], now)
  })
  return 'recorded'
}

/**
 * What has become of the rows of some mails: sent as soon as nothing is under way any more and one mail went out;
 * bounced where none did; due again where all were withdrawn.
 */
async function settleRows(
  trx: Transaction<Database>,
  noticeIds: readonly string[],
  now: Instant,
): Promise<void> {
  await sql`
    with touched as (select distinct reminder_id from notice_items where notice_id = any(${noticeIds}::text[])),
    outcome as (
      select t.reminder_id, case
        when bool_or(n.state in ('composed', 'sending')) then 'sending'
        when bool_or(n.state = 'delivered') then 'delivered'
        when bool_or(n.state = 'sent') then 'sent'
        when bool_or(n.state in ('bounced', 'rejected')) then 'bounced'
        else 'planned' end as state
      from touched t join notice_items i using (reminder_id) join notices n using (notice_id)
      group by t.reminder_id)
    update reminders r set state = o.state, reason = case o.state when 'bounced' then 'nobody-else' end,
      changed_at = ${now}
    from outcome o where o.reminder_id = r.reminder_id and r.state <> o.state
      and r.state in ('sending', 'sent', 'delivered', 'bounced')`.execute(trx)
}
