import { createHash } from 'node:crypto'
import { type CommandRecord, log } from '../db/eventStore.ts'
import { type KnownCommand, knownCommands } from '../db/readModels/commandLog.ts'
import type { ImportAnswer, InputIssue } from '../domain/accord/answer.ts'
import { actBehind } from '../domain/accord/approvals/decide.ts'
import type { CommandRequest } from '../domain/accord/commands.ts'
import type { RecordedEvent } from '../domain/accord/events.ts'
import { refuse } from '../domain/accord/refusals.ts'
import { type AccordState, nextDue } from '../domain/accord/state.ts'
import { justAfter, passing } from '../domain/accord/timer.ts'
import { hasPassed } from '../domain/time/deadline.ts'
import type { Instant } from '../domain/time/instant.ts'
import { bodyHash } from '../schemas/bodyHash.ts'
import type { Deps } from './executeCommand.ts'
import { type Judged, judge, type ReadAct, read } from './judge.ts'

export interface ImportInput {
  readonly accordId: string
  readonly requests: readonly CommandRequest[]
}

export interface ImportResult {
  readonly answer: ImportAnswer
  readonly state: AccordState
}

/**
 * Records a whole history in one transaction through the same `decide`: deadlines that fell between
 * two acts pass in their turn. All of it or nothing; acts recorded before are skipped.
 */
export async function importHistory(deps: Deps, input: ImportInput): Promise<ImportResult> {
  const { accordId, requests } = input
  const folded = await deps.streams.read(deps.pool, accordId, '')
  const { state: before } = folded
  const acts = readAll(accordId, requests)
  if ('issues' in acts) {
    return { answer: { outcome: 'invalid', accordId, issues: acts.issues }, state: before }
  }
  const known = await knownCommands(deps.pool, accordId)
  const taken = acts.read.find((act) => !isRepeated(act, known) && known.has(act.command.commandId))
  if (taken !== undefined) {
    const { commandId } = taken.command
    const { refusal } = refuse('command-id-reused', { commandId })
    return {
      answer: { outcome: 'refused', accordId, index: acts.read.indexOf(taken), refusal },
      state: before,
    }
  }
  const fresh = acts.read.filter(({ command }) => !known.has(command.commandId))
  const batch = new Batch(deps, before, deps.now(), entryOf(known))
  for (const act of fresh) {
    const refused = await batch.add(act)
    if (refused !== undefined) {
      const index = acts.read.indexOf(act)
      const { refusal } = refused
      await log(deps.pool, accordId, [refusedBatch(accordId, requests, refused.record)])
      return { answer: { outcome: 'refused', accordId, index, refusal }, state: before }
    }
  }
  const { state, events, records } = batch
  if (events.length > 0 && state.phase !== 'absent') {
    const written = await deps.streams.append(deps.pool, folded, { state, events, commands: records })
    if (written === 'conflict') {
      throw new Error(`${accordId}: the stream moved while its history was being imported`)
    }
  }
  const answer = { outcome: 'accepted', accordId, acts: fresh.length, events: events.length } as const
  return { answer, state }
}

/** When the accord entered the record; undefined where it does so now. What was received since is not history. */
function entryOf(known: ReadonlyMap<string, KnownCommand>): Instant | undefined {
  const [first] = [...known.values()]
    .flatMap(({ outcome, recordedAt }) => (outcome === 'accepted' ? [recordedAt] : []))
    .sort()
  return first
}

/** Recorded and accepted before, word for word; an act refused under this id must come under another. */
function isRepeated({ command, request }: ReadAct, known: ReadonlyMap<string, KnownCommand>): boolean {
  const found = known.get(command.commandId)
  return found?.outcome === 'accepted' && found.bodyHash === bodyHash(request)
}

function readAll(accordId: string, requests: readonly CommandRequest[]) {
  const issues: InputIssue[] = []
  const acts: ReadAct[] = []
  const seen = new Set<string>()
  requests.forEach((request, index) => {
    const act = read(accordId, request)
    if (act.outcome === 'read' && seen.has(request.commandId)) {
      const [field, value] = [`acts.${index}.commandId`, request.commandId]
      issues.push({ field, value, code: 'duplicate-command-id', params: {} })
    } else if (act.outcome === 'read') acts.push(act)
    else issues.push(...act.issues.map((issue) => ({ ...issue, field: `acts.${index}.${issue.field}` })))
    seen.add(request.commandId)
  })
  return issues.length > 0 ? { issues } : { read: acts }
}

class Batch {
  readonly events: RecordedEvent[] = []
  readonly records: CommandRecord[] = []
  state: AccordState
  private readonly deps: Deps
  private readonly recordedAt: Instant
  private readonly enteredAt: Instant

  constructor(deps: Deps, state: AccordState, recordedAt: Instant, enteredAt = recordedAt) {
    this.deps = deps
    this.state = state
    this.recordedAt = recordedAt
    this.enteredAt = enteredAt
  }

  /** Adds one act after the deadlines that passed before it; returns the refusal where there is one. */
  async add(act: ReadAct) {
    await this.passUntil(act.command.act.receivedAt)
    const judged = await this.judged(act)
    if (judged.answer.outcome === 'refused') return { ...judged.answer, record: judged.record }
    this.take(judged)
    return undefined
  }

  private async passUntil(at: Instant): Promise<void> {
    for (let due = nextDue(this.state); due && hasPassed(due, at); due = nextDue(this.state)) {
      if (this.state.phase === 'absent') return
      const { accordId } = this.state
      const act = read(accordId, passing(accordId, due, justAfter(due.passesAt)), true)
      if (act.outcome === 'invalid') throw new Error(`${accordId}: ${due.id} cannot be passed`)
      this.take(await this.judged(act))
    }
  }

  private async judged(act: ReadAct): Promise<Judged> {
    const known = await this.deps.reference.contextFor(actBehind(act.command, this.state))
    const context = { ...known, enteredAt: this.enteredAt }
    return judge(act, this.state, context, this.recordedAt)
  }

  private take({ state, events, record }: Judged): void {
    this.state = state
    this.events.push(...events)
    this.records.push(record)
  }
}

/** The refusal is logged under the whole history's digest: a corrected history is another one. */
function refusedBatch(accordId: string, requests: readonly CommandRequest[], record: CommandRecord) {
  const digest = createHash('sha256').update(requests.map(bodyHash).join('')).digest('hex')
  const at = record.recorded_at.replaceAll(':', '')
  return {
    ...record,
    command_id: `import:${digest.slice(0, 32)}:${at}`,
    body: { accordId, act: record.body },
  }
}
