import type { MoneyCommands } from '../../domain/accord/money/commands.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { euro } from './fixtures.ts'

/** For each command about money a wire form, and what it must become where that is another. */
export const moneyForms: {
  readonly [T in keyof MoneyCommands]: readonly [wire: unknown, domain?: MoneyCommands[T]]
} = {
  PayAdvance: [{ amount: { amount: '331117.00', currency: 'EUR' } }, { amount: euro(33_111_700) }],
  AssignFunds: [{ amount: { amount: '180000.00', currency: 'EUR' } }, { amount: euro(18_000_000) }],
  PayInterim: [
    {
      ...{ trancheId: 'seconda', amount: { amount: '100' } },
      deduction: { amount: { amount: '0.50' }, cause: 'accordo 2013' },
    },
    {
      ...{ trancheId: 'seconda', amount: euro(10_000) },
      deduction: { amount: euro(50), cause: 'accordo 2013' },
    },
  ],
  ReportSpending: [
    {
      until: '2018-06-30',
      lines: [
        { numeral: 'I', heading: 'personale', amount: { amount: '1.5' } },
        { numeral: 'II', amount: { amount: '0.00' } },
      ],
    },
    {
      until: localDate('2018-06-30'),
      lines: [
        { numeral: 'I', heading: 'personale', amount: euro(150) },
        { numeral: 'II', amount: euro(0) },
      ],
    },
  ],
  RequestAmendment: [
    { amendmentId: 'r-1', budget: [{ numeral: 'I', amount: { amount: '2' } }], reasons: 'gara deserta' },
    { amendmentId: 'r-1', budget: [{ numeral: 'I', amount: euro(200) }], reasons: 'gara deserta' },
  ],
  ApproveAmendment: [{ amendmentId: 'r-1' }],
  RefuseAmendment: [{ amendmentId: 'r-1', reasons: 'fuori scala' }],
  SettleAccord: [{ recognised: { amount: '0' } }, { recognised: euro(0) }],
  PayBalance: [{ amount: { amount: '0.5' } }, { amount: euro(50) }],
}
