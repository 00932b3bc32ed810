import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { unusable } from './files.ts'

/** Held until released, or until the process ends in any way: the kernel takes it back, so none is stale. */
export interface Lock {
  release(): void
}

/** A lock in one of the directories that the environment chooses. */
export interface LockFile {
  readonly file: string
  /** The variable that chooses another directory, for the message where the file cannot be written. */
  readonly variable: 'ACCORDI_DATA_DIR' | 'ACCORDI_CACHE_DIR'
}

/**
 * Undefined where another process holds the lock of that file. Node has no file locks of its own; SQLite,
 * which it carries, does: an exclusive transaction on an empty database, never committed.
 */
export function tryLock({ file, variable }: LockFile): Lock | undefined {
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file, { timeout: 0 })
    // Begins on a file that may only be read too, with no lock: the write is what tells.
    database.exec('begin exclusive; pragma user_version = 1')
  } catch (error) {
    database?.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined
    throw unusable(dirname(file), variable, error)
  }
  const held = database
  return { release: () => held.close() }
}

/** Waits its turn, calling `onWait` once if there is one to wait for. Rejects when aborted. */
export async function waitForLock(lockFile: LockFile, onWait: () => void, abort: AbortSignal): Promise<Lock> {
  const lock = tryLock(lockFile)
  if (lock !== undefined) return lock
  onWait()
  for (;;) {
    await sleep(500, undefined, { signal: abort })
    const later = tryLock(lockFile)
    if (later !== undefined) return later
  }
}

/** SQLITE_BUSY */
const busy = 5
