import { sql, type Transaction } from 'kysely'
import type { Obligation } from '../../domain/accord/state.ts'
import { type About, type Addressee, addresseesOf, type Directory } from '../../domain/people/directory.ts'
import type { RegionId } from '../../domain/regions.ts'
import { type Recipient, recipientParts } from '../../domain/reminders/recipients.ts'
import { type Instant, instantAt, laterBy, localDateOf } from '../../domain/time/instant.ts'
import { addDays, type LocalDate } from '../../domain/time/localDate.ts'
import type { Connection } from '../connect.ts'
import type { Database } from '../database.ts'
import { loadDirectory } from '../people/directory.ts'
import { type Addressed, type Claim, type DueRow, mailZone, writeNotices } from './letters.ts'

export interface Claimed {
  /** Rows that were looked at; none means there is nothing left to do. */
  readonly rows: number
  readonly notices: number
  /** Rows with nobody to send them to. */
  readonly nobody: number
}

/** Rows of the ledger per batch. */
const batchSize = 1_000
/** Where nobody is to be found, somebody may be entered: asked again so much later. */
const askAgainMs = 3_600_000

/**
 * Turns what is due into mails to be sent, in one transaction: either the mail is there and its rows are `sending`,
 * or nothing happened. Rows that another dispatcher holds are left to it.
 */
export async function claimDue(connection: Connection, claim: Claim): Promise<Claimed> {
  return connection.db.transaction().execute(async (trx) => {
    const due = await lockDue(trx, claim, batchSize)
    if (due.length === 0) return { rows: 0, notices: 0, nobody: 0 }
    const directory = await loadDirectory(trx)
    const today = localDateOf(claim.now, mailZone)
    const addressed = due.map((row) => ({ row, to: addressees(directory, row, today) }))
    const nobody = addressed.filter(({ to }) => to.length === 0).map(({ row }) => row.reminder_id)
    await postpone(trx, nobody, 'nobody', laterBy(claim.now, askAgainMs), claim)
    const reached = addressed.filter(({ to }) => to.length > 0)
    const sendable = claim.mode === 'urgent' ? reached : await oncePerDay(trx, reached, today, claim)
    const notices = await writeNotices(trx, sendable, today, claim)
    return { rows: due.length, notices, nobody: nobody.length }
  })
}

/**
 * The rows that are due, oldest first, locked. Only those that speak of the date as it stands now: the planner is a
 * moment behind the record, and nobody is reminded of what was done a second ago.
 */
function lockDue(
  trx: Transaction<Database>,
  { mode, now }: Pick<Claim, 'mode' | 'now'>,
  limit: number,
): Promise<DueRow[]> {
  return trx
    .selectFrom('reminders as r')
    .innerJoin('obligations as o', (join) =>
      join
        .onRef('o.accord_id', '=', 'r.accord_id')
        .onRef('o.deadline_id', '=', 'r.deadline_id')
        .onRef('o.revision', '=', 'r.revision'),
    )
    .innerJoin('accord_overview as a', 'a.accord_id', 'r.accord_id')
    .selectAll('r')
    .select(['a.title', 'o.passes_at', 'o.zone', 'o.ref', 'o.obligor'])
    .where('r.state', 'in', ['planned', 'released'])
    .where('r.at', '<=', now)
    .where((eb) => eb.or([eb('r.try_at', 'is', null), eb('r.try_at', '<=', now)]))
    .where(
      sql<boolean>`case when r.about = 'overdue' then o.status = 'missed' else o.status in ('open', 'held') end`,
    )
    .$if(mode === 'urgent', (query) => query.where('r.urgent', '=', true))
    .orderBy('r.at')
    .orderBy('r.reminder_id')
    .limit(limit)
    .forUpdate('r')
    .skipLocked()
    .execute()
}

/**
 * Of several steps of one deadline that fell due for one recipient while nothing ran, the last one speaks for all.
 * Returns how many were suppressed.
 */
export async function collapseLate({ db }: Connection, now: Instant): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('reminders as r')
    .set({ state: 'suppressed', reason: 'collapsed', by_actor: null, changed_at: now })
    .where('r.state', 'in', ['planned', 'released'])
    .where('r.at', '<=', now)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('reminders as later')
          .select('later.reminder_id')
          .whereRef('later.accord_id', '=', 'r.accord_id')
          .whereRef('later.deadline_id', '=', 'r.deadline_id')
          .whereRef('later.revision', '=', 'r.revision')
          .whereRef('later.recipient', '=', 'r.recipient')
          .whereRef('later.about', '=', 'r.about')
          .where('later.state', 'in', ['planned', 'released'])
          .where('later.at', '<=', now)
          .where(sql<boolean>`(later.at, later.reminder_id) > (r.at, r.reminder_id)`),
      ),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

function addressees(directory: Directory, row: DueRow, today: LocalDate): readonly Addressee[] {
  const { party, level } = recipientParts(row.recipient as Recipient)
  const about: About = {
    party,
    regionId: row.region_id as RegionId,
    programmeId: row.programme_id,
    accordId: row.accord_id,
    kind: row.kind as Obligation['kind'],
  }
  return addresseesOf(directory, about, level, today)
}

async function postpone(
  trx: Transaction<Database>,
  ids: readonly number[],
  reason: string,
  until: string,
  { now }: Claim,
): Promise<void> {
  if (ids.length === 0) return
  await trx
    .updateTable('reminders')
    .set({ reason, try_at: until, changed_at: now })
    .where('reminder_id', 'in', ids)
    .execute()
}

/** Whoever had a digest today gets no second one: what else falls due waits for tomorrow's. */
async function oncePerDay(
  trx: Transaction<Database>,
  addressed: readonly Addressed[],
  today: LocalDate,
  claim: Claim,
): Promise<Addressed[]> {
  const contacts = [...new Set(addressed.flatMap(({ to }) => to.map(({ contactId }) => contactId)))]
  if (contacts.length === 0) return []
  const had = await trx
    .selectFrom('notices')
    .select('contact_id')
    .distinct()
    .where('contact_id', 'in', contacts)
    .where('day', '=', today)
    .where('kind', '=', 'digest')
    .where('state', '<>', 'withdrawn')
    .where('run', '<>', claim.run)
    .execute()
  const full = new Set(had.map(({ contact_id }) => contact_id))
  const declined = await trx
    .selectFrom('contacts')
    .select('contact_id')
    .where('contact_id', 'in', contacts)
    .where('takes_digests', '=', false)
    .execute()
  const away = new Set(declined.map(({ contact_id }) => contact_id))
  const waiting = addressed.filter(
    ({ row, to }) => !row.urgent && to.some(({ contactId }) => full.has(contactId)),
  )
  const tomorrow = instantAt(addDays(today, 1), '00:00', mailZone)
  await postpone(
    trx,
    waiting.map(({ row }) => row.reminder_id),
    'next-digest',
    tomorrow,
    claim,
  )
  const rest = addressed.filter((one) => !waiting.includes(one))
  const wanted = rest.map(({ row, to }) => ({
    row,
    to: row.urgent ? to : to.filter(({ contactId }) => !away.has(contactId)),
  }))
  const unwanted = wanted.filter(({ to }) => to.length === 0).map(({ row }) => row.reminder_id)
  if (unwanted.length > 0) {
    await trx
      .updateTable('reminders')
      .set({ state: 'suppressed', reason: 'unsubscribed', changed_at: claim.now })
      .where('reminder_id', 'in', unwanted)
      .execute()
  }
  return wanted.filter(({ to }) => to.length > 0)
}
