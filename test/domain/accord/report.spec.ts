import { describe, expect, test } from 'vitest'
import { refuse } from '../../../domain/accord/refusals.ts'
import { localDate } from '../../../domain/time/localDate.ts'
import {
  activitiesEnded,
  approveReport,
  conclude,
  concluded,
  d,
  endActivities,
  euro,
  inForce,
  order,
  passes,
  payBalance,
  planUnderReview,
  proposal,
  region,
  reportApproved,
  reportOnly,
  reportUnderReview,
  submitReport,
  underway,
} from '../../support/fixtures.ts'
import { given, lifted, met, metLate, set, stateAfter } from '../../support/given.ts'

describe('submission of the final report', () => {
  test('in time settles its deadline and starts the review', () => {
    given(...activitiesEnded)
      .when(submitReport)
      .then(
        ['FinalReportSubmitted', { reportVersion: 1, title: 'Relazione finale' }],
        met('finalReport'),
        set('reportReview', { nominal: '2019-03-22', obligor: 'ministry' }),
      )
      .withoutNotices()
      .leaving({ phase: 'reportUnderReview' })
  })

  test('late is late by the days after the effective date', () => {
    given(...activitiesEnded, passes('finalReport', '2019-03-02'))
      .when(order('SubmitFinalReport', '2019-03-11', { title: 'Relazione finale' }))
      .then(['FinalReportSubmitted'], metLate('finalReport', 10), ['DeadlineSet'])
  })

  test.each([
    ['inForce', inForce],
    ['planUnderReview', planUnderReview],
    ['underway', underway],
  ])('before the activities end is refused: %s', (phase, history) => {
    given(...history)
      .when(submitReport)
      .refused('report-before-end', { phase })
  })

  test('of an accord not in force is refused', () => {
    given(proposal).when(submitReport).refused('not-in-force', { act: 'SubmitFinalReport' })
  })

  test('while one is under review is refused', () => {
    given(...reportUnderReview)
      .when(order('SubmitFinalReport', '2019-02-21', { title: 'Ancora' }))
      .refused('wrong-phase', {
        act: 'SubmitFinalReport',
        phase: 'reportUnderReview',
        allowed:
          'inForce, planUnderReview, planIntegration, planReturned, underway, activitiesEnded, reportReturned',
      })
  })
})

describe('approval of the final report', () => {
  test('settles the review', () => {
    given(...reportUnderReview)
      .when(order('ApproveFinalReport', '2019-03-15', { note: 'con osservazioni' }))
      .then(['FinalReportApproved', { reportVersion: 1, note: 'con osservazioni' }], met('reportReview'))
      .leaving({ phase: 'reportApproved' })
  })

  test('late is late for the Ministry', () => {
    given(...reportUnderReview, passes('reportReview', '2019-03-23'))
      .when(order('ApproveFinalReport', '2019-03-25', {}))
      .then(['FinalReportApproved'], metLate('reportReview', 3))
  })

  test('before a report is submitted is refused', () => {
    given(...activitiesEnded)
      .when(approveReport)
      .refused('wrong-phase', {
        act: 'ApproveFinalReport',
        phase: 'activitiesEnded',
        allowed: 'reportUnderReview, reportIntegration',
      })
  })
})

describe('money', () => {
  const advance = order('PayAdvance', '2018-01-15', { amount: euro(12_000_000) })

  test('the advance is paid once the accord is in force', () => {
    given(...inForce)
      .when(advance)
      .then(['AdvancePaid', { amount: euro(12_000_000) }])
      .leaving({ advance: euro(12_000_000) })
  })

  test('not before', () => {
    given(proposal).when(advance).refused('not-in-force', { act: 'PayAdvance' })
  })

  test('and not twice', () => {
    given(...inForce, advance)
      .when(order('PayAdvance', '2018-01-16', advance.data))
      .refused('already-paid', { payment: 'advance' })
  })

  test('the balance is paid once the final report is approved', () => {
    given(...reportApproved)
      .when(payBalance)
      .then(['BalancePaid', { amount: euro(4_000_000) }])
      .leaving({ balance: euro(4_000_000) })
  })

  test.each([
    ['inForce', inForce],
    ['underway', underway],
    ['activitiesEnded', activitiesEnded],
    ['reportUnderReview', reportUnderReview],
  ])('never before: %s', (phase, history) => {
    given(...history)
      .when(payBalance)
      .refused('balance-before-approval', { phase })
  })

  test('nor on an accord that is not in force', () => {
    given(proposal).when(payBalance).refused('not-in-force', { act: 'PayBalance' })
  })

  test('nor twice', () => {
    given(...reportApproved, payBalance)
      .when(order('PayBalance', '2019-04-11', payBalance.data))
      .refused('already-paid', { payment: 'balance' })
  })
})

