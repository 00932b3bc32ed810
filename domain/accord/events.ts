import type { Notice } from '../decider.ts'
import type { RegionId } from '../regions.ts'
import type { Instant } from '../time/instant.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { Adjustment, ComputedTerm, Term } from '../time/term.ts'
import type {
  Act,
  ExtensionDates,
  ExtensionEffect,
  ExtensionScope,
  Money,
  Party,
  Plan,
  PlanCondition,
  Signature,
} from './parts.ts'
import type { ProgrammeRules } from './terms.ts'

export type DeadlineKind =
  | 'signature'
  | 'plan'
  | 'planReview'
  | 'planIntegration'
  | 'planResubmission'
  | 'planCondition'
  | 'milestone'
  | 'activities'
  | 'finalReport'
  | 'reportReview'
  | 'reportIntegration'
  | 'reportResubmission'
  | 'extensionDecision'

/** A computed date with its owner. A moved deadline keeps its id and raises its revision. */
export interface Deadline extends ComputedTerm {
  readonly id: string
  readonly kind: DeadlineKind
  readonly obligor: Party | 'both'
  readonly revision: number
  /** As it was first set: a moved deadline keeps its original start. */
  readonly term: Term
  /** What moved it since, in order; left out where nothing did. */
  readonly adjustments?: readonly Adjustment[]
  /** What the deadline is about, where its kind has several: a milestone, a condition, an extension. */
  readonly ref?: string
}

/** What happened. These names are a stored contract: never renamed, only upcast. */
export interface AccordEvents {
  AccordProposed: {
    readonly programmeId: string
    readonly regionId: RegionId
    readonly title: string
    readonly fund?: string
    readonly rules: ProgrammeRules
  }
  AccordSigned: { readonly party: Party } & Signature
  AccordEnteredIntoForce: Record<never, never>
  RegionalActRecorded: { readonly title: string }
  AdvancePaid: { readonly amount: Money }
  PlanSubmitted: Plan & { readonly planVersion: number }
  PlanIntegrationRequested: { readonly request: string }
  PlanIntegrationSupplied: { readonly note: string }
  PlanReturned: { readonly planVersion: number; readonly reasons: string }
  PlanApproved: { readonly planVersion: number; readonly conditions: readonly PlanCondition[] }
  PlanConditionMet: { readonly conditionId: string }
  ActionStarted: { readonly numeral: string }
  MilestoneSignalled: { readonly milestoneId: string; readonly note?: string }
  ActionCompleted: { readonly numeral: string }
  /** `expiry`: the period ran out without the Region saying so. */
  ActivitiesEnded: { readonly how: 'signalled' | 'expiry' }
  ExtensionRequested: {
    readonly extensionId: string
    readonly scope: ExtensionScope
    readonly until: ExtensionDates
    readonly reasons: string
    /** Deadlines kept alive until the request is decided. */
    readonly holds: readonly string[]
  }
  ExtensionGranted: {
    readonly extensionId: string
    readonly scope: ExtensionScope
    readonly until: ExtensionDates
    readonly reasons: string
    readonly exOfficio: boolean
    readonly inPart: boolean
    readonly effects: readonly ExtensionEffect[]
  }
  /** The dates are recomputed from the original start and what else still stands. */
  ExtensionRevoked: {
    readonly extensionId: string
    readonly reasons: string
    readonly effects: readonly ExtensionEffect[]
  }
  ExtensionRefused: { readonly extensionId: string; readonly reasons: string }
  CalendarApplied: {
    readonly calendarId: string
    readonly calendarVersion: string
    readonly reasons: string
    readonly effects: readonly ExtensionEffect[]
  }
  FinalReportSubmitted: { readonly reportVersion: number; readonly title: string }
  ReportIntegrationRequested: { readonly request: string }
  ReportIntegrationSupplied: { readonly note: string }
  FinalReportReturned: { readonly reportVersion: number; readonly reasons: string }
  FinalReportApproved: { readonly reportVersion: number; readonly note?: string }
  BalancePaid: { readonly amount: Money }
  AccordConcluded: { readonly note?: string }
  DeadlineSet: { readonly deadline: Deadline }
  DeadlineMoved: { readonly deadline: Deadline; readonly cause: DeadlineCause }
  DeadlineSuspended: { readonly deadlineId: string; readonly on: LocalDate; readonly remainingDays: number }
  /** `receivedAt` of the act decides `inTime`; `daysLate` counts from the effective date. */
  DeadlineMet: {
    readonly deadlineId: string
    readonly revision: number
    readonly inTime: boolean
    readonly daysLate: number
  }
  DeadlineMissed: { readonly deadlineId: string; readonly revision: number; readonly passedAt: Instant }
  /** The obligation fell away with the act that follows from it. */
  DeadlineLifted: { readonly deadlineId: string }
}

export type DeadlineCause = 'extension' | 'revocation' | 'resumption' | 'parent' | 'calendar'

export type EventType = keyof AccordEvents

export type EventOf<T extends EventType> = { readonly type: T; readonly data: AccordEvents[T] }

export type AccordEvent = { [T in EventType]: EventOf<T> }[EventType]

/** An event as the store keeps it, less the hashes that prove it. */
export type RecordedEvent = AccordEvent & {
  readonly accordId: string
  /** 1, 2, 3 ... without gaps. */
  readonly version: number
  readonly commandId: string
  readonly act: Act
  readonly notices: readonly Notice[]
  readonly recordedAt: Instant
}
