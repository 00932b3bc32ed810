import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addSubscription } from '../../db/webhooks/subscriptions.ts'
import { instant } from '../../domain/time/instant.ts'
import { wholeLife } from '../support/acts.ts'
import { type Receiver, startReceiver, verified, withStatus } from '../support/receiver.ts'
import { testEngine } from '../support/system.ts'

const system = testEngine()
let receiver: Receiver

beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(() => receiver.close())

/** As the schedule does every minute. */
async function pass() {
  const { client, taskQueue } = system.engine
  await client.workflow.execute('webhooks', { taskQueue, workflowId: `webhooks-${randomUUID()}`, args: [] })
}

it('tells a receiver of a whole life, in order and signed, through the worker', async () => {
  const accordId = 'uscita-intera'
  const accords = system.engine.accords()
  for (const request of wholeLife(accordId)) {
    expect(await accords.execute(request)).toMatchObject({ outcome: 'accepted' })
  }
  const given = { types: null, regionId: null, programmeId: null, accordId, from: 'start' } as const
  const doing = { by: 'ministry:prova', now: instant('2030-01-01T12:00:00Z') }
  const made = await addSubscription(system.app, { url: receiver.url, ...given }, doing)
  const { rows } = await system.app.pool.query(
    'select version, type from events where accord_id = $1 order by 1',
    [accordId],
  )
  expect(rows.length).toBeGreaterThan(20)
  await expect
    .poll(
      async () => {
        await pass()
        return receiver.versions(accordId)
      },
      { timeout: 30_000 },
    )
    .toEqual(rows.map(({ version }) => version))
  for (const one of receiver.received) expect(verified(one, made?.secret ?? '')).toEqual(one.event)
  expect(receiver.received.at(-1)?.event.type).toMatch(/^it\.accordi\.[A-Za-z]+\.v\d$/)
})

it('ends where a receiver fails, and leaves the rest to the next pass', async () => {
  receiver.answers(withStatus(500))
  const accordId = 'uscita-guasta'
  const [propose] = wholeLife(accordId)
  if (propose === undefined) throw new Error('no act')
  await system.engine.accords().execute(propose)
  const given = { types: null, regionId: null, programmeId: null, accordId, from: 'start' } as const
  const doing = { by: 'ministry:prova', now: instant('2030-01-01T12:00:00Z') }
  await addSubscription(system.app, { url: receiver.url, ...given }, doing)
  await expect
    .poll(
      async () => {
        await pass()
        return receiver.versions(accordId)
      },
      { timeout: 30_000 },
    )
    .toEqual([1])
})
