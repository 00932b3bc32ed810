import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { webhookPass } from '../../activities/webhooks.ts'
import { redrive, skip } from '../../db/webhooks/handling.ts'
import { endSubscription, setState, subscriptionOf } from '../../db/webhooks/subscriptions.ts'
import { pausesMs } from '../../outbound/retries.ts'
import { actsOf } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type Answering, type Receiver, startReceiver, taken, withStatus } from '../support/receiver.ts'
import { webhooking } from '../support/webhooking.ts'

let database: TestDatabase
let all: ReturnType<typeof webhooking>
let receiver: Receiver
const made: string[] = []
let count = 0
/** The feed waits for transactions of other specs; a receiver may take its time. */
const patient = { timeout: 30_000 }

const upTo = (events: number) => Array.from({ length: events }, (_, at) => at + 1)

beforeAll(async () => {
  database = await testDatabase()
  all = webhooking(database)
})
afterAll(() => database.drop())
beforeEach(async () => {
  all.present()
  receiver = await startReceiver()
})
afterEach(async () => {
  for (const id of made.splice(0)) await endSubscription(all.connection, id, all.doing())
  await receiver.close()
})

/** An accord in the outbox of a subscription of its own, or of a given one; its receiver has seen nothing yet. */
async function waiting(answer: Answering, given: { accordIds?: readonly string[] } = {}) {
  const accordIds = given.accordIds ?? [await accord()]
  const [accordId = ''] = accordIds
  const change = accordIds.length === 1 ? { accordId } : {}
  const { subscriptionId } = await all.subscribe(receiver.url, change)
  made.push(subscriptionId)
  receiver.answers(answer)
  await expect
    .poll(async () => {
      await all.pass()
      const boxes = await Promise.all(accordIds.map((one) => all.outbox(subscriptionId, one)))
      return boxes.every((box) => box.length > 0)
    }, patient)
    .toBe(true)
  return { accordId, subscriptionId, events: await all.versions(accordId) }
}

async function accord(): Promise<string> {
  count += 1
  const accordId = `guasto-${count}`
  const { propose, signByMinistry } = actsOf(accordId)
  for (const request of [propose(), signByMinistry()]) await all.act(request)
  return accordId
}

async function subscription(id: string) {
  const found = await subscriptionOf(all.connection, id)
  if (found === undefined) throw new Error(id)
  return found
}

/** Lets all the time pass in which it is tried again. */
async function giveUp() {
  for (const pause of pausesMs) {
    all.later(pause * 1.2 + 1_000)
    await all.passes()
  }
}

describe('a receiver that fails', () => {
  it.each([500, 404, 401])('with %i is tried again, and later events of the accord wait', async (status) => {
    const { accordId, subscriptionId, events } = await waiting(withStatus(status))
    const [first, ...later] = await all.outbox(subscriptionId, accordId)
    expect(first).toBe(`1 pending 1 ${status}`)
    expect(later.every((one) => one.endsWith(' pending 0'))).toBe(true)
    receiver.answers(taken)
    all.later(30_000)
    await all.passes()
    expect(receiver.received).toHaveLength(1)
    all.later(60_000)
    await all.passes()
    expect(receiver.versions(accordId)).toEqual([1, ...upTo(events)])
  })

  it('by pointing elsewhere is not followed, and this counts as a failure', async () => {
    const { accordId, subscriptionId } = await waiting(withStatus(302, { location: 'http://127.0.0.1:1/' }))
    expect((await all.outbox(subscriptionId, accordId))[0]).toBe('1 pending 1 302')
  })

  it('to answer in time is tried again', async () => {
    const { accordId, subscriptionId } = await waiting(() => undefined)
    expect((await all.outbox(subscriptionId, accordId))[0]).toBe('1 pending 1 timeout')
  })

  it('for one accord does not hold up the others', async () => {
    const [broken, sound] = [await accord(), await accord()] as const
    await waiting(
      ({ event }, response) => {
        response.writeHead(event.subject === broken ? 500 : 204).end()
      },
      { accordIds: [broken, sound] },
    )
    await all.passes()
    expect(receiver.versions(sound)).toEqual(upTo(await all.versions(sound)))
    expect(receiver.versions(broken)).toEqual([1])
  })

  it('by being away is left alone for the rest of the pass, and nothing else counts as tried', async () => {
    const accordIds = await Promise.all(Array.from({ length: 12 }, accord))
    const { subscriptionId } = await waiting(withStatus(503), { accordIds })
    const boxes = await Promise.all(accordIds.map((one) => all.outbox(subscriptionId, one)))
    const tried = boxes.filter(([first]) => first !== '1 pending 0')
    expect(receiver.received.length).toBeLessThan(accordIds.length)
    expect(tried.length).toBeLessThanOrEqual(receiver.received.length)
    receiver.answers(taken)
    all.later(120_000)
    await all.passes()
    for (const one of accordIds) expect(receiver.versions(one)).toContain(await all.versions(one))
  })

  it('and says when to come back is asked again then', async () => {
    const { accordId } = await waiting(withStatus(429, { 'retry-after': '1800' }))
    receiver.answers(taken)
    all.later(1_700_000)
    await all.passes()
    expect(receiver.versions(accordId)).toEqual([1])
    all.later(110_000)
    await all.passes()
    expect(receiver.versions(accordId).slice(0, 3)).toEqual([1, 1, 2])
  })

  it('by being gone pauses its subscription, which goes on when it is resumed', async () => {
    const { accordId, subscriptionId, events } = await waiting(withStatus(410))
    expect(await subscription(subscriptionId)).toMatchObject({ state: 'paused', reason: 'gone' })
    receiver.answers(taken)
    all.later(3_600_000)
    await all.passes()
    expect(receiver.versions(accordId)).toEqual([1])
    await setState(all.connection, subscriptionId, 'active', all.doing())
    await all.passes()
    expect(receiver.versions(accordId)).toEqual([1, ...upTo(events)])
  })

  it('by standing on a private network is refused before anything is sent', async () => {
    const { accordId, subscriptionId } = await waiting(withStatus(500))
    const had = receiver.received.length
    all.later(3_600_000)
    await webhookPass({ ...all.deps, webhooks: { source: 'urn:accordi', allowPrivate: false } })
    expect(receiver.received).toHaveLength(had)
    expect((await all.outbox(subscriptionId, accordId))[0]).toBe('1 pending 2 not-https')
  })
})

