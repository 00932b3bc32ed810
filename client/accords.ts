import { randomUUID } from 'node:crypto'
import { type Client, WithStartWorkflowOperation, type WorkflowUpdateOptions } from '@temporalio/client'
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/common'
import type { Answer, ImportAnswer } from '../domain/accord/answer.ts'
import type { CommandRequest } from '../domain/accord/commands.ts'
import type { AccordState } from '../domain/accord/state.ts'
import { bodyHash } from '../schemas/bodyHash.ts'
import type { accord } from '../workflows/accord.ts'
import {
  taskQueue as defaultTaskQueue,
  executeUpdate,
  importUpdate,
  milestoneSignal,
  stateQuery,
  workflowId,
} from '../workflows/messages.ts'
import { type Patience, type Pending, patiently } from './patience.ts'

export interface Accords {
  /**
   * Sends an act and waits for its answer. The same `commandId` never acts twice, so a caller left
   * with `pending` may send the same request again. Throws Fault where the record itself is broken.
   */
  execute(request: CommandRequest): Promise<Answer | Pending>
  /** Sends the whole history of one accord; it is recorded in one transaction or not at all. */
  importHistory(accordId: string, requests: readonly CommandRequest[]): Promise<ImportAnswer | Pending>
  /** Fire and forget, for systems: what becomes of it is in the command log. */
  signalMilestone(request: Omit<CommandRequest, 'type'>): Promise<void>
  /** The workflow's own state, for operators and for `verify`. */
  queryState(accordId: string): Promise<AccordState>
  /** Starts the workflow of an accord that should be running, if it is not. */
  ensureRunning(accordId: string): Promise<'started' | 'running'>
}

export interface AccordsOptions extends Patience {
  /** For tests that must cross a continue-as-new. */
  readonly eventsPerRun?: number
  /** Where the workers listen; several systems may share one Temporal namespace. */
  readonly taskQueue?: string
}

export function accords(client: Client, options: AccordsOptions = {}): Accords {
  const { eventsPerRun, taskQueue = defaultTaskQueue } = options
  const start = (accordId: string) => ({
    workflowId: workflowId(accordId),
    taskQueue,
    args: [{ accordId, ...(eventsPerRun !== undefined && { eventsPerRun }) }] as [
      Parameters<typeof accord>[0],
    ],
    // A concluded accord has no workflow: a new run answers and ends again.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE' as const,
  })
  const handle = (accordId: string) => client.workflow.getHandle<typeof accord>(workflowId(accordId))

  const update = async <Ret, Args extends [unknown, ...unknown[]]>(
    accordId: string,
    definition: Parameters<typeof client.workflow.executeUpdateWithStart<typeof accord, Ret, Args>>[0],
    call: WorkflowUpdateOptions & { args: Args },
    isFirst: boolean,
  ): Promise<Ret> => {
    if (!isFirst) {
      try {
        return await handle(accordId).executeUpdate(definition, call as never)
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw error
      }
    }
    // Start and first message are one call: a crash between them can lose nothing.
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof accord>('accord', {
      ...start(accordId),
      workflowIdConflictPolicy: 'USE_EXISTING',
    })
    return client.workflow.executeUpdateWithStart(definition, { ...call, startWorkflowOperation })
  }

  return {
    execute: (request) =>
      patiently(client, request.commandId, options, () => {
        const call = { args: [request] as [CommandRequest], updateId: updateId(request) }
        return update(request.accordId, executeUpdate, call, request.type === 'ProposeAccord')
      }),
    importHistory: (accordId, requests) => {
      // One id for the tries of this call, another for the next call, which wants an answer of its own:
      // what happens twice is prevented by the ids of the acts.
      const id = `import#${randomUUID()}`
      return patiently(client, id, options, () => {
        const call = { args: [requests] as [readonly CommandRequest[]], updateId: id }
        return update(accordId, importUpdate, call, true)
      })
    },
    async signalMilestone(request) {
      await client.workflow.signalWithStart<typeof accord, [typeof request]>('accord', {
        ...start(request.accordId),
        signal: milestoneSignal,
        signalArgs: [request],
      })
    },
    queryState: (accordId) => handle(accordId).query(stateQuery),
    async ensureRunning(accordId) {
      try {
        await client.workflow.start<typeof accord>('accord', {
          ...start(accordId),
          workflowIdConflictPolicy: 'FAIL',
        })
        return 'started'
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return 'running'
        throw error
      }
    },
  }
}

/**
 * Temporal answers a repeated update id with its first result. The id therefore holds the body's hash:
 * another body under the same command id must reach Postgres, and be refused there.
 */
function updateId(request: CommandRequest): string {
  return `${request.commandId}#${bodyHash(request).slice(0, 16)}`
}
