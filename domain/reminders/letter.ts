import type { DeadlineKind } from '../accord/events.ts'
import type { Party } from '../accord/parts.ts'
import type { Obligation } from '../accord/state.ts'
import type { RegionId } from '../regions.ts'
import type { Instant } from '../time/instant.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { PlannedReminder, StepName } from './planned.ts'
import type { Level } from './recipients.ts'

/** What a mail says, before it is put into words: kept as evidence, in no language and with nobody's name. */
export interface Letter {
  /** One of the day, one that could not wait, or one that came back from somebody else. */
  readonly kind: 'digest' | 'urgent' | 'fallback'
  readonly items: readonly LetterItem[]
  /** The first of so many mails of one digest; left out where it is one. */
  readonly part?: { readonly place: number; readonly of: number }
}

export interface LetterItem {
  readonly accordId: string
  readonly accordTitle: string
  readonly regionId: RegionId
  readonly deadlineId: string
  readonly kind: DeadlineKind
  /** Which of several: an action's numeral, a milestone, a period. */
  readonly ref?: string
  readonly obligor: Obligation['obligor']
  readonly about: PlannedReminder['about']
  readonly step: StepName
  readonly dueOn: LocalDate
  /** The last instant that is in time, and where its hours are read. */
  readonly passesAt: Instant
  readonly zone: string
  /** From the day of the mail to `dueOn`; negative where that is past. */
  readonly daysLeft: number
  /** Whom it is addressed to, and why it came that far: the side that owes, or the one that waits. */
  readonly party: Party
  readonly level: Level
  readonly urgent: boolean
  /** The day on which it should have gone out; left out where it goes out in time. */
  readonly lateSince?: LocalDate
}
