import { randomUUID } from 'node:crypto'
import type { Selectable, Transaction } from 'kysely'
import type { Obligation } from '../../domain/accord/state.ts'
import { chunks } from '../../domain/chunks.ts'
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

/** Days are those of the Ministry, wherever the accord lives. */
export const mailZone = 'Europe/Rome'
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
  const drafts = [...byContact].flatMap(([contactId, its]) => {
    const parts = chunks(its, mostItems)
    return parts.map((part, place): NoticeDraft => {
      const items = part.map(({ row }) => itemOf(row, today))
      const more = parts.length > 1 ? { part: { place: place + 1, of: parts.length } } : {}
      const letter: Letter = { kind: claim.mode, items, ...more }
      return { contactId, letter, reminders: part.map(({ row }) => row.reminder_id) }
    })
  })
  await insertNotices(trx, drafts, today, claim)
  return drafts.length
}

export interface NoticeDraft {
  readonly contactId: string
  readonly letter: Letter
  /** The rows of the ledger that it carries. */
  readonly reminders: readonly number[]
  /** The mail that could not reach somebody else. */
  readonly insteadOf?: string
}

/** The mails and what they carry; from here on their rows are `sending`. */
export async function insertNotices(
  trx: Transaction<Database>,
  drafts: readonly NoticeDraft[],
  today: LocalDate,
  { run, now, domain }: Omit<Claim, 'mode'>,
): Promise<void> {
  if (drafts.length === 0) return
  const contacts = await contactRows(trx, [...new Set(drafts.map(({ contactId }) => contactId))])
  const notices = drafts.map((draft) => ({ ...draft, noticeId: randomUUID() }))
  const rows = notices.map(({ noticeId: notice_id, contactId: contact_id, letter, insteadOf }) => {
    const { region_id, address } = contacts.get(contact_id) ?? { region_id: null, address: null }
    return {
      ...{ notice_id, message_id: `<${notice_id}@${domain}>`, contact_id, region_id, address },
      ...{ kind: letter.kind, day: today, run, letter: JSON.stringify(letter) },
      ...{ state: 'composed' as const, reason: null, next_at: now, leased_until: null, composed_at: now },
      ...{ sent_at: null, settled_at: null, answer: null, text_sha256: null, instead_of: insteadOf ?? null },
    }
  })
  await trx.insertInto('notices').values(rows).execute()
  const items = notices.flatMap(({ noticeId: notice_id, reminders }) =>
    reminders.map((reminder_id) => ({ notice_id, reminder_id })),
  )
  for (const some of chunks(items, 5_000)) await trx.insertInto('notice_items').values(some).execute()
  for (const { noticeId: notice_id, reminders } of notices) {
    await trx
      .updateTable('reminders')
      .set({ state: 'sending', reason: null, notice_id, try_at: null, changed_at: now })
      .where('reminder_id', 'in', reminders)
      .execute()
  }
}

async function contactRows(trx: Transaction<Database>, contactIds: readonly string[]) {
  const rows = await trx
    .selectFrom('contacts')
    .select(['contact_id', 'region_id', 'address'])
    .where('contact_id', 'in', contactIds)
    .execute()
  return new Map(rows.map((row) => [row.contact_id, row]))
}

function itemOf(row: DueRow, today: LocalDate): LetterItem {
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
