import { type Kysely, sql } from 'kysely'

/** A deadline may have a target before it: the day by which it should be done, and whether that has gone by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table obligations add column target date, add column target_passed boolean`.execute(db)
}
