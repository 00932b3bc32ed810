import { execFile, execFileSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { LocalError, meansDiskFull } from '../errors.ts'
import { identify, stopProcess } from '../processes.ts'
import type { Progress } from '../progress.ts'
import { keepSecrets, newSecrets, readSecrets, type Secrets, secretsFile } from '../secrets.ts'
import type { PostgresBinaries } from './binaries.ts'
import { closedTo, nameOfUser, ourName, type ServerUser } from './user.ts'

export interface Cluster {
  /** The data directory that Postgres is given. */
  readonly directory: string
  readonly secrets: Secrets
}

export interface ClusterOptions {
  readonly dataDir: string
  readonly binaries: PostgresBinaries
  readonly user: ServerUser | undefined
  /** False where losing everything at a power cut is acceptable, as in tests. */
  readonly durable: boolean
  readonly progress: Progress
}

/** The superuser's name, on every machine the same. */
export const adminRole = 'postgres'

/**
 * Makes the database cluster, or checks that the one at hand can be used.
 * Throws LocalError: `data.closed`, `data.owner`, `data.version`, `disk.full`, `postgres.failed`.
 */
export async function prepareCluster(options: ClusterOptions): Promise<Cluster> {
  const { dataDir, user } = options
  const directory = join(dataDir, 'postgres')
  const closed = user === undefined ? undefined : closedTo(dataDir, user)
  if (user !== undefined && closed !== undefined)
    throw new LocalError('data.closed', { user: user.name, closed })
  if (!existsSync(join(directory, 'PG_VERSION'))) {
    return { directory, secrets: await initialise(directory, options) }
  }
  checkOwner(directory, user)
  checkVersion(directory, options.binaries.major)
  await clearPidFile(directory)
  const secrets = readSecrets(dataDir)
  if (secrets !== undefined) return { directory, secrets }
  options.progress.note('secretsMade', { file: secretsFile(dataDir) })
  return { directory, secrets: renewPassword(directory, options) }
}

/** Made beside and renamed: an interrupted start never leaves half a cluster. */
async function initialise(directory: string, options: ClusterOptions): Promise<Secrets> {
  const { dataDir, binaries, user, durable, progress } = options
  const stage = progress.begin('postgresInit')
  const secrets = readSecrets(dataDir) ?? newSecrets()
  const beside = `${directory}-new`
  const passwordFile = join(beside, 'password')
  const inside = join(beside, 'data')
  try {
    rmSync(beside, { recursive: true, force: true })
    mkdirSync(inside, { recursive: true, mode: 0o700 })
    keepSecrets(dataDir, secrets)
    writeFileSync(passwordFile, secrets.postgres, { mode: 0o600 })
    if (user !== undefined)
      for (const path of [beside, inside, passwordFile]) chownSync(path, user.uid, user.gid)
    const args = [
      ...['--pgdata', inside, '--username', adminRole, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      // The same order of texts on every machine, whatever locales it has.
      ...['--encoding', 'UTF8', '--locale', 'C'],
      ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      ...['--no-instructions', durable ? [] : ['--no-sync']].flat(),
    ]
    await promisify(execFile)(binaries.initdb, args, {
      cwd: inside,
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    renameSync(inside, directory)
  } catch (error) {
    throw initError('initdb', error, dataDir)
  } finally {
    rmSync(beside, { recursive: true, force: true })
    stage.end()
  }
  return secrets
}

function initError(command: string, error: unknown, dir: string): LocalError {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
  if (meansDiskFull(said)) return new LocalError('disk.full', { dir, needed: '1 GB' })
  const why = said.trim().split('\n').at(-1) ?? ''
  return new LocalError('postgres.failed', { why: `${command}: ${why}`, log: dir }, { cause: error })
}

function checkOwner(dir: string, user: ServerUser | undefined): void {
  const { uid } = statSync(dir)
  if (uid === (user?.uid ?? process.getuid?.() ?? uid)) return
  throw new LocalError('data.owner', { dir, found: nameOfUser(uid), user: user?.name ?? ourName() })
}

function checkVersion(dir: string, needed: string): void {
  const found = readFileSync(join(dir, 'PG_VERSION'), 'utf8').trim()
  if (found !== needed) throw new LocalError('data.version', { dir, found, needed })
}

/**
 * Postgres takes any process with the number in its pid file for a live server, and pids are soon given out
 * again in a container. We hold the lock of the data directory: a server that runs here is a left-over.
 */
async function clearPidFile(directory: string): Promise<void> {
  const file = join(directory, 'postmaster.pid')
  if (!existsSync(file)) return
  const found = identify(Number.parseInt(readFileSync(file, 'utf8'), 10))
  if (found?.command.includes(`-D ${directory} `)) {
    await stopProcess(found, { signal: 'SIGINT', graceMs: 10_000 })
  }
  rmSync(file, { force: true })
}

/** A cluster without its passwords is not lost: its owner may set new ones in single-user mode. */
function renewPassword(directory: string, { dataDir, binaries, user }: ClusterOptions): Secrets {
  const secrets = newSecrets()
  try {
    execFileSync(binaries.postgres, ['--single', '-D', directory, 'postgres'], {
      input: `alter role ${adminRole} password '${secrets.postgres}';\n`,
      cwd: directory,
      stdio: ['pipe', 'ignore', 'pipe'],
      ...(user && { uid: user.uid, gid: user.gid }),
    })
  } catch (error) {
    throw initError('postgres --single', error, dataDir)
  }
  keepSecrets(dataDir, secrets)
  return secrets
}
