import { type Adjustment, inOrder } from '../../time/adjustments.ts'
import { daysLate, hasPassed } from '../../time/deadline.ts'
import { lastInstantOf, localDateOf } from '../../time/instant.ts'
import { type ActDate, addDays, daysBetween, type LocalDate, laterOf } from '../../time/localDate.ts'
import { addPeriod, type Period } from '../../time/period.ts'
import { computeTerm, type Term, type TermBasis, type TermSubject } from '../../time/term.ts'
import type { AccordCommand } from '../commands.ts'
import type { AccordEvent, Deadline, DeadlineKind, EventOf } from '../events.ts'
import type { Act } from '../parts.ts'
import { type AccordFacts, entry, owed, type SuspensionState } from '../state.ts'
import type { AccordContext, ProgrammeRules, TermName, TermRule } from '../terms.ts'

/** What a new deadline needs besides the rules of the programme. */
export interface NewDeadline {
  readonly kind: DeadlineKind
  readonly obligor: Deadline['obligor']
  readonly basis: TermBasis
  readonly citation: string
  readonly subject?: TermSubject
  readonly cutOff?: string
  readonly ref?: string
  /** How many days before the deadline it should be done. */
  readonly targetDays?: number
}

type DatedFacts = Pick<AccordFacts, 'rules' | 'obligations' | 'suspensions'>

/** A deadline from a term of the programme, counted from `start`; none where the programme has no such term. */
export function setByRule(
  state: DatedFacts,
  context: AccordContext,
  name: TermName,
  from: LocalDate | ActDate,
  deadline: Pick<NewDeadline, 'kind' | 'obligor' | 'ref' | 'subject'>,
): AccordEvent[] {
  return setByTerm(state, context, state.rules.terms[name], from, deadline)
}

/** The same from a term that stands elsewhere in the rules. */
export function setByTerm(
  state: DatedFacts,
  context: AccordContext,
  rule: TermRule | undefined,
  from: LocalDate | ActDate,
  deadline: Pick<NewDeadline, 'kind' | 'obligor' | 'ref' | 'subject'>,
): EventOf<'DeadlineSet'>[] {
  if (rule === undefined) return []
  const { period, target, citation } = rule
  const start = typeof from === 'string' ? from : from.date
  const basis = countedFrom(from, period, rule.assumed)
  const targetDays = target && daysBetween(addPeriod(start, target), addPeriod(start, period))
  return [setDeadline(state, context, { ...deadline, basis, citation, ...(targetDays && { targetDays }) })]
}

/** A period from a day; one that nobody knows for certain, or a length that no source states, says so in its chain. */
export function countedFrom(from: LocalDate | ActDate, period: Period, isAssumed = false): TermBasis {
  const { date: start, ...startAs } = typeof from === 'string' ? { date: from, ...certain } : from
  const isCertain = startAs.precision === 'day' && !startAs.assumed
  return {
    ...({ basis: 'PERIOD', start, period } as const),
    ...(!isCertain && { startAs }),
    ...(isAssumed && { isAssumed }),
  }
}

const certain = { precision: 'day', assumed: false } as const

export function setDeadline(
  state: DatedFacts,
  context: AccordContext,
  wanted: NewDeadline,
): EventOf<'DeadlineSet'> {
  const { kind, obligor, basis, citation, subject = 'ACT_TO_PERFORM', cutOff, ref } = wanted
  const { policy, zone } = state.rules
  const term: Term = { ...basis, subject, policy, zone, citation, ...(cutOff && { cutOff }) }
  const adjustments = withLaws(state, { term, id: '', setOn: undefined }, [])
  const computed = computeTerm(term, calendarOf(state.rules, context), adjustments, context.tz)
  const target = wanted.targetDays && targetOf(computed.nominal, wanted.targetDays, zone)
  const deadline: Deadline = {
    ...{ ...placeOf(state, kind, ref), kind, obligor, term },
    ...(adjustments.length > 0 && { adjustments }),
    ...computed,
    ...(ref && { ref }),
    ...(target && { target }),
  }
  return { type: 'DeadlineSet', data: { deadline } }
}

