import { describe, expect, test } from 'vitest'
import { period } from '../../../domain/time/period.ts'
import {
  approveReport,
  context,
  d,
  noTerms,
  order,
  passes,
  plan,
  planUnderReview,
  proposal,
  reportUnderReview,
  rules,
  submitPlan,
  underway,
} from '../../support/fixtures.ts'
import {
  given,
  lifted,
  met,
  metLate,
  missed,
  moved,
  obligationOf,
  set,
  stateAfter,
  suspended,
} from '../../support/given.ts'

const ask = order('RequestPlanIntegration', '2018-03-11', { request: 'budget di dettaglio' })
const askReport = order('RequestReportIntegration', '2019-03-02', { request: 'elenco delle spese' })

describe('integration of the plan (30 days of review from 1 March 2018, asked on the 11th)', () => {
  test('the request stops the clock with 20 days left and gives the Region 30 days', () => {
    given(...planUnderReview)
      .when(ask)
      .then(
        ['PlanIntegrationRequested', { request: 'budget di dettaglio' }],
        suspended('planReview', 20),
        set('planIntegration', { nominal: '2018-04-10', obligor: 'region' }),
      )
      .leaving({ phase: 'planIntegration' })
      .owing('planReview', { status: 'suspended', suspendedRemainingDays: 20 })
  })

  test('the answer of 31 March moves the review to 20 April', () => {
    given(...planUnderReview, ask)
      .when(order('SupplyPlanIntegration', '2018-03-31', { note: 'budget allegato' }))
      .then(
        ['PlanIntegrationSupplied', { note: 'budget allegato' }],
        met('planIntegration'),
        moved('planReview', 'resumption', { nominal: '2018-04-20', revision: 2 }),
      )
      .leaving({ phase: 'planUnderReview' })
      .owing('planReview', { status: 'open' })
  })

  test('no answer by 10 April moves it to 30 April, and the answer is still owed', () => {
    given(...planUnderReview, ask)
      .when(passes('planIntegration', '2018-04-11'))
      .then(missed('planIntegration'), moved('planReview', 'resumption', { nominal: '2018-04-30' }))
      .leaving({ phase: 'planIntegration' })
      .owing('planIntegration', { status: 'missed' })
      .owing('planReview', { status: 'open', revision: 2 })
  })

  test('the chain of reasons tells when the clock stood still', () => {
    const supply = order('SupplyPlanIntegration', '2018-03-31', { note: 'budget allegato' })
    const { why } = obligationOf(stateAfter([...planUnderReview, ask, supply]), 'planReview')
    const rule = 'art. 2 c. 7 l. 241/1990'
    expect(why).toMatchObject([
      { step: 'counted', start: '2018-03-01', to: '2018-03-31' },
      { step: 'suspended', on: '2018-03-11', remainingDays: 20, rule },
      { step: 'resumed', on: '2018-03-31', to: '2018-04-20', rule },
      { step: 'cutOff', passesAt: '2018-04-20T21:59:59.999Z' },
    ])
  })

  test('a late answer is late, and moves nothing a second time', () => {
    given(...planUnderReview, ask, passes('planIntegration', '2018-04-11'))
      .when(order('SupplyPlanIntegration', '2018-04-12', { note: 'budget allegato' }))
      .then(['PlanIntegrationSupplied'], metLate('planIntegration', 2))
      .leaving({ phase: 'planUnderReview' })
      .owing('planReview', { nominal: d('2018-04-30') })
  })

  test('an answer received in time and processed after the timer is in time', () => {
    given(...planUnderReview, ask, passes('planIntegration', '2018-04-11'))
      .when(order('SupplyPlanIntegration', '2018-04-10T21:59:59.999Z', { note: 'budget allegato' }))
      .then(['PlanIntegrationSupplied'], met('planIntegration'))
  })

  test('an answer dated before the request never shortens the review', () => {
    given(...planUnderReview, ask)
      .when(order('SupplyPlanIntegration', '2018-03-05', { note: 'budget allegato' }))
      .accepted()
      .owing('planReview', { nominal: d('2018-03-31') })
  })

  test('a request dated before the submission leaves the whole term, not more', () => {
    given(...planUnderReview)
      .when(order('RequestPlanIntegration', '2018-03-05', { request: 'budget' }, { on: '2008-03-05' }))
      .then(['PlanIntegrationRequested'], suspended('planReview', 30), ['DeadlineSet'])
  })

  test('a second request on the same version is refused, before and after the answer', () => {
    const again = order('RequestPlanIntegration', '2018-04-01', { request: 'ancora' })
    given(...planUnderReview, ask)
      .when(again)
      .refused('integration-already-requested', { subject: 'plan' })
    given(...planUnderReview, ask, order('SupplyPlanIntegration', '2018-03-31', { note: 'budget' }))
      .when(again)
      .refused('integration-already-requested', { subject: 'plan' })
  })

  test('a new version can be asked about once more', () => {
    const returned = order('ReturnPlan', '2018-03-12', { reasons: 'azioni da rivedere' })
    const supplied = order('SupplyPlanIntegration', '2018-03-12', { note: 'budget' })
    given(...planUnderReview, ask, supplied, returned, order('SubmitPlan', '2018-03-20', plan))
      .when(order('RequestPlanIntegration', '2018-03-25', { request: 'ancora' }))
      .then(
        ['PlanIntegrationRequested'],
        suspended('planReview:2', 25),
        set('planIntegration:2', { nominal: '2018-04-24' }),
      )
  })

  test('a request received after the review has run out stops no clock', () => {
    given(...planUnderReview)
      .when(order('RequestPlanIntegration', '2018-04-02', { request: 'tardi' }))
      .then(['PlanIntegrationRequested'], ['DeadlineSet', { deadline: { id: 'planIntegration' } }])
  })

  test('a request received in time stops it even where the timer has fired first', () => {
    given(...planUnderReview, passes('planReview', '2018-04-01'))
      .when(order('RequestPlanIntegration', '2018-03-31T21:59:59.999Z', { request: 'in tempo' }))
      .then(['PlanIntegrationRequested'], suspended('planReview', 0), ['DeadlineSet'])
  })

  test('nothing is decided while the Region has time to answer', () => {
    const pending = { subject: 'plan', until: '2018-04-10' }
    given(...planUnderReview, ask)
      .when(order('ApprovePlan', '2018-03-20', { conditions: [] }))
      .refused('integration-pending', pending)
    given(...planUnderReview, ask)
      .when(order('ReturnPlan', '2018-03-20', { reasons: 'azioni da rivedere' }))
      .refused('integration-pending', pending)
  })

  test('after a missed answer the Ministry may decide, and the answer is owed no more', () => {
    given(...planUnderReview, ask, passes('planIntegration', '2018-04-11'))
      .when(order('ReturnPlan', '2018-04-12', { reasons: 'mancano i costi' }))
      .then(
        ['PlanReturned'],
        met('planReview'),
        lifted('planIntegration'),
        set('planResubmission', { nominal: '2018-04-27' }),
      )
  })

  test('an answer nobody asked for is refused', () => {
    given(...planUnderReview)
      .when(order('SupplyPlanIntegration', '2018-03-31', { note: 'budget' }))
      .refused('no-integration-pending', { subject: 'plan' })
  })

  test('a plan not submitted cannot be integrated', () => {
    given(proposal).when(ask).refused('not-in-force', { act: 'RequestPlanIntegration' })
    given(...underway)
      .when(ask)
      .refused('wrong-phase', {
        act: 'RequestPlanIntegration',
        phase: 'underway',
        allowed: 'planUnderReview, planIntegration',
      })
  })

  test('without a term of the programme the answer has the thirty days of the law, and no more', () => {
    const { integrationReply: _, ...terms } = rules.terms
    const unlimited = { ...context, programmes: { prova: { ...rules, terms } } }
    given(...planUnderReview)
      .when(ask, unlimited)
      .then(
        ['PlanIntegrationRequested'],
        suspended('planReview', 20),
        set('planIntegration', { nominal: '2018-04-10' }),
      )
    const twoMonths = {
      ...terms.planReview,
      period: period('P2M'),
      citation: 'regole di prova',
      assumed: true,
    }
    const generous = { ...rules, terms: { ...terms, integrationReply: twoMonths } }
    given(...planUnderReview)
      .when(ask, { ...context, programmes: { prova: generous } })
      .then(
        ['PlanIntegrationRequested'],
        suspended('planReview', 20),
        set('planIntegration', { nominal: '2018-04-10' }),
      )
  })
})

