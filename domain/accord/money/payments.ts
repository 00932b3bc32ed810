import { accept, type Notice, type Refused } from '../../decider.ts'
import { isUnderControl } from '../acts/control.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { hasEnded } from '../exits/state.ts'
import type { Money } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, isBefore } from '../state.ts'
import { centsText } from './cents.ts'
import { type Deduction, sumCents } from './parts.ts'
import { shareOf, type Tranche, trancheCents } from './rules.ts'
import type { Settlement } from './state.ts'
import { borneCents, dueCents, fundsLeftCents, usedCents } from './totals.ts'

/** What the accord is worth; never less than what was already paid from it and has not come back. */
export function assignFunds(command: CommandOf<'AssignFunds'>, state: Accord): AccordDecision {
  const { amount } = command.data
  if (state.money.assigned?.cents === amount.cents) return accept([])
  const used = borneCents(state)
  if (amount.cents < used)
    return refuse('funds-below-paid', { amount: centsText(amount.cents), least: centsText(used) })
  const planned = sumCents(state.money.budget?.lines ?? [])
  const [needed, funds] = [centsText(planned), centsText(amount.cents)]
  const notices: Notice[] =
    planned > amount.cents ? [{ code: 'funds-below-budget', params: { amount: funds, needed } }] : []
  return accept([{ type: 'FundsAssigned', data: command.data }], notices)
}

export function payAdvance(command: CommandOf<'PayAdvance'>, state: Accord): AccordDecision {
  if (state.advance !== undefined) return refuse('already-paid', { payment: 'advance' })
  if (state.money.settlement !== undefined) return onlyBalance(state.money.settlement)
  const found = trancheFor(state, 'advance', command.data)
  if (found.outcome === 'refused') return found
  const control: Notice[] = isUnderControl(state) ? [{ code: 'control-pending', params: {} }] : []
  const { trancheId } = found
  const data = { ...command.data, ...(trancheId && { trancheId }) }
  return accept([{ type: 'AdvancePaid', data }], [...control, ...found.notices])
}

export function payInterim(command: CommandOf<'PayInterim'>, state: Accord): AccordDecision {
  const { trancheId } = command.data
  if (state.money.payments.some((one) => one.trancheId === trancheId)) {
    return refuse('already-paid', { payment: 'interim' })
  }
  if (state.money.settlement !== undefined) return onlyBalance(state.money.settlement)
  const found = trancheFor(state, 'interim', command.data, trancheId)
  if (found.outcome === 'refused') return found
  return accept([{ type: 'InterimPaid', data: command.data }], found.notices)
}

/** What a settlement finds due is the balance: paid under another name it would be paid twice. */
function onlyBalance({ balanceCents }: Settlement): Refused<Refusal> {
  return refuse('settled-only-balance', { most: centsText(balanceCents) })
}

/**
 * Never a balance before the final report is approved; it may come after the accord is concluded. A settlement says
 * how much it is, whatever the share of its tranche: also what earlier tranches left unpaid.
 */
export function payBalance(command: CommandOf<'PayBalance'>, state: Accord): AccordDecision {
  if (state.balance !== undefined) return refuse('already-paid', { payment: 'balance' })
  if (state.phase !== 'reportApproved' && state.phase !== 'concluded') {
    return refuse('balance-before-approval', { phase: state.phase })
  }
  const { settlement } = state.money
  const cents = command.data.amount.cents + (command.data.deduction?.amount.cents ?? 0)
  if (settlement !== undefined) {
    // Funds or recoveries may have changed since: less may be due than was found, never more.
    const most = Math.min(settlement.balanceCents, Math.max(0, dueCents(state, settlement.recognisedCents)))
    if (cents > most) return refuse('balance-above-due', { amount: centsText(cents), most: centsText(most) })
  }
  const found = trancheFor(state, 'balance', command.data)
  if (found.outcome === 'refused') return found
  const { trancheId } = found
  const data = { ...command.data, ...(trancheId && { trancheId }) }
  return accept([{ type: 'BalancePaid', data }], found.notices)
}

type Paid = { readonly amount: Money; readonly deduction?: Deduction }
type Found = {
  readonly outcome: 'found'
  readonly trancheId?: string
  readonly notices: readonly Notice[]
}

/** The tranche that a payment is, where the programme has tranches: within its amount, and its condition met. */
function trancheFor(
  state: Accord,
  kind: Tranche['kind'],
  { amount, deduction }: Paid,
  id?: string,
): Found | Refused<Refusal> {
  const rules = state.rules.money
  const { assigned } = state.money
  const cents = amount.cents + (deduction?.amount.cents ?? 0)
  const left = fundsLeftCents(state)
  if (left !== undefined && cents > left) {
    // An onerous extension that was revoked may have left less than was paid.
    const most = centsText(Math.max(0, left))
    return refuse('paid-above-total', { amount: centsText(cents), most })
  }
  if (rules === undefined) return { outcome: 'found', notices: [] }
  const tranche = rules.tranches.find((one) => one.kind === kind && (id === undefined || one.id === id))
  if (tranche === undefined) {
    const known = rules.tranches.map((one) => one.id).join(', ')
    return refuse('unknown-tranche', { trancheId: id ?? kind, known })
  }
  const unmet = unmetCondition(tranche, state)
  if (unmet !== undefined) return unmet
  const found = { outcome: 'found', trancheId: tranche.id } as const
  if (kind === 'balance' && state.money.settlement !== undefined) return { ...found, notices: [] }
  const most = mostCents(rules.tranches, tranche, assigned)
  if (most === undefined) return { ...found, notices: [{ code: 'funds-not-assigned', params: {} }] }
  if (cents > most) {
    const [amount, limit] = [centsText(cents), centsText(most)]
    return refuse('tranche-above-total', { trancheId: tranche.id, amount, most: limit })
  }
  return { ...found, notices: [] }
}

/** What a tranche comes to; undefined where a share has no whole yet. */
export function mostCents(tranches: readonly Tranche[], tranche: Tranche, assigned: Money | undefined) {
  if (assigned !== undefined) return trancheCents(tranches, assigned.cents)[tranches.indexOf(tranche)]
  return 'amount' in tranche ? tranche.amount.cents : undefined
}

/** Whether a tranche that is not paid yet could be now, whatever its amount: its time has come, and its condition is met. */
export function isPayable(tranche: Tranche, state: Accord): boolean {
  const isSettling = state.phase === 'reportApproved' || state.phase === 'concluded'
  const isItsTime =
    tranche.kind === 'balance' ? isSettling : !hasEnded(state) && state.money.settlement === undefined
  return state.phase !== 'proposed' && isItsTime && unmetCondition(tranche, state) === undefined
}

function unmetCondition({ id, condition }: Tranche, state: Accord): Refused<Refusal> | undefined {
  if (condition === undefined) return undefined
  if ('fact' in condition) {
    const needed = condition.fact === 'planApproved' ? 'underway' : 'reportApproved'
    if (!isBefore(state.phase, needed)) return undefined
    return refuse('tranche-condition-unmet', { trancheId: id, condition: condition.fact })
  }
  const spent = sumCents(state.money.spending.lines)
  const used = usedCents(state)
  // A share of nothing is always spent: it would let the tranche through unasked.
  if (used === 0) return refuse('tranche-nothing-paid', { trancheId: id })
  const needed = shareOf(used, condition.spentBasisPoints)
  if (spent >= needed) return undefined
  return refuse('tranche-spending-short', {
    trancheId: id,
    spent: centsText(spent),
    needed: centsText(needed),
  })
}
