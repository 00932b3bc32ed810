import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import type { Connection } from '../../db/connect.ts'
import { load } from '../../db/eventStore.ts'
import { commandLog } from '../../db/readModels/commandLog.ts'
import { actsOf, ministry, wholeLife } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'

let database: TestDatabase
let app: Connection

beforeAll(async () => {
  database = await testDatabase()
  app = database.as('accordi_app', { max: 8 })
})
afterAll(() => database.drop())

const run = (request: ReturnType<typeof wholeLife>[number], knownVersion = 0) =>
  executeCommand(depsOn(app), { accordId: request.accordId, request, knownVersion })

describe('an append', () => {
  it('writes events, read models and the outcome together', async () => {
    const [propose] = wholeLife('insieme')
    if (propose === undefined) throw new Error('no act')
    const { answer } = await run(propose)
    expect(answer).toMatchObject({
      outcome: 'accepted',
      repeated: false,
      events: [{ type: 'AccordProposed', version: 1 }],
    })
    const { rows } = await app.pool.query(
      `select s.version, s.finished, o.phase, (select count(*)::int from events e where e.accord_id = s.accord_id) as events,
        (select outcome from commands c where c.accord_id = s.accord_id) as outcome
       from streams s join accord_overview o using (accord_id) where s.accord_id = 'insieme'`,
    )
    expect(rows).toEqual([{ version: 1, finished: false, phase: 'proposed', events: 1, outcome: 'accepted' }])
  })

  it('carries a whole life to concluded, with one version per event', async () => {
    for (const request of wholeLife('vita')) {
      const { answer } = await run(request)
      expect(answer.outcome).toBe('accepted')
    }
    const { events } = await load(app.pool, 'vita', '')
    expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1))
    const { rows } = await app.pool.query(
      "select phase, version from accord_overview where accord_id = 'vita'",
    )
    expect(rows).toEqual([{ phase: 'concluded', version: events.length }])
  })

  it('happens once for the same command id, and answers the same again', async () => {
    const [propose] = wholeLife('una-volta')
    if (propose === undefined) throw new Error('no act')
    const first = await run(propose)
    const again = await run({ ...propose, receivedAt: '2030-01-07T10:00:00.000Z' }, 1)
    expect(again.answer).toEqual({ ...first.answer, repeated: true })
    expect((await load(app.pool, 'una-volta', '')).events).toHaveLength(1)
  })

  it('refuses the same command id with another body', async () => {
    const { act, propose } = actsOf('stesso-id')
    const request = propose()
    await run(request)
    const other = {
      ...act('RecordRegionalAct', '2030-01-08', { title: 'Altro' }),
      commandId: request.commandId,
    }
    expect((await run(other, 1)).answer).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'command-id-reused' },
    })
  })

  it('records a refusal in the command log and leaves the stream untouched', async () => {
    const { propose, approvePlan } = actsOf('rifiuto')
    await run(propose())
    const refused = approvePlan()
    expect((await run(refused, 1)).answer).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'not-in-force' },
    })
    const log = await commandLog(app, 'rifiuto', { outcome: 'refused', limit: 10 })
    expect(log).toMatchObject([
      {
        command_id: refused.commandId,
        type: 'ApprovePlan',
        refusal: { code: 'not-in-force' },
        region_id: '10',
      },
    ])
    expect((await load(app.pool, 'rifiuto', '')).events).toHaveLength(1)
  })

  it('lets exactly one of sixteen racing commands write each version', async () => {
    const { propose, act } = actsOf('gara')
    await run(propose())
    const requests = Array.from({ length: 16 }, (_, index) =>
      act('RecordRegionalAct', '2030-01-08', { title: `Delibera ${index}` }),
    )
    const results = await Promise.allSettled(requests.map((request) => retried(() => run(request, 1))))
    expect(results.map(({ status }) => status)).not.toContain('rejected')
    const { events } = await load(app.pool, 'gara', '')
    expect(events.map(({ version }) => version)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1))
  })

  it('answers invalid input field by field and records nothing', async () => {
    const { act } = actsOf('sbagliato')
    const { answer } = await run(
      act('ProposeAccord', '2015-02-30', { programmeId: 'prova', regionId: '99', titolo: 'x' }),
    )
    expect(answer).toMatchObject({ outcome: 'invalid' })
    const fields = answer.outcome === 'invalid' ? answer.issues.map(({ field, code }) => [field, code]) : []
    expect(fields).toEqual(
      expect.arrayContaining([
        ['on', 'not-a-date'],
        ['data.regionId', 'unknown-region'],
        ['data.title', 'required'],
        ['data.titolo', 'unknown-field'],
      ]),
    )
    expect((await load(app.pool, 'sbagliato', '')).events).toEqual([])
    expect(await commandLog(app, 'sbagliato', { limit: 10 })).toEqual([])
  })

  it('lets only the timer of the accord say that a deadline has passed', async () => {
    const { propose, act } = actsOf('falso-timer')
    await run(propose())
    const forged = act('PassDeadline', '2030-01-08', { deadlineId: 'signature', revision: 1 })
    const request = { ...forged, actor: { role: 'scheduler', id: 'accord-timer' } as const }
    expect((await run(request, 1)).answer).toMatchObject({
      outcome: 'invalid',
      issues: [{ code: 'timer-only' }],
    })
  })

  it("keeps the timer's ids for the timer: who took one could stop a deadline from passing", async () => {
    const { propose, act } = actsOf('id-riservato')
    await run(propose())
    const request = { ...act('RecordRegionalAct', '2030-01-08', { title: 'x' }), commandId: 'pass:plan:r1' }
    expect((await run(request, 1)).answer).toMatchObject({
      outcome: 'invalid',
      issues: [{ field: 'commandId', code: 'reserved-command-id' }],
    })
  })

  it('refuses a request too large for Temporal to carry, before anything is written', async () => {
    const { propose, act } = actsOf('enorme')
    await run(propose())
    const note = 'x'.repeat(300_000)
    expect((await run(act('SubmitPlan', '2030-01-08', { note }), 1)).answer).toMatchObject({
      outcome: 'invalid',
      issues: [{ code: 'too-large' }],
    })
  })

  it('brings the whole state where the caller was behind', async () => {
    const { propose, signByMinistry } = actsOf('indietro')
    await run(propose())
    expect((await run(signByMinistry(), 0)).state).toMatchObject({ phase: 'proposed', version: 2 })
  })

  it('keeps who asked: the actor of each command', async () => {
    const { propose } = actsOf('attore')
    await run(propose())
    expect((await commandLog(app, 'attore', { limit: 1 }))[0]?.body).toMatchObject({ actor: ministry })
  })
})

/** What Temporal does with a fault: try again. */
async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt < 10; attempt++) {
    try {
      return await work()
    } catch {}
  }
  return work()
}
