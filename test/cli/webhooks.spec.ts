import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { webhookPass } from '../../activities/webhooks.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { actsOf, historyFile } from '../support/acts.ts'
import { type Receiver, startReceiver, taken, verified, withStatus } from '../support/receiver.ts'
import { testSystem } from '../support/system.ts'

const system = testSystem()
const ministry = ['--as', 'ministry']
let receiver: Receiver
let id = ''
let secret = ''

/** As on a machine where addresses of this machine are allowed. */
const webhook = (...args: string[]) =>
  system.accordiWith({ ACCORDI_WEBHOOK_PRIVATE: '1' }, 'webhook', ...args)

async function pass() {
  const webhooks = { source: 'urn:accordi:prova', allowPrivate: true }
  const now = () => new Date().toISOString() as Instant
  await webhookPass({ connection: system.app(), webhooks, now })
}

async function passUntil(isSo: () => boolean | Promise<boolean>) {
  await expect
    .poll(
      async () => {
        await pass()
        return isSo()
      },
      { timeout: 30_000 },
    )
    .toBe(true)
}

beforeAll(async () => {
  receiver = await startReceiver()
  const life = actsOf('prova-umbria')
  const history = historyFile('prova-umbria', [
    life.act('ProposeAccord', '2026-01-07', { programmeId: 'prova', regionId: '10', title: 'Segreto' }),
    life.signByMinistry('2026-01-08'),
  ])
  expect(await system.accordi('import', system.file('storia.json', history))).toMatchObject({ code: 0 })
})
afterAll(() => receiver.close())

describe('webhook add', () => {
  it('gives a secret once, and lists and shows never give it again', async () => {
    const added = await webhook('add', `${receiver.url}?token=abc`, '--from', 'start', '--json', ...ministry)
    expect(added).toMatchObject({ code: 0 })
    id = String(added.json().id)
    secret = String(added.json().secret)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    for (const shown of [await webhook('list'), await webhook('list', '--json'), await webhook('show', id)]) {
      expect(shown.code).toBe(0)
      expect(shown.out).toContain(id)
      expect(shown.out).not.toContain(secret.slice(6))
      expect(shown.out).not.toContain('token=abc')
    }
  })

  it.each([
    [['http://example.org/'], 'http://example.org/'],
    [['https://127.0.0.1/'], 'ACCORDI_WEBHOOK_PRIVATE'],
    [['https://a:b@example.org/'], "parola d'ordine"],
    [['https://example.org/', '--types', 'Firmato'], 'Firmato'],
    [['https://example.org/', '--region', 'atlantide'], 'atlantide'],
    [['https://example.org/', '--programme', 'niente'], 'niente'],
    [['https://example.org/', '--accord', 'niente'], 'niente'],
    [['https://example.org/', '--from', 'ieri'], 'ieri'],
  ])('%s is refused, and said why', async (args, why) => {
    const refused = await system.accordi('webhook', 'add', ...args, ...ministry)
    expect(refused).toMatchObject({ code: 2, out: '', err: expect.stringContaining(why) })
  })

  it('tells a Region of its own accords, and of no others', async () => {
    const region = ['--as', 'region:toscana']
    const other = await webhook('add', receiver.url, '--region', 'umbria', ...region)
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('umbria') })
    const own = (await webhook('add', receiver.url, '--json', ...region)).json()
    const shown = (await webhook('show', String(own.id), '--json')).json()
    expect(shown).toMatchObject({ region: '09', createdBy: 'region:regione-09' })
    expect(await webhook('pause', id, ...region)).toMatchObject({ code: 2 })
    expect(await webhook('end', String(own.id), ...region)).toMatchObject({ code: 0 })
  })
})

describe('webhook test', () => {
  it('sends a signed event that says nothing, and says what came back', async () => {
    const tried = await webhook('test', id, '--json')
    expect(tried.json()).toMatchObject({ outcome: 'accepted', status: 204 })
    const one = receiver.received.at(-1)
    if (one === undefined) throw new Error('nothing arrived')
    expect(verified(one, secret)).toMatchObject({ type: 'it.accordi.Ping.v1', data: {} })
    receiver.answers(withStatus(404))
    const failed = await webhook('test', id)
    expect(failed).toMatchObject({ code: 1, out: expect.stringContaining('risposta 404') })
    const refused = await system.accordi('webhook', 'test', id)
    expect(refused).toMatchObject({ code: 1, out: expect.stringContaining('https') })
  })
})

