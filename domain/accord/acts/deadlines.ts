import { accept } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { type Accord, entry } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { unfinishedActions } from './actions.ts'
import { undecided } from './extension.ts'
import { resume } from './obligations.ts'

/**
 * The timer says a deadline has passed; the state decides whether it has. A timer armed for an older
 * revision, or one that fires early, changes nothing.
 */
export function passDeadline(
  command: CommandOf<'PassDeadline'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { deadlineId, revision } = command.data
  const due = entry(state.obligations, deadlineId)
  if (due === undefined || due.status !== 'open' || due.revision !== revision) return accept([])
  if (!hasPassed(due, command.act.receivedAt)) return accept([])
  if (due.kind === 'activities') {
    // The end of a period is reached, not missed: the period is over whether or not anybody says so.
    return accept(
      [
        { type: 'ActivitiesEnded', data: { how: 'expiry' } },
        { type: 'DeadlineMet', data: { deadlineId, revision, inTime: true, daysLate: 0 } },
      ],
      unfinishedActions(state),
    )
  }
  const missed: AccordEvent = {
    type: 'DeadlineMissed',
    data: { deadlineId, revision, passedAt: due.passesAt },
  }
  if (due.kind === 'planIntegration') {
    return accept([missed, ...resume(state, context, 'planReview', due.nominal)])
  }
  if (due.kind === 'reportIntegration') {
    return accept([missed, ...resume(state, context, 'reportReview', due.nominal)])
  }
  if (due.kind === 'extensionDecision' && due.ref !== undefined) {
    return accept([missed, ...undecided(state, context, due.ref)])
  }
  return accept([missed])
}
