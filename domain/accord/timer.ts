import type { Instant } from '../time/instant.ts'
import type { CommandRequest } from './commands.ts'
import type { Due } from './state.ts'

/** How the ids of the timer's commands begin; nobody else may use such an id, or a deadline could not pass. */
export const timerIds = 'pass:'

/**
 * The command that says a deadline has passed. Its id holds the revision: after an extension the same
 * deadline can pass again, and the same passing is never recorded twice.
 */
export function passing(accordId: string, due: Due, at: string): CommandRequest {
  // A clock a little behind the timer's must not make the passing come too early: it is asked only once.
  const after = justAfter(due.passesAt)
  return {
    type: 'PassDeadline',
    commandId: `${timerIds}${due.id}:r${due.revision}${due.tier === undefined ? '' : `:${due.tier}`}`,
    accordId,
    on: due.effective,
    receivedAt: at > after ? at : after,
    actor: { role: 'scheduler', id: 'accord-timer' },
    data: { deadlineId: due.id, revision: due.revision, ...(due.tier && { tier: due.tier }) },
  }
}

/** The first millisecond at which a deadline has passed. */
export function justAfter(passesAt: Instant): Instant {
  return new Date(Date.parse(passesAt) + 1).toISOString() as Instant
}
