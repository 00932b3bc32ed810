import { executeCommand } from '../../activities/executeCommand.ts'
import { type WebhookDeps, webhookPass } from '../../activities/webhooks.ts'
import { addSubscription, type NewSubscription } from '../../db/webhooks/subscriptions.ts'
import type { CommandRequest } from '../../domain/accord/commands.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { TestDatabase } from './database.ts'
import { depsOn } from './deps.ts'

const everything = { types: null, regionId: null, programmeId: null, accordId: null, from: 'start' } as const

/** Subscriptions and their outbox on a real database, at a moment that the spec can move on. */
export function webhooking(database: TestDatabase) {
  const connection = database.as('accordi_app', { max: 12 })
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs).toISOString() as Instant
  const webhooks = { source: 'urn:accordi:prova', allowPrivate: true, timeoutMs: 1_000 }
  const deps: WebhookDeps = { connection, webhooks, now }
  const acting = depsOn(connection)
  const by = 'ministry:prova'
  return {
    connection,
    deps,
    now,
    doing: () => ({ by, now: now() }),
    later(ms: number) {
      aheadMs += ms
    },
    /** Back to the real time: signatures are verified by it. */
    present() {
      aheadMs = 0
    },
    async act(request: CommandRequest) {
      const { answer } = await executeCommand(acting, {
        accordId: request.accordId,
        request,
        knownVersion: 0,
      })
      if (answer.outcome !== 'accepted') throw new Error(JSON.stringify(answer))
    },
    async subscribe(url: string, change: Partial<NewSubscription> = {}) {
      const made = await addSubscription(connection, { url, ...everything, ...change }, { by, now: now() })
      if (made === undefined) throw new Error('as many subscriptions as there may be')
      return made
    },
    pass: () => webhookPass(deps),
    /** Until nothing moves any more, as the workflow does. */
    async passes() {
      for (let at = 0; at < 50; at++) {
        const { going } = await webhookPass(deps)
        if (!going) return
      }
      throw new Error('still going after 50 batches')
    },
    /** `3 pending 1 503`: version, state, attempts and what came back, for each of an accord, in order. */
    async outbox(subscriptionId: string, accordId: string) {
      const rows = await connection.db
        .selectFrom('webhook_deliveries')
        .selectAll()
        .where('subscription_id', '=', subscriptionId)
        .where('accord_id', '=', accordId)
        .orderBy('version')
        .execute()
      return rows.map((row) =>
        [row.version, row.state, row.attempts, row.last_status ?? row.last_error]
          .filter((part) => part !== null)
          .join(' '),
      )
    },
    /** How many events the accord has. */
    async versions(accordId: string) {
      const { rows } = await connection.pool.query('select version from streams where accord_id = $1', [
        accordId,
      ])
      return Number(rows[0]?.version)
    },
  }
}
