import type { ActionProgress } from '../../domain/accord/monitoring/parts.ts'
import { act, type Cases } from './eventCases.ts'
import {
  approvePlan,
  d,
  euro,
  ministrySigns,
  monitored,
  order,
  proposal,
  regionSigns,
  submitPlan,
} from './fixtures.ts'

export const proposeMonitored = order('ProposeAccord', '2017-12-12', {
  ...proposal.data,
  programmeId: monitored.programmeId,
})
/**
 * Plan approved on 20 March 2018, activities until 31 December: 2018-T1 is due on 30 April, T2 on 30 July, T3 on 30
 * October, T4 on 30 January 2019; the report in the middle, up to 10 August, by Monday 10 September.
 */
export const monitoredPlan = [proposeMonitored, ministrySigns, regionSigns, submitPlan]
export const monitoredUnderway = [...monitoredPlan, approvePlan]

/** Two actions, with so much done and spent. */
export const progress = (done: number, cents: number): readonly ActionProgress[] => [
  { numeral: 'I', indicators: [], spent: euro(cents) },
  {
    numeral: 'II',
    indicators: [{ id: 'persone', name: 'Persone seguite', target: 100, done, unit: 'persone' }],
    spent: euro(cents),
  },
]

export const submits = (period: string, when: string, rows = progress(10, 100_00)) =>
  order('SubmitMonitoringReport', when, { period, progress: rows })
export const accepts = (period: string, when: string) => order('AcceptMonitoringReport', when, { period })
export const returns = (period: string, when: string) =>
  order('ReturnMonitoringReport', when, { period, reasons: 'mancano i dati' })
export const reopens = (period: string, when: string, actions?: readonly string[]) =>
  order('ReopenMonitoringReport', when, { period, reasons: 'errore di calcolo', ...(actions && { actions }) })

/** The first report, and a life in which it was accepted. */
export const sent = submits('2018-T1', '2018-04-20')
export const accepted = [...monitoredUnderway, sent, accepts('2018-T1', '2018-04-30')]
const version = { period: '2018-T1', reportVersion: 1 }

/** What the events about monitoring leave. */
export const monitoringCases = {
  MonitoringScheduled: {
    from: [proposal],
    data: { from: d('2018-03-20'), every: monitored.monitoring.every, count: 'calendar' },
    leaves: { monitoring: { schedule: { from: '2018-03-20' }, reports: {}, gatesLifted: [] } },
  },
  MonitoringReportSubmitted: {
    from: monitoredUnderway,
    data: {
      ...version,
      ...{ kind: 'periodic', from: d('2018-03-20'), to: d('2018-03-31'), progress: progress(5, 1) },
    },
    leaves: {
      monitoring: {
        reports: { '2018-T1': { status: 'submitted', version: 1, to: '2018-03-31', submittedOn: act.on } },
      },
    },
  },
  MonitoringReportReturned: {
    from: [...monitoredUnderway, sent],
    data: { ...version, reasons: 'no' },
    leaves: { monitoring: { reports: { '2018-T1': { status: 'returned', version: 1 } } } },
  },
  MonitoringReportAccepted: {
    from: [...monitoredUnderway, sent],
    data: version,
    leaves: { monitoring: { reports: { '2018-T1': { status: 'accepted' } } } },
  },
  MonitoringReportReopened: {
    from: [...monitoredUnderway, sent, accepts('2018-T1', '2018-04-25')],
    data: { ...version, actions: ['II'], reasons: 'errore' },
    leaves: { monitoring: { reports: { '2018-T1': { status: 'reopened', reopenedFor: ['II'] } } } },
  },
  MonitoringGateLifted: {
    from: monitoredUnderway,
    data: { period: '2018-T1', deadlineIds: ['monitoringReport:2018-T1'], reasons: 'alluvione' },
    leaves: { monitoring: { gatesLifted: ['monitoringReport:2018-T1'] } },
  },
} satisfies Cases
