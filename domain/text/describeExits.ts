import type { EventOf } from '../accord/events.ts'
import type { ExitEvents } from '../accord/exits/events.ts'
import { formatMoney } from './format.ts'
import { type Language, nameOf, type Sentence } from './render.ts'

type ExitEvent = { [T in keyof ExitEvents]: EventOf<T> }[keyof ExitEvents]

/** One sentence about an event concerning the exits of an accord, and what is to be returned. */
export function exitSentence(language: Language, event: ExitEvent): Sentence {
  const euro = (cents: number) => formatMoney(language, { cents, currency: 'EUR' })
  switch (event.type) {
    case 'WithdrawalNotified':
    case 'WithdrawalTakenBack':
    case 'WithdrawalRefused':
    case 'NonUseDeclared':
    case 'NonUseRefused':
    case 'RevocationDropped':
    case 'RevocationObservationsSupplied':
      return [`event.${event.type}`, event.data]
    case 'RevocationStarted':
      return ['event.RevocationStarted', { grounds: event.data.grounds }]
    case 'WithdrawalAccepted':
    case 'NonUseAccepted': {
      const { note } = event.data
      return note === undefined ? [`event.${event.type}`] : [`event.${event.type}.note`, { note }]
    }
    case 'RevocationOrdered': {
      const { extent, actions, reasons } = event.data
      if (extent === 'total') return ['event.RevocationOrdered', { reasons }]
      return ['event.RevocationOrdered.partial', { reasons, actions: actions.join(', ') }]
    }
    case 'RecoveryOrdered': {
      const { recoveryId, amount, cause, reasons } = event.data
      const params = { recoveryId, reasons, cause: nameOf(language, 'recovery.cause', cause) }
      return ['event.RecoveryOrdered', { ...params, amount: formatMoney(language, amount) }]
    }
    case 'RepaymentRecorded': {
      const { recoveryId, amount, leftCents } = event.data
      const params = { recoveryId, amount: formatMoney(language, amount) }
      if (leftCents === 0) return ['event.RepaymentRecorded.settled', params]
      return ['event.RepaymentRecorded', { ...params, left: euro(leftCents) }]
    }
    case 'RecoveryReduced': {
      const { recoveryId, fromCents, toCents, leftCents, reasons } = event.data
      const params = { recoveryId, from: euro(fromCents), to: euro(toCents), reasons }
      return ['event.RecoveryReduced', { ...params, left: euro(leftCents) }]
    }
    case 'AccordClosed':
      return ['event.AccordClosed']
    case 'AccordReopened': {
      const { from, to, reasons } = event.data
      const phases = { from: nameOf(language, 'phase', from), to: nameOf(language, 'phase', to) }
      return ['event.AccordReopened', { ...phases, reasons }]
    }
    default:
      return event satisfies never
  }
}
