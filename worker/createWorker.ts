import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker'
import { createActivities } from '../activities/createActivities.ts'
import { Streams } from '../activities/streams.ts'
import { accords } from '../client/accords.ts'
import { connectTemporal, type TemporalTarget, temporalConfig } from '../client/connect.ts'
import { type Connection, connect } from '../db/connect.ts'
import { Reference } from '../db/reference.ts'
import { type DocumentsConfig, openDocuments } from '../documents/config.ts'
import type { Instant } from '../domain/time/instant.ts'
import { type WebhookConfig, webhookConfig } from '../outbound/config.ts'
import { taskQueue as defaultTaskQueue } from '../workflows/messages.ts'

export interface WorkerSettings {
  /** URL of the application role. */
  readonly databaseUrl: string
  readonly temporal?: TemporalTarget
  readonly workflowBundle: { readonly code: string }
  readonly taskQueue?: string
  /** Where the bytes of documents are; left out, acts are recorded without asking for them. */
  readonly documents?: DocumentsConfig
  /** How events go out; left out, only to public addresses. */
  readonly webhooks?: WebhookConfig
}

export interface RunningWorker {
  readonly worker: Worker
  close(): Promise<void>
}

/**
 * Limits for one process on two cores: memory is bounded by the cached workflows (they are counted,
 * not weighed), Postgres by one connection per act in progress. A stop lets acts in progress end.
 */
const limits = {
  maxCachedWorkflows: 1_000,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentLocalActivityExecutions: 32,
  maxConcurrentActivityTaskExecutions: 32,
  shutdownGraceTime: '10 seconds',
  shutdownForceTime: '20 seconds',
} satisfies Partial<WorkerOptions>

/** How long a batch of a collective act waits for one accord: less than its heartbeat. */
const collectiveWaitMs = 60_000

export async function createWorker(settings: WorkerSettings): Promise<RunningWorker> {
  const { connectionOptions, namespace } = temporalConfig(settings.temporal)
  const max = limits.maxConcurrentLocalActivityExecutions
  const database: Connection = connect(settings.databaseUrl, { applicationName: 'accordi-worker', max })
  const connection = await NativeConnection.connect(connectionOptions)
  const temporal = await connectTemporal(settings.temporal)
  const { workflowBundle, taskQueue = defaultTaskQueue } = settings
  const documents = settings.documents && (await openDocuments(settings.documents)).store
  const activities = createActivities({
    connection: database,
    accords: accords(temporal.client, { taskQueue, waitMs: collectiveWaitMs }),
    pool: database.pool,
    streams: new Streams(),
    reference: new Reference(database),
    now: () => new Date().toISOString() as Instant,
    webhooks: settings.webhooks ?? webhookConfig({}),
    ...(documents && { documents }),
  })
  const worker = await Worker.create({
    ...limits,
    connection,
    namespace,
    taskQueue,
    workflowBundle,
    activities,
  })
  return {
    worker,
    async close() {
      await temporal.close()
      await connection.close()
      await database.close()
    },
  }
}
