import { accept, type Notice, type Refused } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { ActDate, LocalDate } from '../../time/localDate.ts'
import type { Term } from '../../time/term.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, entry, isOwed, type Obligation, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { citedAs } from './extensionDecision.ts'
import { notThisOffice } from './extensionTargets.ts'
import { adjustmentsOf, type Change, effectOf, movesFrom } from './moves.ts'

type Correction = CommandOf<'CorrectDate'>

/**
 * A date that was recorded wrongly: the fact gets the right one, what is counted from it is derived anew, and the
 * wrong one stays in the record with the reason. A deadline already settled keeps the date under which it was.
 */
export function correctDate(command: Correction, state: Accord, context: AccordContext): AccordDecision {
  const { what, ref, to, reasons } = command.data
  const office = notThisOffice(command.act.actor.id, command.type, state.rules.mayCorrect)
  if (office !== undefined) return office
  const from = dateOf(command, state)
  if ('outcome' in from) return from
  if (from.date === to && from.precision === 'day' && !from.assumed) return accept([])
  const follows = followsEnd(command, state)
  if (follows !== undefined) return follows
  const { on } = command.act
  const corrected = {
    ...({ kind: 'correction', was: from.date } as const),
    ...{ on: on.date, rule: citedAs(command.act, reasons) },
  }
  const changes = countedFrom(command, state).map((obligation): Change => {
    const term = startingOn(obligation.term, to)
    return { obligation, term, adjustments: [...adjustmentsOf(obligation), corrected] }
  })
  const moves = movesFrom(state, context, changes, 'correction')
  const past: Notice[] = moves
    .map(({ event }) => event.data.deadline)
    .filter((deadline) => hasPassed(deadline, command.act.receivedAt))
    .map(({ kind, effective }) => ({ code: 'corrected-into-the-past', params: { kind, effective } }))
  const effects = moves.map(effectOf)
  const data = { what, from: from.date, to, reasons, effects, ...(ref && { ref }) }
  return accept([{ type: 'DateCorrected', data }, ...moves.map(({ event }) => event)], past)
}

/** The date as it is recorded now, or that there is no such date. */
function dateOf({ data }: Correction, state: Accord): ActDate | Refused<Refusal> {
  const { what, ref = '' } = data
  const date = recordedDate(state, what, ref)
  if (date !== undefined) return date
  const obligation = what === 'deadline' ? entry(state.obligations, ref) : undefined
  return obligation === undefined
    ? refuse('nothing-to-correct', { what, ref: ref || '—' })
    : refuse('deadline-settled', { deadlineId: ref })
}

function recordedDate(state: Accord, what: Correction['data']['what'], ref: string): ActDate | undefined {
  switch (what) {
    case 'proposal':
      return state.proposedOn
    case 'inForce':
      return state.inForceOn
    case 'actionStart':
      return entry(state.actions, ref)?.startedOn
    case 'actionCompletion':
      return entry(state.actions, ref)?.completedOn
    case 'milestone':
      return entry(state.milestones, ref)?.signalledOn
    case 'activitiesEnd':
      return 'activitiesEndedOn' in state ? state.activitiesEndedOn : undefined
    case 'deadline': {
      const obligation = entry(state.obligations, ref)
      return obligation !== undefined && isOwed(obligation) ? originOf(obligation.term) : undefined
    }
    default:
      return what satisfies never
  }
}

const certain = { precision: 'day', assumed: false } as const

function originOf(term: Term): ActDate {
  if (term.basis === 'FIXED_DATE') return { date: term.date, ...certain }
  return { date: term.start, ...(term.startAs ?? certain) }
}

function startingOn(term: Term, date: LocalDate): Term {
  if (term.basis === 'FIXED_DATE') return { ...term, date }
  const { startAs: _, ...rest } = term
  return { ...rest, start: date }
}

/** What is still owed and was counted from the wrong day. */
function countedFrom({ data }: Correction, state: Accord): Obligation[] {
  const { what, ref } = data
  const owedNow = Object.values(state.obligations).filter(isOwed)
  if (what === 'deadline') return owedNow.filter(({ id }) => id === ref)
  if (what === 'activitiesEnd') return countedFromEnd(state, owedNow)
  if (what !== 'inForce') return []
  const inForce = state.inForceOn?.date
  return owedNow.filter(
    ({ kind, term }) =>
      (kind === 'plan' || kind === 'activities') && term.basis === 'PERIOD' && term.start === inForce,
  )
}

/** Where no date had been set for the end, the report is counted from the day on which it came. */
function countedFromEnd(state: Accord, owedNow: readonly Obligation[]): Obligation[] {
  const ended = 'activitiesEndedOn' in state ? state.activitiesEndedOn.date : undefined
  const activities = entry(state.obligations, 'activities')
  if (activities !== undefined && activities.status !== 'lifted') return []
  return owedNow.filter(
    ({ kind, term }) => kind === 'finalReport' && term.basis === 'PERIOD' && term.start === ended,
  )
}

/** While the end of activities is to come, the report has no day of its own to start from. */
function followsEnd({ data }: Correction, state: Accord): Refused<Refusal> | undefined {
  const isReport = data.what === 'deadline' && data.ref === 'finalReport'
  const report = isReport ? owed(state, 'finalReport') : undefined
  const end = owed(state, 'activities')
  if (report?.term.basis !== 'PERIOD' || end === undefined) return undefined
  return refuse('origin-follows-end', { deadlineId: report.id, parent: end.id })
}
