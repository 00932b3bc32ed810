import type { PhaseName } from '../accord/state.ts'
import type { RegionId } from '../regions.ts'

/** Which accords of a programme an act is about: a rule, not a list, read when the act is started. */
export interface Cohort {
  /** Left out: every Region. */
  readonly regionIds?: readonly RegionId[]
  /** Left out: every phase. The phase that an accord is in when the act starts. */
  readonly phases?: readonly PhaseName[]
  /** Left out: every accord of these Regions and phases. */
  readonly accordIds?: readonly string[]
  /** Left alone for a reason of their own, which stays in the record. */
  readonly exclusions?: readonly Exclusion[]
}

export interface Exclusion {
  readonly accordIds?: readonly string[]
  readonly regionIds?: readonly RegionId[]
  readonly reason: string
}

/** What is known of an accord when the cohort is read. */
export interface Candidate {
  readonly accordId: string
  readonly regionId: RegionId
  readonly phase: PhaseName
}

/** The exclusion that takes an accord out, where one does. */
export function exclusionOf(cohort: Cohort, candidate: Candidate): Exclusion | undefined {
  return cohort.exclusions?.find(
    ({ accordIds, regionIds }) =>
      accordIds?.includes(candidate.accordId) || regionIds?.includes(candidate.regionId),
  )
}

/** Whether the rule takes an accord in, before its exclusions. */
export function isIn({ regionIds, phases, accordIds }: Cohort, candidate: Candidate): boolean {
  return (
    (regionIds === undefined || regionIds.includes(candidate.regionId)) &&
    (phases === undefined || phases.includes(candidate.phase)) &&
    (accordIds === undefined || accordIds.includes(candidate.accordId))
  )
}

/** What a cohort comes to among these accords; `idle` names what an exclusion, or a list, asks for in vain. */
export interface CohortFound {
  readonly chosen: readonly Candidate[]
  readonly excluded: readonly (Candidate & { readonly reason: string })[]
  readonly idle: readonly string[]
}

/** Reads a cohort; `candidates` are the accords of the programme. */
export function chooseCohort(cohort: Cohort, candidates: readonly Candidate[]): CohortFound {
  const members = candidates.filter((candidate) => isIn(cohort, candidate))
  const chosen: Candidate[] = []
  const excluded: (Candidate & { reason: string })[] = []
  for (const member of members) {
    const exclusion = exclusionOf(cohort, member)
    if (exclusion === undefined) chosen.push(member)
    else excluded.push({ ...member, reason: exclusion.reason })
  }
  return { chosen, excluded, idle: idleOf(cohort, members, candidates) }
}

/** A name that matches nothing is a slip, and the accord that was meant would be changed, or left out, in silence. */
function idleOf(cohort: Cohort, members: readonly Candidate[], all: readonly Candidate[]): string[] {
  const accords = new Set(members.map(({ accordId }) => accordId))
  const regions = new Set<string>(members.map(({ regionId }) => regionId))
  const known = new Set(all.map(({ accordId }) => accordId))
  const excluded = (cohort.exclusions ?? []).flatMap(({ accordIds = [], regionIds = [] }) => [
    ...accordIds.filter((id) => !accords.has(id)),
    ...regionIds.filter((id) => !regions.has(id)),
  ])
  return [...(cohort.accordIds ?? []).filter((id) => !known.has(id)), ...excluded]
}
