import { type Selectable, sql, type Transaction } from 'kysely'
import type { Accord } from '../../domain/accord/state.ts'
import {
  desiredSteps,
  knownSince,
  type LedgerRow,
  type LedgerStep,
  type Replan,
  replan,
} from '../../domain/reminders/ledger.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import type { Instant } from '../../domain/time/instant.ts'
import type { Connection } from '../connect.ts'
import type { Database } from '../database.ts'
import { load } from '../eventStore.ts'

/** How many rows of the ledger one planning added, changed, armed again and cancelled. */
export interface Planned {
  readonly added: number
  readonly changed: number
  readonly rearmed: number
  readonly cancelled: number
}

export const nothingPlanned: Planned = { added: 0, changed: 0, rearmed: 0, cancelled: 0 }

/**
 * Brings the ledger of one accord to what its record wants, in one transaction. One planner at a time for each
 * accord, and the record is read after the lock was had: a planner that was slower writes nothing older.
 */
export async function planAccord(
  connection: Connection,
  accordId: string,
  calendars: Readonly<Record<string, Calendar>>,
  now: Instant,
): Promise<Planned> {
  return connection.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`reminders ${accordId}`}, 0))`.execute(trx)
    const { events } = await load(connection.pool, accordId, '', 0)
    const known = knownSince(events)
    const { state } = known
    if (state.phase === 'absent') return nothingPlanned
    const desired = desiredSteps(known, { calendars }, now)
    const plan = replan(await rowsOf(trx, accordId), desired, state, now)
    await write(trx, state, plan, now)
    return {
      added: plan.add.length,
      changed: plan.change.length,
      rearmed: plan.rearm.length,
      cancelled: plan.cancel.length,
    }
  })
}

interface StoredRow extends LedgerRow {
  readonly id: number
}

async function rowsOf(trx: Transaction<Database>, accordId: string): Promise<StoredRow[]> {
  const rows = await trx.selectFrom('reminders').selectAll().where('accord_id', '=', accordId).execute()
  return rows.map(storedRow)
}

/** What was written from a LedgerStep, read back. */
function storedRow(row: Selectable<Database['reminders']>): StoredRow {
  return {
    id: row.reminder_id,
    deadlineId: row.deadline_id,
    revision: row.revision,
    step: row.step,
    recipient: row.recipient,
    kind: row.kind,
    on: row.on_day,
    at: row.at,
    about: row.about,
    dueOn: row.due_on,
    urgent: row.urgent,
    state: row.state,
  } as StoredRow
}

async function write(
  trx: Transaction<Database>,
  accord: Accord,
  { add, change, rearm, cancel }: Replan<StoredRow>,
  now: Instant,
): Promise<void> {
  const again = [...change, ...rearm]
  const held = await heldDays(trx, [...add, ...again.map(({ step }) => step)])
  const stateOn = (day: string) =>
    held.has(day)
      ? ({ state: 'held', reason: 'day' } as const)
      : ({ state: 'planned', reason: null } as const)
  if (add.length > 0) {
    const { accordId: accord_id, regionId: region_id, rules } = accord
    const common = { accord_id, region_id, programme_id: rules.programmeId, changed_at: now }
    await trx
      .insertInto('reminders')
      .values(add.map((step) => ({ ...common, ...columnsOf(step), ...stateOn(step.on) })))
      .execute()
  }
  for (const { row, step } of again) {
    const isRearmed = row.state === 'cancelled'
    await trx
      .updateTable('reminders')
      .set({ ...columnsOf(step), ...(isRearmed || held.has(step.on) ? stateOn(step.on) : {}) })
      .set({ by_actor: null, try_at: null, changed_at: now })
      .where('reminder_id', '=', row.id)
      .execute()
  }
  for (const [reason, rows] of Map.groupBy(cancel, (one) => one.reason)) {
    await trx
      .updateTable('reminders')
      .set({ state: 'cancelled', reason, by_actor: null, changed_at: now })
      .where(
        'reminder_id',
        'in',
        rows.map(({ row }) => row.id),
      )
      .execute()
  }
}

async function heldDays(trx: Transaction<Database>, steps: readonly LedgerStep[]): Promise<Set<string>> {
  const days = [...new Set(steps.map(({ on }) => on))]
  if (days.length === 0) return new Set()
  const rows = await trx.selectFrom('held_days').select('day').where('day', 'in', days).execute()
  return new Set(rows.map(({ day }) => day))
}

function columnsOf({
  deadlineId,
  revision,
  step,
  recipient,
  kind,
  on,
  at,
  about,
  dueOn,
  urgent,
}: LedgerStep) {
  return {
    ...{ deadline_id: deadlineId, revision, step, recipient, kind, on_day: on, at, about, due_on: dueOn },
    urgent,
  }
}
