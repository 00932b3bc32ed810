import { describe, expect, test } from 'vitest'
import type { AccordCommand, AccordCommands } from '../../../domain/accord/commands.ts'
import {
  activitiesEnded,
  d,
  endActivities,
  inForce,
  order,
  passes,
  plan,
  underway,
} from '../../support/fixtures.ts'
import { given, met, missed, moved, obligationOf, set, stateAfter, suspended } from '../../support/given.ts'

type Start = AccordCommands['StartSuspension']
type Days = { readonly from: string; readonly until?: string; readonly id?: string }

const law = (when: string, { from, until, id = 'emergenza' }: Days, deadlineIds?: readonly string[]) =>
  order(
    'StartSuspension',
    when,
    {
      ...{ suspensionId: id, ground: 'law', reasons: 'emergenza', from: d(from) },
      ...(until !== undefined && { until: d(until) }),
      ...(deadlineIds && { deadlineIds }),
    } satisfies Start,
    { citing: { source: 'decreto-legge', protocol: 'art. 103 d.l. 18/2020' } },
  )
const end = (when: string, on = when, suspensionId = 'emergenza') =>
  order('EndSuspension', when, { suspensionId, reasons: 'fine dell’emergenza' }, { on })

// Thirty days from 12 February 2020: until 13 March, or until 4 June with the 83 days of the law.
const reviewed = [...inForce, order('SubmitPlan', '2020-02-12', plan)]
const spring = { from: '2020-02-23', until: '2020-05-15' }
const known = law('2020-03-09', spring)
const open = law('2020-03-09', { from: '2020-02-23' })

