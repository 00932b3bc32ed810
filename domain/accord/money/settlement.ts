import { accept } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { refuse } from '../refusals.ts'
import type { AccordIn } from '../state.ts'
import { centsText } from './cents.ts'
import { sumCents } from './parts.ts'
import { dueCents, paidCents } from './totals.ts'

/**
 * What the accord comes to: the recognised spending, within its funds, less what was paid or kept back and is not
 * asked back already, is owed to the Region; what was paid above it is to be recovered. Settled anew until the balance
 * is paid: whenever the recognised spending, the funds or the recoveries have changed.
 */
export function settleAccord(
  command: CommandOf<'SettleAccord'>,
  state: AccordIn<'reportApproved' | 'concluded'>,
): AccordDecision {
  const { recognised } = command.data
  const { spending, settlement: before } = state.money
  if (state.balance !== undefined) return refuse('already-paid', { payment: 'balance' })
  const due = dueCents(state, recognised.cents)
  const found = {
    paidCents: paidCents(state),
    balanceCents: Math.max(0, due),
    recoverCents: Math.max(0, -due),
  }
  const isKnown =
    before?.recognisedCents === recognised.cents &&
    before.paidCents === found.paidCents &&
    before.balanceCents === found.balanceCents &&
    before.recoverCents === found.recoverCents
  if (isKnown) return accept([])
  const spentCents = sumCents(spending.lines)
  if (spending.until !== undefined && recognised.cents > spentCents) {
    return refuse('recognised-above-spent', {
      amount: centsText(recognised.cents),
      most: centsText(spentCents),
    })
  }
  return accept([{ type: 'AccordSettled', data: { ...command.data, ...found } }])
}
