import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centsText } from '../../../domain/accord/money/cents.ts'
import { isPayable } from '../../../domain/accord/money/payments.ts'
import { shareOf, trancheCents } from '../../../domain/accord/money/rules.ts'
import { paidCents, usedCents } from '../../../domain/accord/money/totals.ts'
import {
  conclude,
  concluded,
  d,
  euro,
  inForce,
  order,
  plan,
  proposal,
  regionSigns,
  reportApproved,
  underway,
} from '../../support/fixtures.ts'
import { given, stateAfter } from '../../support/given.ts'
import { budget, payingContext, thirds } from '../../support/moneyCases.ts'

const context = payingContext()
const assign = (cents: number) => order('AssignFunds', '2018-01-10', { amount: euro(cents) })
const advance = (cents: number, deducted?: number) =>
  order('PayAdvance', '2018-01-22', {
    amount: euro(cents),
    ...(deducted !== undefined && { deduction: { amount: euro(deducted), cause: 'accordo 2013' } }),
  })
const interim = (cents: number, trancheId = 'intermedia') =>
  order('PayInterim', '2018-07-02', { trancheId, amount: euro(cents) })
const spent = (cents: number) =>
  order('ReportSpending', '2018-06-29', {
    until: d('2018-06-29'),
    lines: [{ numeral: 'I', amount: euro(cents) }],
  })
const balance = (cents: number) => order('PayBalance', '2019-04-10', { amount: euro(cents) })

describe('the funds of an accord', () => {
  test('are assigned, and assigned again', () => {
    given(...inForce)
      .when(assign(100_000))
      .then(['FundsAssigned', { amount: euro(100_000) }])
    given(...inForce, assign(100_000))
      .when(assign(120_000))
      .then(['FundsAssigned'])
    given(...inForce, assign(100_000))
      .when(assign(100_000))
      .nothing()
  })

  test('may be known before the signatures', () => {
    given(proposal, regionSigns).when(assign(100_000)).then(['FundsAssigned'])
  })

  test('are never less than what was used of them', () => {
    given(...inForce, assign(100_000), advance(30_000, 10_000))
      .when(assign(39_999))
      .refused('funds-below-paid', { amount: '399.99', least: '400.00' })
  })

  test('grow with an onerous extension when it takes effect, and shrink when it is revoked', () => {
    const until = { activities: d('2019-06-30') }
    const grant = order('GrantExtension', '2018-10-01', {
      ...{ extensionId: 'onerosa', scope: 'activities', until, reasons: 'x' },
      addendum: { amount: euro(5_000), signBy: d('2018-11-30') },
    })
    const sign = (party: 'ministry' | 'region') =>
      order('SignAddendum', '2018-10-15', {
        ...{ extensionId: 'onerosa', party, kind: 'digital', signerRef: 'x' },
      })
    const signed = [...underway, assign(100_000), grant, sign('ministry'), sign('region')]
    expect(stateAfter(signed.slice(0, -1))).toMatchObject({ money: { assigned: euro(100_000) } })
    expect(stateAfter(signed)).toMatchObject({ money: { assigned: euro(105_000) } })
    const revoke = order('RevokeExtension', '2018-10-20', { extensionId: 'onerosa', reasons: 'x' })
    expect(stateAfter([...signed, revoke])).toMatchObject({ money: { assigned: euro(100_000) } })
  })
})

test('funds below the budget are told: an amendment is to follow', () => {
  const submitted = order('SubmitPlan', '2018-03-01', { ...plan, budget })
  given(...inForce, submitted)
    .when(assign(99_999))
    .accepted()
    .noting('funds-below-budget', { amount: '999.99', needed: '1000.00' })
})

