import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { candidatesOf } from '../db/programmes/items.ts'
import { loadProgramme, programmeIds } from '../db/programmes/store.ts'
import type { AcceptedGap } from '../domain/programme/events.ts'
import { type Gap, selfCheck } from '../domain/programme/selfCheck.ts'
import { type TextKey, textOf } from '../domain/text/render.ts'
import { gapText } from '../domain/text/sentences.ts'
import { localDateOf, parseInstant } from '../domain/time/instant.ts'
import { type ProgrammeRequest, type ProgrammeResult, sendToProgramme } from '../operations/programmes.ts'
import { inputIssues } from '../schemas/issues.ts'
import { programme as programmeSchema } from '../schemas/reference.ts'
import { actorFrom } from './actor.ts'
import { addEnvelope, citationFrom, type Given } from './acts.ts'
import { showRefused } from './answers.ts'
import { existingProgramme, printCollectives } from './collectiveView.ts'
import { defaultActor } from './config.ts'
import { readJson } from './files.ts'
import { BadInput, exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'
import { addSynthesis } from './synthesisCommand.ts'

/** `programme …`: the rules that accords inherit. */
export function addProgrammes(noun: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  const add = (verb: string) => noun.command(verb).description(text(`cli.help-programme-${verb}` as TextKey))
  add('list').action(() => list(session))
  add('show')
    .argument('<programmeId>', text('cli.help-programme-id'))
    .action((programmeId: string) => show(session, programmeId))
  add('check')
    .argument('<file>', text('cli.help-programme-file'))
    .action((file: string) => check(session, file))
  const draft = add('draft').argument('<file>', text('cli.help-programme-file'))
  addEnvelope(draft, session)
  draft.action(async (file: string, given: Given) => {
    const { content } = await programmeFile(file)
    await send(session, content.rules.programmeId, 'DraftProgramme', { content }, given)
    showGaps(session, selfCheck(content.rules), [])
  })
  const accept = (command: Command) =>
    command.option('--accept <controllo=motivo...>', text('cli.help-accept'))
  const open = accept(add('open').argument('<programmeId>', text('cli.help-programme-id')))
  addEnvelope(open, session)
  open.action((programmeId: string, given: Given & { accept?: string[] }) =>
    send(session, programmeId, 'OpenProgramme', { accepted: acceptedFrom(given.accept) }, given),
  )
  const change = accept(add('change').argument('<file>', text('cli.help-programme-file')))
  change.requiredOption('--reasons <testo>', text('cli.help-reasons'))
  addEnvelope(change, session)
  change.action(async (file: string, given: Given & { accept?: string[]; reasons: string }) => {
    const { content, accepted } = await programmeFile(file)
    const data = { content, reasons: given.reasons, accepted: [...accepted, ...acceptedFrom(given.accept)] }
    await send(session, content.rules.programmeId, 'ChangeRules', data, given)
  })
  addSynthesis(noun, session)
}

/** A request about a programme as the user wrote it, with its date, its receipt and its citation. */
export function programmeRequest(
  session: Session,
  programmeId: string,
  type: ProgrammeRequest['type'],
  data: unknown,
  given: Given,
): ProgrammeRequest {
  const receivedAt = given.receivedAt ?? session.now()
  if ((parseInstant(receivedAt) ?? '') > session.now()) {
    throw new BadInput([{ field: 'receivedAt', value: receivedAt, code: 'in-the-future', params: {} }])
  }
  const citation = citationFrom(given)
  return {
    ...{ type, programmeId, data, receivedAt, commandId: given.commandId ?? randomUUID() },
    actor: actorFrom(given.as ?? defaultActor()),
    on: given.on ?? localDateOf(parseInstant(receivedAt) ?? session.now(), 'Europe/Rome'),
    ...(citation && { citation }),
  } as ProgrammeRequest
}

/** Sends a request; what was refused or invalid is told, with the exit code that says the same. */
export async function sendRequest(
  session: Session,
  request: ProgrammeRequest,
): Promise<Extract<ProgrammeResult, { outcome: 'accepted' }> | undefined> {
  const answer = await sendToProgramme(session.writer(), request, session.now())
  if (answer.outcome === 'accepted') return answer
  if (answer.outcome === 'invalid') throw new BadInput(answer.issues)
  showRefused(session, answer.refusal, request.commandId)
  return undefined
}

async function send(
  session: Session,
  programmeId: string,
  type: ProgrammeRequest['type'],
  data: unknown,
  given: Given,
): Promise<void> {
  const { output } = session
  const request = programmeRequest(session, programmeId, type, data, given)
  const answer = await sendRequest(session, request)
  if (answer === undefined || answer.state.status === 'absent') return
  const { status, rules } = answer.state
  const { commandId, repeated, events } = answer
  const changed = events.map((event) => event.type)
  output.document({ outcome: 'accepted', programmeId, commandId, repeated, status, events: changed })
  if (events.length === 0) return output.say('cli.programme-same', { programmeId })
  output.say('cli.programme-done', {
    programmeId,
    status: statusText(session, status),
    version: rules.version,
  })
}

async function list(session: Session): Promise<void> {
  const { output } = session
  const reader = session.reader()
  const items = []
  for (const programmeId of await programmeIds(reader)) {
    const { state } = await loadProgramme(reader.db, programmeId)
    if (state.status === 'absent') continue
    const accords = (await candidatesOf(reader.db, programmeId)).length
    const { title, status, rules } = state
    items.push({ programmeId, title, status, rulesVersion: rules.version, accords })
    const params = { title, programmeId, version: rules.version, accords }
    output.say('cli.programme-line', { ...params, status: statusText(session, status) })
  }
  if (items.length === 0) output.say('cli.programmes-none')
  output.document({ items })
}

async function show(session: Session, programmeId: string): Promise<void> {
  const { output } = session
  const state = await existingProgramme(session, programmeId)
  const accords = (await candidatesOf(session.reader().db, programmeId)).length
  const { title, status, rules, accepted } = state
  const gaps = selfCheck(rules)
  output.document({ ...state, accords, gaps })
  const version = rules.version
  output.say('cli.programme-line', {
    ...{ title, programmeId, version, accords },
    status: statusText(session, status),
  })
  output.say('cli.programme-terms', { version })
  for (const [term, rule] of Object.entries(rules.terms)) {
    output.say('cli.programme-term', { term, period: rule.period, citation: rule.citation })
  }
  showGaps(session, gaps, accepted)
  printCollectives(session, state)
}

async function check(session: Session, file: string): Promise<void> {
  const { content, accepted } = await programmeFile(file)
  const gaps = selfCheck(content.rules)
  const open = gaps.filter((gap) => !accepted.some((one) => one.check === gap.check))
  const { language } = session.output
  const items = gaps.map((gap) => ({
    ...gap,
    message: gapText(language, gap),
    accepted: !open.includes(gap),
  }))
  session.output.document({ outcome: open.length === 0 ? 'ready' : 'notReady', items })
  showGaps(session, gaps, accepted)
  if (open.length > 0) process.exitCode = exitCodes.refused
}

function showGaps(session: Session, gaps: readonly Gap[], accepted: readonly AcceptedGap[]): void {
  const { output } = session
  if (gaps.length === 0) output.say('check.none')
  for (const gap of gaps) {
    const known = accepted.find(({ check: name }) => name === gap.check)
    if (known !== undefined) output.say('check.accepted', { check: gap.check, reason: known.reason })
    else output.say('check.line', { check: gap.check, text: gapText(output.language, gap) })
  }
}

async function programmeFile(file: string) {
  const json = await readJson(file)
  const parsed = programmeSchema.safeParse(json)
  if (!parsed.success) throw new BadInput(inputIssues(parsed.error, json))
  const { format: _, accepted, ...content } = parsed.data
  return { content, accepted }
}

function acceptedFrom(given: readonly string[] = []): AcceptedGap[] {
  return given.map((text) => {
    const at = text.indexOf('=')
    const [name, reason] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
    if (at < 1 || reason === '') throw new Problem('cli.bad-accept', { value: text })
    return { check: name, reason }
  })
}

function statusText(session: Session, status: 'draft' | 'open'): string {
  return textOf(session.output.language, `programme.status.${status}`)
}
