import { type Kysely, sql } from 'kysely'

/**
 * The monitoring reports of each accord in their last version. Their progress per action is one column: a new
 * version replaces it whole, and statistics spread it with jsonb_to_recordset.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table monitoring_reports (
  accord_id text not null,
  period text not null,
  region_id text not null,
  kind text not null,
  period_from date not null,
  period_to date not null,
  status text not null,
  version integer not null,
  submitted_on date not null,
  spent_cents bigint,
  progress jsonb not null,
  primary key (accord_id, period)
);
create index monitoring_reports_by_region on monitoring_reports (region_id, period_to, accord_id, period);
alter table monitoring_reports enable row level security;
alter table monitoring_reports force row level security;
create policy monitoring_reports_application on monitoring_reports to accordi_app using (true) with check (true);
create policy monitoring_reports_by_region on monitoring_reports for select to accordi_reader
  using ((select current_setting('accordi.regions', true)) = '*'
    or region_id = any (string_to_array((select current_setting('accordi.regions', true)), ',')));
grant select, insert, update, delete on monitoring_reports to accordi_app;
grant select on monitoring_reports to accordi_reader;`)
    .execute(db)
}
