import type { DeadlineKind } from '../accord/events.ts'

/** When one reminder falls, counted from a deadline's effective date. */
export type LadderStep =
  | { readonly daysBefore: number }
  | { readonly daysAfter: number }
  /** Every week after the day that lies so many days after the deadline, for as long as it is owed. */
  | { readonly weeklyAfterDays: number }
  /** In the middle of a term that was counted from a start; a fixed date has no middle. */
  | { readonly halfTime: true }

/** What reminds of one kind of deadline, and in which order. */
export interface Ladder {
  readonly steps: readonly LadderStep[]
  /** Days before the last one on which an extension can be asked for, where the programme sets such a day. */
  readonly daysBeforeWindowCloses?: readonly number[]
}

export interface Ladders {
  readonly groups: readonly (Ladder & { readonly kinds: readonly DeadlineKind[] })[]
  /** For every kind that no group names. */
  readonly others: Ladder
}

const before = (...days: readonly number[]) => days.map((daysBefore) => ({ daysBefore }))
const after = (daysAfter: number) => ({ daysAfter })

/** No law and no act sets a cadence: these are defaults of accordi, as data, for a programme to replace. */
export const defaultLadders: Ladders = {
  groups: [
    {
      kinds: ['activities', 'finalReport'],
      steps: [...before(60, 30, 15, 7, 1), after(1), { weeklyAfterDays: 1 }],
      daysBeforeWindowCloses: [7, 1],
    },
    { kinds: ['planIntegration', 'reportIntegration'], steps: [{ halfTime: true }, ...before(3)] },
    {
      kinds: ['planReview', 'reportReview', 'extensionDecision', 'monitoringReview'],
      steps: [...before(10, 3), after(1)],
    },
    { kinds: ['recovery'], steps: [...before(7), after(1)] },
    { kinds: ['exitDecision'], steps: [...before(10, 3), after(1)] },
    // Short before, since another comes in three months; weekly after, since an overdue one blocks other acts.
    {
      kinds: ['monitoringReport', 'midTermReport', 'monitoringResubmission'],
      steps: [...before(15, 7, 1), after(1), { weeklyAfterDays: 1 }],
    },
  ],
  // Assumed: nobody has asked for a cadence for signatures, plans, resubmissions, conditions and milestones.
  others: { steps: [...before(15, 7, 1), after(1)] },
}

export function ladderOf(kind: DeadlineKind, ladders: Ladders = defaultLadders): Ladder {
  return ladders.groups.find(({ kinds }) => kinds.includes(kind)) ?? ladders.others
}
