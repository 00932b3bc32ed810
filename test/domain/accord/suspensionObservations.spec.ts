import { describe, expect, test } from 'vitest'
import { period } from '../../../domain/time/period.ts'
import {
  activitiesEnded,
  approveReport,
  context,
  d,
  inForce,
  order,
  passes,
  plan,
  planUnderReview,
  reportOnly,
  reportUnderReview,
  rules,
} from '../../support/fixtures.ts'
import {
  given,
  lifted,
  met,
  missed,
  moved,
  obligationOf,
  set,
  stateAfter,
  suspended,
} from '../../support/given.ts'

/** The programme of the fixtures with ninety days for the review of a plan. */
const planReview = { period: period('P90D'), citation: 'regole di prova', assumed: true }
const ninety = {
  ...context,
  programmes: { ...context.programmes, prova: { ...rules, terms: { ...rules.terms, planReview } } },
}
const rule = 'art. 10-bis l. 241/1990'

const notify = (when: string, deadlineId = 'planReview') =>
  order('StartSuspension', when, {
    ...{
      suspensionId: 'oss',
      ground: 'art10bis',
      deadlineIds: [deadlineId],
      reasons: 'costi non ammissibili',
    },
  })
const observe = (when: string) =>
  order('SupplyInformation', when, { suspensionId: 'oss', note: 'i costi sono ammissibili' })
const returnPlan = (when: string) => order('ReturnPlan', when, { reasons: 'costi non ammissibili' })

describe('observations before a refusal (90 days from 15 January 2026, notice on 2 March)', () => {
  const reviewed = [...inForce, order('SubmitPlan', '2026-01-15', plan)]
  const notified = [...reviewed, notify('2026-03-02')]
  const none = passes('observations:oss', '2026-03-13')

  test('the notice stops the clock with 44 days left and gives the Region ten days', () => {
    given(...reviewed)
      .when(notify('2026-03-02'), ninety)
      .then(
        ['SuspensionStarted', { suspensionId: 'oss', ground: 'art10bis', rule, on: '2026-03-02' }],
        suspended('planReview', 44),
        set('observations:oss', { nominal: '2026-03-12', kind: 'observations', obligor: 'region' }),
      )
      .owing('planReview', { status: 'suspended', suspendedRemainingDays: 44 })
  })

  test('received on 10 March, the clock runs again from the 20th: Sunday 3 May, so Monday', () => {
    given(...notified)
      .when(observe('2026-03-10'), ninety)
      .then(
        ['SuspensionEnded', { how: 'answered', until: '2026-03-20', note: 'i costi sono ammissibili' }],
        moved('planReview', 'resumption', { nominal: '2026-05-03', effective: '2026-05-04' }),
        met('observations:oss'),
      )
      .owing('planReview', { status: 'open' })
  })

  test('none received, it runs again from the end of their term', () => {
    // 25 April 2026 is a Saturday and a holiday, the 26th a Sunday.
    given(...notified)
      .when(none, ninety)
      .then(
        missed('observations:oss'),
        ['SuspensionEnded', { how: 'expiry', until: '2026-03-12' }],
        moved('planReview', 'resumption', { nominal: '2026-04-25', effective: '2026-04-27' }),
      )
  })

  test('their term does not end on a Sunday, nor does the stop', () => {
    const early = notify('2026-03-05')
    given(...reviewed)
      .when(early, ninety)
      .accepted()
      .owing('observations:oss', { nominal: d('2026-03-15'), effective: d('2026-03-16') })
    given(...reviewed, early)
      .when(passes('observations:oss', '2026-03-17'), ninety)
      .then(
        missed('observations:oss'),
        ['SuspensionEnded', { until: '2026-03-16' }],
        ['DeadlineMoved', { deadline: { nominal: '2026-04-26' } }],
      )
  })

  test('received in the last instant and processed after the timer, they count from their receipt', () => {
    given(...notified, none)
      .when(observe('2026-03-12T22:59:59.999Z'), ninety)
      .then(
        ['SuspensionEnded', { how: 'answered', until: '2026-03-22' }],
        moved('planReview', 'resumption', { nominal: '2026-05-05', revision: 3 }),
        met('observations:oss'),
      )
  })

  test('received after their term, the clock has run from the end of it, whether or not the timer has fired', () => {
    for (const history of [notified, [...notified, none]]) {
      given(...history)
        .when(observe('2026-03-20'), ninety)
        .accepted()
        .owing('planReview', { nominal: d('2026-04-25') })
    }
  })

  test('while they may come nothing is decided against the Region', () => {
    const pending = { suspensionId: 'oss', until: '2026-03-12' }
    given(...notified)
      .when(returnPlan('2026-03-12T22:59:59.999Z'), ninety)
      .refused('observations-pending', pending)
  })

  test('once they have come, or their term is over, it is', () => {
    given(...notified, observe('2026-03-10'))
      .when(returnPlan('2026-03-11'), ninety)
      .then(['PlanReturned'], met('planReview'), ['DeadlineSet'])
    given(...notified, none)
      .when(returnPlan('2026-03-13'), ninety)
      .then(['PlanReturned'], met('planReview'), ['DeadlineSet'])
    given(...notified)
      .when(returnPlan('2026-03-13'), ninety)
      .then(
        ['PlanReturned'],
        met('planReview'),
        ['SuspensionEnded', { how: 'decided' }],
        lifted('observations:oss'),
        ['DeadlineSet'],
      )
  })

  test('what the Region asked for can be given at once', () => {
    given(...notified)
      .when(order('ApprovePlan', '2026-03-05', { conditions: [], activitiesUntil: d('2026-12-31') }), ninety)
      .accepted()
      .owing('planReview', { status: 'met' })
      .owing('observations:oss', { status: 'lifted' })
  })

  test('are asked for once per procedure', () => {
    const again = { ...notify('2026-04-01').data, suspensionId: 'oss-2' }
    for (const history of [notified, [...notified, observe('2026-03-10')]]) {
      given(...history)
        .when(order('StartSuspension', '2026-04-01', again), ninety)
        .refused('suspension-already-used', { ground: 'art10bis', deadlineId: 'planReview' })
    }
  })

  test('the Ministry may end the stop itself', () => {
    given(...notified)
      .when(order('EndSuspension', '2026-03-07', { suspensionId: 'oss', reasons: 'si approva' }), ninety)
      .then(
        ['SuspensionEnded', { how: 'ended', until: '2026-03-07' }],
        moved('planReview', 'resumption', { nominal: '2026-04-20' }),
        lifted('observations:oss'),
      )
  })
})

