import type { Command } from 'commander'
import { type DueKey, listDue, type ObligationRow, obligationsOf } from '../db/readModels/obligations.ts'
import { listAccords } from '../db/readModels/overview.ts'
import { timeline } from '../db/readModels/timeline.ts'
import { accordDecider } from '../domain/accord/decide.ts'
import type { RecordedEvent } from '../domain/accord/events.ts'
import type { Citation } from '../domain/accord/parts.ts'
import { type Accord, initialAccord, phaseNames } from '../domain/accord/state.ts'
import { fold } from '../domain/decider.ts'
import { describeEvent } from '../domain/text/describe.ts'
import { formatDate, formatInstant, formatMoney } from '../domain/text/format.ts'
import { type Language, nameOf, textOf } from '../domain/text/render.ts'
import { noticeText } from '../domain/text/sentences.ts'
import { parseInstant } from '../domain/time/instant.ts'
import { type LocalDate, parseLocalDate } from '../domain/time/localDate.ts'
import { drawGantt } from './gantt.ts'
import { deadlineJson, eventJson, overviewJson, regionName } from './json.ts'
import { regionCode } from './options.ts'
import { type Output, table } from './output.ts'
import { exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'

/** An accord has hundreds of events at most; a stream beyond this bound is shown up to it. */
const mostEvents = 1_000

/** `accord list | show | timeline | deadlines`: all of it from Postgres. */
export function addViews(accord: Command, session: Session): void {
  const { language } = session.output
  const text = (key: Parameters<typeof textOf>[1]) => textOf(language, key)
  accord
    .command('list')
    .description(text('cli.help-list'))
    .option('--region <codice>', text('field.regionId'))
    .option('--phase <fase>', text('cli.help-phase'))
    .option('--limit <n>', text('cli.help-limit'), '100')
    .option('--after <accordId>', text('cli.help-after'))
    .action((given) => list(session, given))
  accord
    .command('show')
    .description(text('cli.help-show'))
    .argument('<accordId>', text('field.accordId'))
    .action((accordId) => show(session, accordId))
  accord
    .command('timeline')
    .description(text('cli.help-timeline'))
    .argument('<accordId>', text('field.accordId'))
    .action((accordId) => showTimeline(session, accordId))
  accord
    .command('deadlines')
    .description(text('cli.help-deadlines'))
    .argument('[accordId]', text('field.accordId'))
    .option('--region <codice>', text('field.regionId'))
    .option('--limit <n>', text('cli.help-limit'), '100')
    .option('--after <chiave>', text('cli.help-after'))
    .action((accordId, given) => deadlines(session, accordId, given))
}

function pageSize(text: string): number {
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1_000) return limit
  throw new Problem('cli.bad-limit', { value: text })
}

interface ListOptions {
  readonly region?: string
  readonly phase?: string
  readonly limit: string
  readonly after?: string
}

async function list(
  { reader, output }: Session,
  { region, phase, limit, after }: ListOptions,
): Promise<void> {
  if (phase !== undefined && !phaseNames.some((name) => name === phase)) {
    throw new Problem('cli.bad-phase', { value: phase, values: phaseNames.join(', ') })
  }
  const rows = await listAccords(reader(), {
    limit: pageSize(limit),
    ...(region !== undefined && { regionId: regionCode(region) }),
    ...(phase !== undefined && { phase }),
    ...(after !== undefined && { afterAccordId: after }),
  })
  const next = rows.length === pageSize(limit) ? rows.at(-1)?.accord_id : undefined
  output.document({ items: rows.map(overviewJson), ...(next !== undefined && { next }) })
  if (rows.length === 0) return output.say('cli.no-accords')
  table(
    output,
    ['head.accord', 'head.region', 'head.phase', 'head.next', 'head.missed'],
    rows.map((row) => [
      row.accord_id,
      regionName(row.region_id),
      nameOf(output.language, 'phase', row.phase),
      row.next_kind === null
        ? '—'
        : `${shortDate(row.next_effective)} ${nameOf(output.language, 'deadline', row.next_kind)}`,
      row.missed === 0 ? '—' : String(row.missed),
    ]),
  )
  if (next !== undefined) output.say('cli.more', { after: next })
}