describe('what does not arrive', () => {
  it('is shown with what came back, and goes out again when it is redriven', async () => {
    receiver.answers(withStatus(500))
    await passUntil(async () => (await webhook('show', id, '--json')).json().pending !== 0)
    const shown = await webhook('show', id)
    expect(shown.out).toContain('prova-umbria/1')
    expect(shown.out).toContain('risposta 500')
    receiver.answers(taken)
    const redriven = (await webhook('redrive', id, '--accord', 'prova-umbria', '--json', ...ministry)).json()
    expect(redriven).toMatchObject({ failed: 0, retrying: 1 })
    await passUntil(() => receiver.versions('prova-umbria').includes(2))
    expect(receiver.received.every(({ body }) => !body.includes('Segreto'))).toBe(true)
    expect((await webhook('show', id, '--json')).json()).toMatchObject({ pending: 0, failed: 0 })
    const again = await webhook('redrive', id, ...ministry)
    expect(again.out).toContain('nulla')
  })

  it('is left out where it is skipped, with who did it and why', async () => {
    receiver.answers(withStatus(500))
    const act = ['accord', 'record-act', 'prova-umbria', '--title', 'DGR 1', '--as', 'region:umbria']
    const recorded = await system.accordi(...act)
    expect(recorded).toMatchObject({ code: 0 })
    let waiting = ''
    await passUntil(async () => {
      const { troubles } = (await webhook('show', id, '--json')).json() as unknown as {
        troubles: { event: string }[]
      }
      waiting = troubles[0]?.event ?? ''
      return waiting !== ''
    })
    const skipped = await webhook('skip', id, '--event', waiting, '--reason', 'letto a mano', ...ministry)
    expect(skipped).toMatchObject({ code: 0, out: expect.stringContaining(waiting) })
    const shown = await webhook('show', id)
    expect(shown.out).toContain(`${waiting}: letto a mano`)
    const again = await webhook('skip', id, '--event', waiting, '--reason', 'di nuovo', ...ministry)
    expect(again).toMatchObject({ code: 2, err: expect.stringContaining(waiting) })
    const unreadable = await webhook('skip', id, '--event', 'tutti', '--reason', 'prova', ...ministry)
    expect(unreadable).toMatchObject({ code: 2, err: expect.stringContaining('tutti') })
  })
})

describe('a subscription', () => {
  it('is paused, resumed, given a new secret and ended', async () => {
    expect(await webhook('pause', id, ...ministry)).toMatchObject({ code: 0 })
    expect((await webhook('pause', id, '--json', ...ministry)).json()).toMatchObject({ changed: false })
    expect((await webhook('list')).out).toContain('sospeso')
    expect(await webhook('resume', id, ...ministry)).toMatchObject({ code: 0 })
    const rotated = (await webhook('rotate', id, '--json', ...ministry)).json()
    expect(rotated.secret).not.toBe(secret)
    receiver.answers(taken)
    await webhook('test', id)
    const one = receiver.received.at(-1)
    if (one === undefined) throw new Error('nothing arrived')
    for (const either of [secret, String(rotated.secret)]) expect(verified(one, either)).toEqual(one.event)
    expect(await webhook('end', id, ...ministry)).toMatchObject({ code: 0 })
    for (const verb of ['pause', 'resume', 'rotate', 'end', 'redrive']) {
      expect(await webhook(verb, id, ...ministry)).toMatchObject({
        code: 2,
        err: expect.stringContaining(id),
      })
    }
    expect(await webhook('test', id)).toMatchObject({ code: 2 })
  })

  it('that there is not is named, with those there are', async () => {
    const unknown = await webhook('show', 'webhook-niente')
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining(id) })
    expect(unknown.err).toContain('webhook-niente')
    expect(await webhook('pause', id)).toMatchObject({ code: 2, err: expect.stringContaining('--as') })
  })
})
