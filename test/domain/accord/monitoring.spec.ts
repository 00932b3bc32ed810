import { describe, test } from 'vitest'
import type { AccordContext } from '../../../domain/accord/terms.ts'
import {
  context,
  d,
  endActivities,
  euro,
  monitored,
  order,
  passes,
  underway,
} from '../../support/fixtures.ts'
import { given, met, metLate, set } from '../../support/given.ts'
import {
  accepted,
  accepts,
  monitoredUnderway,
  progress,
  reopens,
  returns,
  sent,
  submits,
} from '../../support/monitoringCases.ts'

describe('a monitoring report', () => {
  test('submitted in time settles its deadline, starts its review and sets the next one', () => {
    given(...monitoredUnderway)
      .when(sent)
      .then(
        ['MonitoringReportSubmitted', { period: '2018-T1', reportVersion: 1, to: '2018-03-31' }],
        met('monitoringReport:2018-T1'),
        set('monitoringReview:2018-T1.v1', { nominal: '2018-05-20', effective: '2018-05-21' }),
        set('monitoringReport:2018-T2', { nominal: '2018-07-30' }),
      )
      .withoutNotices()
  })

  test('submitted late is taken, and the delay noted', () => {
    given(...monitoredUnderway, passes('monitoringReport:2018-T1', '2018-05-01'))
      .when(submits('2018-T1', '2018-05-10'))
      .then(
        ['MonitoringReportSubmitted'],
        metLate('monitoringReport:2018-T1', 10),
        set('monitoringReview:2018-T1.v1', { nominal: '2018-06-09' }),
      )
      .noting('monitoring-late', { period: '2018-T1', days: 10 })
  })

  test('accepted ends its review', () => {
    given(...monitoredUnderway, sent)
      .when(accepts('2018-T1', '2018-04-30'))
      .then(['MonitoringReportAccepted', { reportVersion: 1 }], met('monitoringReview:2018-T1.v1'))
  })

  test('returned is to be sent again within its term, and then reviewed again', () => {
    given(...monitoredUnderway, sent)
      .when(returns('2018-T1', '2018-05-02'))
      .then(
        ['MonitoringReportReturned', { reasons: 'mancano i dati' }],
        met('monitoringReview:2018-T1.v1'),
        set('monitoringResubmission:2018-T1.v2', { nominal: '2018-05-17' }),
      )
    given(...monitoredUnderway, sent, returns('2018-T1', '2018-05-02'))
      .when(submits('2018-T1', '2018-05-15', progress(20, 200_00).slice(1)))
      .then(
        [
          'MonitoringReportSubmitted',
          { reportVersion: 2, progress: [{ numeral: 'I', spent: euro(100_00) }, { numeral: 'II' }] },
        ],
        met('monitoringResubmission:2018-T1.v2'),
        set('monitoringReview:2018-T1.v2', { nominal: '2018-06-14' }),
      )
  })

  test('reopened as a whole gets a new deadline and a new version', () => {
    given(...accepted)
      .when(reopens('2018-T1', '2018-06-01'))
      .then(
        ['MonitoringReportReopened', { reportVersion: 1, reasons: 'errore di calcolo' }],
        set('monitoringResubmission:2018-T1.v2', { nominal: '2018-06-16' }),
      )
  })

  test('asked for twice changes nothing', () => {
    given(...monitoredUnderway, sent)
      .when(submits('2018-T1', '2018-04-21'))
      .nothing()
    given(...accepted)
      .when(accepts('2018-T1', '2018-05-02'))
      .nothing()
    given(...monitoredUnderway, sent, returns('2018-T1', '2018-05-02'))
      .when(returns('2018-T1', '2018-05-03'))
      .nothing()
    given(...accepted, reopens('2018-T1', '2018-06-01', ['II']))
      .when(reopens('2018-T1', '2018-06-02', ['II']))
      .nothing()
  })

  test('once submitted keeps its deadline, whatever moves the others', () => {
    const law = {
      suspensionId: 'legge',
      ground: 'law',
      from: d('2018-04-10'),
      until: d('2018-06-10'),
    } as const
    given(...monitoredUnderway, sent)
      .when(order('StartSuspension', '2018-06-15', { ...law, reasons: 'emergenza' }))
      .accepted()
      .owing('monitoringReport:2018-T1', {
        status: 'met',
        nominal: d('2018-04-30'),
        revision: 1,
        history: [],
      })
      .owing('monitoringReview:2018-T1.v1', { nominal: d('2018-07-10'), revision: 2 })
    // The control: not submitted, it moves.
    given(...monitoredUnderway)
      .when(order('StartSuspension', '2018-06-15', { ...law, reasons: 'emergenza' }))
      .accepted()
      .owing('monitoringReport:2018-T1', { status: 'open', nominal: d('2018-07-01'), revision: 2 })
  })
})

