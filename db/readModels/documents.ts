import { type Selectable, sql } from 'kysely'
import type { DocumentState } from '../../domain/accord/documents/state.ts'
import { isLocked } from '../../domain/accord/documents/state.ts'
import { type Accord, type AccordState, entry } from '../../domain/accord/state.ts'
import type { Connection } from '../connect.ts'
import type { DocumentsTable } from '../database.ts'
import type { RowModel } from './rowModels.ts'

export type DocumentRow = Selectable<DocumentsTable>

/** The rows of the documents that differ from `before`: those with another version, and those just locked or unlocked. */
export function documentRows(before: AccordState, state: Accord): DocumentRow[] {
  return Object.values(state.documents ?? {})
    .filter((document) => !isAsBefore(before, state, document))
    .flatMap((document) => rowsOf(state, document))
}

function isAsBefore(before: AccordState, state: Accord, document: DocumentState): boolean {
  if (before.phase === 'absent' || before.documents === undefined) return false
  const isSame = entry(before.documents, document.documentId) === document
  return isSame && isLocked(before, document) === isLocked(state, document)
}

function rowsOf(state: Accord, document: DocumentState): DocumentRow[] {
  const { documentId, about, versions } = document
  const current = versions.length
  const locked = isLocked(state, document)
  return versions.map(({ version, ref, on, commandId }) => ({
    accord_id: state.accordId,
    document_id: documentId,
    version,
    region_id: state.regionId,
    sha256: ref.sha256,
    name: ref.name,
    bytes: ref.bytes,
    mime: ref.mime,
    kind: ref.kind ?? null,
    signature: ref.signature ?? null,
    protocol: ref.protocol ?? null,
    about: about ?? null,
    on_date: on.date,
    command_id: commandId,
    is_current: version === current,
    locked,
  }))
}

export const documentModel: RowModel = {
  table: 'documents',
  key: ['document_id', 'version'],
  columns: [
    ...['region_id', 'sha256', 'name', 'bytes', 'mime', 'kind', 'signature', 'protocol'],
    ...['about', 'on_date', 'command_id', 'is_current', 'locked'],
  ],
  rows: documentRows,
}

/** Every version of every document of one accord, in the order of their ids. */
export function documentsOf({ db }: Connection, accordId: string): Promise<DocumentRow[]> {
  return db
    .selectFrom('documents')
    .selectAll()
    .where('accord_id', '=', accordId)
    .orderBy(sql`document_id collate "C"`)
    .orderBy('version')
    .execute()
}

/** What acts say of one digest: the accord that cites it first, its name there, its size. */
export interface CitedDigest {
  readonly sha256: string
  readonly accord_id: string
  readonly name: string
  readonly bytes: number
}

/** Every digest that is cited, each once, after `after`, by key. */
export function citedDigests(
  { db }: Connection,
  page: { readonly accordId?: string; readonly after?: string; readonly limit: number },
): Promise<CitedDigest[]> {
  let query = db
    .selectFrom('documents')
    .distinctOn('sha256')
    .select(['sha256', 'accord_id', 'name', 'bytes'])
    .orderBy('sha256')
    .orderBy('accord_id')
    .orderBy('document_id')
    .limit(page.limit)
  if (page.accordId !== undefined) query = query.where('accord_id', '=', page.accordId)
  if (page.after !== undefined) query = query.where('sha256', '>', page.after)
  return query.execute()
}
