import type { CommandRecord } from '../db/eventStore.ts'
import type { Answer, InputIssue } from '../domain/accord/answer.ts'
import type { AccordCommand, CommandRequest } from '../domain/accord/commands.ts'
import { accordDecider } from '../domain/accord/decide.ts'
import type { RecordedEvent } from '../domain/accord/events.ts'
import { recordedAs } from '../domain/accord/recorded.ts'
import { type Refusal, refuse } from '../domain/accord/refusals.ts'
import type { AccordState } from '../domain/accord/state.ts'
import type { AccordContext } from '../domain/accord/terms.ts'
import { timerIds } from '../domain/accord/timer.ts'
import { fold, type Notice, type Params } from '../domain/decider.ts'
import type { Instant } from '../domain/time/instant.ts'
import { bodyHash } from '../schemas/bodyHash.ts'
import { command as commandSchema } from '../schemas/commands.ts'
import { inputIssues } from '../schemas/issues.ts'

/** One command judged against a state, ready to be written or to be answered. */
export interface Judged {
  readonly state: AccordState
  readonly events: readonly RecordedEvent[]
  readonly record: CommandRecord
  readonly answer: Exclude<Answer, { outcome: 'invalid' }>
}

/** A request that could be read, beside the command it is. */
export interface ReadAct {
  readonly outcome: 'read'
  readonly command: AccordCommand
  readonly request: CommandRequest
}

export type Read = ReadAct | { readonly outcome: 'invalid'; readonly issues: readonly InputIssue[] }

/** Characters of JSON. A whole plan with all its milestones weighs a tenth; Temporal carries at most 2 MB. */
const largestRequest = 256 * 1024

function invalid(field: string, value: string, code: string, params: Params = {}): Read {
  return { outcome: 'invalid', issues: [{ field, value, code, params }] }
}

/** The one place where JSON that came from outside becomes a command of this accord. */
export function read(accordId: string, request: CommandRequest, isTimer = false): Read {
  const { length } = JSON.stringify(request)
  if (length > largestRequest) return invalid('.', `${length}`, 'too-large', { most: largestRequest })
  const parsed = commandSchema.safeParse(request)
  if (!parsed.success) return { outcome: 'invalid', issues: inputIssues(parsed.error, request) }
  if (parsed.data.accordId !== accordId) {
    return invalid('accordId', parsed.data.accordId, 'other-accord', { accordId })
  }
  if (parsed.data.type === 'PassDeadline' && !isTimer) {
    return invalid('type', parsed.data.type, 'timer-only')
  }
  if (parsed.data.commandId.startsWith(timerIds) && !isTimer) {
    return invalid('commandId', parsed.data.commandId, 'reserved-command-id', { prefix: timerIds })
  }
  return { outcome: 'read', command: parsed.data, request }
}

export function judge(
  { command, request }: ReadAct,
  state: AccordState,
  context: AccordContext,
  recordedAt: Instant,
): Judged {
  const decision = accordDecider.decide(command, state, context)
  const { commandId } = command
  if (decision.outcome === 'refused') {
    const { refusal } = decision
    const record = recordOf(command, request, recordedAt, state, { outcome: 'refused', refusal })
    return { state, events: [], record, answer: { outcome: 'refused', commandId, refusal, repeated: false } }
  }
  const { notices } = decision
  const events = recordedAs(command, state, decision.events, recordedAt, notices)
  const after = fold(accordDecider.evolve, state, events)
  const versions = events.length === 0 ? undefined : { from: state.version + 1, to: after.version }
  const record = recordOf(command, request, recordedAt, after, { outcome: 'accepted', notices, versions })
  return {
    state: after,
    events,
    record,
    answer: { outcome: 'accepted', commandId, events, notices, repeated: false },
  }
}

/** The answer given before to this id; another body under the same id is refused. */
export function answerAgain(
  known: CommandRecord,
  request: CommandRequest,
  stream: readonly RecordedEvent[],
): Judged['answer'] {
  const { commandId } = request
  if (known.body_hash !== bodyHash(request)) {
    return { ...refuse('command-id-reused', { commandId }), commandId, repeated: true }
  }
  if (known.refusal !== null) return { outcome: 'refused', commandId, refusal: known.refusal, repeated: true }
  const { from_version: from, to_version: to, notices } = known
  const events = stream.filter(
    ({ version }) => from !== null && to !== null && version >= from && version <= to,
  )
  return { outcome: 'accepted', commandId, events, notices, repeated: true }
}

type Outcome =
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | {
      readonly outcome: 'accepted'
      readonly notices: readonly Notice[]
      readonly versions: { readonly from: number; readonly to: number } | undefined
    }

function recordOf(
  command: AccordCommand,
  request: CommandRequest,
  recordedAt: Instant,
  state: AccordState,
  outcome: Outcome,
): CommandRecord {
  const accepted = outcome.outcome === 'accepted' ? outcome : undefined
  return {
    command_id: command.commandId,
    region_id: state.phase === 'absent' ? proposedRegion(command) : state.regionId,
    type: command.type,
    body: request,
    body_hash: bodyHash(request),
    received_at: command.act.receivedAt,
    recorded_at: recordedAt,
    outcome: outcome.outcome,
    refusal: outcome.outcome === 'refused' ? outcome.refusal : null,
    notices: accepted?.notices ?? [],
    from_version: accepted?.versions?.from ?? null,
    to_version: accepted?.versions?.to ?? null,
  }
}

function proposedRegion(command: AccordCommand): string | null {
  return command.type === 'ProposeAccord' ? command.data.regionId : null
}
