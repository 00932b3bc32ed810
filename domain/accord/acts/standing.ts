import { type Adjustment, inOrder, integrationLaw, type Suspension } from '../../time/adjustments.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { Instant } from '../../time/instant.ts'
import type { LocalDate } from '../../time/localDate.ts'
import { computeTerm } from '../../time/term.ts'
import { remainingDays } from '../../time/why.ts'
import type { AccordEvent } from '../events.ts'
import type { Act } from '../parts.ts'
import { type Accord, isOwed, type Obligation } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { adjustmentsOf, type Change, type Move, movesFrom } from './moves.ts'
import { calendarOf } from './obligations.ts'

/** A stop of a clock as its act names it; without an id it is the integration of a review. */
export type Stop = Pick<Suspension, 'suspensionId' | 'ground' | 'on' | 'rule'>

/** Stops the clock: the days not yet used run again on resumption. Nothing where it has run out. */
export function stop(
  state: Accord,
  context: AccordContext,
  obligation: Obligation,
  stopped: Stop,
): AccordEvent[] {
  const { id: deadlineId, term } = obligation
  // One that stands still already has used no day since, and whether it is still running then shows in the end.
  if (obligation.suspendedRemainingDays !== undefined) {
    const { suspendedRemainingDays: remainingDays } = obligation
    return [{ type: 'DeadlineSuspended', data: { deadlineId, remainingDays, ...stopped } }]
  }
  const adjustments = inOrder(adjustmentsOf(obligation), { kind: 'suspension', ...stopped })
  const left = remainingDays(computeTerm(term, calendarOf(state.rules, context), adjustments))
  if (left === undefined) return []
  return [{ type: 'DeadlineSuspended', data: { deadlineId, remainingDays: left, ...stopped } }]
}

/** The integration of a review stops its clock (art. 2 c. 7 l. 241/1990). */
export function stopForIntegration(
  state: Accord,
  context: AccordContext,
  review: Obligation | undefined,
  act: Act,
): AccordEvent[] {
  if (review === undefined || hasRunOut(review, act.receivedAt)) return []
  return stop(state, context, review, { on: act.on.date, rule: integrationLaw })
}

/** A clock that has run out cannot be stopped any more, whether or not its timer has fired; one that stands still can. */
export function hasRunOut(obligation: Obligation, at: Instant): boolean {
  return obligation.status !== 'suspended' && hasPassed(obligation, at)
}

/** Whether the once-per-procedure stop for information has been used on an obligation. */
export function wasStopped(obligation: Obligation, ground: Suspension['ground']): boolean {
  return adjustmentsOf(obligation).some(
    (one) => one.kind === 'suspension' && (one.ground ?? 'art2c7') === ground,
  )
}

/** How the clock runs again after a stop. */
export type Again = (stopped: Suspension) => Adjustment

/** The days it actually stood still are added, and never taken away. */
export const resumedAfter =
  (until: LocalDate): Again =>
  (stopped) => ({ ...stopped, until: until < stopped.on ? stopped.on : until })

/** Interrupted: the whole term runs again from a day. */
export const restartedFrom =
  (from: LocalDate): Again =>
  ({ suspensionId = '', on, rule }) => ({
    kind: 'restart',
    suspensionId,
    on,
    from: from < on ? on : from,
    rule,
  })

/**
 * Starts the clocks again that a stop holds. One whose stop had already ended by itself is counted anew: what
 * ended it was received in time, and only processed late.
 */
export function runAgain(
  state: Accord,
  context: AccordContext,
  suspensionId: StopId,
  again: Again,
  among: (obligation: Obligation) => boolean = () => true,
): Move[] {
  return movesFrom(state, context, changesAfter(state, suspensionId, again, among), 'resumption')
}

export function changesAfter(
  state: Accord,
  suspensionId: StopId,
  again: Again,
  among: (obligation: Obligation) => boolean = () => true,
): Change[] {
  return Object.values(state.obligations)
    .filter((obligation) => isOwed(obligation) && among(obligation))
    .flatMap((obligation): Change[] => {
      const before = adjustmentsOf(obligation)
      const adjustments = before.map((one) => (isOf(one, suspensionId) ? again(stopOf(one)) : one))
      const isChanged = adjustments.some((one, index) => !isSame(one, before[index]))
      return isChanged ? [{ obligation, adjustments }] : []
    })
}

type Stopped = Suspension | Extract<Adjustment, { kind: 'restart' }>

/** People choose the ids of suspensions and of extensions, and may choose the same one for both. */
export type StopId = string | undefined | { readonly standstillOf: string }

function isOf(one: Adjustment, stopId: StopId): one is Stopped {
  if (one.kind !== 'suspension' && one.kind !== 'restart') return false
  const isStandstill = one.kind === 'suspension' && one.ground === 'standstill'
  if (typeof stopId === 'object') return isStandstill && one.suspensionId === stopId.standstillOf
  return !isStandstill && one.suspensionId === stopId
}

/** The stop that an interruption began with: an answer that came in time gives it another end. */
function stopOf(one: Stopped): Suspension {
  if (one.kind === 'suspension') return one
  const { suspensionId, on, rule } = one
  return { kind: 'suspension', suspensionId, ground: 'art10bis', on, rule }
}

function isSame(one: Adjustment, other: Adjustment | undefined): boolean {
  if (one === other) return true
  if (one.kind === 'suspension') return other?.kind === 'suspension' && one.until === other.until
  return one.kind === 'restart' && other?.kind === 'restart' && one.from === other.from
}
