import type { RecordedEvent } from './events.ts'
import { type AccordFacts, entry, type Obligation } from './state.ts'

type Obligations = AccordFacts['obligations']

type ObligationEvent = Extract<RecordedEvent, { type: `Deadline${string}` | `Extension${string}` }>

/** Obligations move only by the deadline events, and by the hold that a pending extension puts on them. */
export function evolveObligations(obligations: Obligations, event: ObligationEvent): Obligations {
  switch (event.type) {
    case 'DeadlineSet': {
      const { deadline } = event.data
      return { ...obligations, [deadline.id]: { ...deadline, status: 'open', history: [] } }
    }
    case 'DeadlineMoved': {
      const { deadline, cause } = event.data
      return change(obligations, deadline.id, ({ suspendedRemainingDays: _, ...before }) => {
        const { revision, nominal, effective, passesAt, history, heldBy } = before
        const past = { revision, nominal, effective, passesAt, movedBy: cause }
        // A request still pending keeps its hold when another act moves the date.
        const status = heldBy === undefined ? 'open' : 'held'
        return { ...before, ...deadline, status, history: [...history, past] }
      })
    }
    case 'DeadlineSuspended':
      return change(obligations, event.data.deadlineId, (before) => ({
        ...before,
        status: 'suspended',
        suspendedRemainingDays: event.data.remainingDays,
      }))
    case 'DeadlineMet': {
      const { inTime, daysLate } = event.data
      return change(obligations, event.data.deadlineId, ({ heldBy: _, ...before }) => ({
        ...before,
        status: inTime ? 'met' : 'metLate',
        settledOn: event.act.on.date,
        daysLate,
      }))
    }
    case 'DeadlineMissed':
      return change(obligations, event.data.deadlineId, (before) => ({ ...before, status: 'missed' }))
    case 'DeadlineLifted':
      return change(obligations, event.data.deadlineId, ({ heldBy: _, ...before }) => ({
        ...before,
        status: 'lifted',
        settledOn: event.act.on.date,
      }))
    case 'ExtensionRequested':
      return event.data.holds.reduce(
        (all, id) =>
          change(all, id, (before) => ({ ...before, status: 'held', heldBy: event.data.extensionId })),
        obligations,
      )
    case 'ExtensionGranted': {
      const moved = event.data.effects.map(({ deadlineId }) => deadlineId)
      return release(obligations, event.data.extensionId, moved)
    }
    case 'ExtensionRefused':
      return release(obligations, event.data.extensionId, [])
    case 'ExtensionRevoked':
      // The dates move by the deadline events that follow.
      return obligations
    default:
      return event satisfies never
  }
}

/**
 * A decided request holds nothing any more. What it does not move is open again and may pass at once: as a
 * new revision, because the timer of the old one may have fired, and been answered, during the hold.
 */
function release(obligations: Obligations, extensionId: string, moved: readonly string[]): Obligations {
  const held = Object.values(obligations).filter((obligation) => obligation.heldBy === extensionId)
  return held.reduce(
    (all, { id }) =>
      change(all, id, ({ heldBy: _, ...before }) => {
        const revision = moved.includes(id) ? before.revision : before.revision + 1
        return { ...before, status: 'open', revision }
      }),
    obligations,
  )
}

function change(
  obligations: Obligations,
  id: string,
  apply: (before: Obligation) => Obligation,
): Obligations {
  const before = entry(obligations, id)
  return before === undefined ? obligations : { ...obligations, [id]: apply(before) }
}
