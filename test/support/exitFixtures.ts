import type { ProgrammeRules } from '../../domain/accord/terms.ts'
import { period } from '../../domain/time/period.ts'
import { context, d, euro, order, rules, underway } from './fixtures.ts'

/** The fixture's programme with rules about exits: ten days to decide, fifteen to answer, sixty to return. */
const term = (length: string) => ({ period: period(length), citation: 'regole di prova', assumed: false })
export const exitRules: ProgrammeRules = {
  ...rules,
  exits: {
    observations: term('P15D'),
    decision: term('P10D'),
    recovery: term('P60D'),
    mayReopen: ['dg-prova'],
  },
}
export const exitContext = { ...context, programmes: { ...context.programmes, prova: exitRules } }

export const payAdvance = order('PayAdvance', '2018-03-26', { amount: euro(12_000_000) })

/** Activities underway, with an advance of 120.000 euro. */
export const advanced = [...underway, payAdvance]

export const notify = order('NotifyWithdrawal', '2018-05-02', { reasons: 'riordino degli uffici' })
export const withdrawing = [...advanced, notify]
export const debt = { recoveryId: 'anticipo', amount: euro(12_000_000), dueOn: d('2018-08-31') }
export const accept = order('AcceptWithdrawal', '2018-05-21', { recovery: debt })
export const withdrawn = [...withdrawing, accept]

export const declare = order('DeclareNonUse', '2018-05-02', { reasons: 'avviso andato deserto' })
export const unused = [
  ...advanced,
  declare,
  order('AcceptNonUse', '2018-05-21', { recoveryId: 'anticipo', dueOn: d('2018-08-31') }),
]

/** Ten days for observations: until Saturday 12 May 2018, which does not roll. */
export const startRevocation = order('StartRevocation', '2018-05-02', { grounds: 'nessuna azione avviata' })
export const revoking = [...advanced, startRevocation]
export const observed = [
  ...revoking,
  order('SupplyRevocationObservations', '2018-05-09', { note: 'avvio previsto a giugno' }),
]
export const total = { extent: 'total', actions: [], reasons: 'inadempimento' } as const
export const revoked = [...observed, order('OrderRevocation', '2018-05-21', { ...total, recovery: debt })]

export const repay = (when: string, cents: number, repaymentId = when) =>
  order('RecordRepayment', when, { recoveryId: 'anticipo', repaymentId, amount: euro(cents) })
export const reopen = order('ReopenAccord', '2018-06-04', { reasons: 'rinuncia ritirata di comune accordo' })
