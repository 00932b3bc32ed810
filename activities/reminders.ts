import type { Connection } from '../db/connect.ts'
import { readFeed } from '../db/feed.ts'
import type { Reference } from '../db/reference.ts'
import { type Claimed, claimDue, collapseLate } from '../db/reminders/claim.ts'
import { cursorOf, moveCursor } from '../db/reminders/cursor.ts'
import type { Claim } from '../db/reminders/letters.ts'
import { withdrawStale } from '../db/reminders/notices.ts'
import { nothingPlanned, type Planned, planAccord } from '../db/reminders/plan.ts'
import { chunks } from '../domain/chunks.ts'
import type { Instant } from '../domain/time/instant.ts'

export interface ReminderDeps {
  readonly connection: Connection
  readonly reference: Reference
  now(): Instant
}

/** Events per batch, and accords planned at once: each holds two connections. */
const feedBatch = 500
const atOnce = 4
const cursor = 'reminders'

/**
 * Plans the reminders of the accords that the next events of the feed changed. The cursor moves when all of them
 * are planned: after a crash they are planned again, and nothing is planned twice.
 */
export async function planBatch(deps: ReminderDeps): Promise<Planned & { readonly going: boolean }> {
  const { connection } = deps
  const items = await readFeed(connection, await cursorOf(connection, cursor), feedBatch)
  const last = items.at(-1)
  if (last === undefined) return { ...nothingPlanned, going: false }
  const accordIds = [...new Set(items.map(({ event }) => event.accordId))]
  const planned = await planAccords(deps, accordIds)
  await moveCursor(connection, cursor, last.at, deps.now())
  return { ...planned, going: items.length === feedBatch }
}

async function planAccords(deps: ReminderDeps, accordIds: readonly string[]): Promise<Planned> {
  const { connection, reference } = deps
  const { calendars } = await reference.latestContext()
  let all = nothingPlanned
  for (const some of chunks(accordIds, atOnce)) {
    const planned = await Promise.all(some.map((id) => planAccord(connection, id, calendars, deps.now())))
    all = planned.reduce(sum, all)
  }
  return all
}

function sum(a: Planned, b: Planned): Planned {
  return {
    added: a.added + b.added,
    changed: a.changed + b.changed,
    rearmed: a.rearmed + b.rearmed,
    cancelled: a.cancelled + b.cancelled,
  }
}

/** Turns what is due into mails; `rows` is 0 once nothing is left. */
export async function composeBatch(
  { connection, now }: ReminderDeps,
  claim: Omit<Claim, 'now'>,
): Promise<Claimed> {
  await withdrawStale(connection, now())
  await collapseLate(connection, now())
  return claimDue(connection, { ...claim, now: now() })
}
