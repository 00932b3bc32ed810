import type { Accord } from '../state.ts'
import type { MoneyEvent } from './events.ts'

/** The money of an accord after one more recorded event. */
export function evolveMoney(state: Accord, event: MoneyEvent): Accord {
  switch (event.type) {
    case 'AdvancePaid':
      return { ...state, advance: event.data.amount }
    case 'BalancePaid':
      return { ...state, balance: event.data.amount }
    default:
      return event satisfies never
  }
}
