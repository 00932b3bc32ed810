import type { Accord } from '../state.ts'
import type { MonitoringEvent } from './events.ts'
import { type MonitoringReport, type MonitoringState, reportOf } from './state.ts'

/** The monitoring of an accord after one more recorded event. */
export function evolveMonitoring(state: Accord, event: MonitoringEvent): Accord {
  if (event.type === 'MonitoringScheduled') {
    const { reports = {}, gatesLifted = [] } = state.monitoring ?? {}
    return { ...state, monitoring: { schedule: event.data, reports, gatesLifted } }
  }
  const { monitoring } = state
  return monitoring === undefined ? state : { ...state, monitoring: after(state, monitoring, event) }
}

function after(
  state: Accord,
  monitoring: MonitoringState,
  event: Exclude<MonitoringEvent, { type: 'MonitoringScheduled' }>,
): MonitoringState {
  const report = reportOf(state, event.data.period)
  const known = (change: (report: MonitoringReport) => MonitoringReport) =>
    report === undefined ? monitoring : withReport(monitoring, change(report))
  switch (event.type) {
    case 'MonitoringReportSubmitted': {
      const { reportVersion: version, ...data } = event.data
      const { reopenedFor } = report ?? {}
      const sent = { ...data, version, status: 'submitted', submittedOn: event.act.on } as const
      return withReport(monitoring, { ...sent, ...(reopenedFor && { reopenedFor }) })
    }
    case 'MonitoringReportReturned':
      return known((before) => ({ ...before, status: 'returned' }))
    case 'MonitoringReportAccepted':
      return known(({ reopenedFor: _, ...before }) => ({ ...before, status: 'accepted' }))
    case 'MonitoringReportReopened': {
      const { actions } = event.data
      return known((before) => ({ ...before, status: 'reopened', ...(actions && { reopenedFor: actions }) }))
    }
    case 'MonitoringGateLifted':
      return { ...monitoring, gatesLifted: [...monitoring.gatesLifted, ...event.data.deadlineIds] }
    default:
      return event satisfies never
  }
}

function withReport(monitoring: MonitoringState, report: MonitoringReport): MonitoringState {
  return { ...monitoring, reports: { ...monitoring.reports, [report.period]: report } }
}
