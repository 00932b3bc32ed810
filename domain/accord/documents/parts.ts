/** What a document is, as offices call it; the term for people is in the catalogue (`documentKind.<kind>`). */
export const documentKinds = [
  'accord',
  'plan',
  'finalReport',
  'monitoringReport',
  'request',
  'decision',
  'letter',
  'addendum',
  'regionalAct',
  'accounts',
  'payment',
  'receipt',
  'attachment',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** How a document is signed: the three forms of EU Regulation 910/2014, by hand, not at all, or not said. */
export const documentSignatures = ['pades', 'cades', 'xades', 'handwritten', 'none', 'unknown'] as const
export type DocumentSignature = (typeof documentSignatures)[number]

/** A document is referenced by its digest; the bytes live elsewhere. `bytes` is its size. */
export interface DocumentRef {
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: string
  readonly name: string
  readonly bytes: number
  readonly mime: string
  /** Chosen by people; a reference with the same id and other bytes is the next version. Left out: its digest. */
  readonly documentId?: string
  readonly kind?: DocumentKind
  readonly signature?: DocumentSignature
  /** As its source cites it, letter for letter. */
  readonly protocol?: string
}

export function documentIdOf({ documentId, sha256 }: Pick<DocumentRef, 'documentId' | 'sha256'>): string {
  return documentId ?? sha256
}
