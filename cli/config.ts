import type { TemporalTarget } from '../client/connect.ts'
import { type DocumentsConfig, documentsConfig } from '../documents/config.ts'
import type { Language } from '../domain/text/render.ts'
import { readConnections } from '../local/connections.ts'
import { exitCodes, Problem } from './problem.ts'

/** Where the record and Temporal are: by environment for a real cluster, else the local stack of this clone. */
export interface CliConfig {
  readonly databaseUrl: string
  readonly readerUrl: string
  readonly temporal: TemporalTarget | undefined
  /** Left out: the usual one. Several systems can share a Temporal namespace by queues of their own. */
  readonly taskQueue?: string
  /** Where documents are kept; left out where nothing says. */
  readonly documents?: DocumentsConfig
}

/** The only place of this folder that reads the environment. */
export function cliConfig(env: NodeJS.ProcessEnv = process.env): CliConfig {
  const { ACCORDI_DATABASE_URL: databaseUrl, ACCORDI_READER_URL: readerUrl } = env
  if (databaseUrl !== undefined) {
    const taskQueue = env.ACCORDI_TASK_QUEUE
    return {
      databaseUrl,
      readerUrl: readerUrl ?? databaseUrl,
      temporal: undefined,
      ...(taskQueue && { taskQueue }),
      ...documentsIn(undefined, env),
    }
  }
  const local = readConnections()
  if (local === undefined) throw new Problem('cli.not-running', {}, exitCodes.fault)
  const { documents, ...rest } = local
  return { ...rest, ...documentsIn(documents, env) }
}

function documentsIn(place: string | undefined, env: NodeJS.ProcessEnv): Pick<CliConfig, 'documents'> {
  const documents = documentsConfig(place, env)
  return documents === undefined ? {} : { documents }
}

export function languageFrom(option: string | undefined, env: NodeJS.ProcessEnv = process.env): Language {
  const wanted = option ?? env.ACCORDI_LANG ?? 'it'
  if (wanted === 'it' || wanted === 'en') return wanted
  throw new Problem('cli.unknown-language', { value: wanted })
}

/** Who acts where `--as` is not given. */
export function defaultActor(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env.ACCORDI_AS
}