describe('a delivery that failed for a day', () => {
  it('is given up and holds its accord, until it is redriven', async () => {
    const { accordId, subscriptionId, events } = await waiting(withStatus(500))
    await giveUp()
    expect((await all.outbox(subscriptionId, accordId))[0]).toBe(`1 failed ${pausesMs.length + 1} 500`)
    expect(receiver.versions(accordId)).toEqual(Array(pausesMs.length + 1).fill(1))
    receiver.answers(taken)
    all.later(7 * 86_400_000)
    await all.passes()
    expect((await all.outbox(subscriptionId, accordId))[1]).toBe('2 pending 0')
    const redriven = await redrive(all.connection, await subscription(subscriptionId), {}, all.doing())
    expect(redriven).toEqual({ failed: 1, retrying: 0 })
    await all.passes()
    expect(receiver.versions(accordId).slice(-events)).toEqual(upTo(events))
  })

  it('is left out where it is skipped, and its accord goes on', async () => {
    const { accordId, subscriptionId, events } = await waiting(withStatus(500))
    await giveUp()
    const doing = { ...all.doing(), reason: 'letto a mano' }
    const ours = await subscription(subscriptionId)
    expect(await skip(all.connection, ours, { accordId, version: 1 }, doing)).toBe(true)
    expect(await skip(all.connection, ours, { accordId, version: 1 }, doing)).toBe(false)
    receiver.answers(taken)
    const had = receiver.received.length
    await all.passes()
    expect(receiver.versions(accordId).slice(had)).toEqual(upTo(events).slice(1))
    const { rows } = await all.connection.pool.query(
      `select what, by_actor, about, reason from webhook_notes where subscription_id = $1 and what = 'skipped'`,
      [subscriptionId],
    )
    expect(rows).toEqual([
      { what: 'skipped', by_actor: 'ministry:prova', about: `${accordId}/1`, reason: 'letto a mano' },
    ])
  })

  it('is redriven alone where it is named, with the others of its accord still in order', async () => {
    const [one, other] = [await accord(), await accord()] as const
    const { subscriptionId } = await waiting(withStatus(500), { accordIds: [one, other] })
    await giveUp()
    receiver.answers(taken)
    const ours = await subscription(subscriptionId)
    const redriven = await redrive(all.connection, ours, { accordId: other, version: 1 }, all.doing())
    expect(redriven).toEqual({ failed: 1, retrying: 0 })
    await all.passes()
    expect((await all.outbox(subscriptionId, one))[0]).toMatch(/^1 failed/)
    expect((await all.outbox(subscriptionId, other)).every((row) => row.includes('delivered'))).toBe(true)
  })
})

// The last one of this file: the feed of its database cannot be read any more.
describe('a feed that cannot be read', () => {
  it('is told of, and keeps nothing from going out that was in the outbox', async () => {
    const { accordId, events } = await waiting(withStatus(500))
    await all.connection.pool.query(
      `insert into events (accord_id, version, region_id, command_id, type, schema_version, data, act, notices, on_date,
         recorded_at, prev_hash, hash)
       select accord_id, version + 1000, region_id, command_id, 'FromTheFuture', 1, data, act, notices, on_date,
         recorded_at, prev_hash, hash from events where accord_id = $1 and version = 1`,
      [accordId],
    )
    receiver.answers(taken)
    all.later(120_000)
    await expect.poll(() => all.pass().then(String, String), patient).toContain('FromTheFuture')
    await expect
      .poll(async () => {
        await all.pass().catch(() => undefined)
        return receiver.versions(accordId)
      }, patient)
      .toEqual([1, ...upTo(events)])
  })
})
