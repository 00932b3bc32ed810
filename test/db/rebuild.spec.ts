import { afterAll, beforeAll, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import type { Connection } from '../../db/connect.ts'
import { rebuild } from '../../db/rebuild.ts'
import { verifyRecord } from '../../db/verify.ts'
import type { CommandRequest } from '../../domain/accord/commands.ts'
import { wholeLife } from '../support/acts.ts'
import { asAdmin, type TestDatabase, testDatabase } from '../support/database.ts'

import { depsOn } from '../support/deps.ts'
import { file } from '../support/documentCases.ts'

let database: TestDatabase
let app: Connection

beforeAll(async () => {
  database = await testDatabase()
  app = database.as('accordi_app')
  const deps = depsOn(app)
  for (const accordId of ['uno', 'due', 'tre']) {
    const life = wholeLife(accordId).slice(0, accordId === 'uno' ? 10 : 6)
    for (const request of life.map(withDocument)) {
      await executeCommand(deps, { accordId, request, knownVersion: 0 })
    }
  }
})
afterAll(() => database.drop())

/** Each submission carries a document with an id, each other act one without. */
function withDocument(request: CommandRequest, place: number): CommandRequest {
  const submits = request.type.startsWith('Submit')
  const ref = file((place % 16).toString(16), submits ? { documentId: request.type.toLowerCase() } : {})
  return { ...request, documents: [ref] }
}

async function readModels() {
  const overview = await app.pool.query('select * from accord_overview order by accord_id')
  const obligations = await app.pool.query('select * from obligations order by accord_id, deadline_id')
  const documents = await app.pool.query('select * from documents order by accord_id, document_id, version')
  return { overview: overview.rows, obligations: obligations.rows, documents: documents.rows }
}

async function findings(): Promise<string[]> {
  const found: string[] = []
  for await (const checked of verifyRecord(app))
    found.push(...checked.findings.map((f) => `${f.accordId} ${f.code}`))
  return found
}

it('remakes from the events exactly what the appends wrote', async () => {
  const before = await readModels()
  expect(before.obligations.length).toBeGreaterThan(8)
  expect(before.documents.filter((row) => row.locked).length).toBeGreaterThan(3)
  await app.pool.query("update accord_overview set phase = 'sbagliata'")
  await app.pool.query("delete from obligations where accord_id = 'due'")
  await app.pool.query("delete from documents where accord_id = 'due'")
  await app.pool.query('update documents set locked = not locked')
  const done = await rebuild(app)
  expect(done.accords).toBe(3)
  expect(await readModels()).toEqual(before)
})

it('finds nothing wrong in a sound record', async () => {
  expect(await findings()).toEqual([])
})

it('finds a read model that was changed, and a rebuild mends it', async () => {
  await app.pool.query("update accord_overview set missed = 7 where accord_id = 'uno'")
  await app.pool.query(
    "update obligations set effective = '2031-01-01' where accord_id = 'due' and deadline_id = 'plan'",
  )
  await app.pool.query("update documents set name = 'altro.pdf' where accord_id = 'uno'")
  expect(await findings()).toEqual(['due obligations', 'uno overview', 'uno documents'])
  await rebuild(app)
  expect(await findings()).toEqual([])
})

it('finds an event that somebody with all rights changed, by its hash', async () => {
  await asAdmin(database.adminUrl, async (client) => {
    await client.query('alter table accordi.events disable trigger events_append_only')
    await client.query(
      `update accordi.events set data = jsonb_set(data, '{title}', '"Altro titolo"') where accord_id = 'tre' and version = 1`,
    )
    await client.query('alter table accordi.events enable trigger events_append_only')
  })
  expect(await findings()).toEqual(['tre hash', 'tre overview'])
})

it('finds a missing event', async () => {
  await asAdmin(database.adminUrl, async (client) => {
    await client.query('alter table accordi.events disable trigger events_append_only')
    await client.query("delete from accordi.events where accord_id = 'due' and version = 3")
    await client.query('alter table accordi.events enable trigger events_append_only')
  })
  expect(await findings()).toEqual(expect.arrayContaining(['due version-gap', 'due hash']))
})