describe('a suspension by law (30 days from 12 February 2020, stopped from 23 February to 15 May)', () => {
  const dates = { fromNominal: '2020-03-13', fromEffective: '2020-03-13' }
  const effect = { deadlineId: 'planReview', ...dates, toNominal: '2020-06-04', toEffective: '2020-06-04' }
  const rule = 'art. 103 d.l. 18/2020'

  test('with its last day known moves the date at once, though recorded after its first day', () => {
    given(...reviewed)
      .when(known)
      .then(
        [
          'SuspensionStarted',
          {
            ...{ suspensionId: 'emergenza', ground: 'law', rule, on: '2020-02-22', until: '2020-05-15' },
            ...{ isGeneral: true, deadlineIds: ['planReview'], effects: [effect] },
          },
        ],
        moved('planReview', 'suspension', { nominal: '2020-06-04', revision: 2 }),
      )
      .owing('planReview', { status: 'open' })
    expect(obligationOf(stateAfter([...reviewed, known]), 'planReview').why).toMatchObject([
      { step: 'counted', start: '2020-02-12', to: '2020-03-13' },
      { step: 'suspended', on: '2020-02-22', remainingDays: 20, rule },
      { step: 'resumed', on: '2020-05-15', to: '2020-06-04', rule },
      { step: 'cutOff' },
    ])
  })

  test('recorded when the date had been missed already opens it again', () => {
    const late = [...reviewed, passes('planReview', '2020-03-14')]
    const recorded = law('2020-03-20', spring)
    given(...late)
      .when(recorded)
      .then(['SuspensionStarted'], moved('planReview', 'suspension', { nominal: '2020-06-04' }))
      .owing('planReview', { status: 'open' })
    given(...late, recorded)
      .when(passes('planReview', '2020-06-05', 2))
      .then(missed('planReview'))
    given(...late)
      .when(law('2020-03-20', { from: '2020-02-23' }))
      .then(['SuspensionStarted'], suspended('planReview', 20))
      .owing('planReview', { status: 'suspended' })
  })

  test('of which the last day is not known lets the clock stand still until somebody ends it', () => {
    given(...reviewed)
      .when(open)
      .then(['SuspensionStarted', { effects: [], deadlineIds: ['planReview'] }], suspended('planReview', 20))
      .owing('planReview', { status: 'suspended', suspendedRemainingDays: 20 })
    given(...reviewed, open)
      .when(passes('planReview', '2020-03-14'))
      .nothing()
    given(...reviewed, open)
      .when(end('2020-05-20', '2020-05-15'))
      .then(
        ['SuspensionEnded', { how: 'ended', until: '2020-05-15', effects: [effect] }],
        moved('planReview', 'resumption', { nominal: '2020-06-04', revision: 2 }),
      )
      .owing('planReview', { status: 'open' })
  })

  test('cannot end before it begins, and ends once', () => {
    given(...reviewed)
      .when(law('2020-03-09', { from: '2020-02-23', until: '2020-02-22' }))
      .refused('suspension-ends-before-start', { from: '2020-02-23', until: '2020-02-22' })
    given(...reviewed, open)
      .when(end('2020-02-21'))
      .refused('suspension-ends-before-start', { from: '2020-02-22', until: '2020-02-21' })
    for (const history of [
      [...reviewed, known],
      [...reviewed, open, end('2020-05-15')],
    ]) {
      given(...history)
        .when(end('2020-05-30'))
        .nothing()
    }
  })

  test('waits for no answer of the Region', () => {
    given(...reviewed, open)
      .when(order('SupplyInformation', '2020-03-10', { suspensionId: 'emergenza', note: '?' }))
      .refused('suspension-waits-for-nobody', { ground: 'law' })
  })

  test('stops what runs on its first day, and nothing that was over before', () => {
    given(...reviewed)
      .when(law('2020-03-09', { from: '2020-03-13', until: '2020-05-15' }))
      .accepted()
      .owing('planReview', { nominal: d('2020-05-16') })
    for (const history of [reviewed, [...reviewed, passes('planReview', '2020-03-14')]]) {
      given(...history)
        .when(law('2020-03-20', { from: '2020-03-14', until: '2020-05-15' }, ['planReview']))
        .refused('suspension-nothing-to-stop', { from: '2020-03-14' })
    }
  })

  test('stops what runs on to the first open day after a Sunday', () => {
    // Thirty days from 31 August 2018 end on Sunday 30 September.
    given(...inForce, order('SubmitPlan', '2018-08-31', plan))
      .when(law('2018-10-05', { from: '2018-10-01', until: '2018-10-11' }))
      .accepted()
      .owing('planReview', { nominal: d('2018-10-11') })
  })

  test('stops every clock, also of a day that an act names, and lists each', () => {
    expect(stopped(underway, law('2018-09-20', { from: '2018-09-20' }))).toMatchObject({
      ...{ isGeneral: true, deadlineIds: ['milestone:rete-attiva', 'activities', 'finalReport'] },
    })
    given(...underway)
      .when(law('2018-09-20', { from: '2018-09-20', until: '2018-09-30' }))
      .accepted()
      .owing('milestone:rete-attiva', { nominal: d('2018-10-09') })
      .owing('activities', { nominal: d('2019-01-11') })
  })

  test('where it names deadlines stops those only, and nothing that begins meanwhile', () => {
    const named = law('2020-03-09', { from: '2020-02-23' }, ['planReview'])
    const returned = order('ReturnPlan', '2020-03-20', { reasons: 'azioni da rivedere' })
    expect(stopped(reviewed, named)).toMatchObject({ isGeneral: false, deadlineIds: ['planReview'] })
    given(...reviewed, named)
      .when(returned)
      .then(['PlanReturned'], met('planReview'), set('planResubmission', { nominal: '2020-04-04' }))
      .owing('planResubmission', { status: 'open' })
    given(...underway)
      .when(law('2018-09-20', { from: '2018-09-20', until: '2018-09-30' }, ['milestone:rete-attiva']))
      .then(['SuspensionStarted'], moved('milestone:rete-attiva', 'suspension', { nominal: '2018-10-09' }))
      .owing('activities', { nominal: d('2018-12-31') })
  })
})

const stopped = (history: readonly AccordCommand[], command: AccordCommand) => {
  const state = stateAfter([...history, command])
  return state.phase === 'absent' ? undefined : state.suspensions.emergenza
}

