import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import type { DocumentRef } from '../domain/accord/parts.ts'
import { Problem } from './problem.ts'

/** An accord's whole history is some tens of kilobytes: a megabyte is a file that is something else. */
const largestJsonBytes = 1024 * 1024
const largestDocumentBytes = 100 * 1024 * 1024

/** Reads a JSON file; what is missing, too large or not JSON is a Problem that names the file. */
export async function readJson(file: string): Promise<unknown> {
  await checkedSize(file, largestJsonBytes)
  const bytes = await readFile(file)
  const found = await fileTypeFromBuffer(bytes)
  if (found !== undefined)
    throw new Problem('cli.file-other-type', { file, found: found.ext, extension: 'json' })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new Problem('cli.file-not-json', { file, problem: error instanceof Error ? error.message : '' })
  }
}

/** Types that can be told from their bytes, by extension. */
const binaryTypes: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  zip: 'application/zip',
  png: 'image/png',
  jpg: 'image/jpeg',
}

/** Types without a mark in their bytes: a binary file under one of these names is refused all the same. */
const plainTypes: Record<string, string> = {
  p7m: 'application/pkcs7-mime',
  xml: 'application/xml',
  txt: 'text/plain',
  csv: 'text/csv',
  json: 'application/json',
}

/** The reference to a document: its digest, name, size and type; the bytes stay where they are. */
export async function documentRef(file: string): Promise<DocumentRef> {
  const bytes = await checkedSize(file, largestDocumentBytes)
  const extension = extname(file).slice(1).toLowerCase().replace('jpeg', 'jpg')
  const mime = binaryTypes[extension] ?? plainTypes[extension]
  const known = [...Object.keys(binaryTypes), ...Object.keys(plainTypes)].join(', ')
  if (mime === undefined) throw new Problem('cli.file-unknown-type', { file, known })
  const hash = createHash('sha256')
  let head = Buffer.alloc(0)
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk)
    if (head.length < 65_536) head = Buffer.concat([head, chunk])
  }
  const found = (await fileTypeFromBuffer(head))?.ext
  const claimed = extension in binaryTypes ? extension : extension === 'xml' ? 'xml' : undefined
  if (found !== claimed && !(extension === 'xml' && found === undefined)) {
    throw new Problem('cli.file-other-type', { file, extension, found: found ?? '?' })
  }
  return { sha256: hash.digest('hex'), name: basename(file), bytes, mime }
}

async function checkedSize(file: string, most: number): Promise<number> {
  const info = await stat(file).catch(() => undefined)
  if (!info?.isFile()) throw new Problem('cli.file-not-found', { file })
  if (info.size > most) throw new Problem('cli.file-too-large', { file, most })
  if (info.size === 0) throw new Problem('cli.file-empty', { file })
  return info.size
}
