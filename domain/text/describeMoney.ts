import type { EventOf } from '../accord/events.ts'
import type { MoneyEvents } from '../accord/money/events.ts'
import type { Deduction } from '../accord/money/parts.ts'
import { sumCents } from '../accord/money/parts.ts'
import { formatDate, formatMoney } from './format.ts'
import type { Language, Sentence } from './render.ts'

type MoneyEvent = { [T in keyof MoneyEvents]: EventOf<T> }[keyof MoneyEvents]

/** One sentence about an event concerning money. */
export function moneySentence(language: Language, event: MoneyEvent): Sentence {
  const euro = (cents: number) => formatMoney(language, { cents, currency: 'EUR' })
  switch (event.type) {
    case 'FundsAssigned':
      return ['event.FundsAssigned', { amount: euro(event.data.amount.cents) }]
    case 'AdvancePaid':
    case 'BalancePaid':
      return paidSentence(language, event.type, event.data)
    case 'InterimPaid': {
      const [key, params] = paidSentence(language, event.type, event.data)
      return [key, { ...params, trancheId: event.data.trancheId }]
    }
    case 'SpendingReported': {
      const { until, lines } = event.data
      return ['event.SpendingReported', { until: formatDate(language, until), amount: euro(sumCents(lines)) }]
    }
    case 'AmendmentRequested': {
      const { amendmentId, reasons } = event.data
      return ['event.AmendmentRequested', { amendmentId, reasons }]
    }
    case 'AmendmentApproved': {
      const { amendmentId, how } = event.data
      const isTold = how === 'communicated'
      return [isTold ? 'event.AmendmentApproved.communicated' : 'event.AmendmentApproved', { amendmentId }]
    }
    case 'AmendmentRefused':
      return ['event.AmendmentRefused', event.data]
    case 'AccordSettled': {
      const { recognised, paidCents, balanceCents, recoverCents } = event.data
      const params = { recognised: euro(recognised.cents), paid: euro(paidCents) }
      if (recoverCents > 0) return ['event.AccordSettled.recover', { ...params, recover: euro(recoverCents) }]
      return ['event.AccordSettled', { ...params, balance: euro(balanceCents) }]
    }
    default:
      return event satisfies never
  }
}

type Paid = { readonly amount: MoneyEvents['AdvancePaid']['amount']; readonly deduction?: Deduction }

function paidSentence(
  language: Language,
  type: 'AdvancePaid' | 'InterimPaid' | 'BalancePaid',
  { amount, deduction }: Paid,
): readonly [key: Sentence[0], params: Record<string, string>] {
  const params = { amount: formatMoney(language, amount) }
  if (deduction === undefined) return [`event.${type}`, params]
  const deducted = formatMoney(language, deduction.amount)
  return [`event.${type}.deduction`, { ...params, deducted, cause: deduction.cause }]
}
