import { accept, type Refused } from '../../decider.ts'
import { receiptDate, setByTerm, settle } from '../acts/obligations.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, entry } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import type { MonitoringCommand } from './commands.ts'
import { gatesOf } from './gates.ts'
import { lastPeriods, periodOf } from './schedule.ts'
import { type MonitoringReport, reportOf } from './state.ts'
import { versionRef } from './submission.ts'

/** Back to the Region, which sends a new version within the term of the programme. */
export function returnReport(
  command: CommandOf<'ReturnMonitoringReport'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { period, reasons } = command.data
  const report = sentReport(command, state)
  if ('outcome' in report) return report
  const { version, status } = report
  if (status === 'returned') return accept([])
  if (status !== 'submitted')
    return refuse('monitoring-report-not-submitted', { period, reportStatus: status })
  return accept([
    { type: 'MonitoringReportReturned', data: { period, reportVersion: version, reasons } },
    ...settle(state, command.act, 'monitoringReview', versionRef(period, version)),
    ...toBeSentAgain(command, state, context, report),
  ])
}

/** Accepted, its figures are what the next ones are compared with. */
export function acceptReport(command: CommandOf<'AcceptMonitoringReport'>, state: Accord): AccordDecision {
  const { period, note } = command.data
  const report = sentReport(command, state)
  if ('outcome' in report) return report
  const { version, status } = report
  if (status === 'accepted') return accept([])
  if (status !== 'submitted')
    return refuse('monitoring-report-not-submitted', { period, reportStatus: status })
  return accept([
    { type: 'MonitoringReportAccepted', data: { period, reportVersion: version, ...(note && { note }) } },
    ...settle(state, command.act, 'monitoringReview', versionRef(period, version)),
  ])
}

/** An accepted report is asked for again, the whole of it or some of its actions; the accepted version stays on record. */
export function reopenReport(
  command: CommandOf<'ReopenMonitoringReport'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { period, actions, reasons } = command.data
  const report = sentReport(command, state)
  if ('outcome' in report) return report
  const { version, status, reopenedFor } = report
  if (status === 'reopened' && isSameSet(reopenedFor, actions)) return accept([])
  if (status !== 'accepted') return refuse('monitoring-report-not-accepted', { period, reportStatus: status })
  const twice = actions?.find((one, index) => actions.indexOf(one) !== index)
  if (twice !== undefined) return refuse('duplicate-action', { numeral: twice })
  const unknown = actions?.find((numeral) => entry(state.actions, numeral) === undefined)
  if (unknown !== undefined) return refuse('unknown-action', { numeral: unknown })
  const data = { period, reportVersion: version, reasons, ...(actions && { actions }) }
  return accept([
    { type: 'MonitoringReportReopened', data },
    ...toBeSentAgain(command, state, context, report),
  ])
}

/** The same actions in whatever order; left out means the whole report, which no list of actions is. */
function isSameSet(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one?.toSorted().join() === other?.toSorted().join()
}

function toBeSentAgain(
  { act }: CommandOf<'ReturnMonitoringReport' | 'ReopenMonitoringReport'>,
  state: Accord,
  context: AccordContext,
  { period, version }: MonitoringReport,
): AccordEvent[] {
  const ref = versionRef(period, version + 1)
  const about = { kind: 'monitoringResubmission', obligor: 'region', ref } as const
  return setByTerm(state, context, state.rules.monitoring?.resubmission, act.on, about)
}

/** An overdue report stays owed and stays overdue; what it kept from being done can be done. */
export function liftGate(command: CommandOf<'LiftMonitoringGate'>, state: Accord): AccordDecision {
  const { period, reasons } = command.data
  const isAbout = (deadlineId: string) => {
    const ref = deadlineId.slice(deadlineId.indexOf(':') + 1)
    return ref === period || ref.startsWith(`${period}.`)
  }
  const lifted = state.monitoring?.gatesLifted ?? []
  const blocking = gatesOf(state, command.act.receivedAt).filter(({ deadlineId }) => isAbout(deadlineId))
  const deadlineIds = [...new Set(blocking.map(({ deadlineId }) => deadlineId))]
  if (deadlineIds.length > 0)
    return accept([{ type: 'MonitoringGateLifted', data: { period, deadlineIds, reasons } }])
  return lifted.some(isAbout) ? accept([]) : refuse('monitoring-gate-not-closed', { period })
}

/** The report of a period that exists, or why there is none to decide on. */
function sentReport(
  command: Exclude<MonitoringCommand, { type: 'SubmitMonitoringReport' | 'LiftMonitoringGate' }>,
  state: Accord,
): MonitoringReport | Refused<Refusal> {
  const { period } = command.data
  if (state.monitoring === undefined) return refuse('monitoring-not-scheduled', { period })
  const report = reportOf(state, period)
  if (report !== undefined) return report
  if (periodOf(state, period) !== undefined) {
    return refuse('monitoring-report-not-submitted', { period, reportStatus: 'missing' })
  }
  const periods = lastPeriods(state, receiptDate(state, command))
  return refuse('unknown-monitoring-period', { period, periods })
}
