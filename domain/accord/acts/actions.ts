import { accept, type Notice } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { refuse } from '../refusals.ts'
import { type Accord, entry } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { lapsedWith } from './extension.ts'
import { setByRule, settle } from './obligations.ts'

/** An action may start before its plan is approved (it happened): recorded and flagged, never blocked. */
export function startAction(command: CommandOf<'StartAction'>, state: Accord): AccordDecision {
  const { numeral } = command.data
  const action = entry(state.actions, numeral)
  if (action === undefined) return refuse('unknown-action', { numeral })
  if (action.status === 'revoked') return refuse('action-revoked', { numeral })
  if (action.status !== 'planned') return accept([])
  const notices: Notice[] =
    state.phase === 'underway' ? [] : [{ code: 'action-before-approval', params: { numeral } }]
  return accept([{ type: 'ActionStarted', data: { numeral } }], notices)
}

export function completeAction(
  command: CommandOf<'CompleteAction'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { numeral } = command.data
  const action = entry(state.actions, numeral)
  if (action === undefined) return refuse('unknown-action', { numeral })
  if (action.status === 'revoked') return refuse('action-revoked', { numeral })
  if (action.status === 'planned') return refuse('action-not-started', { numeral })
  if (action.status === 'completed') return accept([])
  return accept([
    { type: 'ActionCompleted', data: { numeral } },
    ...settle(state, command.act, 'action', numeral),
    ...lapsedWith(state, context, [`action:${numeral}`], command),
  ])
}

/** A milestone signalled twice, by a system that repeats itself, changes nothing the second time. */
export function signalMilestone(
  command: CommandOf<'SignalMilestone'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { milestoneId } = command.data
  const milestone = entry(state.milestones, milestoneId)
  if (milestone === undefined) return refuse('unknown-milestone', { milestoneId })
  if (milestone.signalledOn !== undefined) return accept([])
  const { numeral } = milestone
  if (entry(state.actions, numeral)?.status === 'revoked') return refuse('action-revoked', { numeral })
  return accept([
    { type: 'MilestoneSignalled', data: command.data },
    ...settle(state, command.act, 'milestone', milestoneId),
    ...lapsedWith(state, context, [`milestone:${milestoneId}`], command),
  ])
}

/** Where no date had been set for the end there is none for the report either: it is counted from this day. */
export function endActivities(
  command: CommandOf<'EndActivities'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const report = { kind: 'finalReport', obligor: 'region' } as const
  const end = entry(state.obligations, 'activities')
  const isDated = end !== undefined && end.status !== 'lifted'
  return accept(
    [
      { type: 'ActivitiesEnded', data: { how: 'signalled' } },
      ...settle(state, command.act, 'activities'),
      ...lapsedWith(state, context, ['activities'], command),
      ...(isDated ? [] : setByRule(state, context, 'finalReport', command.act.on, report)),
    ],
    unfinishedActions(state),
  )
}

/** Actions not completed when the activities end are shown, and block nothing. */
export function unfinishedActions(state: Accord): Notice[] {
  const open = Object.values(state.actions).filter(
    ({ status }) => status !== 'completed' && status !== 'revoked',
  )
  const actions = open.map((action) => action.numeral).join(', ')
  return open.length === 0 ? [] : [{ code: 'actions-not-completed', params: { actions } }]
}
