import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { Reference } from '../db/reference.ts'
import { type Chosen, type EventKey, redrive, skip } from '../db/webhooks/handling.ts'
import {
  addSubscription,
  type Doing,
  endSubscription,
  mostSubscriptions,
  type NewSubscription,
  rotateSecret,
  type Subscription,
  secretsOf,
  setState,
} from '../db/webhooks/subscriptions.ts'
import type { Actor } from '../domain/accord/parts.ts'
import { type TextKey, textOf } from '../domain/text/render.ts'
import { shownUrl, webhookUrl } from '../outbound/address.ts'
import { pingOf } from '../outbound/cloudEvent.ts'
import { webhookConfig } from '../outbound/config.ts'
import { send } from '../outbound/send.ts'
import { signed } from '../outbound/signed.ts'
import { eventTypes } from '../schemas/events.ts'
import { actorFrom } from './actor.ts'
import { defaultActor } from './config.ts'
import { isRegionName, regionCode } from './options.ts'
import { exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'
import { loadAccord } from './shared.ts'
import { existing, list, replyText, show } from './webhookViews.ts'

interface By {
  readonly as?: string
}

/** `webhook …`: who is told of events, and what has not arrived. */
export function addWebhooks(noun: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  const verb = (name: string) => noun.command(name).description(text(`cli.help-webhook-${name}` as TextKey))
  const one = (name: string) => verb(name).argument('<id>', text('cli.help-webhook-id'))
  const by = (command: Command) => command.option('--as <chi>', text('field.actor'))
  by(verb('add').argument('<url>', text('cli.help-webhook-url')))
    .option('--types <tipi>', text('cli.help-webhook-types'))
    .option('--region <codice>', text('cli.help-webhook-region'))
    .option('--programme <id>', text('cli.help-webhook-programme'))
    .option('--accord <id>', text('cli.help-webhook-accord'))
    .option('--from <start|now>', text('cli.help-webhook-from'), 'now')
    .action((url: string, given: AddOptions) => add(session, url, given))
  verb('list').action(() => list(session))
  one('show').action((id: string) => show(session, id))
  by(one('pause')).action((id: string, given: By) => change(session, id, 'paused', given))
  by(one('resume')).action((id: string, given: By) => change(session, id, 'active', given))
  one('test').action((id: string) => ping(session, id))
  by(one('redrive'))
    .option('--accord <id>', text('cli.help-webhook-redrive-accord'))
    .option('--event <accordo/versione>', text('cli.help-webhook-event'))
    .action((id: string, given: RedriveOptions) => runRedrive(session, id, given))
  by(one('skip'))
    .requiredOption('--event <accordo/versione>', text('cli.help-webhook-event'))
    .requiredOption('--reason <testo>', text('cli.help-webhook-reason'))
    .action((id: string, given: SkipOptions) => runSkip(session, id, given))
  by(one('rotate')).action((id: string, given: By) => rotate(session, id, given))
  by(one('end')).action((id: string, given: By) => end(session, id, given))
}

interface AddOptions extends By {
  readonly types?: string
  readonly region?: string
  readonly programme?: string
  readonly accord?: string
  readonly from: string
}

async function add(session: Session, url: string, given: AddOptions): Promise<void> {
  const { output } = session
  const actor = actorFrom(given.as ?? defaultActor())
  const { from } = given
  if (from !== 'start' && from !== 'now') throw new Problem('webhook.bad-from', { value: from })
  const wanted: NewSubscription = {
    ...{ url: checkedUrl(url), types: typesFrom(given.types), regionId: regionFrom(given.region, actor) },
    ...{ programmeId: await programmeFrom(session, given.programme), accordId: given.accord ?? null, from },
  }
  if (given.accord !== undefined) await loadAccord(session, given.accord)
  const made = await addSubscription(session.writer(), wanted, doingBy(session, actor))
  if (made === undefined) throw new Problem('webhook.too-many', { most: mostSubscriptions })
  output.document({ outcome: 'accepted', id: made.subscriptionId, secret: made.secret })
  output.say('webhook.added', { id: made.subscriptionId, url: shownUrl(wanted.url) })
  output.say('webhook.secret', { secret: made.secret })
}

function checkedUrl(text: string): string {
  const url = webhookUrl(text, webhookConfig().allowPrivate)
  if (typeof url !== 'string') return url.href
  throw new Problem(`webhook.url.${url}`, { value: shownUrl(text) })
}

function typesFrom(given: string | undefined): string[] | null {
  if (given === undefined) return null
  const types = [...new Set(given.split(',').map((type) => type.trim()))]
  const unknown = types.find((type) => !(eventTypes as readonly string[]).includes(type))
  if (unknown === undefined) return types
  throw new Problem('webhook.unknown-type', { value: unknown, values: eventTypes.join(', ') })
}

/** A Region is told of its own accords only. */
function regionFrom(given: string | undefined, actor: Actor): string | null {
  if (given !== undefined && !isRegionName(given)) throw new Problem('webhook.bad-region', { value: given })
  const regionId = given === undefined ? undefined : regionCode(given)
  if (actor.role !== 'region') return regionId ?? null
  if (regionId !== undefined && regionId !== actor.regionId) {
    throw new Problem('webhook.not-your-region', { value: given ?? '', regionId: actor.regionId })
  }
  return actor.regionId
}

async function programmeFrom(session: Session, given: string | undefined): Promise<string | null> {
  if (given === undefined) return null
  const { programmes } = await new Reference(session.reader()).latestContext()
  if (Object.hasOwn(programmes, given)) return given
  const values = Object.keys(programmes).join(', ') || '—'
  throw new Problem('webhook.no-such-programme', { value: given, values })
}

/** The subscription, where whoever acts may change it; ended ones nobody can. */
async function changeable(
  session: Session,
  id: string,
  given: By,
): Promise<{ readonly subscription: Subscription; readonly doing: Doing }> {
  const actor = actorFrom(given.as ?? defaultActor())
  const { subscription } = await existing(session, id)
  if (actor.role === 'region' && subscription.region_id !== actor.regionId) {
    throw new Problem('webhook.not-yours', { id, regionId: actor.regionId })
  }
  if (subscription.state === 'ended') throw new Problem('webhook.is-ended', { id })
  return { subscription, doing: doingBy(session, actor) }
}

function doingBy(session: Session, { role, id }: Actor): Doing & { readonly by: string } {
  return { by: `${role}:${id}`, now: session.now() }
}

async function change(session: Session, id: string, to: 'active' | 'paused', given: By): Promise<void> {
  const { output } = session
  const { doing } = await changeable(session, id, given)
  const changed = await setState(session.writer(), id, to, doing)
  output.document({ outcome: 'accepted', id, state: to, changed })
  output.say(changed ? `webhook.now-${to}` : `webhook.already-${to}`, { id })
}

/** Sent from here, now: it waits in no outbox. */
async function ping(session: Session, id: string): Promise<void> {
  const { output } = session
  const { subscription } = await existing(session, id)
  const { source, allowPrivate } = webhookConfig()
  const now = session.now()
  const secrets = await secretsOf(session.writer(), id, now)
  if (secrets.length === 0) throw new Problem('webhook.is-ended', { id })
  const event = pingOf(randomUUID(), source, now)
  const reply = await send(subscription.url, signed(event, secrets, now), { allowPrivate })
  const isTaken = 'status' in reply && reply.status >= 200 && reply.status < 300
  const found = 'status' in reply ? { status: reply.status } : { error: reply.error }
  output.document({ outcome: isTaken ? 'accepted' : 'fault', id, event: event.id, ...found })
  const answer = replyText(output.language, { status: null, error: null, ...found })
  output.say(isTaken ? 'webhook.ping-taken' : 'webhook.ping-failed', { event: event.id, answer })
  if (!isTaken) process.exitCode = exitCodes.fault
}

interface RedriveOptions extends By {
  readonly accord?: string
  readonly event?: string
}

async function runRedrive(session: Session, id: string, given: RedriveOptions): Promise<void> {
  const { output } = session
  const { subscription, doing } = await changeable(session, id, given)
  const chosen: Chosen = {
    ...(given.accord !== undefined && { accordId: given.accord }),
    ...(given.event !== undefined && eventKey(given.event)),
  }
  const done = await redrive(session.writer(), subscription, chosen, doing)
  output.document({ outcome: 'accepted', id, ...done })
  if (done.failed + done.retrying === 0) output.say('webhook.nothing-to-redrive', { id })
  else output.say('webhook.redriven', { ...done })
  if (subscription.state === 'paused') output.say('webhook.still-paused', { id })
}

interface SkipOptions extends By {
  readonly event: string
  readonly reason: string
}

async function runSkip(session: Session, id: string, given: SkipOptions): Promise<void> {
  const { output } = session
  const { subscription, doing } = await changeable(session, id, given)
  const key = eventKey(given.event)
  const reason = given.reason.trim().slice(0, 4_000)
  if (reason === '') throw new Problem('webhook.no-reason')
  const isSkipped = await skip(session.writer(), subscription, key, { ...doing, reason })
  if (!isSkipped) throw new Problem('webhook.nothing-to-skip', { id, value: given.event })
  output.document({ outcome: 'accepted', id, event: given.event })
  output.say('webhook.skipped', { value: given.event })
}

/** `accord/version`, as `webhook show` writes it. */
function eventKey(text: string): EventKey {
  const [, accordId, version] = /^([^/]+)\/([1-9]\d{0,8})$/.exec(text) ?? []
  if (accordId === undefined) throw new Problem('webhook.bad-event', { value: text })
  return { accordId, version: Number(version) }
}

async function rotate(session: Session, id: string, given: By): Promise<void> {
  const { output } = session
  const { doing } = await changeable(session, id, given)
  const made = await rotateSecret(session.writer(), id, doing)
  if (made === undefined) throw new Problem('webhook.is-ended', { id })
  output.document({ outcome: 'accepted', id, ...made })
  output.say('webhook.rotated', { id })
  output.say('webhook.secret', { secret: made.secret })
}

async function end(session: Session, id: string, given: By): Promise<void> {
  const { output } = session
  const { doing } = await changeable(session, id, given)
  await endSubscription(session.writer(), id, doing)
  output.document({ outcome: 'accepted', id, state: 'ended' })
  output.say('webhook.now-ended', { id })
}
