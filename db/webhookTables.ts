import type { ColumnType, Generated } from 'kysely'

/** Where events are sent, which of them, and how far the feed has been read for it. */
export interface WebhookSubscriptionsTable {
  subscription_id: string
  url: string
  /** Null: every type. */
  types: readonly string[] | null
  region_id: string | null
  programme_id: string | null
  accord_id: string | null
  state: 'active' | 'paused' | 'ended'
  /** Why it is paused: `asked`, or `gone` where the receiver answered 410. */
  reason: 'asked' | 'gone' | null
  xid: string
  position: number
  created_at: string
  /** As `role:id`. */
  created_by: string
  changed_at: string
}

/** One without an end signs; one with an end signs beside it until then. */
export interface WebhookSecretsTable {
  secret_id: ColumnType<number, never, never>
  subscription_id: string
  secret: string
  made_at: string
  valid_until: string | null
}

export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'skipped'

/** One event for one subscription. What is sent is made from the event when it is sent. */
export interface WebhookDeliveriesTable {
  subscription_id: string
  accord_id: string
  version: number
  type: string
  region_id: string
  state: DeliveryState
  attempts: Generated<number>
  next_at: string
  /** Whoever sends it now has it until then. */
  leased_until: string | null
  last_status: number | null
  /** A code: `timeout`, `redirect`, `ECONNREFUSED`; never what a receiver wrote. */
  last_error: string | null
  created_at: string
  tried_at: string | null
  settled_at: string | null
}

export type WebhookDeed = 'created' | 'paused' | 'resumed' | 'rotated' | 'redriven' | 'skipped' | 'ended'

/** What was done with a subscription, by whom and why; append-only. */
export interface WebhookNotesTable {
  note_id: ColumnType<number, never, never>
  subscription_id: string
  region_id: string | null
  at: string
  what: WebhookDeed
  /** As `role:id`; null where accordi did. */
  by_actor: string | null
  about: string | null
  reason: string | null
}

export interface WebhookDatabase {
  webhook_subscriptions: WebhookSubscriptionsTable
  webhook_secrets: WebhookSecretsTable
  webhook_deliveries: WebhookDeliveriesTable
  webhook_notes: WebhookNotesTable
}
