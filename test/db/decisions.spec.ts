import { afterAll, beforeAll, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import type { Connection } from '../../db/connect.ts'
import { listDecisions } from '../../db/readModels/decisions.ts'
import { rebuild } from '../../db/rebuild.ts'
import { storeProgramme } from '../../db/reference.ts'
import { verifyRecord } from '../../db/verify.ts'
import type { CommandRequest } from '../../domain/accord/commands.ts'
import { actsOf } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'
import { testProgramme } from '../support/programme.ts'

const programmeId = 'certificata'
const director = { role: 'ministry', id: 'dirigente' } as const

let database: TestDatabase
let app: Connection

beforeAll(async () => {
  database = await testDatabase()
  app = database.as('accordi_app')
  const certification = { acts: ['ApprovePlan', 'PayAdvance'] as const, citation: 'art. 6' }
  const rules = { ...testProgramme.rules, programmeId, certification }
  await storeProgramme(app, { ...testProgramme, rules })
  await live('umbria', '10')
  await live('toscana', '09')
})
afterAll(() => database.drop())

/** A plan approved by two people, an advance that waits, and another that was sent back. */
async function live(accordId: string, regionId: '09' | '10'): Promise<void> {
  const { act, ...life } = actsOf(accordId)
  const asRegion = (request: CommandRequest): CommandRequest => {
    return request.actor.role === 'region' ? { ...request, actor: { ...request.actor, regionId } } : request
  }
  const prepare = (decisionId: string, on: string, prepared: string, data: object) =>
    act('PrepareDecision', on, { decisionId, act: prepared, data })
  const pays = { amount: { amount: '100.00' } }
  const settle = { actor: director }
  const requests = [
    act('ProposeAccord', '2030-01-07', { programmeId, regionId, title: accordId }),
    ...[life.signByMinistry(), life.signByRegion(), life.submitPlan()].map(asRegion),
    prepare('piano', '2030-02-14', 'ApprovePlan', {}),
    act('CertifyDecision', '2030-02-15', { decisionId: 'piano' }, settle),
    prepare('anticipo-1', '2030-02-16', 'PayAdvance', pays),
    act('SendBackDecision', '2030-02-17', { decisionId: 'anticipo-1', reasons: 'importo' }, settle),
    prepare('anticipo-2', '2030-02-18', 'PayAdvance', pays),
  ]
  for (const request of requests) {
    const answer = await executeCommand(depsOn(app), { accordId, request, knownVersion: 0 })
    expect(answer).toMatchObject({ answer: { outcome: 'accepted' } })
  }
}

const rows = async () =>
  (await app.pool.query('select * from decisions order by accord_id, prepared_at, decision_id')).rows

async function findings(): Promise<string[]> {
  const found: string[] = []
  for await (const checked of verifyRecord(app)) {
    found.push(...checked.findings.map(({ accordId, code }) => `${accordId} ${code}`))
  }
  return found
}

it('lists what waits, and all of it where that is asked, the longest waiting first, by pages', async () => {
  const ids = (page: Awaited<ReturnType<typeof listDecisions>>) =>
    page.map((row) => `${row.accord_id} ${row.decision_id} ${row.status}`)
  expect(ids(await listDecisions(app, { limit: 10 }))).toEqual([
    'toscana anticipo-2 open',
    'umbria anticipo-2 open',
  ])
  const [first, second] = await listDecisions(app, { accordId: 'umbria', all: true, limit: 2 })
  if (first === undefined || second === undefined) throw new Error('two decisions expected')
  expect(ids([first, second])).toEqual(['umbria piano certified', 'umbria anticipo-1 sentBack'])
  const after = { preparedAt: second.prepared_at, accordId: 'umbria', decisionId: second.decision_id }
  expect(ids(await listDecisions(app, { accordId: 'umbria', all: true, after, limit: 2 }))).toEqual([
    'umbria anticipo-2 open',
  ])
})

it('finds decisions that were changed, left out or made up beside the events, and a rebuild mends them', async () => {
  const before = await rows()
  expect(before).toHaveLength(6)
  expect(await findings()).toEqual([])
  await app.pool.query(
    "update decisions set status = 'certified' where accord_id = 'toscana' and status = 'open'",
  )
  await app.pool.query("delete from decisions where accord_id = 'umbria' and decision_id = 'piano'")
  expect((await findings()).sort()).toEqual(['toscana decisions', 'umbria decisions'])
  await rebuild(app)
  expect(await rows()).toEqual(before)
  await app.pool.query(
    `insert into decisions (accord_id, decision_id, region_id, act, status, subject, prepared_by, prepared_on, prepared_at)
     values ('umbria', 'inventata', '10', 'PayAdvance', 'open', 'advance', 'x', '2030-03-01', '2030-03-01T10:00:00Z')`,
  )
  expect(await findings()).toEqual(['umbria decisions'])
  await rebuild(app)
  expect(await rows()).toEqual(before)
})

it('shows a Region its own decisions only, and none to who has no Region', async () => {
  const seen = async (regions?: '*' | readonly string[]) => {
    const reader = database.as('accordi_reader', regions === undefined ? {} : { regions })
    return [...new Set((await listDecisions(reader, { all: true, limit: 10 })).map((row) => row.accord_id))]
  }
  expect(await seen(['10'])).toEqual(['umbria'])
  expect((await seen('*')).sort()).toEqual(['toscana', 'umbria'])
  expect(await seen()).toEqual([])
})
