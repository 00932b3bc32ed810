import { sql, type Transaction } from 'kysely'
import { fold } from '../../domain/decider.ts'
import { type CohortFound, chooseCohort } from '../../domain/programme/cohort.ts'
import type { ProgrammeCommand } from '../../domain/programme/commands.ts'
import { type ProgrammeContext, programmeDecider } from '../../domain/programme/decide.ts'
import type { RecordedProgrammeEvent } from '../../domain/programme/events.ts'
import { type ProgrammeRefusal, refuseProgramme } from '../../domain/programme/refusals.ts'
import { isOpenAct, type Programme, type ProgrammeState } from '../../domain/programme/state.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { bodyHash } from '../../schemas/bodyHash.ts'
import type { Connection } from '../connect.ts'
import type { Database } from '../database.ts'
import { storeProgramme } from '../reference.ts'
import { streamName } from './codec.ts'
import {
  accordsOf,
  candidatesOf,
  insertItems,
  insertRevocation,
  overlapsWith,
  recordItems,
  retryItems,
} from './items.ts'
import { appendProgramme, type LoadedProgramme, loadProgramme } from './store.ts'

export type ProgrammeAnswer = { readonly commandId: string; readonly repeated: boolean } & (
  | {
      readonly outcome: 'accepted'
      readonly events: readonly RecordedProgrammeEvent[]
      readonly state: ProgrammeState
    }
  | { readonly outcome: 'refused'; readonly refusal: ProgrammeRefusal }
)

type Trx = Transaction<Database>

/** Enough for a cohort of tens of thousands of accords to be read and written down on a busy machine. */
const longestMs = 120_000

/**
 * Judges one command of a programme and records what became of it, in one transaction, exactly once per
 * command id. Programmes are few and change seldom: one at a time, under a lock of their own, no workflow.
 * `request` is the command as it came, kept in the log.
 */
export function executeProgramme(
  { db }: Connection,
  command: ProgrammeCommand,
  request: object,
  recordedAt: Instant,
): Promise<ProgrammeAnswer> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('statement_timeout', ${String(longestMs)}, true)`.execute(trx)
    await lock(trx, command.programmeId)
    const before = await loadProgramme(trx, command.programmeId)
    const known = await knownAnswer(trx, command, request, before)
    if (known !== undefined) return known
    const found = await cohortOf(trx, command)
    const context = await contextOf(trx, command, before.state, found)
    const decision = programmeDecider.decide(command, before.state, context)
    const { commandId, programmeId, act } = command
    if (decision.outcome === 'refused') {
      await log(trx, command, request, recordedAt, { refusal: decision.refusal })
      return { outcome: 'refused', commandId, refusal: decision.refusal, repeated: false }
    }
    const events = decision.events.map((event, index) => ({
      ...event,
      ...{ programmeId, commandId, act, recordedAt, version: before.state.version + index + 1 },
    }))
    const state = fold(programmeDecider.evolve, before.state, events)
    if (events.length > 0) {
      await appendProgramme(trx, programmeId, before, events)
      for (const event of events) await project(trx, event, state, found)
    }
    const versions = events.length > 0 ? { from: before.state.version + 1, to: state.version } : undefined
    await log(trx, command, request, recordedAt, { versions })
    return { outcome: 'accepted', commandId, events, state, repeated: false }
  })
}

/** One command of a programme at a time, also the first one, when there is no row to lock. */
async function lock(trx: Trx, programmeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${streamName(programmeId)}, 0))`.execute(trx)
}

/** The answer given before to this id; another body under the same id is refused. */
async function knownAnswer(
  trx: Trx,
  { programmeId, commandId }: ProgrammeCommand,
  request: object,
  { events, state }: LoadedProgramme,
): Promise<ProgrammeAnswer | undefined> {
  const known = await trx
    .selectFrom('programme_commands')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('command_id', '=', commandId)
    .executeTakeFirst()
  if (known === undefined) return undefined
  if (known.body_hash !== bodyHash(request)) {
    return { ...refuseProgramme('programme-command-reused', { commandId }), commandId, repeated: true }
  }
  if (known.refusal !== null) return { outcome: 'refused', commandId, refusal: known.refusal, repeated: true }
  const { from_version: from, to_version: to } = known
  const its = events.filter(({ version }) => from !== null && to !== null && version >= from && version <= to)
  return { outcome: 'accepted', commandId, events: its, state, repeated: true }
}