describe('the tranches of a programme', () => {
  const funded = [...inForce, assign(100_000)]

  test('take what they come to, what is kept back included', () => {
    given(...funded)
      .when(advance(33_330), context)
      .then(['AdvancePaid', { amount: euro(33_330), trancheId: 'anticipo' }])
    given(...funded)
      .when(advance(30_000, 3_331), context)
      .refused('tranche-above-total', { trancheId: 'anticipo', amount: '333.31', most: '333.30' })
  })

  test('cannot be compared before funds are assigned', () => {
    given(...inForce)
      .when(advance(33_331), context)
      .accepted()
      .noting('funds-not-assigned')
  })

  test('are paid once each', () => {
    const half = [...underway, assign(100_000), advance(33_330), spent(30_000)]
    given(...half)
      .when(interim(33_330), context)
      .then(['InterimPaid', { trancheId: 'intermedia' }])
    given(...half, interim(33_330))
      .when(interim(1), context)
      .refused('already-paid', { payment: 'interim' })
  })

  test('wait for their condition', () => {
    given(...underway, assign(100_000), advance(33_330))
      .when(interim(33_330), context)
      .refused('tranche-spending-short', { trancheId: 'intermedia', spent: '0.00', needed: '299.97' })
    given(...underway, assign(100_000))
      .when(interim(33_330), context)
      .refused('tranche-nothing-paid', { trancheId: 'intermedia' })
    const late = payingContext({
      tranches: thirds.tranches.map((one) => ({ ...one, condition: { fact: 'planApproved' } as const })),
    })
    given(...funded)
      .when(advance(1), late)
      .refused('tranche-condition-unmet', { trancheId: 'anticipo', condition: 'planApproved' })
    given(...underway, assign(100_000))
      .when(advance(1), late)
      .then(['AdvancePaid'])
  })

  test('are those that the programme has', () => {
    given(...underway, assign(100_000))
      .when(interim(1, 'quarta'), context)
      .refused('unknown-tranche', { trancheId: 'quarta', known: 'anticipo, intermedia, saldo' })
  })

  test('together stay within the funds, with or without rules', () => {
    given(...reportApproved, assign(100_000), order('PayAdvance', '2018-01-22', { amount: euro(90_000) }))
      .when(balance(10_001))
      .refused('paid-above-total', { amount: '100.01', most: '100.00' })
  })

  test('add up to the funds to the cent, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999_999_999 }),
        fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 6 }),
        (total, weights) => {
          const sum = weights.reduce((all, one) => all + one, 0)
          const shares = weights.map((one) => Math.floor((one * 9_000) / sum) + 1)
          const rest = 10_000 - shares.reduce((all, one) => all + one, 0)
          const tranches = [...shares, rest].map((shareBasisPoints, place) => ({
            ...{ id: `t${place}`, kind: 'interim', shareBasisPoints, citation: 'x' },
          })) as never
          const cents = trancheCents(tranches, total)
          expect(cents.every((one) => one >= 0)).toBe(true)
          expect(cents.reduce((all, one) => all + one, 0)).toBe(total)
        },
      ),
    )
  })

  test('with amounts of their own come to these', () => {
    const fixed = { id: 'a', kind: 'advance', amount: euro(500), citation: 'x' } as const
    expect(trancheCents([fixed], 100_000)).toEqual([500])
    expect(shareOf(99_999_999_999_999, 9_999)).toBe(99_989_999_999_999)
  })
})

test('a tranche can be paid while its time is, and its condition is met', () => {
  const payable = (...history: Parameters<typeof stateAfter>[0]) => {
    const state = stateAfter(history, context)
    if (state.phase === 'absent') throw new Error('no accord')
    return thirds.tranches.filter((one) => isPayable(one, state)).map(({ id }) => id)
  }
  expect(payable(proposal, regionSigns)).toEqual([])
  expect(payable(...underway, assign(100_000), advance(33_330))).toEqual(['anticipo'])
  expect(payable(...underway, assign(100_000), advance(33_330), spent(30_000))).toEqual([
    'anticipo',
    'intermedia',
  ])
  const settle = order('SettleAccord', '2019-03-20', { recognised: euro(80_000) })
  expect(payable(...reportApproved, assign(100_000), settle)).toEqual(['saldo'])
  expect(payable(...reportApproved, conclude)).toEqual(['saldo'])
})

describe('the balance', () => {
  test('may follow the conclusion', () => {
    given(...reportApproved, conclude)
      .when(balance(1))
      .then(['BalancePaid'])
    given(...concluded)
      .when(balance(1))
      .refused('already-paid', { payment: 'balance' })
  })

  test('is what the settlement finds due, and no more', () => {
    const settled = [
      ...[...reportApproved, assign(100_000), order('PayAdvance', '2018-01-22', { amount: euro(30_000) })],
      order('SettleAccord', '2019-03-20', { recognised: euro(80_000) }),
    ]
    given(...settled)
      .when(balance(50_001))
      .refused('balance-above-due', { amount: '500.01', most: '500.00' })
    given(...settled)
      .when(balance(50_000))
      .then(['BalancePaid'])
  })
})

test('what is kept back for an earlier accord is used, and not paid', () => {
  const state = stateAfter([...inForce, advance(30_000, 10_000)])
  if (state.phase === 'absent') throw new Error('no accord')
  expect([paidCents(state), usedCents(state)]).toEqual([30_000, 40_000])
})

test.each([
  [33_111_700, '331117.00'],
  [5, '0.05'],
  [-50, '-0.50'],
  [-150, '-1.50'],
])('%i cents travel as %s', (cents, text) => {
  expect(centsText(cents)).toBe(text)
})