/** A target is a day, without rolling: it only warns. */
export function targetOf(nominal: LocalDate, daysBefore: number, zone: string): Deadline['target'] {
  const day = addDays(nominal, -daysBefore)
  return { nominal: day, passesAt: lastInstantOf(day, zone) }
}

/**
 * A law stops the clocks that run on its first day, and those that begin while it lasts. It is taken into account
 * whenever a date is derived, in the order of the days, not of the records; what it does not reach it does not move.
 */
export function withLaws(
  { suspensions }: Pick<AccordFacts, 'suspensions'>,
  deadline: Pick<Deadline, 'term' | 'id'> & { readonly setOn: LocalDate | undefined },
  adjustments: readonly Adjustment[],
): readonly Adjustment[] {
  const isThere = ({ suspensionId }: SuspensionState) =>
    adjustments.some((one) => one.kind === 'suspension' && one.suspensionId === suspensionId)
  return Object.values(suspensions)
    .filter((law) => law.ground === 'law' && !law.revoked && reaches(law, deadline) && !isThere(law))
    .reduce<readonly Adjustment[]>(
      (all, { suspensionId, ground, on, until, rule }) =>
        inOrder(all, { kind: 'suspension', suspensionId, ground, on, rule, ...(until && { until }) }),
      adjustments,
    )
}

/** A day that an act names does not move by a law of the time: whoever named it knew. */
function reaches(
  { isGeneral, deadlineIds, on, until }: SuspensionState,
  { id, term, setOn }: Pick<Deadline, 'term' | 'id'> & { readonly setOn: LocalDate | undefined },
): boolean {
  if (!isGeneral && !deadlineIds.includes(id)) return false
  if (term.basis === 'FIXED_DATE') return setOn !== undefined && setOn <= on
  return until === undefined || until > term.start
}

/** There is one end of activities and one final report; a second review has a number. What was lifted may return. */
function placeOf(state: DatedFacts, kind: DeadlineKind, ref: string | undefined) {
  const id = idOf(state, kind, ref)
  return { id, revision: (entry(state.obligations, id)?.revision ?? 0) + 1 }
}

function idOf(state: DatedFacts, kind: DeadlineKind, ref: string | undefined): string {
  if (ref !== undefined) return `${kind}:${ref}`
  const earlier = Object.values(state.obligations).filter((obligation) => obligation.kind === kind).length
  return earlier === 0 || kind === 'activities' || kind === 'finalReport' ? kind : `${kind}:${earlier + 1}`
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
  return [
    { type: 'DeadlineMet', data: { deadlineId, revision, inTime, daysLate: late } },
    ...overWith(state, act.on.date, deadlineId),
  ]
}

/** A procedure that is decided waits for nothing any more: its own stops end, and what was to be answered falls away. */
function overWith(state: AccordFacts, day: LocalDate, deadlineId: string): AccordEvent[] {
  return Object.values(state.suspensions)
    .filter(({ isGeneral, ended, deadlineIds }) => !isGeneral && !ended && deadlineIds.includes(deadlineId))
    .filter(({ ground }) => ground !== 'law')
    .flatMap(({ suspensionId, on }): AccordEvent[] => {
      const until = laterOf(day, on)
      return [
        { type: 'SuspensionEnded', data: { suspensionId, how: 'decided', until, effects: [] } },
        ...lift(state, day, 'informationReply', suspensionId),
        ...lift(state, day, 'observations', suspensionId),
      ]
    })
}

/** The obligation falls away with the act that makes it pointless. */
export function lift(state: AccordFacts, on: LocalDate, kind: DeadlineKind, ref?: string): AccordEvent[] {
  const obligation = owed(state, kind, ref)
  if (obligation === undefined) return []
  const { id: deadlineId } = obligation
  return [{ type: 'DeadlineLifted', data: { deadlineId } }, ...overWith(state, on, deadlineId)]
}

/** The local day on which the edge received the act: terms that run from receipt start here. */
export function receiptDate(state: DatedFacts, command: AccordCommand): LocalDate {
  return localDateOf(command.act.receivedAt, state.rules.zone)
}
