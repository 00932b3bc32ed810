import { randomUUID } from 'node:crypto'
import type { Connection } from '../db/connect.ts'
import { executeProgramme, type ProgrammeAnswer } from '../db/programmes/execute.ts'
import { loadProgramme } from '../db/programmes/store.ts'
import type { InputIssue } from '../domain/accord/answer.ts'
import type { Actor, Citation } from '../domain/accord/parts.ts'
import type { ProgrammeCommandType } from '../domain/programme/commands.ts'
import type { ProgrammeRefusal } from '../domain/programme/refusals.ts'
import { type Instant, localDateOf } from '../domain/time/instant.ts'
import { inputIssues } from '../schemas/issues.ts'
import { programmeCommand } from '../schemas/programme.ts'
import type { Programme } from '../schemas/reference.ts'

/** A command of a programme as it travels, JSON not yet checked. */
export interface ProgrammeRequest {
  readonly type: ProgrammeCommandType
  readonly commandId: string
  readonly programmeId: string
  readonly on: string
  readonly receivedAt: string
  readonly actor: Actor
  readonly citation?: Citation
  readonly data: unknown
}

export type ProgrammeResult =
  | ProgrammeAnswer
  | { readonly outcome: 'invalid'; readonly issues: readonly InputIssue[] }

/** Checks a request and carries it out; bad input is told field by field and leaves no trace. */
export async function sendToProgramme(
  connection: Connection,
  request: ProgrammeRequest,
  now: Instant,
): Promise<ProgrammeResult> {
  const parsed = programmeCommand.safeParse(request)
  if (!parsed.success) return { outcome: 'invalid', issues: inputIssues(parsed.error, request) }
  return executeProgramme(connection, parsed.data, request, now)
}

export type ImportedProgramme =
  | {
      readonly outcome: 'programme'
      /** False where this version was known already. */
      readonly stored: boolean
      readonly params: { readonly programmeId: string; readonly version: number }
    }
  | {
      readonly outcome: 'programmeRefused'
      readonly programmeId: string
      readonly refusal: ProgrammeRefusal
    }
  | { readonly outcome: 'invalid'; readonly issues: readonly InputIssue[] }

const registry: Actor = { role: 'ministry', id: 'registro-storico' }

/** A programme's file: drafted and opened where it is new, the next version of its rules where it is not. */
export async function importProgramme(
  connection: Connection,
  file: Programme,
  now: Instant,
): Promise<ImportedProgramme> {
  const { format: _, accepted, ...content } = file
  const { programmeId, version } = content.rules
  const { state } = await loadProgramme(connection.db, programmeId)
  const isNext = state.status === 'open' && version !== state.rules.version
  const reasons = `versione ${version} delle regole, dal file del programma`
  const steps: readonly (readonly [ProgrammeCommandType, unknown])[] = isNext
    ? [['ChangeRules', { content, reasons, accepted }]]
    : [
        ['DraftProgramme', { content }],
        ['OpenProgramme', { accepted }],
      ]
  let stored = false
  for (const [type, data] of steps) {
    const request = {
      ...{ type, programmeId, data, actor: registry, receivedAt: now },
      on: localDateOf(now, content.rules.zone),
    }
    // Deciding is idempotent by content: the same file tomorrow is another request, and changes nothing.
    const answer = await sendToProgramme(connection, { ...request, commandId: randomUUID() }, now)
    if (answer.outcome === 'invalid') return answer
    if (answer.outcome === 'refused') {
      return { outcome: 'programmeRefused', programmeId, refusal: answer.refusal }
    }
    if (answer.events.length > 0) stored = true
  }
  return { outcome: 'programme', stored, params: { programmeId, version } }
}
