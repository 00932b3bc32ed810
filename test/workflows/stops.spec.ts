import { describe, expect, inject, it } from 'vitest'
import { obligationsOf } from '../../db/readModels/obligations.ts'
import { timeline } from '../../db/readModels/timeline.ts'
import { storeProgramme } from '../../db/reference.ts'
import { programme } from '../../schemas/reference.ts'
import { actsOf, ministry } from '../support/acts.ts'
import { testProgramme } from '../support/programme.ts'
import { testEngine } from '../support/system.ts'

const system = testEngine()
const patience = { timeout: 30_000 }

const typesOf = async (accordId: string) =>
  (await timeline(system.app, accordId, { limit: 1000 })).map(({ type }) => type)
const rowOf = async (accordId: string, deadlineId: string) =>
  (await obligationsOf(system.app, accordId)).find(({ deadline_id }) => deadline_id === deadlineId)

/** The plan was received on 1 February 2030: its review is due on 3 March, a Sunday, so on Monday the 4th. */
async function underReview(accordId: string, programmeId = 'prova') {
  const acts = actsOf(accordId)
  const accords = system.engine.accords()
  const proposal = acts.propose()
  const data = { ...(proposal.data as object), programmeId }
  const requests = [{ ...proposal, data }, acts.signByMinistry(), acts.signByRegion(), acts.submitPlan()]
  for (const request of requests) {
    expect(await accords.execute(request)).toMatchObject({ outcome: 'accepted' })
  }
  return { acts, accords }
}

const stop = { suspensionId: 'informazioni', ground: 'art2c7', deadlineIds: ['planReview'], reasons: 'Costi' }

// Years pass in seconds by the server's own time skipping, so that real timers fire.
describe.runIf(inject('timeSkipping'))('clocks that stand still, on the real server', () => {
  it('runs again by itself at the cap of thirty days, and then passes on its new day', async () => {
    const { acts, accords } = await underReview('fermo-limite')
    await accords.execute(acts.act('StartSuspension', '2030-02-11', stop))
    expect(await rowOf('fermo-limite', 'planReview')).toMatchObject({ status: 'suspended' })
    await system.engine.skipTime('fermo-limite')
    await expect
      .poll(() => rowOf('fermo-limite', 'planReview'), patience)
      .toMatchObject({
        // Ten days used, twenty left from 13 March.
        ...{ status: 'missed', nominal: '2030-04-02', revision: 2 },
      })
    expect(await rowOf('fermo-limite', 'informationReply:informazioni')).toMatchObject({ status: 'missed' })
  })

  it('counts information received in the last second, although the cap had come first', async () => {
    const { acts, accords } = await underReview('fermo-ultimo')
    await accords.execute(acts.act('StartSuspension', '2030-02-11', stop))
    await system.engine.skipTime('fermo-ultimo')
    await expect.poll(() => typesOf('fermo-ultimo'), patience).toContain('SuspensionEnded')
    await accords.execute(
      acts.act(
        'SupplyInformation',
        '2030-02-21',
        { suspensionId: 'informazioni', note: 'Quadro dei costi' },
        { receivedAt: '2030-02-21T22:59:59.999Z' },
      ),
    )
    // The clock stood still for ten days, not for thirty.
    expect(await rowOf('fermo-ultimo', 'planReview')).toMatchObject({ nominal: '2030-03-13' })
    expect(await rowOf('fermo-ultimo', 'informationReply:informazioni')).toMatchObject({ status: 'met' })
  })

  it('warns when a target passes, and misses nothing until the term itself does', async () => {
    const { terms } = testProgramme.rules
    const planReview = { ...terms.planReview, target: 'P20D' }
    const rules = { ...testProgramme.rules, programmeId: 'obiettivi', terms: { ...terms, planReview } }
    const targeted = programme.parse(JSON.parse(JSON.stringify({ ...testProgramme, rules })))
    await storeProgramme(system.database.as('accordi_owner'), targeted)
    await underReview('con-obiettivo', 'obiettivi')
    expect(await rowOf('con-obiettivo', 'planReview')).toMatchObject({
      ...{ nominal: '2030-03-03', target: '2030-02-21', target_passed: false, status: 'open' },
    })
    await system.engine.skipTime('con-obiettivo')
    await expect.poll(() => typesOf('con-obiettivo'), patience).toContain('DeadlineMissed')
    const types = await typesOf('con-obiettivo')
    expect(types.filter((type) => type === 'TargetPassed' || type === 'DeadlineMissed')).toEqual([
      'TargetPassed',
      'DeadlineMissed',
    ])
    expect(await rowOf('con-obiettivo', 'planReview')).toMatchObject({ target_passed: true })
  })
})

