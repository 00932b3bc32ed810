import type { Selectable } from 'kysely'
import type { ActionProgress } from '../../domain/accord/monitoring/parts.ts'
import type { MonitoringState } from '../../domain/accord/monitoring/state.ts'
import type { Accord, AccordState } from '../../domain/accord/state.ts'
import type { MonitoringReportsTable } from '../database.ts'
import type { RowModel } from './rowModels.ts'

export type MonitoringRow = Selectable<MonitoringReportsTable>

/** The rows of the reports that differ from `before`; evolve keeps the identity of what it leaves alone. */
export function monitoringRows(before: MonitoringState['reports'], state: Accord): MonitoringRow[] {
  return Object.values(state.monitoring?.reports ?? {})
    .filter((report) => before[report.period] !== report)
    .map(({ period, kind, from, to, status, version, submittedOn, progress }) => ({
      accord_id: state.accordId,
      period,
      region_id: state.regionId,
      kind,
      period_from: from,
      period_to: to,
      status,
      version,
      submitted_on: submittedOn.date,
      spent_cents: spentOf(progress),
      progress,
    }))
}

/** All actions together, in cents; null where no action says what it has spent. */
function spentOf(progress: readonly ActionProgress[]): number | null {
  const known = progress.flatMap(({ spent }) => spent ?? [])
  return known.length === 0 ? null : known.reduce((sum, { cents }) => sum + cents, 0)
}

export const monitoringModel: RowModel = {
  table: 'monitoring_reports',
  key: ['period'],
  columns: [
    ...['region_id', 'kind', 'period_from', 'period_to', 'status', 'version'],
    ...['submitted_on', 'spent_cents', 'progress'],
  ],
  rows: (before: AccordState, after: Accord) =>
    monitoringRows(before.phase === 'absent' ? {} : (before.monitoring?.reports ?? {}), after),
}
