import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { Problem } from '../problem.ts'

/**
 * Writes a new file, all of it or none: what comes is collected beside it and takes its name at the end. A file
 * that is there already stays as it is, and is a Problem.
 */
export async function writeNewFile<T>(file: string, write: (into: Writable) => Promise<T>): Promise<T> {
  await checkNew(file)
  const part = `${file}.${process.pid}.part`
  try {
    const result = await write(createWriteStream(part, { flags: 'wx' }))
    await rename(part, file)
    return result
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Asked before anything is read, so that nobody waits for an answer that cannot be kept. */
export async function checkNew(file: string): Promise<void> {
  if ((await stat(file).catch(() => undefined)) !== undefined) throw new Problem('cli.file-exists', { file })
  const folder = dirname(file)
  const info = await stat(folder).catch(() => undefined)
  if (!info?.isDirectory()) throw new Problem('cli.no-folder', { file, folder })
}
