import { describe, expect, it } from 'vitest'
import { instant } from '../../domain/time/instant.ts'
import { nextAttempt, pausesMs, retryAfterMs } from '../../outbound/retries.ts'

const now = instant('2030-01-01T12:00:00Z')
const hour = 3_600_000
const waitMs = (at: string | undefined) => Date.parse(at ?? '') - Date.parse(now)

describe('an attempt that failed', () => {
  it('is followed by ten others in about a day, each later than the one before', () => {
    const waits = pausesMs.map((_, at) => waitMs(nextAttempt(at + 1, now, 0.5)))
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    const total = waits.reduce((sum, wait) => sum + wait, 0)
    expect(total).toBeGreaterThan(23 * hour)
    expect(total).toBeLessThan(25 * hour)
    expect(waits).toHaveLength(10)
  })

  it('is the last one after that', () => {
    expect(nextAttempt(pausesMs.length + 1, now, 0.5)).toBeUndefined()
  })

  it('is tried again up to a fifth sooner or later', () => {
    expect(waitMs(nextAttempt(1, now, 0))).toBe(48_000)
    expect(waitMs(nextAttempt(1, now, 1))).toBe(72_000)
  })

  it('waits as long as the receiver asks, and six hours at most', () => {
    expect(waitMs(nextAttempt(1, now, 0, 600_000))).toBe(600_000)
    expect(waitMs(nextAttempt(1, now, 0, 99 * hour))).toBe(6 * hour)
    expect(waitMs(nextAttempt(10, now, 0, 600_000))).toBe(8 * hour)
  })
})

describe('Retry-After', () => {
  it('is read in seconds and as a date', () => {
    expect(retryAfterMs('120', now)).toBe(120_000)
    expect(retryAfterMs('Tue, 01 Jan 2030 12:01:00 GMT', now)).toBe(60_000)
  })

  it('says nothing where it cannot be read or is over', () => {
    for (const header of [undefined, '', 'soon', '-5', 'Tue, 01 Jan 2030 11:00:00 GMT', '9'.repeat(30)]) {
      expect(retryAfterMs(header, now)).toBe(0)
    }
  })
})
