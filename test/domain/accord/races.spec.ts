import { describe, expect, test } from 'vitest'
import { isFinished, nextDue } from '../../../domain/accord/state.ts'
import { justAfter, passing } from '../../../domain/accord/timer.ts'
import { instant } from '../../../domain/time/instant.ts'
import {
  activitiesEnded,
  activitiesOnly,
  concluded,
  d,
  inForce,
  order,
  passes,
  proposal,
  reportOnly,
  underway,
} from '../../support/fixtures.ts'
import { given, met, metLate, missed, moved, obligationOf, stateAfter } from '../../support/given.ts'

const lastInstant = '2019-03-01T22:59:59.999Z'
const tooLate = '2019-03-01T23:00:00.000Z'
const missedReport = [...activitiesEnded, passes('finalReport', tooLate)]
const report = (when: string) => order('SubmitFinalReport', when, { title: 'Relazione finale' })

describe('receipt decides, not processing', () => {
  test('received in the last millisecond of the last day, the report is in time', () => {
    given(...activitiesEnded)
      .when(report(lastInstant))
      .then(['FinalReportSubmitted'], met('finalReport'), ['DeadlineSet'])
  })

  test('received then and processed after the timer fired, it is in time all the same', () => {
    given(...missedReport)
      .when(report(lastInstant))
      .then(['FinalReportSubmitted'], met('finalReport'), ['DeadlineSet'])
      .owing('finalReport', { status: 'met' })
  })

  test('a millisecond later it is late, by one day', () => {
    given(...missedReport)
      .when(report(tooLate))
      .then(['FinalReportSubmitted'], metLate('finalReport', 1), ['DeadlineSet'])
  })

  test('a timer that fires after the report was recorded changes nothing', () => {
    given(...activitiesEnded, report(lastInstant))
      .when(passes('finalReport', tooLate))
      .nothing()
  })

  test('an extension asked in time and processed after the timer holds the deadline', () => {
    given(...missedReport)
      .when(order('RequestExtension', lastInstant, reportOnly))
      .accepted()
      .owing('finalReport', { status: 'held' })
  })

  test('an extension granted in time and processed after the timer moves the deadline', () => {
    given(...missedReport)
      .when(order('GrantExtension', lastInstant, reportOnly))
      .accepted()
      .owing('finalReport', { status: 'open', nominal: d('2019-03-31') })
  })

  const expired = [...underway, passes('activities', '2019-01-01')]
  const lastOfYear = '2018-12-31T22:59:59.999Z'

  test('an extension of the activities asked in time and processed after their expiry brings them back', () => {
    given(...expired)
      .when(order('RequestExtension', lastOfYear, activitiesOnly))
      .accepted()
      .leaving({ phase: 'underway' })
      .owing('activities', { status: 'held' })
  })

  test('refused, it lets them expire again', () => {
    const asked = order('RequestExtension', lastOfYear, activitiesOnly)
    const refused = order('RefuseExtension', '2019-01-10', { extensionId: 'proroga-2', reasons: 'tardiva' })
    given(...expired, asked, refused)
      .when(passes('activities', '2019-01-10T09:00:00.001Z', 2))
      .then(['ActivitiesEnded', { how: 'expiry' }], met('activities'))
      .leaving({ phase: 'activitiesEnded' })
  })

  test('granted ex officio in time and processed after, it brings them back at the new date', () => {
    given(...expired)
      .when(order('GrantExtension', lastOfYear, activitiesOnly))
      .then(['ExtensionGranted'], moved('activities', 'extension', { nominal: '2019-03-31' }), [
        'DeadlineMoved',
      ])
      .leaving({ phase: 'underway' })
      .owing('activities', { status: 'open' })
  })

  test('activities that the Region ended itself are not brought back by an extension of the report', () => {
    given(...activitiesEnded)
      .when(order('GrantExtension', '2019-02-20', reportOnly))
      .accepted()
      .leaving({ phase: 'activitiesEnded' })
  })
})

