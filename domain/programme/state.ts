import type { Cohort } from './cohort.ts'
import type { AcceptedGap } from './events.ts'
import type { CollectiveBody, ProgrammeContent } from './parts.ts'

/** How far a way through the cohort has come, in accords. */
export interface Counts {
  readonly applied: number
  readonly skipped: number
  readonly failed: number
}

export type CollectiveStatus = 'running' | 'stopped' | 'completed' | 'revoked'

export interface CollectiveAct {
  readonly actId: string
  readonly body: CollectiveBody
  readonly cohort: Cohort
  readonly reasons: string
  readonly status: CollectiveStatus
  /** Which way it goes through its accords, or last went. */
  readonly way: 'apply' | 'revoke'
  /** 1, and one more each time the failed are tried again. */
  readonly attempt: number
  readonly chosen: number
  readonly excluded: number
  readonly counts: Counts
  /** Of the way back; left out while it was never revoked. */
  readonly revocation?: { readonly of: number; readonly notReached: number; readonly counts: Counts }
}

export interface Programme extends ProgrammeContent {
  readonly status: 'draft' | 'open'
  readonly programmeId: string
  readonly version: number
  /** What the check found missing, and why the programme opened all the same. */
  readonly accepted: readonly AcceptedGap[]
  readonly acts: Readonly<Record<string, CollectiveAct>>
}

export type ProgrammeState = { readonly status: 'absent'; readonly version: 0 } | Programme

export const initialProgramme: ProgrammeState = { status: 'absent', version: 0 }

/** Accords that the way it goes has still to reach. */
export function remaining({ way, chosen, counts, revocation }: CollectiveAct): number {
  const [of, done] =
    way === 'apply' || revocation === undefined ? [chosen, counts] : [revocation.of, revocation.counts]
  return of - done.applied - done.skipped - done.failed
}

/** Still to be gone on with: no other act may take its accords meanwhile. */
export function isOpenAct({ status }: Pick<CollectiveAct, 'status'>): boolean {
  return status === 'running' || status === 'stopped'
}
