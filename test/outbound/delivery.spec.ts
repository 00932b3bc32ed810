import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { webhookPass } from '../../activities/webhooks.ts'
import { leaseDue } from '../../db/webhooks/deliveries.ts'
import { endSubscription, rotateSecret, setState } from '../../db/webhooks/subscriptions.ts'
import { actsOf } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { type Receiver, startReceiver, taken, verified, versionOf, withStatus } from '../support/receiver.ts'
import { webhooking } from '../support/webhooking.ts'

let database: TestDatabase
let all: ReturnType<typeof webhooking>
let receiver: Receiver
const made: string[] = []
let count = 0
/** The feed waits for transactions of other specs; a receiver may take its time. */
const patient = { timeout: 30_000 }

/** An accord of its own in each spec, with some events. */
async function accord(): Promise<string> {
  count += 1
  const accordId = `uscita-${count}`
  const { propose, signByMinistry, signByRegion } = actsOf(accordId)
  for (const request of [propose(), signByMinistry(), signByRegion()]) await all.act(request)
  return accordId
}

async function subscribe(change: Parameters<typeof all.subscribe>[1] = {}) {
  const one = await all.subscribe(receiver.url, change)
  made.push(one.subscriptionId)
  return one
}

/** Other specs' open transactions may hold the feed back for a moment. */
async function outboxHas(subscriptionId: string, accordId: string, events: number) {
  await expect
    .poll(async () => {
      await all.passes()
      return (await all.outbox(subscriptionId, accordId)).length
    }, patient)
    .toBe(events)
}

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

