import { accept, type Notice } from '../../decider.ts'
import { isUnderControl } from '../acts/control.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { refuse } from '../refusals.ts'
import type { Accord } from '../state.ts'

export function payAdvance(command: CommandOf<'PayAdvance'>, state: Accord): AccordDecision {
  if (state.advance !== undefined) return refuse('already-paid', { payment: 'advance' })
  const notices: Notice[] = isUnderControl(state) ? [{ code: 'control-pending', params: {} }] : []
  return accept([{ type: 'AdvancePaid', data: command.data }], notices)
}

/** Never a balance before the final report is approved. */
export function payBalance(command: CommandOf<'PayBalance'>, state: Accord): AccordDecision {
  if (state.balance !== undefined) return refuse('already-paid', { payment: 'balance' })
  if (state.phase !== 'reportApproved') return refuse('balance-before-approval', { phase: state.phase })
  return accept([{ type: 'BalancePaid', data: command.data }])
}
