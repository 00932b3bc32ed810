import { accept, type Refused } from '../../decider.ts'
import { citedAs } from '../acts/extensionDecision.ts'
import { lift, setByTerm, setDeadline, settle } from '../acts/obligations.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { centsText } from '../money/cents.ts'
import { keptCents } from '../money/totals.ts'
import type { Act } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, entry } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { closed } from './ending.ts'
import type { RecoveryCause, RecoveryOrder } from './parts.ts'
import { isExit, leftCents, owesRecovery, type RecoveryState, repaidCents } from './state.ts'

type Order = RecoveryOrder & { readonly cause: RecoveryCause; readonly reasons: string }

/** What is to be returned after an exit, after a settlement or after an error: an obligation of the Region. */
export function orderRecovery(
  command: CommandOf<'OrderRecovery'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { recoveryId, amount, cause, reasons } = command.data
  const before = recoveryOf(state, recoveryId)
  if (before !== undefined) {
    const { ordered } = before
    const isSame = before.cause === cause && before.reasons === reasons && ordered.cents === amount.cents
    return isSame ? accept([]) : refuse('recovery-exists', { recoveryId })
  }
  const ordered = ordering(state, context, command.act, command.data)
  return 'outcome' in ordered ? ordered : accept(ordered)
}

/** Never above what was paid and is not yet asked back; due on a day, or within the programme's term. */
export function ordering(
  state: Accord,
  context: AccordContext,
  act: Act,
  { recoveryId, amount, dueOn, cause, reasons }: Order,
): AccordEvent[] | Refused<Refusal> {
  if (recoveryOf(state, recoveryId) !== undefined) return refuse('recovery-exists', { recoveryId })
  const most = recoverableCents(state)
  if (amount.cents > most) {
    return refuse('recovery-above-paid', { amount: centsText(amount.cents), most: centsText(most) })
  }
  if (dueOn !== undefined && dueOn < act.on.date) {
    return refuse('recovery-due-in-the-past', { dueOn, on: act.on.date })
  }
  const debt = { kind: 'recovery', obligor: 'region', ref: recoveryId } as const
  const basis = dueOn && ({ basis: 'FIXED_DATE', date: dueOn } as const)
  const due = basis
    ? [setDeadline(state, context, { ...debt, basis, citation: citedAs(act, reasons) })]
    : setByTerm(state, context, state.rules.exits?.recovery, act.on, debt)
  if (due.length === 0) return refuse('recovery-without-date', { recoveryId })
  return [{ type: 'RecoveryOrdered', data: { recoveryId, amount, cause, reasons } }, ...due]
}

/**
 * What can still be asked back: what the Region received, or keeps of an earlier accord in its place, less what was
 * asked back already. What was kept back is paid too: it extinguished the earlier debt (art. 1241 c.c.).
 */
export function recoverableCents(state: Accord): number {
  return Math.max(0, keptCents(state))
}

/** One payment by the Region, in whole or in part; the obligation is met by the one that settles it. */
export function recordRepayment(command: CommandOf<'RecordRepayment'>, state: Accord): AccordDecision {
  const { recoveryId, repaymentId, amount } = command.data
  const recovery = recoveryOf(state, recoveryId)
  if (recovery === undefined) return unknown(state, recoveryId)
  const before = entry(recovery.repayments, repaymentId)
  if (before !== undefined) {
    return before.amount.cents === amount.cents ? accept([]) : refuse('repayment-exists', { repaymentId })
  }
  const left = leftCents(recovery) - amount.cents
  if (left < 0) {
    const most = centsText(leftCents(recovery))
    return refuse('repayment-above-owed', { recoveryId, amount: centsText(amount.cents), most })
  }
  return accept([
    { type: 'RepaymentRecorded', data: { recoveryId, repaymentId, amount, leftCents: left } },
    ...(left > 0 ? [] : settle(state, command.act, 'recovery', recoveryId)),
    ...closing(state, recovery, left),
  ])
}

/** A relief (sgravio): less is to be returned, never less than was returned already. */
export function reduceRecovery(command: CommandOf<'ReduceRecovery'>, state: Accord): AccordDecision {
  const { recoveryId, amount: wanted, reasons } = command.data
  const recovery = recoveryOf(state, recoveryId)
  if (recovery === undefined) return unknown(state, recoveryId)
  const repaid = repaidCents(recovery)
  const [from, to] = [recovery.amountCents, wanted?.cents ?? repaid]
  if (to === from) return accept([])
  if (to > from || to < repaid) {
    const [amount, least, most] = [centsText(to), centsText(repaid), centsText(from)]
    return refuse('recovery-not-reduced', { recoveryId, amount, least, most })
  }
  const left = to - repaid
  const data = { recoveryId, fromCents: from, toCents: to, leftCents: left, reasons }
  return accept([
    { type: 'RecoveryReduced', data },
    ...(left > 0 ? [] : lift(state, command.act.on.date, 'recovery', recoveryId)),
    ...closing(state, recovery, left),
  ])
}

/** An accord that has left its programme is closed with its last recovery. */
function closing(state: Accord, { recoveryId }: RecoveryState, left: number): AccordEvent[] {
  if (left > 0 || !isExit(state.phase)) return []
  const { [recoveryId]: _, ...others } = state.recoveries ?? {}
  return owesRecovery({ recoveries: others }) ? [] : [closed]
}

function recoveryOf({ recoveries = {} }: Accord, recoveryId: string): RecoveryState | undefined {
  return entry(recoveries, recoveryId)
}

function unknown({ recoveries = {} }: Accord, recoveryId: string): Refused<Refusal> {
  return refuse('unknown-recovery', { recoveryId, known: Object.keys(recoveries).join(', ') || '—' })
}
