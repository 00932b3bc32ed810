import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { ArchivedFile } from './contents.ts'

/**
 * The day that a zip's clock begins with, in the local time that zips are written in: the same bytes in every zone.
 */
const noTime = new Date(1980, 0, 1)

/**
 * Writes the files as a zip whose bytes depend on them alone: no time, and nothing compressed, since a compressor
 * gives other bytes from one version to the next. An accord's file is small; a digest that lasts is worth more.
 */
export async function writeZip(files: readonly ArchivedFile[], into: Writable): Promise<void> {
  const zip = new ZipFile()
  for (const { name, bytes } of files) {
    zip.addBuffer(bytes, name, { mtime: noTime, mode: 0o100644, compress: false, forceDosTimestamp: true })
  }
  zip.end()
  await pipeline(zip.outputStream, into)
}
