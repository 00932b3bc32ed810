import type { Ladders } from '../reminders/ladder.ts'
import type { Calendar, RollPolicy } from '../time/calendar.ts'
import type { Instant } from '../time/instant.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { Period } from '../time/period.ts'
import type { CertificationRules } from './approvals/parts.ts'
import type { DocumentRules } from './documents/rules.ts'
import type { ExitRules } from './exits/parts.ts'
import type { MoneyRules } from './money/rules.ts'
import type { MonitoringRules } from './monitoring/rules.ts'

/** How long a party has, as the programme says; `assumed` where no known source states it. */
export interface TermRule {
  readonly period: Period
  readonly citation: string
  readonly assumed: boolean
  /** Within the same start: by when it should be done, with a warning and no legal effect. */
  readonly target?: Period
}

/** The steps of an accord that can carry a term. A term left out means: no deadline is set for it. */
export type TermName =
  | 'plan'
  | 'planReview'
  | 'planResubmission'
  | 'integrationReply'
  | 'activities'
  | 'finalReport'
  | 'reportReview'
  | 'reportResubmission'
  | 'extensionDecision'
  | 'amendmentDecision'
  | 'control'
  | 'controlLatest'

/** The limits a programme puts on extensions; a limit left out does not exist. */
export interface ExtensionRules {
  /** A request is received at most so many days before the end of the term it asks to extend. */
  readonly opensDays?: number
  /** A request is received at least so many days before the end of the term it asks to extend. */
  readonly noticeDays?: number
  /** No extension reaches beyond this day. */
  readonly cap?: LocalDate
  /** Most extensions in force of one term, those ex officio included. */
  readonly most?: number
  /** How far, counted from its first date, extensions together may move a term. */
  readonly longest?: Period
  /** The offices of the Ministry that may decide, where not every one may. */
  readonly decidedBy?: readonly string[]
  /** A request is decided only after its instruction. */
  readonly instruction?: 'required'
  /**
   * The term while a request is pending: held, it cannot pass (left out); it runs on, with a warning; or its
   * clock stands still, and the days are added.
   */
  readonly pending?: 'warning' | 'standstill'
  /** What a request becomes when the term to decide it passes; left out: nothing, it stays pending. */
  readonly whenUndecided?: 'refused' | 'granted'
  readonly citation: string
}

/** The rules of a programme. An accord keeps those in force when it was proposed. */
export interface ProgrammeRules {
  readonly programmeId: string
  readonly version: number
  readonly zone: string
  readonly calendarId: string
  readonly policy: RollPolicy
  readonly terms: Partial<Record<TermName, TermRule>>
  readonly extensions?: ExtensionRules
  readonly monitoring?: MonitoringRules
  /** How its accords are paid; left out: payments are recorded as they come. */
  readonly money?: MoneyRules
  /** What reminds of which deadline, and when; left out: the defaults of accordi. */
  readonly reminders?: Ladders
  readonly exits?: ExitRules
  readonly documents?: DocumentRules
  /** Which decisions one person prepares and another certifies; left out: each is taken by one act. */
  readonly certification?: CertificationRules
  /** The offices of the Ministry that may correct dates and reverse decisions, where not every one may. */
  readonly mayCorrect?: readonly string[]
}

/** What `decide` may know besides the state: reference data, never a clock. */
export interface AccordContext {
  readonly calendars: Readonly<Record<string, Calendar>>
  readonly programmes: Readonly<Record<string, ProgrammeRules>>
  /** Versions of rules that an act names, where one does. */
  readonly rulesVersions?: readonly ProgrammeRules[]
  /** The size of each document of the act that the store holds, by digest; left out where no store is asked. */
  readonly storedDocuments?: Readonly<Record<string, number>> | 'away'
  /** Only while a history is recorded: when the accord entered the record. What was received before was on paper. */
  readonly enteredAt?: Instant
  /** Version of the time-zone data in use, as `2025b`. */
  readonly tz?: string
}
