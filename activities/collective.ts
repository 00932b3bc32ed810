import { heartbeat } from '@temporalio/activity'
import type { Accords } from '../client/accords.ts'
import type { Connection } from '../db/connect.ts'
import { executeProgramme } from '../db/programmes/execute.ts'
import { pendingItems } from '../db/programmes/items.ts'
import { loadProgramme } from '../db/programmes/store.ts'
import type { AccordCommand, CommandRequest } from '../domain/accord/commands.ts'
import { entry } from '../domain/accord/state.ts'
import { chunks } from '../domain/chunks.ts'
import type { ProgrammeCommand } from '../domain/programme/commands.ts'
import type { RecordedProgrammeEvent } from '../domain/programme/events.ts'
import type { Outcome } from '../domain/programme/parts.ts'
import { collectiveCommandId, type Going, stepFor } from '../domain/programme/step.ts'
import { writtenForm } from '../domain/time/localDate.ts'
import type { CollectiveInput } from '../workflows/messages.ts'
import type { Deps } from './executeCommand.ts'

export interface CollectiveDeps extends Deps {
  readonly connection: Connection
  readonly accords: Accords
}

/** Accords per batch, each batch one event of the programme; and how many of them at once. */
const batchSize = 100
const atOnce = 16
const heartbeatMs = 2_000

/**
 * Takes the next accords of an act through one ordinary command each, and records what became of them. Ends with
 * `going: false` where the act was stopped, or has none left. Whatever a crash left half done is done again under
 * the same command ids, and so happens once.
 */
export async function collectiveBatch(
  deps: CollectiveDeps,
  { programmeId, actId }: CollectiveInput,
): Promise<{ readonly going: boolean }> {
  const { db } = deps.connection
  const { state, events } = await loadProgramme(db, programmeId)
  const act = state.status === 'absent' ? undefined : entry(state.acts, actId)
  if (act === undefined || act.status !== 'running') return { going: false }
  const { way, attempt } = act
  const pending = await pendingItems(db, { programmeId, actId }, way, batchSize)
  const [first] = pending
  if (first === undefined) return { going: false }
  const going: Going = { ...act, act: actOf(events, actId, way) }
  const outcomes = await alive(() => outcomesOf(deps, going, pending))
  const recordedAt = deps.now()
  const command: ProgrammeCommand = {
    type: 'RecordOutcomes',
    // The first accord of a batch is ahead only once in each attempt.
    commandId: `${collectiveCommandId({ actId, way, attempt })}:${first}`,
    programmeId,
    act: { ...going.act, actor: { role: 'scheduler', id: 'atti-collettivi' } },
    data: { actId, way, outcomes },
  }
  await executeProgramme(deps.connection, command, command, recordedAt)
  return { going: true }
}

/** Says every few seconds that this worker lives: one that was killed is missed soon, however long an accord takes. */
export async function alive<T>(work: () => Promise<T>): Promise<T> {
  const beating = setInterval(() => heartbeat(), heartbeatMs)
  try {
    return await work()
  } finally {
    clearInterval(beating)
  }
}

async function outcomesOf(
  deps: CollectiveDeps,
  going: Going,
  accordIds: readonly string[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const some of chunks(accordIds, atOnce)) {
    outcomes.push(...(await Promise.all(some.map((accordId) => outcomeOf(deps, going, accordId)))))
  }
  return outcomes
}

/** The act that each command carries: the one that started this way, with its date, receipt and citation. */
function actOf(events: readonly RecordedProgrammeEvent[], actId: string, way: Going['way']): Going['act'] {
  const type = way === 'apply' ? 'CollectiveActStarted' : 'CollectiveRevocationStarted'
  const start = events.findLast((event) => event.type === type && event.data.actId === actId)
  if (start === undefined) throw new Error(`${actId}: no ${type} in the programme's stream`)
  return start.act
}

async function outcomeOf(deps: CollectiveDeps, going: Going, accordId: string): Promise<Outcome> {
  const commandId = collectiveCommandId(going)
  const { state, known } = await deps.streams.read(deps.pool, accordId, commandId)
  // Sent before a crash it would find the accord changed by itself: what is recorded under its id is the answer.
  if (known !== undefined) {
    if (known.refusal !== null) return refused(deps, going, accordId, known.refusal.code)
    return became(accordId, commandId, known.from_version !== null)
  }
  const step = stepFor(going, state)
  if (step.do === 'skip') return { accordId, outcome: 'skipped', reason: step.reason }
  const answer = await deps.accords.execute(requestFrom(step.command))
  switch (answer.outcome) {
    case 'accepted':
      return became(accordId, commandId, answer.events.length > 0)
    case 'refused':
      return refused(deps, going, accordId, answer.refusal.code)
    case 'invalid':
      return { accordId, outcome: 'failed', reason: answer.issues[0]?.code ?? 'invalid', commandId }
    case 'pending':
      // Nobody answered in time: the batch is tried again, and this command with it.
      throw new Error(`${accordId}: no answer yet to ${commandId}`)
    default:
      return answer satisfies never
  }
}

function became(accordId: string, commandId: string, isChanged: boolean): Outcome {
  if (isChanged) return { accordId, outcome: 'applied', commandId }
  return { accordId, outcome: 'skipped', reason: 'nothingToMove', commandId }
}

/** Refused because the accord ended, or got a later date, just before: then it is left alone like any other. */
async function refused(
  { pool, streams }: CollectiveDeps,
  going: Going,
  accordId: string,
  reason: string,
): Promise<Outcome> {
  const commandId = collectiveCommandId(going)
  const { state } = await streams.read(pool, accordId, '')
  const step = stepFor(going, state)
  if (step.do === 'skip') return { accordId, outcome: 'skipped', reason: step.reason, commandId }
  return { accordId, outcome: 'failed', reason, commandId }
}

function requestFrom({ act, ...command }: AccordCommand): CommandRequest {
  const { on, receivedAt, actor, citation, documents } = act
  const date = on.assumed ? { date: writtenForm(on), assumed: true } : writtenForm(on)
  return { ...command, on: date, receivedAt, actor, documents, ...(citation && { citation }) }
}
