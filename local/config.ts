import type { Language } from '../domain/text/render.ts'
import { LocalError } from './errors.ts'
import { type LocalPaths, localPaths } from './paths.ts'

/** Ports that the user wants fixed; the others are chosen free at each start. */
export interface FixedPorts {
  readonly postgres?: number
  readonly temporal?: number
}

export interface LocalConfig extends LocalPaths {
  readonly language: Language
  readonly ports: FixedPorts
  /** The environment that tools and servers are started with, and where PATH and TEMPORAL_* are read. */
  readonly env: NodeJS.ProcessEnv
}

/** The one reading of the environment for the local stack. Throws LocalError on a value it cannot use. */
export function localConfig(
  options: { readonly language?: string | undefined } = {},
  env: NodeJS.ProcessEnv = process.env,
): LocalConfig {
  const postgres = portIn(env, 'ACCORDI_POSTGRES_PORT')
  const temporal = portIn(env, 'ACCORDI_TEMPORAL_PORT')
  return {
    ...localPaths(env),
    language: languageOf(options.language ?? env.ACCORDI_LANG ?? 'it'),
    ports: { ...(postgres && { postgres }), ...(temporal && { temporal }) },
    env,
  }
}

function languageOf(value: string): Language {
  if (value === 'it' || value === 'en') return value
  throw new LocalError('language.unknown', { value })
}

function portIn(env: NodeJS.ProcessEnv, variable: string): number | undefined {
  const value = env[variable]
  if (value === undefined || value === '') return undefined
  const port = Number(value)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new LocalError('port.invalid', { variable, value })
}
