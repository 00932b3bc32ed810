import type { ActDate, LocalDate } from '../../time/localDate.ts'
import type { AccordFacts } from '../state.ts'
import type { MonitoringEvents } from './events.ts'
import type { ActionProgress, ReportKind } from './parts.ts'

export type MonitoringSchedule = MonitoringEvents['MonitoringScheduled']
export type ReportStatus = 'submitted' | 'returned' | 'accepted' | 'reopened'

/** One monitoring report that has been sent at least once, in its last version. */
export interface MonitoringReport {
  readonly period: string
  readonly kind: ReportKind
  readonly from: LocalDate
  readonly to: LocalDate
  readonly status: ReportStatus
  readonly version: number
  readonly progress: readonly ActionProgress[]
  readonly submittedOn: ActDate
  readonly note?: string
  /** Reopened for these actions only, until it is accepted again: a return in between opens no more. */
  readonly reopenedFor?: readonly string[]
}

export interface MonitoringState {
  readonly schedule: MonitoringSchedule
  /** By the id of the period. */
  readonly reports: Readonly<Record<string, MonitoringReport>>
  /** Overdue deadlines that block nothing any more. */
  readonly gatesLifted: readonly string[]
}

/** The report of a period; undefined while it has never been sent. */
export function reportOf({ monitoring }: Pick<AccordFacts, 'monitoring'>, period: string) {
  const reports = monitoring?.reports ?? {}
  return Object.hasOwn(reports, period) ? reports[period] : undefined
}
