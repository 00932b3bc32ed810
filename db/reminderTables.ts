import type { ColumnType, Generated } from 'kysely'
import type { ReminderState } from '../domain/reminders/ledger.ts'

type Json<T> = ColumnType<T, string, string>

/** One step for one recipient: what is to be sent, is being sent, or was. */
export interface RemindersTable {
  reminder_id: ColumnType<number, never, never>
  accord_id: string
  region_id: string
  programme_id: string
  deadline_id: string
  revision: number
  step: string
  /** A party, and how far above its responsible office: `region`, `ministry+1`. */
  recipient: string
  kind: string
  about: 'comingDue' | 'overdue' | 'extensionWindow'
  due_on: string
  on_day: string
  at: string
  urgent: boolean
  state: ReminderState
  reason: string | null
  /** Who held, released or suppressed it, as `role:id`; null where accordi did. */
  by_actor: string | null
  /** Not before this instant: there was nobody to send it to. */
  try_at: string | null
  /** The last mail that carried it. */
  notice_id: string | null
  changed_at: string
}

/** Written by a trigger, append-only. */
export interface ReminderLogTable {
  entry: ColumnType<number, never, never>
  reminder_id: number
  region_id: string
  state: ReminderState
  reason: string | null
  by_actor: string | null
  notice_id: string | null
  on_day: string
  due_on: string
  at: string
}

/** A day on which nothing goes out until it is released. */
export interface HeldDaysTable {
  day: string
  by_actor: string
  reason: string
  at: string
}

export type NoticeState = 'composed' | 'sending' | 'sent' | 'delivered' | 'bounced' | 'rejected' | 'withdrawn'

/** One mail to one contact. */
export interface NoticesTable {
  notice_id: string
  message_id: string
  contact_id: string
  region_id: string | null
  kind: 'digest' | 'urgent' | 'fallback'
  day: string
  /** The run of the schedule that composed it: one digest per contact, day and run. */
  run: string
  letter: Json<unknown>
  /** Where it went; null once the contact is erased. */
  address: string | null
  state: NoticeState
  reason: string | null
  attempts: Generated<number>
  /** The connection was lost when the server may have had it already: never composed anew. */
  maybe_sent: Generated<boolean>
  next_at: string
  leased_until: string | null
  composed_at: string
  sent_at: string | null
  settled_at: string | null
  /** What the mail server answered. */
  answer: string | null
  /** Of the text as it was sent. */
  text_sha256: string | null
  instead_of: string | null
}

export interface NoticeItemsTable {
  notice_id: string
  reminder_id: number
}

/** How far a reader of the feed has come. */
export interface CursorsTable {
  name: string
  xid: string
  position: number
  at: string
}

export interface MailStatusTable {
  only_row: Generated<boolean>
  problem: string | null
  detail: string | null
  since: string | null
  last_sent_at: string | null
  checked_at: string
}

export interface ReminderDatabase {
  reminders: RemindersTable
  reminder_log: ReminderLogTable
  held_days: HeldDaysTable
  notices: NoticesTable
  notice_items: NoticeItemsTable
  cursors: CursorsTable
  mail_status: MailStatusTable
}
