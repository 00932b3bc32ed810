import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Readable, Transform, type TransformCallback } from 'node:stream'
import { DocumentProblem } from '../documents/problems.ts'
import { type Documents, declaredType, measure, receive } from '../documents/receive.ts'
import type { DocumentRef } from '../domain/accord/documents/parts.ts'
import { documentKinds, documentSignatures } from '../domain/accord/documents/parts.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'

/** The documents of an act, measured; `store` takes their bytes to the store, which must come before the act. */
export interface Attachments {
  readonly refs: readonly DocumentRef[]
  store(): Promise<void>
}

/** What can be said of a file after its name, and the field it becomes. */
const said = {
  id: 'documentId',
  kind: 'kind',
  signature: 'signature',
  protocol: 'protocol',
  name: 'name',
} as const
type Said = keyof typeof said
const choices: Partial<Record<Said, readonly string[]>> = {
  kind: documentKinds,
  signature: documentSignatures,
}

interface Attachment {
  readonly file: string
  readonly fields: Partial<Record<(typeof said)[Said], string>>
}

/** As people type them: `piano.pdf id=piano kind=plan "protocol=n. 12/2015" allegato.pdf kind=attachment`. */
export function attachmentsFrom(words: readonly string[]): readonly Attachment[] {
  const attachments: { file: string; fields: Record<string, string> }[] = []
  for (const word of words) {
    const [, name, value] = /^([a-z]+)=(.*)$/s.exec(word) ?? []
    if (name === undefined || value === undefined) {
      attachments.push({ file: word, fields: {} })
      continue
    }
    const known = Object.keys(said).join(', ')
    if (!Object.hasOwn(said, name)) throw new Problem('documents.unknown-word', { value: word, known })
    const last = attachments.at(-1)
    if (last === undefined) throw new Problem('documents.word-before-file', { value: word })
    const allowed = choices[name as Said]
    if (allowed?.includes(value) === false) {
      throw new Problem('documents.bad-word', { value: word, known: allowed.join(', ') })
    }
    last.fields[said[name as Said]] = value
  }
  return attachments
}

/** Measures the files of an act; what is not taken is told before anything is stored or sent. */
export async function attach(words: readonly string[], session: Session): Promise<Attachments> {
  if (words.length === 0) return { refs: [], store: async () => undefined }
  const attachments = attachmentsFrom(words)
  const documents = await session.documents()
  const refs: DocumentRef[] = []
  for (const attachment of attachments) refs.push(await refOf(attachment, documents))
  return {
    refs,
    async store() {
      for (const [index, { file }] of attachments.entries()) {
        const ref = refs[index]
        // The file may have changed since it was measured: the digest is compared while it is stored.
        if (ref !== undefined) await receive(documents, ref, watched(file, ref, session))
      }
    },
  }
}

async function refOf({ file, fields }: Attachment, { limits }: Documents): Promise<DocumentRef> {
  const info = await stat(file).catch(() => undefined)
  if (!info?.isFile()) throw new DocumentProblem('not-found', { name: file })
  const name = fields.name ?? basename(file)
  declaredType({ name }, limits)
  const { sha256, bytes, mime } = await measure(limits, { name }, file)
  return { sha256, name, bytes, mime, ...(fields as Partial<DocumentRef>) }
}

/** What is worth a word while it goes: more than a few megabytes, or more than two seconds. */
const saidEveryMs = 2_000

function watched(file: string, { name, bytes }: DocumentRef, { output }: Session): Readable {
  let [done, saidAt] = [0, Date.now()]
  const through = new Transform({
    transform(chunk: Buffer, _encoding: BufferEncoding, next: TransformCallback) {
      done += chunk.length
      if (Date.now() - saidAt >= saidEveryMs) {
        saidAt = Date.now()
        output.progress('documents.storing', { name, percent: Math.floor((100 * done) / bytes) })
      }
      next(null, chunk)
    },
  })
  return createReadStream(file)
    .on('error', (error) => through.destroy(error))
    .pipe(through)
}
