import { describe, expect, inject, it } from 'vitest'
import { obligationsOf } from '../../db/readModels/obligations.ts'
import { timeline } from '../../db/readModels/timeline.ts'
import { justAfter } from '../../domain/accord/timer.ts'
import { instant } from '../../domain/time/instant.ts'
import { actsOf, plan } from '../support/acts.ts'
import { testEngine } from '../support/system.ts'

const system = testEngine()

const eventsOf = (accordId: string) => timeline(system.app, accordId, { limit: 1000 })
const typesOf = async (accordId: string) => (await eventsOf(accordId)).map(({ type }) => type)

/** An accord in force whose plan is due on 10 March 2030 (a Sunday, so on Monday the 11th). */
async function inForce(accordId: string) {
  const acts = actsOf(accordId)
  const accords = system.engine.accords()
  for (const make of ['propose', 'signByMinistry', 'signByRegion'] as const)
    await accords.execute(acts[make]())
  return { acts, accords }
}

const planDue = instant('2030-03-11T22:59:59.999Z')

// Years pass in seconds by the server's own time skipping, so real timers fire. Where the server at
// hand has none, these do not run, and test/support/globalSetup.ts says so loudly.
describe.runIf(inject('timeSkipping'))('years on the real server', () => {
  it('passes a deadline that nobody meets, in the millisecond after its last instant and not before', async () => {
    await inForce('anni-mai')
    await system.engine.skipTime('anni-mai')
    await expect.poll(() => typesOf('anni-mai'), { timeout: 30_000 }).toContain('DeadlineMissed')
    const missed = (await eventsOf('anni-mai')).find(({ type }) => type === 'DeadlineMissed')
    expect(missed?.data).toMatchObject({ deadlineId: 'plan', revision: 1, passedAt: planDue })
    expect((missed?.act.receivedAt ?? '') >= justAfter(planDue)).toBe(true)
    expect(missed?.act).toMatchObject({ on: { date: '2030-03-11' }, actor: { role: 'scheduler' } })
  })

  it('meets a deadline in time, and the timer then passes the next one only', async () => {
    const { acts, accords } = await inForce('anni-tempo')
    await accords.execute(acts.submitPlan('2030-03-01'))
    await system.engine.skipTime('anni-tempo')
    await expect.poll(() => typesOf('anni-tempo'), { timeout: 30_000 }).toContain('DeadlineMissed')
    const rows = await obligationsOf(system.app, 'anni-tempo')
    expect(rows.map(({ deadline_id, status }) => [deadline_id, status])).toEqual([
      ['plan', 'met'],
      ['planReview', 'missed'],
    ])
  })

  it('meets a deadline late: the miss stays in the record, the days are counted', async () => {
    const { acts, accords } = await inForce('anni-tardi')
    await system.engine.skipTime('anni-tardi')
    await expect.poll(() => typesOf('anni-tardi'), { timeout: 30_000 }).toContain('DeadlineMissed')
    await accords.execute(acts.submitPlan('2030-03-20'))
    const [row] = await obligationsOf(system.app, 'anni-tardi')
    expect(row).toMatchObject({ deadline_id: 'plan', status: 'metLate', days_late: 9 })
  })

  it('takes an act received in the last second as in time, although the timer fired first', async () => {
    const { acts, accords } = await inForce('anni-ultimo')
    await system.engine.skipTime('anni-ultimo')
    await expect.poll(() => typesOf('anni-ultimo'), { timeout: 30_000 }).toContain('DeadlineMissed')
    await accords.execute(acts.act('SubmitPlan', '2030-03-11', plan, { receivedAt: planDue }))
    const [row] = await obligationsOf(system.app, 'anni-ultimo')
    expect(row).toMatchObject({ deadline_id: 'plan', status: 'met', days_late: 0 })
  })

  it('waits for the extended date when the extension came before the timer', async () => {
    const { acts, accords } = await inForce('anni-proroga')
    await accords.execute(acts.submitPlan())
    await accords.execute(acts.approvePlan())
    await accords.execute(
      acts.act('GrantExtension', '2030-06-01', {
        extensionId: 'proroga-1',
        scope: 'activities',
        until: { activities: '2031-06-30' },
        reasons: "D'ufficio",
      }),
    )
    await system.engine.skipTime('anni-proroga')
    await expect.poll(() => typesOf('anni-proroga'), { timeout: 30_000 }).toContain('ActivitiesEnded')
    const ended = (await eventsOf('anni-proroga')).find(({ type }) => type === 'ActivitiesEnded')
    expect(ended).toMatchObject({ data: { how: 'expiry' }, act: { on: { date: '2031-06-30' } } })
    const missed = async () =>
      (await obligationsOf(system.app, 'anni-proroga')).find(({ status }) => status === 'missed')
    await expect
      .poll(missed, { timeout: 30_000 })
      .toMatchObject({ deadline_id: 'finalReport', nominal: '2031-08-29' })
  })

  it('does not pass a deadline that a request made in time holds; refused, it passes at once', async () => {
    const { acts, accords } = await inForce('anni-attesa')
    await accords.execute(acts.submitPlan())
    await accords.execute(acts.approvePlan())
    await accords.execute(acts.endActivities())
    await accords.execute(
      acts.act('RequestExtension', '2030-07-20', {
        extensionId: 'proroga-1',
        scope: 'finalReport',
        until: { finalReport: '2031-03-31' },
        reasons: 'Rendicontazione in corso',
      }),
    )
    await system.engine.skipTime('anni-attesa')
    // The Ministry's own term to decide passes; the Region's report, due before, does not.
    await expect.poll(() => typesOf('anni-attesa'), { timeout: 30_000 }).toContain('DeadlineMissed')
    const statuses = async () =>
      Object.fromEntries(
        (await obligationsOf(system.app, 'anni-attesa')).map((row) => [row.deadline_id, row.status]),
      )
    expect(await statuses()).toMatchObject({ 'extensionDecision:proroga-1': 'missed', finalReport: 'held' })
    await accords.execute(
      acts.act('RefuseExtension', '2031-01-10', { extensionId: 'proroga-1', reasons: 'Tardi' }),
    )
    await expect.poll(statuses, { timeout: 30_000 }).toMatchObject({ finalReport: 'missed' })
  })
})
