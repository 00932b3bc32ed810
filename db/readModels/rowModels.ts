import type { Accord, AccordState } from '../../domain/accord/state.ts'
import { decisionModel } from './decisions.ts'
import { documentModel } from './documents.ts'
import { monitoringModel } from './monitoring.ts'
import { obligationModel } from './obligations.ts'

/**
 * A read model with several rows per accord. Each is written with every append, made anew by `rebuild` and compared
 * with the events by `verify`, from here alone. A row, once written, is replaced and never taken away.
 */
export interface RowModel {
  readonly table: 'obligations' | 'monitoring_reports' | 'documents' | 'decisions'
  /** What tells the rows of one accord apart. */
  readonly key: readonly string[]
  /** Every other column but `accord_id`. */
  readonly columns: readonly string[]
  /** The rows that differ from `before`, in the form of their table. */
  readonly rows: (before: AccordState, after: Accord) => readonly Readonly<Record<string, unknown>>[]
}

export const rowModels: readonly RowModel[] = [obligationModel, monitoringModel, documentModel, decisionModel]
