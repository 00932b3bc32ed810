import type { Command } from 'commander'
import type { z } from 'zod'
import { shippedCalendar, shippedCalendarFiles } from '../db/shippedCalendars.ts'
import { formatDate, formatDay, formatInstant } from '../domain/text/format.ts'
import { type TextKey, textOf } from '../domain/text/render.ts'
import { whyText } from '../domain/text/why.ts'
import { type Calendar, CalendarDoesNotCover, type RollPolicy } from '../domain/time/calendar.ts'
import { type ActDate, parseLocalDate, writtenForm } from '../domain/time/localDate.ts'
import { type ComputedTerm, computeTerm, type Term, type TermBasis } from '../domain/time/term.ts'
import { inputIssues } from '../schemas/issues.ts'
import { actDate, text as citedText, period as periodSchema, wallTime } from '../schemas/primitives.ts'
import { zone as zoneSchema } from '../schemas/reference.ts'
import { BadInput, Problem } from './problem.ts'
import type { Session } from './session.ts'

interface TermOptions {
  readonly start?: string
  readonly period?: string
  readonly fixed?: string
  readonly policy: string
  readonly calendar: string
  readonly subject: string
  readonly backward?: boolean
  readonly cutOff?: string
  readonly zone: string
  readonly rule?: string
}

/** `term compute`: the term engine itself, on the calendars that accordi ships; needs no database. */
export function addTerm(term: Command, session: Session): void {
  const text = (key: TextKey, params = {}) => textOf(session.output.language, key, params)
  term
    .command('compute')
    .description(text('cli.help-term-compute'))
    .option('--start <giorno>', text('cli.help-term-start'))
    .option('--period <periodo>', text('cli.help-term-period'))
    .option('--fixed <giorno>', text('cli.help-term-fixed'))
    .option('--policy <regola>', text('cli.help-term-policy'), 'CC')
    .option(
      '--calendar <id>',
      text('cli.help-term-calendar', { values: 'IT, IT-ROMA, UK-ENG, EU-INST' }),
      'IT',
    )
    .option('--subject <oggetto>', text('cli.help-term-subject'), 'act')
    .option('--backward', text('cli.help-term-backward'))
    .option('--cut-off <ora>', text('cli.help-term-cut-off'))
    .option('--zone <fuso>', text('cli.help-term-zone'), 'Europe/Rome')
    .option('--rule <testo>', text('cli.help-term-rule'))
    .action((given: TermOptions) => compute(session, given))
}

function compute({ output }: Session, given: TermOptions): void {
  const { language } = output
  const start = given.start === undefined ? undefined : read('start', given.start, actDate)
  const fixed = given.fixed === undefined ? undefined : read('fixed', given.fixed, actDate)
  const origin = start ?? fixed
  const computed = computedOf(
    termOf(given, start, fixed, textOf(language, 'cli.term-rule')),
    calendarOf(given.calendar),
  )
  const { nominal, effective, passesAt, zone, calendar, why } = computed
  const text = whyText(language, why)
  const startPrecision = origin?.precision ?? 'day'
  output.document({ nominal, effective, passesAt, zone, calendar, startPrecision, why, text })
  if (output.json) return
  const facts: [TextKey, string][] = [
    ['cli.term-nominal', formatDay(language, nominal)],
    ['cli.term-effective', formatDay(language, effective)],
    ['head.passes', `${formatInstant(language, passesAt, zone)} (${passesAt})`],
  ]
  for (const [key, value] of facts) output.line(`${textOf(language, key).padEnd(22)} ${value}`)
  if (origin !== undefined && startPrecision !== 'day') {
    output.say('cli.term-partial', { value: writtenForm(origin), date: formatDate(language, origin.date) })
  }
  output.line('')
  text.forEach((line, index) => {
    output.line(`${index + 1}. ${line}`)
  })
}

function termOf(
  given: TermOptions,
  start: ActDate | undefined,
  fixed: ActDate | undefined,
  otherwise: string,
): Term {
  const subject = among('subject', given.subject, ['act', 'end'] as const)
  const { cutOff, rule } = given
  return {
    ...basisOf(given, start, fixed),
    subject: subject === 'act' ? 'ACT_TO_PERFORM' : 'END_OF_PERIOD',
    policy: among<RollPolicy>('policy', given.policy, ['CC', 'SAT', 'EU', 'NONE']),
    zone: read('zone', given.zone, zoneSchema),
    // An empty rule is refused, not printed as a blank: a step that cites nothing would not say why.
    citation: rule === undefined ? otherwise : read('rule', rule, citedText),
    ...(cutOff !== undefined && { cutOff: read('cut-off', cutOff, wallTime) }),
  }
}

function basisOf(
  { period, backward = false }: TermOptions,
  start: ActDate | undefined,
  fixed: ActDate | undefined,
): TermBasis {
  const isPeriod = start !== undefined && period !== undefined && fixed === undefined
  const isFixed = start === undefined && period === undefined && fixed !== undefined
  if (isFixed && !backward) return { basis: 'FIXED_DATE', date: fixed.date }
  if (!isPeriod) throw new Problem('cli.term-one-basis')
  const written = read('period', period, periodSchema)
  const signed = backward && !written.startsWith('-') ? read('period', `-${written}`, periodSchema) : written
  const { date, precision, assumed } = start
  const isCertain = precision === 'day' && !assumed
  return {
    ...{ basis: 'PERIOD', start: date, period: signed },
    ...(!isCertain && { startAs: { precision, assumed } }),
  }
}

/** An option read by its schema; bad input names the option, its value and what to write instead. */
function read<T>(field: string, value: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new BadInput(inputIssues(result.error, value).map((issue) => ({ ...issue, field })))
}

function among<T extends string>(field: string, value: string, values: readonly T[]): T {
  const found = values.find((one) => one === value)
  if (found === undefined) throw notAmong(field, value, values)
  return found
}

/** A calendar that cannot be read stops the computation: no date is ever given on a guess. */
function calendarOf(id: string): Calendar {
  const calendars = shippedCalendarFiles().map(readCalendar)
  const found = calendars.find((calendar) => calendar.id === id)
  if (found !== undefined) return found
  const values = calendars.map((calendar) => calendar.id)
  throw notAmong('calendar', id, values)
}

function notAmong(field: string, value: string, values: readonly string[]): BadInput {
  return new BadInput([{ field, value, code: 'not-one-of', params: { values: values.join(', ') } }])
}

function readCalendar(name: string): Calendar {
  try {
    return shippedCalendar(name)
  } catch (error) {
    const problem = error instanceof Error ? error.name : String(error)
    throw new Problem('cli.calendar-unreadable', { value: name, problem })
  }
}

function computedOf(term: Term, calendar: Calendar): ComputedTerm {
  try {
    const computed = computeTerm(term, calendar, [], process.versions.tz)
    // Where nothing rolls, no calendar stops a date of another age: one that accordi itself could not read.
    if (parseLocalDate(computed.effective) === undefined) throw new Problem('cli.term-out-of-range')
    return computed
  } catch (error) {
    if (error instanceof CalendarDoesNotCover) {
      const { calendarId, year } = error
      throw new Problem('cli.calendar-not-covering', { calendarId, year })
    }
    if (error instanceof RangeError) throw new Problem('cli.term-out-of-range')
    throw error
  }
}
