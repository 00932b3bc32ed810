import type { AccordCommand } from '../../domain/accord/commands.ts'
import type { DocumentRef } from '../../domain/accord/documents/parts.ts'
import type { Cases } from './eventCases.ts'
import { inForce } from './fixtures.ts'

/** A made-up file: its digest is a letter repeated, so that a spec can tell two apart. */
export function file(letter: string, more: Partial<DocumentRef> = {}): DocumentRef {
  return {
    sha256: letter.repeat(64),
    name: `${letter}.pdf`,
    bytes: 1024,
    mime: 'application/pdf',
    ...more,
  }
}

/** The same act, with these documents and an id that tells it from the act without them. */
export function carrying<C extends AccordCommand>(command: C, ...documents: DocumentRef[]): C {
  const commandId = [command.commandId, ...documents.map(({ sha256 }) => sha256.slice(0, 4))].join(':')
  return { ...command, commandId, act: { ...command.act, documents } }
}

/** What the events about documents alone leave. */
export const documentCases = {
  DocumentsAdded: { from: inForce, data: { note: 'copia conforme' }, leaves: { phase: 'inForce' } },
} as const satisfies Cases

/** A document in some of a random walk's acts: few ids and few contents, so that versions and locks come up. */
export function walkDocuments(type: string, { name, pick }: { name: number; pick: number }): DocumentRef[] {
  if (type !== 'AddDocuments' && name % 32 !== 0) return []
  const ref = file('abc'.charAt(pick % 3), pick % 7 === 0 ? { bytes: 2048 } : {})
  return pick % 5 === 0 ? [ref] : [{ ...ref, documentId: pick % 2 === 0 ? 'piano' : 'constructor' }]
}

/** The parameters of each refusal about documents. */
export const documentRefusalSamples = {
  'no-documents': {},
  'document-required': {
    ...{ act: 'SubmitPlan', documentKind: 'plan', kindCode: 'plan', citation: 'art. 4' },
  },
  'document-twice': { documentId: 'piano' },
  'document-superseded': { documentId: 'piano', version: 1, current: 2 },
  'document-locked': { documentId: 'piano', version: 1 },
  'document-differs': { name: 'a.pdf', sha256: 'a'.repeat(64), bytes: 7, known: 1024 },
  'document-store-away': { name: 'a.pdf' },
  'document-not-stored': { name: 'a.pdf', sha256: 'a'.repeat(64) },
} as const
