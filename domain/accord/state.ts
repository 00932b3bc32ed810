import type { RegionId } from '../regions.ts'
import type { SuspensionGround } from '../time/adjustments.ts'
import type { Instant } from '../time/instant.ts'
import type { ActDate, LocalDate } from '../time/localDate.ts'
import type { ApprovalFacts } from './approvals/state.ts'
import type { Documents } from './documents/state.ts'
import type { AccordEvents, Deadline, DeadlineCause, ReversibleType } from './events.ts'
import type { ExitPhase } from './exits/parts.ts'
import { type Exited, type ExitFacts, hasEnded, owesRecovery } from './exits/state.ts'
import type { MoneyState } from './money/state.ts'
import type { MonitoringState } from './monitoring/state.ts'
import type {
  Addendum,
  Citation,
  ExtensionDates,
  ExtensionEffect,
  ExtensionScope,
  Money,
  Party,
  Plan,
  PlanCondition,
  Proposal,
  Signature,
} from './parts.ts'
import type { ProgrammeRules } from './terms.ts'

export type DeadlineStatus = 'open' | 'held' | 'suspended' | 'missed' | 'met' | 'metLate' | 'lifted'

/** One obligation: its deadline as it stands, and every date it had before. */
export interface Obligation extends Deadline {
  readonly status: DeadlineStatus
  readonly heldBy?: string
  readonly suspendedRemainingDays?: number
  /** Its target went by before it was done. */
  readonly targetPassed?: true
  readonly settledOn?: LocalDate
  /** The legal day of the act that set it. */
  readonly setOn?: LocalDate
  readonly daysLate?: number
  readonly history: readonly PastDate[]
}

export interface PastDate {
  readonly revision: number
  readonly nominal: LocalDate
  readonly effective: LocalDate
  readonly passesAt: Instant
  readonly movedBy: DeadlineCause
}

export interface ActionState {
  readonly numeral: string
  readonly title: string
  readonly section?: 2 | 3
  readonly priority?: number
  readonly status: 'planned' | 'started' | 'completed' | 'revoked'
  readonly startedOn?: ActDate
  readonly completedOn?: ActDate
}

export interface MilestoneState {
  readonly id: string
  readonly title: string
  readonly numeral: string
  readonly signalledOn?: ActDate
}

export interface ExtensionState {
  readonly extensionId: string
  readonly scope: ExtensionScope
  readonly status:
    | 'requested'
    | 'awaitingAddendum'
    | 'granted'
    | 'grantedInPart'
    | 'refused'
    | 'revoked'
    | 'lapsed'
  /** The obligations it is about. */
  readonly targets: readonly string[]
  /** Those that it keeps from passing while it is pending. */
  readonly holds: readonly string[]
  readonly instruction?: { readonly proposal: Proposal; readonly on: ActDate }
  readonly attachmentsBy?: LocalDate
  readonly attachmentsOn?: ActDate
  readonly inPart?: boolean
  readonly lapse?: AccordEvents['ExtensionLapsed']['cause']
  readonly addendum?: Addendum & { readonly signatures: Partial<Record<Party, Signature>> }
  readonly exOfficio: boolean
  readonly requested?: ExtensionDates
  readonly requestedOn?: ActDate
  readonly granted?: ExtensionDates
  readonly decidedOn?: ActDate
  readonly revokedOn?: ActDate
  readonly effects: readonly ExtensionEffect[]
}

/** Not decided yet, or not yet in effect. */
export function isPending({ status }: Pick<ExtensionState, 'status'>): boolean {
  return status === 'requested' || status === 'awaitingAddendum'
}

/** A stop of one or more clocks. `until` is the last day not counted, once it is known. */
export interface SuspensionState {
  readonly suspensionId: string
  readonly ground: SuspensionGround
  readonly rule: string
  readonly on: LocalDate
  readonly until?: LocalDate
  readonly deadlineIds: readonly string[]
  readonly isGeneral: boolean
  readonly ended?: AccordEvents['SuspensionEnded']['how']
  /** Taken back: it stops nothing, and never did. */
  readonly revoked?: true
}

/** What a decision changed, as it was before; kept while nothing has followed from the decision. */
export interface LastDecision {
  readonly type: ReversibleType
  readonly commandId: string
  readonly before: {
    readonly phase: PhaseName
    readonly conditions: AccordFacts['conditions']
    readonly extensions: AccordFacts['extensions']
    readonly suspensions: AccordFacts['suspensions']
    readonly control?: AccordFacts['control']
    readonly plan?: PlanState
    readonly monitoring?: MonitoringState
    readonly ended?: { readonly on: ActDate; readonly how: 'signalled' | 'expiry' }
    /** Those that the decision changed; null for those that it set. */
    readonly obligations: Readonly<Record<string, Obligation | null>>
  }
}

/** Regional paperwork, kept as cited; its order never blocks the accord. */
export interface RegionalAct {
  readonly title: string
  readonly on: ActDate
  readonly citation?: Citation
}

