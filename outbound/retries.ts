import type { Instant } from '../domain/time/instant.ts'

const minute = 60_000
const hour = 60 * minute

/** Between one attempt and the next; eleven attempts in about 24 hours, and then it waits to be redriven. */
export const pausesMs: readonly number[] = [
  ...[1, 2, 5, 15, 30].map((minutes) => minutes * minute),
  ...[1, 2, 4, 6, 10].map((hours) => hours * hour),
]
/** A receiver that asks for more patience than this is asked again all the same. */
export const mostRetryAfterMs = 6 * hour

/**
 * When to try again after `attempts` failed ones, this one included; undefined once they are used up. Up to a fifth
 * sooner or later, so that what failed together does not come back together. `chance` is 0 to 1.
 */
export function nextAttempt(
  attempts: number,
  now: Instant,
  chance: number,
  retryAfterMs = 0,
): Instant | undefined {
  const pause = pausesMs[attempts - 1]
  if (pause === undefined) return undefined
  const spread = pause * (0.8 + 0.4 * chance)
  const waitMs = Math.max(spread, Math.min(retryAfterMs, mostRetryAfterMs))
  return new Date(Date.parse(now) + Math.round(waitMs)).toISOString() as Instant
}

/** Of a Retry-After header, in seconds or as an HTTP date; 0 where it says nothing that can be read. */
export function retryAfterMs(header: string | undefined, now: Instant): number {
  if (header === undefined) return 0
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1_000
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, at - Date.parse(now))
}
