import { describe, test } from 'vitest'
import type { Plan } from '../../../domain/accord/parts.ts'
import {
  approvePlan,
  d,
  inForce,
  order,
  passes,
  plan,
  planUnderReview,
  proposal,
  submitPlan,
  underway,
} from '../../support/fixtures.ts'
import { given, met, metLate, missed, set } from '../../support/given.ts'

const withPlan = (change: Partial<Plan>) => order('SubmitPlan', '2018-03-01', { ...plan, ...change })
const [first, second] = plan.actions
if (first === undefined || second === undefined) throw new Error('the fixture has two actions')

describe('submission of the plan', () => {
  test('in time settles its deadline and starts the review from the day of receipt', () => {
    given(...inForce)
      .when(submitPlan)
      .then(
        ['PlanSubmitted', { planVersion: 1, sections: plan.sections, actions: plan.actions }],
        met('plan'),
        set('planReview', { nominal: '2018-03-31', obligor: 'ministry' }),
      )
      .withoutNotices()
      .leaving({ phase: 'planUnderReview' })
  })

  test('late counts the days from the effective date', () => {
    given(...inForce)
      .when(order('SubmitPlan', '2018-04-03', plan))
      .then(['PlanSubmitted'], metLate('plan', 6), ['DeadlineSet'])
  })

  test('never is a missed deadline', () => {
    given(...inForce)
      .when(passes('plan', '2018-03-29'))
      .then(missed('plan'))
      .owing('plan', { status: 'missed' })
  })

  test('before the accord is in force is refused', () => {
    given(proposal).when(submitPlan).refused('not-in-force', { act: 'SubmitPlan' })
  })

  test('while a plan is under review is refused', () => {
    given(...planUnderReview)
      .when(order('SubmitPlan', '2018-03-02', plan))
      .refused('wrong-phase', {
        act: 'SubmitPlan',
        phase: 'planUnderReview',
        allowed: 'inForce, planReturned',
      })
  })

  test.each([1, 2, 3])('without section %i is refused', (section) => {
    given(...inForce)
      .when(withPlan({ sections: plan.sections.filter(({ number }) => number !== section) }))
      .refused('section-missing', { section })
  })

  test('with a section twice is refused', () => {
    given(...inForce)
      .when(withPlan({ sections: [...plan.sections, { number: 2, title: 'Ancora' }] }))
      .refused('duplicate-section', { section: 2 })
  })

  test('without actions is refused', () => {
    given(...inForce)
      .when(withPlan({ actions: [] }))
      .refused('no-actions')
  })

  test('with an action number twice is refused', () => {
    given(...inForce)
      .when(withPlan({ actions: [first, { ...second, numeral: 'I' }] }))
      .refused('duplicate-action', { numeral: 'I' })
  })

  test('with a milestone twice, even in two actions, is refused', () => {
    given(...inForce)
      .when(withPlan({ actions: [first, { ...second, milestones: first.milestones }] }))
      .refused('duplicate-milestone', { milestoneId: 'rete-attiva' })
  })

  test('with actions in no section is accepted and flagged', () => {
    const { section: _, priority: __, ...unclassified } = second
    given(...inForce)
      .when(withPlan({ actions: [first, unclassified] }))
      .accepted()
      .noting('action-unclassified', { actions: 'II' })
  })
})

