import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** Small files of each kind, made here: as much of them as tells their type. */
export const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`)

/** An envelope as CAdES begins: a sequence, then the identifier of PKCS#7 signed data. */
export const p7m = Buffer.concat([
  Buffer.from('30820a3006092a864886f70d010702a0820a21', 'hex'),
  Buffer.from('contenuto'),
])

export const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

export const streamOf = (...chunks: Buffer[]) => Readable.from(chunks)

export const contentOf = (stream: Readable) => buffer(stream)

/** A folder of the spec's own, gone when it ends. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'accordi-documents-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
