import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Connection } from '../db/connect.ts'
import { type CitedDigest, citedDigests } from '../db/readModels/documents.ts'
import { DocumentProblem } from '../documents/problems.ts'
import type { DocumentStore } from '../documents/store.ts'
import { chunks } from '../domain/chunks.ts'

export interface DocumentFinding {
  readonly accordId: string
  readonly code: 'document-missing' | 'document-differs'
  readonly detail: string
}

export interface VerifiedDocuments {
  /** Digests looked at; the same bytes cited many times count once. */
  readonly documents: number
  readonly bytes: number
  readonly findings: readonly DocumentFinding[]
}

export interface Scope {
  readonly accordId?: string
  /** Read every byte and compare digests; otherwise only that each is there, with its size. */
  readonly whole: boolean
  onProgress?(documents: number): void
}

const pageRows = 500
/** Questions to the store at once; whole documents are read one at a time. */
const mostAtOnce = 16

/** Proves that the store holds what the acts cite. Throws DocumentProblem `store-away` where it does not answer. */
export async function verifyDocuments(
  connection: Connection,
  store: DocumentStore,
  { accordId, whole, onProgress }: Scope,
): Promise<VerifiedDocuments> {
  const findings: DocumentFinding[] = []
  const totals = { documents: 0, bytes: 0 }
  const only = accordId === undefined ? {} : { accordId }
  for (let after: string | undefined; ; ) {
    const page = await citedDigests(connection, { ...only, ...(after && { after }), limit: pageRows })
    const last = page.at(-1)
    if (last === undefined) return { ...totals, findings }
    const step = whole ? 1 : mostAtOnce
    for (const some of chunks(page, step)) {
      const checked = await Promise.all(some.map((cited) => check(store, cited, whole)))
      findings.push(...checked.flat())
      totals.documents += some.length
      totals.bytes += some.reduce((sum, { bytes }) => sum + bytes, 0)
      onProgress?.(totals.documents)
    }
    after = last.sha256
  }
}

async function check(store: DocumentStore, cited: CitedDigest, whole: boolean): Promise<DocumentFinding[]> {
  const { sha256, accord_id: accordId, name, bytes } = cited
  const held = await store.bytesOf(sha256)
  const detail = `${name}, ${sha256}`
  if (held === undefined) return [{ accordId, code: 'document-missing', detail }]
  if (held !== bytes) return [{ accordId, code: 'document-differs', detail }]
  if (!whole) return []
  try {
    await pipeline(await store.open(sha256), new PassThrough().resume())
    return []
  } catch (error) {
    if (error instanceof DocumentProblem && error.code === 'damaged') {
      return [{ accordId, code: 'document-differs', detail }]
    }
    throw error
  }
}