describe('nothing is decided against the Region while its observations may come', () => {
  test('on the report', () => {
    const notified = [...reportUnderReview, notify('2019-03-01', 'reportReview')]
    given(...notified)
      .when(order('ReturnFinalReport', '2019-03-05', { reasons: 'mancano i risultati' }))
      .refused('observations-pending', { suspensionId: 'oss', until: '2019-03-11' })
    given(...notified)
      .when(approveReport)
      .then(['FinalReportApproved'], met('reportReview'), ['SuspensionEnded'], lifted('observations:oss'))
  })

  test('on an extension', () => {
    const requested = [...activitiesEnded, order('RequestExtension', '2019-02-20', reportOnly)]
    const refuse = order('RefuseExtension', '2019-03-05', { extensionId: 'proroga-1', reasons: 'tardiva' })
    const notified = [...requested, notify('2019-03-01', 'extensionDecision:proroga-1')]
    given(...notified)
      .when(refuse)
      .refused('observations-pending', { suspensionId: 'oss', until: '2019-03-11' })
    given(...notified, observe('2019-03-04'))
      .when(refuse)
      .then(['ExtensionRefused'], met('extensionDecision:proroga-1'))
    given(...notified)
      .when(order('GrantExtension', '2019-03-05', reportOnly))
      .accepted()
      .owing('observations:oss', { status: 'lifted' })
  })

  test('also while a law stops the term to send them', () => {
    const law = order('StartSuspension', '2019-03-05', {
      ...{ suspensionId: 'emergenza', ground: 'law', from: d('2019-03-04'), reasons: 'legge' },
    })
    given(...reportUnderReview, notify('2019-03-01', 'reportReview'), law)
      .when(order('ReturnFinalReport', '2019-03-20', { reasons: 'mancano i risultati' }))
      .refused('observations-pending', { suspensionId: 'oss', until: '2019-03-11' })
  })

  test('falls away with the request for extension that they were about', () => {
    // The report comes in while its extension is about to be refused.
    const notified = [
      ...activitiesEnded,
      order('RequestExtension', '2019-02-20', reportOnly),
      notify('2019-03-01', 'extensionDecision:proroga-1'),
    ]
    given(...notified)
      .when(order('SubmitFinalReport', '2019-03-04', { title: 'Relazione finale' }))
      .accepted()
      .owing('extensionDecision:proroga-1', { status: 'lifted' })
      .owing('observations:oss', { status: 'lifted' })
  })
})

describe('before 17 July 2020 a notice began the whole term anew', () => {
  const notified = [...planUnderReview, notify('2018-03-11')]
  const none = passes('observations:oss', '2018-03-22')

  test('from the day of the observations', () => {
    given(...notified)
      .when(observe('2018-03-16'))
      .then(
        ['SuspensionEnded', { how: 'answered', until: '2018-03-16' }],
        moved('planReview', 'resumption', { nominal: '2018-04-15', effective: '2018-04-16' }),
        met('observations:oss'),
      )
    expect(obligationOf(stateAfter([...notified, observe('2018-03-16')]), 'planReview').why).toMatchObject([
      { step: 'counted' },
      { step: 'restarted', on: '2018-03-11', from: '2018-03-16', to: '2018-04-15', rule },
      { step: 'rolled' },
      { step: 'cutOff' },
    ])
  })

  test('or from the end of their term where none came', () => {
    given(...notified)
      .when(none)
      .accepted()
      .owing('planReview', { status: 'open', nominal: d('2018-04-20') })
  })

  test('received in time and processed after the timer, from their receipt', () => {
    given(...notified, none)
      .when(observe('2018-03-16'))
      .accepted()
      .owing('planReview', { nominal: d('2018-04-15'), revision: 3 })
  })

  test('and on that day itself it stops it', () => {
    const reviewed = [...inForce, order('SubmitPlan', '2020-07-01', plan)]
    given(...reviewed, notify('2020-07-16'))
      .when(observe('2020-07-20'))
      .accepted()
      .owing('planReview', { nominal: d('2020-08-19') })
    given(...reviewed, notify('2020-07-17'))
      .when(observe('2020-07-20'))
      .accepted()
      .owing('planReview', { nominal: d('2020-08-13') })
  })
})
