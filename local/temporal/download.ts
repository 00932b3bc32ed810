import { readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { logTail, rotateLog } from '../logFile.ts'
import type { Progress } from '../progress.ts'
import { storeInCache, usable, workingDirectory } from './cache.ts'
import type { CommandLinePrograms } from './find.ts'
import { runTool } from './tool.ts'

/** The file is some 50 MB. */
const withinMs = 5 * 60_000
const program = 'temporal'

export interface DownloadOptions {
  readonly cacheDir: string
  readonly logFile: string
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
  readonly abort: AbortSignal
  /** With nothing arriving for so long, there is no network worth waiting for. 10 seconds if not given. */
  readonly stalledMs?: number
}

/** The development server that an earlier start has downloaded. */
export async function downloadedServer(
  cacheDir: string,
  progress: Progress,
): Promise<CommandLinePrograms | undefined> {
  const directory = directoryIn(cacheDir)
  return (await usable(directory, wanted, progress))
    ? { kind: 'cli', cli: join(directory, program) }
    : undefined
}

/** Lets the SDK download the development server that goes with it. The reason as a text where it cannot. */
export async function downloadServer(
  options: DownloadOptions,
): Promise<CommandLinePrograms | { why: string }> {
  const { cacheDir, logFile, env, progress, abort } = options
  const made = workingDirectory(cacheDir)
  const stage = progress.begin('temporalDownload')
  rotateLog(logFile)
  const stalled = new AbortController()
  try {
    const download = runTool({
      command: process.execPath,
      args: [join(import.meta.dirname, 'downloadWithSdk.ts'), made],
      env,
      logFile,
      abort: AbortSignal.any([abort, stalled.signal]),
    })
    const [exitCode] = await Promise.all([
      download.finally(() => stalled.abort()),
      giveUp(made, stalled, options.stalledMs ?? 10_000),
    ])
    const arrived = readdirSync(made)[0]
    if (exitCode !== 0 || arrived === undefined) return { why: reason(logTail(logFile)) }
    renameSync(join(made, arrived), join(made, program))
    await storeInCache(made, directoryIn(cacheDir), wanted, [program])
    return { kind: 'cli', cli: join(directoryIn(cacheDir), program) }
  } catch (error) {
    abort.throwIfAborted()
    return { why: stalled.signal.aborted ? 'timeout' : String(error) }
  } finally {
    stage.end()
    rmSync(made, { recursive: true, force: true })
  }
}

/** Aborts a download that does not grow, or is not done in time. Resolves when it is over. */
async function giveUp(directory: string, stalled: AbortController, stalledMs: number): Promise<void> {
  const startedAt = performance.now()
  let grownAt = startedAt
  let before = 0
  while (!stalled.signal.aborted) {
    await sleep(250, undefined, { signal: stalled.signal }).catch(() => undefined)
    const size = readdirSync(directory).reduce((sum, name) => sum + sizeOf(join(directory, name)), 0)
    if (size !== before) grownAt = performance.now()
    before = size
    const now = performance.now()
    if (now - grownAt > stalledMs || now - startedAt > withinMs) stalled.abort()
  }
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function reason(said: string): string {
  const line = said.split('\n').find((text) => /error|failed/i.test(text))
  // The SDK's message goes from the outermost cause to the innermost, which is the one that tells.
  return line?.split('): ').at(-1)?.trim().slice(0, 200) ?? 'no download'
}

/** The SDK's version, which decides what it downloads. */
const sdkVersion = versionOfSdk()
const wanted = { version: sdkVersion, madeBy: ['@temporalio/testing'] }
const directoryIn = (cacheDir: string) =>
  join(cacheDir, `temporal-cli-${sdkVersion}-${process.platform}-${process.arch}`)

function versionOfSdk(): string {
  const file = createRequire(import.meta.url).resolve('@temporalio/testing/package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
