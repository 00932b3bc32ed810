import { Webhook } from 'standardwebhooks'
import type { Instant } from '../domain/time/instant.ts'
import type { CloudEvent } from './cloudEvent.ts'

export interface Message {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * The event with the headers of Standard Webhooks: one signature per secret, so that a receiver that has the old one
 * and a receiver that has the new one both take it. `secrets` has at least one.
 */
export function signed(event: CloudEvent, secrets: readonly string[], now: Instant): Message {
  const body = JSON.stringify(event)
  const sentAt = new Date(now)
  const id = messageId(event.id)
  return {
    body,
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'accordi',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
      'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, sentAt, body)).join(' '),
    },
  }
}

/** What is signed is `id.timestamp.body`: the id has no dot. No accord's id has a tilde, so two never become one. */
export function messageId(eventId: string): string {
  return eventId.replaceAll('.', '~')
}