describe('a report that cannot be', () => {
  const gone = (period: string) => submits(period, '2018-07-02')

  test('is one of a period that does not exist', () => {
    const known = { periods: '2018-T1, 2018-T2, 2018-T3' }
    given(...monitoredUnderway)
      .when(gone('2018-T5'))
      .refused('unknown-monitoring-period', { period: '2018-T5', ...known })
    given(...monitoredUnderway)
      .when(gone('2019-T1'))
      .refused('unknown-monitoring-period', { period: '2019-T1', ...known })
    given(...monitoredUnderway, sent)
      .when(accepts('R1', '2018-07-02'))
      .refused('unknown-monitoring-period', { period: 'R1', ...known })
  })

  test('is one of a period that has not begun', () => {
    given(...monitoredUnderway)
      .when(gone('2018-T4'))
      .refused('monitoring-period-not-begun', { period: '2018-T4', from: '2018-10-01' })
  })

  test('is one of a programme without monitoring', () => {
    given(...underway)
      .when(gone('2018-T1'))
      .refused('monitoring-not-scheduled', { period: '2018-T1' })
    given(...underway)
      .when(accepts('2018-T1', '2018-07-02'))
      .refused('monitoring-not-scheduled', { period: '2018-T1' })
  })

  test('names actions that are not in the plan, or one of them twice', () => {
    const [first, second] = progress(1, 1)
    const rows = [{ numeral: 'IX', indicators: [] }]
    given(...monitoredUnderway)
      .when(submits('2018-T1', '2018-04-20', rows))
      .refused('unknown-action', { numeral: 'IX' })
    given(...monitoredUnderway)
      .when(submits('2018-T1', '2018-04-20', [...progress(1, 1), ...(first ? [first] : [])]))
      .refused('duplicate-action', { numeral: 'I' })
    const indicators = [...(second?.indicators ?? []), ...(second?.indicators ?? [])]
    given(...monitoredUnderway)
      .when(submits('2018-T1', '2018-04-20', [{ numeral: 'II', indicators }]))
      .refused('duplicate-indicator', { numeral: 'II', indicator: 'persone' })
    given(...accepted)
      .when(reopens('2018-T1', '2018-06-01', ['IX']))
      .refused('unknown-action', { numeral: 'IX' })
  })

  test('is already in, with other figures', () => {
    given(...monitoredUnderway, sent)
      .when(submits('2018-T1', '2018-04-21', progress(99, 1)))
      .refused('monitoring-report-closed', { period: '2018-T1', reportStatus: 'submitted' })
  })

  test('is not there to be decided on, or to be reopened', () => {
    given(...monitoredUnderway)
      .when(accepts('2018-T1', '2018-04-30'))
      .refused('monitoring-report-not-submitted', { period: '2018-T1', reportStatus: 'missing' })
    given(...accepted)
      .when(returns('2018-T1', '2018-05-02'))
      .refused('monitoring-report-not-submitted', { period: '2018-T1', reportStatus: 'accepted' })
    given(...monitoredUnderway, sent)
      .when(reopens('2018-T1', '2018-05-02'))
      .refused('monitoring-report-not-accepted', { period: '2018-T1', reportStatus: 'submitted' })
  })
})

describe('what is odd in a report is noted', () => {
  test('less spent than in the accepted one before it', () => {
    given(...accepted)
      .when(submits('2018-T2', '2018-07-10', progress(20, 90_00)))
      .accepted()
      .noting('monitoring-spent-less', { numeral: 'I', spent: '90.00', before: '100.00', period: '2018-T1' })
  })

  test('more done than the target', () => {
    given(...monitoredUnderway)
      .when(submits('2018-T1', '2018-04-20', progress(120, 1)))
      .accepted()
      .noting('monitoring-above-target', { numeral: 'II', indicator: 'persone', done: 120, target: 100 })
  })

  test('actions of which it says nothing', () => {
    given(...monitoredUnderway)
      .when(submits('2018-T1', '2018-04-20', []))
      .accepted()
      .noting('monitoring-actions-missing', { period: '2018-T1', actions: 'I, II' })
  })

  test('but not of those that were revoked', () => {
    const revoked = [
      ...[...monitoredUnderway, order('StartRevocation', '2018-03-22', { grounds: 'mai avviata' })],
      order('SupplyRevocationObservations', '2018-03-26', { note: 'nulla' }),
      order('OrderRevocation', '2018-03-29', { extent: 'partial', actions: ['II'], reasons: 'mai avviata' }),
    ]
    given(...revoked)
      .when(submits('2018-T1', '2018-04-20', progress(1, 1).slice(0, 1)))
      .accepted()
      .withoutNotices()
  })

  test('a period that is not over', () => {
    given(...monitoredUnderway)
      .when(submits('2018-T1', '2018-03-28'))
      .accepted()
      .noting('monitoring-period-running', { period: '2018-T1', to: '2018-03-31' })
  })
})

describe('a programme that adopts monitoring later', () => {
  test('asks for nothing about the time before', () => {
    const later: AccordContext = {
      ...context,
      rulesVersions: [{ ...monitored, programmeId: 'prova', version: 2 }],
    }
    const adopts = order('AdoptRules', '2018-08-20', { rulesVersion: 2, reasons: 'nuova convenzione' })
    given(...underway)
      .when(adopts, later)
      .then(
        ['RulesAdopted'],
        [
          'MonitoringScheduled',
          { from: '2018-08-20', every: 'P3M', count: 'calendar', midTermOn: '2018-10-26' },
        ],
        set('midTermReport:intermedia', { nominal: '2018-11-25', effective: '2018-11-26' }),
        set('monitoringReport:2018-T3', { nominal: '2018-10-30' }),
      )
  })

  test('and without monitoring no accord sees any of it', () => {
    given(...underway)
      .when(endActivities)
      .then(['ActivitiesEnded'], met('activities'))
  })
})
