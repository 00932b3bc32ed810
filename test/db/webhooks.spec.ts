import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../db/connect.ts'
import { mostWaiting, publishPage } from '../../db/webhooks/publish.ts'
import { addSubscription, mostSubscriptions } from '../../db/webhooks/subscriptions.ts'
import { actsOf } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { webhooking } from '../support/webhooking.ts'

let database: TestDatabase
let all: ReturnType<typeof webhooking>
let app: Connection
const url = 'https://example.org/eventi'

beforeAll(async () => {
  database = await testDatabase()
  all = webhooking(database)
  app = all.connection
  await all.act(actsOf('umbria').propose())
  for (const regionId of ['10', '09', null]) {
    const { subscriptionId } = await all.subscribe(url, { regionId })
    // Transactions of other specs may hold the feed back for a moment.
    const isIn = async () => (await all.outbox(subscriptionId, 'umbria')).length > 0
    while (regionId !== '09' && !(await isIn())) await publishPage(app, subscriptionId, all.now())
  }
})
afterAll(() => database.drop())

const tables = ['webhook_subscriptions', 'webhook_secrets', 'webhook_deliveries', 'webhook_notes']

describe('row-level security', () => {
  it.each(tables)('is forced on %s', async (table) => {
    const { rows } = await app.pool.query(
      'select relrowsecurity and relforcerowsecurity as forced from pg_class where relname = $1',
      [table],
    )
    expect(rows).toEqual([{ forced: true }])
  })

  it('shows a Region the subscriptions of its own, and what is sent of its accords', async () => {
    const umbria = database.as('accordi_reader', { regions: ['10'] })
    const toscana = database.as('accordi_reader', { regions: ['09'] })
    const regions = 'select region_id from webhook_subscriptions'
    expect((await umbria.pool.query(regions)).rows).toEqual([{ region_id: '10' }])
    expect((await toscana.pool.query(regions)).rows).toEqual([{ region_id: '09' }])
    const accords = 'select distinct accord_id from webhook_deliveries'
    expect((await umbria.pool.query(accords)).rows).toEqual([{ accord_id: 'umbria' }])
    expect((await toscana.pool.query(accords)).rows).toEqual([])
    const everything = database.as('accordi_reader', { regions: '*' })
    expect((await everything.pool.query(regions)).rows).toHaveLength(3)
    expect((await database.as('accordi_reader').pool.query(regions)).rows).toEqual([])
  })

  it('shows no reader a secret', async () => {
    const reader = database.as('accordi_reader', { regions: '*' })
    await expect(reader.pool.query('select secret from webhook_secrets')).rejects.toThrow(/permission denied/)
    expect((await app.pool.query('select secret from webhook_secrets')).rows).toHaveLength(3)
  })
})

describe('what was done', () => {
  it('cannot be changed or erased', async () => {
    for (const change of [`update webhook_notes set by_actor = 'x'`, 'delete from webhook_notes']) {
      await expect(app.pool.query(change)).rejects.toThrow(/permission denied/)
    }
    const owner = database.as('accordi_owner')
    await expect(owner.pool.query('truncate webhook_notes')).rejects.toThrow(/append-only|refuse|never/i)
  })

  it('and no subscription disappears', async () => {
    await expect(app.pool.query('delete from webhook_subscriptions')).rejects.toThrow(/permission denied/)
  })
})

describe('the outbox', () => {
  it('takes no more while too much waits for one receiver, and goes on after', async () => {
    const { subscriptionId } = await all.subscribe(url)
    await app.pool.query(
      `insert into webhook_deliveries (subscription_id, accord_id, version, type, region_id, state, next_at, created_at)
       select $1, 'altro', n, 'AccordSigned', '10', 'pending', '2030-01-01', '2030-01-01' from generate_series(1, $2) n`,
      [subscriptionId, mostWaiting],
    )
    expect(await publishPage(app, subscriptionId, all.now())).toEqual({ published: 0, going: false })
    await app.pool.query(`delete from webhook_deliveries where subscription_id = $1 and version = 1`, [
      subscriptionId,
    ])
    await expect
      .poll(async () => (await publishPage(app, subscriptionId, all.now())).published, { timeout: 30_000 })
      .toBeGreaterThan(0)
  })

  it('leaves out nothing while the read models are made again', async () => {
    const { subscriptionId } = await all.subscribe(url, { regionId: '10' })
    await app.pool.query('delete from accord_overview')
    await expect
      .poll(async () => (await publishPage(app, subscriptionId, all.now())).published, { timeout: 30_000 })
      .toBeGreaterThan(0)
  })
})

it('there are as many subscriptions as there may be, and not one more', async () => {
  const { rows } = await app.pool.query('select count(*) as count from webhook_subscriptions')
  const given = { types: null, regionId: null, programmeId: null, accordId: null, from: 'now' } as const
  const left = mostSubscriptions - Number(rows[0].count)
  const made = await Promise.all(
    Array.from({ length: left + 3 }, () => addSubscription(app, { url, ...given }, all.doing())),
  )
  expect(made.filter((one) => one === undefined)).toHaveLength(3)
})