describe('approval of the plan', () => {
  test('dates the milestones, the activities and the report, and settles the review', () => {
    given(...planUnderReview)
      .when(approvePlan)
      .then(
        ['PlanApproved', { planVersion: 1, conditions: [] }],
        met('planReview'),
        set('milestone:rete-attiva', { nominal: '2018-09-28', ref: 'rete-attiva', obligor: 'region' }),
        set('activities', { nominal: '2018-12-31', obligor: 'region' }),
        set('finalReport', { nominal: '2019-03-01', obligor: 'region' }),
      )
      .withoutNotices()
      .leaving({ phase: 'underway' })
  })

  test('late is late for the Ministry as for anyone', () => {
    given(...planUnderReview, passes('planReview', '2018-04-01'))
      .when(order('ApprovePlan', '2018-04-10', { conditions: [] }))
      .accepted()
      .owing('planReview', { status: 'metLate', daysLate: 10 })
  })

  test('may set another end of activities than the plan', () => {
    given(...planUnderReview)
      .when(order('ApprovePlan', '2018-03-20', { conditions: [], activitiesUntil: d('2018-06-30') }))
      .accepted()
      .owing('activities', { nominal: d('2018-06-30') })
      .owing('finalReport', { nominal: d('2018-08-29') })
  })

  test('of a plan without an end counts the activities from the entry into force', () => {
    const { activitiesUntil: _, ...open } = plan
    given(...inForce, order('SubmitPlan', '2018-03-01', open))
      .when(approvePlan)
      .accepted()
      .owing('activities', { nominal: d('2019-06-28') })
  })

  test('an end of activities on a closed day does not roll; the report counted from it does', () => {
    given(...planUnderReview)
      .when(order('ApprovePlan', '2018-03-20', { conditions: [], activitiesUntil: d('2018-09-30') }))
      .accepted()
      .owing('activities', { nominal: d('2018-09-30'), effective: d('2018-09-30') })
    given(...planUnderReview)
      .when(order('ApprovePlan', '2018-03-20', { conditions: [], activitiesUntil: d('2018-10-03') }))
      .accepted()
      .owing('finalReport', { nominal: d('2018-12-02'), effective: d('2018-12-03') })
  })

  test('with nothing that gives an end is accepted and flagged', () => {
    const { activitiesUntil: _, ...open } = plan
    const free = order('ProposeAccord', '2017-12-12', { ...proposal.data, programmeId: 'senza-termini' })
    given(free, ...inForce.slice(1), order('SubmitPlan', '2018-03-01', open))
      .when(approvePlan)
      .then(['PlanApproved'], ['DeadlineSet', { deadline: { kind: 'milestone' } }])
      .noting('no-end-date')
  })

  test('with conditions dates those that have a date', () => {
    const conditions = [
      { id: 'quadro', text: 'Quadro economico', dueOn: d('2018-04-29') },
      { id: 'logo', text: 'Logo del fondo' },
    ]
    given(...planUnderReview)
      .when(order('ApprovePlan', '2018-03-20', { conditions }))
      .accepted()
      .owing('planCondition:quadro', { nominal: d('2018-04-29'), effective: d('2018-04-30') })
      .leaving({
        conditions: {
          quadro: { ...conditions[0], met: false },
          logo: { ...conditions[1], met: false },
        } as never,
      })
  })

  test('with a condition twice is refused', () => {
    const conditions = [
      { id: 'quadro', text: 'Quadro economico' },
      { id: 'quadro', text: 'Ancora' },
    ]
    given(...planUnderReview)
      .when(order('ApprovePlan', '2018-03-20', { conditions }))
      .refused('duplicate-condition', { conditionId: 'quadro' })
  })

  test('happens once', () => {
    given(...underway)
      .when(order('ApprovePlan', '2018-03-21', { conditions: [] }))
      .refused('wrong-phase', {
        act: 'ApprovePlan',
        phase: 'underway',
        allowed: 'planUnderReview, planIntegration',
      })
  })
})

describe('conditions', () => {
  const conditions = [{ id: 'quadro', text: 'Quadro economico', dueOn: d('2018-06-29') }]
  const withCondition = [...planUnderReview, order('ApprovePlan', '2018-03-20', { conditions })]

  test('a condition met in time settles its deadline', () => {
    given(...withCondition)
      .when(order('MeetPlanCondition', '2018-06-29', { conditionId: 'quadro' }))
      .then(['PlanConditionMet', { conditionId: 'quadro' }], met('planCondition:quadro'))
  })

  test('met twice, the second time changes nothing', () => {
    given(...withCondition, order('MeetPlanCondition', '2018-06-01', { conditionId: 'quadro' }))
      .when(order('MeetPlanCondition', '2018-06-02', { conditionId: 'quadro' }))
      .nothing()
  })

  test.each(['ignota', 'constructor'])('a condition nobody set is refused: %s', (conditionId) => {
    given(...withCondition)
      .when(order('MeetPlanCondition', '2018-06-01', { conditionId }))
      .refused('unknown-condition', { conditionId })
  })

  test('before the accord is in force there is none to meet', () => {
    given(proposal)
      .when(order('MeetPlanCondition', '2018-06-01', { conditionId: 'quadro' }))
      .refused('not-in-force', { act: 'MeetPlanCondition' })
  })
})
