import type { Command } from 'commander'
import { type ObligationRow, obligationRows } from '../db/readModels/obligations.ts'
import { listAccords, type OverviewRow } from '../db/readModels/overview.ts'
import { gatesOf } from '../domain/accord/monitoring/gates.ts'
import { type Accord, phaseNames } from '../domain/accord/state.ts'
import { deadlineName } from '../domain/text/describe.ts'
import { untilText } from '../domain/text/describeExtension.ts'
import { formatDate, formatMoney } from '../domain/text/format.ts'
import { nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { deadlines, inOrder, printDeadlines } from './deadlinesView.ts'
import { allPages } from './export/sheet.ts'
import { type ExportOptions, exported, withExport } from './export/write.ts'
import { deadlineJson, overviewJson, regionName } from './json.ts'
import { accordsSheet } from './listSheets.ts'
import { printGates } from './monitoringView.ts'
import { regionCode } from './options.ts'
import { type Output, table } from './output.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'
import { type AsOfOptions, loadAccord, pageSize, shortDate, wrapped } from './shared.ts'
import { showTimeline } from './timelineView.ts'
import { showWhy } from './whyView.ts'

/** `accord list | show | timeline | deadlines`: all of it from Postgres. */
export function addViews(accord: Command, deadline: Command, session: Session): void {
  const { language } = session.output
  const text = (key: TextKey) => textOf(language, key)
  withExport(accord.command('list'), session)
    .description(text('cli.help-list'))
    .option('--region <codice>', text('field.regionId'))
    .option('--phase <fase>', text('cli.help-phase'))
    .option('--limit <n>', text('cli.help-limit'), '100')
    .option('--after <accordId>', text('cli.help-after'))
    .action((given) => list(session, given))
  withAsOf(accord.command('show'), text)
    .description(text('cli.help-show'))
    .argument('<accordId>', text('field.accordId'))
    .action((accordId, given) => show(session, accordId, given))
  withExport(withAsOf(accord.command('timeline'), text), session)
    .description(text('cli.help-timeline'))
    .argument('<accordId>', text('field.accordId'))
    .action((accordId, given) => showTimeline(session, accordId, given))
  // The same list under both names: people look for it at the accord and at the deadlines.
  for (const list of [accord.command('deadlines'), deadline.command('list')]) {
    withExport(withAsOf(list, text), session)
      .description(text('cli.help-deadlines'))
      .argument('[accordId]', text('field.accordId'))
      .option('--region <codice>', text('field.regionId'))
      .option('--limit <n>', text('cli.help-limit'), '100')
      .option('--after <chiave>', text('cli.help-after'))
      .action((accordId, given) => deadlines(session, accordId, given))
  }
  withAsOf(deadline.command('why'), text)
    .description(text('cli.help-deadline-why'))
    .argument('<accordId>', text('field.accordId'))
    .argument('<deadlineId>', text('cli.help-deadline-id'))
    .action((accordId, deadlineId, given) => showWhy(session, accordId, deadlineId, given))
}

function withAsOf(command: Command, text: (key: TextKey) => string): Command {
  return command
    .option('--as-known-on <giorno>', text('cli.help-known-on'))
    .option('--as-effective-on <giorno>', text('cli.help-effective-on'))
}

interface ListOptions extends ExportOptions {
  readonly region?: string
  readonly phase?: string
  readonly limit: string
  readonly after?: string
}

async function list(session: Session, given: ListOptions): Promise<void> {
  const { reader, output } = session
  const { region, phase, limit, after } = given
  if (phase !== undefined && !phaseNames.some((name) => name === phase)) {
    throw new Problem('cli.bad-phase', { value: phase, values: phaseNames.join(', ') })
  }
  const page = (size: number, from: string | undefined) =>
    listAccords(reader(), {
      limit: size,
      ...(region !== undefined && { regionId: regionCode(region) }),
      ...(phase !== undefined && { phase }),
      ...(from !== undefined && { afterAccordId: from }),
    })
  const all = () => allPages<OverviewRow>(1_000, (last) => page(1_000, last?.accord_id ?? after))
  if (await exported(session, given, () => accordsSheet(output.language, all()))) return
  const rows = await page(pageSize(limit), after)
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

async function show(session: Session, accordId: string, given: AsOfOptions): Promise<void> {
  const { output } = session
  const { accord } = await loadAccord(session, accordId, given)
  const rows = inOrder(obligationRows({}, accord))
  const { extensions } = accord
  output.document({
    id: accord.accordId,
    region: accord.regionId,
    regionName: regionName(accord.regionId),
    programme: accord.programmeId,
    rulesVersion: accord.rules.version,
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
    suspensions: Object.values(accord.suspensions),
    control: accord.control ?? null,
    withdrawal: accord.withdrawal ?? null,
    nonUse: accord.nonUse ?? null,
    revocation: accord.revocation ?? null,
    recoveries: Object.values(accord.recoveries ?? {}),
    exitedOn: 'exitedOn' in accord ? accord.exitedOn : null,
    closedOn: 'closedOn' in accord ? accord.closedOn : null,
    monitoring: accord.monitoring ?? null,
    gates: gatesOf(accord),
    lastDecision: accord.lastDecision?.type ?? null,
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
  if ('closedOn' in accord && accord.closedOn !== undefined)
    facts.push([textOf(language, 'head.closed'), formatDate(language, accord.closedOn)])
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
  printExtensions(output, accord)
  printSuspensions(output, accord)
  printGates(output, gatesOf(accord))
}

function printExtensions(output: Output, { extensions }: Accord): void {
  const { language } = output
  const all = Object.values(extensions)
  if (all.length === 0) return
  output.line('')
  table(
    output,
    ['head.extension', 'head.scope', 'head.until', 'head.status'],
    all.map(({ extensionId, scope, granted, requested, status }) => [
      extensionId,
      nameOf(language, 'extension', scope),
      untilText(language, granted ?? requested ?? {}),
      nameOf(language, 'extension.status', status),
    ]),
  )
}

function printSuspensions(output: Output, { suspensions }: Accord): void {
  const { language } = output
  const all = Object.values(suspensions)
  if (all.length === 0) return
  output.line('')
  table(
    output,
    ['head.suspension', 'head.ground', 'head.deadlines', 'head.last-used', 'head.last-stopped'],
    all.map(({ suspensionId, ground, deadlineIds, on, until }) => [
      suspensionId,
      nameOf(language, 'ground', ground),
      deadlineIds.map((id) => deadlineName(language, id)).join(', '),
      shortDate(on),
      shortDate(until ?? null),
    ]),
  )
}
