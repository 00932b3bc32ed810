import { expect } from 'vitest'
import { hasEnded, isExit, leftCents, owesRecovery, recoveredCents } from '../../domain/accord/exits/state.ts'
import { usedCents } from '../../domain/accord/money/totals.ts'
import { type Accord, type AccordState, entry } from '../../domain/accord/state.ts'

/** What may still happen to an accord that has ended: money is returned, or it is not. */
export const afterTheEnd: readonly string[] = [
  ...['RecoveryOrdered', 'RepaymentRecorded', 'RecoveryReduced', 'DeadlineMissed'],
  ...['AccordSettled', 'BalancePaid', 'SuspensionEnded', 'DeadlineMoved'],
  ...['DocumentsAdded', 'MonitoringGateLifted'],
  ...['DecisionPrepared', 'DecisionSentBack', 'DecisionWithdrawn', 'DocumentsAdded'],
]

export function isEnded(state: AccordState): boolean {
  return state.phase !== 'absent' && hasEnded(state)
}

/** Never recovered above paid, never repaid above owed, closed exactly when nothing is owed. */
export function checkRecoveries(state: Accord): void {
  expect(recoveredCents(state)).toBeLessThanOrEqual(usedCents(state))
  for (const recovery of Object.values(state.recoveries ?? {})) {
    const { recoveryId, settledOn } = recovery
    expect(leftCents(recovery)).toBeGreaterThanOrEqual(0)
    expect(settledOn !== undefined).toBe(leftCents(recovery) === 0)
    const { status } = entry(state.obligations, `recovery:${recoveryId}`) ?? {}
    expect(['met', 'metLate', 'lifted'].includes(status ?? '')).toBe(settledOn !== undefined)
  }
  if (isExit(state.phase)) expect('closedOn' in state).toBe(!owesRecovery(state))
  if (!hasEnded(state)) return
  const running = Object.values(state.obligations).filter(
    ({ kind, status }) => kind !== 'recovery' && status === 'open',
  )
  expect(running).toEqual([])
}
