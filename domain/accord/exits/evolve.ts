import type { RecordedEvent } from '../events.ts'
import { asBefore } from '../evolveDecisions.ts'
import { type Accord, entry, type Obligation } from '../state.ts'
import type { ExitEvent } from './events.ts'
import type { ExitPhase } from './parts.ts'
import { type Closing, hasEnded, isExit, leftCents, type RecoveryState } from './state.ts'

type Recorded<T extends ExitEvent['type']> = Extract<ExitEvent, { type: T }>

/** The exits and recoveries of an accord after one more recorded event. */
export function evolveExits(state: Accord, event: ExitEvent): Accord {
  const { on } = event.act
  switch (event.type) {
    case 'WithdrawalNotified':
      return { ...state, withdrawal: { reasons: event.data.reasons, on } }
    case 'WithdrawalTakenBack':
    case 'WithdrawalRefused':
      return without(state, 'withdrawal')
    case 'NonUseDeclared':
      return { ...state, nonUse: { reasons: event.data.reasons, on } }
    case 'NonUseRefused':
      return without(state, 'nonUse')
    case 'RevocationStarted':
      return { ...state, revocation: { ...event.data, on } }
    case 'RevocationObservationsSupplied': {
      const { revocation } = state
      if (revocation === undefined) return state
      return { ...state, revocation: { ...revocation, observations: { note: event.data.note, on } } }
    }
    case 'RevocationDropped':
      return without(state, 'revocation')
    case 'WithdrawalAccepted':
      return exited(state, 'withdrawn', event)
    case 'NonUseAccepted':
      return exited(state, 'unused', event)
    case 'RevocationOrdered':
      return event.data.extent === 'total' ? exited(state, 'revoked', event) : revokedInPart(state, event)
    case 'RecoveryOrdered':
    case 'RepaymentRecorded':
    case 'RecoveryReduced':
      return evolveRecovery(state, event)
    case 'AccordClosed':
      return isExit(state.phase) ? ({ ...state, closedOn: on.date } as Accord) : state
    case 'AccordReopened':
      return reopened(state)
    default:
      return event satisfies never
  }
}

/** What was pending ends with the accord; what it had reached stays to be read. */
function exited(state: Accord, phase: ExitPhase, { act }: ExitEvent): Accord {
  if (hasEnded(state)) return state
  const { withdrawal: _, nonUse: __, revocation: ___, ...rest } = state
  return { ...rest, phase, exitedOn: act.on } as Accord
}

function revokedInPart(state: Accord, { data }: Recorded<'RevocationOrdered'>): Accord {
  const revoked = data.actions.flatMap((numeral) => {
    const action = entry(state.actions, numeral)
    return action === undefined ? [] : [[numeral, { ...action, status: 'revoked' as const }] as const]
  })
  return {
    ...without(state, 'revocation'),
    actions: { ...state.actions, ...Object.fromEntries(revoked) },
  }
}

function without(state: Accord, pending: 'withdrawal' | 'nonUse' | 'revocation'): Accord {
  const { [pending]: _, ...rest } = state
  return rest as Accord
}

function evolveRecovery(
  state: Accord,
  event: Recorded<'RecoveryOrdered' | 'RepaymentRecorded' | 'RecoveryReduced'>,
): Accord {
  const { recoveryId } = event.data
  const after = recoveryAfter(entry(state.recoveries ?? {}, recoveryId), event)
  if (after === undefined) return state
  const recoveries = { ...state.recoveries, [recoveryId]: after }
  if (event.type !== 'RecoveryOrdered' || !('closedOn' in state)) return { ...state, recoveries }
  // Closed means that nothing is owed: with a new order it is closed no more.
  const { closedOn: _, ...open } = state
  return { ...open, recoveries }
}

function recoveryAfter(
  before: RecoveryState | undefined,
  event: Recorded<'RecoveryOrdered' | 'RepaymentRecorded' | 'RecoveryReduced'>,
): RecoveryState | undefined {
  const { on } = event.act
  if (event.type === 'RecoveryOrdered') {
    const { amount, ...order } = event.data
    return { ...order, orderedOn: on, ordered: amount, amountCents: amount.cents, repayments: {} }
  }
  if (before === undefined) return undefined
  switch (event.type) {
    case 'RepaymentRecorded': {
      const { repaymentId, amount } = event.data
      return settledAt({ ...before, repayments: { ...before.repayments, [repaymentId]: { amount, on } } }, on)
    }
    case 'RecoveryReduced':
      return settledAt({ ...before, amountCents: event.data.toCents }, on)
    default:
      return event satisfies never
  }
}

function settledAt(recovery: RecoveryState, on: RecoveryState['orderedOn']): RecoveryState {
  return leftCents(recovery) === 0 ? { ...recovery, settledOn: on } : recovery
}

/**
 * Back to the phase from which the accord ended. What its end lifted runs again as a new revision, so that no timer
 * takes it for the old one; money that was ordered to be returned stays owed.
 */
function reopened(state: Accord): Accord {
  const { closing, ...now } = state
  if (closing === undefined) return state
  const {
    concludedOn: _,
    exitedOn: __,
    closedOn: ___,
    ...rest
  } = now as typeof now & Record<'concludedOn' | 'exitedOn' | 'closedOn', unknown>
  const { phase, extensions, suspensions, obligations } = closing
  const restored = Object.entries(obligations).map(([id, was]) => {
    return [id, asBefore(was, entry(state.obligations, id) ?? was)] as const
  })
  const all = { ...state.obligations, ...Object.fromEntries(restored) }
  return { ...rest, phase, extensions, suspensions, obligations: all } as Accord
}

/** Remembers what the end of an accord takes away, for as long as it has ended. */
export function rememberClosing(before: Accord, after: Accord, { commandId }: RecordedEvent): Accord {
  if (!hasEnded(after)) return after.closing === undefined ? after : forgotten(after)
  const { closing } = after
  if (!hasEnded(before)) {
    const { phase, extensions, suspensions } = before
    return { ...after, closing: { commandId, phase, extensions, suspensions, obligations: {} } }
  }
  if (closing?.commandId !== commandId || before.obligations === after.obligations) return after
  const obligations = { ...takenAway(before, after), ...closing.obligations }
  return { ...after, closing: { ...closing, obligations } }
}

function forgotten({ closing: _, ...after }: Accord): Accord {
  return after as Accord
}

/** What asks for the exit itself is over with it, and does not come back when the accord does. */
const ofExits: readonly Obligation['kind'][] = ['recovery', 'revocationObservations', 'exitDecision']

function takenAway(before: Accord, after: Accord): Closing['obligations'] {
  const changed = Object.entries(before.obligations).filter(
    ([id, was]) => after.obligations[id] !== was && !ofExits.includes(was.kind),
  )
  return Object.fromEntries(changed)
}
