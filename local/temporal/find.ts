import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { LocalError } from '../errors.ts'
import { ensureDirectory } from '../files.ts'
import { waitForLock } from '../lock.ts'
import type { Progress, Stage } from '../progress.ts'
import { buildServer, builtServer, findGo, goNeeded, serverVersion } from './build.ts'
import { removeUnfinished, versionOf } from './cache.ts'
import { downloadedServer, downloadServer } from './download.ts'

/** The real server and the tool that makes its schema: run on the embedded Postgres. */
export interface ServerPrograms {
  readonly kind: 'server'
  readonly server: string
  readonly sqlTool: string
  readonly version: string
}

/** The `temporal` command, whose development server keeps its data in SQLite. */
export interface CommandLinePrograms {
  readonly kind: 'cli'
  readonly cli: string
}

export type TemporalPrograms = ServerPrograms | CommandLinePrograms
export type ProgramSource = 'cache' | 'path' | 'download' | 'built'

export interface FindOptions {
  readonly cacheDir: string
  readonly logFile: (name: string) => string
  readonly log: (event: Readonly<Record<string, unknown>>) => void
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
  readonly abort: AbortSignal
}

export interface FoundTemporal {
  readonly programs: TemporalPrograms
  readonly source: ProgramSource
}

/**
 * A Temporal server, found or made: from the cache, from PATH, downloaded by the SDK, or built by Go.
 * Throws LocalError `temporal.none`, with the ways out, where none of these gives one.
 */
export async function findTemporal(options: FindOptions): Promise<FoundTemporal> {
  const cached = await fromCache(options)
  if (cached !== undefined) return { programs: cached, source: 'cache' }
  const onPath = await fromPath(options)
  if (onPath !== undefined) return { programs: onPath, source: 'path' }
  const { cacheDir, progress, abort } = options
  ensureDirectory(cacheDir, 'ACCORDI_CACHE_DIR')
  let waiting: Stage | undefined
  const lock = await waitForLock(
    { file: join(cacheDir, 'lock'), variable: 'ACCORDI_CACHE_DIR' },
    () => {
      waiting = progress.begin('temporalWait')
    },
    abort,
  ).finally(() => waiting?.end())
  try {
    removeUnfinished(cacheDir)
    const madeMeanwhile = await fromCache(options)
    return madeMeanwhile === undefined ? await make(options) : { programs: madeMeanwhile, source: 'cache' }
  } finally {
    lock.release()
  }
}

/** By who holds the lock of the cache: the clones of a user share what one of them makes. */
async function make(options: FindOptions): Promise<FoundTemporal> {
  const { env, logFile, log } = options
  const downloaded = await downloadServer({ ...options, logFile: logFile('download') })
  if (!('why' in downloaded)) return { programs: downloaded, source: 'download' }
  log({ event: 'download failed', why: downloaded.why })
  const go = findGo(env)
  const built =
    go === undefined
      ? { why: 'no go command on PATH' }
      : await buildServer(go, { ...options, logFile: logFile('build') })
  if (!('why' in built)) return { programs: built, source: 'built' }
  log({ event: 'build failed', why: built.why })
  throw new LocalError('temporal.none', { why: `download: ${downloaded.why}; ${built.why}`, go: goNeeded })
}

/** The path of an executable of that name in one of the directories of a PATH. */
export function onPath(name: string, path: string | undefined): string | undefined {
  const directories = (path ?? '').split(delimiter).filter((directory) => isAbsolute(directory))
  return directories.map((directory) => join(directory, name)).find(isExecutable)
}

async function fromCache({ cacheDir, progress }: FindOptions): Promise<TemporalPrograms | undefined> {
  const stage = progress.begin('temporalCheck')
  try {
    return (await builtServer(cacheDir, progress)) ?? (await downloadedServer(cacheDir, progress))
  } finally {
    stage.end()
  }
}

async function fromPath({ env, progress }: FindOptions): Promise<TemporalPrograms | undefined> {
  const server = onPath('temporal-server', env.PATH)
  const sqlTool = onPath('temporal-sql-tool', env.PATH)
  const found = server === undefined ? undefined : await versionOf(server)
  if (server !== undefined && sqlTool !== undefined && found !== undefined) {
    // An older one does not take its configuration from the environment.
    if (atLeast(found, serverVersion)) return { kind: 'server', server, sqlTool, version: found }
    progress.note('pathTooOld', { command: server, found, needed: serverVersion })
  }
  const cli = onPath('temporal', env.PATH)
  return cli !== undefined && (await versionOf(cli)) !== undefined ? { kind: 'cli', cli } : undefined
}

function atLeast(found: string, needed: string): boolean {
  const [a, b] = [found, needed].map((version) => version.split('.').map(Number))
  for (const [index, part] of (b ?? []).entries()) {
    const difference = (a?.[index] ?? 0) - part
    if (difference !== 0) return difference > 0
  }
  return true
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
