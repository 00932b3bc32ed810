import { ApplicationFailure } from '@temporalio/common'
import { UnreadableEvent } from '../db/eventCodec.ts'
import { CalendarMissing } from '../db/reference.ts'
import type { AccordState } from '../domain/accord/state.ts'
import type { CollectiveInput } from '../workflows/messages.ts'
import { type CollectiveDeps, collectiveBatch } from './collective.ts'
import { type Deps, type ExecuteInput, executeCommand } from './executeCommand.ts'
import { type ImportInput, importHistory } from './importHistory.ts'
import { type WebhookDeps, webhookBatch } from './webhooks.ts'

export type Activities = ReturnType<typeof createActivities>
export type AccordActivities = ReturnType<typeof accordActivities>

/**
 * The activities of the accord workflow. They throw for faults only; those that trying again
 * cannot help are final (see `isFinal`). Timeouts and retries are in
 * workflows/accord.ts, beside their use.
 */
export function accordActivities(deps: Deps) {
  return {
    executeCommand: (input: ExecuteInput) => final(executeCommand(deps, input)),
    importHistory: (input: ImportInput) => final(importHistory(deps, input)),
    loadAccord: (input: { readonly accordId: string }) => final(loadAccord(deps, input.accordId)),
  }
}

/** Every activity of a worker; an act over many accords sends its commands as every client does. */
export function createActivities(deps: CollectiveDeps & WebhookDeps) {
  return {
    ...accordActivities(deps),
    collectiveBatch: (input: CollectiveInput) => final(collectiveBatch(deps, input)),
    webhookBatch: () => final(webhookBatch(deps)),
  }
}

async function loadAccord(deps: Deps, accordId: string): Promise<AccordState> {
  return (await deps.streams.read(deps.pool, accordId, '')).state
}

async function final<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && isFinal(error)) {
      throw ApplicationFailure.nonRetryable(error.message, error.name)
    }
    throw error
  }
}

/** Errors that come back however often one tries: broken data, and bugs of ours. All others may pass. */
function isFinal(error: Error): boolean {
  if (error instanceof UnreadableEvent || error instanceof CalendarMissing) return true
  if (error instanceof TypeError || error instanceof RangeError || error.name === 'ZodError') return true
  // Classes 22 and 23 of Postgres: data that cannot be stored, and constraints that do not hold.
  return 'code' in error && typeof error.code === 'string' && /^2[23]/.test(error.code)
}
