import type { Notice } from '../decider.ts'
import type { RegionId } from '../regions.ts'
import type { Adjustment, SuspensionGround } from '../time/adjustments.ts'
import type { Instant } from '../time/instant.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { ComputedTerm, Term } from '../time/term.ts'
import type { ApprovalEvents } from './approvals/events.ts'
import type { DocumentEvents } from './documents/events.ts'
import type { ExitEvents } from './exits/events.ts'
import type { MoneyEvents } from './money/events.ts'
import type { MonitoringEvents } from './monitoring/events.ts'
import type {
  Act,
  Addendum,
  DatedFact,
  ExtensionDates,
  ExtensionEffect,
  ExtensionScope,
  Party,
  Plan,
  PlanCondition,
  Proposal,
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
  | 'extensionAttachments'
  | 'amendmentDecision'
  | 'addendum'
  | 'action'
  | 'informationReply'
  | 'observations'
  | 'control'
  | 'controlLatest'
  | 'exitDecision'
  | 'revocationObservations'
  | 'recovery'
  | 'monitoringReport'
  | 'midTermReport'
  | 'monitoringReview'
  | 'monitoringResubmission'

/** A computed date with its owner. A moved deadline keeps its id and raises its revision. */
export interface Deadline extends ComputedTerm {
  readonly id: string
  readonly kind: DeadlineKind
  readonly obligor: Party | 'both' | 'corteDeiConti'
  readonly revision: number
  /** As it was first set: a moved deadline keeps its original start. */
  readonly term: Term
  /** What moved it since, in order; left out where nothing did. */
  readonly adjustments?: readonly Adjustment[]
  /** What the deadline is about, where its kind has several: a milestone, a condition, an extension. */
  readonly ref?: string
  /** The day by which it should be done, before the one by which it must: a warning, without legal effect. */
  readonly target?: { readonly nominal: LocalDate; readonly passesAt: Instant }
}

/** What happened. These names are a stored contract: never renamed, only upcast. */
export interface AccordEvents
  extends MoneyEvents,
    ExitEvents,
    MonitoringEvents,
    DocumentEvents,
    ApprovalEvents {
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
    /** What the request is about, where its programme does not hold all of it; left out: what it holds. */
    readonly targets?: readonly string[]
    readonly attachmentsBy?: LocalDate
  }
  ExtensionAttachmentsSupplied: { readonly extensionId: string; readonly note?: string }
  ExtensionInstructed: { readonly extensionId: string; readonly proposal: Proposal; readonly note?: string }
  /** With an addendum it takes effect when both parties have signed; until then it holds its deadlines. */
  ExtensionGranted: {
    readonly extensionId: string
    readonly scope: ExtensionScope
    readonly until: ExtensionDates
    readonly reasons: string
    readonly exOfficio: boolean
    readonly inPart: boolean
    readonly effects: readonly ExtensionEffect[]
    readonly addendum?: Addendum
    /** With an addendum: what it is to move, and what it keeps from passing until it does. */
    readonly targets?: readonly string[]
    readonly holds?: readonly string[]
  }
  AddendumSigned: { readonly extensionId: string; readonly party: Party } & Signature
  ExtensionTookEffect: { readonly extensionId: string; readonly effects: readonly ExtensionEffect[] }
  /** It can give nothing any more: its addendum was never signed, what it was to extend is done, or the accord ended. */
  ExtensionLapsed: {
    readonly extensionId: string
    readonly cause: 'addendumUnsigned' | 'obligationMet' | 'accordEnded'
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
  SuspensionStarted: {
    readonly suspensionId: string
    readonly ground: SuspensionGround
    readonly rule: string
    /** The last day used. */
    readonly on: LocalDate
    /** The last day not counted, where it is known from the start. */
    readonly until?: LocalDate
    readonly reasons: string
    readonly deadlineIds: readonly string[]
    /** Deadlines that begin while it lasts stand still too. */
    readonly isGeneral: boolean
    readonly effects: readonly ExtensionEffect[]
  }
  SuspensionEnded: {
    readonly suspensionId: string
    readonly how: 'answered' | 'expiry' | 'ended' | 'decided'
    readonly until: LocalDate
    readonly note?: string
    readonly effects: readonly ExtensionEffect[]
  }
  SuspensionRevoked: {
    readonly suspensionId: string
    readonly reasons: string
    readonly effects: readonly ExtensionEffect[]
  }
  /** What is set from now on follows these rules; `from` is the version it followed before. */
  RulesAdopted: { readonly rules: ProgrammeRules; readonly from: number; readonly reasons: string }
  SentToControl: Record<never, never>
  /** `silence`: the term of the control ran out, and the accord takes effect all the same. */
  ControlEnded: { readonly outcome: 'registered' | 'refused' | 'silence'; readonly note?: string }
  DateCorrected: {
    readonly what: DatedFact
    readonly ref?: string
    readonly from: LocalDate
    readonly to: LocalDate
    readonly reasons: string
    readonly effects: readonly ExtensionEffect[]
  }
  DecisionReversed: {
    readonly decision: ReversibleType
    readonly decidedBy: string
    readonly reasons: string
    readonly effects: readonly ExtensionEffect[]
  }
  FinalReportSubmitted: { readonly reportVersion: number; readonly title: string }
  ReportIntegrationRequested: { readonly request: string }
  ReportIntegrationSupplied: { readonly note: string }
  FinalReportReturned: { readonly reportVersion: number; readonly reasons: string }
  FinalReportApproved: { readonly reportVersion: number; readonly note?: string }
  AccordConcluded: { readonly note?: string }
  DeadlineSet: { readonly deadline: Deadline }
  DeadlineMoved: {
    readonly deadline: Deadline
    readonly cause: DeadlineCause
    /** As it was before; left out before it was kept. */
    readonly from?: { readonly nominal: LocalDate; readonly effective: LocalDate }
  }
  DeadlineSuspended: {
    readonly deadlineId: string
    readonly on: LocalDate
    readonly remainingDays: number
    /** Left out, with the rule, for the integration of a review. */
    readonly suspensionId?: string
    readonly ground?: SuspensionGround
    readonly rule?: string
  }
  /** `receivedAt` of the act decides `inTime`; `daysLate` counts from the effective date. */
  DeadlineMet: {
    readonly deadlineId: string
    readonly revision: number
    readonly inTime: boolean
    readonly daysLate: number
  }
  /** The day by which it should have been done is over; the one by which it must be done is not. */
  TargetPassed: { readonly deadlineId: string; readonly revision: number; readonly passedAt: Instant }
  DeadlineMissed: { readonly deadlineId: string; readonly revision: number; readonly passedAt: Instant }
  /** The obligation fell away with the act that follows from it. */
  DeadlineLifted: { readonly deadlineId: string }
}

export type DeadlineCause =
  | 'extension'
  | 'revocation'
  | 'suspension'
  | 'resumption'
  | 'parent'
  | 'calendar'
  | 'correction'
  | 'reversal'

/** The decisions that can be taken back while nothing has followed from them. */
export const reversibleTypes = [
  'PlanReturned',
  'PlanApproved',
  'ExtensionGranted',
  'ExtensionRefused',
  'SuspensionStarted',
  'FinalReportReturned',
  'FinalReportApproved',
  'AccordConcluded',
] as const
export type ReversibleType = (typeof reversibleTypes)[number]

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
