import type { Act } from '../accord/parts.ts'
import type { Cohort } from './cohort.ts'
import type { AcceptedGap } from './events.ts'
import type { CollectiveBody, Outcome, ProgrammeContent } from './parts.ts'

/** What may be asked of a programme. */
export interface ProgrammeCommands {
  DraftProgramme: { readonly content: ProgrammeContent }
  ChangeRules: {
    readonly content: ProgrammeContent
    readonly reasons: string
    readonly accepted: readonly AcceptedGap[]
  }
  OpenProgramme: { readonly accepted: readonly AcceptedGap[] }
  StartCollectiveAct: {
    readonly actId: string
    readonly body: CollectiveBody
    readonly cohort: Cohort
    readonly reasons: string
  }
  /** Sent by the act's own workflow. */
  RecordOutcomes: {
    readonly actId: string
    readonly way: 'apply' | 'revoke'
    readonly outcomes: readonly Outcome[]
  }
  StopCollectiveAct: { readonly actId: string; readonly reasons: string }
  ResumeCollectiveAct: { readonly actId: string }
  /** Those that failed are tried again, under a new number of attempt. */
  RetryCollectiveAct: { readonly actId: string }
  /** Takes the act back from each accord it was applied to. */
  RevokeCollectiveAct: { readonly actId: string; readonly reasons: string }
}

export type ProgrammeCommandType = keyof ProgrammeCommands

export type ProgrammeCommandOf<T extends ProgrammeCommandType> = {
  readonly type: T
  readonly commandId: string
  readonly programmeId: string
  readonly act: Act
  readonly data: ProgrammeCommands[T]
}

export type ProgrammeCommand = {
  [T in ProgrammeCommandType]: ProgrammeCommandOf<T>
}[ProgrammeCommandType]
