import type { Instant } from './instant.ts'
import { daysBetween, type LocalDate } from './localDate.ts'

/**
 * The one answer of the whole system to "has it passed?": only *after* the last instant in time.
 * Instants compare as strings, so this needs no date library and runs inside a workflow.
 */
export function hasPassed(deadline: { readonly passesAt: Instant }, at: Instant): boolean {
  return at > deadline.passesAt
}

/** Days after the effective date, for an act on a later day; 0 for one on the day itself or before. */
export function daysLate(deadline: { readonly effective: LocalDate }, on: LocalDate): number {
  return Math.max(0, daysBetween(deadline.effective, on))
}
