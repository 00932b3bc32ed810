import type { Kysely, Transaction } from 'kysely'
import { fold } from '../../domain/decider.ts'
import { programmeDecider } from '../../domain/programme/decide.ts'
import type { RecordedProgrammeEvent } from '../../domain/programme/events.ts'
import { initialProgramme, type ProgrammeState } from '../../domain/programme/state.ts'
import { chained } from '../chain.ts'
import type { Connection } from '../connect.ts'
import type { Database } from '../database.ts'
import { firstHash } from '../eventCodec.ts'
import { decodeProgramme, encodeProgramme, streamName } from './codec.ts'

type Db = Kysely<Database> | Transaction<Database>

export interface LoadedProgramme {
  readonly state: ProgrammeState
  readonly events: readonly RecordedProgrammeEvent[]
  readonly headHash: Buffer
}

/** The events of a programme as they are stored, the first one first. */
export function storedEvents(db: Db, programmeId: string) {
  return db
    .selectFrom('programme_events')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('version')
    .execute()
}

type StoredEvents = Awaited<ReturnType<typeof storedEvents>>

/** The programme as its events left it. Throws UnreadableEvent for an event this accordi cannot read. */
export async function loadProgramme(db: Db, programmeId: string): Promise<LoadedProgramme> {
  return foldProgramme(programmeId, await storedEvents(db, programmeId))
}

export function foldProgramme(programmeId: string, rows: StoredEvents): LoadedProgramme {
  const events = rows.map((row) => decodeProgramme(programmeId, row))
  const state = fold(programmeDecider.evolve, initialProgramme, events)
  return { state, events, headHash: rows.at(-1)?.hash ?? firstHash }
}

/** Every programme that has a stream, in the order of their ids. */
export async function programmeIds({ db }: Connection): Promise<string[]> {
  const rows = await db
    .selectFrom('programme_streams')
    .select('programme_id')
    .orderBy('programme_id')
    .execute()
  return rows.map(({ programme_id }) => programme_id)
}

/**
 * Appends to a stream whose row the transaction has locked, so that versions have no gaps and nobody
 * decides on a state that is no more.
 */
export async function appendProgramme(
  trx: Transaction<Database>,
  programmeId: string,
  before: LoadedProgramme,
  events: readonly RecordedProgrammeEvent[],
): Promise<void> {
  const stored = events.map((event) => ({ stored: encodeProgramme(event), on: event.act.on.date }))
  const rows = chained(streamName(programmeId), before.headHash, stored)
  const head_hash = rows.at(-1)?.hash ?? before.headHash
  const version = before.state.version + events.length
  await trx
    .insertInto('programme_streams')
    .values({ programme_id: programmeId, version, head_hash })
    .onConflict((conflict) => conflict.column('programme_id').doUpdateSet({ version, head_hash }))
    .execute()
  await trx
    .insertInto('programme_events')
    .values(
      rows.map((row) => ({
        ...row,
        programme_id: programmeId,
        data: JSON.stringify(row.data),
        act: JSON.stringify(row.act),
        notices: JSON.stringify(row.notices),
      })),
    )
    .execute()
}
