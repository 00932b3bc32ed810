import type { Command } from 'commander'
import { Reference } from '../db/reference.ts'
import type { AccordCommand } from '../domain/accord/commands.ts'
import { type Foreseen, foresee, type Horizon } from '../domain/accord/foresee.ts'
import { deadlineName, describeEvent } from '../domain/text/describe.ts'
import { formatDate, formatInstant } from '../domain/text/format.ts'
import { type Language, nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { refusalText } from '../domain/text/sentences.ts'
import { type Instant, lastInstantOf, localDateOf } from '../domain/time/instant.ts'
import { calendarImpact, foreseeAll } from '../operations/foresight.ts'
import { requestsOf } from '../operations/importFiles.ts'
import { command as commandSchema } from '../schemas/commands.ts'
import { inputIssues } from '../schemas/issues.ts'
import { calendar as calendarSchema } from '../schemas/reference.ts'
import { readJson } from './files.ts'
import { type Output, table } from './output.ts'
import { BadInput, Problem } from './problem.ts'
import type { Session } from './session.ts'
import { dayOf, loadAccord, shortDate, wrapped } from './shared.ts'

/** `foresee` and `calendar impact`: questions about the future, answered on copies. */
export function addForesight(program: Command, noun: (name: string) => Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  program
    .command('foresee')
    .description(text('cli.help-foresee'))
    .argument('[accordId]', text('cli.help-foresee-accord'))
    .option('--until <giorno>', text('cli.help-foresee-until'))
    .option('--acts <file>', text('cli.help-foresee-acts'))
    .option('--no-reminders', text('cli.help-foresee-no-reminders'))
    .action((accordId, given) => runForesee(session, accordId, given))
  noun('calendar')
    .command('impact')
    .description(text('cli.help-calendar-impact'))
    .argument('<file>', text('cli.help-calendar-file'))
    .action((file) => runImpact(session, file))
}

const zone = 'Europe/Rome'

interface ForeseeOptions {
  readonly until?: string
  readonly acts?: string
  readonly reminders: boolean
}

async function runForesee(
  session: Session,
  accordId: string | undefined,
  given: ForeseeOptions,
): Promise<void> {
  const { output } = session
  const day = dayOf('--until', given.until ?? '')
  const until = lastInstantOf(day, zone)
  if (day < localDateOf(session.now(), zone)) throw new Problem('cli.foresee-past', { value: day })
  if (accordId === undefined && given.acts !== undefined) throw new Problem('cli.foresee-needs-accord')
  const horizon: Horizon = { until, ...(given.reminders && { from: session.now() }) }
  const seen =
    accordId === undefined
      ? await foreseenOfAll(session, horizon)
      : await foreseenOf(session, accordId, horizon, given.acts)
  seen.sort((a, b) => (a.step.at < b.step.at ? -1 : a.step.at > b.step.at ? 1 : 0))
  if (output.json) return output.document({ items: seen.map((one) => stepJson(output.language, one)) })
  if (seen.length === 0) return output.say('cli.foresee-nothing', { until: shortDate(day) })
  showSteps(output, seen)
  const many = (wanted: Foreseen['what']) =>
    seen.filter(({ step }) => step.what === wanted && !('due' in step && 'tier' in step.due)).length
  const counted = given.reminders ? 'cli.foresee-count-reminders' : 'cli.foresee-count'
  const accords = new Set(seen.map((one) => one.accordId)).size
  output.say(counted, { count: many('lapse'), reminders: many('reminder'), accords })
  output.say('cli.foresee-written')
}

interface Seen {
  readonly accordId: string
  readonly step: Foreseen
}

async function foreseenOfAll(session: Session, horizon: Horizon): Promise<Seen[]> {
  const context = await new Reference(session.reader()).latestContext()
  const seen: Seen[] = []
  for await (const { accord, foresight } of foreseeAll(session.reader(), context, horizon)) {
    for (const step of foresight.steps) seen.push({ accordId: accord.accordId, step })
  }
  return seen
}

async function foreseenOf(
  session: Session,
  accordId: string,
  horizon: Horizon,
  file: string | undefined,
): Promise<Seen[]> {
  const context = await new Reference(session.reader()).latestContext()
  const { accord } = await loadAccord(session, accordId)
  const acts = file === undefined ? [] : await hypothetical(file, accordId, horizon.until)
  return foresee(accord, context, horizon, acts).steps.map((step) => ({ accordId, step }))
}

/** Of thousands of accords there are more steps than anybody reads: the JSON has them all, the table the first. */
const mostRows = 1_000

function showSteps(output: Output, seen: readonly Seen[]): void {
  const { language } = output
  table(
    output,
    ['head.when', 'head.accord', 'head.what'],
    seen.slice(0, mostRows).map(({ accordId, step }) => {
      // People know a deadline by its last instant, not by the first one after it.
      const at = step.what === 'lapse' ? step.due.passesAt : step.at
      const text = wrapped(stepText(language, step), output.width - 60)
      return [formatInstant(language, at, zone), accordId, text]
    }),
  )
  if (seen.length > mostRows) output.say('cli.foresee-more', { shown: mostRows, total: seen.length })
}

/** One step as machines read it, with its line for people. */
function stepJson(language: Language, { accordId, step }: Seen) {
  const head = { accord: accordId, what: step.what, at: step.at }
  const text = stepText(language, step)
  if (step.what === 'refused') return { ...head, refusal: step.refusal, text }
  if (step.what === 'act') return { ...head, command: step.command.type, events: step.events, text }
  const { id, kind, obligor, effective, passesAt } = step.due
  const isTarget = step.what === 'lapse' && step.due.tier === 'target'
  const tier = isTarget ? { tier: 'target' } : {}
  const deadline = { id, kind, obligor, effective, passesAt, ...tier }
  if (step.what === 'lapse') return { ...head, deadline, events: step.events, text }
  const { deadlineId: _, ...reminder } = step.reminder
  return { ...head, deadline, reminder, text }
}

/** A deadline that passes, or only its target, and what follows by itself. */
function lapseText(language: Language, { due, events }: Extract<Foreseen, { what: 'lapse' }>): string {
  const key = due.tier === 'target' ? 'cli.foresee-target' : 'cli.foresee-lapse'
  const said = ['DeadlineMissed', 'DeadlineMet', 'TargetPassed']
  const follows = events.filter(({ type }) => !said.includes(type))
  return [
    `${deadlineName(language, due.id)}: ${textOf(language, key)}`,
    ...follows.map((event) => describeEvent(language, event)),
  ].join('. ')
}

/** What one step would bring, in one line. */
function stepText(language: Language, step: Foreseen): string {
  switch (step.what) {
    case 'lapse':
      return lapseText(language, step)
    case 'reminder': {
      const { about, to, dueOn } = step.reminder
      const params = { to: nameOf(language, 'recipient', to), date: formatDate(language, dueOn) }
      const text = textOf(language, `cli.foresee-reminder.${about}`, params)
      return `${deadlineName(language, step.due.id)}: ${text}`
    }
    case 'refused': {
      const { message } = refusalText(language, step.refusal)
      return textOf(language, 'cli.foresee-refused', { act: actName(language, step.command), message })
    }
    case 'act': {
      const happens = step.events.map((event) => describeEvent(language, event)).join(' ')
      return `${textOf(language, 'cli.foresee-act', { act: actName(language, step.command) })}: ${happens}`
    }
    default:
      return step satisfies never
  }
}

function actName(language: Language, { type }: AccordCommand): string {
  return nameOf(language, 'act', type)
}

/** The acts of a file, checked like those of an import; they may be received at any time until the end. */
async function hypothetical(file: string, accordId: string, until: Instant): Promise<AccordCommand[]> {
  const read = requestsOf({ ...Object(await readJson(file)), accordId }, until)
  if ('issues' in read) throw new BadInput(read.issues)
  return read.requests.map((request, index) => {
    const parsed = commandSchema.safeParse(request)
    if (parsed.success) return parsed.data
    const issues = inputIssues(parsed.error, request)
    throw new BadInput(issues.map((issue) => ({ ...issue, field: `acts.${index}.${issue.field}` })))
  })
}

async function runImpact(session: Session, file: string): Promise<void> {
  const { output } = session
  const content = await readJson(file)
  const parsed = calendarSchema.safeParse(content)
  if (!parsed.success) throw new BadInput(inputIssues(parsed.error, content))
  const { id, version } = parsed.data
  const items = []
  let accords = 0
  for await (const { accord, impacts } of calendarImpact(session.reader(), parsed.data)) {
    accords += 1
    for (const { obligation, would } of impacts) {
      const { id: deadline, kind, effective, passesAt, calendar } = obligation
      items.push({
        ...{ accord: accord.accordId, region: accord.regionId, deadline, kind },
        from: { effective, passesAt, calendarVersion: calendar.version },
        to: { effective: would.effective, passesAt: would.passesAt, calendarVersion: version },
        why: would.why,
      })
    }
  }
  output.document({ calendar: { id, version }, items })
  if (items.length === 0) return output.say('cli.impact-none', { id, version })
  table(
    output,
    ['head.accord', 'head.deadline', 'head.now', 'head.would'],
    items.map(({ accord, deadline, from, to }) => [
      accord,
      deadlineName(output.language, deadline),
      shortDate(from.effective),
      shortDate(to.effective),
    ]),
  )
  output.say('cli.impact-count', { id, version, count: items.length, accords })
}
