import { describe, expect, test } from 'vitest'
import { gatesOf } from '../../../domain/accord/monitoring/gates.ts'
import type { AccordContext } from '../../../domain/accord/terms.ts'
import {
  activitiesOnly,
  approveReport,
  conclude,
  context,
  d,
  endActivities,
  euro,
  ministry,
  monitored,
  order,
  passes,
  payBalance,
  region,
  submitReport,
} from '../../support/fixtures.ts'
import { given, stateAfter } from '../../support/given.ts'
import { monitoredUnderway, submits } from '../../support/monitoringCases.ts'

const overdue = [...monitoredUnderway, passes('monitoringReport:2018-T1', '2018-05-01')]
const extension = (when: string) => order('RequestExtension', when, activitiesOnly)
const lifts = (when: string, period = '2018-T1') =>
  order('LiftMonitoringGate', when, { period, reasons: 'alluvione' })
const blocked = { deadlineId: 'monitoringReport:2018-T1', effective: '2018-04-30' }

describe('an overdue report', () => {
  test('blocks what the programme says, and the refusal names it', () => {
    given(...overdue)
      .when(extension('2018-05-10'))
      .refused('gated-by-overdue-report', { act: 'RequestExtension', ...blocked })
    given(...overdue)
      .when(order('PayAdvance', '2018-05-10', { amount: euro(1) }))
      .refused('gated-by-overdue-report', { act: 'PayAdvance', ...blocked })
  })

  test('blocks nothing else', () => {
    given(...overdue)
      .when(order('StartAction', '2018-05-10', { numeral: 'I' }))
      .accepted()
    given(...overdue)
      .when(order('GrantExtension', '2018-05-10', activitiesOnly))
      .accepted()
  })

  test('blocks what was received after its time, whether or not its timer has fired', () => {
    given(...monitoredUnderway)
      .when(extension('2018-05-02'))
      .refused('gated-by-overdue-report', { act: 'RequestExtension', ...blocked })
    given(...overdue)
      .when(extension('2018-04-29'))
      .accepted()
  })

  test('blocks no more once it is in', () => {
    given(...overdue, submits('2018-T1', '2018-05-09'))
      .when(extension('2018-05-10'))
      .accepted()
  })

  test('can be seen before anybody tries', () => {
    const state = stateAfter(overdue)
    expect(state.phase === 'absent' ? [] : gatesOf(state)).toEqual([
      { act: 'PayAdvance', deadlineId: 'monitoringReport:2018-T1', effective: '2018-04-30' },
      { act: 'RequestExtension', deadlineId: 'monitoringReport:2018-T1', effective: '2018-04-30' },
    ])
    const before = stateAfter(monitoredUnderway)
    expect(before.phase === 'absent' ? [] : gatesOf(before)).toEqual([])
  })

  test('lets through by a decision of the Ministry, which stays on record and leaves it overdue', () => {
    given(...overdue)
      .when(lifts('2018-05-10'))
      .then(['MonitoringGateLifted', { period: '2018-T1', deadlineIds: ['monitoringReport:2018-T1'] }])
      .owing('monitoringReport:2018-T1', { status: 'missed', effective: d('2018-04-30') })
    given(...overdue, lifts('2018-05-10'))
      .when(extension('2018-05-11'))
      .accepted()
    given(...overdue, lifts('2018-05-10'))
      .when(lifts('2018-05-11'))
      .nothing()
  })

  test('is let through by nobody where it blocks nothing', () => {
    given(...monitoredUnderway)
      .when(lifts('2018-04-20'))
      .refused('monitoring-gate-not-closed', { period: '2018-T1' })
  })

  test('is not let through by the Region itself', () => {
    const mine = lifts('2018-05-10')
    given(...overdue)
      .when({ ...mine, act: { ...mine.act, actor: region } })
      .refused('not-authorised', { role: 'region', act: 'LiftMonitoringGate' })
    given(...overdue)
      .when({ ...mine, act: { ...mine.act, actor: ministry } })
      .accepted()
  })

  test('that can come no more can still be let through, once the accord is concluded', () => {
    const gated: AccordContext = {
      ...context,
      programmes: {
        ...context.programmes,
        monitorato: { ...monitored, monitoring: { ...monitored.monitoring, gates: ['PayBalance'] } },
      },
    }
    const late = [...overdue, endActivities, submitReport, approveReport, conclude]
    given(...late)
      .when(payBalance, gated)
      .refused('gated-by-overdue-report', { act: 'PayBalance', ...blocked })
    given(
      ...late,
      order('LiftMonitoringGate', '2019-05-03', { period: '2018-T1', reasons: 'accordo concluso' }),
    )
      .when(order('PayBalance', '2019-05-06', { amount: euro(1) }), gated)
      .then(['BalancePaid'])
  })
})
