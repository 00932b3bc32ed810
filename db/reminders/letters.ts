import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Obligation } from '../../domain/accord/state.ts'
import type { Addressee } from '../../domain/people/directory.ts'
import type { RegionId } from '../../domain/regions.ts'
import type { Letter, LetterItem } from '../../domain/reminders/letter.ts'
import type { StepName } from '../../domain/reminders/planned.ts'
import { type Recipient, recipientParts } from '../../domain/reminders/recipients.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { daysBetween, type LocalDate } from '../../domain/time/localDate.ts'
import type { Database } from '../database.ts'

/** The morning's run takes all that is due, one mail for each person; the others only what cannot wait. */
export type Mode = 'digest' | 'urgent'

export interface Claim {
  readonly mode: Mode
  /** The run this is part of: tried again after a crash it goes on with its own digests. */
  readonly run: string
  readonly now: Instant
  /** Of the message ids. */
  readonly domain: string
}

export type DueRow = Selectable<Database['reminders']> & {
  readonly title: string
  readonly passes_at: string
  readonly zone: string
  readonly ref: string | null
  readonly obligor: string
}

export interface Addressed {
  readonly row: DueRow
  readonly to: readonly Addressee[]
}

/** Of one mail: more than anybody reads, and some tens of kilobytes. */
const mostItems = 100

/** One mail for each person, or several where there is very much to say. Returns how many. */
export async function writeNotices(
  trx: Transaction<Database>,
  addressed: readonly Addressed[],
  today: LocalDate,
  claim: Claim,
): Promise<number> {
  const byContact = Map.groupBy(
    addressed.flatMap(({ row, to }) => to.map((contact) => ({ row, contact }))),
    ({ contact }) => contact.contactId,
  )
  if (byContact.size === 0) return 0
  const details = await contactRows(trx, [...byContact.keys()])
  const drafts = [...byContact].flatMap(([contactId, its]) => {
    const parts = chunks(its, mostItems)
    return parts.map((part, place) => {
      const items = part.map(({ row }) => itemOf(row, today))
      const more = parts.length > 1 ? { part: { place: place + 1, of: parts.length } } : {}
      const letter: Letter = { kind: claim.mode, items, ...more }
      return { contactId, letter, reminders: part.map(({ row }) => row.reminder_id) }
    })
  })
  const notices = drafts.map(({ contactId, letter, reminders }) => {
    const { region_id, address } = details.get(contactId) ?? { region_id: null, address: null }
    return { row: noticeRow({ contactId, region_id, address, letter, today }, claim), reminders }
  })
  await insertNotices(trx, notices, claim.now)
  return notices.length
}

export interface NoticeDraft {
  readonly contactId: string
  readonly region_id: string | null
  readonly address: string | null
  readonly letter: Letter
  readonly today: LocalDate
  readonly insteadOf?: string
}

export function noticeRow(draft: NoticeDraft, { run, now, domain }: Omit<Claim, 'mode'>) {
  const { contactId, region_id, address, letter, today, insteadOf } = draft
  const notice_id = randomUUID()
  return {
    notice_id,
    message_id: `<${notice_id}@${domain}>`,
    contact_id: contactId,
    ...{ region_id, address, kind: letter.kind, day: today, run, letter: JSON.stringify(letter) },
    ...{ state: 'composed' as const, reason: null, next_at: now, leased_until: null, composed_at: now },
    ...{ sent_at: null, settled_at: null, answer: null, text_sha256: null, instead_of: insteadOf ?? null },
  }
}

/** The mails and what they carry; from here on their rows are `sending`. */
export async function insertNotices(
  trx: Transaction<Database>,
  notices: readonly { readonly row: ReturnType<typeof noticeRow>; readonly reminders: readonly number[] }[],
  now: Instant,
): Promise<void> {
  if (notices.length === 0) return
  await trx
    .insertInto('notices')
    .values(notices.map(({ row }) => row))
    .execute()
  const items = notices.flatMap(({ row, reminders }) =>
    reminders.map((reminder_id) => ({ notice_id: row.notice_id, reminder_id })),
  )
  for (const some of chunks(items, 5_000)) await trx.insertInto('notice_items').values(some).execute()
  for (const { row, reminders } of notices) {
    await trx
      .updateTable('reminders')
      .set({ state: 'sending', reason: null, notice_id: row.notice_id, try_at: null, changed_at: now })
      .where('reminder_id', 'in', reminders)
      .execute()
  }
}

export async function contactRows(db: Kysely<Database>, contactIds: readonly string[]) {
  const rows = await db
    .selectFrom('contacts')
    .select(['contact_id', 'region_id', 'address'])
    .where('contact_id', 'in', contactIds)
    .execute()
  return new Map(rows.map((row) => [row.contact_id, row]))
}

export function itemOf(row: DueRow, today: LocalDate): LetterItem {
  const { party, level } = recipientParts(row.recipient as Recipient)
  return {
    ...{ accordId: row.accord_id, accordTitle: row.title, regionId: row.region_id as RegionId },
    ...{
      deadlineId: row.deadline_id,
      kind: row.kind as Obligation['kind'],
      ...(row.ref && { ref: row.ref }),
    },
    ...{ obligor: row.obligor as Obligation['obligor'], about: row.about, step: row.step as StepName },
    ...{ dueOn: row.due_on as LocalDate, passesAt: row.passes_at as Instant, zone: row.zone },
    ...{ daysLeft: daysBetween(today, row.due_on as LocalDate), party, level, urgent: row.urgent },
    ...(row.on_day < today && { lateSince: row.on_day as LocalDate }),
  }
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  )
}
