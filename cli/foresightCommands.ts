import type { Command } from 'commander'
import { Reference } from '../db/reference.ts'
import type { AccordCommand } from '../domain/accord/commands.ts'
import { type Foreseen, foresee } from '../domain/accord/foresee.ts'
import type { Accord } from '../domain/accord/state.ts'
import { deadlineName, describeEvent } from '../domain/text/describe.ts'
import { formatInstant } from '../domain/text/format.ts'
import { nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { refusalText } from '../domain/text/sentences.ts'
import { type Instant, lastInstantOf, localDateOf } from '../domain/time/instant.ts'
import { calendarImpact, foreseeAll } from '../operations/foresight.ts'
import { requestsOf } from '../operations/importFiles.ts'
import { command as commandSchema } from '../schemas/commands.ts'
import { inputIssues } from '../schemas/issues.ts'
import { calendar as calendarSchema } from '../schemas/reference.ts'
import { readJson } from './files.ts'
import { table } from './output.ts'
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
  const context = await new Reference(session.reader()).latestContext()
  const items: ReturnType<typeof stepJson>[] = []
  let accords = 0
  const add = (accord: Accord, steps: readonly Foreseen[]) => {
    accords += 1
    for (const step of steps) items.push(stepJson(session, accord, step))
  }
  if (accordId === undefined) {
    for await (const { accord, foresight } of foreseeAll(session.reader(), context, until)) {
      add(accord, foresight.steps)
    }
  } else {
    const { accord } = await loadAccord(session, accordId)
    const acts = given.acts === undefined ? [] : await hypothetical(given.acts, accordId, until)
    const { steps } = foresee(accord, context, until, acts)
    if (steps.length > 0) add(accord, steps)
  }
  items.sort((a, b) => (a.at < b.at ? -1 : 1))
  output.document({ items: items.map(({ shownAt: _, ...item }) => item) })
  if (items.length === 0) return output.say('cli.foresee-nothing', { until: shortDate(day) })
  table(
    output,
    ['head.when', 'head.accord', 'head.what'],
    items.map(({ shownAt, accord, text }) => [
      formatInstant(output.language, shownAt, zone),
      accord,
      wrapped(text, output.width - 60),
    ]),
  )
  const count = items.filter(({ what }) => what === 'lapse').length
  output.say('cli.foresee-count', { count, accords })
  output.say('cli.foresee-written')
}

/** What one step would bring, in one line: its events are in the JSON. */
function stepJson({ output }: Session, { accordId }: Accord, step: Foreseen) {
  const { language } = output
  const { what, at } = step
  const head = { accord: accordId, what, at, shownAt: at }
  if (step.what === 'lapse') {
    const { id, kind, obligor, effective, passesAt } = step.due
    const text = `${deadlineName(language, id)}: ${textOf(language, 'cli.foresee-lapse')}`
    // People know a deadline by its last instant, not by the first one after it.
    return {
      ...head,
      shownAt: passesAt,
      deadline: { id, kind, obligor, effective, passesAt },
      events: step.events,
      text,
    }
  }
  const act = nameOf(language, 'act', step.command.type)
  if (step.what === 'refused') {
    const { message } = refusalText(language, step.refusal)
    return { ...head, refusal: step.refusal, text: textOf(language, 'cli.foresee-refused', { act, message }) }
  }
  const happens = step.events.map((event) => describeEvent(language, event)).join(' ')
  const text = `${textOf(language, 'cli.foresee-act', { act })}: ${happens}`
  return { ...head, command: step.command.type, events: step.events, text }
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
