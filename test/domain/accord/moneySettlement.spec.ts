import { describe, test } from 'vitest'
import {
  conclude,
  concluded,
  d,
  euro,
  order,
  reportApproved,
  reportUnderReview,
} from '../../support/fixtures.ts'
import { given } from '../../support/given.ts'
import { payingContext } from '../../support/moneyCases.ts'

const context = payingContext()
const assign = (cents: number, on = '2018-01-10') => order('AssignFunds', on, { amount: euro(cents) })
const line = (numeral: string, cents: number) => ({ numeral, amount: euro(cents) })
const spend = (lines: readonly ReturnType<typeof line>[], on = '2018-06-29') =>
  order('ReportSpending', on, { until: d(on), lines })
const balance = (cents: number) => order('PayBalance', '2019-04-10', { amount: euro(cents) })
const recover = (cents: number, recoveryId = 'eccedenza') =>
  order('OrderRecovery', '2019-03-25', {
    ...{ recoveryId, amount: euro(cents), dueOn: d('2019-06-30') },
    ...{ cause: 'settlement', reasons: 'rendiconto' },
  })
const repay = (cents: number, recoveryId = 'eccedenza') =>
  order('RecordRepayment', '2019-03-28', { recoveryId, repaymentId: 'r-1', amount: euro(cents) })

describe('a settlement', () => {
  const settle = (cents: number) => order('SettleAccord', '2019-03-20', { recognised: euro(cents) })
  const advance = order('PayAdvance', '2018-01-22', { amount: euro(40_000) })
  const approved = [...reportApproved, assign(100_000), advance]

  test('finds what is owed to the Region, within the funds', () => {
    given(...approved)
      .when(settle(90_000))
      .then(['AccordSettled', { paidCents: 40_000, balanceCents: 50_000, recoverCents: 0 }])
    given(...approved)
      .when(settle(150_000))
      .then(['AccordSettled', { balanceCents: 60_000, recoverCents: 0 }])
  })

  test('finds what is to be recovered', () => {
    given(...approved)
      .when(settle(25_000))
      .then(['AccordSettled', { balanceCents: 0, recoverCents: 15_000 }])
  })

  test('recognises no more than was reported', () => {
    given(...approved, spend([line('I', 80_000)]))
      .when(settle(80_001))
      .refused('recognised-above-spent', { amount: '800.01', most: '800.00' })
  })

  test('is not undercut by a later report of the spending', () => {
    given(...approved, spend([line('I', 80_000)]), settle(70_000))
      .when(spend([line('I', 69_999)], '2019-04-01'))
      .refused('spending-below-recognised', { amount: '699.99', least: '700.00' })
    given(...approved, spend([line('I', 80_000)]), settle(70_000))
      .when(spend([line('I', 70_000)], '2019-04-01'))
      .accepted()
  })

  test('follows the approval of the report, and precedes the balance', () => {
    given(...reportUnderReview)
      .when(settle(1))
      .refused('wrong-phase', {
        ...{ act: 'SettleAccord', phase: 'reportUnderReview' },
        allowed: 'reportApproved, concluded',
      })
    given(...concluded)
      .when(settle(1))
      .refused('already-paid', { payment: 'balance' })
    given(...approved, settle(90_000))
      .when(settle(90_000))
      .nothing()
  })

  test('may recognise nothing at all', () => {
    given(...approved)
      .when(settle(0))
      .then(['AccordSettled', { recognised: euro(0), balanceCents: 0, recoverCents: 40_000 }])
  })

  test('is made anew when the funds have changed, with the same spending recognised', () => {
    given(...approved, settle(150_000), assign(120_000, '2019-03-21'))
      .when(settle(150_000))
      .then(['AccordSettled', { balanceCents: 80_000 }])
  })

  test('asks back nothing that was asked back already', () => {
    given(...approved, recover(10_000))
      .when(settle(25_000))
      .then(['AccordSettled', { paidCents: 40_000, balanceCents: 0, recoverCents: 5_000 }])
    given(...approved, settle(25_000), recover(15_000))
      .when(settle(20_000))
      .then(['AccordSettled', { balanceCents: 0, recoverCents: 5_000 }])
    given(...approved, recover(10_000))
      .when(settle(35_000))
      .then(['AccordSettled', { balanceCents: 5_000, recoverCents: 0 }])
  })

  test('counts what was kept back as received, also when it is asked back', () => {
    const kept = order('PayAdvance', '2018-01-22', {
      ...{ amount: euro(30_000), deduction: { amount: euro(10_000), cause: 'accordo 2013' } },
    })
    const deducted = [...reportApproved, assign(100_000), kept]
    given(...deducted)
      .when(settle(35_000))
      .then(['AccordSettled', { paidCents: 30_000, balanceCents: 0, recoverCents: 5_000 }])
    given(...deducted)
      .when(settle(0))
      .then(['AccordSettled', { recoverCents: 40_000 }])
  })

  test('leaves nothing to be paid under another name', () => {
    given(...approved, settle(90_000))
      .when(order('PayInterim', '2019-03-22', { trancheId: 'intermedia', amount: euro(1) }))
      .refused('settled-only-balance', { most: '500.00' })
    given(...reportApproved, assign(100_000), settle(90_000))
      .when(order('PayAdvance', '2019-03-22', { amount: euro(1) }))
      .refused('settled-only-balance', { most: '900.00' })
  })

  test('says how much the balance is, also what an earlier tranche left unpaid', () => {
    const paid = [
      ...reportApproved,
      assign(100_000),
      order('PayAdvance', '2018-01-22', { amount: euro(33_330) }),
    ]
    given(...paid)
      .when(balance(66_670), context)
      .refused('tranche-above-total', { trancheId: 'saldo', amount: '666.70', most: '333.40' })
    given(...paid, settle(100_000))
      .when(balance(66_670), context)
      .then(['BalancePaid', { trancheId: 'saldo' }])
  })

  test('never lets more be paid than is due when the balance is paid', () => {
    const relief = order('ReduceRecovery', '2019-03-29', {
      ...{ recoveryId: 'eccedenza', amount: euro(4_000), reasons: 'sgravio' },
    })
    given(...approved, recover(10_000), settle(90_000), relief)
      .when(balance(60_000))
      .refused('balance-above-due', { amount: '600.00', most: '540.00' })
  })

  test('lets what has come back be paid again, and not before', () => {
    const full = [
      ...reportApproved,
      assign(40_000),
      order('PayAdvance', '2018-01-22', { amount: euro(40_000) }),
    ]
    given(...full, recover(10_000), settle(40_000))
      .when(balance(10_000))
      .refused('paid-above-total', { amount: '100.00', most: '0.00' })
    given(...full, recover(10_000), repay(10_000), settle(40_000))
      .when(balance(10_000))
      .then(['BalancePaid'])
  })

  test('is looked at when the accord is concluded', () => {
    given(...approved, settle(25_000))
      .when(conclude)
      .accepted()
      .noting('recovery-not-ordered', { amount: '150.00' })
    given(...approved, settle(25_000), recover(15_000))
      .when(conclude)
      .accepted()
      .withoutNotices()
    given(...approved, settle(90_000))
      .when(conclude)
      .accepted()
      .noting('no-balance-recorded')
  })
})
