import { fold } from '../decider.ts'
import { remindersBetween, type Upcoming } from '../reminders/upcoming.ts'
import { hasPassed } from '../time/deadline.ts'
import type { Instant } from '../time/instant.ts'
import type { AccordCommand } from './commands.ts'
import { decide } from './decide.ts'
import type { AccordEvent, RecordedEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { recordedAs } from './recorded.ts'
import type { Refusal } from './refusals.ts'
import { type AccordState, type Due, nextDue } from './state.ts'
import type { AccordContext } from './terms.ts'
import { justAfter } from './timer.ts'

/** One thing that would happen: a deadline that passes with nobody acting, a hypothetical act, or a reminder. */
export type Foreseen =
  | { readonly what: 'lapse'; readonly at: Instant; readonly due: Due; readonly events: Events }
  | { readonly what: 'act'; readonly at: Instant; readonly command: AccordCommand; readonly events: Events }
  | {
      readonly what: 'refused'
      readonly at: Instant
      readonly command: AccordCommand
      readonly refusal: Refusal
    }
  | ({ readonly what: 'reminder' } & Upcoming)

type Events = readonly RecordedEvent[]

export interface Foresight {
  readonly steps: readonly Foreseen[]
  /** The accord as it would stand at the end. */
  readonly state: AccordState
}

export interface Horizon {
  /** Reminders go out after this instant, which is now: older ones were sent, or never will be. Left out: none. */
  readonly from?: Instant
  /** Inclusive. */
  readonly until: Instant
}

/**
 * What would become of an accord until an instant if only these acts came, in the order of their receipt. The same
 * `decide` and `evolve` as in earnest, on a copy: nothing is written, and a refused act changes nothing.
 */
export function foresee(
  start: AccordState,
  context: AccordContext,
  { from, until }: Horizon,
  acts: readonly AccordCommand[] = [],
): Foresight {
  const steps: Foreseen[] = []
  let state = start
  let reminded = from && justAfter(from)
  const remindBefore = (at: Instant) => {
    if (reminded === undefined || at <= reminded) return
    for (const one of remindersBetween(state, context, reminded, at)) steps.push({ what: 'reminder', ...one })
    reminded = at
  }
  const take = (command: AccordCommand, events: readonly AccordEvent[]): Events => {
    const recorded = recordedAs(command, state, events, command.act.receivedAt)
    state = fold(evolve, state, recorded)
    return recorded
  }
  const lapseUntil = (at: Instant) => {
    for (let due = nextDue(state); due && hasPassed(due, at); due = nextDue(state)) {
      const command = passingOf(state, due)
      const decision = decide(command, state, context)
      // Nothing came of it: whatever keeps this deadline from passing would keep it for ever.
      if (decision.outcome === 'refused' || decision.events.length === 0) break
      remindBefore(command.act.receivedAt)
      const events = take(command, decision.events)
      steps.push({ what: 'lapse', at: command.act.receivedAt, due, events })
    }
  }
  const inOrder = acts.toSorted((a, b) => (a.act.receivedAt < b.act.receivedAt ? -1 : 1))
  for (const command of inOrder.filter(({ act }) => act.receivedAt <= until)) {
    const at = command.act.receivedAt
    lapseUntil(at)
    remindBefore(at)
    const decision = decide(command, state, context)
    if (decision.outcome === 'refused') {
      steps.push({ what: 'refused', at, command, refusal: decision.refusal })
    } else steps.push({ what: 'act', at, command, events: take(command, decision.events) })
  }
  lapseUntil(until)
  remindBefore(justAfter(until))
  return { steps, state }
}

function passingOf(state: AccordState, due: Due): AccordCommand {
  const on = { date: due.effective, precision: 'day', assumed: false } as const
  const actor = { role: 'scheduler', id: 'previsione' } as const
  return {
    type: 'PassDeadline',
    commandId: `foreseen:${due.id}:r${due.revision}:${due.tier ?? 'term'}`,
    accordId: state.phase === 'absent' ? '' : state.accordId,
    act: { on, receivedAt: justAfter(due.passesAt), actor, documents: [] },
    data: { deadlineId: due.id, revision: due.revision, ...(due.tier && { tier: due.tier }) },
  }
}
