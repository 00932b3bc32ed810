import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { accords as accordsOn } from '../../client/accords.ts'
import { collectives } from '../../client/collectives.ts'
import { connectTemporal } from '../../client/connect.ts'
import { listItems } from '../../db/programmes/items.ts'
import { loadProgramme } from '../../db/programmes/store.ts'
import { timeline } from '../../db/readModels/timeline.ts'
import type { ProgrammeCommandType } from '../../domain/programme/commands.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { importProgramme, sendToProgramme } from '../../operations/programmes.ts'
import { recoverCollectives } from '../../operations/recover.ts'
import { syntheticProgramme } from '../../operations/synthesis/programme.ts'
import { verify } from '../../operations/verify.ts'
import { programme } from '../../schemas/reference.ts'
import { ministry } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { recordAccords, underway } from '../support/manyAccords.ts'
import { type WorkerProcess, workerProcess } from '../support/workerProcess.ts'

const programmeId = 'collettivo-ucciso'
const actId = 'proroga-uccisa'
const many = 240
let ids: readonly string[]
const taskQueue = `collective-${process.pid}`
const now = () => new Date().toISOString() as Instant
let database: TestDatabase
let worker: WorkerProcess

beforeAll(async () => {
  database = await testDatabase()
  const app = database.as('accordi_app')
  await importProgramme(app, programme.parse(syntheticProgramme(programmeId, 1)), now())
  ids = await recordAccords(app, underway(programmeId), many)
  worker = workerProcess({
    ...{ databaseUrl: database.urls.accordi_app, taskQueue },
    temporalAddress: inject('temporalAddress'),
  })
  worker.start()
}, 120_000)
afterAll(async () => {
  await worker.stop()
  await database.drop()
})

it('an act over many accords, killed half-way twice and stopped once, reaches each of them once', {
  timeout: 240_000,
}, async () => {
  const { client, close } = await connectTemporal({
    address: inject('temporalAddress'),
    namespace: 'default',
  })
  const app = database.as('accordi_app')
  const send = (type: ProgrammeCommandType, data: object) => {
    const request = { type, programmeId, data, commandId: `${type}-${performance.now()}`, actor: ministry }
    return sendToProgramme(app, { ...request, on: now().slice(0, 10), receivedAt: now() }, now())
  }
  const ask = async (type: ProgrammeCommandType, data: object) =>
    expect(await send(type, data)).toMatchObject({ outcome: 'accepted' })
  const actNow = async () => {
    const { state } = await loadProgramme(app.db, programmeId)
    return state.status === 'absent' ? undefined : state.acts[actId]
  }
  const applied = async () =>
    (await app.pool.query(`select count(*)::integer as n from events where type = 'ExtensionGranted'`))
      .rows[0].n
  const go = () => collectives(client, taskQueue).go({ programmeId, actId })
  const body = { kind: 'extension', scope: 'activities', until: { activities: '2090-12-31' } }
  await ask('StartCollectiveAct', { actId, body, cohort: {}, reasons: 'richiesta unanime' })
  await go()
  for (const half of [30, 120]) {
    await expect.poll(applied, { timeout: 60_000, interval: 20 }).toBeGreaterThan(half)
    await worker.kill()
    expect((await actNow())?.status).toBe('running')
    worker.start()
  }
  await ask('StopCollectiveAct', { actId, reasons: 'verifica' })
  // The batch that was going finishes; no other begins, and no other act takes these accords meanwhile.
  await delay(500)
  expect((await actNow())?.status).toBe('stopped')
  const other = { actId: 'altra-proroga', body, cohort: {}, reasons: 'altra richiesta' }
  expect(await send('StartCollectiveAct', other)).toMatchObject({
    outcome: 'refused',
    refusal: { code: 'collective-overlap', params: { other: actId } },
  })
  await ask('ResumeCollectiveAct', { actId })
  // As after a disaster: what is under way is sent on its way again, beside what still goes.
  expect(await recoverCollectives(app, collectives(client, taskQueue))).toEqual([actId])
  await expect.poll(async () => (await actNow())?.status, { timeout: 150_000 }).toBe('completed')
  expect(await actNow()).toMatchObject({ chosen: many, counts: { applied: many, skipped: 0, failed: 0 } })
  const items = await listItems(app, { programmeId, actId }, 'apply', { limit: 1_000 })
  expect(items.map(({ accord_id, status }) => [accord_id, status])).toEqual(ids.map((id) => [id, 'applied']))
  for (const id of ids) {
    const events = await timeline(app, id, { limit: 100 })
    const granted = events.filter(({ type }) => type === 'ExtensionGranted')
    expect(granted.map(({ commandId }) => commandId)).toEqual([`collective:${actId}:apply:1`])
  }
  const accords = accordsOn(client, { taskQueue, waitMs: 60_000 })
  const { findings } = await verify(database.as('accordi_reader', { regions: '*' }), accords)
  expect(findings).toEqual([])
  await close()
})
