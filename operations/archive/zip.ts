import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ArchivedFile } from './contents.ts'

/**
 * The day that a zip's clock begins with, in the local time that zips are written in: the same bytes in every zone.
 */
const noTime = new Date(1980, 0, 1)

/** A file that is read only when its turn comes: a hundred documents need not be open, or in memory, at once. */
export interface StreamedFile {
  readonly name: string
  readonly bytes: number
  readonly open: () => Promise<Readable>
}

const plain = { mtime: noTime, mode: 0o100644, compress: false, forceDosTimestamp: true } as const

/**
 * Writes the files as a zip whose bytes depend on them alone: no time, and nothing compressed, since a compressor
 * gives other bytes from one version to the next. An accord's file is small; a digest that lasts is worth more.
 */
export async function writeZip(
  files: readonly ArchivedFile[],
  documents: readonly StreamedFile[],
  into: Writable,
): Promise<void> {
  const zip = new ZipFile()
  const out = zip.outputStream as Readable
  const fail = (error: Error) => void out.destroy(error)
  zip.once('error', fail)
  for (const { name, bytes } of files) zip.addBuffer(bytes, name, plain)
  for (const { name, bytes, open } of documents) {
    zip.addReadStreamLazy(name, { ...plain, size: bytes }, (pump) => {
      open().then((stream) => pump(null, stream.once('error', fail)), fail)
    })
  }
  zip.end()
  await pipeline(out, into)
}
