import { type DocumentsConfig, documentsConfig } from '../documents/config.ts'
import { type WebhookConfig, webhookConfig } from '../outbound/config.ts'

export interface WorkerConfig {
  /** URL of the role accordi_app. */
  readonly databaseUrl: string
  readonly taskQueue?: string
  /** Where the bytes of documents are; undefined where ACCORDI_DOCUMENTS is not set. */
  readonly documents?: DocumentsConfig
  readonly webhooks: WebhookConfig
  /** Where the bundled workflow code is kept between starts; left out, it is bundled at each start. */
  readonly bundleFolder: string | undefined
  /** Ends when standard input ends: whoever started it holds the other end. */
  readonly endsWithParent: boolean
  /** Touched every second while the worker runs, for whoever minds it. */
  readonly healthFile: string | undefined
}

/** The only place of this folder that reads the environment. Temporal's own variables are read by envconfig. */
export function workerConfig(env: NodeJS.ProcessEnv = process.env): WorkerConfig {
  const databaseUrl = env.ACCORDI_DATABASE_URL
  if (databaseUrl === undefined) {
    throw new Error(
      'ACCORDI_DATABASE_URL is not set: give the worker the URL of the role accordi_app (see README, "A real cluster")',
    )
  }
  const taskQueue = env.ACCORDI_TASK_QUEUE
  const documents = documentsConfig(undefined, env)
  return {
    databaseUrl,
    ...(taskQueue && { taskQueue }),
    ...(documents && { documents }),
    webhooks: webhookConfig(env),
    bundleFolder: env.ACCORDI_BUNDLE_FOLDER,
    endsWithParent: env.ACCORDI_ENDS_WITH_PARENT === '1',
    healthFile: env.ACCORDI_HEALTH_FILE,
  }
}
