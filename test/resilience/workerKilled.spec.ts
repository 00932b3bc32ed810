import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { accords as accordsOn } from '../../client/accords.ts'
import { connectTemporal } from '../../client/connect.ts'
import { timeline } from '../../db/readModels/timeline.ts'
import { verify } from '../../operations/verify.ts'
import { actsOf, wholeLife } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type WorkerProcess, workerProcess } from '../support/workerProcess.ts'

let database: TestDatabase
let worker: WorkerProcess
const taskQueue = `killed-${process.pid}`

beforeAll(async () => {
  database = await testDatabase()
  worker = workerProcess({
    ...{ databaseUrl: database.urls.accordi_app, taskQueue },
    temporalAddress: inject('temporalAddress'),
  })
  worker.start()
})
afterAll(async () => {
  const code = await worker.stop()
  await database.drop()
  expect(code).toBe(0)
})

it('a worker killed three times under load loses no acknowledged act and doubles none', {
  timeout: 180_000,
}, async () => {
  const { client, close } = await connectTemporal({
    address: inject('temporalAddress'),
    namespace: 'default',
  })
  const accords = accordsOn(client, { taskQueue, waitMs: 150_000 })
  const ids = Array.from({ length: 12 }, (_, n) => `ucciso-${n}`)
  let isDone = false
  const killing = (async () => {
    for (let time = 0; time < 3 && !isDone; time++) {
      await delay(4_000)
      await worker.kill()
      worker.start()
    }
  })()
  const lives = ids.map(async (accordId) => {
    const acknowledged: string[] = []
    for (const request of wholeLife(accordId).slice(0, 9)) {
      const answer = await accords.execute(request)
      expect(answer.outcome).toBe('accepted')
      acknowledged.push(request.commandId)
      await delay(600)
    }
    return acknowledged
  })
  const acknowledged = await Promise.all(lives)
  isDone = true
  await killing
  const app = database.as('accordi_app')
  for (const [index, accordId] of ids.entries()) {
    const events = await timeline(app, accordId, { limit: 100 })
    expect(events.map(({ version }) => version)).toEqual(events.map((_, at) => at + 1))
    expect([...new Set(events.map(({ commandId }) => commandId))]).toEqual(acknowledged[index])
  }
  const { findings } = await verify(database.as('accordi_reader', { regions: '*' }), accords)
  expect(findings).toEqual([])
  const { conclude } = actsOf('ucciso-0')
  expect(await accords.execute({ ...conclude(), commandId: 'fine' })).toMatchObject({ outcome: 'accepted' })
  await close()
})
