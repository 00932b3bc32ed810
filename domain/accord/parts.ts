import type { RegionId } from '../regions.ts'
import type { Instant } from '../time/instant.ts'
import type { ActDate, LocalDate } from '../time/localDate.ts'
import type { DocumentRef } from './documents/parts.ts'
import type { BudgetLine } from './money/parts.ts'

export type { DocumentRef }

/** Who acts. `id` is an opaque reference to an office or a machine, never a person's name. */
export type Actor =
  | { readonly role: 'ministry'; readonly id: string }
  | { readonly role: 'region'; readonly id: string; readonly regionId: RegionId }
  | { readonly role: 'scheduler' | 'auditor'; readonly id: string }

export type Party = 'ministry' | 'region'

/** Where a fact comes from: `stated` by the programme's own page, by an `act`, or `assumed`. */
export type Mark = 'stated' | 'act' | 'assumed'

/** The act as its source cites it. Protocol numbers are kept letter for letter, never normalised. */
export interface Citation {
  readonly source: string
  readonly protocol?: string
  readonly mark?: Mark
  readonly note?: string
}

/**
 * What every act carries. `on` is the legal date; `receivedAt`, stamped by the trusted edge,
 * is what "in time" is judged by.
 */
export interface Act {
  readonly on: ActDate
  readonly receivedAt: Instant
  readonly actor: Actor
  readonly citation?: Citation
  readonly documents: readonly DocumentRef[]
}

/** Integer cents. On the wire an amount is `{"amount": "331117.00", "currency": "EUR"}`. */
export interface Money {
  readonly cents: number
  readonly currency: 'EUR'
}

/** A digital signature is required on pain of nullity since 30 June 2014 (art. 15 c. 2-bis l. 241/1990). */
export type SignatureKind = 'digital' | 'handwritten' | 'unknown'

export interface Signature {
  readonly kind: SignatureKind
  /** Opaque reference to the signing office. */
  readonly signerRef: string
  /** Left out where the source does not give it. */
  readonly signedAt?: Instant
}

export interface PlanSection {
  readonly number: 1 | 2 | 3
  readonly title: string
}

export interface MilestonePlan {
  readonly id: string
  readonly title: string
  readonly dueOn?: LocalDate
}

/** An action of the integrated plan. Section and priority stay out where the source is silent. */
export interface PlanAction {
  /** Roman numeral, as plans number their actions. */
  readonly numeral: string
  readonly title: string
  readonly section?: 2 | 3
  /** 1 to 5, the programme's priorities; only for pilot actions (section 3). */
  readonly priority?: number
  /** Where the plan gives the action an end of its own. */
  readonly endsOn?: LocalDate
  readonly milestones: readonly MilestonePlan[]
}

export interface Plan {
  readonly sections: readonly PlanSection[]
  readonly actions: readonly PlanAction[]
  /** Planned end of activities. */
  readonly activitiesUntil?: LocalDate
  readonly budget?: readonly BudgetLine[]
}

export interface PlanCondition {
  readonly id: string
  readonly text: string
  readonly dueOn?: LocalDate
}

/** `parts`: named actions and milestones. */
export type ExtensionScope = 'activities' | 'finalReport' | 'both' | 'parts'

/** New dates by obligation; which keys are there must agree with the scope. */
export interface ExtensionDates {
  readonly activities?: LocalDate
  readonly finalReport?: LocalDate
  /** By the numeral of the action. */
  readonly actions?: readonly PartDate[]
  readonly milestones?: readonly PartDate[]
}

export interface PartDate {
  readonly id: string
  readonly until: LocalDate
}

/** An onerous extension takes effect when both parties have signed the addendum that pays for it. */
export interface Addendum {
  readonly amount?: Money
  readonly signBy: LocalDate
}

/** What the office that looked into a request proposes to whoever decides it. */
export type Proposal = 'grant' | 'grantInPart' | 'refuse'

/** The facts whose date can be corrected; `deadline` is the day from which a deadline is counted, or its fixed day. */
export type DatedFact =
  | 'proposal'
  | 'inForce'
  | 'actionStart'
  | 'actionCompletion'
  | 'milestone'
  | 'activitiesEnd'
  | 'deadline'

/** What an act did to one obligation. */
export interface ExtensionEffect {
  readonly deadlineId: string
  readonly fromNominal: LocalDate
  readonly fromEffective: LocalDate
  readonly toNominal: LocalDate
  readonly toEffective: LocalDate
}
