import type { Delivery } from '../db/webhooks/deliveries.ts'
import { type Backlog, backlogs, notesOf, troubles } from '../db/webhooks/handling.ts'
import type { Subscription } from '../db/webhooks/subscriptions.ts'
import { formatInstant } from '../domain/text/format.ts'
import { hasText, type Language, textOf } from '../domain/text/render.ts'
import type { Instant } from '../domain/time/instant.ts'
import { shownUrl } from '../outbound/address.ts'
import { table } from './output.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'
import { wrapped } from './shared.ts'

const zone = 'Europe/Rome'
/** Ended ones are kept and shown after the others; of troubles and notes, the last. */
const mostShown = 200
const lastShown = 20

/** A Problem where there is none of this id. */
export async function existing(session: Session, id: string): Promise<Backlog> {
  const [found] = await backlogs(session.reader(), { id, limit: 1 })
  if (found !== undefined) return found
  const all = await backlogs(session.reader(), { limit: mostShown })
  const values = all.map(({ subscription }) => subscription.subscription_id).join(', ') || '—'
  throw new Problem('webhook.no-such', { value: id, values })
}

export async function list(session: Session): Promise<void> {
  const { output } = session
  const all = await backlogs(session.reader(), { limit: mostShown })
  output.document({ items: all.map(backlogJson) })
  if (all.length === 0) return output.say('webhook.none')
  table(
    output,
    [
      ...(['webhook.head.id', 'webhook.head.url', 'webhook.head.what', 'webhook.head.state'] as const),
      ...(['webhook.head.pending', 'webhook.head.failed'] as const),
    ],
    all.map(({ subscription, pending, failed }) => [
      subscription.subscription_id,
      wrapped(shownUrl(subscription.url), 44),
      wrapped(scopeText(output.language, subscription), 30),
      stateText(output.language, subscription),
      String(pending),
      String(failed),
    ]),
  )
}

export async function show(session: Session, id: string): Promise<void> {
  const { output, reader } = session
  const { language } = output
  const found = await existing(session, id)
  const failures = await troubles(reader(), id, lastShown)
  const notes = await notesOf(reader(), id, lastShown)
  output.document({
    ...backlogJson(found),
    troubles: failures.map(troubleJson),
    notes: notes.map(({ by_actor, ...rest }) => ({ ...rest, by: by_actor })),
  })
  const { subscription, pending, blocked, failed, delivered, oldestAt, lastDeliveredAt } = found
  output.say('webhook.is', { id, url: shownUrl(subscription.url), state: stateText(language, subscription) })
  output.say('webhook.is-told', { what: scopeText(language, subscription) })
  output.say('webhook.backlog', { pending, blocked, failed, delivered })
  if (oldestAt !== null) output.say('webhook.oldest', { at: when(language, oldestAt) })
  if (lastDeliveredAt !== null) output.say('webhook.last', { at: when(language, lastDeliveredAt) })
  if (failures.length > 0) showTroubles(session, failures)
  if (failed > 0) output.say('webhook.what-to-do', { id })
  for (const { at, what, by_actor, about, reason } of notes) {
    const params = { at: when(language, at), by: by_actor ?? 'accordi' }
    const details = [about, reason].filter((part) => part !== null).join(': ')
    output.line(`${textOf(language, `webhook.note.${what}`, params)}${details && ` (${details})`}`)
  }
}

function showTroubles({ output }: Session, failures: readonly Delivery[]): void {
  const { language } = output
  output.line('')
  table(
    output,
    [
      ...([
        'webhook.head.event',
        'webhook.head.type',
        'webhook.head.state',
        'webhook.head.attempts',
      ] as const),
      ...(['webhook.head.answer', 'webhook.head.next'] as const),
    ],
    failures.map((one) => [
      `${one.accord_id}/${one.version}`,
      one.type,
      textOf(language, `webhook.delivery.${one.state}`),
      String(one.attempts),
      wrapped(replyText(language, { status: one.last_status, error: one.last_error }), 40),
      one.state === 'failed' ? '—' : when(language, one.next_at),
    ]),
  )
  output.line('')
}

/** What a receiver answered, or why it could not. */
export function replyText(
  language: Language,
  { status, error }: { readonly status: number | null; readonly error: string | null },
): string {
  const key = `webhook.error.${error}`
  if (error !== null && hasText(key)) return textOf(language, key, { status: status ?? '—' })
  if (error !== null) return textOf(language, 'webhook.error.other', { code: error })
  return textOf(language, 'webhook.error.status', { status: status ?? '—' })
}

function stateText(language: Language, { state, reason }: Subscription): string {
  return textOf(language, reason === 'gone' ? 'webhook.state.gone' : `webhook.state.${state}`)
}

function scopeText(language: Language, { types, region_id, programme_id, accord_id }: Subscription): string {
  const parts = [
    types === null ? textOf(language, 'webhook.all-types') : types.join(', '),
    region_id === null ? '' : textOf(language, 'webhook.of-region', { regionId: region_id }),
    programme_id === null ? '' : textOf(language, 'webhook.of-programme', { programmeId: programme_id }),
    accord_id === null ? '' : textOf(language, 'webhook.of-accord', { accordId: accord_id }),
  ]
  return parts.filter((part) => part !== '').join('; ')
}

function when(language: Language, at: string): string {
  return formatInstant(language, at as Instant, zone)
}

/** The shape that `--json` promises. The secret is never part of it. */
function backlogJson({ subscription, ...counts }: Backlog) {
  return {
    id: subscription.subscription_id,
    url: shownUrl(subscription.url),
    types: subscription.types,
    region: subscription.region_id,
    programme: subscription.programme_id,
    accord: subscription.accord_id,
    state: subscription.state,
    reason: subscription.reason,
    createdAt: subscription.created_at,
    createdBy: subscription.created_by,
    ...counts,
  }
}

function troubleJson(one: Delivery) {
  return {
    event: `${one.accord_id}/${one.version}`,
    type: one.type,
    state: one.state,
    attempts: one.attempts,
    status: one.last_status,
    error: one.last_error,
    triedAt: one.tried_at,
    nextAt: one.state === 'failed' ? null : one.next_at,
  }
}
