import { type Kysely, sql } from 'kysely'

/**
 * The ledger of reminders, its log, and the mails that carried them. The log is written by the database itself
 * and only ever grows: it proves years later what was planned, held, sent and answered, and when.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(ledger).execute(db)
  await sql.raw(notices).execute(db)
  await sql.raw(running).execute(db)
  await sql.raw(triggers).execute(db)
  await sql.raw(protection).execute(db)
}

const states = `'planned', 'held', 'released', 'sending', 'sent', 'delivered', 'bounced', 'suppressed', 'cancelled'`

const ledger = `
create table reminders (
  reminder_id bigint generated always as identity primary key,
  accord_id text not null,
  region_id text not null,
  programme_id text not null,
  deadline_id text not null,
  revision integer not null,
  step text not null,
  recipient text not null,
  kind text not null,
  about text not null check (about in ('comingDue', 'overdue', 'extensionWindow')),
  due_on date not null,
  on_day date not null,
  at timestamptz(3) not null,
  urgent boolean not null,
  state text not null check (state in (${states})),
  reason text,
  by_actor text,
  try_at timestamptz(3),
  notice_id text,
  changed_at timestamptz(3) not null,
  unique (accord_id, deadline_id, revision, step, recipient)
);
create index reminders_due on reminders (at, reminder_id) where state in ('planned', 'released');
create index reminders_by_day on reminders (on_day, reminder_id);
create index reminders_unsent on reminders (accord_id) where state in ('planned', 'held', 'released', 'sending');
create table reminder_log (
  entry bigint generated always as identity primary key,
  reminder_id bigint not null references reminders,
  region_id text not null,
  state text not null,
  reason text,
  by_actor text,
  notice_id text,
  on_day date not null,
  due_on date not null,
  at timestamptz(3) not null
);
create index reminder_log_by_reminder on reminder_log (reminder_id);
create table held_days (
  day date primary key,
  by_actor text not null,
  reason text not null,
  at timestamptz(3) not null
);`

const notices = `
create table notices (
  notice_id text primary key,
  message_id text not null unique,
  contact_id text not null,
  region_id text,
  kind text not null check (kind in ('digest', 'urgent', 'fallback')),
  day date not null,
  run text not null,
  letter jsonb not null,
  address text,
  state text not null
    check (state in ('composed', 'sending', 'sent', 'delivered', 'bounced', 'rejected', 'withdrawn')),
  reason text,
  attempts integer not null default 0,
  maybe_sent boolean not null default false,
  next_at timestamptz(3) not null,
  leased_until timestamptz(3),
  composed_at timestamptz(3) not null,
  sent_at timestamptz(3),
  settled_at timestamptz(3),
  answer text,
  text_sha256 text,
  instead_of text references notices
);
create index notices_waiting on notices (next_at, notice_id) where state in ('composed', 'sending');
create index notices_digests on notices (contact_id, day) where kind = 'digest';
create index notices_by_contact on notices (contact_id, composed_at);
create table notice_items (
  notice_id text not null references notices,
  reminder_id bigint not null references reminders,
  primary key (notice_id, reminder_id)
);
create index notice_items_by_reminder on notice_items (reminder_id);`

const running = `
create table cursors (
  name text primary key,
  xid xid8 not null,
  position bigint not null,
  at timestamptz(3) not null
);
create table mail_status (
  only_row boolean primary key default true check (only_row),
  problem text,
  detail text,
  since timestamptz(3),
  last_sent_at timestamptz(3),
  checked_at timestamptz(3) not null
);`

const triggers = `
create function log_reminder() returns trigger language plpgsql set search_path = accordi, pg_temp as $body$
begin
  insert into reminder_log (reminder_id, region_id, state, reason, by_actor, notice_id, on_day, due_on, at)
  values (new.reminder_id, new.region_id, new.state, new.reason, new.by_actor, new.notice_id, new.on_day, new.due_on,
    new.changed_at);
  return null;
end $body$;
create trigger reminders_logged after insert on reminders for each row execute function log_reminder();
create trigger reminders_logged_change after update on reminders for each row
  when ((old.state, old.reason, old.notice_id, old.on_day, old.due_on)
    is distinct from (new.state, new.reason, new.notice_id, new.on_day, new.due_on))
  execute function log_reminder();
create trigger reminder_log_append_only before update or delete on reminder_log
  for each row execute function refuse_change();
create trigger reminder_log_no_truncate before truncate on reminder_log
  for each statement execute function refuse_change();
create function erase_addresses() returns trigger language plpgsql set search_path = accordi, pg_temp as $body$
begin
  update notices set address = null, answer = null where contact_id = new.contact_id;
  return null;
end $body$;
create trigger contacts_erased after update on contacts for each row
  when (old.erased_at is null and new.erased_at is not null) execute function erase_addresses();`

const ofTheRegion = `(select current_setting('accordi.regions', true)) = '*'
    or region_id = any (string_to_array((select current_setting('accordi.regions', true)), ','))`

/** Addresses and what a server answered are personal data, or hold it: no reader sees them. */
const readableNotices = `notice_id, message_id, contact_id, region_id, kind, day, run, letter, state, reason,
  attempts, maybe_sent, next_at, composed_at, sent_at, settled_at, text_sha256, instead_of`

const protection = `
${['reminders', 'reminder_log', 'notices']
  .map(
    (table) => `
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy ${table}_application on ${table} to accordi_app using (true) with check (true);
create policy ${table}_by_region on ${table} for select to accordi_reader using (${ofTheRegion});`,
  )
  .join('')}
alter table notice_items enable row level security;
alter table notice_items force row level security;
create policy notice_items_application on notice_items to accordi_app using (true) with check (true);
create policy notice_items_by_reminder on notice_items for select to accordi_reader
  using (exists (select from reminders r where r.reminder_id = notice_items.reminder_id));
grant select, insert, update on reminders, notices, cursors, mail_status to accordi_app;
grant select, insert on reminder_log, notice_items to accordi_app;
grant select, insert, update, delete on held_days to accordi_app;
grant select on reminders, reminder_log, notice_items, held_days, cursors, mail_status to accordi_reader;
grant select (${readableNotices}) on notices to accordi_reader;`
