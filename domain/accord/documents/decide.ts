import { accept, type Notice, type Refused } from '../../decider.ts'
import type { AccordCommand, CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type AccordState, entry } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { type DocumentRef, type DocumentSignature, documentIdOf } from './parts.ts'
import { documentOf, isLocked, versionWith } from './state.ts'

/** Documents put into the file by themselves; `withDocuments` makes the event where one of them is new. */
export function addDocuments(command: CommandOf<'AddDocuments'>): AccordDecision {
  return command.act.documents.length === 0 ? refuse('no-documents') : accept([])
}

/**
 * What an act decides, judged with the documents it carries. An act that finds the world already so and brings a
 * document that is new puts it into the file: it would be lost otherwise.
 */
export function withDocuments(
  command: AccordCommand,
  state: AccordState,
  context: AccordContext,
  decision: AccordDecision,
): AccordDecision {
  const { documents } = command.act
  if (decision.outcome === 'refused') return decision
  const missing = decision.events.length === 0 ? undefined : missingDocument(command, state)
  if (missing !== undefined || documents.length === 0) return missing ?? decision
  const refusal = documentRefusal(documents, state, context)
  if (refusal !== undefined) return refusal
  const notices = [...decision.notices, ...documents.flatMap(signatureNotices)]
  if (decision.events.length > 0 || state.phase === 'absent') return { ...decision, notices }
  if (documents.every((ref) => isKnown(state, ref))) return decision
  const note = command.type === 'AddDocuments' ? command.data.note : undefined
  return accept([{ type: 'DocumentsAdded', data: note === undefined ? {} : { note } }], notices)
}

/** An act carries its documents itself: what was put into the file for another does not count. */
function missingDocument(command: AccordCommand, state: AccordState): Refused<Refusal> | undefined {
  const { act } = command
  // What is certified was asked for its documents when it was prepared.
  const type = command.type === 'PrepareDecision' ? command.data.act : command.type
  const required = state.phase === 'absent' ? [] : (state.rules.documents?.required ?? [])
  const missing = required.find(
    (one) => one.act === type && !act.documents.some(({ kind }) => kind === one.kind),
  )
  if (missing === undefined) return undefined
  const { kind, citation } = missing
  return refuse('document-required', { act: type, documentKind: kind, kindCode: kind, citation })
}

function isKnown(state: AccordState, ref: DocumentRef): boolean {
  const known = state.phase === 'absent' ? undefined : documentOf(state.documents, ref)
  return known !== undefined && versionWith(known.versions, ref) !== undefined
}

function documentRefusal(
  documents: readonly DocumentRef[],
  state: AccordState,
  context: AccordContext,
): Refused<Refusal> | undefined {
  const seen = new Set<string>()
  for (const ref of documents) {
    const documentId = documentIdOf(ref)
    if (seen.has(documentId)) return refuse('document-twice', { documentId })
    seen.add(documentId)
    const refused = bytesRefusal(ref, context) ?? versionRefusal(ref, state)
    if (refused !== undefined) return refused
  }
  return undefined
}

/** An act must not be recorded without the bytes of its documents. Where no store is asked, nothing is known of them. */
function bytesRefusal(
  { sha256, name, bytes }: DocumentRef,
  { storedDocuments }: AccordContext,
): Refused<Refusal> | undefined {
  if (storedDocuments === undefined) return undefined
  if (storedDocuments === 'away') return refuse('document-store-away', { name })
  const stored = entry(storedDocuments, sha256)
  if (stored === undefined) return refuse('document-not-stored', { name, sha256 })
  return stored === bytes ? undefined : refuse('document-differs', { name, sha256, bytes, known: stored })
}

function versionRefusal(ref: DocumentRef, state: AccordState): Refused<Refusal> | undefined {
  const document = state.phase === 'absent' ? undefined : documentOf(state.documents, ref)
  const current = document?.versions.at(-1)
  if (state.phase === 'absent' || document === undefined || current === undefined) return undefined
  const { documentId } = document
  const same = versionWith(document.versions, ref)
  if (same !== undefined) {
    const { sha256, name, bytes } = ref
    const known = same.ref.bytes
    if (bytes !== known) return refuse('document-differs', { name, sha256, bytes, known })
    if (same === current || ref.documentId === undefined) return undefined
    const { version } = same
    return refuse('document-superseded', { documentId, version, current: current.version })
  }
  const { version } = current
  return isLocked(state, document) ? refuse('document-locked', { documentId, version }) : undefined
}

/** In which files each form of signature can be; a signature by hand is not in a file. */
const signedFiles: Partial<Record<DocumentSignature, readonly string[]>> = {
  pades: ['application/pdf'],
  cades: ['application/pkcs7-mime'],
  xades: ['application/xml', 'text/xml'],
}

function signatureNotices({ name, signature, mime }: DocumentRef): Notice[] {
  const files = signature === undefined ? undefined : signedFiles[signature]
  if (signature === undefined || files === undefined || files.includes(mime)) return []
  return [{ code: 'signature-not-in-file', params: { name, form: signature, mime } }]
}
