import type { AccordEvents, EventType, RecordedEvent } from './events.ts'
import type { PlanAction } from './parts.ts'
import { type Accord, type ActionState, entry, type MilestoneState } from './state.ts'

type Recorded<T extends EventType> = Extract<RecordedEvent, { type: T }>
type PlanEvent = Recorded<`Plan${string}` & EventType>
type ActivityEvent = Recorded<'ActionStarted' | 'ActionCompleted' | 'MilestoneSignalled' | 'ActivitiesEnded'>
type ReportEvent = Recorded<(`FinalReport${string}` | `ReportIntegration${string}`) & EventType>

/** The plan, from its submission to its conditions. */
export function evolvePlan(state: Accord, event: PlanEvent): Accord {
  if (event.type === 'PlanSubmitted') return planSubmitted(state, event.data)
  if (!('plan' in state)) return state
  switch (event.type) {
    case 'PlanIntegrationRequested':
      return { ...state, phase: 'planIntegration', plan: { ...state.plan, integrationUsed: true } }
    case 'PlanIntegrationSupplied':
      return { ...state, phase: 'planUnderReview' }
    case 'PlanReturned':
      return { ...state, phase: 'planReturned' }
    case 'PlanApproved': {
      const conditions = event.data.conditions.map((condition) => [
        condition.id,
        { ...condition, met: false },
      ])
      const plan = { ...state.plan, approvedOn: event.act.on }
      return { ...state, phase: 'underway', plan, conditions: Object.fromEntries(conditions) }
    }
    case 'PlanConditionMet': {
      const condition = entry(state.conditions, event.data.conditionId)
      if (condition === undefined) return state
      return { ...state, conditions: { ...state.conditions, [condition.id]: { ...condition, met: true } } }
    }
    default:
      return event satisfies never
  }
}

/** What happens to the actions, and to the activities as a whole. */
export function evolveActivities(state: Accord, event: ActivityEvent): Accord {
  switch (event.type) {
    case 'ActionStarted':
      return actionIs(state, event.data.numeral, { status: 'started', startedOn: event.act.on })
    case 'ActionCompleted':
      return actionIs(state, event.data.numeral, { status: 'completed', completedOn: event.act.on })
    case 'MilestoneSignalled': {
      const milestone = entry(state.milestones, event.data.milestoneId)
      if (milestone === undefined) return state
      const signalled: MilestoneState = { ...milestone, signalledOn: event.act.on }
      return { ...state, milestones: { ...state.milestones, [milestone.id]: signalled } }
    }
    case 'ActivitiesEnded':
      return 'plan' in state ? activitiesEnded(state, event) : state
    default:
      return event satisfies never
  }
}

/** The final report, from its submission to its approval. */
export function evolveReport(state: Accord, event: ReportEvent): Accord {
  if (event.type === 'FinalReportSubmitted') {
    if (!('activitiesEndedOn' in state)) return state
    const { reportVersion: version, title } = event.data
    return { ...state, phase: 'reportUnderReview', report: { version, title, integrationUsed: false } }
  }
  if (!('report' in state)) return state
  switch (event.type) {
    case 'ReportIntegrationRequested':
      return { ...state, phase: 'reportIntegration', report: { ...state.report, integrationUsed: true } }
    case 'ReportIntegrationSupplied':
      return { ...state, phase: 'reportUnderReview' }
    case 'FinalReportReturned':
      return { ...state, phase: 'reportReturned' }
    case 'FinalReportApproved':
      return { ...state, phase: 'reportApproved' }
    default:
      return event satisfies never
  }
}

/** A resubmitted plan replaces the actions but keeps what already happened to them. */
function planSubmitted(state: Accord, data: AccordEvents['PlanSubmitted']): Accord {
  const { planVersion: version, ...plan } = data
  const { budget } = data
  const money = budget
    ? { ...state.money, budget: { version, lines: budget, approvedLines: budget } }
    : state.money
  return {
    ...state,
    ...replacedActions(state, data.actions),
    phase: 'planUnderReview',
    plan: { ...plan, version, integrationUsed: false },
    money,
  }
}

/** Other actions and milestones, each with what had happened to it. */
export function replacedActions(
  state: Accord,
  planned: readonly PlanAction[],
): Pick<Accord, 'actions' | 'milestones'> {
  const actions = planned.map(({ milestones: _, ...action }) => {
    const {
      status = 'planned',
      startedOn,
      completedOn,
    }: Partial<ActionState> = state.actions[action.numeral] ?? {}
    const happened = { status, ...(startedOn && { startedOn }), ...(completedOn && { completedOn }) }
    return [action.numeral, { ...action, ...happened }]
  })
  const milestones = planned.flatMap(({ numeral, milestones: own }) =>
    own.map(({ id, title }) => [id, { ...entry(state.milestones, id), id, title, numeral }]),
  )
  return { actions: Object.fromEntries(actions), milestones: Object.fromEntries(milestones) }
}

function activitiesEnded(
  state: Extract<Accord, { plan: unknown }>,
  event: Recorded<'ActivitiesEnded'>,
): Accord {
  const ended = { activitiesEndedOn: event.act.on, activitiesEndedHow: event.data.how }
  return { ...state, phase: 'activitiesEnded', ...ended }
}

function actionIs(state: Accord, numeral: string, change: Partial<Accord['actions'][string]>): Accord {
  const action = state.actions[numeral]
  if (action === undefined) return state
  return { ...state, actions: { ...state.actions, [numeral]: { ...action, ...change } } }
}
