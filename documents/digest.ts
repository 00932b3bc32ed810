import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { DocumentProblem } from './problems.ts'

/** Passes bytes on, and fails at their end where their digest is not the one that was asked for. */
export function verifying(sha256: string, place: string): Transform {
  const hash = createHash('sha256')
  return new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done: TransformCallback) {
      const found = hash.digest('hex')
      done(found === sha256 ? null : new DocumentProblem('damaged', { sha256, found, place }))
    },
  })
}

/** Passes bytes on and measures them; fails as soon as there are more than `mostBytes`. */
export function measuring(name: string, mostBytes: number) {
  const hash = createHash('sha256')
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      bytes += chunk.length
      if (bytes > mostBytes) return done(new DocumentProblem('too-large', { name, most: mostBytes }))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { through, measured: () => ({ sha256: hash.digest('hex'), bytes }) }
}
