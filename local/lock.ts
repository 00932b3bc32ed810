import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

/** Held until released, or until the process ends in any way: the kernel takes it back, so none is stale. */
export interface Lock {
  release(): void
}

/**
 * Undefined where another process holds the lock of that file. Node has no file locks of its own; SQLite,
 * which it carries, does: an exclusive transaction on an empty database.
 */
export function tryLock(file: string): Lock | undefined {
  mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('begin exclusive')
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return undefined
    throw error
  }
}

/** Waits its turn, calling `onWait` once if there is one to wait for. Rejects when aborted. */
export async function waitForLock(file: string, onWait: () => void, abort: AbortSignal): Promise<Lock> {
  const lock = tryLock(file)
  if (lock !== undefined) return lock
  onWait()
  for (;;) {
    await sleep(500, undefined, { signal: abort })
    const later = tryLock(file)
    if (later !== undefined) return later
  }
}

/** SQLITE_BUSY */
const busy = 5
