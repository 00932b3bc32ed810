import type { ColumnType, Generated } from 'kysely'
import type { Params } from '../domain/decider.ts'
import type { ProgrammeRefusal } from '../domain/programme/refusals.ts'
import type { PeopleDatabase } from './peopleTables.ts'
import type { ReminderDatabase } from './reminderTables.ts'
import type { WebhookDatabase } from './webhookTables.ts'

/** JSON goes in as text and comes out parsed. */
type Json<T> = ColumnType<T, string, string>
type Bytes = ColumnType<Buffer, Buffer, Buffer>

export interface StreamsTable {
  accord_id: string
  region_id: string
  version: number
  head_hash: Bytes
  finished: boolean
}

export interface EventsTable {
  position: Generated<number>
  accord_id: string
  version: number
  region_id: string
  command_id: string
  type: string
  schema_version: number
  data: Json<unknown>
  act: Json<unknown>
  notices: Json<unknown>
  on_date: string
  recorded_at: string
  prev_hash: Bytes
  hash: Bytes
  xid: Generated<string>
}

/** The command log: every command with what became of it, refusals included. */
export interface CommandsTable {
  accord_id: string
  command_id: string
  region_id: string | null
  type: string
  body: Json<unknown>
  body_hash: string
  received_at: string
  recorded_at: string
  outcome: 'accepted' | 'refused'
  refusal: Json<{ code: string; params: Params; rule: string } | null>
  notices: Json<unknown>
  from_version: number | null
  to_version: number | null
}

export interface AccordOverviewTable {
  accord_id: string
  region_id: string
  programme_id: string
  title: string
  phase: string
  version: number
  proposed_on: string
  in_force_on: string | null
  concluded_on: string | null
  next_kind: string | null
  next_effective: string | null
  next_passes_at: string | null
  missed: number
}

export interface ObligationsTable {
  accord_id: string
  deadline_id: string
  region_id: string
  kind: string
  obligor: string
  status: string
  revision: number
  nominal: string
  effective: string
  passes_at: string
  zone: string
  ref: string | null
  settled_on: string | null
  days_late: number | null
  /** The day by which it should be done, and whether that has gone by; null where there is none. */
  target: string | null
  target_passed: boolean | null
  why: Json<unknown>
  history: Json<unknown>
}

/** One row per monitoring report, in its last version. */
export interface MonitoringReportsTable {
  accord_id: string
  period: string
  region_id: string
  kind: string
  period_from: string
  period_to: string
  status: string
  version: number
  submitted_on: string
  /** Of all actions together, integer cents; null where no action says. */
  spent_cents: number | null
  progress: Json<unknown>
}

/** One version of one document of an accord. */
export interface DocumentsTable {
  accord_id: string
  document_id: string
  version: number
  region_id: string
  sha256: string
  name: string
  bytes: number
  mime: string
  kind: string | null
  signature: string | null
  protocol: string | null
  /** What it is about; null where no decision is. */
  about: string | null
  on_date: string
  command_id: string
  is_current: boolean
  locked: boolean
}

/** Decisions that one person prepares and another certifies. */
export interface DecisionsTable {
  accord_id: string
  decision_id: string
  region_id: string
  act: string
  status: string
  /** What it is about, which of several, in which version. */
  subject: string
  ref: string | null
  version: number | null
  prepared_by: string
  prepared_on: string
  prepared_at: string
  /** What has made it outdated since. */
  changed_by: string | null
  changed_on: string | null
  settled_by: string | null
  settled_on: string | null
}

export interface ReferenceTable {
  id: string
  version: string
  data: Json<unknown>
  recorded_at: Generated<string>
}

export interface ProgrammeStreamsTable {
  programme_id: string
  version: number
  head_hash: Bytes
}

export interface ProgrammeEventsTable extends Omit<EventsTable, 'accord_id' | 'region_id'> {
  programme_id: string
}

export interface ProgrammeCommandsTable {
  programme_id: string
  command_id: string
  type: string
  body: Json<unknown>
  body_hash: string
  received_at: string
  recorded_at: string
  outcome: 'accepted' | 'refused'
  refusal: ColumnType<ProgrammeRefusal | null, string | null, string | null>
  from_version: number | null
  to_version: number | null
}

/** What became of one accord under an act over many; the way back has rows of its own. */
export interface CollectiveItemsTable {
  programme_id: string
  act_id: string
  accord_id: string
  region_id: string
  way: 'apply' | 'revoke'
  status: 'pending' | 'applied' | 'skipped' | 'failed'
  reason: string | null
  command_id: string | null
}

/** What the code expects of the schema that db/migrations make; `db/schema.sql` is that schema, dumped. */
export interface Database extends PeopleDatabase, ReminderDatabase, WebhookDatabase {
  streams: StreamsTable
  events: EventsTable
  commands: CommandsTable
  accord_overview: AccordOverviewTable
  obligations: ObligationsTable
  monitoring_reports: MonitoringReportsTable
  documents: DocumentsTable
  decisions: DecisionsTable
  programmes: ReferenceTable
  programme_streams: ProgrammeStreamsTable
  programme_events: ProgrammeEventsTable
  programme_commands: ProgrammeCommandsTable
  collective_items: CollectiveItemsTable
  calendars: ReferenceTable
}
