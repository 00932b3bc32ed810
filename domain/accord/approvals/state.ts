import type { Instant } from '../../time/instant.ts'
import type { ActDate } from '../../time/localDate.ts'
import type { DocumentRef } from '../documents/parts.ts'
import type { Change } from './about.ts'
import type { DecisionAbout, DecisionStatus, PreparedAct } from './parts.ts'

/** A decision that was prepared, and what became of it. */
export interface DecisionState {
  readonly decisionId: string
  readonly prepared: PreparedAct
  readonly about: DecisionAbout
  readonly status: DecisionStatus
  readonly preparedBy: string
  readonly preparedOn: ActDate
  readonly preparedAt: Instant
  /** What came with its preparation; left out: nothing. */
  readonly documents?: readonly DocumentRef[]
  /** Why it is outdated: what has happened to what it is about, and the day of that act. */
  readonly changed?: { readonly by: Change; readonly on: ActDate }
  /** Who certified it, sent it back, withdrew it or prepared another instead, and when. */
  readonly settled?: { readonly by: string; readonly on: ActDate; readonly reasons?: string }
}

/** What is known of prepared decisions. Left out: none ever was. */
export interface ApprovalFacts {
  readonly decisions?: Readonly<Record<string, DecisionState>>
}

/** Neither certified nor given up: somebody has still to certify it, or to prepare it again. */
export function isWaiting({ status }: Pick<DecisionState, 'status'>): boolean {
  return status === 'open' || status === 'outdated'
}
