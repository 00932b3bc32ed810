import { describe, test } from 'vitest'
import type { BudgetLine } from '../../../domain/accord/money/parts.ts'
import {
  approvePlan,
  approveReport,
  conclude,
  d,
  endActivities,
  euro,
  inForce,
  order,
  plan,
  submitReport,
  underway,
} from '../../support/fixtures.ts'
import { given, lifted, met } from '../../support/given.ts'
import { budget, payingContext } from '../../support/moneyCases.ts'

const context = payingContext()
const budgeted = [...inForce, order('SubmitPlan', '2018-03-01', { ...plan, budget }), approvePlan]
const line = (numeral: string, cents: number, heading?: string) => ({
  ...{ numeral, amount: euro(cents) },
  ...(heading && { heading }),
})
const amend = (amendmentId: string, on: string, change: object) =>
  order('RequestAmendment', on, { amendmentId, reasons: 'gara deserta', ...change })
const approve = (amendmentId: string, on: string) => order('ApproveAmendment', on, { amendmentId })
/** So much of the first line, which was 600.00, moved to the second; the threshold is 100.00. */
const shifted = (cents: number): readonly BudgetLine[] => [
  line('I', 60_000 - cents, 'personale'),
  line('I', 10_000 + cents, 'beni'),
  line('II', 30_000),
]
const [first, second] = plan.actions
const third = { numeral: 'III', title: 'Sportello mobile', milestones: [] }
const report = (lines: readonly BudgetLine[]) =>
  order('ReportSpending', '2018-06-04', { until: d('2018-06-01'), lines })

describe('the threshold of what is only told', () => {
  test('counts every shift since the budget was last approved', () => {
    const told = [...budgeted, amend('r-1', '2018-05-02', { budget: shifted(6_000) })]
    given(...told)
      .when(amend('r-2', '2018-06-01', { budget: shifted(10_001) }), context)
      .accepted()
      .owing('amendmentDecision:r-2', { status: 'open' })
    given(...told)
      .when(amend('r-2', '2018-06-01', { budget: shifted(10_000) }), context)
      .then(['AmendmentRequested'], ['AmendmentApproved', { how: 'communicated', budgetVersion: 3 }])
    const larger = [
      ...told,
      amend('r-2', '2018-06-01', { budget: shifted(20_000) }),
      approve('r-2', '2018-06-08'),
    ]
    given(...larger)
      .when(amend('r-3', '2018-07-02', { budget: shifted(30_000) }), payingContext())
      .then(['AmendmentRequested'], ['AmendmentApproved', { how: 'communicated' }])
  })

  test('leaves what is told out of the number of those approved', () => {
    const one = payingContext({ amendments: { freeBasisPoints: 1_000, most: 1, citation: 'convenzione' } })
    const approved = [...budgeted, amend('r-1', '2018-05-02', { budget: shifted(5_000) })]
    given(...approved)
      .when(amend('r-2', '2018-06-01', { budget: shifted(20_000) }), one)
      .accepted()
      .owing('amendmentDecision:r-2', { status: 'open' })
    const full = [
      ...budgeted,
      amend('r-1', '2018-05-02', { budget: shifted(20_000) }),
      approve('r-1', '2018-05-15'),
    ]
    given(...full)
      .when(amend('r-2', '2018-06-01', { budget: shifted(25_000) }), one)
      .then(['AmendmentRequested'], ['AmendmentApproved', { how: 'communicated' }])
    given(...full)
      .when(amend('r-2', '2018-06-01', { budget: shifted(40_000) }), one)
      .refused('amendment-too-many', { most: 1, citation: 'convenzione' })
  })
})

