import type { Insertable, Selectable } from 'kysely'
import { type Accord, nextDue } from '../../domain/accord/state.ts'
import type { Connection } from '../connect.ts'
import type { AccordOverviewTable } from '../database.ts'

export type OverviewRow = Selectable<AccordOverviewTable>

/** One row per accord, a pure function of its state: the same for the append, the rebuild and the proof. */
export function overviewRow(state: Accord): Insertable<AccordOverviewTable> {
  const next = nextDue(state)
  return {
    accord_id: state.accordId,
    region_id: state.regionId,
    programme_id: state.programmeId,
    title: state.title,
    phase: state.phase,
    version: state.version,
    proposed_on: state.proposedOn.date,
    in_force_on: state.inForceOn?.date ?? null,
    concluded_on: 'concludedOn' in state ? state.concludedOn.date : null,
    next_kind: next?.kind ?? null,
    next_effective: next?.effective ?? null,
    next_passes_at: next?.passesAt ?? null,
    missed: Object.values(state.obligations).filter(({ status }) => status === 'missed').length,
  }
}

export interface OverviewPage {
  readonly regionId?: string
  readonly phase?: string
  /** Continue after this accord; pages go by key, never by offset. */
  readonly afterAccordId?: string
  /** Most rows to return, 1 to 1000. */
  readonly limit: number
}

export function listAccords({ db }: Connection, page: OverviewPage): Promise<OverviewRow[]> {
  let query = db.selectFrom('accord_overview').selectAll().orderBy('accord_id').limit(page.limit)
  if (page.regionId !== undefined) query = query.where('region_id', '=', page.regionId)
  if (page.phase !== undefined) query = query.where('phase', '=', page.phase)
  if (page.afterAccordId !== undefined) query = query.where('accord_id', '>', page.afterAccordId)
  return query.execute()
}
