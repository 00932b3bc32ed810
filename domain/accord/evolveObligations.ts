import { inOrder, integrationLaw } from '../time/adjustments.ts'
import { remainingDays } from '../time/why.ts'
import type { Deadline, DeadlineCause, RecordedEvent } from './events.ts'
import type { ExtensionEffect } from './parts.ts'
import { type AccordFacts, entry, isPending, type Obligation, type PastDate } from './state.ts'

type Obligations = AccordFacts['obligations']

type ObligationEvent = Extract<
  RecordedEvent,
  { type: `Deadline${string}` | `Extension${string}` | 'AddendumSigned' | 'TargetPassed' }
>

/** Obligations move only by the deadline events, and by the hold that a pending extension puts on them. */
export function evolveObligations(
  obligations: Obligations,
  event: ObligationEvent,
  extensions: AccordFacts['extensions'],
): Obligations {
  switch (event.type) {
    case 'DeadlineSet': {
      const { deadline } = event.data
      const left = remainingDays(deadline)
      const standing = left === undefined ? {} : { suspendedRemainingDays: left }
      const status = left === undefined ? 'open' : 'suspended'
      const earlier = entry(obligations, deadline.id)
      // One that was set by a decision since reversed keeps its place and its dates.
      const isSame = earlier === undefined || earlier.passesAt === deadline.passesAt
      const past = isSame ? [] : [pastOf(earlier, 'reversal')]
      const history = [...(earlier?.history ?? []), ...past]
      return {
        ...obligations,
        [deadline.id]: { ...deadline, ...standing, status, history, setOn: event.act.on.date },
      }
    }
    case 'DeadlineMoved': {
      const { deadline, cause } = event.data
      return change(obligations, deadline.id, (before) => moved(before, deadline, cause))
    }
    case 'DeadlineSuspended': {
      const { deadlineId, remainingDays, on, suspensionId, ground, rule = integrationLaw } = event.data
      const stop = {
        ...({ kind: 'suspension', on, rule } as const),
        ...(suspensionId && { suspensionId }),
        ...(ground && { ground }),
      }
      return change(obligations, deadlineId, (before) => ({
        ...before,
        adjustments: inOrder(before.adjustments ?? [], stop),
        status: 'suspended',
        suspendedRemainingDays: remainingDays,
      }))
    }
    case 'TargetPassed':
      return change(obligations, event.data.deadlineId, (before) => ({ ...before, targetPassed: true }))
    case 'DeadlineMet': {
      const { inTime, daysLate } = event.data
      return change(
        obligations,
        event.data.deadlineId,
        ({ heldBy: _, suspendedRemainingDays: __, ...before }) => ({
          ...before,
          status: inTime ? 'met' : 'metLate',
          settledOn: event.act.on.date,
          daysLate,
        }),
      )
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
      return hold(obligations, event.data.extensionId, event.data.holds)
    case 'ExtensionGranted': {
      const { extensionId, effects, holds } = event.data
      return holds === undefined
        ? release(obligations, extensions, extensionId, idsOf(effects))
        : hold(release(obligations, extensions, extensionId, [], holds), extensionId, holds)
    }
    case 'ExtensionTookEffect':
      return release(obligations, extensions, event.data.extensionId, idsOf(event.data.effects))
    case 'ExtensionLapsed':
    case 'ExtensionRefused':
    case 'ExtensionRevoked':
      // What an act moves, it moves by the deadline events that follow.
      return release(obligations, extensions, event.data.extensionId, [])
    case 'ExtensionAttachmentsSupplied':
    case 'ExtensionInstructed':
    case 'AddendumSigned':
      return obligations
    default:
      return event satisfies never
  }
}

/** What was decided about a deadline's own clock, and every date it had before. */
function moved(
  { suspendedRemainingDays: _, settledOn: __, daysLate: ___, targetPassed, ...before }: Obligation,
  deadline: Deadline,
  cause: DeadlineCause,
): Obligation {
  const { history, heldBy } = before
  // A clock that only stood still has used the days up to its target; a new date brings a new target.
  const isSpent = targetPassed && (cause === 'resumption' || cause === 'suspension' || cause === 'calendar')
  const left = remainingDays(deadline)
  return {
    ...before,
    ...deadline,
    // A request still pending keeps its hold when another act moves the date.
    status: left !== undefined ? 'suspended' : heldBy === undefined ? 'open' : 'held',
    history: [...history, pastOf(before, cause)],
    ...(left !== undefined && { suspendedRemainingDays: left }),
    ...(isSpent && { targetPassed: true }),
  }
}

function pastOf(before: Omit<Obligation, 'status'>, movedBy: DeadlineCause): PastDate {
  const { revision, nominal, effective, passesAt } = before
  return { revision, nominal, effective, passesAt, movedBy }
}

function standsStill({ suspendedRemainingDays }: Obligation): boolean {
  return suspendedRemainingDays !== undefined
}

function idsOf(effects: readonly ExtensionEffect[]): string[] {
  return effects.map(({ deadlineId }) => deadlineId)
}

function hold(obligations: Obligations, extensionId: string, ids: readonly string[]): Obligations {
  return ids.reduce(
    (all, id) =>
      change(all, id, (before) => {
        const status = standsStill(before) ? 'suspended' : 'held'
        return { ...before, status, heldBy: before.heldBy ?? extensionId }
      }),
    obligations,
  )
}

/**
 * A decided request holds nothing any more. What it does not move is open again and may pass at once: as a
 * new revision, because the timer of the old one may have fired, and been answered, during the hold.
 */
function release(
  obligations: Obligations,
  extensions: AccordFacts['extensions'],
  extensionId: string,
  moved: readonly string[],
  kept: readonly string[] = [],
): Obligations {
  const held = Object.values(obligations).filter(
    ({ id, heldBy }) => heldBy === extensionId && !kept.includes(id),
  )
  return held.reduce(
    (all, { id }) =>
      change(all, id, ({ heldBy: _, ...before }) => {
        const other = Object.values(extensions).find(
          (extension) =>
            isPending(extension) && extension.extensionId !== extensionId && extension.holds.includes(id),
        )
        if (other !== undefined) return { ...before, heldBy: other.extensionId }
        const revision = moved.includes(id) ? before.revision : before.revision + 1
        return { ...before, status: standsStill(before) ? 'suspended' : 'open', revision }
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
