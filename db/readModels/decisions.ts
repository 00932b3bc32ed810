import { type Selectable, sql } from 'kysely'
import type { Accord, AccordState } from '../../domain/accord/state.ts'
import type { Connection } from '../connect.ts'
import type { DecisionsTable } from '../database.ts'
import type { RowModel } from './rowModels.ts'

export type DecisionRow = Selectable<DecisionsTable>

/** The rows of the prepared decisions that differ from `before`; evolve keeps the identity of what it leaves alone. */
export function decisionRows(before: Accord['decisions'], state: Accord): DecisionRow[] {
  return Object.values(state.decisions ?? {})
    .filter((decision) => before?.[decision.decisionId] !== decision)
    .map(({ decisionId, prepared, about, status, changed, settled, ...decision }) => ({
      accord_id: state.accordId,
      decision_id: decisionId,
      region_id: state.regionId,
      act: prepared.act,
      status,
      subject: about.subject,
      ref: about.ref ?? null,
      version: about.version ?? null,
      prepared_by: decision.preparedBy,
      prepared_on: decision.preparedOn.date,
      prepared_at: decision.preparedAt,
      changed_by: changed?.by ?? null,
      changed_on: changed?.on.date ?? null,
      settled_by: settled?.by ?? null,
      settled_on: settled?.on.date ?? null,
    }))
}

export const decisionModel: RowModel = {
  table: 'decisions',
  key: ['decision_id'],
  columns: [
    ...['region_id', 'act', 'status', 'subject', 'ref', 'version', 'prepared_by', 'prepared_on'],
    ...['prepared_at', 'changed_by', 'changed_on', 'settled_by', 'settled_on'],
  ],
  rows: (before: AccordState, after: Accord) =>
    decisionRows(before.phase === 'absent' ? undefined : before.decisions, after),
}

/** Where a list of decisions goes on: the key of its last row. */
export interface DecisionKey {
  readonly preparedAt: string
  readonly accordId: string
  readonly decisionId: string
}

export interface DecisionPage {
  readonly accordId?: string
  readonly regionId?: string
  /** Settled ones too; left out: those that wait for a certification or to be prepared again. */
  readonly all?: boolean
  readonly after?: DecisionKey
  /** Most rows to return, 1 to 1000. */
  readonly limit: number
}

/** Prepared decisions, the longest waiting first, paged by key. */
export function listDecisions({ db }: Connection, page: DecisionPage): Promise<DecisionRow[]> {
  let query = db
    .selectFrom('decisions')
    .selectAll()
    .orderBy('prepared_at')
    .orderBy('accord_id')
    .orderBy('decision_id')
    .limit(page.limit)
  // Written out, not bound: the partial index serves only a condition the planner can compare with its own.
  if (!page.all) query = query.where(sql<boolean>`status in ('open', 'outdated')`)
  if (page.accordId !== undefined) query = query.where('accord_id', '=', page.accordId)
  if (page.regionId !== undefined) query = query.where('region_id', '=', page.regionId)
  const { after } = page
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('prepared_at', 'accord_id', 'decision_id'),
        '>',
        tuple(after.preparedAt, after.accordId, after.decisionId),
      ),
    )
  }
  return query.execute()
}
