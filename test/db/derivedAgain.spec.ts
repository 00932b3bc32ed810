import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importHistory } from '../../activities/importHistory.ts'
import type { Accords } from '../../client/accords.ts'
import type { Connection } from '../../db/connect.ts'
import { firstHash } from '../../db/eventCodec.ts'
import { append } from '../../db/eventStore.ts'
import { storeCalendar } from '../../db/reference.ts'
import { eachStream, foldStream } from '../../db/streams.ts'
import { type Checked, verifyRecord } from '../../db/verify.ts'
import { decide } from '../../domain/accord/decide.ts'
import type { RecordedEvent } from '../../domain/accord/events.ts'
import { evolve } from '../../domain/accord/evolve.ts'
import { type AccordState, initialAccord } from '../../domain/accord/state.ts'
import { fold } from '../../domain/decider.ts'
import { addDays } from '../../domain/time/localDate.ts'
import { importFiles } from '../../operations/importFiles.ts'
import { commandOf, contextOf, newCalendars, type Walk, walks } from '../support/accordWalk.ts'
import { written } from '../support/accordWalkData.ts'
import { asAdmin, type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'
import { record } from '../support/given.ts'

let database: TestDatabase
let app: Connection

beforeAll(async () => {
  database = await testDatabase()
  app = database.as('accordi_app')
})
afterAll(() => database.drop())

/** What a stream gives to derive: its deadline events, and the obligations that they leave. */
function derivable(state: AccordState, events: readonly RecordedEvent[]): number {
  const deadlines = events.filter(({ type }) => type === 'DeadlineSet' || type === 'DeadlineMoved')
  return deadlines.length + (state.phase === 'absent' ? 0 : Object.keys(state.obligations).length)
}

async function checked(accordId: string): Promise<Checked[]> {
  const all: Checked[] = []
  for await (const one of verifyRecord(app)) if (one.accordId.startsWith(accordId)) all.push(one)
  return all
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

describe('every date of the shipped programme', () => {
  // As `npm start` imports it, less the workflow around the activity: its ids belong to the whole server, and
  // test/e2e/umbria.spec.ts has them.
  beforeAll(async () => {
    const deps = depsOn(app)
    const accords: Pick<Accords, 'importHistory'> = {
      importHistory: async (accordId, requests) => (await importHistory(deps, { accordId, requests })).answer,
    }
    const sources = globSync('data/programmes/2014-2020/*.json').map((file) => ({
      file,
      content: JSON.parse(readFileSync(file, 'utf8')) as unknown,
    }))
    for await (const result of importFiles({ connection: app, accords: accords as Accords }, sources)) {
      expect(result.outcome).toMatch(/^(programme|accepted|collective)$/)
    }
  })

  it('comes out again', async ({ annotate }) => {
    const all = await checked('')
    expect(all.flatMap((one) => one.findings)).toEqual([])
    const ids = all.map(({ accordId }) => accordId)
    expect(ids).toHaveLength(17)
    expect(ids).toContain('umbria-2014-2020')
    const derivations = sum(all.map((one) => one.derivations))
    let wanted = 0
    for await (const stream of eachStream(app)) {
      const { state, events } = foldStream(stream)
      wanted += derivable(state, events)
    }
    expect(derivations).toBe(wanted)
    expect(derivations).toBeGreaterThan(20)
    await annotate(`${derivations} dates of ${all.length} accords derived again`)
  })
})

describe('every date of many lives', () => {
  const lives = fc.sample(walks, { seed: 1182, numRuns: 400 }).map((walk, n) => live(walk, `vita-${n}`))
  const begun = lives.filter(({ events }) => events.length > 0)

  beforeAll(async () => {
    for (const calendar of Object.values(newCalendars)) await storeCalendar(app, calendar)
    const before = { version: 0, headHash: firstHash, state: initialAccord }
    for (const { accordId, state, events } of begun) {
      if (state.phase === 'absent') continue
      const write = { accordId, before, state, events, commands: [] }
      expect(await append(app.pool, write)).toMatchObject({ outcome: 'appended' })
    }
  })

  it('comes out again, whatever moved it and by whichever calendar', async ({ annotate }) => {
    const all = await checked('vita-')
    expect(all.flatMap((one) => one.findings)).toEqual([])
    expect(all).toHaveLength(begun.length)
    const derivations = sum(all.map((one) => one.derivations))
    expect(derivations).toBe(sum(begun.map(({ state, events }) => derivable(state, events))))
    expect(derivations).toBeGreaterThan(3_000)
    await annotate(`${derivations} dates of ${all.length} accords derived again`)
  })

  it('control: the lives have deadlines moved in every way, under every policy and several calendars', () => {
    const events = begun.flatMap((one) => one.events)
    const moves = events.flatMap((event) => (event.type === 'DeadlineMoved' ? [event.data] : []))
    const causes = moves.map(({ cause }) => cause)
    const every = ['extension', 'revocation', 'resumption', 'parent', 'calendar']
    expect(causes).toEqual(expect.arrayContaining(every))
    expect(new Set(moves.map(({ deadline }) => deadline.term.policy)).size).toBe(4)
    expect(
      new Set(moves.map(({ deadline: { calendar } }) => `${calendar.id} ${calendar.version}`)).size,
    ).toBe(4)
  })
})

/** A life as the worker would record it, without the worker: a walk asks for hundreds of acts. */
function live(walk: Walk, accordId: string) {
  let state: AccordState = initialAccord
  let today = walk.startsOn
  const events: RecordedEvent[] = []
  for (const [place, step] of walk.steps.entries()) {
    today = written(addDays(today, step.days))
    const command = { ...commandOf(step, state, today), accordId }
    const decision = decide(command, state, contextOf(walk, place))
    const recorded = record(command, state, decision.outcome === 'accepted' ? decision.events : [])
    events.push(...recorded)
    state = fold(evolve, state, recorded)
  }
  return { accordId, state, events }
}

describe('a calendar changed under the dates that rest on it', () => {
  const asOwner = (statement: string) =>
    asAdmin(database.adminUrl, async (client) => {
      await client.query('set search_path = accordi')
      await client.query('alter table calendars disable trigger calendars_append_only')
      await client.query(statement)
      await client.query('alter table calendars enable trigger calendars_append_only')
    })
  const codes = async () => {
    const found = (await checked('vita-')).flatMap((one) => one.findings)
    return new Set(found.map(({ code }) => code))
  }

  it('is found by every date that its days moved', async () => {
    await asOwner(
      "update calendars set data = jsonb_set(data, '{holidays}', jsonb_path_query_array(data, '$.holidays[0 to 1]')) where version = '2030-01-01'",
    )
    expect(await codes()).toEqual(new Set(['derivation']))
  })

  it('is missed by every date that rests on it, where it was taken away', async () => {
    await asOwner("delete from calendars where version = '2030-01-01'")
    expect(await codes()).toEqual(new Set(['calendar-missing']))
  })
})
