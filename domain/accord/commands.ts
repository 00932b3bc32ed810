import type { RegionId } from '../regions.ts'
import type { SuspensionGround } from '../time/adjustments.ts'
import type { Instant } from '../time/instant.ts'
import type { LocalDate } from '../time/localDate.ts'
import type { ApprovalCommands } from './approvals/commands.ts'
import type { DocumentCommands } from './documents/commands.ts'
import type { ExitCommands } from './exits/commands.ts'
import type { MoneyCommands } from './money/commands.ts'
import type { MonitoringCommands } from './monitoring/commands.ts'
import type {
  Act,
  Actor,
  Addendum,
  Citation,
  DatedFact,
  DocumentRef,
  ExtensionDates,
  ExtensionScope,
  Party,
  Plan,
  PlanCondition,
  Proposal,
  SignatureKind,
} from './parts.ts'

/** What may be asked of an accord. Each command's stem is also its function's and its event's. */
export interface AccordCommands
  extends MoneyCommands,
    ExitCommands,
    MonitoringCommands,
    DocumentCommands,
    ApprovalCommands {
  ProposeAccord: {
    readonly programmeId: string
    readonly regionId: RegionId
    readonly title: string
    readonly fund?: string
    /** Signature asked for by this day, and by this local hour where the act states one. */
    readonly signBy?: { readonly date: LocalDate; readonly time?: string }
  }
  SignAccord: {
    readonly party: Party
    readonly kind: SignatureKind
    readonly signerRef: string
    readonly signedAt?: Instant
  }
  RecordRegionalAct: { readonly title: string }
  SubmitPlan: Plan
  RequestPlanIntegration: { readonly request: string }
  SupplyPlanIntegration: { readonly note: string }
  ReturnPlan: { readonly reasons: string }
  ApprovePlan: { readonly conditions: readonly PlanCondition[]; readonly activitiesUntil?: LocalDate }
  MeetPlanCondition: { readonly conditionId: string }
  StartAction: { readonly numeral: string }
  SignalMilestone: { readonly milestoneId: string; readonly note?: string }
  CompleteAction: { readonly numeral: string }
  EndActivities: Record<never, never>
  RequestExtension: {
    readonly extensionId: string
    readonly scope: ExtensionScope
    readonly until: ExtensionDates
    readonly reasons: string
    /** Attachments follow by this day. */
    readonly attachmentsBy?: LocalDate
  }
  SupplyExtensionAttachments: { readonly extensionId: string; readonly note?: string }
  /** The office that looked into the request says what it proposes. */
  InstructExtension: { readonly extensionId: string; readonly proposal: Proposal; readonly note?: string }
  /** With the id of a request it decides that request; with a new id it is granted ex officio. */
  GrantExtension: {
    readonly extensionId: string
    readonly scope: ExtensionScope
    readonly until: ExtensionDates
    readonly reasons: string
    readonly addendum?: Addendum
  }
  SignAddendum: {
    readonly extensionId: string
    readonly party: Party
    readonly kind: SignatureKind
    readonly signerRef: string
    readonly signedAt?: Instant
  }
  /** Takes back an extension that was granted; the dates are recomputed without it. */
  RevokeExtension: { readonly extensionId: string; readonly reasons: string }
  RefuseExtension: { readonly extensionId: string; readonly reasons: string }
  /** Moves the open deadlines to the version of the calendar in use: nothing moves without this act. */
  ApplyCalendar: { readonly calendarVersion: string; readonly reasons: string }
  StartSuspension: {
    readonly suspensionId: string
    readonly ground: Exclude<SuspensionGround, 'standstill'>
    /** Left out, a suspension by law takes every deadline that runs. */
    readonly deadlineIds?: readonly string[]
    /** Of a suspension by law only: its first and its last day. */
    readonly from?: LocalDate
    readonly until?: LocalDate
    readonly reasons: string
  }
  /** The information or the observations that a suspension waits for. */
  SupplyInformation: { readonly suspensionId: string; readonly note: string }
  /** Takes back a suspension by law that should never have been recorded for this accord. */
  RevokeSuspension: { readonly suspensionId: string; readonly reasons: string }
  /** Moves the accord to another version of its programme's rules. */
  AdoptRules: { readonly rulesVersion: number; readonly reasons: string }
  EndSuspension: { readonly suspensionId: string; readonly reasons: string }
  SendToControl: Record<never, never>
  RecordControl: { readonly outcome: 'registered' | 'refused'; readonly note?: string }
  /** A date that was recorded wrongly. `ref` names the action, the milestone or the deadline. */
  CorrectDate: {
    readonly what: DatedFact
    readonly ref?: string
    readonly to: LocalDate
    readonly reasons: string
  }
  /** Takes back the last decision, where nothing has followed from it. */
  ReverseLastDecision: { readonly reasons: string }
  SubmitFinalReport: { readonly title: string }
  RequestReportIntegration: { readonly request: string }
  SupplyReportIntegration: { readonly note: string }
  ReturnFinalReport: { readonly reasons: string }
  ApproveFinalReport: { readonly note?: string }
  ConcludeAccord: { readonly note?: string }
  /** Sent by the accord's own timer; judged like any other act. */
  PassDeadline: { readonly deadlineId: string; readonly revision: number; readonly tier?: 'target' }
}

export type CommandType = keyof AccordCommands

export type CommandOf<T extends CommandType> = {
  readonly type: T
  readonly commandId: string
  readonly accordId: string
  readonly act: Act
  readonly data: AccordCommands[T]
}

/** A command as it travels, JSON not yet checked: from an edge, through Temporal, to the activity that parses it. */
export interface CommandRequest {
  readonly type: CommandType
  readonly commandId: string
  readonly accordId: string
  /** `"2014-12-31"`, `"2014-12"` or `"2014"`, or with `assumed`. */
  readonly on: string | { readonly date: string; readonly assumed?: boolean }
  readonly receivedAt: string
  readonly actor: Actor
  readonly citation?: Citation
  readonly documents?: readonly DocumentRef[]
  readonly data: unknown
}

export type AccordCommand = { [T in CommandType]: CommandOf<T> }[CommandType]