describe('review of the final report', () => {
  test('the request stops the clock with 20 days left', () => {
    given(...reportUnderReview)
      .when(askReport)
      .then(
        ['ReportIntegrationRequested', { request: 'elenco delle spese' }],
        suspended('reportReview', 20),
        set('reportIntegration', { nominal: '2019-04-01', obligor: 'region' }),
      )
      .leaving({ phase: 'reportIntegration' })
  })

  test('the answer starts it again', () => {
    given(...reportUnderReview, askReport)
      .when(order('SupplyReportIntegration', '2019-03-12', { note: 'elenco allegato' }))
      .then(
        ['ReportIntegrationSupplied', { note: 'elenco allegato' }],
        met('reportIntegration'),
        moved('reportReview', 'resumption', { nominal: '2019-04-01' }),
      )
      .leaving({ phase: 'reportUnderReview' })
  })

  test('without an answer it starts again at the end of the 30 days, and rolls off a Sunday', () => {
    given(...reportUnderReview, askReport)
      .when(passes('reportIntegration', '2019-04-02'))
      .then(
        missed('reportIntegration'),
        moved('reportReview', 'resumption', { nominal: '2019-04-21', effective: '2019-04-23' }),
      )
  })

  test('is asked once per version', () => {
    given(...reportUnderReview, askReport)
      .when(order('RequestReportIntegration', '2019-03-03', { request: 'ancora' }))
      .refused('integration-already-requested', { subject: 'report' })
  })

  test('an answer nobody asked for is refused', () => {
    given(...reportUnderReview)
      .when(order('SupplyReportIntegration', '2019-03-12', { note: 'elenco' }))
      .refused('no-integration-pending', { subject: 'report' })
  })

  test('nothing is decided while the Region has time to answer', () => {
    given(...reportUnderReview, askReport)
      .when(approveReport)
      .refused('integration-pending', { subject: 'report', until: '2019-04-01' })
  })

  test('returned, it is submitted again as a new version', () => {
    const returned = order('ReturnFinalReport', '2019-03-15', { reasons: 'mancano i risultati' })
    given(...reportUnderReview)
      .when(returned)
      .then(
        ['FinalReportReturned', { reportVersion: 1, reasons: 'mancano i risultati' }],
        met('reportReview'),
        set('reportResubmission', { nominal: '2019-03-30' }),
      )
      .leaving({ phase: 'reportReturned' })
    given(...reportUnderReview, returned)
      .when(order('SubmitFinalReport', '2019-03-30', { title: 'Relazione finale, seconda versione' }))
      .then(
        ['FinalReportSubmitted', { reportVersion: 2 }],
        met('reportResubmission'),
        set('reportReview:2', { nominal: '2019-04-29' }),
      )
  })
})

test('a programme without terms sets no deadline in a review', () => {
  const free = order('ProposeAccord', '2017-12-12', { ...proposal.data, programmeId: noTerms.programmeId })
  const signed = planUnderReview.slice(1, 3)
  given(free, ...signed)
    .when(submitPlan)
    .then(['PlanSubmitted'])
  given(free, ...signed, submitPlan)
    .when(ask)
    .then(['PlanIntegrationRequested'])
  given(free, ...signed, submitPlan, ask)
    .when(order('ApprovePlan', '2018-03-20', { conditions: [], activitiesUntil: d('2018-12-31') }))
    .then(['PlanApproved'], ['DeadlineSet', { deadline: { kind: 'milestone' } }], ['DeadlineSet'])
})
