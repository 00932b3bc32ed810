import type { EventOf } from '../accord/events.ts'
import type { MoneyEvents } from '../accord/money/events.ts'
import { formatMoney } from './format.ts'
import type { Language, Sentence } from './render.ts'

type MoneyEvent = { [T in keyof MoneyEvents]: EventOf<T> }[keyof MoneyEvents]

/** One sentence about an event concerning money. */
export function moneySentence(language: Language, event: MoneyEvent): Sentence {
  switch (event.type) {
    case 'AdvancePaid':
    case 'BalancePaid':
      return [`event.${event.type}`, { amount: formatMoney(language, event.data.amount) }]
    default:
      return event satisfies never
  }
}
