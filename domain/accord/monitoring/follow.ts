import { fold } from '../../decider.ts'
import { addDays, daysBetween, type LocalDate, laterOf } from '../../time/localDate.ts'
import { addPeriod, type Period } from '../../time/period.ts'
import { lift, setByTerm } from '../acts/obligations.ts'
import type { AccordCommand } from '../commands.ts'
import type { AccordEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import { withActions } from '../phases.ts'
import { recordedAs } from '../recorded.ts'
import {
  type Accord,
  type AccordState,
  entry,
  isBefore,
  isOwed,
  isRunning,
  type PhaseName,
} from '../state.ts'
import type { AccordContext } from '../terms.ts'
import type { MonitoringRules } from './rules.ts'
import { endOfActivities, type MonitoringPeriod, midTermOf, monthsOfYear, periodsOf } from './schedule.ts'
import { type MonitoringSchedule, reportOf } from './state.ts'

/** Where reports are asked for; in any other phase what has been set stays, and nothing is added. */
const followed: readonly PhaseName[] = [
  'inForce',
  ...withActions,
  'reportUnderReview',
  'reportIntegration',
  'reportReturned',
  'reportApproved',
]

/**
 * What a decision brings about for monitoring. Not a step of any one act: the accord as the decision leaves it says
 * which report is due next, and what is not there yet is set. So an extension resumes the chain, an end of the
 * activities cuts it, a reversal takes back what it had set, and asked again there is nothing left to do.
 */
export function monitoringFollows(
  command: AccordCommand,
  before: AccordState,
  events: readonly AccordEvent[],
  context: AccordContext,
): AccordEvent[] {
  if (before.phase === 'absent') return []
  // The fold costs as much as the decision itself: only where there is something to follow.
  if (before.rules.monitoring === undefined && !events.some(bringsRules)) return []
  const after = fold(evolve, before, recordedAs(command, before, events, command.act.receivedAt))
  if (after.phase === 'absent' || !followed.includes(after.phase)) return []
  const rules = after.rules.monitoring
  const start = rules && startOf(after, rules)
  if (rules === undefined || start === undefined) return []
  const day = command.act.on.date
  const schedule = scheduleNow(after, rules, events.some(bringsRules) ? laterOf(start, day) : start, events)
  const isNew = schedule !== after.monitoring?.schedule
  return [
    ...(isNew ? [{ type: 'MonitoringScheduled', data: schedule } as const] : []),
    ...fallenAway(after, schedule, day),
    ...dueNext(after, rules, schedule, context),
  ]
}

/** Rules that an accord adopts later ask for nothing about the time before. */
function bringsRules({ type }: AccordEvent): boolean {
  return type === 'RulesAdopted'
}

function startOf(state: Accord, { from = 'planApproval' }: MonitoringRules): LocalDate | undefined {
  switch (from) {
    case 'inForce':
      return state.inForceOn?.date
    case 'planApproval': {
      const isReviewed = !isBefore(state.phase, 'underway')
      return 'plan' in state && isReviewed ? state.plan.approvedOn?.date : undefined
    }
    case 'actionsStart':
      return Object.values(state.actions)
        .flatMap(({ startedOn }) => startedOn?.date ?? [])
        .sort()[0]
    default:
      return from satisfies never
  }
}

/** Made once, so that no correction moves periods on which reports rest; anew only with a plan approved again. */
function scheduleNow(
  state: Accord,
  rules: MonitoringRules,
  from: LocalDate,
  events: readonly AccordEvent[],
): MonitoringSchedule {
  const earlier = state.monitoring
  const isAgain = events.some(({ type }) => type === 'PlanApproved') && from !== earlier?.schedule.from
  const isBare = Object.keys(earlier?.reports ?? {}).length === 0
  if (earlier !== undefined && !(isAgain && isBare)) return earlier.schedule
  const { every = 'P3M' as Period, count = monthsOfYear(every) === undefined ? 'start' : 'calendar' } = rules
  const midTermOn = middle(state, rules, from)
  return { from, every, count, ...(midTermOn && { midTermOn }) }
}

function middle(state: Accord, { midTerm }: MonitoringRules, from: LocalDate): LocalDate | undefined {
  if (midTerm === undefined) return undefined
  if ('after' in midTerm) return addPeriod(from, midTerm.after)
  const end = endOfActivities(state)
  if (end === undefined || end <= from) return undefined
  return addDays(from, Math.round(daysBetween(from, end) * midTerm.fraction))
}

/** Reports still owed on periods that, with the end of the activities as it is now, there are not. */
function fallenAway(state: Accord, schedule: MonitoringSchedule, day: LocalDate): AccordEvent[] {
  const owedNow = Object.values(state.obligations).filter(
    (one) => (one.kind === 'monitoringReport' || one.kind === 'midTermReport') && isOwed(one),
  )
  if (owedNow.length === 0) return []
  const there = new Set<string>()
  const mid = midTermOf(state, schedule)
  if (mid !== undefined) there.add(mid.id)
  const last = owedNow
    .map(({ term }) => (term.basis === 'PERIOD' ? term.start : term.date))
    .sort()
    .at(-1)
  for (const { id, from } of periodsOf(state, schedule)) {
    if (last !== undefined && from > last) break
    there.add(id)
  }
  return owedNow
    .filter(({ ref }) => ref !== undefined && !there.has(ref))
    .flatMap(({ kind, ref }) => lift(state, day, kind, ref))
}

/** The first report that is neither sent nor missed, and the one in the middle, where they have no deadline yet. */
function dueNext(
  state: Accord,
  rules: MonitoringRules,
  schedule: MonitoringSchedule,
  context: AccordContext,
): AccordEvent[] {
  const mid = midTermOf(state, schedule)
  const isUnset = mid !== undefined && standing(state, mid) === 'unset'
  const midTerm = rules.midTerm && isUnset ? dueOn(state, context, rules.midTerm.term, mid) : []
  const isEndless = endOfActivities(state) === undefined
  for (const period of periodsOf(state, schedule)) {
    const now = standing(state, period)
    if (now === 'unset') return [...midTerm, ...dueOn(state, context, rules.term, period)]
    // Without an end an overdue report holds up the next: the timer alone must not go on for ever.
    if (now === 'running' || (now === 'missed' && isEndless)) break
  }
  return midTerm
}

function standing(state: Accord, { id, kind }: MonitoringPeriod): 'unset' | 'running' | 'missed' | 'sent' {
  if (reportOf(state, id) !== undefined) return 'sent'
  const known = entry(state.obligations, `${deadlineKind(kind)}:${id}`)
  if (known === undefined || known.status === 'lifted') return 'unset'
  return isRunning(known) ? 'running' : 'missed'
}

function dueOn(
  state: Accord,
  context: AccordContext,
  term: MonitoringRules['term'],
  { id, kind, to }: MonitoringPeriod,
): AccordEvent[] {
  const about = { kind: deadlineKind(kind), obligor: 'region', ref: id } as const
  return setByTerm(state, context, term, to, about)
}

export function deadlineKind(kind: MonitoringPeriod['kind']) {
  return kind === 'midTerm' ? 'midTermReport' : 'monitoringReport'
}
