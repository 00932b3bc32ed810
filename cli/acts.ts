import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import { Option } from 'commander'
import type { CommandRequest, CommandType } from '../domain/accord/commands.ts'
import type { Actor } from '../domain/accord/parts.ts'
import { isRegionId, regions } from '../domain/regions.ts'
import { textOf } from '../domain/text/render.ts'
import { fieldText } from '../domain/text/sentences.ts'
import { localDateOf, parseInstant } from '../domain/time/instant.ts'
import { command as commandSchema } from '../schemas/commands.ts'
import { inputIssues } from '../schemas/issues.ts'
import { actNames } from './actNames.ts'
import { actorFrom } from './actor.ts'
import { showAnswer } from './answers.ts'
import { attach } from './attachments.ts'
import { defaultActor } from './config.ts'
import { readJson } from './files.ts'
import { type ActOption, dataFrom, idFrom, optionsOf } from './options.ts'
import { addPrepare, asGiven, type PrepareGiven } from './prepare.ts'
import { BadInput, Problem } from './problem.ts'
import type { Session } from './session.ts'

export type Given = Record<string, unknown> &
  PrepareGiven & {
    readonly as?: string
    readonly on?: string
    readonly assumed?: boolean
    readonly receivedAt?: string
    readonly commandId?: string
    readonly citationSource?: string
    readonly citationProtocol?: string
    readonly citationMark?: string
    readonly citationNote?: string
    readonly document?: string[]
    readonly data?: string
    readonly wait?: string
  }

/** Adds one subcommand per act; options, help and messages come from the schemas. */
export function addActs(nouns: (noun: string) => Command, session: Session): void {
  const { language } = session.output
  for (const [noun, verb, type] of actNames) {
    const options = optionsOf(type)
    const subcommand = nouns(noun)
      .command(verb)
      .summary(textOf(language, `act.${type}`))
      .description(textOf(language, `act.${type}`))
      .argument(type === 'ProposeAccord' ? '[accordId]' : '<accordId>', textOf(language, 'field.accordId'))
    for (const option of options) subcommand.addOption(optionOf(option, type, session))
    addPrepare(subcommand, type, session)
    addEnvelope(subcommand, session)
    addDocumentOption(subcommand, session)
    subcommand.action(async (accordId: string | undefined, given: Given) => {
      const request = await requestFrom(type, options, accordId, given, session)
      await showAnswer(session, asGiven(request, given), waitMsFrom(given.wait))
    })
  }
}

/** Only an accord has a file that documents could be put into; a programme has none. */
export function addDocumentOption(subcommand: Command, { output }: Session): void {
  subcommand.option('--document <file...>', textOf(output.language, 'documents.help-document'))
}

/** Seconds to milliseconds; undefined leaves the client's own patience. */
export function waitMsFrom(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const seconds = Number(text)
  if (seconds >= 1 && seconds <= 3_600) return seconds * 1_000
  throw new Problem('cli.bad-wait', { value: text })
}

export function optionOf(
  { flag, path, required, kind, choices, items }: ActOption,
  type: CommandType,
  session: Session,
) {
  const { language } = session.output
  const name = path.join('.')
  const text = fieldText(language, type, name) ?? fieldText(language, type, path.at(-1) ?? name) ?? name
  const among = choices.length === 0 ? '' : ` (${choices.join(' | ')})`
  const must = required && !defaulted[type]?.includes(name) ? ` ${textOf(language, 'cli.required')}` : ''
  const value = kind === 'json' ? (items === 'text' ? 'elenco' : 'json') : 'valore'
  return new Option(`--${flag} <${value}>`, `${text}${among}${must}`)
}

export function addEnvelope(subcommand: Command, session: Session): void {
  const help = (field: string) => fieldText(session.output.language, '', field) ?? field
  subcommand
    .option('--as <chi>', help('actor'))
    .option('--on <data>', help('on'))
    .option('--assumed', help('assumed'))
    .option('--received-at <istante>', help('receivedAt'))
    .option('--command-id <id>', help('commandId'))
    .option('--citation-source <testo>', help('source'))
    .option('--citation-protocol <testo>', help('protocol'))
    .option('--citation-mark <mark>', help('mark'))
    .option('--citation-note <testo>', textOf(session.output.language, 'cli.citation-note'))
    .option('--data <file>', textOf(session.output.language, 'cli.data-option'))
    .option('--wait <secondi>', textOf(session.output.language, 'cli.wait-option'))
}

