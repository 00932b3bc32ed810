import { randomUUID } from 'node:crypto'
import { type Client, WithStartWorkflowOperation, type WorkflowUpdateOptions } from '@temporalio/client'
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/common'
import type { Answer, ImportAnswer } from '../domain/accord/answer.ts'
import type { CommandRequest } from '../domain/accord/commands.ts'
import type { AccordState } from '../domain/accord/state.ts'
import type { accord } from '../workflows/accord.ts'
import {
  type AccordInput,
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
  const start: Start = (accordId) => ({
    workflowId: workflowId(accordId),
    taskQueue,
    args: [{ accordId, ...(eventsPerRun !== undefined && { eventsPerRun }) }],
    // A concluded accord has no workflow: a new run answers and ends again.
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  })
  const handle = (accordId: string) => client.workflow.getHandle<typeof accord>(workflowId(accordId))

  const update = updater(client, start)

  return {
    execute: (request) => {
      // One id for the tries of this call. Temporal would give a later call the first one's result, a
      // fault long mended included; that nothing happens twice is Postgres's part, by the command's id.
      const id = `${request.commandId}#${randomUUID()}`
      return patiently(client, request.commandId, options, () => {
        const call = { args: [request] as [CommandRequest], updateId: id }
        return update(request.accordId, executeUpdate, call, request.type === 'ProposeAccord')
      })
    },
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
    async queryState(accordId) {
      // Temporal answers queries on closed workflows too; what is closed waits for no deadline.
      const { status } = await handle(accordId).describe()
      if (status.name !== 'RUNNING') throw new Error(`${workflowId(accordId)}: ${status.name}`)
      return handle(accordId).query(stateQuery)
    },
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

type Start = (accordId: string) => {
  workflowId: string
  taskQueue: string
  args: [AccordInput]
  workflowIdReusePolicy: 'ALLOW_DUPLICATE'
}

/** Sends an update to the accord's workflow, and starts one where none is running. */
function updater(client: Client, start: Start) {
  return async <Ret, Args extends [unknown, ...unknown[]]>(
    accordId: string,
    definition: Parameters<typeof client.workflow.executeUpdateWithStart<typeof accord, Ret, Args>>[0],
    call: WorkflowUpdateOptions & { args: Args },
    isFirst: boolean,
  ): Promise<Ret> => {
    if (!isFirst) {
      const handle = client.workflow.getHandle<typeof accord>(workflowId(accordId))
      try {
        return await handle.executeUpdate(definition, call as never)
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
}
