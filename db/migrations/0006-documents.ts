import { type Kysely, sql } from 'kysely'

/** Every version of every document that an act of an accord carried. Rights and policies as those of the obligations. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(table).execute(db)
  await sql.raw(protection).execute(db)
}

const table = `
create table documents (
  accord_id text not null,
  document_id text not null,
  version integer not null check (version > 0),
  region_id text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  bytes integer not null,
  mime text not null,
  kind text,
  signature text,
  protocol text,
  about text,
  on_date date not null,
  command_id text not null,
  is_current boolean not null,
  locked boolean not null,
  primary key (accord_id, document_id, version)
);
create index documents_by_digest on documents (sha256);`

const protection = `
alter table documents enable row level security;
alter table documents force row level security;
create policy documents_application on documents to accordi_app using (true) with check (true);
create policy documents_by_region on documents for select to accordi_reader
  using ((select current_setting('accordi.regions', true)) = '*'
    or region_id = any (string_to_array((select current_setting('accordi.regions', true)), ',')));
grant select, insert, update, delete on documents to accordi_app;
grant select on documents to accordi_reader;`
