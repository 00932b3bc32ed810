import type { Act } from '../accord/parts.ts'
import type { Instant } from '../time/instant.ts'
import type { Cohort } from './cohort.ts'
import type { CollectiveBody, Outcome, ProgrammeContent } from './parts.ts'

/** What happened to a programme. These names are a stored contract: never renamed, only upcast. */
export interface ProgrammeEvents {
  ProgrammeDrafted: { readonly content: ProgrammeContent }
  /** From the next proposal on; an accord keeps the rules it was proposed under unless an act moves it. */
  RulesChanged: {
    readonly content: ProgrammeContent
    readonly reasons: string
    readonly accepted: readonly AcceptedGap[]
  }
  ProgrammeOpened: { readonly accepted: readonly AcceptedGap[] }
  CollectiveActStarted: {
    readonly actId: string
    readonly body: CollectiveBody
    readonly cohort: Cohort
    readonly reasons: string
    /** How many accords it is about, and how many were excluded. */
    readonly chosen: number
    readonly excluded: number
  }
  /** Some accords at a time, each with what became of it. */
  OutcomesRecorded: {
    readonly actId: string
    readonly way: 'apply' | 'revoke'
    readonly outcomes: readonly Outcome[]
  }
  CollectiveActStopped: { readonly actId: string; readonly reasons: string }
  CollectiveActResumed: { readonly actId: string }
  CollectiveActRetried: { readonly actId: string; readonly attempt: number; readonly failed: number }
  CollectiveActCompleted: { readonly actId: string }
  CollectiveRevocationStarted: {
    readonly actId: string
    readonly reasons: string
    /** The accords to which it was applied, and those that it had not reached. */
    readonly applied: number
    readonly notReached: number
  }
  CollectiveActRevoked: { readonly actId: string }
}

/** Something the check found missing, and why the programme opens all the same. */
export interface AcceptedGap {
  readonly check: string
  readonly reason: string
}

export type ProgrammeEventType = keyof ProgrammeEvents

export type ProgrammeEvent = {
  [T in ProgrammeEventType]: { readonly type: T; readonly data: ProgrammeEvents[T] }
}[ProgrammeEventType]

/** An event as the store keeps it, less the hashes that prove it. */
export type RecordedProgrammeEvent = ProgrammeEvent & {
  readonly programmeId: string
  /** 1, 2, 3 ... without gaps. */
  readonly version: number
  readonly commandId: string
  readonly act: Act
  readonly recordedAt: Instant
}
