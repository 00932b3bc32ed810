import { describe, expect, test } from 'vitest'
import { foresee } from '../../../domain/accord/foresee.ts'
import type { MonitoringRules } from '../../../domain/accord/monitoring/rules.ts'
import { periodsOf } from '../../../domain/accord/monitoring/schedule.ts'
import { instant } from '../../../domain/time/instant.ts'
import { period } from '../../../domain/time/period.ts'
import {
  activitiesOnly,
  approvePlan,
  context,
  d,
  endActivities,
  inForce,
  ministry,
  monitored,
  order,
  passes,
} from '../../support/fixtures.ts'
import { given, lifted, met, missed, obligationOf, set, stateAfter } from '../../support/given.ts'
import { monitoredPlan, monitoredUnderway, proposeMonitored, submits } from '../../support/monitoringCases.ts'

/** The same accord under other rules of monitoring. */
const under = (change: Partial<MonitoringRules>) => ({
  ...context,
  programmes: { monitorato: { ...monitored, monitoring: { ...monitored.monitoring, ...change } } },
})

function idsUnder(change: Partial<MonitoringRules>, most = 5): string[] {
  const state = stateAfter(monitoredUnderway, under(change))
  if (state.phase === 'absent' || state.monitoring === undefined) return []
  return [...periodsOf(state, state.monitoring.schedule)]
    .slice(0, most)
    .map(({ id, from, to }) => `${id} ${from} ${to}`)
}

const midTerm = set('midTermReport:intermedia', { nominal: '2018-09-09', effective: '2018-09-10' })
const firstFour = ['2018-T1', '2018-T2', '2018-T3', '2018-T4'].map((id) => `monitoringReport:${id}`)
const lapsed = (ids: readonly string[], days: readonly string[]) =>
  ids.map((id, index) => passes(id, days[index] ?? ''))
const threePassed = lapsed(firstFour.slice(0, 3), ['2018-05-01', '2018-07-31', '2018-10-31'])

