import { afterAll, beforeAll, expect, it } from 'vitest'
import { executeCommand } from '../../activities/executeCommand.ts'
import type { Connection } from '../../db/connect.ts'
import { type FeedPosition, feedStart, readFeed } from '../../db/feed.ts'
import { actsOf } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { depsOn } from '../support/deps.ts'

let database: TestDatabase
let app: Connection

beforeAll(async () => {
  database = await testDatabase()
  app = database.as('accordi_app', { max: 17 })
})
afterAll(() => database.drop())

const writers = 16
const actsEach = 12

/** Sixteen writers on accords of their own, while `poll` reads; returns what a reader of the feed saw. */
async function written(poll: () => Promise<unknown>): Promise<void> {
  const deps = depsOn(app)
  let writing = true
  const reading = (async () => {
    while (writing) await poll()
  })()
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const accordId = `feed-${writer}-${Math.round(performance.now())}`
      const { propose, act } = actsOf(accordId)
      const requests = [
        propose(),
        ...Array.from({ length: actsEach - 1 }, (__, n) =>
          act('RecordRegionalAct', '2030-01-08', { title: `Atto ${n}` }),
        ),
      ]
      for (const [index, request] of requests.entries()) {
        await executeCommand(deps, { accordId, request, knownVersion: index })
      }
    }),
  )
  writing = false
  await reading
}

it('misses no event and repeats none while 16 writers append', async () => {
  let at: FeedPosition = feedStart
  const seen: string[] = []
  const poll = async () => {
    const items = await readFeed(app, at, 50)
    at = items.at(-1)?.at ?? at
    seen.push(...items.map(({ event }) => `${event.accordId} v${event.version}`))
    return items.length
  }
  await written(poll)
  // Other spec files share the cluster, and their open transactions hold the feed back for a moment.
  await expect
    .poll(async () => {
      await poll()
      return seen.length
    })
    .toBeGreaterThanOrEqual(writers * actsEach)
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toHaveLength(writers * actsEach)
})

it('waits for a transaction that is still open, instead of passing it by', async () => {
  const slow = database.as('accordi_app', { max: 1 })
  const client = await slow.pool.connect()
  const { rows } = await app.pool.query(
    'select xid::text, position from events order by xid desc, position desc limit 1',
  )
  const at = { xid: rows[0].xid, position: rows[0].position }
  await client.query('begin')
  await client.query('select pg_current_xact_id()')
  const { propose } = actsOf('dopo')
  await executeCommand(depsOn(app), { accordId: 'dopo', request: propose(), knownVersion: 0 })
  expect(await readFeed(app, at, 10)).toEqual([])
  await client.query('commit')
  client.release()
  await expect
    .poll(async () => (await readFeed(app, at, 10)).map(({ event }) => event.accordId))
    .toEqual(['dopo'])
})

it('control: a reader that trusts positions alone would pass by an open transaction', async () => {
  // The owner may draw a position; the application role draws one only by inserting.
  const slow = database.as('accordi_owner', { max: 1 })
  const client = await slow.pool.connect()
  await client.query('begin')
  const [{ position: reserved }] = (
    await client.query("select nextval(pg_get_serial_sequence('events', 'position')) as position")
  ).rows
  const { propose } = actsOf('sorpasso')
  await executeCommand(depsOn(app), { accordId: 'sorpasso', request: propose(), knownVersion: 0 })
  const { rows } = await app.pool.query('select max(position) as last from events')
  await client.query('rollback')
  client.release()
  expect(rows[0].last).toBeGreaterThan(reserved)
})