async function cohortOf(trx: Trx, command: ProgrammeCommand): Promise<CohortFound | undefined> {
  if (command.type !== 'StartCollectiveAct') return undefined
  return chooseCohort(command.data.cohort, await candidatesOf(trx, command.programmeId))
}

async function contextOf(
  trx: Trx,
  command: ProgrammeCommand,
  state: ProgrammeState,
  found: CohortFound | undefined,
): Promise<ProgrammeContext> {
  if (state.status === 'absent') return {}
  const open = openActs(state)
  switch (command.type) {
    case 'StartCollectiveAct': {
      const { chosen = [], excluded = [], idle = [] } = found ?? {}
      const key = { programmeId: command.programmeId, actId: command.data.actId }
      const ids = chosen.map(({ accordId }) => accordId)
      const cohort = { chosen: chosen.length, excluded: excluded.length, idle }
      return { cohort, overlaps: await overlapsWith(trx, key, open, ids) }
    }
    case 'RetryCollectiveAct':
    case 'RevokeCollectiveAct': {
      const key = { programmeId: command.programmeId, actId: command.data.actId }
      return { overlaps: await overlapsWith(trx, key, open, await accordsOf(trx, key)) }
    }
    default:
      return {}
  }
}

function openActs({ acts }: Programme): string[] {
  return Object.values(acts)
    .filter(isOpenAct)
    .map(({ actId }) => actId)
}

/** What lists read: the versions of the rules in use, and what became of each accord. */
async function project(
  trx: Trx,
  event: RecordedProgrammeEvent,
  state: ProgrammeState,
  found: CohortFound | undefined,
): Promise<void> {
  const { programmeId } = event
  switch (event.type) {
    case 'ProgrammeOpened':
    case 'RulesChanged':
      if (state.status === 'open') await storeProgramme({ db: trx }, state)
      return
    case 'CollectiveActStarted':
      if (found !== undefined) await insertItems(trx, { programmeId, actId: event.data.actId }, found)
      return
    case 'OutcomesRecorded': {
      const { actId, way, outcomes } = event.data
      return recordItems(trx, { programmeId, actId }, way, outcomes)
    }
    case 'CollectiveActRetried': {
      const { actId } = event.data
      const way = state.status === 'absent' ? 'apply' : (state.acts[actId]?.way ?? 'apply')
      return retryItems(trx, { programmeId, actId }, way)
    }
    case 'CollectiveRevocationStarted':
      return insertRevocation(trx, { programmeId, actId: event.data.actId })
    case 'ProgrammeDrafted':
    case 'CollectiveActStopped':
    case 'CollectiveActResumed':
    case 'CollectiveActCompleted':
    case 'CollectiveActRevoked':
      return
    default:
      event satisfies never
  }
}

type Became = {
  readonly refusal?: ProgrammeRefusal
  readonly versions?: { readonly from: number; readonly to: number } | undefined
}

async function log(
  trx: Trx,
  { programmeId, commandId, type, act }: ProgrammeCommand,
  request: object,
  recordedAt: Instant,
  { refusal, versions }: Became,
): Promise<void> {
  await trx
    .insertInto('programme_commands')
    .values({
      ...{ programme_id: programmeId, command_id: commandId, type, body: JSON.stringify(request) },
      ...{ body_hash: bodyHash(request), received_at: act.receivedAt, recorded_at: recordedAt },
      outcome: refusal === undefined ? 'accepted' : 'refused',
      refusal: refusal === undefined ? null : JSON.stringify(refusal),
      from_version: versions?.from ?? null,
      to_version: versions?.to ?? null,
    })
    .execute()
}
