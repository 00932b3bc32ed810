import { accept, type Notice } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { refuse } from '../refusals.ts'
import { type Accord, entry } from '../state.ts'
import { settle } from './obligations.ts'

/** An action may start before its plan is approved (it happened): recorded and flagged, never blocked. */
export function startAction(command: CommandOf<'StartAction'>, state: Accord): AccordDecision {
  const { numeral } = command.data
  const action = entry(state.actions, numeral)
  if (action === undefined) return refuse('unknown-action', { numeral })
  if (action.status !== 'planned') return accept([])
  const notices: Notice[] =
    state.phase === 'underway' ? [] : [{ code: 'action-before-approval', params: { numeral } }]
  return accept([{ type: 'ActionStarted', data: { numeral } }], notices)
}

export function completeAction(command: CommandOf<'CompleteAction'>, state: Accord): AccordDecision {
  const { numeral } = command.data
  const action = entry(state.actions, numeral)
  if (action === undefined) return refuse('unknown-action', { numeral })
  if (action.status === 'planned') return refuse('action-not-started', { numeral })
  if (action.status === 'completed') return accept([])
  return accept([{ type: 'ActionCompleted', data: { numeral } }])
}

/** A milestone signalled twice, by a system that repeats itself, changes nothing the second time. */
export function signalMilestone(command: CommandOf<'SignalMilestone'>, state: Accord): AccordDecision {
  const { milestoneId } = command.data
  const milestone = entry(state.milestones, milestoneId)
  if (milestone === undefined) return refuse('unknown-milestone', { milestoneId })
  if (milestone.signalledOn !== undefined) return accept([])
  return accept([
    { type: 'MilestoneSignalled', data: command.data },
    ...settle(state, command.act, 'milestone', milestoneId),
  ])
}

export function endActivities(command: CommandOf<'EndActivities'>, state: Accord): AccordDecision {
  return accept(
    [{ type: 'ActivitiesEnded', data: { how: 'signalled' } }, ...settle(state, command.act, 'activities')],
    unfinishedActions(state),
  )
}

/** Actions not completed when the activities end are shown, and block nothing. */
export function unfinishedActions(state: Accord): Notice[] {
  const open = Object.values(state.actions).filter((action) => action.status !== 'completed')
  const actions = open.map((action) => action.numeral).join(', ')
  return open.length === 0 ? [] : [{ code: 'actions-not-completed', params: { actions } }]
}
