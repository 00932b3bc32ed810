import { type Kysely, sql, type Transaction } from 'kysely'
import type { PhaseName } from '../../domain/accord/state.ts'
import type { Candidate, CohortFound } from '../../domain/programme/cohort.ts'
import type { Outcome } from '../../domain/programme/parts.ts'
import type { RegionId } from '../../domain/regions.ts'
import type { Connection } from '../connect.ts'
import type { CollectiveItemsTable, Database } from '../database.ts'

type Db = Kysely<Database> | Transaction<Database>
type Trx = Transaction<Database>
type Way = 'apply' | 'revoke'

/** Which act, and of which programme. */
export interface ActKey {
  readonly programmeId: string
  readonly actId: string
}

/** The accords of a programme, as a cohort is read from them. */
export async function candidatesOf(db: Db, programmeId: string): Promise<Candidate[]> {
  const rows = await db
    .selectFrom('accord_overview')
    .select(['accord_id', 'region_id', 'phase'])
    .where('programme_id', '=', programmeId)
    .orderBy('accord_id')
    .execute()
  return rows.map(({ accord_id, region_id, phase }) => ({
    accordId: accord_id,
    regionId: region_id as RegionId,
    phase: phase as PhaseName,
  }))
}

/** The accords that the act is about, all still ahead; the excluded are skipped from the start. */
export async function insertItems(trx: Trx, { programmeId, actId }: ActKey, found: CohortFound) {
  const row = ({ accordId, regionId }: Candidate, status: 'pending' | 'skipped') => ({
    ...{ programme_id: programmeId, act_id: actId, accord_id: accordId, region_id: regionId },
    ...{ way: 'apply', status, reason: status === 'skipped' ? 'excluded' : null, command_id: null },
  })
  const rows = [
    ...found.chosen.map((one) => row(one, 'pending')),
    ...found.excluded.map((one) => row(one, 'skipped')),
  ]
  await sql`insert into collective_items select * from
    jsonb_populate_recordset(null::collective_items, ${JSON.stringify(rows)}::jsonb)`.execute(trx)
}

/** The way back begins with the accords that the act was applied to; those ahead are not reached any more. */
export async function insertRevocation(trx: Trx, { programmeId, actId }: ActKey): Promise<void> {
  await ofAct(trx.updateTable('collective_items').set({ status: 'skipped', reason: 'notReached' }), {
    programmeId,
    actId,
    way: 'apply',
  })
    .where('status', '=', 'pending')
    .execute()
  await sql`insert into collective_items
    select programme_id, act_id, accord_id, region_id, 'revoke', 'pending', null, null from collective_items
    where programme_id = ${programmeId} and act_id = ${actId} and way = 'apply' and status = 'applied'`.execute(
    trx,
  )
}

export async function recordItems(
  trx: Trx,
  { programmeId, actId }: ActKey,
  way: Way,
  outcomes: readonly Outcome[],
): Promise<void> {
  await sql`update collective_items i set status = r.outcome, reason = r.reason, command_id = r."commandId"
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      as r("accordId" text, outcome text, reason text, "commandId" text)
    where i.programme_id = ${programmeId} and i.act_id = ${actId} and i.way = ${way}
      and i.accord_id = r."accordId"`.execute(trx)
}

/** Those that failed are ahead again. */
export async function retryItems(trx: Trx, key: ActKey, way: Way): Promise<void> {
  const again = trx.updateTable('collective_items').set({ status: 'pending', reason: null, command_id: null })
  await ofAct(again, { ...key, way })
    .where('status', '=', 'failed')
    .execute()
}

/** The next accords ahead, in the order of their ids. */
export async function pendingItems(db: Db, key: ActKey, way: Way, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('collective_items')
    .select('accord_id')
    .where('programme_id', '=', key.programmeId)
    .where('act_id', '=', key.actId)
    .where('way', '=', way)
    .where('status', '=', 'pending')
    .orderBy('accord_id')
    .limit(limit)
    .execute()
  return rows.map(({ accord_id }) => accord_id)
}

/** Open acts that share an accord with these ids, and how many they share. */
export async function overlapsWith(
  db: Db,
  { programmeId, actId }: ActKey,
  openActs: readonly string[],
  accordIds: readonly string[],
): Promise<{ actId: string; accords: number }[]> {
  const others = openActs.filter((id) => id !== actId)
  if (others.length === 0 || accordIds.length === 0) return []
  const { rows } = await sql<{ act_id: string; accords: number }>`
    select act_id, count(distinct accord_id)::integer as accords from collective_items
    where programme_id = ${programmeId} and act_id = any (${others}::text[])
      and accord_id = any (${accordIds}::text[])
      and not (way = 'apply' and status = 'skipped' and reason = 'excluded')
    group by act_id order by act_id`.execute(db)
  return rows.map(({ act_id, accords }) => ({ actId: act_id, accords }))
}

/** The accords that an act goes through, or went through, in either way. */
export async function accordsOf(db: Db, { programmeId, actId }: ActKey): Promise<string[]> {
  const rows = await db
    .selectFrom('collective_items')
    .select('accord_id')
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('act_id', '=', actId)
    .execute()
  return rows.map(({ accord_id }) => accord_id)
}

export interface ItemPage {
  readonly status?: CollectiveItemsTable['status']
  readonly afterAccordId?: string
  /** Most rows to return, 1 to 10,000. */
  readonly limit: number
}

/** What became of each accord, one way through them; pages go by key. */
export function listItems({ db }: Connection, key: ActKey, way: Way, page: ItemPage) {
  let query = db
    .selectFrom('collective_items')
    .selectAll()
    .where('programme_id', '=', key.programmeId)
    .where('act_id', '=', key.actId)
    .where('way', '=', way)
    .orderBy('accord_id')
    .limit(page.limit)
  if (page.status !== undefined) query = query.where('status', '=', page.status)
  if (page.afterAccordId !== undefined) query = query.where('accord_id', '>', page.afterAccordId)
  return query.execute()
}

function ofAct<T extends { where(column: string, operator: '=', value: string): T }>(
  query: T,
  { programmeId, actId, way }: ActKey & { readonly way: Way },
): T {
  return query.where('programme_id', '=', programmeId).where('act_id', '=', actId).where('way', '=', way)
}

/** By act: how many were applied, skipped and failed, on the way there and on the way back. */
export async function countsOf(db: Db, programmeId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ act_id: string; counts: string }>`
    select act_id, concat_ws(' ',
      count(*) filter (where way = 'apply' and status = 'applied'),
      count(*) filter (where way = 'apply' and status = 'skipped'),
      count(*) filter (where way = 'apply' and status = 'failed'),
      count(*) filter (where way = 'revoke' and status = 'applied'),
      count(*) filter (where way = 'revoke' and status = 'skipped'),
      count(*) filter (where way = 'revoke' and status = 'failed')) as counts
    from collective_items where programme_id = ${programmeId} group by act_id`.execute(db)
  return new Map(rows.map(({ act_id, counts }) => [act_id, counts]))
}
