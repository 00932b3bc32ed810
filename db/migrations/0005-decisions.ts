import { type Kysely, sql } from 'kysely'

/** Decisions that one person prepares and another certifies, with rights and policies as those of the obligations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(table).execute(db)
  await sql.raw(protection).execute(db)
}

const table = `
create table decisions (
  accord_id text not null,
  decision_id text not null,
  region_id text not null,
  act text not null,
  status text not null,
  subject text not null,
  ref text,
  version integer,
  prepared_by text not null,
  prepared_on date not null,
  prepared_at timestamptz(3) not null,
  changed_by text,
  changed_on date,
  settled_by text,
  settled_on date,
  primary key (accord_id, decision_id)
);
create index decisions_prepared on decisions (prepared_at, accord_id, decision_id);
create index decisions_waiting on decisions (prepared_at, accord_id, decision_id)
  where status in ('open', 'outdated');`

const protection = `
alter table decisions enable row level security;
alter table decisions force row level security;
create policy decisions_application on decisions to accordi_app using (true) with check (true);
create policy decisions_by_region on decisions for select to accordi_reader
  using ((select current_setting('accordi.regions', true)) = '*'
    or region_id = any (string_to_array((select current_setting('accordi.regions', true)), ',')));
grant select, insert, update, delete on decisions to accordi_app;
grant select on decisions to accordi_reader;`
