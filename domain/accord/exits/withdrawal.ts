import { accept } from '../../decider.ts'
import { lift, receiptDate, setByTerm, settle } from '../acts/obligations.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { type Accord, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { askedOnce, closed, fallsAway, noneIsPending } from './ending.ts'
import { ordering } from './recovery.ts'
import { owesRecovery } from './state.ts'

/** The Region gives the accord up. It goes on until the Ministry accepts: nothing stops meanwhile. */
export function notifyWithdrawal(
  command: CommandOf<'NotifyWithdrawal'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { reasons } = command.data
  return askedOnce(state, 'withdrawal', reasons, ['withdrawal', 'nonUse'], () => [
    { type: 'WithdrawalNotified', data: { reasons } },
    ...toDecide(command, state, context),
  ])
}

/** The Ministry owes a decision where the programme says by when; its term runs from receipt. */
export function toDecide(
  command: CommandOf<'NotifyWithdrawal' | 'DeclareNonUse'>,
  state: Accord,
  context: AccordContext,
): AccordEvent[] {
  const decision = { kind: 'exitDecision', obligor: 'ministry' } as const
  return setByTerm(state, context, state.rules.exits?.decision, receiptDate(state, command), decision)
}

export function takeBackWithdrawal(command: CommandOf<'TakeBackWithdrawal'>, state: Accord): AccordDecision {
  if (state.withdrawal === undefined) return noneIsPending('withdrawal')
  return accept([
    { type: 'WithdrawalTakenBack', data: command.data },
    ...lift(state, command.act.on.date, 'exitDecision'),
  ])
}

export function refuseWithdrawal(command: CommandOf<'RefuseWithdrawal'>, state: Accord): AccordDecision {
  if (state.withdrawal === undefined) return noneIsPending('withdrawal')
  return accept([
    { type: 'WithdrawalRefused', data: command.data },
    ...settle(state, command.act, 'exitDecision'),
  ])
}

/** The accord ends on the day of the act; with an order, what was received and not due is to be returned. */
export function acceptWithdrawal(
  command: CommandOf<'AcceptWithdrawal'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { note, recovery } = command.data
  if (state.withdrawal === undefined) return noneIsPending('withdrawal')
  const { reasons } = state.withdrawal
  const ordered =
    recovery && ordering(state, context, command.act, { ...recovery, cause: 'withdrawal', reasons })
  if (ordered !== undefined && 'outcome' in ordered) return ordered
  return accept([
    { type: 'WithdrawalAccepted', data: { ...(note && { note }) } },
    ...fallsAway(state, command.act, decided(command, state)),
    ...(ordered ?? (owesRecovery(state) ? [] : [closed])),
  ])
}

/** The decision that was owed, now taken; its own clock and nothing else. */
export function decided(
  command: CommandOf<'AcceptWithdrawal' | 'AcceptNonUse'>,
  state: Accord,
): AccordEvent[] {
  return owed(state, 'exitDecision') === undefined
    ? []
    : settle(state, command.act, 'exitDecision').slice(0, 1)
}
