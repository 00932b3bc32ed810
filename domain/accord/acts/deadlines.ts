import { accept } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { type Accord, entry, type Obligation } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { unfinishedActions } from './actions.ts'
import { unsigned } from './addendum.ts'
import { inSilence } from './control.ts'
import { undecided } from './extensionDecision.ts'
import { resumeReview } from './review.ts'
import { expired } from './suspension.ts'

/**
 * The timer says a deadline, or its target, has passed; the state decides whether it has. A timer armed for an
 * older revision, or one that fires early, changes nothing.
 */
export function passDeadline(
  command: CommandOf<'PassDeadline'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { deadlineId, revision, tier } = command.data
  const due = entry(state.obligations, deadlineId)
  if (due === undefined || due.status !== 'open' || due.revision !== revision) return accept([])
  if (tier === 'target') return passTarget(command, due)
  if (!hasPassed(due, command.act.receivedAt)) return accept([])
  if (due.kind === 'activities') {
    // The end of a period is reached, not missed: the period is over whether or not anybody says so.
    return accept(
      [{ type: 'ActivitiesEnded', data: { how: 'expiry' } }, reached(due)],
      unfinishedActions(state),
    )
  }
  if (due.kind === 'control' || due.kind === 'controlLatest') {
    return accept([reached(due), ...inSilence(state, due)])
  }
  const missed: AccordEvent = {
    type: 'DeadlineMissed',
    data: { deadlineId, revision, passedAt: due.passesAt },
  }
  return accept([missed, ...consequences(due, state, context)])
}

function passTarget({ act }: CommandOf<'PassDeadline'>, due: Obligation): AccordDecision {
  const { id: deadlineId, revision, target, targetPassed } = due
  if (target === undefined || targetPassed || !hasPassed(target, act.receivedAt)) return accept([])
  return accept([{ type: 'TargetPassed', data: { deadlineId, revision, passedAt: target.passesAt } }])
}

function reached({ id: deadlineId, revision }: Obligation): AccordEvent {
  return { type: 'DeadlineMet', data: { deadlineId, revision, inTime: true, daysLate: 0 } }
}

/** What follows by itself from a deadline that passed. */
function consequences(due: Obligation, state: Accord, context: AccordContext): AccordEvent[] {
  switch (due.kind) {
    case 'planIntegration':
      return resumeReview(state, context, 'planReview', due.nominal)
    case 'reportIntegration':
      return resumeReview(state, context, 'reportReview', due.nominal)
    case 'informationReply':
    case 'observations':
      return expired(state, context, due)
    case 'extensionDecision':
      return undecided(state, context, due.ref ?? '', due.effective)
    case 'addendum':
      return unsigned(state, context, due.ref ?? '', due.effective)
    default:
      return []
  }
}
