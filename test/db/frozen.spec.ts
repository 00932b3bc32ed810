import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dumpSchema } from '../../db/dumpSchema.ts'
import { migrate } from '../../db/migrate.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const digest = (file: string) =>
  createHash('sha256')
    .update(readFileSync(`db/migrations/${file}`))
    .digest('hex')

it('keeps released migrations as they were: a change is a new migration', () => {
  const frozen: Record<string, string> = JSON.parse(readFileSync('db/migrations/frozen.json', 'utf8'))
  const files = readdirSync('db/migrations').filter((file) => file.endsWith('.ts'))
  expect(Object.fromEntries(files.map((file) => [file, digest(file)]))).toEqual(frozen)
})

it('makes the schema that is committed in db/schema.sql', async () => {
  expect(await dumpSchema(database.as('accordi_owner'))).toBe(readFileSync('db/schema.sql', 'utf8'))
})

it('changes nothing when it runs again', async () => {
  expect(await migrate(database.urls.accordi_owner)).toEqual([])
})
