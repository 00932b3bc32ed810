import type { RecordedEvent } from '../events.ts'
import type { Money } from '../parts.ts'

/** What happened to the money of an accord. */
export interface MoneyEvents {
  AdvancePaid: { readonly amount: Money }
  BalancePaid: { readonly amount: Money }
}

export type MoneyEvent = Extract<RecordedEvent, { type: keyof MoneyEvents }>

const moneyEvents: Record<keyof MoneyEvents, true> = { AdvancePaid: true, BalancePaid: true }

export function isMoneyEvent<E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { type: keyof MoneyEvents }> {
  return Object.hasOwn(moneyEvents, event.type)
}
