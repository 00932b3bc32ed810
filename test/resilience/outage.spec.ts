import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLog } from '../../db/readModels/commandLog.ts'
import { timeline } from '../../db/readModels/timeline.ts'
import { actsOf } from '../support/acts.ts'
import { type Wire, wireTo } from '../support/cuttable.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type Engine, startEngine } from '../support/engine.ts'

let database: TestDatabase
let engine: Engine
let wire: Wire

beforeAll(async () => {
  database = await testDatabase()
  const url = new URL(database.urls.accordi_app)
  wire = await wireTo(url.hostname, Number(url.port))
  url.port = String(wire.port)
  engine = await startEngine(url.href)
})
afterAll(async () => {
  wire.join()
  await engine.close()
  await wire.close()
  await database.drop()
})

it('with Postgres away for a minute an act waits, tells its caller so, and then happens exactly once', {
  timeout: 180_000,
}, async () => {
  const { propose, signByMinistry } = actsOf('minuto')
  await engine.accords().execute(propose())
  wire.cut()
  const told: number[] = []
  const accords = engine.accords({ waitMs: 150_000, onWaiting: (elapsedMs) => told.push(elapsedMs) })
  const request = signByMinistry()
  const answering = accords.execute(request)
  await delay(60_000)
  wire.join()
  expect(await answering).toMatchObject({
    outcome: 'accepted',
    events: [{ type: 'AccordSigned', version: 2 }],
  })
  expect(told.length).toBeGreaterThan(20)
  const app = database.as('accordi_app')
  expect((await timeline(app, 'minuto', { limit: 10 })).map(({ type }) => type)).toEqual([
    'AccordProposed',
    'AccordSigned',
  ])
  const log = await commandLog(app, 'minuto', { limit: 10 })
  expect(log.filter(({ command_id }) => command_id === request.commandId)).toHaveLength(1)
})

it('tells a caller who will not wait that the act is pending, and the same id brings the answer later', async () => {
  const { propose, signByMinistry } = actsOf('impaziente')
  await engine.accords().execute(propose())
  wire.cut()
  const request = signByMinistry()
  expect(await engine.accords({ waitMs: 3_000 }).execute(request)).toEqual({
    outcome: 'pending',
    commandId: request.commandId,
  })
  wire.join()
  expect(await engine.accords().execute(request)).toMatchObject({ outcome: 'accepted' })
  const app = database.as('accordi_app')
  expect(await timeline(app, 'impaziente', { limit: 10 })).toHaveLength(2)
})
