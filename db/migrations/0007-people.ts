import { type Kysely, sql } from 'kysely'

/**
 * Who is written to: offices, the people in them, and what each office answers for. Outside events and streams, so
 * that a person can be erased and nothing that was recorded changes. A Region's readers see their own people; the
 * offices of the Ministry, not its people, are seen by all.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
  await sql.raw(protection).execute(db)
}

const tables = `
create table offices (
  office_id text primary key,
  party text not null check (party in ('ministry', 'region')),
  region_id text,
  name text not null,
  above text references offices,
  ended_on date,
  changed_at timestamptz(3) not null,
  changed_by text not null,
  check ((party = 'region') = (region_id is not null)),
  check (above <> office_id)
);
create table contacts (
  contact_id text primary key,
  office_id text not null references offices,
  region_id text,
  name text,
  address text,
  language text not null default 'it' check (language in ('it', 'en')),
  role text not null check (role in ('responsible', 'head', 'mailbox')),
  valid_from date not null,
  valid_until date,
  absent_from date,
  absent_until date,
  stand_in text references contacts,
  takes_digests boolean not null default true,
  unreachable_at timestamptz(3),
  unreachable_why text,
  erased_at timestamptz(3),
  changed_at timestamptz(3) not null,
  changed_by text not null,
  check ((address is null) = (erased_at is not null)),
  check (erased_at is null or name is null),
  check (valid_until is null or valid_until >= valid_from),
  check (absent_until is null or absent_until >= absent_from),
  check (stand_in <> contact_id)
);
create index contacts_by_office on contacts (office_id);
create unique index contacts_by_address on contacts (office_id, lower(address)) where valid_until is null;
create table responsibilities (
  responsibility_id bigint generated always as identity primary key,
  office_id text not null references offices,
  party text not null check (party in ('ministry', 'region')),
  region_id text,
  programme_id text,
  accord_id text,
  kind text,
  valid_from date not null,
  valid_until date,
  changed_at timestamptz(3) not null,
  changed_by text not null,
  check (valid_until is null or valid_until >= valid_from)
);
create index responsibilities_by_office on responsibilities (office_id);`

const ofTheRegion = `(select current_setting('accordi.regions', true)) = '*'
    or region_id = any (string_to_array((select current_setting('accordi.regions', true)), ','))`

const protection = `
${['offices', 'contacts', 'responsibilities']
  .map(
    (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_application on ${table} to accordi_app using (true) with check (true);
create policy ${table}_by_region on ${table} for select to accordi_reader
  using (${table === 'contacts' ? ofTheRegion : `party = 'ministry' or ${ofTheRegion}`});
grant select, insert, update on ${table} to accordi_app;
grant select on ${table} to accordi_reader;`,
  )
  .join('')}`
