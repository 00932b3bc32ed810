import type { RecordedEvent } from './events.ts'
import { type Accord, entry } from './state.ts'

type Corrected = Extract<RecordedEvent, { type: 'DateCorrected' }>

/** The fact with its right date: a day that somebody has checked. Deadlines move by the events that follow. */
export function dateCorrected(state: Accord, { data }: Corrected): Accord {
  const { what, ref = '', to: date } = data
  const on = { date, precision: 'day', assumed: false } as const
  const action = entry(state.actions, ref)
  const milestone = entry(state.milestones, ref)
  switch (what) {
    case 'proposal':
      return { ...state, proposedOn: on }
    case 'inForce':
      return { ...state, inForceOn: on }
    case 'actionStart':
    case 'actionCompletion': {
      if (action === undefined) return state
      const change = what === 'actionStart' ? { startedOn: on } : { completedOn: on }
      return { ...state, actions: { ...state.actions, [ref]: { ...action, ...change } } }
    }
    case 'milestone':
      if (milestone === undefined) return state
      return { ...state, milestones: { ...state.milestones, [ref]: { ...milestone, signalledOn: on } } }
    case 'activitiesEnd':
      return 'activitiesEndedOn' in state ? { ...state, activitiesEndedOn: on } : state
    case 'deadline': {
      const condition = entry(state.conditions, ref.slice('planCondition:'.length))
      if (condition === undefined || !ref.startsWith('planCondition:')) return state
      return { ...state, conditions: { ...state.conditions, [condition.id]: { ...condition, dueOn: date } } }
    }
    default:
      return what satisfies never
  }
}