describe('an amendment of the plan', () => {
  test('drops no action that has a line in the budget, unless the budget is amended too', () => {
    const actions = [first]
    given(...budgeted)
      .when(amend('r-1', '2018-06-01', { actions }), context)
      .refused('budgeted-action-dropped', { numeral: 'II' })
    given(...budgeted)
      .when(amend('r-1', '2018-06-01', { actions, budget: [line('I', 100_000)] }), context)
      .accepted()
    const returned = [
      ...[...inForce, order('SubmitPlan', '2018-03-01', { ...plan, budget })],
      order('ReturnPlan', '2018-03-12', { reasons: 'quadro economico' }),
    ]
    given(...returned)
      .when(order('SubmitPlan', '2018-03-20', { ...plan, actions: [first ?? third] }), context)
      .refused('budgeted-action-dropped', { numeral: 'II' })
  })

  test('drops no action on which something was spent, also since it was asked for', () => {
    const change = { actions: [first], budget: [line('I', 100_000)] }
    given(...budgeted, report([line('II', 1)]))
      .when(amend('r-1', '2018-06-05', change), context)
      .refused('spent-action-dropped', { numeral: 'II' })
    given(...budgeted, amend('r-1', '2018-06-01', change), report([line('II', 1)]))
      .when(approve('r-1', '2018-06-15'), context)
      .refused('spent-action-dropped', { numeral: 'II' })
    given(...budgeted, report([line('I', 1), line('II', 0)]))
      .when(amend('r-1', '2018-06-05', change), context)
      .accepted()
  })

  test('leaves a date that an extension has moved where the plan says the same as before', () => {
    const moved = order('GrantExtension', '2018-09-03', {
      ...{ extensionId: 'rete', scope: 'parts', reasons: 'bandi in ritardo' },
      until: { milestones: [{ id: 'rete-attiva', until: d('2018-12-15') }] },
    })
    given(...underway, moved, amend('r-1', '2018-09-10', { actions: [first, second, third] }))
      .when(approve('r-1', '2018-09-20'), context)
      .then(['AmendmentApproved', { planVersion: 2 }], met('amendmentDecision:r-1'))
      .owing('milestone:rete-attiva', { status: 'open', nominal: d('2018-12-15') })
  })

  test('sets no date for an action that was revoked', () => {
    const revoked = [
      ...[...underway, order('StartRevocation', '2018-05-02', { grounds: 'azione non avviata' })],
      order('SupplyRevocationObservations', '2018-05-08', { note: 'nulla' }),
      order('OrderRevocation', '2018-05-21', { extent: 'partial', actions: ['II'], reasons: 'mai avviata' }),
    ]
    const actions = [first, { ...second, endsOn: d('2018-11-30') }]
    given(...revoked, amend('r-1', '2018-06-01', { actions }))
      .when(approve('r-1', '2018-06-15'), context)
      .then(['AmendmentApproved', { planVersion: 2 }], met('amendmentDecision:r-1'))
  })

  test('ends the request to extend what it leaves out', () => {
    const asked = order('RequestExtension', '2018-09-03', {
      ...{ extensionId: 'rete', scope: 'parts', reasons: 'bandi in ritardo' },
      until: { milestones: [{ id: 'rete-attiva', until: d('2018-12-15') }] },
    })
    const actions = [{ ...first, milestones: [] }, second]
    given(...underway, asked, amend('r-1', '2018-09-10', { actions }))
      .when(approve('r-1', '2018-09-20'), context)
      .then(
        ...[['AmendmentApproved'] as const, met('amendmentDecision:r-1'), lifted('milestone:rete-attiva')],
        ...[['ExtensionLapsed', { extensionId: 'rete' }] as const, lifted('extensionDecision:rete')],
      )
  })
})

describe('the decision on an amendment', () => {
  test('may come after the end of the activities, if it was asked for before', () => {
    given(...budgeted, amend('r-1', '2018-06-01', { budget: shifted(20_000) }), endActivities)
      .when(approve('r-1', '2019-01-15'), context)
      .accepted()
      .leaving({ phase: 'activitiesEnded' })
  })

  test('comes before the accord is concluded', () => {
    const refuse = order('RefuseAmendment', '2019-03-20', { amendmentId: 'r-1', reasons: 'tardiva' })
    const ended = [
      ...[...budgeted, amend('r-1', '2018-06-01', { budget: shifted(20_000) })],
      ...[endActivities, submitReport, approveReport],
    ]
    given(...ended)
      .when(conclude, context)
      .refused('amendment-undecided', { amendmentId: 'r-1' })
    given(...ended, refuse)
      .when(conclude, context)
      .accepted()
  })

  test('looks again at the funds', () => {
    const funds = (cents: number, on: string) => order('AssignFunds', on, { amount: euro(cents) })
    const larger = [...shifted(0).slice(0, 2), line('II', 60_000)]
    const asked = [
      ...[...budgeted, funds(130_000, '2018-04-02'), amend('r-1', '2018-06-01', { budget: larger })],
      funds(120_000, '2018-06-04'),
    ]
    given(...asked)
      .when(approve('r-1', '2018-06-15'), context)
      .refused('budget-above-total', { amount: '1300.00', most: '1200.00' })
  })
})
