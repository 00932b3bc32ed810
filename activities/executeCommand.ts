import type { Pool } from 'pg'
import { load, log } from '../db/eventStore.ts'
import type { Reference } from '../db/reference.ts'
import type { Answer } from '../domain/accord/answer.ts'
import { actBehind } from '../domain/accord/approvals/decide.ts'
import type { CommandRequest } from '../domain/accord/commands.ts'
import type { AccordState } from '../domain/accord/state.ts'
import type { Instant } from '../domain/time/instant.ts'
import { answerAgain, judge, read } from './judge.ts'
import { type HasDocuments, storedDocuments } from './storedDocuments.ts'
import type { Streams } from './streams.ts'

export interface ExecuteInput {
  readonly accordId: string
  readonly request: CommandRequest
  /** The version the caller's state is at; a gap makes the answer bring the whole state. */
  readonly knownVersion: number
  /** True for the accord's own timer: only it may say that a deadline has passed. */
  readonly isTimer?: boolean
}

export interface ExecuteResult {
  readonly answer: Answer
  /** The accord after the command; left out where folding the answer's new events gives the same. */
  readonly state?: AccordState
}

export interface Deps extends HasDocuments {
  readonly pool: Pool
  readonly streams: Streams
  readonly reference: Reference
  readonly now: () => Instant
}

/** Somebody else wrote to the stream in between, this many times running: Temporal tries again later. */
const mostConflicts = 5

/**
 * Judges one command and records what became of it, in one transaction, exactly once per command id.
 * A refusal is an answer, not an error. Throws for faults only: Postgres away, a stream that cannot
 * be read, a calendar that is missing.
 */
export async function executeCommand(deps: Deps, input: ExecuteInput): Promise<ExecuteResult> {
  const { accordId, request, knownVersion, isTimer = false } = input
  const parsed = read(accordId, request, isTimer)
  if (parsed.outcome === 'invalid') {
    return { answer: { outcome: 'invalid', commandId: String(request.commandId), issues: parsed.issues } }
  }
  for (let attempt = 1; attempt <= mostConflicts; attempt++) {
    const folded = await deps.streams.read(deps.pool, accordId, request.commandId)
    const { state: before, known } = folded
    const gap = before.version !== knownVersion
    if (known !== undefined) {
      const { events } = await load(deps.pool, accordId, '')
      return { answer: answerAgain(known, request, events), ...(gap && { state: before }) }
    }
    const { command } = parsed
    const context = {
      ...(await deps.reference.contextFor(actBehind(command, before))),
      ...(await storedDocuments(deps, command)),
    }
    const { state, events, record, answer } = judge(parsed, before, context, deps.now())
    const commands = [record]
    const written =
      events.length === 0 || state.phase === 'absent'
        ? await log(deps.pool, accordId, commands)
        : await deps.streams.append(deps.pool, folded, { state, events, commands })
    if (written === 'appended') return { answer, ...(gap && { state }) }
  }
  throw new Error(`${accordId}: the stream kept moving through ${mostConflicts} attempts`)
}
