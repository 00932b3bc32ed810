import { afterAll, beforeAll, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import { Streams } from '../../activities/streams.ts'
import type { Connection } from '../../db/connect.ts'
import { actsOf, wholeLife } from '../support/acts.ts'
import { asAdmin, type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'

let database: TestDatabase
let app: Connection

beforeAll(async () => {
  database = await testDatabase()
  app = database.as('accordi_app')
})
afterAll(() => database.drop())

it('two processes that keep states see each other: each folds what the other has appended', async () => {
  const [one, other] = [depsOn(app), depsOn(app)]
  for (const [index, request] of wholeLife('a-turno').entries()) {
    const { answer } = await executeCommand(index % 2 === 0 ? one : other, {
      accordId: 'a-turno',
      request,
      knownVersion: 0,
    })
    expect(answer.outcome).toBe('accepted')
  }
  const kept = await one.streams.read(app.pool, 'a-turno', '')
  const fresh = await new Streams().read(app.pool, 'a-turno', '')
  expect(kept).toEqual(fresh)
  expect(kept.state).toMatchObject({ phase: 'concluded' })
})

it('drops a kept state that the stream no longer continues, as after a restore of an older copy', async () => {
  const deps = depsOn(app)
  const { propose, signByMinistry } = actsOf('tornato')
  for (const request of [propose(), signByMinistry()]) {
    await executeCommand(deps, { accordId: 'tornato', request, knownVersion: 0 })
  }
  await asAdmin(database.adminUrl, async (client) => {
    await client.query('set search_path = accordi')
    await client.query('alter table events disable trigger events_append_only')
    await client.query("delete from events where accord_id = 'tornato' and version = 2")
    await client.query(
      "update streams set version = 1, head_hash = (select hash from events where accord_id = 'tornato') where accord_id = 'tornato'",
    )
    await client.query('alter table events enable trigger events_append_only')
  })
  expect((await deps.streams.read(app.pool, 'tornato', '')).state).toMatchObject({
    version: 1,
    signatures: {},
  })
})

it('refuses to fold a stream whose head and events do not agree', async () => {
  const deps = depsOn(app)
  await executeCommand(deps, { accordId: 'testa', request: actsOf('testa').propose(), knownVersion: 0 })
  await app.pool.query("update streams set version = 9 where accord_id = 'testa'")
  await expect(new Streams().read(app.pool, 'testa', '')).rejects.toThrow(/testa: the stream's head is at 9/)
})
