import { timeline } from '../db/readModels/timeline.ts'
import { type AsOf, eventsThen } from '../domain/accord/asOf.ts'
import { accordDecider } from '../domain/accord/decide.ts'
import type { RecordedEvent } from '../domain/accord/events.ts'
import { type Accord, initialAccord } from '../domain/accord/state.ts'
import { fold } from '../domain/decider.ts'
import { type LocalDate, parseLocalDate, parseWrittenDate } from '../domain/time/localDate.ts'
import { exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'

/** An accord has hundreds of events at most; a stream beyond this bound is shown up to it. */
const mostEvents = 1_000

/** The two questions about the past, as the user wrote them. */
export interface AsOfOptions {
  readonly asKnownOn?: string
  readonly asEffectiveOn?: string
}

/** Undefined where nothing is asked about the past. */
export function asOfFrom({ asKnownOn, asEffectiveOn }: AsOfOptions): AsOf | undefined {
  if (asKnownOn === undefined && asEffectiveOn === undefined) return undefined
  return {
    ...(asKnownOn !== undefined && { knownOn: dayOf('--as-known-on', asKnownOn) }),
    ...(asEffectiveOn !== undefined && { effectiveOn: dayOf('--as-effective-on', asEffectiveOn) }),
  }
}

/** The accord as its events tell it; a Problem with exit code 2 where there is, or was, none of this id. */
export async function loadAccord(
  { reader }: Session,
  accordId: string,
  given: AsOfOptions = {},
): Promise<{ accord: Accord; events: readonly RecordedEvent[] }> {
  const all = await timeline(reader(), accordId, { limit: mostEvents })
  const events = eventsThen(all, asOfFrom(given))
  const state = fold(accordDecider.evolve, initialAccord, events)
  if (state.phase === 'absent') throw new Problem('cli.no-such-accord', { accordId }, exitCodes.badInput)
  return { accord: state, events }
}

/** The size of a page as the user wrote it, 1 to 1000. */
export function pageSize(text: string): number {
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1_000) return limit
  throw new Problem('cli.bad-limit', { value: text })
}

/** A day as the user wrote it; a Problem naming the option where it is none. */
export function dayOf(field: string, text: string): LocalDate {
  const day = parseWrittenDate(text)
  if (day === undefined) throw new Problem('cli.bad-day', { field, value: text })
  return day
}

/** `31/12/2014`, or a dash for none. */
export function shortDate(date: string | null): string {
  const read: LocalDate | undefined = date === null ? undefined : parseLocalDate(date)
  return read === undefined ? '—' : read.split('-').reverse().join('/')
}

/** Breaks a text at spaces; lines after the first are indented by two more. */
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
