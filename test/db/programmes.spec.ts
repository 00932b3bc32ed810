import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../db/connect.ts'
import { listItems } from '../../db/programmes/items.ts'
import { verifyProgrammes } from '../../db/programmes/verify.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { importProgramme, type ProgrammeRequest, sendToProgramme } from '../../operations/programmes.ts'
import { syntheticProgramme } from '../../operations/synthesis/programme.ts'
import { programme } from '../../schemas/reference.ts'
import { ministry } from '../support/acts.ts'
import { asAdmin, type TestDatabase, testDatabase } from '../support/database.ts'
import { recordAccords, underway } from '../support/manyAccords.ts'

const programmeId = 'registro-programma'
let ids: readonly string[]
const actId = 'proroga'
const now = () => new Date().toISOString() as Instant
let database: TestDatabase
let app: Connection

const started = (commandId = 'inizio', reasons = 'richiesta unanime'): ProgrammeRequest => ({
  ...{ type: 'StartCollectiveAct', programmeId, commandId, actor: ministry },
  ...{ on: '2026-11-23', receivedAt: '2026-11-23T09:00:00.000Z' },
  data: {
    ...{ actId, cohort: {}, reasons },
    body: { kind: 'extension', scope: 'activities', until: { activities: '2090-12-31' } },
  },
})
const findings = async () => {
  const found = []
  for await (const checked of verifyProgrammes(app)) found.push(...checked.findings)
  return found.map(({ accordId, code }) => `${accordId} ${code}`)
}
const asSuperuser = (...statements: readonly string[]) =>
  asAdmin(database.adminUrl, async (client) => {
    await client.query('set search_path = accordi')
    for (const statement of statements) await client.query(statement)
  })

beforeAll(async () => {
  database = await testDatabase()
  app = database.as('accordi_app')
  await importProgramme(app, programme.parse(syntheticProgramme(programmeId, 1)), now())
  // Of the synthetic Regions A and B.
  ids = await recordAccords(app, underway(programmeId), 2)
  expect((await sendToProgramme(app, started(), now())).outcome).toBe('accepted')
})
afterAll(() => database.drop())

describe('the record of a programme', () => {
  it('answers a command that comes again as before, and refuses another under its id', async () => {
    const again = await sendToProgramme(app, started(), now())
    expect(again).toMatchObject({ outcome: 'accepted', repeated: true, events: [{ data: { chosen: 2 } }] })
    const other = await sendToProgramme(app, started('inizio', 'altri motivi'), now())
    expect(other).toMatchObject({ outcome: 'refused', refusal: { code: 'programme-command-reused' } })
  })

  it('keeps what was refused, and nothing of what could not be read', async () => {
    const refused = await sendToProgramme(app, started('doppio'), now())
    expect(refused).toMatchObject({ outcome: 'refused', refusal: { code: 'collective-exists' } })
    const invalid = await sendToProgramme(app, { ...started('guasto'), data: {} }, now())
    expect(invalid.outcome).toBe('invalid')
    const { rows } = await app.pool.query(
      "select command_id, outcome from programme_commands where command_id in ('doppio', 'guasto')",
    )
    expect(rows).toEqual([{ command_id: 'doppio', outcome: 'refused' }])
  })

  it.each(['programme_events', 'programme_commands'])(
    '%s is append-only, for its owner too',
    async (table) => {
      await expect(app.pool.query(`delete from ${table}`)).rejects.toThrow(/permission denied/)
      await expect(asSuperuser(`update ${table} set type = 'x'`)).rejects.toThrow(/append-only/)
      await expect(asSuperuser(`truncate ${table} cascade`)).rejects.toThrow(/append-only/)
    },
  )

  it('shows a Region what became of its own accords only', async () => {
    const reader = database.as('accordi_reader', { regions: ['92'] })
    const items = await listItems(reader, { programmeId, actId }, 'apply', { limit: 10 })
    expect(items.map(({ accord_id }) => accord_id)).toEqual([ids[1]])
    await expect(reader.pool.query('delete from collective_items')).rejects.toThrow(/permission denied/)
  })

  it('proves itself, and finds what was changed', async () => {
    expect(await findings()).toEqual([])
    const item = `where act_id = '${actId}' and accord_id = '${ids[0]}'`
    await asSuperuser(`update collective_items set status = 'applied' ${item}`)
    expect(await findings()).toEqual([`programme:${programmeId} outcomes`])
    await asSuperuser(
      `update collective_items set status = 'pending' ${item}`,
      'alter table programme_events disable trigger programme_events_append_only',
      "update programme_events set data = jsonb_set(data, '{reasons}', '\"altro\"') where type = 'CollectiveActStarted'",
      'alter table programme_events enable trigger programme_events_append_only',
    )
    expect(await findings()).toEqual([`programme:${programmeId} hash`])
  })
})
