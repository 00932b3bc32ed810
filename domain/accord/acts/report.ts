import { accept, type Notice } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { pendingExit } from '../exits/ending.ts'
import { centsText } from '../money/cents.ts'
import { openAmendment } from '../money/state.ts'
import { dueCents } from '../money/totals.ts'
import { refuse } from '../refusals.ts'
import { type Accord, type AccordIn, isRunning } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { lapsedWith } from './extension.ts'
import { receiptDate, setByRule, settle } from './obligations.ts'
import { reviewClosed } from './review.ts'

/** Submits the final report, or submits it again after a return. */
export function submitFinalReport(
  command: CommandOf<'SubmitFinalReport'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  if (state.phase !== 'activitiesEnded' && state.phase !== 'reportReturned') {
    return refuse('report-before-end', { phase: state.phase })
  }
  const reportVersion = state.phase === 'reportReturned' ? state.report.version + 1 : 1
  const kind = state.phase === 'reportReturned' ? 'reportResubmission' : 'finalReport'
  return accept([
    { type: 'FinalReportSubmitted', data: { reportVersion, title: command.data.title } },
    ...settle(state, command.act, kind),
    ...lapsedWith(state, context, ['activities', 'finalReport'], command),
    ...setByRule(state, context, 'reportReview', receiptDate(state, command), {
      kind: 'reportReview',
      obligor: 'ministry',
    }),
  ])
}

export function approveFinalReport(
  command: CommandOf<'ApproveFinalReport'>,
  state: AccordIn<'reportUnderReview' | 'reportIntegration'>,
): AccordDecision {
  const closed = reviewClosed('report', command.act, state)
  if (closed.outcome === 'refused') return closed
  const data = { reportVersion: state.report.version, ...command.data }
  return accept([{ type: 'FinalReportApproved', data }, ...closed.events])
}

/** Conclusion lifts what could still pass, but for money to be returned; what was missed stays missed, as evidence. */
export function concludeAccord(
  command: CommandOf<'ConcludeAccord'>,
  state: AccordIn<'reportApproved'>,
): AccordDecision {
  const unmet = Object.values(state.conditions).filter((condition) => !condition.met)
  if (unmet.length > 0) {
    return refuse('conditions-unmet', { conditions: unmet.map((condition) => condition.id).join(', ') })
  }
  const exit = pendingExit(state)
  if (exit !== undefined) return refuse('exit-pending', { exit })
  const asked = openAmendment(state.money)
  if (asked !== undefined) return refuse('amendment-undecided', { amendmentId: asked.amendmentId })
  const lifted = Object.values(state.obligations)
    .filter((obligation) => isRunning(obligation) && obligation.kind !== 'recovery')
    .map(({ id }) => ({ type: 'DeadlineLifted', data: { deadlineId: id } }) as const)
  return accept([{ type: 'AccordConcluded', data: command.data }, ...lifted], unsettled(state))
}

/** Money that is still to go one way or the other; a settlement may say that no balance is due. */
function unsettled(state: Accord): Notice[] {
  const { settlement } = state.money
  const due = settlement && dueCents(state, settlement.recognisedCents)
  if (due !== undefined && due < 0)
    return [{ code: 'recovery-not-ordered', params: { amount: centsText(-due) } }]
  const isPaid = state.balance !== undefined || due === 0
  return isPaid ? [] : [{ code: 'no-balance-recorded', params: {} }]
}
