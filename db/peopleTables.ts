import type { ColumnType, Generated } from 'kysely'

export interface OfficesTable {
  office_id: string
  party: 'ministry' | 'region'
  /** Null for an office of the Ministry. */
  region_id: string | null
  name: string
  /** The office that its escalations go to. */
  above: string | null
  ended_on: string | null
  changed_at: string
  changed_by: string
}

/** A person, or a mailbox that several read. Name and address are personal data, and can be erased. */
export interface ContactsTable {
  contact_id: string
  office_id: string
  /** That of the office, copied for row-level security. */
  region_id: string | null
  name: string | null
  address: string | null
  language: Generated<'it' | 'en'>
  role: 'responsible' | 'head' | 'mailbox'
  valid_from: string
  /** The last day, inclusive; null while it lasts. */
  valid_until: string | null
  absent_from: string | null
  absent_until: string | null
  /** Who is written to instead while this one is absent. */
  stand_in: string | null
  takes_digests: Generated<boolean>
  /** Since when mails to this address come back, and what the server said. */
  unreachable_at: string | null
  unreachable_why: string | null
  erased_at: string | null
  changed_at: string
  changed_by: string
}

/** What an office answers for: narrower ones go before wider ones; null is everything. */
export interface ResponsibilitiesTable {
  responsibility_id: ColumnType<number, never, never>
  office_id: string
  party: 'ministry' | 'region'
  region_id: string | null
  programme_id: string | null
  accord_id: string | null
  kind: string | null
  valid_from: string
  valid_until: string | null
  changed_at: string
  changed_by: string
}

export interface PeopleDatabase {
  offices: OfficesTable
  contacts: ContactsTable
  responsibilities: ResponsibilitiesTable
}