describe('conclusion', () => {
  const signalled = order('SignalMilestone', '2018-09-01', { milestoneId: 'rete-attiva' })

  test('with everything settled lifts nothing', () => {
    given(...underway, signalled, endActivities, submitReport, approveReport, payBalance)
      .when(conclude)
      .then(['AccordConcluded'])
      .withoutNotices()
      .leaving({ phase: 'concluded', concludedOn: conclude.act.on })
  })

  test('lifts what could still pass', () => {
    given(...reportApproved, payBalance)
      .when(order('ConcludeAccord', '2019-05-02', { note: 'progetto concluso' }))
      .then(['AccordConcluded', { note: 'progetto concluso' }], lifted('milestone:rete-attiva'))
      .owing('milestone:rete-attiva', { status: 'lifted', settledOn: d('2019-05-02') })
  })

  test('leaves a missed deadline missed, as evidence', () => {
    given(
      ...underway,
      passes('milestone:rete-attiva', '2018-09-29'),
      endActivities,
      submitReport,
      approveReport,
    )
      .when(conclude)
      .then(['AccordConcluded'])
      .owing('milestone:rete-attiva', { status: 'missed' })
  })

  test('lifts a decision on an extension that nothing needs any more', () => {
    const milestones = [{ id: 'rete-attiva', until: localDate('2018-11-30') }]
    const asked = order('RequestExtension', '2018-09-20', {
      ...{ extensionId: 'proroga-1', scope: 'parts', until: { milestones }, reasons: 'Bandi in ritardo' },
    })
    given(...underway, asked, endActivities, submitReport, approveReport)
      .when(conclude)
      .then(['AccordConcluded'], lifted('milestone:rete-attiva'), lifted('extensionDecision:proroga-1'))
  })

  test('without a recorded balance is accepted and flagged', () => {
    given(...reportApproved)
      .when(conclude)
      .accepted()
      .noting('no-balance-recorded')
  })

  test('with conditions not met is refused', () => {
    const conditions = [
      { id: 'quadro', text: 'Quadro economico' },
      { id: 'logo', text: 'Logo' },
    ]
    const approved = order('ApprovePlan', '2018-03-20', { conditions })
    const life = [...planUnderReview, approved, endActivities, submitReport, approveReport]
    given(...life)
      .when(conclude)
      .refused('conditions-unmet', { conditions: 'quadro, logo' })
    const metAll = conditions.map(({ id }) => order('MeetPlanCondition', '2019-04-01', { conditionId: id }))
    given(...life, ...metAll)
      .when(conclude)
      .accepted()
      .leaving({ phase: 'concluded' })
  })

  test('before the report is approved is refused', () => {
    given(...reportUnderReview)
      .when(conclude)
      .refused('wrong-phase', {
        act: 'ConcludeAccord',
        phase: 'reportUnderReview',
        allowed: 'reportApproved',
      })
  })

  test.each([
    conclude,
    submitReport,
    order('RecordRegionalAct', '2019-06-01', { title: 'DGR tardiva' }),
    order('GrantExtension', '2019-06-01', reportOnly),
    order('MeetPlanCondition', '2019-06-01', { conditionId: 'quadro' }),
  ])('after it $type is refused', (command) => {
    given(...concluded)
      .when({ ...command, act: { ...command.act, receivedAt: stamp } })
      .refused('accord-concluded', { accordId: 'prova-10' })
  })

  test('after it a stranger is still a stranger', () => {
    given(...concluded)
      .when(order('PayBalance', '2019-06-01', payBalance.data, { by: region }))
      .refused('not-authorised', { role: 'region', act: 'PayBalance' })
  })
})

const stamp = order('ConcludeAccord', '2019-06-01', {}).act.receivedAt

test('the refusal of a command id used for another body is the store’s, with the rule of idempotency', () => {
  expect(refuse('command-id-reused', { commandId: 'a1' })).toEqual({
    outcome: 'refused',
    refusal: { code: 'command-id-reused', params: { commandId: 'a1' }, rule: 'idempotency' },
  })
})

test('the whole life, step by step, ends concluded with versions that grow by one', () => {
  const versions = concluded.map((_, index) => stateAfter(concluded.slice(0, index + 1)).version)
  expect(stateAfter(concluded).phase).toBe('concluded')
  expect(versions).toEqual([2, 3, 7, 10, 15, 17, 20, 22, 23, 25])
})
