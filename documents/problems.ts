import type { Params } from '../domain/decider.ts'

/** Why the bytes of a document were not taken, or not given; each has a text in the catalogue (`documents.<code>`). */
export type DocumentProblemCode =
  | ('bad-setting' | 'not-found' | 'empty' | 'too-large' | 'unknown-type' | 'other-type')
  /** The bytes are not those of the digest: as declared by whoever sends them, or as they lie in the store. */
  | ('hash-differs' | 'damaged')
  | ('infected' | 'scanner-away' | 'store-away' | 'not-stored' | 'no-store')

/** Which of them are troubles of ours, that may pass; all others are of the document itself. */
export const passing: readonly DocumentProblemCode[] = ['scanner-away', 'store-away']

/** Nothing was stored, or nothing was given out. */
export class DocumentProblem extends Error {
  readonly code: DocumentProblemCode
  readonly params: Params

  constructor(code: DocumentProblemCode, params: Params = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'DocumentProblem'
    this.code = code
    this.params = params
  }
}

export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return error.message || code || error.name
}
