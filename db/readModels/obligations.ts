import { type Selectable, sql } from 'kysely'
import type { Accord, AccordState } from '../../domain/accord/state.ts'
import type { Connection } from '../connect.ts'
import type { ObligationsTable } from '../database.ts'
import type { RowModel } from './rowModels.ts'

export type ObligationRow = Selectable<ObligationsTable>

/** The rows of the obligations that differ from `before`; evolve keeps the identity of what it leaves alone. */
export function obligationRows(before: Accord['obligations'], state: Accord): ObligationRow[] {
  return Object.values(state.obligations)
    .filter((obligation) => before[obligation.id] !== obligation)
    .map((obligation) => ({
      accord_id: state.accordId,
      deadline_id: obligation.id,
      region_id: state.regionId,
      kind: obligation.kind,
      obligor: obligation.obligor,
      status: obligation.status,
      revision: obligation.revision,
      nominal: obligation.nominal,
      effective: obligation.effective,
      passes_at: obligation.passesAt,
      zone: obligation.zone,
      ref: obligation.ref ?? null,
      settled_on: obligation.settledOn ?? null,
      days_late: obligation.daysLate ?? null,
      target: obligation.target?.nominal ?? null,
      target_passed: obligation.target === undefined ? null : obligation.targetPassed === true,
      why: obligation.why,
      history: obligation.history,
    }))
}

export const obligationModel: RowModel = {
  table: 'obligations',
  key: ['deadline_id'],
  columns: [
    ...['region_id', 'kind', 'obligor', 'status', 'revision', 'nominal', 'effective', 'passes_at', 'zone'],
    ...['ref', 'settled_on', 'days_late', 'target', 'target_passed', 'why', 'history'],
  ],
  rows: (before: AccordState, after: Accord) =>
    obligationRows(before.phase === 'absent' ? {} : before.obligations, after),
}

/** Where a due list goes on: the key of its last row. */
export interface DueKey {
  readonly passesAt: string
  readonly accordId: string
  readonly deadlineId: string
}

export interface DuePage {
  readonly regionId?: string
  readonly obligor?: string
  readonly accordId?: string
  readonly after?: DueKey
  /** Only what passes before this instant. */
  readonly before?: string
  /** Most rows to return, 1 to 1000. */
  readonly limit: number
}

/** What is still owed, the earliest first, paged by key. */
export function listDue({ db }: Connection, page: DuePage): Promise<ObligationRow[]> {
  let query = db
    .selectFrom('obligations')
    .selectAll()
    // Written out, not bound: the partial index serves only a condition the planner can compare with its own.
    .where(sql<boolean>`status in ('open', 'held', 'suspended', 'missed')`)
    .orderBy('passes_at')
    .orderBy('accord_id')
    .orderBy('deadline_id')
    .limit(page.limit)
  if (page.regionId !== undefined) query = query.where('region_id', '=', page.regionId)
  if (page.obligor !== undefined) query = query.where('obligor', 'in', [page.obligor, 'both'])
  if (page.accordId !== undefined) query = query.where('accord_id', '=', page.accordId)
  if (page.before !== undefined) query = query.where('passes_at', '<', page.before)
  const { after } = page
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('passes_at', 'accord_id', 'deadline_id'),
        '>',
        tuple(after.passesAt, after.accordId, after.deadlineId),
      ),
    )
  }
  return query.execute()
}

/** Every obligation of one accord, settled ones too, in the order of their dates. */
export function obligationsOf({ db }: Connection, accordId: string): Promise<ObligationRow[]> {
  return db
    .selectFrom('obligations')
    .selectAll()
    .where('accord_id', '=', accordId)
    .orderBy('passes_at')
    .orderBy('deadline_id')
    .execute()
}

/** The accords of which money was ever ordered to be returned, in the order of their ids, paged by key. */
export async function accordsWithRecoveries(
  { db }: Connection,
  limit: number,
  afterAccordId?: string,
): Promise<string[]> {
  let query = db
    .selectFrom('obligations')
    .select('accord_id')
    .distinct()
    .where('kind', '=', 'recovery')
    .orderBy('accord_id')
    .limit(limit)
  if (afterAccordId !== undefined) query = query.where('accord_id', '>', afterAccordId)
  return (await query.execute()).map(({ accord_id }) => accord_id)
}
