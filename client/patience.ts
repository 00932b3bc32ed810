import { setTimeout as delay } from 'node:timers/promises'
import {
  type Client,
  isGrpcServiceError,
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client'
import { ApplicationFailure } from '@temporalio/common'

/** How long a caller waits, and how it hears that it is waiting. */
export interface Patience {
  /** Longest wait for an answer; after it the act is `pending`, neither lost nor doubled. Default 120,000. */
  readonly waitMs?: number
  /** Called about every two seconds while there is no answer yet. */
  readonly onWaiting?: (elapsedMs: number) => void
}

/** Not answered yet. The act will happen once or not at all; asking again with the same id tells. */
export interface Pending {
  readonly outcome: 'pending'
  readonly commandId: string
}

/** The record itself cannot answer: an event that cannot be read, a calendar that is missing. */
export class Fault extends Error {
  override readonly name = 'Fault'
}

const attemptMs = 20_000
const pauseMs = 500

/** Tries the same call, under the same id, until it is answered or the patience ends. */
export async function patiently<T>(
  client: Client,
  commandId: string,
  { waitMs = 120_000, onWaiting }: Patience,
  call: () => Promise<T>,
): Promise<T | Pending> {
  const startedMs = performance.now()
  const elapsedMs = () => performance.now() - startedMs
  const ticking = onWaiting && setInterval(() => onWaiting(elapsedMs()), 2_000)
  try {
    while (elapsedMs() < waitMs) {
      const deadline = Date.now() + Math.min(attemptMs, waitMs - elapsedMs())
      try {
        return await client.connection.withDeadline(deadline, call)
      } catch (error) {
        if (isFault(error)) throw new Fault(reasonOf(error), { cause: error })
        if (!isPassing(error)) throw error
        await delay(pauseMs)
      }
    }
    return { outcome: 'pending', commandId }
  } finally {
    clearInterval(ticking)
  }
}

/** gRPC codes that say nothing about the act: cancelled, deadline, exhausted, a failing task, aborted, unavailable. */
const passingCodes = [1, 4, 8, 9, 10, 14]

/** A run that was ended in the middle of an act is no fault of the record: the next run takes the act. */
function isFault(error: unknown): error is WorkflowUpdateFailedError {
  if (!(error instanceof WorkflowUpdateFailedError)) return false
  const { cause } = error
  return !(cause instanceof ApplicationFailure && cause.type === 'AcceptedUpdateCompletedWorkflow')
}

function isPassing(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true
  if (error instanceof WorkflowUpdateFailedError) return !isFault(error)
  const cause = error instanceof ServiceError ? error.cause : error
  return isGrpcServiceError(cause) && passingCodes.includes(cause.code)
}

function reasonOf(error: Error): string {
  let deepest: unknown = error
  while (deepest instanceof Error && deepest.cause instanceof Error) deepest = deepest.cause
  return deepest instanceof Error ? deepest.message : String(deepest)
}
