import { describe, expect, inject, it } from 'vitest'
import { obligationsOf } from '../../db/readModels/obligations.ts'
import { rebuild } from '../../db/rebuild.ts'
import { storeProgramme } from '../../db/reference.ts'
import { verifyRecord } from '../../db/verify.ts'
import { programme } from '../../schemas/reference.ts'
import { actsOf } from '../support/acts.ts'
import { testProgramme } from '../support/programme.ts'
import { testEngine } from '../support/system.ts'

const system = testEngine()
const patience = { timeout: 30_000 }

const rule = { period: 'P30D', citation: 'regola di prova' }
const monitoring = { term: rule, review: rule, gates: ['RequestExtension'], citation: 'regola di prova' }

const rowOf = async (accordId: string, deadlineId: string) =>
  (await obligationsOf(system.app, accordId)).find(({ deadline_id }) => deadline_id === deadlineId)

/** The plan is approved on 15 February 2030 and the activities end on 30 June: two quarters, the first of half of one. */
async function underway(accordId: string) {
  const rules = { ...testProgramme.rules, programmeId: 'monitorato', monitoring }
  const monitored = programme.parse(JSON.parse(JSON.stringify({ ...testProgramme, rules })))
  await storeProgramme(system.database.as('accordi_owner'), monitored)
  const acts = actsOf(accordId)
  const accords = system.engine.accords()
  const proposal = acts.propose()
  const first = { ...proposal, data: { ...(proposal.data as object), programmeId: 'monitorato' } }
  const rest = [acts.signByMinistry(), acts.signByRegion(), acts.submitPlan(), acts.approvePlan()]
  for (const request of [first, ...rest]) {
    expect(await accords.execute(request)).toMatchObject({ outcome: 'accepted' })
  }
  return { acts, accords }
}

// Months pass in seconds by the server's own time skipping, so that real timers fire.
describe.runIf(inject('timeSkipping'))('monitoring on the real server', () => {
  it('passes a report by its timer, sets the next, and blocks an extension until the report is in', async () => {
    const accordId = 'monitorato-1'
    const { acts, accords } = await underway(accordId)
    expect(await rowOf(accordId, 'monitoringReport:2030-T1')).toMatchObject({
      ...{ status: 'open', nominal: '2030-04-30' },
    })
    await system.engine.skipTime(accordId)
    await expect
      .poll(() => rowOf(accordId, 'monitoringReport:2030-T1'), patience)
      .toMatchObject({ status: 'missed' })
    await expect
      .poll(() => rowOf(accordId, 'monitoringReport:2030-T2'), patience)
      .toMatchObject({ nominal: '2030-07-30' })

    const extension = {
      ...{ extensionId: 'proroga-1', scope: 'activities', until: { activities: '2030-12-31' } },
      reasons: 'avvio tardivo',
    }
    expect(await accords.execute(acts.act('RequestExtension', '2030-05-10', extension))).toMatchObject({
      outcome: 'refused',
      refusal: {
        code: 'gated-by-overdue-report',
        params: { deadlineId: 'monitoringReport:2030-T1', effective: '2030-04-30' },
      },
    })
    const spent = { amount: '1200.00' }
    const report = { period: '2030-T1', progress: [{ numeral: 'I', spent }] }
    expect(await accords.execute(acts.act('SubmitMonitoringReport', '2030-05-11', report))).toMatchObject({
      outcome: 'accepted',
    })
    expect(await rowOf(accordId, 'monitoringReport:2030-T1')).toMatchObject({
      status: 'metLate',
      days_late: 11,
    })
    expect(await accords.execute(acts.act('RequestExtension', '2030-05-12', extension))).toMatchObject({
      outcome: 'accepted',
    })
  })

  it('keeps each report as a row that the events prove', async () => {
    const accordId = 'monitorato-2'
    const { acts, accords } = await underway(accordId)
    const indicators = [{ id: 'corsi', name: 'Corsi', target: 10, done: 4, unit: 'corsi' }]
    const progress = [
      { numeral: 'I', spent: { amount: '1200.00' } },
      { numeral: 'II', indicators, spent: { amount: '0' } },
    ]
    await accords.execute(acts.act('SubmitMonitoringReport', '2030-04-10', { period: '2030-T1', progress }))
    await accords.execute(acts.act('AcceptMonitoringReport', '2030-04-20', { period: '2030-T1' }))
    const { rows } = await system.app.pool.query('select * from monitoring_reports where accord_id = $1', [
      accordId,
    ])
    expect(rows).toMatchObject([
      {
        ...{ period: '2030-T1', status: 'accepted', version: 1, spent_cents: 120_000, region_id: '10' },
        progress: [{ numeral: 'I' }, { numeral: 'II', indicators, spent: { cents: 0, currency: 'EUR' } }],
      },
    ])
    await system.app.pool.query('delete from monitoring_reports')
    await rebuild(system.app)
    const again = await system.app.pool.query('select * from monitoring_reports where accord_id = $1', [
      accordId,
    ])
    expect(again.rows).toEqual(rows)
    const found: string[] = []
    for await (const { findings } of verifyRecord(system.app)) found.push(...findings.map(({ code }) => code))
    expect(found).toEqual([])
  })
})
