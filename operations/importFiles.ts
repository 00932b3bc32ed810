import type { Accords } from '../client/accords.ts'
import type { Pending } from '../client/patience.ts'
import type { Connection } from '../db/connect.ts'
import type { ImportAnswer, InputIssue } from '../domain/accord/answer.ts'
import type { CommandRequest } from '../domain/accord/commands.ts'
import { type Instant, instantAt, parseInstant } from '../domain/time/instant.ts'
import type { ActDate } from '../domain/time/localDate.ts'
import { bodyHash } from '../schemas/bodyHash.ts'
import { accordFile, collectiveFile, importedAct } from '../schemas/importFile.ts'
import { inputIssues } from '../schemas/issues.ts'
import { programme as programmeSchema } from '../schemas/reference.ts'
import { type ImportedCollective, importCollective } from './collectiveHistory.ts'
import { type ImportedProgramme, importProgramme } from './programmes.ts'

export interface ImportSource {
  readonly file: string
  /** The file's JSON, not yet checked. */
  readonly content: unknown
}

export type FileResult = { readonly file: string } & (
  | ImportedProgramme
  | ImportedCollective
  | Exclude<ImportAnswer, { outcome: 'invalid' }>
  | { readonly outcome: 'invalid'; readonly issues: readonly InputIssue[] }
  | Pending
)

/** Imports programmes first, then accords, each whole or not at all, then the acts over many of them. */
export async function* importFiles(
  { connection, accords, now = clock }: { connection: Connection; accords: Accords; now?: () => Instant },
  sources: readonly ImportSource[],
): AsyncGenerator<FileResult> {
  const isProgramme = ({ content }: ImportSource) => formatOf(content) === 'accordi/programme@1'
  for (const { file, content } of sources.filter(isProgramme)) {
    const parsed = programmeSchema.safeParse(content)
    if (!parsed.success) {
      yield { file, outcome: 'invalid', issues: inputIssues(parsed.error, content) }
      continue
    }
    yield { file, ...(await importProgramme(connection, parsed.data, now())) }
  }
  const isCollective = ({ content }: ImportSource) => formatOf(content) === 'accordi/collective@1'
  const isHistory = (source: ImportSource) => !isProgramme(source) && !isCollective(source)
  for (const { file, content } of sources.filter(isHistory)) {
    const read = requestsOf(content, now())
    if ('issues' in read) yield { file, outcome: 'invalid', issues: read.issues }
    else yield { file, ...(await accords.importHistory(read.accordId, read.requests)) }
  }
  // Last: which accords had an act is read from their histories.
  for (const { file, content } of sources.filter(isCollective)) {
    const parsed = collectiveFile.safeParse(content)
    if (!parsed.success) yield { file, outcome: 'invalid', issues: inputIssues(parsed.error, content) }
    else yield { file, ...(await importCollective(connection, parsed.data, now())) }
  }
}

function formatOf(content: unknown): unknown {
  return typeof content === 'object' && content !== null && 'format' in content ? content.format : undefined
}

type Requests =
  | { readonly accordId: string; readonly requests: readonly CommandRequest[] }
  | { readonly issues: readonly InputIssue[] }

/** The registry that records a history: its acts were received on paper, and are cited one by one. */
const registry = { role: 'ministry', id: 'registro-storico' } as const

/**
 * The acts of a file as requests. An act without an id gets one from its content and its place, so
 * that importing twice changes nothing and a corrected act is another act; one without a moment of
 * receipt was received at noon, Rome time, of its legal date (a partial date stands for its last day).
 */
export function requestsOf(content: unknown, now: Instant): Requests {
  const file = accordFile.safeParse(content)
  if (!file.success) return { issues: inputIssues(file.error, content) }
  const { accordId, acts } = file.data
  const issues: InputIssue[] = []
  const requests = acts.flatMap((act, index): CommandRequest[] => {
    const parsed = importedAct.safeParse(act)
    if (!parsed.success) {
      const found = inputIssues(parsed.error, act)
      issues.push(...found.map((issue) => ({ ...issue, field: `acts.${index}.${issue.field}` })))
      return []
    }
    const given = act as Partial<CommandRequest> & Pick<CommandRequest, 'type' | 'on'>
    const receivedAt = given.receivedAt ?? receiptOf(parsed.data.on, now)
    if ((parseInstant(receivedAt) ?? now) > now) {
      issues.push({ field: `acts.${index}.receivedAt`, value: receivedAt, code: 'in-the-future', params: {} })
    }
    const request = {
      data: {},
      actor: registry,
      ...given,
      accordId,
      receivedAt,
      commandId: given.commandId ?? '',
    }
    return [given.commandId === undefined ? { ...request, commandId: derivedId(request, index) } : request]
  })
  return issues.length > 0 ? { issues } : { accordId, requests }
}

/** A partial date of the month or year that is still running stands for today, not for a day to come. */
function receiptOf(on: ActDate, now: Instant): Instant {
  const noon = instantAt(on.date, '12:00', 'Europe/Rome')
  return on.precision !== 'day' && noon > now ? now : noon
}

const clock = () => new Date().toISOString() as Instant

function derivedId(request: CommandRequest, index: number): string {
  return `import:${String(index + 1).padStart(3, '0')}:${bodyHash(request).slice(0, 16)}`
}