const onerous = {
  ...{ extensionId: 'onerosa', scope: 'activities', until: { activities: '2031-06-30' } },
  ...{ reasons: 'Risorse aggiuntive', addendum: { amount: { amount: '1000.00' }, signBy: '2030-07-31' } },
}

describe.runIf(inject('timeSkipping'))('an onerous extension, on the real server', () => {
  const granted = async (accordId: string) => {
    const { acts, accords } = await underReview(accordId)
    await accords.execute(acts.approvePlan())
    expect(await accords.execute(acts.act('GrantExtension', '2030-06-01', onerous))).toMatchObject({
      outcome: 'accepted',
    })
    const sign = (party: 'ministry' | 'region', receivedAt: string) => {
      const data = { extensionId: 'onerosa', party, kind: 'digital', signerRef: 'firma' }
      const change = { receivedAt, ...(party === 'ministry' && { actor: ministry }) }
      return accords.execute(acts.act('SignAddendum', '2030-07-31', data, change))
    }
    return { acts, accords, sign }
  }

  it('lapses when nobody signs: the activities, held until then, end at once', async () => {
    await granted('mai-firmata')
    expect(await rowOf('mai-firmata', 'activities')).toMatchObject({ status: 'held' })
    await system.engine.skipTime('mai-firmata')
    await expect.poll(() => typesOf('mai-firmata'), patience).toContain('ActivitiesEnded')
    expect(await rowOf('mai-firmata', 'activities')).toMatchObject({ status: 'met', nominal: '2030-06-30' })
    expect((await typesOf('mai-firmata')).indexOf('ExtensionLapsed')).toBeGreaterThan(0)
  })

  it('takes effect when the last signature was received in time and processed after the lapse', async () => {
    const { sign } = await granted('firmata-ultimo')
    await sign('region', '2030-07-30T09:00:00.000Z')
    await system.engine.skipTime('firmata-ultimo')
    await expect.poll(() => typesOf('firmata-ultimo'), patience).toContain('ActivitiesEnded')
    expect(await sign('ministry', '2030-07-31T21:59:59.999Z')).toMatchObject({ outcome: 'accepted' })
    // The activities had ended by expiry: they run again, until the new day.
    await expect
      .poll(() => rowOf('firmata-ultimo', 'activities'), patience)
      .toMatchObject({
        nominal: '2031-06-30',
      })
    expect(await typesOf('firmata-ultimo')).toContain('ExtensionTookEffect')
  })

  it('that is revoked gives the timer back its earlier day', async () => {
    const { acts, accords } = await underReview('revocata')
    await accords.execute(acts.approvePlan())
    const { addendum: _, ...plain } = onerous
    await accords.execute(acts.act('GrantExtension', '2030-06-01', plain))
    const revocation = { extensionId: 'onerosa', reasons: 'Presupposti mancanti' }
    expect(await accords.execute(acts.act('RevokeExtension', '2030-07-02', revocation))).toMatchObject({
      // Received when the first date had gone by: the notice says what will follow.
      notices: [{ code: 'revoked-into-the-past' }],
    })
    await system.engine.skipTime('revocata')
    await expect.poll(() => typesOf('revocata'), patience).toContain('ActivitiesEnded')
    const events = await timeline(system.app, 'revocata', { limit: 1000 })
    const ended = events.find(({ type }) => type === 'ActivitiesEnded')
    expect(ended).toMatchObject({ data: { how: 'expiry' }, act: { on: { date: '2030-06-30' } } })
  })
})
