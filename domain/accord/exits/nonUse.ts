import { accept, type Refused } from '../../decider.ts'
import { settle } from '../acts/obligations.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Accord } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { askedOnce, closed, fallsAway, noneIsPending } from './ending.ts'
import { ordering, recoverableCents } from './recovery.ts'
import { isSpent } from './spending.ts'
import { owesRecovery } from './state.ts'
import { decided, toDecide } from './withdrawal.ts'

/** The Region received the advance and spent nothing of it. */
export function declareNonUse(
  command: CommandOf<'DeclareNonUse'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { reasons } = command.data
  const used = notUnused(state)
  if (used !== undefined) return used
  return askedOnce(state, 'nonUse', reasons, ['nonUse', 'withdrawal'], () => [
    { type: 'NonUseDeclared', data: { reasons } },
    ...toDecide(command, state, context),
  ])
}

function notUnused(state: Accord): Refused<Refusal> | undefined {
  if (state.advance === undefined) return refuse('no-advance')
  return isSpent(state) ? refuse('spending-recorded') : undefined
}

export function refuseNonUse(command: CommandOf<'RefuseNonUse'>, state: Accord): AccordDecision {
  if (state.nonUse === undefined) return noneIsPending('nonUse')
  return accept([
    { type: 'NonUseRefused', data: command.data },
    ...settle(state, command.act, 'exitDecision'),
  ])
}

/** The whole advance is to be returned, less what was asked back before; the amount is nobody's choice. */
export function acceptNonUse(
  command: CommandOf<'AcceptNonUse'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { recoveryId, dueOn, note } = command.data
  if (state.nonUse === undefined) return noneIsPending('nonUse')
  const used = notUnused(state)
  if (used !== undefined) return used
  const cents = recoverableCents(state)
  const order = {
    ...{ recoveryId, amount: { cents, currency: 'EUR' as const }, ...(dueOn && { dueOn }) },
    ...{ cause: 'nonUse' as const, reasons: state.nonUse.reasons },
  }
  const ordered = cents === 0 ? [] : ordering(state, context, command.act, order)
  if ('outcome' in ordered) return ordered
  return accept([
    { type: 'NonUseAccepted', data: { ...(note && { note }) } },
    ...fallsAway(state, command.act, decided(command, state)),
    ...ordered,
    ...(cents === 0 && !owesRecovery(state) ? [closed] : []),
  ])
}