describe('the timer', () => {
  const due = obligationOf(stateAfter(activitiesEnded), 'finalReport')

  test('fires too early and changes nothing', () => {
    given(...activitiesEnded)
      .when(passes('finalReport', lastInstant))
      .nothing()
  })

  test('armed for an older revision changes nothing', () => {
    const grant = order('GrantExtension', '2019-02-20', reportOnly)
    given(...activitiesEnded, grant)
      .when(passes('finalReport', '2019-04-02', 1))
      .nothing()
    given(...activitiesEnded, grant)
      .when(passes('finalReport', '2019-04-02', 2))
      .then(missed('finalReport'))
  })

  test('fires twice and is recorded once', () => {
    given(...missedReport)
      .when(passes('finalReport', '2019-03-03'))
      .nothing()
  })

  test.each(['ignota', 'constructor'])('for a deadline that does not exist changes nothing: %s', (id) => {
    given(...activitiesEnded)
      .when(passes(id, '2019-03-03'))
      .nothing()
  })

  test('after the conclusion changes nothing', () => {
    given(...concluded)
      .when(passes('finalReport', '2030-01-01'))
      .nothing()
  })

  test('the passing tells when the deadline passed, not when it was noticed', () => {
    given(...activitiesEnded)
      .when(passes('finalReport', '2019-03-09'))
      .then(['DeadlineMissed', { deadlineId: 'finalReport', revision: 1, passedAt: lastInstant }])
  })

  test('asks with the legal date of the deadline and an id that holds its revision', () => {
    expect(passing('prova-10', due, '2019-03-02T08:00:00.000Z')).toEqual({
      type: 'PassDeadline',
      commandId: 'pass:finalReport:r1',
      accordId: 'prova-10',
      on: '2019-03-01',
      receivedAt: '2019-03-02T08:00:00.000Z',
      actor: { role: 'scheduler', id: 'accord-timer' },
      data: { deadlineId: 'finalReport', revision: 1 },
    })
  })

  test('asks for the first instant after the deadline where its clock is a little behind', () => {
    expect(justAfter(instant(lastInstant))).toBe(tooLate)
    expect(passing('prova-10', due, '2019-03-01T22:59:59.990Z').receivedAt).toBe(tooLate)
  })

  test('asks under a new id when a refused request opens the deadline again', () => {
    // The timer of revision 1 may have been answered during the hold: the same id would be answered the same.
    const request = order('RequestExtension', lastInstant, reportOnly)
    const refused = order('RefuseExtension', '2019-03-08', { extensionId: 'proroga-1', reasons: 'generica' })
    const state = stateAfter([...activitiesEnded, request, passes('finalReport', tooLate), refused])
    const open = obligationOf(state, 'finalReport')
    expect(open).toMatchObject({ status: 'open', nominal: '2019-03-01', revision: 2 })
    expect(passing('prova-10', open, tooLate).commandId).toBe('pass:finalReport:r2')
    given(...activitiesEnded, request, refused)
      .when(passes('finalReport', '2019-03-08', 2))
      .then(missed('finalReport'))
  })
})

describe('the next deadline', () => {
  test('of an accord that does not exist there is none', () => {
    expect(nextDue(stateAfter([]))).toBeUndefined()
  })

  test('is the earliest that is open', () => {
    expect(nextDue(stateAfter([proposal]))?.id).toBe('signature')
    expect(nextDue(stateAfter(inForce))?.id).toBe('plan')
    expect(nextDue(stateAfter(underway))?.id).toBe('milestone:rete-attiva')
  })

  test('is not one that is held, suspended or missed', () => {
    expect(
      nextDue(stateAfter([...activitiesEnded, order('RequestExtension', '2019-02-10', reportOnly)]))?.id,
    ).toBe('milestone:rete-attiva')
    expect(nextDue(stateAfter([...inForce, passes('plan', '2018-03-29')]))).toBeUndefined()
  })

  test('of two at the same instant is the first by id', () => {
    const conditions = ['b', 'a'].map((id) => ({ id, text: 'Condizione', dueOn: d('2018-09-28') }))
    const approved = order('ApprovePlan', '2018-03-20', { conditions })
    expect(nextDue(stateAfter([...underway.slice(0, -1), approved]))?.id).toBe('milestone:rete-attiva')
    const signalled = order('SignalMilestone', '2018-04-01', { milestoneId: 'rete-attiva' })
    expect(nextDue(stateAfter([...underway.slice(0, -1), approved, signalled]))?.id).toBe('planCondition:a')
  })

  test('only an accord that is absent or concluded has nothing to wait for', () => {
    expect(isFinished(stateAfter([]))).toBe(true)
    expect(isFinished(stateAfter([proposal]))).toBe(false)
    expect(isFinished(stateAfter(concluded))).toBe(true)
  })
})
