import { type Kysely, sql } from 'kysely'

/**
 * Who is told of events and where, how far each has been told, and what is on its way. Each subscription has its own
 * place in the feed: one that is paused or behind holds up nobody else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db)
  await sql.raw(protection).execute(db)
}

const tables = `
create table webhook_subscriptions (
  subscription_id text primary key,
  url text not null,
  types text[],
  region_id text,
  programme_id text,
  accord_id text,
  state text not null check (state in ('active', 'paused', 'ended')),
  reason text,
  xid xid8 not null,
  position bigint not null,
  created_at timestamptz(3) not null,
  created_by text not null,
  changed_at timestamptz(3) not null
);
create table webhook_secrets (
  secret_id bigint generated always as identity primary key,
  subscription_id text not null references webhook_subscriptions,
  secret text not null,
  made_at timestamptz(3) not null,
  valid_until timestamptz(3)
);
create index webhook_secrets_by_subscription on webhook_secrets (subscription_id, secret_id);
create table webhook_deliveries (
  subscription_id text not null references webhook_subscriptions,
  accord_id text not null,
  version integer not null,
  type text not null,
  region_id text not null,
  state text not null check (state in ('pending', 'delivered', 'failed', 'skipped')),
  attempts integer not null default 0,
  next_at timestamptz(3) not null,
  leased_until timestamptz(3),
  last_status integer,
  last_error text,
  created_at timestamptz(3) not null,
  tried_at timestamptz(3),
  settled_at timestamptz(3),
  primary key (subscription_id, accord_id, version)
);
create index webhook_deliveries_due on webhook_deliveries (subscription_id, next_at, accord_id, version)
  where state = 'pending';
create index webhook_deliveries_waiting on webhook_deliveries (subscription_id, accord_id, version)
  where state in ('pending', 'failed');
create index webhook_deliveries_settled on webhook_deliveries (settled_at) where state in ('delivered', 'skipped');
create table webhook_notes (
  note_id bigint generated always as identity primary key,
  subscription_id text not null references webhook_subscriptions,
  region_id text,
  at timestamptz(3) not null,
  what text not null
    check (what in ('created', 'paused', 'resumed', 'rotated', 'redriven', 'skipped', 'ended')),
  by_actor text,
  about text,
  reason text
);
create index webhook_notes_by_subscription on webhook_notes (subscription_id, note_id);
create trigger webhook_notes_append_only before update or delete on webhook_notes
  for each row execute function refuse_change();
create trigger webhook_notes_no_truncate before truncate on webhook_notes
  for each statement execute function refuse_change();`

const ofTheRegion = `(select current_setting('accordi.regions', true)) = '*'
    or region_id = any (string_to_array((select current_setting('accordi.regions', true)), ','))`

/** The secrets are for the application alone: no reader sees that table. */
const protection = `
${['webhook_subscriptions', 'webhook_deliveries', 'webhook_notes']
  .map(
    (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_application on ${table} to accordi_app using (true) with check (true);
create policy ${table}_by_region on ${table} for select to accordi_reader using (${ofTheRegion});`,
  )
  .join('')}
alter table webhook_secrets enable row level security;
alter table webhook_secrets force row level security;
create policy webhook_secrets_application on webhook_secrets to accordi_app using (true) with check (true);
grant select, insert, update on webhook_subscriptions to accordi_app;
grant select, insert, update, delete on webhook_secrets, webhook_deliveries to accordi_app;
grant select, insert on webhook_notes to accordi_app;
grant select on webhook_subscriptions, webhook_deliveries, webhook_notes to accordi_reader;`
