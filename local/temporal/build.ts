import { renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { LocalError, meansDiskFull } from '../errors.ts'
import { logTail, rotateLog } from '../logFile.ts'
import type { Progress } from '../progress.ts'
import { type Manifest, storeInCache, usable, workingDirectory } from './cache.ts'
import { onPath, type ServerPrograms } from './find.ts'
import { runTool } from './tool.ts'

/** The server that accordi is tested with. */
export const serverVersion = '1.32.1'
/** The Go that its module asks for; since 1.21 an older Go fetches that one by itself. */
export const goNeeded = '1.21'

/**
 * Without optimisation it is built in 4 minutes rather than 7 on two cores, and runs 10-20 % slower: the
 * right trade for a local server. Without debug tables it is a fifth smaller, so quicker to check.
 */
const flags = ['-gcflags=all=-N -l', '-ldflags=-s -w']
const packagesWanted = ['server', 'tools/sql'].map(
  (path) => `go.temporal.io/server/cmd/${path}@v${serverVersion}`,
)
/** About how many packages there are to compile; only the progress line depends on it. */
const packages = 1_770

const wanted: Pick<Manifest, 'version' | 'madeBy'> = {
  version: serverVersion,
  madeBy: ['go install', ...flags],
}

const directoryIn = (cacheDir: string) =>
  join(cacheDir, `temporal-server-${serverVersion}-${process.platform}-${process.arch}`)

export interface BuildOptions {
  readonly cacheDir: string
  readonly logFile: string
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
  readonly abort: AbortSignal
}

/** The server that an earlier start has built. */
export async function builtServer(cacheDir: string, progress: Progress): Promise<ServerPrograms | undefined> {
  const directory = directoryIn(cacheDir)
  return (await usable(directory, wanted, progress)) ? programsIn(directory) : undefined
}

/** The go command: on PATH, or where its installers put it. Undefined where there is none. */
export function findGo(env: NodeJS.ProcessEnv): string | undefined {
  const usual = ['/usr/local/go/bin', '/opt/homebrew/bin', join(homedir(), 'go', 'bin'), '/usr/lib/go/bin']
  return onPath('go', [env.PATH, ...usual].join(':'))
}

/**
 * Builds the server into the cache. Returns the reason as a text where Go cannot build it; throws LocalError
 * `disk.full`.
 */
export async function buildServer(
  go: string,
  options: BuildOptions,
): Promise<ServerPrograms | { why: string }> {
  const { cacheDir, logFile, env, progress, abort } = options
  const made = workingDirectory(cacheDir)
  const stage = progress.begin('temporalBuild')
  rotateLog(logFile)
  let compiled = 0
  let downloaded = 0
  try {
    const exitCode = await runTool({
      command: go,
      args: ['install', '-v', ...flags, ...packagesWanted],
      // Without C the build needs no compiler but Go, and the programs run whatever C library comes.
      env: { ...env, GOBIN: made, CGO_ENABLED: '0' },
      logFile,
      abort,
      onLine(line) {
        if (line.startsWith('go: downloading')) downloaded += 1
        else compiled += 1
        stage.detail(
          compiled === 0 ? `${downloaded} ↓` : `${Math.min(99, Math.round((compiled / packages) * 100))} %`,
        )
      },
    })
    if (exitCode !== 0) return { why: failure(logTail(logFile), cacheDir) }
    renameSync(join(made, 'server'), join(made, 'temporal-server'))
    renameSync(join(made, 'sql'), join(made, 'temporal-sql-tool'))
    const directory = directoryIn(cacheDir)
    await storeInCache(made, directory, wanted, ['temporal-server', 'temporal-sql-tool'])
    return programsIn(directory)
  } finally {
    stage.end()
    rmSync(made, { recursive: true, force: true })
  }
}

function failure(said: string, cacheDir: string): string {
  if (meansDiskFull(said)) {
    throw new LocalError('disk.full', { dir: cacheDir, needed: '4 GB' })
  }
  return `go install: ${said.trim().split('\n').at(-1) ?? ''}`.slice(0, 300)
}

function programsIn(directory: string): ServerPrograms {
  return {
    kind: 'server',
    server: join(directory, 'temporal-server'),
    sqlTool: join(directory, 'temporal-sql-tool'),
    version: serverVersion,
  }
}