/** The accord as its events tell it; a Problem with exit code 2 where there is none of this id. */
async function loadAccord(
  { reader }: Session,
  accordId: string,
): Promise<{ accord: Accord; events: RecordedEvent[] }> {
  const events = await timeline(reader(), accordId, { limit: mostEvents })
  const state = fold(accordDecider.evolve, initialAccord, events)
  if (state.phase === 'absent') throw new Problem('cli.no-such-accord', { accordId }, exitCodes.badInput)
  return { accord: state, events }
}

async function show(session: Session, accordId: string): Promise<void> {
  const { output } = session
  const { accord } = await loadAccord(session, accordId)
  const rows = await obligationsOf(session.reader(), accordId)
  const { extensions } = accord
  output.document({
    id: accord.accordId,
    region: accord.regionId,
    regionName: regionName(accord.regionId),
    programme: accord.programmeId,
    title: accord.title,
    phase: accord.phase,
    version: accord.version,
    proposedOn: accord.proposedOn,
    inForceOn: accord.inForceOn ?? null,
    signatures: accord.signatures,
    advance: accord.advance ?? null,
    balance: accord.balance ?? null,
    plan: 'plan' in accord ? accord.plan : null,
    actions: Object.values(accord.actions),
    milestones: Object.values(accord.milestones),
    conditions: Object.values(accord.conditions),
    regionalActs: accord.regionalActs,
    deadlines: rows.map((row) => deadlineJson(row, extensions)),
    extensions: Object.values(extensions),
  })
  if (!output.json) printAccord(output, accord, rows)
}

function printAccord(output: Output, accord: Accord, rows: readonly ObligationRow[]): void {
  const { language } = output
  output.line(`${accord.title} — ${regionName(accord.regionId)}`)
  const facts: (readonly string[])[] = [
    [textOf(language, 'head.accord'), accord.accordId],
    [textOf(language, 'head.programme'), accord.programmeId],
    [textOf(language, 'head.phase'), nameOf(language, 'phase', accord.phase)],
    [textOf(language, 'head.proposed'), formatDate(language, accord.proposedOn)],
  ]
  if (accord.inForceOn)
    facts.push([textOf(language, 'head.in-force'), formatDate(language, accord.inForceOn)])
  if (accord.advance) facts.push([textOf(language, 'head.advance'), formatMoney(language, accord.advance)])
  if (accord.balance) facts.push([textOf(language, 'head.balance'), formatMoney(language, accord.balance)])
  for (const [name, value] of facts) output.line(`  ${(name ?? '').padEnd(20)}${value ?? ''}`)
  if (Object.keys(accord.actions).length > 0) {
    output.line('')
    const heads = ['head.action', 'head.title', 'head.status'] as const
    const actions = Object.values(accord.actions).map((a) => [
      a.numeral,
      wrapped(a.title, output.width - 30),
      nameOf(language, 'action', a.status),
    ])
    table(output, heads, actions)
  }
  if (rows.length === 0) return
  output.line('')
  printDeadlines(output, rows, false)
}

async function showTimeline(session: Session, accordId: string): Promise<void> {
  const { output } = session
  const { accord, events } = await loadAccord(session, accordId)
  output.document({ items: events.map((event) => eventJson(output.language, event)) })
  if (!output.json) printTimeline(output, accord, events)
}

/** The picture first, then every act with what followed from it, then the sources they cite. */
export function printTimeline(output: Output, accord: Accord, events: readonly RecordedEvent[]): void {
  const { language } = output
  const width = output.width - dateWidth
  output.line(`${accord.title} — ${regionName(accord.regionId)} (${nameOf(language, 'phase', accord.phase)})`)
  output.line('')
  for (const line of drawGantt(language, accord, output.width)) output.line(line)
  output.line('')
  const sources = new Map<string, number>()
  let commandId = ''
  for (const event of events) {
    const { on, citation } = event.act
    const isFirst = event.commandId !== commandId
    commandId = event.commandId
    const sentence = `${isFirst ? '●' : '  └'} ${describeEvent(language, event)}`
    const cited = isFirst && citation !== undefined ? ` ${citationText(language, citation, sources)}` : ''
    printBeside(output, isFirst ? formatDate(language, on) : '', wrapped(sentence + cited, width))
    for (const notice of event.notices) {
      if (notice.code === 'recorded-on-behalf') continue
      printBeside(output, '', wrapped(`    ⚠ ${noticeText(language, notice)}`, width))
    }
  }
  if (sources.size === 0) return
  output.line('')
  output.say('cli.sources')
  for (const [source, number] of sources) output.line(wrapped(`  [${number}] ${source}`, output.width))
}

