import { fileURLToPath } from 'node:url'
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkerOptions,
} from '@temporalio/worker'
import type { TemporalTarget } from '../client/connect.ts'
import { bundle } from '../worker/bundle.ts'
import { createWorker } from '../worker/createWorker.ts'

/** The process of the two workers: ours as in service, and one of bare workflows under the same limits. */
export interface WorkersSettings {
  readonly databaseUrl: string
  readonly temporal: TemporalTarget
  readonly taskQueue: string
  readonly bareTaskQueue: string
}

const [, , argument = ''] = process.argv
const { databaseUrl, temporal, taskQueue, bareTaskQueue } = JSON.parse(argument) as WorkersSettings
const logger = new DefaultLogger('ERROR')
Runtime.install({ logger })
const ours = await createWorker({ databaseUrl, temporal, taskQueue, workflowBundle: await bundle() })
const sameLimits: Partial<WorkerOptions> = Object.fromEntries(
  [
    'maxCachedWorkflows',
    'maxConcurrentWorkflowTaskExecutions',
    'maxConcurrentLocalActivityExecutions',
    'maxConcurrentActivityTaskExecutions',
  ].map((limit) => [limit, Reflect.get(ours.worker.options, limit)]),
)
const connection = await NativeConnection.connect({ address: temporal.address })
const bare = await Worker.create({
  ...sameLimits,
  connection,
  namespace: temporal.namespace,
  taskQueue: bareTaskQueue,
  workflowBundle: await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./bare.ts', import.meta.url)),
    logger,
  }),
  activities: { noop: async () => undefined },
})
// The parent closes the channel when it has measured, and the system closes it when the parent is gone.
process.on('disconnect', () => {
  ours.worker.shutdown()
  bare.shutdown()
})
const runs = Promise.all([ours.worker.run(), bare.run()])
process.send?.('ready')
await runs
await ours.close()
await connection.close()
