import { type Kysely, sql } from 'kysely'

/**
 * The record (streams, events, commands), its read models and the reference data, with the rights of
 * the two roles that use them. Frozen: a change to the schema is a new migration.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statements of [record, readModels, reference, appendOnly, rowSecurity, grants]) {
    await sql.raw(statements).execute(db)
  }
}

const record = `
create table streams (
  accord_id text primary key,
  region_id text not null check (region_id ~ '^[0-9]{2}$'),
  version integer not null check (version > 0),
  head_hash bytea not null,
  finished boolean not null
);
create index streams_unfinished on streams (accord_id) where not finished;

create table events (
  position bigint generated always as identity,
  accord_id text not null references streams,
  version integer not null check (version > 0),
  region_id text not null,
  command_id text not null,
  type text not null,
  schema_version smallint not null,
  data jsonb not null,
  act jsonb not null,
  notices jsonb not null,
  on_date date not null,
  recorded_at timestamptz(3) not null,
  prev_hash bytea not null,
  hash bytea not null,
  xid xid8 not null default pg_current_xact_id(),
  primary key (accord_id, version)
);
create unique index events_feed on events (xid, position);

create table commands (
  accord_id text not null,
  command_id text not null,
  region_id text,
  type text not null,
  body jsonb not null,
  body_hash text not null,
  received_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  outcome text not null check (outcome in ('accepted', 'refused')),
  refusal jsonb,
  notices jsonb not null,
  from_version integer,
  to_version integer,
  primary key (accord_id, command_id)
);
create index commands_log on commands (recorded_at, accord_id, command_id);`

const readModels = `
create table accord_overview (
  accord_id text primary key,
  region_id text not null,
  programme_id text not null,
  title text not null,
  phase text not null,
  version integer not null,
  proposed_on date not null,
  in_force_on date,
  concluded_on date,
  next_kind text,
  next_effective date,
  next_passes_at timestamptz(3),
  missed integer not null
);
create index accord_overview_region on accord_overview (region_id, accord_id);

create table obligations (
  accord_id text not null,
  deadline_id text not null,
  region_id text not null,
  kind text not null,
  obligor text not null,
  status text not null,
  revision integer not null,
  nominal date not null,
  effective date not null,
  passes_at timestamptz(3) not null,
  zone text not null,
  ref text,
  settled_on date,
  days_late integer,
  why jsonb not null,
  history jsonb not null,
  primary key (accord_id, deadline_id)
);
create index obligations_due on obligations (passes_at, accord_id, deadline_id)
  where status in ('open', 'held', 'suspended', 'missed');
create index obligations_due_by_region on obligations (region_id, passes_at, accord_id, deadline_id)
  where status in ('open', 'held', 'suspended', 'missed');`

const reference = `
create table programmes (
  id text not null,
  version text not null,
  data jsonb not null,
  recorded_at timestamptz(3) not null default now(),
  primary key (id, version)
);
create table calendars (
  id text not null,
  version text not null,
  data jsonb not null,
  recorded_at timestamptz(3) not null default now(),
  primary key (id, version)
);`

const appendOnly = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, tg_op
    using errcode = 'insufficient_privilege';
end $$;
${['events', 'commands', 'programmes', 'calendars']
  .map(
    (table) => `
create trigger ${table}_append_only before update or delete on ${table}
  for each row execute function refuse_change();
create trigger ${table}_no_truncate before truncate on ${table}
  for each statement execute function refuse_change();`,
  )
  .join('')}`

/** The setting is read once per statement (the inner select), not once per row. */
const visible = `(select current_setting('accordi.regions', true)) = '*'
  or region_id = any (string_to_array((select current_setting('accordi.regions', true)), ','))`

const rowSecurity = ['streams', 'events', 'commands', 'accord_overview', 'obligations']
  .map(
    (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_application on ${table} to accordi_app using (true) with check (true);
create policy ${table}_by_region on ${table} for select to accordi_reader using (${visible});`,
  )
  .join('')

const grants = `
grant select, insert on streams, events, commands, programmes, calendars to accordi_app;
grant update (version, head_hash, finished) on streams to accordi_app;
grant select, insert, update, delete on accord_overview, obligations to accordi_app;
grant select on streams, events, commands, programmes, calendars, accord_overview, obligations
  to accordi_reader;`
