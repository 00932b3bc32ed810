import type { MoneyRules } from '../../domain/accord/money/rules.ts'
import type { ProgrammeRules } from '../../domain/accord/terms.ts'
import { period } from '../../domain/time/period.ts'
import { act, type Cases } from './eventCases.ts'
import { context, d, euro, inForce, order, reportApproved, rules, underway } from './fixtures.ts'

const citation = 'convenzione di prova'

/** A third in advance, a third on progress, the rest at the end: shares that leave a rest to round. */
export const thirds: MoneyRules = {
  tranches: [
    { id: 'anticipo', kind: 'advance', shareBasisPoints: 3_333, citation },
    {
      ...{ id: 'intermedia', kind: 'interim', shareBasisPoints: 3_333, citation },
      condition: { spentBasisPoints: 9_000 },
    },
    {
      ...{ id: 'saldo', kind: 'balance', shareBasisPoints: 3_334, citation },
      condition: { fact: 'reportApproved' },
    },
  ],
  headings: ['personale', 'beni'],
  amendments: { freeBasisPoints: 1_000, most: 2, closedDays: 30, citation },
  citation,
}

export const paying = (change: Partial<MoneyRules> = {}): ProgrammeRules => ({
  ...rules,
  terms: {
    ...rules.terms,
    amendmentDecision: { period: period('P30D'), citation, assumed: false },
  },
  money: { ...thirds, ...change },
})
export const payingContext = (change: Partial<MoneyRules> = {}) => ({
  ...context,
  programmes: { ...context.programmes, prova: paying(change) },
})

export const budget = [
  { numeral: 'I', heading: 'personale', amount: euro(60_000) },
  { numeral: 'I', heading: 'beni', amount: euro(10_000) },
  { numeral: 'II', amount: euro(30_000) },
]
const amendment = { amendmentId: 'rimodulazione-1', budget, reasons: 'gara deserta' }
const asked = order('RequestAmendment', '2018-05-02', amendment)

/** What the events about money leave. */
export const moneyCases = {
  FundsAssigned: {
    from: inForce,
    data: { amount: euro(100_000) },
    leaves: { money: { assigned: euro(100_000) } },
  },
  AdvancePaid: {
    from: inForce,
    data: { amount: euro(1), trancheId: 'anticipo' },
    leaves: {
      advance: euro(1),
      money: { payments: [{ kind: 'advance', trancheId: 'anticipo', amount: euro(1), on: act.on }] },
    },
  },
  InterimPaid: {
    from: underway,
    data: { trancheId: 'intermedia', amount: euro(2) },
    leaves: { money: { payments: [{ kind: 'interim', trancheId: 'intermedia', amount: euro(2) }] } },
  },
  BalancePaid: {
    from: reportApproved,
    data: { amount: euro(2), deduction: { amount: euro(1), cause: 'accordo 2013' } },
    leaves: {
      balance: euro(2),
      money: { payments: [{ kind: 'balance', deduction: { amount: euro(1), cause: 'accordo 2013' } }] },
    },
  },
  SpendingReported: {
    from: underway,
    data: { until: d('2018-06-30'), lines: budget },
    leaves: { money: { spending: { until: '2018-06-30', lines: budget } } },
  },
  AmendmentRequested: {
    from: underway,
    data: amendment,
    leaves: { money: { amendments: { 'rimodulazione-1': { status: 'requested', budget } } } },
  },
  AmendmentApproved: {
    from: [...underway, asked],
    data: { amendmentId: 'rimodulazione-1', how: 'approved', budgetVersion: 1 },
    leaves: {
      money: {
        budget: { version: 1, lines: budget },
        amendments: { 'rimodulazione-1': { status: 'approved', decidedOn: act.on } },
      },
    },
  },
  AmendmentRefused: {
    from: [...underway, asked],
    data: { amendmentId: 'rimodulazione-1', reasons: 'fuori scala' },
    leaves: { money: { amendments: { 'rimodulazione-1': { status: 'refused' } } } },
  },
  AccordSettled: {
    from: reportApproved,
    data: { recognised: euro(90_000), paidCents: 33_330, balanceCents: 56_670, recoverCents: 0 },
    leaves: { money: { settlement: { recognisedCents: 90_000, balanceCents: 56_670, on: act.on } } },
  },
} satisfies Cases
