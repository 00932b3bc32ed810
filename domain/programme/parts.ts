import type { EndedPhase } from '../accord/exits/parts.ts'
import type { ExtensionDates, ExtensionScope } from '../accord/parts.ts'
import type { ProgrammeRules } from '../accord/terms.ts'
import type { LocalDate } from '../time/localDate.ts'

export type FactMark = 'stated' | 'act' | 'derived' | 'assumed'

/** What people read about a programme, and the rules its accords inherit. */
export interface ProgrammeContent {
  readonly title: string
  readonly fund?: string
  readonly facts: readonly { readonly fact: string; readonly source: string; readonly mark: FactMark }[]
  readonly priorities: readonly { readonly number: number; readonly title: string }[]
  readonly rules: ProgrammeRules
}

/** What an act over a cohort does to each of its accords, by one ordinary command. */
export type CollectiveBody =
  /** Each accord gets what would still extend it: a later date of its own is never moved back. */
  | {
      readonly kind: 'extension'
      readonly scope: Exclude<ExtensionScope, 'parts'>
      readonly until: Pick<ExtensionDates, 'activities' | 'finalReport'>
    }
  /** A law that stops every clock from its first day to its last; without a last day, until it is ended. */
  | { readonly kind: 'suspension'; readonly from: LocalDate; readonly until?: LocalDate }
  | { readonly kind: 'suspensionEnd'; readonly suspensionId: string }
  | { readonly kind: 'calendar'; readonly calendarVersion: string }
  | { readonly kind: 'rules'; readonly rulesVersion: number }

/** Why an act leaves an accord alone. */
export type SkipReason =
  | 'excluded'
  /** It has ended, concluded or before. */
  | EndedPhase
  | 'laterDate'
  | 'nothingToMove'
  | 'changedSince'
  | 'notRecorded'
  | 'notReached'

/** What became of one accord; a failure can be tried again, and says what the accord answered. */
export interface Outcome {
  readonly accordId: string
  readonly outcome: 'applied' | 'skipped' | 'failed'
  /** The reason of a skip, or the code of the accord's refusal. */
  readonly reason?: string
  /** The command that was sent; its answer is in the command log of the accord. */
  readonly commandId?: string
}
