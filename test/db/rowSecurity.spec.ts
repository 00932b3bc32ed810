import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import { listDue } from '../../db/readModels/obligations.ts'
import { listAccords } from '../../db/readModels/overview.ts'
import { timeline } from '../../db/readModels/timeline.ts'
import { actsOf } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'
import { file } from '../support/documentCases.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  const app = database.as('accordi_app')
  for (const [accordId, regionId] of [
    ['umbria', '10'],
    ['toscana', '09'],
  ] as const) {
    const { act } = actsOf(accordId)
    const data = { programmeId: 'prova', regionId, title: accordId, signBy: { date: '2030-01-31' } }
    const documents = [file('a')]
    const request = act('ProposeAccord', '2030-01-07', data, { documents })
    await executeCommand(depsOn(app), { accordId, request, knownVersion: 0 })
    // Written as the application role would; a report by its own acts would need a whole plan first.
    await app.pool.query(
      `insert into monitoring_reports (accord_id, period, region_id, kind, period_from, period_to, status, version,
        submitted_on, progress) values ($1, 'R1', $2, 'periodic', '2030-01-01', '2030-03-31', 'submitted', 1,
        '2030-04-10', '[]')`,
      [accordId, regionId],
    )
  }
})
afterAll(() => database.drop())

const tables = [
  'streams',
  'events',
  'commands',
  'accord_overview',
  'obligations',
  'monitoring_reports',
  'documents',
]

describe('row-level security by Region', () => {
  it.each(tables)('is forced on %s', async (table) => {
    const { rows } = await database
      .as('accordi_app')
      .pool.query(
        'select relrowsecurity and relforcerowsecurity as forced from pg_class where relname = $1',
        [table],
      )
    expect(rows).toEqual([{ forced: true }])
  })

  it('shows a Region its own accords only', async () => {
    const reader = database.as('accordi_reader', { regions: ['10'] })
    expect((await listAccords(reader, { limit: 10 })).map((row) => row.accord_id)).toEqual(['umbria'])
    expect((await listDue(reader, { limit: 10 })).map((row) => row.accord_id)).toEqual(['umbria'])
    expect(await timeline(reader, 'toscana', { limit: 10 })).toEqual([])
    for (const table of tables) {
      const { rows } = await reader.pool.query(`select distinct accord_id from ${table}`)
      expect(rows).toEqual([{ accord_id: 'umbria' }])
    }
  })

  it('shows two Regions to who may see two, and all to the Ministry', async () => {
    const both = database.as('accordi_reader', { regions: ['09', '10'] })
    expect(await listAccords(both, { limit: 10 })).toHaveLength(2)
    const all = database.as('accordi_reader', { regions: '*' })
    expect(await listAccords(all, { limit: 10 })).toHaveLength(2)
  })

  it('shows nothing to a reader whose Regions nobody has set', async () => {
    const reader = database.as('accordi_reader')
    expect(await listAccords(reader, { limit: 10 })).toEqual([])
  })
})
