import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { readJson, writePrivateJson } from '../files.ts'
import type { Progress } from '../progress.ts'

/** What a directory of the cache says of itself. */
export interface Manifest {
  readonly version: string
  /** How it was made: the flags of Go, or the download. */
  readonly madeBy: readonly string[]
  /** SHA-256 of each program, hex. */
  readonly sha256: Readonly<Record<string, string>>
}

export type CacheState =
  | { readonly state: 'good' }
  | { readonly state: 'absent' }
  | { readonly state: 'broken'; readonly why: string }

/** Whether the programs in the directory are those that were put there, and run. */
export async function checkCache(
  directory: string,
  wanted: Pick<Manifest, 'version' | 'madeBy'>,
): Promise<CacheState> {
  if (!existsSync(directory)) return { state: 'absent' }
  const manifest = readJson(manifestIn(directory)) as Manifest | undefined
  if (manifest?.sha256 === undefined) return { state: 'broken', why: 'manifest.json' }
  if (manifest.version !== wanted.version || manifest.madeBy.join(' ') !== wanted.madeBy.join(' ')) {
    return { state: 'broken', why: `${manifest.version} ${manifest.madeBy.join(' ')}` }
  }
  for (const [name, expected] of Object.entries(manifest.sha256)) {
    const file = join(directory, name)
    if (!existsSync(file)) return { state: 'broken', why: name }
    if ((await sha256Of(file)) !== expected) return { state: 'broken', why: `sha-256 ${name}` }
    if ((await versionOf(file)) === undefined) return { state: 'broken', why: `${name} --version` }
  }
  return { state: 'good' }
}

/** Whether the directory can be used; one that is broken is said, and removed. */
export async function usable(
  directory: string,
  wanted: Pick<Manifest, 'version' | 'madeBy'>,
  progress: Progress,
): Promise<boolean> {
  const checked = await checkCache(directory, wanted)
  if (checked.state === 'broken') {
    progress.note('cacheBroken', { why: checked.why, dir: directory })
    rmSync(directory, { recursive: true, force: true })
  }
  return checked.state === 'good'
}

/** What an interrupted build or download leaves in the cache has this prefix. */
const unfinished = 'unfinished-'

/** A directory to make something in, which no other process sees as part of the cache. */
export function workingDirectory(cacheDir: string): string {
  return mkdtempSync(join(cacheDir, unfinished))
}

/** To be called by who holds the lock of the cache: nobody else is at work in it. */
export function removeUnfinished(cacheDir: string): void {
  for (const name of readdirSync(cacheDir).filter((name) => name.startsWith(unfinished))) {
    rmSync(join(cacheDir, name), { recursive: true, force: true })
  }
}

/** Seals a directory of finished programs and puts it in its place in one step. */
export async function storeInCache(
  made: string,
  directory: string,
  manifest: Omit<Manifest, 'sha256'>,
  names: readonly string[],
): Promise<void> {
  const sums = await Promise.all(names.map(async (name) => [name, await sha256Of(join(made, name))] as const))
  writePrivateJson(manifestIn(made), { ...manifest, sha256: Object.fromEntries(sums) } satisfies Manifest)
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(join(directory, '..'), { recursive: true })
  renameSync(made, directory)
}

/** Such as "1.32.1"; undefined where the program does not run. Fails within 10 seconds. */
export async function versionOf(command: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(command, ['--version'], { timeout: 10_000 })
    return /\d+\.\d+\.\d+/.exec(stdout)?.[0]
  } catch {
    return undefined
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file, { highWaterMark: 1024 * 1024 }), hash)
  return hash.digest('hex')
}

const manifestIn = (directory: string) => join(directory, 'manifest.json')