describe('what begins while a law stops every clock', () => {
  const returned = order('ReturnPlan', '2020-03-20', { reasons: 'azioni da rivedere' })

  test('stands still from its start, until the end is known', () => {
    given(...reviewed, open)
      .when(returned)
      .then(['PlanReturned'], met('planReview'), set('planResubmission', { nominal: '2020-04-04' }))
      .owing('planResubmission', { status: 'suspended' })
    given(...reviewed, open, returned)
      .when(passes('planResubmission', '2020-04-06'))
      .nothing()
    given(...reviewed, open, returned)
      .when(end('2020-05-15'))
      .then(['SuspensionEnded'], moved('planResubmission', 'resumption', { nominal: '2020-05-30' }))
      .owing('planResubmission', { status: 'open' })
  })

  test('is counted from its last day, where that is known or was', () => {
    for (const history of [
      [...reviewed, known],
      [...reviewed, open, end('2020-05-15')],
    ]) {
      given(...history)
        .when(returned)
        .then(['PlanReturned'], met('planReview'), set('planResubmission', { nominal: '2020-05-30' }))
    }
  })

  test('runs at once where it begins after the last day', () => {
    given(...reviewed, known)
      .when(order('ReturnPlan', '2020-05-18', { reasons: 'azioni da rivedere' }))
      .then(
        ['PlanReturned'],
        met('planReview'),
        set('planResubmission', { nominal: '2020-06-02', effective: '2020-06-03' }),
      )
  })

  test('keeps a day that the act names', () => {
    const conditions = [{ id: 'costi', text: 'Quadro dei costi', dueOn: d('2020-04-30') }]
    given(...reviewed, open)
      .when(order('ApprovePlan', '2020-03-20', { conditions, activitiesUntil: d('2020-12-31') }))
      .accepted()
      .owing('planCondition:costi', { nominal: d('2020-04-30'), status: 'open' })
  })

  test('stands still also where nothing ran when the law was recorded', () => {
    given(...inForce, passes('plan', '2018-03-29'), open)
      .when(order('SubmitPlan', '2020-03-16', plan))
      .accepted()
      .owing('planReview', { status: 'suspended' })
  })

  test('stands still under two laws, in whichever order they were recorded', () => {
    const first = law('2018-01-12', { from: '2018-02-05', until: '2018-02-28', id: 'prima' })
    const second = law('2018-01-12', { from: '2018-03-20', until: '2018-03-31', id: 'seconda' })
    // Thirty days from 1 February, with 24 days of the first and 12 of the second.
    for (const laws of [
      [first, second],
      [second, first],
    ]) {
      given(...inForce, ...laws)
        .when(order('SubmitPlan', '2018-02-01', plan))
        .accepted()
        .owing('planReview', { nominal: d('2018-04-08') })
    }
  })
})

describe('the report follows the end of activities that stood still, and is not moved twice', () => {
  test.each([
    // Before the report's own clock began, and across its first days.
    ['2018-10-01', '2018-10-31', '2019-01-31', '2019-04-01'],
    ['2018-12-17', '2019-01-30', '2019-02-14', '2019-04-15'],
  ])('from %s to %s', (from, until, end, report) => {
    given(...underway)
      .when(law('2018-12-20', { from, until }))
      .accepted()
      .owing('activities', { nominal: d(end) })
      .owing('finalReport', { nominal: d(report) })
    given(...underway)
      .when(law('2018-12-20', { from, until }, ['activities']))
      .then(
        ['SuspensionStarted'],
        moved('activities', 'suspension', { nominal: end }),
        moved('finalReport', 'parent', { nominal: report }),
      )
  })

  test('after the end of the activities it stands still by itself', () => {
    given(...activitiesEnded)
      .when(law('2019-02-01', { from: '2019-02-01', until: '2019-02-20' }))
      .accepted()
      .owing('finalReport', { nominal: d('2019-03-21') })
  })

  test('activities that end while everything stands still leave the report its own stop', () => {
    const still = law('2018-10-01', { from: '2018-10-01' })
    given(...underway, still, endActivities)
      .when(end('2019-01-31'))
      .then(['SuspensionEnded'], moved('finalReport', 'resumption', { nominal: '2019-04-01' }))
  })

  test('the days left of a report that has not begun are all of its sixty', () => {
    const extended = order('GrantExtension', '2018-12-10', {
      ...{ extensionId: 'p', scope: 'activities', until: { activities: d('2019-03-31') }, reasons: 'avvio' },
    })
    given(...underway, extended)
      .when(law('2019-01-15', { from: '2019-01-15' }))
      .accepted()
      .owing('activities', { suspendedRemainingDays: 76 })
      .owing('finalReport', { suspendedRemainingDays: 60 })
  })
})
