import { describe, test } from 'vitest'
import {
  activitiesEnded,
  d,
  endActivities,
  inForce,
  order,
  passes,
  planUnderReview,
  proposal,
  reportUnderReview,
  underway,
} from '../../support/fixtures.ts'
import { given, met, metLate, missed } from '../../support/given.ts'

const start = order('StartAction', '2018-04-01', { numeral: 'I' })
const complete = order('CompleteAction', '2018-11-30', { numeral: 'I' })
const signal = order('SignalMilestone', '2018-09-01', { milestoneId: 'rete-attiva', note: 'dieci sportelli' })

describe('actions', () => {
  test('a planned action starts', () => {
    given(...underway)
      .when(start)
      .then(['ActionStarted', { numeral: 'I' }])
      .withoutNotices()
      .leaving({ actions: { I: { status: 'started', startedOn: start.act.on } } as never })
  })

  test('one that starts before the plan is approved is recorded and flagged', () => {
    given(...planUnderReview)
      .when(order('StartAction', '2018-03-05', { numeral: 'I' }))
      .accepted()
      .noting('action-before-approval', { numeral: 'I' })
  })

  test('started twice, the second time changes nothing', () => {
    given(...underway, start)
      .when(order('StartAction', '2018-04-02', { numeral: 'I' }))
      .nothing()
  })

  test('a started action is completed, once', () => {
    given(...underway, start)
      .when(complete)
      .then(['ActionCompleted', { numeral: 'I' }])
    given(...underway, start, complete)
      .when(order('CompleteAction', '2018-12-01', { numeral: 'I' }))
      .nothing()
  })

  test('a completed action does not start again', () => {
    given(...underway, start, complete)
      .when(order('StartAction', '2018-12-01', { numeral: 'I' }))
      .nothing()
  })

  test('one that never started cannot be completed', () => {
    given(...underway)
      .when(complete)
      .refused('action-not-started', { numeral: 'I' })
  })

  test('one that is not in the plan is refused', () => {
    given(...underway)
      .when(order('StartAction', '2018-04-01', { numeral: 'IX' }))
      .refused('unknown-action', { numeral: 'IX' })
    given(...underway)
      .when(order('CompleteAction', '2018-04-01', { numeral: 'IX' }))
      .refused('unknown-action', { numeral: 'IX' })
  })

  test('without a plan there is no action to start', () => {
    given(...inForce)
      .when(start)
      .refused('wrong-phase', {
        act: 'StartAction',
        phase: 'inForce',
        allowed: 'planUnderReview, planIntegration, planReturned, underway',
      })
    given(proposal).when(start).refused('not-in-force', { act: 'StartAction' })
  })

  test('a completion that arrives after the activities ended by expiry is still recorded', () => {
    given(...underway, start, passes('activities', '2019-01-01'))
      .when(order('CompleteAction', '2019-01-08', { numeral: 'I' }, { on: '2018-12-20' }))
      .then(['ActionCompleted', { numeral: 'I' }])
  })

  test('once the report is submitted the actions are closed', () => {
    given(...underway, start, endActivities, ...reportUnderReview.slice(-1))
      .when(order('CompleteAction', '2019-02-21', { numeral: 'I' }))
      .refused('wrong-phase', {
        act: 'CompleteAction',
        phase: 'reportUnderReview',
        allowed: 'planUnderReview, planIntegration, planReturned, underway, activitiesEnded',
      })
  })
})

describe('milestones', () => {
  test('one signalled in time settles its deadline', () => {
    given(...underway)
      .when(signal)
      .then(
        ['MilestoneSignalled', { milestoneId: 'rete-attiva', note: 'dieci sportelli' }],
        met('milestone:rete-attiva'),
      )
  })

  test('one without a date settles nothing', () => {
    given(...underway)
      .when(order('SignalMilestone', '2018-09-01', { milestoneId: 'sportelli' }))
      .then(['MilestoneSignalled'])
  })

  test('signalled twice, by a system that repeats itself, changes nothing', () => {
    given(...underway, signal)
      .when(order('SignalMilestone', '2018-09-02', signal.data))
      .nothing()
  })

  test('signalled before the approval, it gets no deadline', () => {
    given(...planUnderReview, order('SignalMilestone', '2018-03-10', signal.data))
      .when(order('ApprovePlan', '2018-03-20', { conditions: [] }))
      .then(
        ['PlanApproved'],
        met('planReview'),
        ['DeadlineSet', { deadline: { id: 'activities' } }],
        ['DeadlineSet'],
      )
  })

  test('late, it is late', () => {
    given(...underway, passes('milestone:rete-attiva', '2018-09-29'))
      .when(order('SignalMilestone', '2018-10-02', signal.data))
      .then(['MilestoneSignalled'], metLate('milestone:rete-attiva', 4))
  })

  test('never, it is missed and blocks nothing', () => {
    given(...underway)
      .when(passes('milestone:rete-attiva', '2018-09-29'))
      .then(missed('milestone:rete-attiva'))
      .leaving({ phase: 'underway' })
  })

  test('received before the end and processed after it, it is in time', () => {
    given(...underway, endActivities)
      .when(order('SignalMilestone', '2018-09-28T21:59:59.999Z', signal.data))
      .then(['MilestoneSignalled'], met('milestone:rete-attiva'))
  })

  test.each(['ignoto', 'constructor'])('one that is not in the plan is refused: %s', (milestoneId) => {
    given(...underway)
      .when(order('SignalMilestone', '2018-09-01', { milestoneId }))
      .refused('unknown-milestone', { milestoneId })
  })
})

describe('end of activities', () => {
  const done = ['I', 'II'].flatMap((numeral) => [
    order('StartAction', '2018-04-01', { numeral }),
    order('CompleteAction', '2018-11-30', { numeral }),
  ])

  test('signalled in time settles its deadline and leaves the date of the report alone', () => {
    given(...underway, ...done)
      .when(order('EndActivities', '2018-12-01', {}))
      .then(['ActivitiesEnded', { how: 'signalled' }], met('activities'))
      .withoutNotices()
      .leaving({ phase: 'activitiesEnded' })
      .owing('finalReport', { nominal: d('2019-03-01'), status: 'open' })
  })

  test('actions not completed are shown, and block nothing', () => {
    given(...underway, ...done.slice(0, 2))
      .when(endActivities)
      .accepted()
      .noting('actions-not-completed', { actions: 'II' })
  })

  test('by expiry the period is reached, not missed', () => {
    given(...underway)
      .when(passes('activities', '2019-01-01'))
      .then(['ActivitiesEnded', { how: 'expiry' }], met('activities'))
      .noting('actions-not-completed', { actions: 'I, II' })
      .leaving({ phase: 'activitiesEnded' })
  })

  test('it ends once', () => {
    given(...activitiesEnded)
      .when(order('EndActivities', '2019-01-02', {}))
      .refused('wrong-phase', { act: 'EndActivities', phase: 'activitiesEnded', allowed: 'underway' })
  })
})
