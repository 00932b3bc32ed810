import type { Readable } from 'node:stream'

/**
 * Bytes by their SHA-256 digest (lower-case hexadecimal). What is put is never changed; putting it again does
 * nothing. Every method throws DocumentProblem `store-away` where the store does not answer.
 */
export interface DocumentStore {
  /** Where it is, for messages. */
  readonly place: string
  /** A folder for files on their way in; for a store of files, one from which a file can be moved in one step. */
  readonly spool: string
  /** Takes a file of the spool whose digest and size were just measured. It is all there afterwards, or not at all. */
  put(document: Measured, file: string): Promise<'stored' | 'already'>
  /** The size of what is held, in bytes; undefined where it is not. The bytes are not read. */
  bytesOf(sha256: string): Promise<number | undefined>
  /** The bytes, checked while they are read: the stream fails with `damaged` at its end where they differ. */
  open(sha256: string): Promise<Readable>
}

export interface Measured {
  readonly sha256: string
  readonly bytes: number
}
