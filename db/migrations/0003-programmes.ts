import { type Kysely, sql } from 'kysely'

/**
 * The record of programmes: their streams and commands, apart from those of accords, and for every act over
 * many accords what became of each of them. Rights and policies as those of the accords.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
  await sql.raw(protection).execute(db)
}

const tables = `
create table programme_streams (
  programme_id text primary key,
  version integer not null check (version > 0),
  head_hash bytea not null
);
create table programme_events (
  position bigint generated always as identity,
  programme_id text not null references programme_streams,
  version integer not null check (version > 0),
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
  primary key (programme_id, version)
);
create unique index programme_events_feed on programme_events (xid, position);
create table programme_commands (
  programme_id text not null,
  command_id text not null,
  type text not null,
  body jsonb not null,
  body_hash text not null,
  received_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  outcome text not null check (outcome in ('accepted', 'refused')),
  refusal jsonb,
  from_version integer,
  to_version integer,
  primary key (programme_id, command_id)
);
create table collective_items (
  programme_id text not null,
  act_id text not null,
  accord_id text not null,
  region_id text not null,
  way text not null check (way in ('apply', 'revoke')),
  status text not null check (status in ('pending', 'applied', 'skipped', 'failed')),
  reason text,
  command_id text,
  primary key (programme_id, act_id, way, accord_id)
);
create index collective_items_open on collective_items (programme_id, act_id, way, accord_id)
  where status = 'pending';
create index collective_items_accord on collective_items (accord_id);`

const protection = `
${['programme_events', 'programme_commands']
  .map(
    (table) => `
create trigger ${table}_append_only before update or delete on ${table}
  for each row execute function refuse_change();
create trigger ${table}_no_truncate before truncate on ${table}
  for each statement execute function refuse_change();`,
  )
  .join('')}
alter table collective_items enable row level security;
alter table collective_items force row level security;
create policy collective_items_application on collective_items to accordi_app using (true) with check (true);
create policy collective_items_by_region on collective_items for select to accordi_reader
  using ((select current_setting('accordi.regions', true)) = '*'
    or region_id = any (string_to_array((select current_setting('accordi.regions', true)), ',')));
grant select, insert on programme_streams, programme_events, programme_commands to accordi_app;
grant update (version, head_hash) on programme_streams to accordi_app;
grant select, insert, update, delete on collective_items to accordi_app;
grant select on programme_streams, programme_events, programme_commands, collective_items to accordi_reader;`
