import { accept, type Notice, type Refused } from '../../decider.ts'
import type { LocalDate } from '../../time/localDate.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { wrongPlanBudget } from '../money/spending.ts'
import type { PlanAction } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, type AccordIn, entry } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { receiptDate, setByRule, setDeadline, settle } from './obligations.ts'
import { reviewClosed } from './review.ts'

/** Submits the plan, or submits it again after a return: each submission is a version of its own. */
export function submitPlan(
  command: CommandOf<'SubmitPlan'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const refusal = planRefusal(command, state)
  if (refusal !== undefined) return refusal
  const planVersion = 'plan' in state ? state.plan.version + 1 : 1
  const unclassified = command.data.actions.filter((action) => action.section === undefined)
  const notices: Notice[] =
    unclassified.length === 0
      ? []
      : [{ code: 'action-unclassified', params: { actions: unclassified.map((a) => a.numeral).join(', ') } }]
  return accept(
    [
      { type: 'PlanSubmitted', data: { ...command.data, planVersion } },
      ...settle(state, command.act, state.phase === 'planReturned' ? 'planResubmission' : 'plan'),
      ...setByRule(state, context, 'planReview', receiptDate(state, command), {
        kind: 'planReview',
        obligor: 'ministry',
      }),
    ],
    notices,
  )
}

function planRefusal(command: CommandOf<'SubmitPlan'>, state: Accord) {
  const { sections, actions } = command.data
  for (const number of [1, 2, 3]) {
    const found = sections.filter((section) => section.number === number).length
    if (found === 0) return refuse('section-missing', { section: number })
    if (found > 1) return refuse('duplicate-section', { section: number })
  }
  return wrongActions(actions, state) ?? wrongPlanBudget(state, command.data.budget, actions)
}

/** Each action and milestone once, and none that was started, signalled or spent on left out. */
export function wrongActions(actions: readonly PlanAction[], state: Accord): Refused<Refusal> | undefined {
  if (actions.length === 0) return refuse('no-actions')
  const numeral = duplicate(actions.map((action) => action.numeral))
  if (numeral !== undefined) return refuse('duplicate-action', { numeral })
  const milestoneId = duplicate(actions.flatMap((action) => action.milestones.map(({ id }) => id)))
  if (milestoneId !== undefined) return refuse('duplicate-milestone', { milestoneId })
  const planned = new Set(actions.map((action) => action.numeral))
  const dropped = Object.values(state.actions).find(
    (action) => action.status !== 'planned' && !planned.has(action.numeral),
  )
  if (dropped !== undefined) return refuse('started-action-dropped', { numeral: dropped.numeral })
  const paidFor = state.money.spending.lines.find(
    (line) => line.amount.cents > 0 && !planned.has(line.numeral),
  )
  if (paidFor !== undefined) return refuse('spent-action-dropped', { numeral: paidFor.numeral })
  const kept = new Set(actions.flatMap((action) => action.milestones.map(({ id }) => id)))
  const lost = Object.values(state.milestones).find(({ id, signalledOn }) => signalledOn && !kept.has(id))
  return lost && refuse('signalled-milestone-dropped', { milestoneId: lost.id })
}

function duplicate(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index)
}

type ReviewedPlan = AccordIn<'planUnderReview' | 'planIntegration'>

/** Approval starts the clock of the activities and of everything the plan dates. */
export function approvePlan(
  command: CommandOf<'ApprovePlan'>,
  state: ReviewedPlan,
  context: AccordContext,
): AccordDecision {
  const { conditions } = command.data
  const closed = reviewClosed('plan', command.act, state)
  if (closed.outcome === 'refused') return closed
  const conditionId = duplicate(conditions.map((condition) => condition.id))
  if (conditionId !== undefined) return refuse('duplicate-condition', { conditionId })
  const activities = activityDeadlines(command, state, context)
  const notices: Notice[] = activities.length === 0 ? [{ code: 'no-end-date', params: {} }] : []
  return accept(
    [
      { type: 'PlanApproved', data: { planVersion: state.plan.version, conditions } },
      ...closed.events,
      ...conditions.flatMap((condition) =>
        datedByPlan(state, context, 'planCondition', condition.id, condition.dueOn),
      ),
      ...state.plan.actions
        .filter(({ numeral }) => entry(state.actions, numeral)?.status !== 'completed')
        .flatMap(({ numeral, endsOn }) => datedByPlan(state, context, 'action', numeral, endsOn)),
      ...state.plan.actions
        .flatMap((action) => action.milestones)
        .filter((milestone) => entry(state.milestones, milestone.id)?.signalledOn === undefined)
        .flatMap((milestone) => datedByPlan(state, context, 'milestone', milestone.id, milestone.dueOn)),
      ...activities,
    ],
    notices,
  )
}

export function datedByPlan(
  state: Accord,
  context: AccordContext,
  kind: 'planCondition' | 'milestone' | 'action',
  ref: string,
  date: LocalDate | undefined,
): AccordEvent[] {
  if (date === undefined) return []
  const basis = { basis: 'FIXED_DATE', date } as const
  const citation = kind === 'planCondition' ? 'approvazione del piano integrato' : 'piano integrato'
  const subject = kind === 'action' ? 'END_OF_PERIOD' : 'ACT_TO_PERFORM'
  return [setDeadline(state, context, { kind, obligor: 'region', basis, citation, ref, subject })]
}

/** End of activities and final report are always two dates; the second is counted from the first. */
function activityDeadlines(
  command: CommandOf<'ApprovePlan'>,
  state: ReviewedPlan,
  context: AccordContext,
): AccordEvent[] {
  const until = command.data.activitiesUntil ?? state.plan.activitiesUntil
  const ends = { kind: 'activities', obligor: 'region', subject: 'END_OF_PERIOD' } as const
  const citation = command.data.activitiesUntil ? 'approvazione del piano integrato' : 'piano integrato'
  const activities =
    until === undefined
      ? setByRule(state, context, 'activities', state.inForceOn ?? command.act.on, ends)
      : [setDeadline(state, context, { ...ends, basis: { basis: 'FIXED_DATE', date: until }, citation })]
  const [end] = activities
  if (end?.type !== 'DeadlineSet') return activities
  const report = { kind: 'finalReport', obligor: 'region' } as const
  return [...activities, ...setByRule(state, context, 'finalReport', end.data.deadline.nominal, report)]
}

/** A condition already met changes nothing. */
export function meetPlanCondition(command: CommandOf<'MeetPlanCondition'>, state: Accord): AccordDecision {
  const { conditionId } = command.data
  const condition = entry(state.conditions, conditionId)
  if (condition === undefined) return refuse('unknown-condition', { conditionId })
  if (condition.met) return accept([])
  return accept([
    { type: 'PlanConditionMet', data: { conditionId } },
    ...settle(state, command.act, 'planCondition', conditionId),
  ])
}
