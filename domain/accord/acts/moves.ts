import { type Adjustment, isInForce } from '../../time/adjustments.ts'
import { daysBetween } from '../../time/localDate.ts'
import { addPeriod } from '../../time/period.ts'
import { computeTerm, type Term } from '../../time/term.ts'
import type { Deadline, DeadlineCause, EventOf } from '../events.ts'
import type { ExtensionEffect } from '../parts.ts'
import { type Accord, type AccordFacts, entry, isOwed, type Obligation, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { calendarOf, targetOf, withLaws } from './obligations.ts'

/** An obligation, and what its date is to be derived from now. */
export interface Change {
  readonly obligation: Obligation
  readonly adjustments: readonly Adjustment[]
  /** Only a correction changes the term itself. */
  readonly term?: Term
}

/** An obligation as it stood, and the event that moves it. */
export type Move = { readonly obligation: Obligation; readonly event: EventOf<'DeadlineMoved'> }

export function adjustmentsOf(obligation: Obligation): readonly Adjustment[] {
  return obligation.adjustments ?? []
}

/** Derives a deadline anew from its term and these adjustments; its history stays. */
export function moveBy(
  state: AccordFacts,
  context: AccordContext,
  change: Change,
  cause: DeadlineCause,
): EventOf<'DeadlineMoved'> {
  const { obligation, term = obligation.term } = change
  const adjustments = adjustmentsNow(state, change)
  const { id, kind, obligor, ref, revision } = obligation
  const computed = computeTerm(term, calendarOf(state.rules, context), adjustments, context.tz)
  const target = movedTarget(obligation, computed.nominal)
  const deadline: Deadline = {
    ...{ id, kind, obligor, revision: revision + 1, term, adjustments },
    ...computed,
    ...(ref && { ref }),
    ...(target && { target }),
  }
  const { nominal, effective } = obligation
  return { type: 'DeadlineMoved', data: { deadline, cause, from: { nominal, effective } } }
}

/** What its date is derived from: the changes, and the laws that stop clocks. */
function adjustmentsNow(state: AccordFacts, change: Change): readonly Adjustment[] {
  const { obligation, adjustments, term = obligation.term } = change
  return withLaws(state, { term, id: obligation.id, setOn: obligation.setOn }, adjustments)
}

/** The target keeps its distance from the day by which the obligation must be met. */
function movedTarget({ target, nominal, zone }: Obligation, to: Obligation['nominal']) {
  return target && targetOf(to, daysBetween(target.nominal, nominal), zone)
}

/** The moves of the changed obligations, and of the report where the end of activities takes it along. */
export function movesFrom(
  state: Accord,
  context: AccordContext,
  changes: readonly Change[],
  cause: DeadlineCause,
): Move[] {
  const others = changes.filter(({ obligation }) => obligation.kind !== 'finalReport')
  const moves = others.map(
    (change): Move => ({ obligation: change.obligation, event: moveBy(state, context, change, cause) }),
  )
  const end = others.find(({ obligation }) => obligation.kind === 'activities')
  const own = changes.find(({ obligation }) => obligation.kind === 'finalReport')
  const report = own?.obligation ?? (end && owed(state, 'finalReport'))
  if (report === undefined) return moves
  const change = followingEnd(
    state,
    context,
    end,
    own ?? { obligation: report, adjustments: adjustmentsOf(report) },
  )
  const event = moveBy(state, context, change, own === undefined ? 'parent' : cause)
  const { nominal, term } = event.data.deadline
  const stays = own === undefined && nominal === report.nominal && term === report.term
  return stays ? moves : [...moves, { obligation: report, event }]
}

/**
 * The report is counted from the end of activities: whatever moves that end takes the report along, both ways;
 * an extension that gave the report a date of its own does not count for that end a second time.
 */
function followingEnd(
  state: Accord,
  context: AccordContext,
  changedEnd: Change | undefined,
  report: Change,
): Change {
  const rule = state.rules.terms.finalReport
  const own = report.adjustments.filter((one) => one.kind !== 'parent')
  const set = entry(state.obligations, 'activities')
  const activities = set?.status === 'lifted' ? undefined : set
  const end = changedEnd ?? (activities && { obligation: activities, adjustments: adjustmentsOf(activities) })
  const { term = report.obligation.term } = report
  // A report whose own origin was corrected, once the activities were over, follows them no more.
  const isOnItsOwn = changedEnd === undefined && own.some(({ kind }) => kind === 'correction')
  if (rule === undefined || end === undefined || term.basis !== 'PERIOD' || isOnItsOwn) {
    return { ...report, adjustments: own }
  }
  const calendar = calendarOf(state.rules, context)
  const { term: endTerm = end.obligation.term } = end
  const given = new Set(own.filter(isInForce).map(({ extensionId }) => extensionId))
  // An end that is settled keeps the date under which it was.
  const isOpen = changedEnd !== undefined || isOwed(end.obligation)
  const ofEnd = isOpen ? adjustmentsNow(state, end) : end.adjustments
  const counting = ofEnd.filter((one) => !(isInForce(one) && given.has(one.extensionId)))
  const from = computeTerm(endTerm, calendar, counting).nominal
  // Where the end itself was recorded wrongly, the report was counted from a day that never was.
  const start = endTerm === end.obligation.term ? term.start : computeTerm(endTerm, calendar).nominal
  const parent = {
    kind: 'parent',
    parentId: 'activities',
    from,
    until: addPeriod(from, rule.period),
  } as const
  return {
    ...report,
    term: start === term.start ? term : { ...term, start },
    adjustments: from === start ? own : [parent, ...own],
  }
}

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
