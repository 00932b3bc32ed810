import { describe, expect, test } from 'vitest'
import { order, passes, plan, planUnderReview } from '../../support/fixtures.ts'
import { given, met, metLate, set, stateAfter } from '../../support/given.ts'

describe('return of the plan', () => {
  const returned = order('ReturnPlan', '2018-03-20', { reasons: 'azioni da rivedere' })

  test('settles the review and gives a term to submit again', () => {
    given(...planUnderReview)
      .when(returned)
      .then(
        ['PlanReturned', { planVersion: 1, reasons: 'azioni da rivedere' }],
        met('planReview'),
        set('planResubmission', { nominal: '2018-04-04', obligor: 'region' }),
      )
      .leaving({ phase: 'planReturned' })
  })

  test('the plan submitted again is a new version with a new review', () => {
    given(...planUnderReview, returned)
      .when(order('SubmitPlan', '2018-04-04', plan))
      .then(
        ['PlanSubmitted', { planVersion: 2 }],
        met('planResubmission'),
        set('planReview:2', { nominal: '2018-05-04' }),
      )
  })

  test('submitted again late it is late', () => {
    given(...planUnderReview, returned, passes('planResubmission', '2018-04-05'))
      .when(order('SubmitPlan', '2018-04-06', plan))
      .then(['PlanSubmitted'], metLate('planResubmission', 2), ['DeadlineSet'])
  })

  test('an action already started cannot be dropped', () => {
    const [first] = plan.actions
    const started = order('StartAction', '2018-03-15', { numeral: 'II' })
    given(...planUnderReview, started, returned)
      .when(order('SubmitPlan', '2018-04-04', { ...plan, actions: first === undefined ? [] : [first] }))
      .refused('started-action-dropped', { numeral: 'II' })
  })

  test('what happened to an action survives, what the new version leaves out does not', () => {
    const actions = [
      { numeral: 'I', title: 'Rete nuova', milestones: [] },
      { numeral: 'III', title: 'Formazione', milestones: [] },
    ]
    const started = order('StartAction', '2018-03-15', { numeral: 'I' })
    const state = stateAfter([
      ...planUnderReview,
      started,
      returned,
      order('SubmitPlan', '2018-04-04', { ...plan, actions }),
    ])
    expect(state).toHaveProperty('actions', {
      I: { numeral: 'I', title: 'Rete nuova', status: 'started', startedOn: started.act.on },
      III: { numeral: 'III', title: 'Formazione', status: 'planned' },
    })
  })
})
