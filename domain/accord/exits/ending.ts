import { accept, type Refused } from '../../decider.ts'
import { laterOf } from '../../time/localDate.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import type { Act } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, isOwed, isPending } from '../state.ts'
import type { ExitKind } from './parts.ts'

/**
 * What an exit takes away: requests still pending lapse, procedures that stood still are over, and nothing of the
 * programme is owed any more, late or not. What is to be returned stays. `settled`: met by the act itself.
 */
export function fallsAway(state: Accord, { on }: Act, settled: readonly AccordEvent[] = []): AccordEvent[] {
  const isSettled = (id: string) =>
    settled.some(({ type, data }) => type === 'DeadlineMet' && data.deadlineId === id)
  const lapsed = Object.values(state.extensions)
    .filter(isPending)
    .map(({ extensionId }): AccordEvent => {
      return { type: 'ExtensionLapsed', data: { extensionId, cause: 'accordEnded' } }
    })
  const over = Object.values(state.suspensions)
    .filter(({ ended, ground, isGeneral }) => ended === undefined && ground !== 'law' && !isGeneral)
    .map(({ suspensionId, on: from }): AccordEvent => {
      const until = laterOf(on.date, from)
      return { type: 'SuspensionEnded', data: { suspensionId, how: 'decided', until, effects: [] } }
    })
  const lifted = Object.values(state.obligations)
    .filter((obligation) => isOwed(obligation) && obligation.kind !== 'recovery' && !isSettled(obligation.id))
    .map(({ id }): AccordEvent => ({ type: 'DeadlineLifted', data: { deadlineId: id } }))
  return [...settled, ...lapsed, ...over, ...lifted]
}

export const closed: AccordEvent = { type: 'AccordClosed', data: {} }

/** Which of the exits waits to be decided, the Region's own first. */
export function pendingExit({ withdrawal, nonUse, revocation }: Accord): ExitKind | undefined {
  if (withdrawal !== undefined) return 'withdrawal'
  if (nonUse !== undefined) return 'nonUse'
  return revocation === undefined ? undefined : 'revocation'
}

/** Asks for an exit: nothing where it is already asked with these words, a refusal where another waits. */
export function askedOnce(
  state: Accord,
  exit: ExitKind,
  words: string,
  among: readonly ExitKind[],
  ask: () => readonly AccordEvent[],
): AccordDecision {
  const { withdrawal, nonUse, revocation } = state
  const said = { withdrawal: withdrawal?.reasons, nonUse: nonUse?.reasons, revocation: revocation?.grounds }
  if (said[exit] === words) return accept([])
  const waiting = among.find((other) => said[other] !== undefined)
  return waiting === undefined ? accept(ask()) : refuse('exit-pending', { exit: waiting })
}

export function noneIsPending(exit: ExitKind): Refused<Refusal> {
  return refuse('no-exit-pending', { exit })
}
