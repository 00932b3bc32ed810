import { type Difference, differenceOf, type Manner } from '../domain/accord/derivation.ts'
import type { Deadline } from '../domain/accord/events.ts'
import type { Params } from '../domain/decider.ts'
import { isStanding } from '../domain/time/adjustments.ts'
import type { CalendarVersions } from './reference.ts'
import type { Folded, StoredStream } from './streams.ts'
import { isRewrittenMove } from './upcasters.ts'

/** A date of the record that does not come out again, or that cannot be tried for want of its calendar. */
export interface Underived {
  readonly code: 'derivation' | 'calendar-missing'
  readonly detail: string
  readonly params: Params
}

export interface Derivations {
  /** How many were tried: every deadline event, and every obligation of the accord as it stands. */
  readonly tried: number
  readonly problems: readonly Underived[]
}

/**
 * Derives every date of a stream again, each with exactly the calendar it names: as the events hold it and as
 * the fold of them does. What is wrong in an event is not said once more of the obligation it left.
 */
export async function derivationsOf(
  calendars: CalendarVersions,
  stream: StoredStream,
  { events, state }: Folded,
): Promise<Derivations> {
  const problems: Underived[] = []
  const manners = new Map<string, Manner>()
  let tried = 0
  for (const [index, event] of events.entries()) {
    if (event.type !== 'DeadlineSet' && event.type !== 'DeadlineMoved') continue
    const { deadline } = event.data
    const stored = stream.events[index]
    const manner: Manner = stored !== undefined && isRewrittenMove(stored) ? 'rewritten' : 'derived'
    manners.set(deadline.id, manner)
    tried += 1
    problems.push(...(await problemOf(calendars, deadline, manner, `v${event.version} ${event.type}`)))
  }
  const said = new Set(problems.map(({ params }) => JSON.stringify(params)))
  for (const obligation of state.phase === 'absent' ? [] : Object.values(state.obligations)) {
    tried += 1
    const found = await problemOf(
      calendars,
      obligation,
      mannerNow(obligation, manners.get(obligation.id)),
      `state v${state.version}`,
    )
    problems.push(...found.filter(({ params }) => !said.has(JSON.stringify(params))))
  }
  return { tried, problems }
}

function mannerNow({ adjustments }: Deadline, manner: Manner | undefined): Manner | undefined {
  return manner !== 'rewritten' && adjustments?.some(isStanding) ? 'stopped' : manner
}

async function problemOf(
  calendars: CalendarVersions,
  deadline: Deadline,
  manner: Manner | undefined,
  place: string,
): Promise<Underived[]> {
  const { id, version } = deadline.calendar
  const calendar = await calendars.version(id, version)
  if (calendar === undefined) {
    const params = { deadline: deadline.id, calendar: id, version }
    return [{ code: 'calendar-missing', detail: place, params }]
  }
  const difference = differenceOf(deadline, calendar, manner)
  return difference === undefined ? [] : [underived(deadline, difference, place)]
}

function underived({ id }: Deadline, { fields, stored, derived }: Difference, place: string): Underived {
  const detail = fields.length === 0 ? place : `${place}: ${fields.join(', ')}`
  return { code: 'derivation', detail, params: { deadline: id, stored, derived } }
}
