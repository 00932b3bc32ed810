import { accept } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { Instant } from '../../time/instant.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { refuse } from '../refusals.ts'
import { type Accord, entry, type Obligation } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { lift, setByRule, settle } from './obligations.ts'

/**
 * Preventive control of the Corte dei conti, where the accord is subject to it. Its term can be stopped by a query;
 * a second one, which nothing stops, is the latest. Both are data of the programme: the law changed in 2026.
 */
export function sendToControl(
  command: CommandOf<'SendToControl'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  if (state.control !== undefined) return refuse('control-already-sent', { on: state.control.sentOn.date })
  const { on } = command.act
  const court = { obligor: 'corteDeiConti', subject: 'END_OF_PERIOD' } as const
  return accept([
    { type: 'SentToControl', data: {} },
    ...setByRule(state, context, 'control', on, { kind: 'control', ...court }),
    ...setByRule(state, context, 'controlLatest', on, { kind: 'controlLatest', ...court }),
  ])
}

export function recordControl(command: CommandOf<'RecordControl'>, state: Accord): AccordDecision {
  const { control } = state
  if (control === undefined) return refuse('control-not-sent')
  if (control.outcome === command.data.outcome) return accept([])
  if (control.outcome !== undefined && !isBeforeSilence(state, command.act.receivedAt)) {
    return refuse('control-ended', { outcome: control.outcome })
  }
  return accept([
    { type: 'ControlEnded', data: command.data },
    ...settle(state, command.act, 'control'),
    ...settle(state, command.act, 'controlLatest'),
  ])
}

/** What the Court sent within its terms counts, even where the timer had taken silence for its answer. */
export function isBeforeSilence(state: Accord, receivedAt: Instant): boolean {
  if (state.control?.outcome !== 'silence') return false
  const terms = [entry(state.obligations, 'control'), entry(state.obligations, 'controlLatest')]
  // The one that ran out; the other fell away with it.
  return terms.every((term) => term?.status !== 'met' || !hasPassed(term, receivedAt))
}

/** Without an answer in its term the control is over and the accord takes effect. */
export function inSilence(state: Accord, due: Obligation): AccordEvent[] {
  const other = due.kind === 'control' ? 'controlLatest' : 'control'
  return [{ type: 'ControlEnded', data: { outcome: 'silence' } }, ...lift(state, due.effective, other)]
}

/** Whether the accord still waits for the Court. */
export function isUnderControl({ control }: Accord): boolean {
  return control !== undefined && control.outcome === undefined
}
