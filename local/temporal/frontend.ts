import { setTimeout as sleep } from 'node:timers/promises'
import { Connection, type ConnectionOptions } from '@temporalio/client'
import { msToTs } from '@temporalio/common/lib/time.js'
import { directIfHere } from '../../client/connect.ts'
import { isListening } from '../ports.ts'

/** How long histories of closed workflows are kept. Nothing relies on it: the record is in Postgres. */
const retentionMs = 30 * 86_400_000
const service = 'temporal.api.workflowservice.v1.WorkflowService'
/** google.rpc.Code, as gRPC errors carry it. */
const alreadyExists = 6
const invalidArgument = 3
const serving = 1

/** The standard gRPC health check, on a connection of its own. Rejects where nothing answers. */
export async function isServing(address: string): Promise<boolean> {
  const port = Number(address.slice(address.lastIndexOf(':') + 1))
  // Quicker than a gRPC channel to notice that nobody listens, which is most of the polling at the start.
  if (!(await isListening(port))) return false
  return withConnection({ address }, async (connection) => {
    const { status } = await connection.healthService.check({ service })
    return status === serving
  })
}

/** Registers the namespace where it is missing, and waits until the server has noticed it: at most 30 s. */
export async function prepareNamespace(address: string, namespace: string): Promise<void> {
  await withConnection({ address }, async (connection) => {
    const giveUpAt = performance.now() + 30_000
    for (;;) {
      try {
        await register(connection, namespace)
        await connection.workflowService.listWorkflowExecutions({ namespace, pageSize: 1 })
        return
      } catch (error) {
        if (performance.now() >= giveUpAt) throw error
        await sleep(50)
      }
    }
  })
}

/** Whether this server lets a workflow skip over its waits. A server that knows nothing of it says no. */
export async function skipsTime(options: ConnectionOptions, namespace: string): Promise<boolean> {
  return withConnection(options, async ({ workflowService }) => {
    try {
      await workflowService.pollWorkflowExecutionTimeSkipping({ namespace })
      return true
    } catch (error) {
      // Where the feature is on, the request itself, which names no workflow, is what it finds wrong.
      return codeOf(error) === invalidArgument
    }
  })
}

/** Runs `use` on a connection that is closed afterwards. Calls on it fail after five seconds. */
export async function withConnection<T>(
  options: ConnectionOptions,
  use: (connection: Connection) => Promise<T>,
): Promise<T> {
  const channelArgs = {
    ...options.channelArgs,
    // A pool of its own: the shared one remembers failures, and would wait before it tries again.
    'grpc.use_local_subchannel_pool': 1,
    ...directIfHere(options.address),
  }
  const connection = Connection.lazy({ ...options, channelArgs })
  try {
    return await connection.withDeadline(Date.now() + 5_000, () => use(connection))
  } finally {
    await connection.close()
  }
}

/** The gRPC status of a failed call. */
export function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined
}

async function register({ workflowService }: Connection, namespace: string): Promise<void> {
  try {
    await workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs(retentionMs),
    })
  } catch (error) {
    if (codeOf(error) !== alreadyExists) throw error
  }
}
