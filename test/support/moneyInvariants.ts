import { expect } from 'vitest'
import { exitPhases } from '../../domain/accord/exits/parts.ts'
import { sumCents } from '../../domain/accord/money/parts.ts'
import { borneCents, usedCents } from '../../domain/accord/money/totals.ts'
import type { Accord } from '../../domain/accord/state.ts'

/** Never paid above the funds, each tranche once, one amendment open at most, nothing settled out of thin air. */
export function checkMoney({ money, phase, recoveries = {} }: Accord): void {
  const { assigned, payments, amendments, settlement, spending } = money
  if (assigned !== undefined) expect(borneCents({ money, recoveries })).toBeLessThanOrEqual(assigned.cents)
  const paid = payments.map(({ kind, trancheId }) => trancheId ?? kind)
  expect(new Set(paid).size).toBe(paid.length)
  const open = Object.values(amendments).filter(({ status }) => status === 'requested')
  expect(open.length).toBeLessThanOrEqual(1)
  if (settlement === undefined) return
  expect(['reportApproved', 'concluded', ...exitPhases]).toContain(phase)
  if (spending.until !== undefined) {
    expect(settlement.recognisedCents).toBeLessThanOrEqual(sumCents(spending.lines))
  }
  expect(settlement.balanceCents === 0 || settlement.recoverCents === 0).toBe(true)
  expect(settlement.recoverCents).toBeLessThanOrEqual(usedCents({ money }))
}
