import type { ActDate } from '../../time/localDate.ts'
import { hasEnded } from '../exits/state.ts'
import { reportOf } from '../monitoring/state.ts'
import { type Accord, entry, isBefore } from '../state.ts'
import { type DocumentRef, documentIdOf } from './parts.ts'

/** What a document is about, and so by which decision it is locked. */
export type DocumentSubject =
  | ('accord' | 'plan' | 'finalReport')
  | `${'extension' | 'addendum' | 'amendment' | 'monitoring'}:${string}`

export interface DocumentVersion {
  readonly version: number
  readonly ref: DocumentRef
  /** The legal date of the act that brought it, and that act's command. */
  readonly on: ActDate
  readonly commandId: string
}

/** A document and its versions, oldest first, never empty: each supersedes the one before. */
export interface DocumentState {
  readonly documentId: string
  /** Left out where no decision is about it: then only the conclusion of the accord locks it. */
  readonly about?: DocumentSubject
  readonly versions: readonly DocumentVersion[]
}

export type Documents = Readonly<Record<string, DocumentState>>

/** The document that a reference is a version of, known already or not. */
export function documentOf(documents: Documents | undefined, ref: DocumentRef): DocumentState | undefined {
  if (documents === undefined) return undefined
  const named = entry(documents, documentIdOf(ref))
  if (named !== undefined || ref.documentId !== undefined) return named
  // Cited by its digest alone: the document that has these bytes among its versions.
  return Object.values(documents).find(({ versions }) => versionWith(versions, ref) !== undefined)
}

export function versionWith(
  versions: readonly DocumentVersion[],
  { sha256 }: Pick<DocumentRef, 'sha256'>,
): DocumentVersion | undefined {
  return versions.find(({ ref }) => ref.sha256 === sha256)
}

/**
 * Decided is what the document is about: no further version of it is taken. It follows from the state alone, so a
 * decision that is reversed unlocks what it had locked. A phase unknown here counts as decided.
 */
export function isLocked(state: Accord, { about }: Pick<DocumentState, 'about'>): boolean {
  if (hasEnded(state)) return true
  if (about === undefined) return false
  if (about === 'accord') return state.phase !== 'proposed'
  if (about === 'plan') return !isBefore(state.phase, 'underway')
  if (about === 'finalReport') return !isBefore(state.phase, 'reportApproved')
  const [what = '', ...rest] = about.split(':')
  return isSettled(state, what, rest.join(':'))
}

function isSettled(state: Accord, what: string, id: string): boolean {
  if (what === 'monitoring') return reportOf(state, id)?.status === 'accepted'
  const amendment = entry(state.money.amendments, id)?.status
  if (what === 'amendment') return amendment !== undefined && amendment !== 'requested'
  const status = entry(state.extensions, id)?.status
  return status !== undefined && status !== (what === 'addendum' ? 'awaitingAddendum' : 'requested')
}
