import { accept } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { refuse } from '../refusals.ts'
import type { AccordIn } from '../state.ts'
import { centsText } from './cents.ts'
import { sumCents } from './parts.ts'
import { paidCents, usedCents } from './totals.ts'

/**
 * What the accord comes to: the recognised spending, within its funds, less what was paid or kept back, is owed to
 * the Region; what was paid above it is to be recovered. Settled anew until the balance is paid.
 */
export function settleAccord(
  command: CommandOf<'SettleAccord'>,
  state: AccordIn<'reportApproved' | 'concluded'>,
): AccordDecision {
  const { recognised } = command.data
  const { spending, assigned, settlement } = state.money
  if (state.balance !== undefined) return refuse('already-paid', { payment: 'balance' })
  if (settlement?.recognisedCents === recognised.cents) return accept([])
  const spentCents = sumCents(spending.lines)
  if (spending.until !== undefined && recognised.cents > spentCents) {
    return refuse('recognised-above-spent', {
      amount: centsText(recognised.cents),
      most: centsText(spentCents),
    })
  }
  const due = Math.min(recognised.cents, assigned?.cents ?? recognised.cents)
  const balanceCents = Math.max(0, due - usedCents(state))
  const recoverCents = Math.max(0, paidCents(state) - due)
  const data = { ...command.data, paidCents: paidCents(state), balanceCents, recoverCents }
  return accept([{ type: 'AccordSettled', data }])
}
