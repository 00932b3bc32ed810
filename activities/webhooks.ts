import type { Connection } from '../db/connect.ts'
import { UnreadableEvent } from '../db/eventCodec.ts'
import {
  type Delivery,
  eventOf,
  forgetOld,
  leaseDue,
  recordDelivered,
  recordFailure,
  release,
} from '../db/webhooks/deliveries.ts'
import { publishPage } from '../db/webhooks/publish.ts'
import { activeSubscriptions, type Subscription, secretsOf, setState } from '../db/webhooks/subscriptions.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { Resolve } from '../outbound/address.ts'
import { cloudEventOf } from '../outbound/cloudEvent.ts'
import type { WebhookConfig } from '../outbound/config.ts'
import { nextAttempt, retryAfterMs } from '../outbound/retries.ts'
import { type Reply, send } from '../outbound/send.ts'
import { signed } from '../outbound/signed.ts'
import { alive } from './collective.ts'

export interface WebhookDeps {
  readonly connection: Connection
  readonly webhooks: WebhookConfig & {
    readonly timeoutMs?: number
    readonly resolve?: Resolve
  }
  now(): Instant
}

/** Receivers served at once, deliveries leased for one, and how many of these are on their way at once. */
const receiversAtOnce = 4
const leasedAtOnce = 20
const sentAtOnce = 4
/** For one receiver in one batch: a slow one makes the others wait no longer. */
const batchMs = 30_000

export interface Sent {
  readonly published: number
  readonly delivered: number
  readonly failed: number
  readonly forgotten: number
  /** Something moved: there may be more. */
  readonly going: boolean
}

/**
 * Takes what is new into the outbox and sends what is due, for every active subscription. Two of them at once, or one
 * that died in the middle, make no disorder: what may have arrived is sent again under the same id.
 */
export async function webhookBatch(deps: WebhookDeps): Promise<Sent> {
  return alive(() => webhookPass(deps))
}

export async function webhookPass(deps: WebhookDeps): Promise<Sent> {
  const waiting = await activeSubscriptions(deps.connection)
  const all: Served[] = []
  const serveNext = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) all.push(await serve(deps, one))
  }
  await Promise.all(Array.from({ length: receiversAtOnce }, serveNext))
  const forgotten = await forgetOld(deps.connection, deps.now())
  const broken = all.find(({ fault }) => fault !== undefined)
  if (broken !== undefined) throw broken.fault
  const count = (what: 'published' | 'delivered' | 'failed') => all.reduce((sum, one) => sum + one[what], 0)
  return {
    published: count('published'),
    delivered: count('delivered'),
    failed: count('failed'),
    forgotten,
    going: all.some(({ going }) => going),
  }
}

interface Served {
  readonly published: number
  readonly delivered: number
  readonly failed: number
  readonly going: boolean
  /** What kept the feed from being read. */
  readonly fault: unknown
}

async function serve(deps: WebhookDeps, subscription: Subscription): Promise<Served> {
  const { connection, now } = deps
  const { subscription_id: id } = subscription
  // A feed that cannot be read, as by a worker older than its events, keeps nothing from going out that is in the outbox.
  const { published, going, fault } = await publishPage(connection, id, now()).catch((fault: unknown) => ({
    ...{ published: 0, going: false, fault },
  }))
  const until = Date.parse(now()) + batchMs
  const count = { delivered: 0, failed: 0 }
  let isAway = false
  let isDone = false
  while (!isAway && !isDone && Date.parse(now()) < until) {
    const due = await leaseDue(connection, id, now(), leasedAtOnce)
    isDone = due.length === 0
    for (let at = 0; at < due.length; at += sentAtOnce) {
      if (isAway) {
        await release(connection, due.slice(at))
        break
      }
      const outcomes = await Promise.all(
        due.slice(at, at + sentAtOnce).map((one) => deliver(deps, subscription, one)),
      )
      count.delivered += outcomes.filter((outcome) => outcome === 'delivered').length
      count.failed += outcomes.filter((outcome) => outcome !== 'delivered').length
      isAway = outcomes.includes('away')
    }
  }
  return { published, ...count, going: !isAway && (going || !isDone), fault }
}

/** `away`: the receiver does not answer or asks for peace, and is left alone until the next pass. */
type Outcome = 'delivered' | 'failed' | 'away'

async function deliver(deps: WebhookDeps, subscription: Subscription, one: Delivery): Promise<Outcome> {
  const { connection, now } = deps
  const reply = await post(deps, subscription, one)
  if ('status' in reply && reply.status >= 200 && reply.status < 300) {
    await recordDelivered(connection, one, reply.status, now())
    return 'delivered'
  }
  const patience = 'status' in reply ? retryAfterMs(reply.retryAfter, now()) : 0
  const nextAt = nextAttempt(one.attempts + 1, now(), Math.random(), patience)
  const isGone = 'status' in reply && reply.status === 410
  // Gone is said of the receiver, not of this event, which waits for the subscription to be resumed.
  const stamp = { now: now(), nextAt: isGone ? now() : nextAt }
  await recordFailure(connection, one, failureOf(reply), stamp)
  if (isGone) {
    await setState(connection, one.subscription_id, 'paused', { by: null, now: now(), because: 'gone' })
  }
  return isAway(reply) ? 'away' : 'failed'
}

async function post(
  { connection, webhooks, now }: WebhookDeps,
  { subscription_id: id, url }: Subscription,
  one: Delivery,
): Promise<Reply> {
  try {
    const event = cloudEventOf(await eventOf(connection, one), webhooks.source)
    const secrets = await secretsOf(connection, id, now())
    // Ended while this was on its way.
    if (secrets.length === 0) return { error: 'ended' }
    return await send(url, signed(event, secrets, now()), webhooks)
  } catch (error) {
    if (error instanceof UnreadableEvent) return { error: 'unreadable' }
    throw error
  }
}

function failureOf(reply: Reply): { status?: number; error?: string } {
  if ('error' in reply) return { error: reply.error }
  const isRedirect = reply.status >= 300 && reply.status < 400
  return { status: reply.status, ...(isRedirect && { error: 'redirect' }) }
}

function isAway(reply: Reply): boolean {
  if ('error' in reply) return reply.error !== 'unreadable'
  return [410, 429, 503].includes(reply.status)
}