describe('an event', () => {
  it('arrives signed, as the library of Standard Webhooks verifies it', async () => {
    const accordId = await accord()
    const { subscriptionId, secret } = await subscribe({ accordId })
    const events = await all.versions(accordId)
    await outboxHas(subscriptionId, accordId, events)
    const [first] = receiver.received
    if (first === undefined) throw new Error('nothing arrived')
    expect(verified(first, secret)).toEqual(first.event)
    expect(() => verified({ ...first, body: first.body.replace('10', '11') }, secret)).toThrow()
    expect(first.headers['webhook-id']).toBe(`${accordId}/1`)
    expect(first.event).toMatchObject({
      ...{ specversion: '1.0', id: `${accordId}/1`, source: 'urn:accordi:prova', subject: accordId },
      ...{ type: 'it.accordi.AccordProposed.v1', time: '2030-01-01T12:00:00.000Z' },
      data: {
        accordId,
        version: 1,
        regionId: '10',
        programmeId: 'prova',
        act: { on: { date: '2030-01-07' } },
      },
    })
    expect(first.body).not.toContain('Accordo di prova')
  })

  it('comes after the one before it, accord by accord, each once', async () => {
    const accords = [await accord(), await accord(), await accord()]
    await subscribe()
    for (const accordId of accords) {
      const events = upTo(await all.versions(accordId))
      await expect
        .poll(async () => {
          await all.passes()
          return receiver.versions(accordId)
        }, patient)
        .toEqual(events)
    }
    await all.passes()
    const ids = receiver.received.map(({ event }) => event.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('goes only where its type, Region, programme and accord are asked for', async () => {
    const accordId = await accord()
    const signatures = await subscribe({ accordId, types: ['AccordSigned'] })
    const elsewhere = await subscribe({ regionId: '09' })
    const other = await subscribe({ programmeId: 'altro' })
    await outboxHas(signatures.subscriptionId, accordId, 2)
    expect(new Set(receiver.received.map(({ event }) => event.type))).toEqual(
      new Set(['it.accordi.AccordSigned.v1']),
    )
    expect(await all.outbox(elsewhere.subscriptionId, accordId)).toEqual([])
    expect(await all.outbox(other.subscriptionId, accordId)).toEqual([])
  })

  it('of before goes nowhere where only what is new is asked for', async () => {
    const accordId = await accord()
    const before = await all.versions(accordId)
    // What still runs in another spec file counts as new: the feed must have come past this accord.
    const witness = await subscribe({ accordId })
    await outboxHas(witness.subscriptionId, accordId, before)
    const { subscriptionId } = await subscribe({ accordId, from: 'now' })
    await all.act(actsOf(accordId).act('RecordRegionalAct', '2030-01-20', { title: 'DGR' }))
    await outboxHas(subscriptionId, accordId, (await all.versions(accordId)) - before)
    const [first] = await all.outbox(subscriptionId, accordId)
    expect(first).toBe(`${before + 1} delivered 1 204`)
  })
})

describe('a crash between sending and recording', () => {
  it('sends again under the same id, once its lease is over', async () => {
    const accordId = await accord()
    const { subscriptionId } = await subscribe({ accordId, types: ['AccordProposed'] })
    let died = 0
    // The receiver has it; whoever sent it dies before it can say so.
    const dying = {
      ...all.deps,
      now: () => {
        if (receiver.received.length > 0 && died++ === 0) throw new Error('killed')
        return all.now()
      },
    }
    await expect
      .poll(
        () =>
          webhookPass(dying).then(
            () => died,
            () => died,
          ),
        patient,
      )
      .toBeGreaterThan(0)
    expect(await all.outbox(subscriptionId, accordId)).toEqual(['1 pending 0'])
    await all.passes()
    expect(receiver.received).toHaveLength(1)
    all.later(121_000)
    await all.passes()
    expect(receiver.received.map(({ event }) => event.id)).toEqual([`${accordId}/1`, `${accordId}/1`])
    expect(receiver.received[0]?.headers['webhook-id']).toBe(receiver.received[1]?.headers['webhook-id'])
    expect(await all.outbox(subscriptionId, accordId)).toEqual(['1 delivered 1 204'])
  })
})

describe('several deliverers at once', () => {
  it('send each event once, and still in order', async () => {
    const accords = await Promise.all(Array.from({ length: 8 }, accord))
    await subscribe()
    receiver.answers((_, response) => void setTimeout(() => response.writeHead(204).end(), 5))
    const total = (await Promise.all(accords.map((one) => all.versions(one)))).reduce((a, b) => a + b, 0)
    const ours = () => receiver.received.filter(({ event }) => accords.includes(event.subject ?? ''))
    await expect
      .poll(async () => {
        await Promise.all([all.passes(), all.passes(), all.passes(), all.passes()])
        return ours().length
      }, patient)
      .toBe(total)
    for (const accordId of accords) {
      expect(receiver.versions(accordId)).toEqual(upTo(await all.versions(accordId)))
    }
  })

  it('control: what one has leased, another does not get', async () => {
    const accordId = await accord()
    receiver.answers(withStatus(503))
    const { subscriptionId } = await subscribe({ accordId })
    await outboxHas(subscriptionId, accordId, await all.versions(accordId))
    all.later(120_000)
    const [first] = await leaseDue(all.connection, subscriptionId, all.now(), 10)
    expect(first?.version).toBe(1)
    expect(await leaseDue(all.connection, subscriptionId, all.now(), 10)).toEqual([])
    all.later(121_000)
    expect(await leaseDue(all.connection, subscriptionId, all.now(), 10)).toHaveLength(1)
  })
})

describe('a subscription', () => {
  it('that is paused gets nothing, and goes on where it was when it is resumed', async () => {
    const accordId = await accord()
    const { subscriptionId } = await subscribe({ accordId })
    const before = await all.versions(accordId)
    await outboxHas(subscriptionId, accordId, before)
    await setState(all.connection, subscriptionId, 'paused', all.doing())
    await all.act(actsOf(accordId).act('RecordRegionalAct', '2030-01-20', { title: 'DGR' }))
    await all.passes()
    expect(receiver.versions(accordId)).toEqual(upTo(before))
    await setState(all.connection, subscriptionId, 'active', all.doing())
    const after = await all.versions(accordId)
    await outboxHas(subscriptionId, accordId, after)
    expect(receiver.versions(accordId)).toEqual(upTo(after))
  })

  it('with a new secret signs with the old one too for a day, and then no more', async () => {
    const accordId = await accord()
    const { subscriptionId, secret: old } = await subscribe({
      accordId,
      types: ['AccordProposed', 'AccordSigned'],
    })
    const rotated = await rotateSecret(all.connection, subscriptionId, all.doing())
    const secret = rotated?.secret ?? ''
    expect(secret).not.toBe(old)
    await outboxHas(subscriptionId, accordId, 3)
    const [one] = receiver.received
    if (one === undefined) throw new Error('nothing arrived')
    expect(one.headers['webhook-signature']?.split(' ')).toHaveLength(2)
    for (const either of [old, secret]) expect(verified(one, either)).toEqual(one.event)
    all.later(24 * 3_600_000 + 1_000)
    const { rows } = await all.connection.pool.query(
      `update webhook_deliveries set state = 'pending', next_at = '2000-01-01'
       where subscription_id = $1 and version = 1 returning version`,
      [subscriptionId],
    )
    expect(rows).toHaveLength(1)
    await all.passes()
    const last = receiver.received.at(-1)
    expect(last?.event.id).toBe(`${accordId}/1`)
    expect(last?.headers['webhook-signature']?.split(' ')).toHaveLength(1)
  })

  it('that has ended gets nothing more, and no secret of it is kept', async () => {
    const accordId = await accord()
    const { subscriptionId } = await subscribe({ accordId })
    receiver.answers(withStatus(500))
    await outboxHas(subscriptionId, accordId, await all.versions(accordId))
    expect(await endSubscription(all.connection, subscriptionId, all.doing())).toBe(true)
    expect(await endSubscription(all.connection, subscriptionId, all.doing())).toBe(false)
    expect(await all.outbox(subscriptionId, accordId)).toEqual([])
    const { rows } = await all.connection.pool.query(
      'select 1 from webhook_secrets where subscription_id = $1',
      [subscriptionId],
    )
    expect(rows).toEqual([])
    receiver.answers(taken)
    const had = receiver.received.length
    all.later(3_600_000)
    await all.passes()
    expect(receiver.received).toHaveLength(had)
  })

  it('keeps what has arrived for thirty days', async () => {
    const accordId = await accord()
    const { subscriptionId } = await subscribe({ accordId })
    const events = await all.versions(accordId)
    await outboxHas(subscriptionId, accordId, events)
    all.later(29 * 86_400_000)
    await all.passes()
    expect(await all.outbox(subscriptionId, accordId)).toHaveLength(events)
    all.later(86_401_000)
    await all.passes()
    expect(await all.outbox(subscriptionId, accordId)).toEqual([])
    expect(receiver.received.map(({ event }) => versionOf(event))).toEqual(upTo(events))
  })
})
