import {
  appendFileSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { dirname } from 'node:path'

const largestBytes = 20 * 1024 * 1024

/** Puts the log of the last run aside as `.1`, once at each start. */
export function rotateLog(file: string): void {
  mkdirSync(dirname(file), { recursive: true })
  if (sizeOf(file) > 0) renameSync(file, `${file}.1`)
}

/** Runs `use` with a descriptor that appends, for a child to write to. */
export function withLog<T>(file: string, use: (descriptor: number) => T): T {
  const descriptor = openSync(file, 'a', 0o600)
  try {
    return use(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Keeps the log of a long run bounded: the child appends, so it goes on at the new end of the same file. */
export function trimLog(file: string): void {
  if (sizeOf(file) <= largestBytes) return
  try {
    copyFileSync(file, `${file}.1`)
  } catch {
    // On a full disk what was said before is lost, and room is made.
  }
  truncateSync(file)
}

/** Adds a line. What cannot be logged, as on a full disk, must not end the work that it tells of. */
export function appendLine(file: string, line: string): void {
  try {
    appendFileSync(file, `${line}\n`, { mode: 0o600 })
  } catch {
    // There is nowhere to say it.
  }
}

/** The last characters of the log, empty where there is none. */
export function logTail(file: string, characters = 4_000): string {
  try {
    return readFileSync(file, 'utf8').slice(-characters)
  } catch {
    return ''
  }
}

/** Where the log ends now, so that what a process writes from here on can be told from what was there. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
