import type { Command } from 'commander'
import {
  type DecisionKey,
  type DecisionRow,
  decisionRows,
  listDecisions,
} from '../db/readModels/decisions.ts'
import { Reference } from '../db/reference.ts'
import { actBehind, forAnyOffice } from '../domain/accord/approvals/decide.ts'
import type { DecisionAbout, DecisionSubject } from '../domain/accord/approvals/parts.ts'
import type { DecisionState } from '../domain/accord/approvals/state.ts'
import type { CommandOf } from '../domain/accord/commands.ts'
import { type AccordDecision, decide } from '../domain/accord/decide.ts'
import { type Accord, entry } from '../domain/accord/state.ts'
import { describeEvent } from '../domain/text/describe.ts'
import { aboutText } from '../domain/text/describeApprovals.ts'
import { formatDate, formatInstant } from '../domain/text/format.ts'
import { type Language, nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { noticeText, refusalText } from '../domain/text/sentences.ts'
import { type Instant, localDateOf, parseInstant } from '../domain/time/instant.ts'
import { regionCode } from './options.ts'
import { table } from './output.ts'
import { exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'
import { loadAccord, pageSize, shortDate, wrapped } from './shared.ts'

/** `decision list | show`: what waits for somebody to certify it, and what that would bring. */
export function addDecisions(decision: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  decision
    .command('list')
    .description(text('cli.help-decision-list'))
    .argument('[accordId]', text('field.accordId'))
    .option('--all', text('cli.help-decision-all'))
    .option('--region <codice>', text('field.regionId'))
    .option('--limit <n>', text('cli.help-limit'), '100')
    .option('--after <chiave>', text('cli.help-after'))
    .action((accordId, given) => list(session, accordId, given))
  decision
    .command('show')
    .description(text('cli.help-decision-show'))
    .argument('<accordId>', text('field.accordId'))
    .argument('<decisionId>', text('field.decisionId'))
    .action((accordId, decisionId) => show(session, accordId, decisionId))
}

interface ListOptions {
  readonly all?: boolean
  readonly region?: string
  readonly limit: string
  readonly after?: string
}

async function list(session: Session, accordId: string | undefined, given: ListOptions): Promise<void> {
  const { output, reader } = session
  const limit = pageSize(given.limit)
  if (accordId !== undefined) await loadAccord(session, accordId)
  const rows = await listDecisions(reader(), {
    limit,
    ...(given.all && { all: true }),
    ...(accordId !== undefined && { accordId }),
    ...(given.region !== undefined && { regionId: regionCode(given.region) }),
    ...(given.after !== undefined && { after: keyFrom(given.after) }),
  })
  const last = rows.length === limit ? rows.at(-1) : undefined
  const next = last && `${last.prepared_at}/${last.accord_id}/${last.decision_id}`
  output.document({ items: rows.map(decisionJson), ...(next !== undefined && { next }) })
  if (rows.length === 0) return output.say(given.all ? 'cli.no-decisions-ever' : 'cli.no-decisions')
  const { language } = output
  table(
    output,
    [
      ...(['head.accord', 'head.decision', 'head.act', 'head.about'] as const),
      ...(['head.prepared-by', 'head.prepared-on', 'head.status'] as const),
    ],
    rows.map((row) => [
      row.accord_id,
      row.decision_id,
      wrapped(nameOf(language, 'act', row.act), 30),
      wrapped(aboutText(language, aboutOf(row)), 24),
      row.prepared_by,
      shortDate(row.prepared_on),
      wrapped(nameOf(language, 'decision.status', row.status), 24),
    ]),
  )
  if (next !== undefined) output.say('cli.more', { after: next })
}

function keyFrom(text: string): DecisionKey {
  const [at = '', accordId, decisionId] = text.split('/')
  const preparedAt = parseInstant(at)
  if (preparedAt === undefined || accordId === undefined || decisionId === undefined) {
    throw new Problem('cli.bad-after', { value: text })
  }
  return { preparedAt, accordId, decisionId }
}

function aboutOf({ subject, ref, version }: DecisionRow): DecisionAbout {
  const about = { subject: subject as DecisionSubject }
  return { ...about, ...(ref !== null && { ref }), ...(version !== null && { version }) }
}

/** The shape that `--json` promises. */
function decisionJson(row: DecisionRow) {
  return {
    accord: row.accord_id,
    region: row.region_id,
    id: row.decision_id,
    act: row.act,
    status: row.status,
    about: aboutOf(row),
    preparedBy: row.prepared_by,
    preparedOn: row.prepared_on,
    preparedAt: row.prepared_at,
    changed: row.changed_by === null ? null : { by: row.changed_by, on: row.changed_on },
    settled: row.settled_by === null ? null : { by: row.settled_by, on: row.settled_on },
  }
}

async function show(session: Session, accordId: string, decisionId: string): Promise<void> {
  const { output } = session
  const { language } = output
  const { accord } = await loadAccord(session, accordId)
  const decision = entry(accord.decisions ?? {}, decisionId)
  const row = decisionRows({}, accord).find(({ decision_id }) => decision_id === decisionId)
  if (decision === undefined || row === undefined) {
    const values = Object.keys(accord.decisions ?? {}).join(', ') || '—'
    throw new Problem('cli.no-such-decision', { accordId, decisionId, values }, exitCodes.badInput)
  }
  const would = decision.status === 'open' ? await wouldBring(session, accord, decision) : undefined
  output.document({
    ...decisionJson(row),
    data: decision.prepared.data,
    reasons: decision.settled?.reasons ?? null,
    would: would === undefined ? null : wouldJson(language, would),
  })
  for (const [key, value] of facts(language, accord, decision)) {
    output.line(`  ${textOf(language, key).padEnd(24)}${value}`)
  }
  output.line('')
  // What it says, word for word, as its own command takes it.
  output.line(`  ${JSON.stringify(decision.prepared.data)}`)
  if (would === undefined) return
  output.line('')
  if (would.outcome === 'refused') {
    return output.say('cli.decision-would-not', { message: refusalText(language, would.refusal).message })
  }
  output.say('cli.decision-would')
  for (const event of would.events.slice(1)) output.line(`  ${describeEvent(language, event)}`)
  for (const notice of would.notices) output.say('cli.notice', { notice: noticeText(language, notice) })
  output.say('cli.decision-next', { accordId, decisionId, preparedBy: decision.preparedBy })
}

function facts(language: Language, accord: Accord, decision: DecisionState) {
  const { decisionId, prepared, about, status, preparedBy, preparedAt, changed, settled } = decision
  const changedBy =
    changed && `${nameOf(language, 'change', changed.by)}, ${formatDate(language, changed.on)}`
  const all: readonly (readonly [TextKey, string | undefined])[] = [
    ['head.accord', accord.accordId],
    ['head.decision', decisionId],
    ['head.act', nameOf(language, 'act', prepared.act)],
    ['head.about', aboutText(language, about)],
    ['head.status', nameOf(language, 'decision.status', status)],
    ['head.prepared-by', preparedBy],
    ['head.prepared-on', formatInstant(language, preparedAt, accord.rules.zone)],
    ['head.changed', changedBy],
    ['head.settled-by', settled && `${settled.by}, ${formatDate(language, settled.on)}`],
    ['head.reasons', settled?.reasons],
  ]
  return all.filter((one): one is readonly [TextKey, string] => one[1] !== undefined)
}

/** The same decision as in earnest on a copy, by whoever may take it: nothing is written. */
async function wouldBring(
  session: Session,
  accord: Accord,
  { decisionId, preparedBy }: DecisionState,
): Promise<AccordDecision> {
  const receivedAt: Instant = session.now()
  const id = preparedBy === 'certificazione' ? 'altri' : 'certificazione'
  const command: CommandOf<'CertifyDecision'> = {
    type: 'CertifyDecision',
    commandId: 'ipotesi',
    accordId: accord.accordId,
    act: {
      on: { date: localDateOf(receivedAt, accord.rules.zone), precision: 'day', assumed: false },
      receivedAt,
      actor: { role: 'ministry', id },
      documents: [],
    },
    data: { decisionId },
  }
  const context = await new Reference(session.reader()).contextFor(actBehind(command, accord))
  return decide(command, forAnyOffice(accord), context)
}

function wouldJson(language: Language, would: AccordDecision) {
  if (would.outcome === 'refused') {
    const { code, params } = would.refusal
    return { outcome: 'refused', refusal: { code, params, ...refusalText(language, would.refusal) } }
  }
  const events = would.events.slice(1).map((event) => ({ ...event, text: describeEvent(language, event) }))
  const notices = would.notices.map((notice) => ({ ...notice, message: noticeText(language, notice) }))
  return { outcome: 'accepted', events, notices }
}
