import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { LocalError, meansDiskFull } from './errors.ts'

/** Written beside and renamed, so that a reader never sees half of it. Only its user may read it. */
export function writePrivateJson(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true })
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(beside, file)
}

/** Undefined where there is no such file, or it does not hold JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Makes the directory; throws LocalError, naming the variable that chooses another, where that cannot be. */
export function ensureDirectory(dir: string, variable: 'ACCORDI_DATA_DIR' | 'ACCORDI_CACHE_DIR'): void {
  try {
    const first = mkdirSync(dir, { recursive: true })
    if (first !== undefined) open(first, dir)
    const probe = join(dir, `.writable.${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw unusable(dir, variable, error)
  }
}

/** What to say where a directory of ours cannot be written. */
export function unusable(dir: string, variable: string, error: unknown): LocalError {
  if (meansDiskFull(error)) return new LocalError('disk.full', { dir, needed: '1 GB' }, { cause: error })
  const why = error instanceof Error ? error.message : String(error)
  return new LocalError('data.unusable', { dir, why, variable, user: userInfo().username }, { cause: error })
}

/**
 * As root, the directories we make can be passed through, whatever the umask: Postgres runs as another user.
 * What is private in them (passwords, the database) is private by itself.
 */
function open(first: string, last: string): void {
  if (process.getuid?.() !== 0) return
  for (let dir = last; dir.length >= first.length; dir = dirname(dir)) chmodSync(dir, 0o711)
}
