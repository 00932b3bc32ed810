import { daysLate, hasPassed } from '../../time/deadline.ts'
import { localDateOf } from '../../time/instant.ts'
import { addDays, daysBetween, type LocalDate } from '../../time/localDate.ts'
import { type Adjustment, computeTerm, type Term, type TermBasis, type TermSubject } from '../../time/term.ts'
import type { AccordCommand } from '../commands.ts'
import type { AccordEvent, Deadline, DeadlineCause, DeadlineKind, EventOf } from '../events.ts'
import type { Act, ExtensionEffect } from '../parts.ts'
import { type AccordFacts, type Obligation, owed } from '../state.ts'
import type { AccordContext, ProgrammeRules, TermName } from '../terms.ts'

/** What a new deadline needs besides the rules of the programme. */
export interface NewDeadline {
  readonly kind: DeadlineKind
  readonly obligor: Deadline['obligor']
  readonly basis: TermBasis
  readonly citation: string
  readonly subject?: TermSubject
  readonly cutOff?: string
  readonly ref?: string
}

type DatedFacts = Pick<AccordFacts, 'rules' | 'obligations'>

/** A deadline from a term of the programme, counted from `start`; none where the programme has no such term. */
export function setByRule(
  state: DatedFacts,
  context: AccordContext,
  name: TermName,
  start: LocalDate,
  deadline: Pick<NewDeadline, 'kind' | 'obligor' | 'ref' | 'subject'>,
): AccordEvent[] {
  const rule = state.rules.terms[name]
  if (rule === undefined) return []
  const basis = { basis: 'PERIOD', start, period: rule.period } as const
  return [setDeadline(state, context, { ...deadline, basis, citation: rule.citation })]
}

export function setDeadline(state: DatedFacts, context: AccordContext, wanted: NewDeadline): AccordEvent {
  const { kind, obligor, basis, citation, subject = 'ACT_TO_PERFORM', cutOff, ref } = wanted
  const { policy, zone } = state.rules
  const term: Term = { ...basis, subject, policy, zone, citation, ...(cutOff && { cutOff }) }
  const computed = computeTerm(term, calendarOf(state.rules, context))
  const id = newId(state, kind, ref)
  const deadline: Deadline = { id, kind, obligor, revision: 1, term, ...computed, ...(ref && { ref }) }
  return { type: 'DeadlineSet', data: { deadline } }
}

function newId(state: DatedFacts, kind: DeadlineKind, ref: string | undefined): string {
  if (ref !== undefined) return `${kind}:${ref}`
  const earlier = Object.values(state.obligations).filter((obligation) => obligation.kind === kind).length
  return earlier === 0 ? kind : `${kind}:${earlier + 1}`
}

/** Calendars fail closed: without the calendar no date is computed at all. This is a fault, not a refusal. */
export function calendarOf(rules: ProgrammeRules, context: AccordContext) {
  const calendar = context.calendars[rules.calendarId]
  if (calendar === undefined) throw new Error(`calendar ${rules.calendarId} is not loaded`)
  return calendar
}

/** The act that was owed has come: in time, or late, judged by when it was received. */
export function settle(state: AccordFacts, act: Act, kind: DeadlineKind, ref?: string): AccordEvent[] {
  const obligation = owed(state, kind, ref)
  if (obligation === undefined) return []
  const paused = obligation.status === 'held' || obligation.status === 'suspended'
  const inTime = paused || !hasPassed(obligation, act.receivedAt)
  const late = inTime ? 0 : daysLate(obligation, localDateOf(act.receivedAt, obligation.zone))
  const { id: deadlineId, revision } = obligation
  return [{ type: 'DeadlineMet', data: { deadlineId, revision, inTime, daysLate: late } }]
}

/** The obligation falls away with the act that makes it pointless. */
export function lift(state: AccordFacts, kind: DeadlineKind, ref?: string): AccordEvent[] {
  const obligation = owed(state, kind, ref)
  return obligation === undefined ? [] : [{ type: 'DeadlineLifted', data: { deadlineId: obligation.id } }]
}

/** Stops the clock (art. 2 c. 7 l. 241/1990): the days not yet used run again on resumption. */
export function suspend(state: AccordFacts, act: Act, kind: DeadlineKind, on: LocalDate): AccordEvent[] {
  const obligation = owed(state, kind)
  // A clock that has run out cannot be stopped any more, whether or not its timer has fired.
  if (obligation === undefined || hasPassed(obligation, act.receivedAt)) return []
  const { id: deadlineId, nominal, term } = obligation
  const start = term.basis === 'PERIOD' && on < term.start ? term.start : on
  const remainingDays = Math.max(0, daysBetween(start, nominal))
  return [{ type: 'DeadlineSuspended', data: { deadlineId, on, remainingDays } }]
}

/** Starts the clock again from `on`: the days it actually stood still are added, and never taken away. */
export function resume(
  state: AccordFacts,
  context: AccordContext,
  kind: DeadlineKind,
  on: LocalDate,
): AccordEvent[] {
  const obligation = owed(state, kind)
  if (obligation?.suspendedRemainingDays === undefined) return []
  const stoppedOn = addDays(obligation.nominal, -obligation.suspendedRemainingDays)
  const until = on < stoppedOn ? stoppedOn : on
  const stood = { kind: 'suspension', on: stoppedOn, until, rule: integrationLaw } as const
  return [moveBy(state, context, obligation, [...adjustmentsOf(obligation), stood], 'resumption')]
}

/** Once per procedure, at most thirty days. */
export const integrationLaw = 'art. 2 c. 7 l. 241/1990'

export function adjustmentsOf(obligation: Obligation): readonly Adjustment[] {
  return obligation.adjustments ?? []
}

/** An extension that still counts. */
export function isInForce(one: Adjustment): one is Extract<Adjustment, { kind: 'extension' }> {
  return one.kind === 'extension' && one.revoked === undefined
}

/** Derives a deadline anew from its original term and these adjustments; its history stays. */
export function moveBy(
  state: AccordFacts,
  context: AccordContext,
  obligation: Obligation,
  adjustments: readonly Adjustment[],
  cause: DeadlineCause,
): EventOf<'DeadlineMoved'> {
  const { id, kind, obligor, ref, term, revision } = obligation
  const deadline: Deadline = {
    ...{ id, kind, obligor, revision: revision + 1, term, adjustments },
    ...computeTerm(term, calendarOf(state.rules, context), adjustments),
    ...(ref && { ref }),
  }
  return { type: 'DeadlineMoved', data: { deadline, cause } }
}

/** An obligation as it stood, and the event that moves it. */
export type Move = { readonly obligation: Obligation; readonly event: EventOf<'DeadlineMoved'> }

/** What a move does to its obligation, before and after. */
export function effectOf({ obligation, event }: Move): ExtensionEffect {
  return {
    deadlineId: obligation.id,
    fromNominal: obligation.nominal,
    fromEffective: obligation.effective,
    toNominal: event.data.deadline.nominal,
    toEffective: event.data.deadline.effective,
  }
}

/** The local day on which the edge received the act: terms that run from receipt start here. */
export function receiptDate(state: DatedFacts, command: AccordCommand): LocalDate {
  return localDateOf(command.act.receivedAt, state.rules.zone)
}