describe('the schedule', () => {
  test('begins with the approval of the plan, by quarters of the calendar', () => {
    const { state } = given(...monitoredPlan)
      .when(approvePlan)
      .accepted()
    expect(obligationOf(state, 'monitoringReport:2018-T1')).toMatchObject({
      nominal: '2018-04-30',
      obligor: 'region',
    })
    expect(obligationOf(state, 'midTermReport:intermedia')).toMatchObject({ effective: '2018-09-10' })
    const days = [
      '2018-T1 2018-03-20 2018-03-31',
      '2018-T2 2018-04-01 2018-06-30',
      '2018-T3 2018-07-01 2018-09-30',
    ]
    expect(idsUnder({})).toEqual([...days, '2018-T4 2018-10-01 2018-12-31'])
  })

  test.each([
    ['months', 'P1M', ['2018-M03 2018-03-20 2018-03-31', '2018-M04 2018-04-01 2018-04-30']],
    ['half-years', 'P6M', ['2018-S1 2018-03-20 2018-06-30', '2018-S2 2018-07-01 2018-12-31']],
    ['years', 'P1Y', ['2018 2018-03-20 2018-12-31']],
    [
      'periods that no year is a whole number of',
      'P100D',
      ['R1 2018-03-20 2018-06-27', 'R2 2018-06-28 2018-10-05'],
    ],
  ])('by %s', (_what, every, ids) => {
    expect(idsUnder({ every: period(every) }, 2)).toEqual(ids)
  })

  test('counted from the start, without drifting at the ends of months', () => {
    const from = {
      ...approvePlan,
      act: { ...approvePlan.act, on: { ...approvePlan.act.on, date: d('2018-01-31') } },
    }
    const state = stateAfter([...monitoredPlan, from], under({ every: period('P1M'), count: 'start' }))
    if (state.phase === 'absent' || state.monitoring === undefined) throw new Error('no schedule')
    const starts = [...periodsOf(state, state.monitoring.schedule)].slice(0, 4).map((one) => one.from)
    expect(starts).toEqual(['2018-01-31', '2018-02-28', '2018-03-31', '2018-04-30'])
  })

  test('can begin with the accord, or with its first action', () => {
    const [, ministrySigns, regionSigns] = inForce
    const signed = [proposeMonitored, ...(ministrySigns ? [ministrySigns] : [])]
    if (regionSigns === undefined) throw new Error('no signature')
    given(...signed)
      .when(regionSigns, under({ from: 'inForce' }))
      .accepted()
      .owing('monitoringReport:2017-T4', { nominal: d('2018-01-30') })
    const starts = order('StartAction', '2018-04-10', { numeral: 'I' })
    given(...monitoredUnderway)
      .when(starts, under({ from: 'actionsStart' }))
      .accepted()
      .owing('monitoringReport:2018-T2', { nominal: d('2018-07-30') })
  })

  test('sets the next report when one passes, and ends with the activities', () => {
    given(...monitoredUnderway)
      .when(passes('monitoringReport:2018-T1', '2018-05-01'))
      .then(missed('monitoringReport:2018-T1'), set('monitoringReport:2018-T2', { nominal: '2018-07-30' }))
    given(...monitoredUnderway, ...threePassed)
      .when(passes('monitoringReport:2018-T4', '2019-01-31'))
      .then(missed('monitoringReport:2018-T4'))
  })

  test('is resumed by an extension of the activities, and cut again by its revocation', () => {
    const all = [...threePassed, passes('monitoringReport:2018-T4', '2019-01-31')]
    const grant = order('GrantExtension', '2018-12-20', {
      ...activitiesOnly,
      until: { activities: d('2019-06-30') },
    })
    const extended = [...monitoredUnderway, ...threePassed, grant, ...all.slice(3)]
    expect(obligationOf(stateAfter(extended), 'monitoringReport:2019-T1')).toMatchObject({
      ...{ status: 'open', nominal: '2019-04-30' },
    })
    const revoke = order('RevokeExtension', '2019-02-10', { extensionId: 'proroga-2', reasons: 'errore' })
    const { state } = given(...extended)
      .when(revoke)
      .accepted()
    expect(obligationOf(state, 'monitoringReport:2019-T1').status).toBe('lifted')
    const again = order('GrantExtension', '2018-12-27', { ...grant.data, extensionId: 'proroga-9' })
    given(...extended, revoke)
      .when(again)
      .accepted()
      .owing('monitoringReport:2019-T1', { status: 'open', revision: 2 })
  })

  test('is cut when the activities end before their day', () => {
    const sent = submits('2018-T1', '2018-04-20')
    given(...monitoredUnderway, sent, submits('2018-T2', '2018-07-20'))
      .when(order('EndActivities', '2018-06-30', {}))
      .then(
        ['ActivitiesEnded'],
        met('activities'),
        lifted('midTermReport:intermedia'),
        lifted('monitoringReport:2018-T3'),
      )
  })

  test('falls away with the approval that set it, and comes back with the next', () => {
    const reverse = order('ReverseLastDecision', '2018-03-21', { reasons: 'errore' })
    const { state } = given(...monitoredUnderway)
      .when(reverse)
      .then(['DecisionReversed'])
    expect(obligationOf(state, 'monitoringReport:2018-T1').status).toBe('lifted')
    given(...monitoredUnderway, reverse)
      .when(order('ApprovePlan', '2018-03-26', { conditions: [] }))
      .accepted()
      .owing('monitoringReport:2018-T1', { status: 'open', revision: 2, nominal: d('2018-04-30') })
      .leaving({
        monitoring: expect.objectContaining({ schedule: expect.objectContaining({ from: '2018-03-26' }) }),
      })
  })

  test('without an end of activities waits for an overdue report before it sets the next', () => {
    const { activities: _, ...terms } = monitored.terms
    const { activitiesUntil: __, ...plan } = order('SubmitPlan', '2018-03-01', {
      ...monitoredPlanData(),
    }).data
    const endless = { ...context, programmes: { monitorato: { ...monitored, terms } } }
    const open = [...monitoredPlan.slice(0, 3), order('SubmitPlan', '2018-03-01', plan), approvePlan]
    given(...open)
      .when(passes('monitoringReport:2018-T1', '2018-05-01'), endless)
      .then(missed('monitoringReport:2018-T1'))
    given(...open, passes('monitoringReport:2018-T1', '2018-05-01'))
      .when(submits('2018-T1', '2018-05-10'), endless)
      .accepted()
      .owing('monitoringReport:2018-T2', { status: 'open' })
  })

  test('is seen in a foresight, report by report', () => {
    const state = stateAfter(monitoredUnderway)
    const { steps } = foresee(state, context, { until: instant('2019-02-01T00:00:00Z') })
    const passed = steps.flatMap((step) => (step.what === 'lapse' ? [step.due.id] : []))
    expect(passed.filter((id) => id.startsWith('m'))).toEqual([
      ...firstFour.slice(0, 2),
      ...[
        'midTermReport:intermedia',
        'milestone:rete-attiva',
        'monitoringReport:2018-T3',
        'monitoringReport:2018-T4',
      ],
    ])
  })

  test('ends with the accord', () => {
    const state = stateAfter([...monitoredUnderway, endActivities])
    expect(obligationOf(state, 'monitoringReport:2018-T1').status).toBe('open')
    expect(midTerm[0]).toBe('DeadlineSet')
    expect(ministry.role).toBe('ministry')
  })
})

function monitoredPlanData() {
  const submitted = monitoredPlan[3]
  if (submitted?.type !== 'SubmitPlan') throw new Error('no plan')
  return submitted.data
}
