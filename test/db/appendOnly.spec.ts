import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import type { Connection } from '../../db/connect.ts'
import { wholeLife } from '../support/acts.ts'
import { asAdmin, type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'

let database: TestDatabase
let app: Connection
let owner: Connection

beforeAll(async () => {
  database = await testDatabase()
  app = database.as('accordi_app')
  owner = database.as('accordi_owner')
  const [propose] = wholeLife('registro')
  if (propose === undefined) throw new Error('no act')
  await executeCommand(depsOn(app), { accordId: 'registro', request: propose, knownVersion: 0 })
})
afterAll(() => database.drop())

const tables = ['events', 'commands', 'programmes', 'calendars']

describe.each(tables)('%s', (table) => {
  const column = table === 'events' || table === 'commands' ? 'accord_id' : 'id'

  it.each([`update ${table} set ${column} = 'x'`, `delete from ${table}`, `truncate ${table} cascade`])(
    'refuses the application role: %s',
    async (statement) => {
      await expect(app.pool.query(statement)).rejects.toThrow(/permission denied/)
    },
  )

  it('refuses even its owner by trigger, TRUNCATE included', async () => {
    await expect(owner.pool.query(`truncate ${table} cascade`)).rejects.toThrow(/append-only/)
  })

  it('refuses a superuser by trigger: what changes the record must first change the schema', async () => {
    await asAdmin(database.adminUrl, async (client) => {
      await expect(client.query(`update accordi.${table} set ${column} = 'x'`)).rejects.toThrow(/append-only/)
      await expect(client.query(`delete from accordi.${table}`)).rejects.toThrow(/append-only/)
    })
  })
})

it('gives the application role no way to change the schema', async () => {
  await expect(app.pool.query('drop trigger events_append_only on events')).rejects.toThrow(/must be owner/)
  await expect(app.pool.query('create table accordi.altro (id int)')).rejects.toThrow(/permission denied/)
})

it('gives the reader no way to write', async () => {
  const reader = database.as('accordi_reader', { regions: '*' })
  await expect(
    reader.pool.query("insert into calendars (id, version, data) values ('X', '1', '{}')"),
  ).rejects.toThrow(/permission denied/)
})
