/** How events go out: who they say they are from, and to what addresses they may go. */
export interface WebhookConfig {
  /** The `source` of every CloudEvent: a URI. */
  readonly source: string
  /** Also http, and also addresses of this machine and of private networks: for local use and tests. */
  readonly allowPrivate: boolean
}

/** The only place of this folder that reads the environment. */
export function webhookConfig(env: NodeJS.ProcessEnv = process.env): WebhookConfig {
  return {
    source: env.ACCORDI_WEBHOOK_SOURCE || 'urn:accordi',
    allowPrivate: env.ACCORDI_WEBHOOK_PRIVATE === '1',
  }
}
