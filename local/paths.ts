import { createHash } from 'node:crypto'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export interface LocalPaths {
  /** What belongs to this clone: the databases, logs, secrets and the instance file. */
  readonly dataDir: string
  /** What every clone of this user may share: the built Temporal server. */
  readonly cacheDir: string
}

/** The folder of this clone, the one that holds package.json. */
export const cloneDir = resolve(import.meta.dirname, '..')

/**
 * Where the local stack keeps its files: XDG directories, or ACCORDI_DATA_DIR and ACCORDI_CACHE_DIR.
 * Two clones get two data directories, so that they never disturb each other.
 */
export function localPaths(
  env: NodeJS.ProcessEnv = process.env,
  clone: string = cloneDir,
  isRoot: boolean = process.getuid?.() === 0,
): LocalPaths {
  const { ACCORDI_DATA_DIR: data, ACCORDI_CACHE_DIR: cache } = env
  return {
    dataDir: filled(data) ? resolve(data) : join(dataHome(env, isRoot), hashOf(clone)),
    cacheDir: filled(cache) ? resolve(cache) : join(cacheHome(env), 'accordi'),
  }
}

function dataHome(env: NodeJS.ProcessEnv, isRoot: boolean): string {
  if (filled(env.XDG_DATA_HOME)) return join(env.XDG_DATA_HOME, 'accordi')
  // Postgres refuses to run as root, and the user it then runs as cannot look into /root.
  if (isRoot) return '/var/lib/accordi'
  return join(home(env), '.local', 'share', 'accordi')
}

function cacheHome(env: NodeJS.ProcessEnv): string {
  return filled(env.XDG_CACHE_HOME) ? env.XDG_CACHE_HOME : join(home(env), '.cache')
}

function home(env: NodeJS.ProcessEnv): string {
  return filled(env.HOME) ? env.HOME : homedir()
}

function hashOf(clone: string): string {
  return createHash('sha256').update(resolve(clone)).digest('hex').slice(0, 12)
}

function filled(value: string | undefined): value is string {
  return value !== undefined && value !== ''
}
