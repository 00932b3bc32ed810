import type { DeadlineKind } from '../accord/events.ts'
import type { Level } from './recipients.ts'

/** Whom a step reaches; left out: the responsible office of whoever owes the act. */
export interface Reach {
  /** The side that owes, the one that waits for it, or both. */
  readonly to?: readonly ('responsible' | 'counterpart')[]
  /** The responsible office is 0; 1 and 2 are the offices above it. They are those of the side that owes. */
  readonly levels?: readonly Level[]
  /** Goes out by itself, on a day that had its digest too. */
  readonly urgent?: true
}

/** When one reminder falls, counted from a deadline's effective date. */
export type LadderDay =
  | { readonly daysBefore: number }
  | { readonly daysAfter: number }
  | {
      /** Every week after the day that lies so many days after the deadline. */
      readonly weeklyAfterDays: number
      /** So many weeks, and no more; left out: for as long as it is owed. */
      readonly mostWeeks?: number
      /** Every so many weeks it reaches one office further up as well. */
      readonly climbsEveryWeeks?: number
    }
  /** In the middle of a term that was counted from a start; a fixed date has no middle. */
  | { readonly halfTime: true }

export type LadderStep = LadderDay & Reach

/** What reminds of one kind of deadline, and in which order. */
export interface Ladder {
  readonly steps: readonly LadderStep[]
  /** Days before the last one on which an extension can be asked for, where the programme sets such a day. */
  readonly daysBeforeWindowCloses?: readonly number[]
  /** While a request to extend it is pending, nothing reminds of it; left out: it is reminded of as before. */
  readonly whileHeld?: 'stops'
}

export interface Ladders {
  readonly groups: readonly (Ladder & { readonly kinds: readonly DeadlineKind[] })[]
  /** For every kind that no group names. */
  readonly others: Ladder
}

const before = (...days: readonly number[]) => days.map((daysBefore) => ({ daysBefore }))
/** The last day before, and the first after: too late for the digest of another day. */
const dayBefore: LadderStep = { daysBefore: 1, urgent: true }
/** A miss is told to the office above, and to the side that waits. */
const dayAfter: LadderStep = {
  daysAfter: 1,
  levels: [0, 1],
  to: ['responsible', 'counterpart'],
  urgent: true,
}
/** Short of the last day: a decision and a reply take some. */
const threeBefore: LadderStep = { daysBefore: 3, urgent: true }
const weekly: LadderStep = { weeklyAfterDays: 1, climbsEveryWeeks: 4 }

/** No law and no act sets a cadence: these are defaults of accordi, as data, for a programme to replace. */
export const defaultLadders: Ladders = {
  groups: [
    {
      kinds: ['activities', 'finalReport'],
      steps: [...before(60, 30, 15, 7), dayBefore, dayAfter, weekly],
      daysBeforeWindowCloses: [7, 1],
    },
    { kinds: ['planIntegration', 'reportIntegration'], steps: [{ halfTime: true }, threeBefore] },
    {
      kinds: ['planReview', 'reportReview', 'extensionDecision', 'monitoringReview', 'exitDecision'],
      steps: [...before(10), threeBefore, dayAfter],
    },
    { kinds: ['recovery'], steps: [...before(7), dayAfter] },
    // Short before, since another comes in three months; weekly after, since an overdue one blocks other acts.
    {
      kinds: ['monitoringReport', 'midTermReport', 'monitoringResubmission'],
      steps: [...before(15, 7), dayBefore, dayAfter, weekly],
    },
  ],
  // Assumed: nobody has asked for a cadence for signatures, plans, resubmissions, conditions and milestones.
  others: { steps: [...before(15, 7), dayBefore, dayAfter] },
}

export function ladderOf(kind: DeadlineKind, ladders: Ladders = defaultLadders): Ladder {
  return ladders.groups.find(({ kinds }) => kinds.includes(kind)) ?? ladders.others
}
