import type { LocalDate } from '../../time/localDate.ts'
import type { Period } from '../../time/period.ts'
import type { RecordedEvent } from '../events.ts'
import type { ActionProgress, ReportKind } from './parts.ts'

/** What happened to the monitoring reports of an accord. */
export interface MonitoringEvents {
  /** From which day, and how, the periods follow each other; what is in it no later act changes. */
  MonitoringScheduled: {
    readonly from: LocalDate
    readonly every: Period
    readonly count: 'calendar' | 'start'
    /** The day up to which the mid-term report looks. */
    readonly midTermOn?: LocalDate
  }
  MonitoringReportSubmitted: {
    readonly period: string
    readonly kind: ReportKind
    /** First and last day of the period. */
    readonly from: LocalDate
    readonly to: LocalDate
    readonly reportVersion: number
    /** All of it, with what a limited reopening left as it was. */
    readonly progress: readonly ActionProgress[]
    readonly note?: string
  }
  MonitoringReportReturned: {
    readonly period: string
    readonly reportVersion: number
    readonly reasons: string
  }
  MonitoringReportAccepted: {
    readonly period: string
    readonly reportVersion: number
    readonly note?: string
  }
  MonitoringReportReopened: {
    readonly period: string
    readonly reportVersion: number
    /** Left out: the whole report. */
    readonly actions?: readonly string[]
    readonly reasons: string
  }
  MonitoringGateLifted: {
    readonly period: string
    /** The overdue deadlines that block nothing any more. */
    readonly deadlineIds: readonly string[]
    readonly reasons: string
  }
}

export type MonitoringEvent = Extract<RecordedEvent, { type: keyof MonitoringEvents }>

const monitoringEvents: Record<keyof MonitoringEvents, true> = {
  MonitoringScheduled: true,
  MonitoringReportSubmitted: true,
  MonitoringReportReturned: true,
  MonitoringReportAccepted: true,
  MonitoringReportReopened: true,
  MonitoringGateLifted: true,
}

export function isMonitoringEvent<E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { type: keyof MonitoringEvents }> {
  return Object.hasOwn(monitoringEvents, event.type)
}