/** Builds the request and checks it before anything is sent: bad input leaves no trace. */
export async function requestFrom(
  type: CommandType,
  options: readonly ActOption[],
  accordId: string | undefined,
  given: Given,
  session: Session,
): Promise<CommandRequest> {
  const actor = actorFrom(given.as ?? defaultActor())
  const receivedAt = given.receivedAt ?? session.now()
  const base = given.data === undefined ? {} : await readJson(given.data)
  const commandId = given.commandId ?? randomUUID()
  const data = withDefaults(type, dataFrom(options, given, base), actor, commandId)
  const on = given.on ?? localDateOf(parseInstant(receivedAt) ?? session.now(), 'Europe/Rome')
  const citation = citationFrom(given)
  const { refs, store } = await attach(given.document ?? [], session)
  const request: CommandRequest = {
    type,
    commandId,
    accordId: accordId ?? proposedId(data),
    on: given.assumed ? { date: on, assumed: true } : on,
    receivedAt,
    actor,
    ...(citation && { citation }),
    documents: refs,
    data,
  }
  const checked = commandSchema.safeParse(request)
  if (!checked.success) throw new BadInput(inputIssues(checked.error, request))
  // The edge is trusted to stamp receipts; a receipt still to come would make a late act timely.
  if (checked.data.act.receivedAt > session.now()) {
    throw new BadInput([{ field: 'receivedAt', value: receivedAt, code: 'in-the-future', params: {} }])
  }
  // The bytes first: without an act they harm nobody, an act without its bytes would.
  await store()
  return request
}

export function citationFrom(given: Given) {
  const { citationSource: source, citationProtocol: protocol, citationNote: note, citationMark: mark } = given
  if ([source, protocol, note, mark].every((part) => part === undefined)) return undefined
  return {
    source: source ?? protocol ?? '',
    ...(protocol !== undefined && { protocol }),
    ...(mark !== undefined && { mark: mark as 'act' }),
    ...(note !== undefined && { note }),
  }
}

/** What `withDefaults` gives where nobody says it. */
const defaulted: Partial<Record<CommandType, readonly string[]>> = {
  ProposeAccord: ['title'],
  SignAccord: ['party', 'signerRef'],
  SignAddendum: ['party', 'signerRef'],
  AddDocuments: ['party'],
  RequestExtension: ['extensionId'],
  StartSuspension: ['suspensionId'],
  RecordRepayment: ['repaymentId'],
}

/** What a person would not want to type: who signs is who acts; a request gets an id of its own. */
function withDefaults(type: CommandType, data: unknown, actor: Actor, commandId: string): unknown {
  const given = data as Record<string, unknown>
  const party = actor.role === 'region' || actor.role === 'ministry' ? { party: actor.role } : {}
  if (type === 'SignAccord' || type === 'SignAddendum') return { ...party, signerRef: actor.id, ...given }
  if (type === 'AddDocuments') return { ...party, ...given }
  if (type === 'RequestExtension') {
    return { extensionId: idFrom('proroga', commandId), ...given }
  }
  if (type === 'StartSuspension') return { suspensionId: idFrom('sospensione', commandId), ...given }
  if (type === 'RecordRepayment') return { repaymentId: idFrom('versamento', commandId), ...given }
  if (type === 'ProposeAccord' && given.title === undefined) {
    const region = String(given.regionId)
    if (isRegionId(region))
      return { title: `Accordo di programma con la Regione ${regions[region]}`, ...given }
  }
  return given
}

function proposedId(data: unknown): string {
  const { regionId, programmeId } = data as { regionId?: string; programmeId?: string }
  const name = regionId !== undefined && isRegionId(regionId) ? regions[regionId] : regionId
  return `${name ?? 'accordo'}-${programmeId ?? ''}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-|-$/g, '')
}