/** What is known of an accord whatever its phase. */
export interface AccordFacts extends ExitFacts, ApprovalFacts {
  readonly accordId: string
  readonly version: number
  readonly programmeId: string
  readonly regionId: RegionId
  readonly title: string
  readonly fund?: string
  readonly rules: ProgrammeRules
  /** The version of the rules that it followed before it was moved to these. */
  readonly rulesBefore?: number
  readonly proposedOn: ActDate
  readonly signatures: Partial<Record<Party, Signature>>
  readonly inForceOn?: ActDate
  readonly regionalActs: readonly RegionalAct[]
  readonly advance?: Money
  readonly balance?: Money
  readonly money: MoneyState
  readonly actions: Readonly<Record<string, ActionState>>
  readonly milestones: Readonly<Record<string, MilestoneState>>
  readonly conditions: Readonly<Record<string, PlanCondition & { readonly met: boolean }>>
  readonly extensions: Readonly<Record<string, ExtensionState>>
  readonly obligations: Readonly<Record<string, Obligation>>
  readonly suspensions: Readonly<Record<string, SuspensionState>>
  readonly control?: { readonly sentOn: ActDate; readonly outcome?: AccordEvents['ControlEnded']['outcome'] }
  readonly monitoring?: MonitoringState
  readonly documents?: Documents
  readonly lastDecision?: LastDecision
}

export interface PlanState extends Plan {
  readonly version: number
  /** An integration was already asked for this version: it can be asked once. */
  readonly integrationUsed: boolean
  readonly approvedOn?: ActDate
}

export interface ReportState {
  readonly version: number
  readonly title: string
  readonly integrationUsed: boolean
}

type In<P extends string, Extra> = P extends string ? { readonly phase: P } & Extra : never
type WithPlan = { readonly plan: PlanState }
type WithEnd = WithPlan & {
  readonly activitiesEndedOn: ActDate
  readonly activitiesEndedHow: 'signalled' | 'expiry'
}
type WithReport = WithEnd & { readonly report: ReportState }

/** What each phase adds; a union, so that no code can read a report before there is one. */
export type AccordPhase =
  | In<'proposed' | 'inForce', unknown>
  | In<'planUnderReview' | 'planIntegration' | 'planReturned' | 'underway', WithPlan>
  | In<'activitiesEnded', WithEnd>
  | In<'reportUnderReview' | 'reportIntegration' | 'reportReturned' | 'reportApproved', WithReport>
  | In<'concluded', WithReport & { readonly concludedOn: ActDate }>
  // Whatever it had reached stays to be read.
  | In<ExitPhase, Exited>
  | In<ExitPhase, Exited & WithPlan>
  | In<ExitPhase, Exited & WithEnd>
  | In<ExitPhase, Exited & WithReport>

export type Accord = AccordFacts & AccordPhase
export type Absent = { readonly phase: 'absent'; readonly version: 0 }
export type AccordState = Absent | Accord
export type PhaseName = AccordPhase['phase']
export type AccordIn<P extends PhaseName> = Extract<Accord, { phase: P }>

export const initialAccord: AccordState = { phase: 'absent', version: 0 }

/** The entry of that id itself: people choose ids, and `constructor` must not find what every object inherits. */
export function entry<T>(all: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(all, id) ? all[id] : undefined
}

/** Every phase, in the order of an accord's life. */
export const phaseNames: readonly PhaseName[] = [
  'proposed',
  'inForce',
  'planUnderReview',
  'planIntegration',
  'planReturned',
  'underway',
  'activitiesEnded',
  'reportUnderReview',
  'reportIntegration',
  'reportReturned',
  'reportApproved',
  'concluded',
  'withdrawn',
  'unused',
  'revoked',
]

/** Earlier in the life of an accord: a phase unknown here, and any that leads out of it, is not. */
export function isBefore(phase: PhaseName, milestone: PhaseName): boolean {
  return phaseNames.slice(0, phaseNames.indexOf(milestone)).includes(phase)
}

/** Nothing more can happen by itself: no workflow needs to wait on this accord. */
export function isFinished(state: AccordState): boolean {
  if (state.phase === 'absent') return true
  return hasEnded(state) && !owesRecovery(state)
}

/** An obligation and the next of its dates that can pass: its target, or the deadline itself. */
export interface Due extends Obligation {
  readonly tier?: 'target'
}

/** The earliest deadline or target that can still pass; ties in the order of their ids. */
export function nextDue(state: AccordState): Due | undefined {
  if (state.phase === 'absent') return undefined
  let next: Due | undefined
  for (const obligation of Object.values(state.obligations)) {
    if (obligation.status !== 'open') continue
    const due = nextTier(obligation)
    if (next === undefined || dueOrder(due) < dueOrder(next)) next = due
  }
  return next
}

function nextTier(obligation: Obligation): Due {
  const { target, targetPassed } = obligation
  if (target === undefined || targetPassed) return obligation
  return { ...obligation, effective: target.nominal, passesAt: target.passesAt, tier: 'target' }
}

function dueOrder(due: Due): string {
  return `${due.passesAt} ${due.id}`
}

/** Not settled and not passed: it can still be kept in time. */
export function isRunning({ status }: { readonly status: string }): boolean {
  return status === 'open' || status === 'held' || status === 'suspended'
}

/** Running, or missed and therefore still to be done. */
export function isOwed(obligation: { readonly status: string }): boolean {
  return isRunning(obligation) || obligation.status === 'missed'
}

/** The obligation of a kind that is still owed: open, held, suspended or missed. */
export function owed(state: AccordFacts, kind: Deadline['kind'], ref?: string): Obligation | undefined {
  return Object.values(state.obligations).find(
    (obligation) =>
      obligation.kind === kind && (ref === undefined || obligation.ref === ref) && isOwed(obligation),
  )
}
