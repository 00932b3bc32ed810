import { expect, test } from 'vitest'
import { storeCalendar } from '../../db/reference.ts'
import { actsOf } from '../support/acts.ts'
import { italy } from '../support/fixtures.ts'
import { testEngine } from '../support/system.ts'

const system = testEngine()

test('a new calendar moves nothing until an act names it, and then the timer waits for the new day', async () => {
  const accords = system.engine.accords()
  const acts = actsOf('wf-calendario')
  for (const request of [acts.propose(), acts.signByMinistry(), acts.signByRegion()]) {
    expect(await accords.execute(request)).toMatchObject({ outcome: 'accepted' })
  }
  const plan = async () => {
    const state = await accords.queryState('wf-calendario')
    return state.phase === 'absent' ? undefined : state.obligations.plan
  }
  const before = await plan()
  expect(before).toMatchObject({ nominal: '2030-03-10', effective: '2030-03-11' })
  const feast = { name: 'Festa di prova', rule: { month: 3, day: 11 }, law: 'l. di prova', periods: [{}] }
  const amended = { ...italy, version: '2030-01-01', holidays: [...italy.holidays, feast] }
  expect(await storeCalendar(system.app, amended)).toBe('stored')
  expect(await plan()).toEqual(before)

  const data = { calendarVersion: '2030-01-01', reasons: 'festa nuova' }
  expect(await accords.execute(acts.act('ApplyCalendar', '2030-01-20', data))).toMatchObject({
    outcome: 'accepted',
    events: [{ type: 'CalendarApplied' }, { type: 'DeadlineMoved' }],
  })
  expect(await plan()).toMatchObject({
    ...{ nominal: '2030-03-10', effective: '2030-03-12', revision: 2 },
    calendar: { id: 'IT', version: '2030-01-01' },
  })
})
