import { describe, test } from 'vitest'
import type { BudgetLine } from '../../../domain/accord/money/parts.ts'
import {
  activitiesEnded,
  approvePlan,
  d,
  euro,
  inForce,
  order,
  plan,
  underway,
} from '../../support/fixtures.ts'
import { given, lifted, met, set } from '../../support/given.ts'
import { budget, payingContext } from '../../support/moneyCases.ts'

const context = payingContext()
const submit = (lines: readonly BudgetLine[]) => order('SubmitPlan', '2018-03-01', { ...plan, budget: lines })
const budgeted = [...inForce, submit(budget), approvePlan]
const assign = (cents: number) => order('AssignFunds', '2018-01-10', { amount: euro(cents) })
const line = (numeral: string, cents: number, heading?: string) => ({
  ...{ numeral, amount: euro(cents) },
  ...(heading && { heading }),
})
const spend = (lines: readonly BudgetLine[], on = '2018-06-29') =>
  order('ReportSpending', on, { until: d(on), lines })
const amend = (change: object, on = '2018-06-01', amendmentId = 'r-1') =>
  order('RequestAmendment', on, { amendmentId, reasons: 'gara deserta', ...change })
const approve = order('ApproveAmendment', '2018-06-15', { amendmentId: 'r-1' })
const large = [line('I', 20_000, 'personale'), line('I', 50_000, 'beni'), line('II', 30_000)]

describe('spending', () => {
  test('is reported by action and heading, until a day', () => {
    given(...budgeted)
      .when(spend([line('I', 100, 'personale'), line('II', 50)]), context)
      .then(['SpendingReported', { until: '2018-06-29' }])
  })

  test('reported again in the same words changes nothing', () => {
    given(...budgeted, spend([line('I', 100)]))
      .when(order('ReportSpending', '2018-07-02', { until: d('2018-06-29'), lines: [line('I', 100)] }))
      .nothing()
  })

  test('is about actions and headings that there are, each once', () => {
    given(...budgeted)
      .when(spend([line('IV', 1)]), context)
      .refused('unknown-action', { numeral: 'IV' })
    given(...budgeted)
      .when(spend([line('I', 1, 'viaggi')]), context)
      .refused('unknown-heading', { heading: 'viaggi', known: 'personale, beni' })
    given(...budgeted)
      .when(spend([line('I', 1), line('I', 2)]), context)
      .refused('duplicate-line', { line: 'I/' })
  })

  test('above its budget is told, or refused where the programme says so', () => {
    const params = { line: 'II/', amount: '300.01', most: '300.00' }
    given(...budgeted)
      .when(spend([line('II', 30_001)]), context)
      .accepted()
      .noting('spending-above-budget', params)
    given(...budgeted)
      .when(spend([line('II', 30_001)]), payingContext({ overBudget: 'refused' }))
      .refused('spending-above-budget', params)
    // A heading without a line of its own counts against that of the whole action.
    given(...budgeted)
      .when(spend([line('II', 30_001, 'beni')]), context)
      .accepted()
      .noting('spending-above-budget', { ...params, line: 'II/beni' })
  })

  test('is about a time that has come, and replaces what was said before', () => {
    const report = (until: string, on: string) =>
      order('ReportSpending', on, { until: d(until), lines: [line('I', 100)] })
    given(...budgeted)
      .when(report('2018-06-30', '2018-06-29'))
      .refused('spending-to-come', { until: '2018-06-30', received: '2018-06-29' })
    given(...budgeted, report('2018-06-29', '2018-06-29'))
      .when(report('2018-03-31', '2018-07-02'))
      .accepted()
      .noting('spending-until-earlier', { until: '2018-03-31', known: '2018-06-29' })
  })

  test('can be taken back, where nothing was spent', () => {
    given(...budgeted, spend([line('I', 100)]))
      .when(spend([line('I', 0)], '2018-07-02'))
      .then(['SpendingReported', { lines: [{ numeral: 'I', amount: euro(0) }] }])
  })

  test('that has become less is told', () => {
    given(...budgeted, spend([line('I', 100)]))
      .when(spend([line('I', 90)], '2018-09-28'), context)
      .accepted()
      .noting('spending-decreased', { before: '1.00', amount: '0.90' })
  })
})

