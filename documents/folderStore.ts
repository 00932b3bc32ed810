import { createReadStream, mkdirSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { verifying } from './digest.ts'
import { DocumentProblem, messageOf } from './problems.ts'
import type { DocumentStore, Measured } from './store.ts'

/** What a crash left on its way in is nobody's after a day. */
const abandonedMs = 24 * 60 * 60 * 1_000

/**
 * A folder where each file lies under its digest: `ab/cd/abcd…`. A file is written beside, flushed to the disk and
 * then renamed, so that under a digest there is the whole file or none; what a crash leaves is in `incoming/`, where
 * nothing looks for documents.
 */
export function folderStore(folder: string): DocumentStore {
  const spool = join(folder, 'incoming')
  const away = (error: unknown) =>
    new DocumentProblem('store-away', { place: folder, problem: messageOf(error) }, { cause: error })
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw error instanceof DocumentProblem ? error : away(error)
    }
  }
  const fileOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const bytesOf = (sha256: string) => attempt(() => sizeOf(fileOf(sha256)))
  const read = (sha256: string): Readable => {
    const out = verifying(sha256, folder)
    pipeline(createReadStream(fileOf(sha256)), out).catch((error: unknown) => out.destroy(error as Error))
    return out
  }
  try {
    mkdirSync(spool, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw away(error)
  }
  return {
    place: folder,
    spool,
    bytesOf,
    put: (document, file) =>
      attempt(async () => {
        await sweep(spool)
        if (await holds(document, bytesOf, read)) return 'already'
        const target = fileOf(document.sha256)
        await mkdir(dirname(target), { recursive: true, mode: 0o700 })
        await flush(file)
        await rename(file, target)
        for (const made of [dirname(target), dirname(dirname(target)), folder]) await flush(made)
        return 'stored'
      }),
    open: (sha256) =>
      attempt(async () => {
        if ((await bytesOf(sha256)) === undefined)
          throw new DocumentProblem('not-stored', { sha256, place: folder })
        return read(sha256)
      }),
  }
}

/** Held and whole; a file that the disk has damaged is replaced by the good one. */
async function holds(
  { sha256, bytes }: Measured,
  bytesOf: DocumentStore['bytesOf'],
  read: (sha256: string) => Readable,
): Promise<boolean> {
  if ((await bytesOf(sha256)) !== bytes) return false
  const sink = new PassThrough().resume()
  return pipeline(read(sha256), sink).then(
    () => true,
    () => false,
  )
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** A file's bytes, or a folder's names, reach the disk before anybody relies on them. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sweep(spool: string): Promise<void> {
  const oldest = Date.now() - abandonedMs
  for (const name of await readdir(spool)) {
    const found = await stat(join(spool, name)).catch(() => undefined)
    if (found !== undefined && found.mtimeMs < oldest) await rm(join(spool, name), { force: true })
  }
}
