import type { AccordEvents } from '../events.ts'
import type { MoneyEvents } from './events.ts'

/** Which way the money went: from the Ministry to the Region, or back. */
export type MoneyFlow = 'paid' | 'recovered'

/** Events with an `amount` that could be counted. */
type WithAmount = {
  [T in keyof AccordEvents]: AccordEvents[T] extends { readonly amount: { readonly cents: number } }
    ? T
    : never
}[keyof AccordEvents]

/** An event about money that moves none (a request, an order to pay) says so: nothing is left out unseen. */
type Flows = Readonly<
  Record<keyof MoneyEvents, MoneyFlow | 'none'> &
    Partial<Record<Exclude<WithAmount, keyof MoneyEvents>, MoneyFlow>>
>

/**
 * The one place that says which events count as money paid or recovered; their amount is `data.amount`.
 * Events of other areas that carry an amount may be added.
 */
export const moneyFlows: Flows = {
  FundsAssigned: 'none',
  AdvancePaid: 'paid',
  InterimPaid: 'paid',
  BalancePaid: 'paid',
  SpendingReported: 'none',
  AmendmentRequested: 'none',
  AmendmentApproved: 'none',
  AmendmentRefused: 'none',
  AccordSettled: 'none',
  RepaymentRecorded: 'recovered',
}