describe('a budget', () => {
  test('comes with the plan, about its actions, within the funds', () => {
    given(...inForce)
      .when(submit(budget), context)
      .accepted()
    given(...inForce)
      .when(submit([line('IX', 1)]), context)
      .refused('unknown-action', { numeral: 'IX' })
    given(...inForce, assign(99_999))
      .when(submit(budget), context)
      .refused('budget-above-total', { amount: '1000.00', most: '999.99' })
  })
})

describe('an amendment', () => {
  test('asks for another budget, and is decided by the Ministry in its term', () => {
    given(...budgeted)
      .when(amend({ budget: large }), context)
      .then(
        ['AmendmentRequested'],
        set('amendmentDecision:r-1', { nominal: d('2018-07-01'), effective: d('2018-07-02') }),
      )
    given(...budgeted, amend({ budget: large }))
      .when(approve, context)
      .then(['AmendmentApproved', { how: 'approved', budgetVersion: 2 }], met('amendmentDecision:r-1'))
    given(...budgeted, amend({ budget: large }))
      .when(order('RefuseAmendment', '2018-06-15', { amendmentId: 'r-1', reasons: 'fuori scala' }), context)
      .then(['AmendmentRefused', { reasons: 'fuori scala' }], met('amendmentDecision:r-1'))
  })

  test('below the threshold is told, and holds at once', () => {
    const small = [line('I', 50_000, 'personale'), line('I', 20_000, 'beni'), line('II', 30_000)]
    given(...budgeted)
      .when(amend({ budget: small }), context)
      .then(['AmendmentRequested'], ['AmendmentApproved', { how: 'communicated', budgetVersion: 2 }])
  })

  test('of the plan makes a new version, and its dates', () => {
    const actions = [
      {
        ...plan.actions[0],
        milestones: [{ id: 'rete-attiva', title: 'Rete attiva', dueOn: d('2018-11-30') }],
      },
      plan.actions[1],
      {
        numeral: 'III',
        title: 'Sportello mobile',
        section: 3,
        priority: 2,
        endsOn: d('2018-12-15'),
        milestones: [],
      },
    ]
    given(...underway, amend({ actions }))
      .when(approve, context)
      .then(
        ['AmendmentApproved', { how: 'approved', planVersion: 2 }],
        met('amendmentDecision:r-1'),
        lifted('milestone:rete-attiva'),
        set('action:III', { nominal: d('2018-12-15') }),
        set('milestone:rete-attiva', { nominal: d('2018-11-30'), revision: 2 }),
      )
  })

  test('drops nothing that was started or signalled', () => {
    const actions = [plan.actions[1]]
    const started = order('StartAction', '2018-05-02', { numeral: 'I' })
    given(...underway, started)
      .when(amend({ actions }), context)
      .refused('started-action-dropped', { numeral: 'I' })
    given(...underway, amend({ actions }), started)
      .when(approve, context)
      .refused('started-action-dropped', { numeral: 'I' })
  })

  test('is asked for one at a time, under an id of its own', () => {
    const open = [...budgeted, amend({ budget: large })]
    given(...open)
      .when(amend({ budget: large }, '2018-06-02', 'r-2'), context)
      .refused('amendment-open', { amendmentId: 'r-1' })
    given(...open, approve)
      .when(amend({ budget }, '2018-06-20'), context)
      .refused('amendment-exists', { amendmentId: 'r-1' })
    given(...open, approve)
      .when(approve, context)
      .refused('amendment-decided', { amendmentId: 'r-1' })
    given(...budgeted)
      .when(approve, context)
      .refused('unknown-amendment', { amendmentId: 'r-1', known: '—' })
  })

  test('changes something, within the limits of the programme', () => {
    given(...budgeted)
      .when(amend({}), context)
      .refused('amendment-empty')
    given(...budgeted)
      .when(amend({ budget }), context)
      .refused('amendment-empty')
    const few = payingContext({ amendments: { most: 1, citation: 'convenzione' } })
    given(...budgeted, amend({ budget: large }), approve)
      .when(amend({ budget }, '2018-06-20', 'r-2'), few)
      .refused('amendment-too-many', { most: 1, citation: 'convenzione' })
    given(...budgeted)
      .when(amend({ budget: large }, '2018-12-03'), context)
      .refused('amendment-too-late', { lastDay: '2018-12-01', citation: 'convenzione di prova' })
  })

  test('comes while the activities run', () => {
    given(...activitiesEnded)
      .when(amend({ budget: large }), context)
      .refused('wrong-phase', { act: 'RequestAmendment', phase: 'activitiesEnded', allowed: 'underway' })
  })
})
