import type { Pool } from 'pg'
import type { RecordedEvent } from '../domain/accord/events.ts'
import type { Refusal } from '../domain/accord/refusals.ts'
import { type Accord, type AccordState, isFinished } from '../domain/accord/state.ts'
import type { Notice } from '../domain/decider.ts'
import { chained } from './chain.ts'
import { decode, encode, firstHash } from './eventCodec.ts'
import { appendSql, loadSql, logSql } from './eventStoreSql.ts'
import { overviewRow } from './readModels/overview.ts'
import { rowModels } from './readModels/rowModels.ts'

/** A command as the log keeps it, with what became of it. */
export interface CommandRecord {
  readonly command_id: string
  readonly region_id: string | null
  readonly type: string
  readonly body: unknown
  readonly body_hash: string
  readonly received_at: string
  readonly recorded_at: string
  readonly outcome: 'accepted' | 'refused'
  readonly refusal: Refusal | null
  readonly notices: readonly Notice[]
  readonly from_version: number | null
  readonly to_version: number | null
}

export interface LoadedStream {
  /** The events after the version that was asked for. */
  readonly events: readonly RecordedEvent[]
  /** The hash that the first of these events follows; undefined where there is no event. */
  readonly follows: Buffer | undefined
  /** The stream's last version and its hash; version 0 where there is no stream. */
  readonly head: { readonly version: number; readonly hash: Buffer }
  /** The recorded outcome, where this command id was seen before. */
  readonly known: CommandRecord | undefined
}

/**
 * Reads a stream after a version (0: whole) and, in the same round trip, what is known of one command
 * id. Throws UnreadableEvent for an event this version of accordi cannot read, and pg's errors.
 */
export async function load(
  pool: Pool,
  accordId: string,
  commandId: string,
  afterVersion = 0,
): Promise<LoadedStream> {
  const { rows } = await pool.query({
    name: 'accordi-load',
    text: loadSql,
    values: [accordId, commandId, afterVersion],
  })
  const [first] = rows
  return {
    events: rows.filter((row) => row.version !== null).map((row) => decode(accordId, row)),
    follows: first?.prev_hash ?? undefined,
    head: { version: first?.head_version ?? 0, hash: first?.head_hash ?? firstHash },
    known: first?.known ?? undefined,
  }
}

export interface Append {
  readonly accordId: string
  readonly before: {
    readonly version: number
    readonly headHash: Buffer
    /** As it was loaded: only the rows that differ from it are written. */
    readonly state: AccordState
  }
  readonly state: Accord
  readonly events: readonly RecordedEvent[]
  readonly commands: readonly CommandRecord[]
}

export type Appended =
  | { readonly outcome: 'appended'; readonly headHash: Buffer }
  | { readonly outcome: 'conflict' }

/**
 * Appends events, the read models they change and the commands that caused them: one statement, so
 * one transaction in one round trip. `conflict` means the stream moved on since it was loaded (or
 * the same command was recorded meanwhile) and nothing was written: load and decide again.
 */
export async function append(pool: Pool, write: Append): Promise<Appended> {
  const { accordId, before, state, events, commands } = write
  const rows = rowsOf(accordId, before.headHash, events)
  const head = rows.at(-1)?.hash ?? before.headHash.toString('hex')
  const outcome = await once(pool, {
    name: 'accordi-append',
    text: appendSql,
    values: [
      accordId,
      state.regionId,
      state.version,
      head,
      isFinished(state),
      before.version,
      JSON.stringify(rows),
      JSON.stringify(commands),
      JSON.stringify(overviewRow(state)),
      ...rowModels.map((model) => JSON.stringify(model.rows(before.state, state))),
    ],
  })
  return outcome === 'conflict' ? { outcome } : { outcome, headHash: Buffer.from(head, 'hex') }
}

/** Records commands that changed nothing: refusals, and acts that found the world already so. */
export function log(pool: Pool, accordId: string, commands: readonly CommandRecord[]) {
  const values = [accordId, JSON.stringify(commands)]
  return once(pool, { name: 'accordi-log', text: logSql, values })
}

const uniqueViolation = '23505'

async function once(
  pool: Pool,
  query: { name: string; text: string; values: unknown[] },
): Promise<'appended' | 'conflict'> {
  try {
    const { rows } = await pool.query(query)
    return rows[0]?.written > 0 ? 'appended' : 'conflict'
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === uniqueViolation) return 'conflict'
    throw error
  }
}

/** The rows as the append's statement reads them: JSON has no bytes. */
function rowsOf(accordId: string, headHash: Buffer, events: readonly RecordedEvent[]) {
  const stored = events.map((event) => ({ stored: encode(event), on: event.act.on.date }))
  return chained(accordId, headHash, stored).map((row) => ({
    ...row,
    prev_hash: row.prev_hash.toString('hex'),
    hash: row.hash.toString('hex'),
  }))
}