const dateWidth = 32

/** The protocol as cited, and the number of its source in the list below. */
function citationText(language: Language, citation: Citation, sources: Map<string, number>): string {
  if (citation.mark === 'assumed') return ''
  const number = sources.get(citation.source) ?? sources.size + 1
  sources.set(citation.source, number)
  const protocol = citation.protocol === undefined ? '' : `${citation.protocol} `
  const mark = citation.mark === undefined ? '' : ` ${nameOf(language, 'mark', citation.mark)}`
  return `(${protocol}[${number}]${mark})`
}

function printBeside(output: Output, left: string, right: string): void {
  right.split('\n').forEach((line, index) => {
    output.line(`${(index === 0 ? left : '').padEnd(dateWidth)}${line}`)
  })
}

interface DeadlineOptions {
  readonly region?: string
  readonly limit: string
  readonly after?: string
}

async function deadlines(
  session: Session,
  accordId: string | undefined,
  given: DeadlineOptions,
): Promise<void> {
  const { output } = session
  if (accordId !== undefined) {
    const { accord } = await loadAccord(session, accordId)
    const rows = await obligationsOf(session.reader(), accordId)
    output.document({ items: rows.map((row) => deadlineJson(row, accord.extensions)) })
    if (rows.length === 0) return output.say('cli.no-deadlines')
    return printDeadlines(output, rows, false)
  }
  const limit = pageSize(given.limit)
  const rows = await listDue(session.reader(), {
    limit,
    ...(given.region !== undefined && { regionId: regionCode(given.region) }),
    ...(given.after !== undefined && { after: dueKey(given.after) }),
  })
  const last = rows.length === limit ? rows.at(-1) : undefined
  const next = last && `${last.passes_at}/${last.accord_id}/${last.deadline_id}`
  output.document({ items: rows.map((row) => deadlineJson(row)), ...(next !== undefined && { next }) })
  if (rows.length === 0) return output.say('cli.no-deadlines')
  printDeadlines(output, rows, true)
  if (next !== undefined) output.say('cli.more', { after: next })
}

function dueKey(text: string): DueKey {
  const [at = '', accordId, ...deadlineId] = text.split('/')
  const passesAt = parseInstant(at)
  if (passesAt === undefined || accordId === undefined) throw new Problem('cli.bad-after', { value: text })
  return { passesAt, accordId, deadlineId: deadlineId.join('/') }
}

function printDeadlines(output: Output, rows: readonly ObligationRow[], withAccord: boolean): void {
  const { language } = output
  const heads = ['head.deadline', 'head.obligor', 'head.effective', 'head.passes', 'head.status'] as const
  table(
    output,
    withAccord ? ['head.accord', ...heads] : heads,
    rows.map((row) => {
      const name = nameOf(language, 'deadline', row.kind) + (row.ref === null ? '' : ` (${row.ref})`)
      const rolled =
        row.nominal === row.effective ? '' : ` (${textOf(language, 'cli.nominal')} ${shortDate(row.nominal)})`
      const late = row.days_late === null || row.days_late === 0 ? '' : ` (+${row.days_late})`
      const passes = parseInstant(row.passes_at)
      const cells = [
        name,
        nameOf(language, 'party', row.obligor),
        `${shortDate(row.effective)}${rolled}`,
        passes === undefined ? row.passes_at : formatInstant(language, passes, row.zone),
        nameOf(language, 'status', row.status) + late,
      ]
      return withAccord ? [row.accord_id, ...cells] : cells
    }),
  )
}

function shortDate(date: string | null): string {
  const read: LocalDate | undefined = date === null ? undefined : parseLocalDate(date)
  return read === undefined ? '—' : read.split('-').reverse().join('/')
}

export function wrapped(text: string, width: number): string {
  const lines: string[] = []
  const indent = /^ */.exec(text)?.[0] ?? ''
  let line = ''
  for (const word of text.trim().split(' ')) {
    if (line !== '' && indent.length + line.length + word.length + 1 > width) {
      lines.push(indent + line)
      line = `  ${word}`
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, indent + line].join('\n')
}
