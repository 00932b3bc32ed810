import { fold } from '../decider.ts'
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

/** One thing that would happen: a deadline that passes with nobody acting, or a hypothetical act. */
export type Foreseen =
  | { readonly what: 'lapse'; readonly at: Instant; readonly due: Due; readonly events: Events }
  | { readonly what: 'act'; readonly at: Instant; readonly command: AccordCommand; readonly events: Events }
  | {
      readonly what: 'refused'
      readonly at: Instant
      readonly command: AccordCommand
      readonly refusal: Refusal
    }

type Events = readonly RecordedEvent[]

export interface Foresight {
  readonly steps: readonly Foreseen[]
  /** The accord as it would stand at the end. */
  readonly state: AccordState
}

/**
 * What would become of an accord until an instant (inclusive) if only these acts came, in the order of their receipt.
 * The same `decide` and `evolve` as in earnest, on a copy: nothing is written, and a refused act changes nothing.
 */
export function foresee(
  start: AccordState,
  context: AccordContext,
  until: Instant,
  acts: readonly AccordCommand[] = [],
): Foresight {
  const steps: Foreseen[] = []
  let state = start
  const take = (command: AccordCommand, events: readonly AccordEvent[]): Events => {
    const recorded = recordedAs(command, state, events, command.act.receivedAt)
    state = fold(evolve, state, recorded)
    return recorded
  }
  const lapseUntil = (at: Instant) => {
    for (let due = nextDue(state); due && hasPassed(due, at); due = nextDue(state)) {
      const command = passingOf(state, due)
      const decision = decide(command, state, context)
      const events = decision.outcome === 'accepted' ? take(command, decision.events) : []
      // Nothing came of it: whatever keeps this deadline from passing would keep it for ever.
      if (events.length === 0) return
      steps.push({ what: 'lapse', at: command.act.receivedAt, due, events })
    }
  }
  const inOrder = acts.toSorted((a, b) => (a.act.receivedAt < b.act.receivedAt ? -1 : 1))
  for (const command of inOrder.filter(({ act }) => act.receivedAt <= until)) {
    const at = command.act.receivedAt
    lapseUntil(at)
    const decision = decide(command, state, context)
    if (decision.outcome === 'refused') {
      steps.push({ what: 'refused', at, command, refusal: decision.refusal })
    } else steps.push({ what: 'act', at, command, events: take(command, decision.events) })
  }
  lapseUntil(until)
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
