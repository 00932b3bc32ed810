import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Scanner } from './clamd.ts'
import { type Extension, extensionFor, extensionOf, mimeOf, otherThan } from './contentType.ts'
import { measuring } from './digest.ts'
import { DocumentProblem, messageOf } from './problems.ts'
import type { DocumentStore, Measured } from './store.ts'

export interface Limits {
  readonly mostBytes: number
  /** The types taken, by extension. */
  readonly extensions: readonly Extension[]
}

/** Where documents go, and what is asked of them first. */
export interface Documents {
  readonly store: DocumentStore
  readonly limits: Limits
  /** Left out: no virus scanner is configured. */
  readonly scan?: Scanner
}

export interface Incoming {
  readonly name: string
  /** What it is said to be; left out, what its name says. */
  readonly mime?: string
  /** The digest that it must have, where whoever sends it has said one. */
  readonly sha256?: string
}

export interface Received extends Measured {
  readonly mime: string
}

/** The type that a document is declared to have, if it is one that is taken. */
export function declaredType({ name, mime }: Incoming, { extensions }: Limits): Extension {
  const extension = mime === undefined ? extensionOf(name) : extensionFor(mime)
  if (extension !== undefined && extensions.includes(extension)) return extension
  throw new DocumentProblem('unknown-type', { name, known: extensions.join(', ') })
}

/** Measures a file where it lies, and compares it with its type; nothing is stored. Throws DocumentProblem. */
export async function measure(limits: Limits, incoming: Incoming, file: string): Promise<Received> {
  const extension = declaredType(incoming, limits)
  const { through, measured } = measuring(incoming.name, limits.mostBytes)
  await pipeline(createReadStream(file), through.resume())
  const found = whole(measured(), incoming)
  await asDeclared(incoming, extension, file)
  return { ...found, mime: mimeOf(extension) }
}

/**
 * Takes the bytes of a document into the store: measured while they come, then compared with what was declared,
 * looked at by the scanner, and only then stored. Throws DocumentProblem, and nothing is stored.
 */
export async function receive(documents: Documents, incoming: Incoming, bytes: Readable): Promise<Received> {
  const { store, limits, scan } = documents
  const { name } = incoming
  const extension = declaredType(incoming, limits)
  const file = join(store.spool, `accordi-${randomUUID()}`)
  try {
    const measured = await spooled(bytes, file, incoming, limits, store.place)
    await asDeclared(incoming, extension, file)
    await scan?.(file, name)
    await store.put(measured, file)
    return { ...measured, mime: mimeOf(extension) }
  } finally {
    await rm(file, { force: true })
  }
}

async function spooled(
  bytes: Readable,
  file: string,
  incoming: Incoming,
  { mostBytes }: Limits,
  place: string,
): Promise<Measured> {
  const { through, measured } = measuring(incoming.name, mostBytes)
  try {
    await pipeline(bytes, through, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    if (error instanceof DocumentProblem) throw error
    throw new DocumentProblem('store-away', { place, problem: messageOf(error) }, { cause: error })
  }
  return whole(measured(), incoming)
}

async function asDeclared({ name }: Incoming, extension: Extension, file: string): Promise<void> {
  const found = await otherThan(extension, file)
  if (found !== undefined) throw new DocumentProblem('other-type', { name, extension, found })
}

function whole(found: Measured, { name, sha256 }: Incoming): Measured {
  if (found.bytes === 0) throw new DocumentProblem('empty', { name })
  if (sha256 !== undefined && found.sha256 !== sha256) {
    throw new DocumentProblem('hash-differs', { name, sha256, found: found.sha256 })
  }
  return found
}
