import { describe, expect, test } from 'vitest'
import type { RollPolicy } from '../../../domain/time/calendar.ts'
import { hasPassed } from '../../../domain/time/deadline.ts'
import { instant, localDateOf, wallTimeOf } from '../../../domain/time/instant.ts'
import { localDate } from '../../../domain/time/localDate.ts'
import { addPeriod, period } from '../../../domain/time/period.ts'
import { computeTerm, type Term } from '../../../domain/time/term.ts'
import { italy, rome, zone } from '../../support/fixtures.ts'

/** The days on which counting goes wrong where somebody was not careful: nights, leap days and year ends. */
type Rest = Partial<Pick<Term, 'policy' | 'subject' | 'cutOff'>>
const rest = { subject: 'ACT_TO_PERFORM', policy: 'CC', zone, citation: 'prova' } as const

const on = (date: string, change: Rest = {}): Term => ({
  ...{ basis: 'FIXED_DATE', date: localDate(date) },
  ...rest,
  ...change,
})
const from = (start: string, length: string, change: Rest = {}): Term => ({
  ...{ basis: 'PERIOD', start: localDate(start), period: period(length) },
  ...rest,
  ...change,
})
/** Both DST days are Sundays: only the end of a period stays on them. */
const stays = { subject: 'END_OF_PERIOD' } as const
const computed = (term: Term) => computeTerm(term, italy)
const minutesBetween = (a: Term, b: Term) =>
  (Date.parse(computed(b).passesAt) - Date.parse(computed(a).passesAt)) / 60_000

describe('the days of 23 and of 25 hours in Rome', () => {
  test.each([
    ['2019-03-31', '2019-03-31T21:59:59.999Z', 23],
    ['2019-10-27', '2019-10-27T22:59:59.999Z', 25],
    ['2026-03-29', '2026-03-29T21:59:59.999Z', 23],
    ['2026-10-25', '2026-10-25T22:59:59.999Z', 25],
  ])('%s ends at %s, %i hours after the day before', (day, end, hours) => {
    const before = addPeriod(localDate(day), period('-P1D'))
    expect(computed(on(day, stays)).passesAt).toBe(end)
    expect(minutesBetween(on(before, stays), on(day, stays))).toBe(hours * 60)
  })

  test('a day counts as one day, however many hours it has', () => {
    expect(computed(from('2019-03-30', 'P2D')).nominal).toBe('2019-04-01')
    expect(computed(from('2019-10-26', 'P2D')).nominal).toBe('2019-10-28')
    expect(computed(from('2019-04-01', '-P1D', stays)).nominal).toBe('2019-03-31')
  })

  test('a term that rolls off them ends in the time of the next day', () => {
    expect(computed(on('2019-03-31')).passesAt).toBe('2019-04-01T21:59:59.999Z')
    expect(computed(on('2019-10-27')).passesAt).toBe('2019-10-28T22:59:59.999Z')
  })

  test('the same hour is another instant on the two sides of the night', () => {
    const atTwo = { cutOff: '14:00', ...stays }
    expect(minutesBetween(on('2019-03-30', atTwo), on('2019-03-31', atTwo))).toBe(23 * 60)
    expect(minutesBetween(on('2019-10-26', atTwo), on('2019-10-27', atTwo))).toBe(25 * 60)
  })
})

describe('a cut-off in an hour that the night does not have', () => {
  const skipped = on('2019-03-31', { cutOff: '02:30', ...stays })

  test('moves forward by the hour that was skipped: 02:30 is 03:30', () => {
    const { passesAt, effective, why } = computed(skipped)
    expect(passesAt).toBe('2019-03-31T01:30:00.000Z')
    expect(wallTimeOf(passesAt, zone)).toBe('2019-03-31 03:30')
    expect(effective).toBe('2019-03-31')
    // The chain keeps the hour as the act wrote it, beside the instant that it came to be.
    expect(why.at(-1)).toEqual({ step: 'cutOff', time: '02:30', zone, passesAt })
  })

  test('is the same instant as a cut-off at 03:30, and so later than one at 03:00', () => {
    const at = (cutOff: string) => computed(on('2019-03-31', { cutOff, ...stays })).passesAt
    expect(at('03:30')).toBe(at('02:30'))
    expect(at('03:00') < at('02:30')).toBe(true)
    expect(at('02:00')).toBe(at('03:00'))
  })

  test('is always the same, whoever asks and however often', () => {
    expect(new Set(Array.from({ length: 50 }, () => computed(skipped).passesAt)).size).toBe(1)
  })
})

describe('a cut-off in an hour that the night has twice', () => {
  const twice = on('2019-10-27', { cutOff: '02:30', ...stays })

  test('is the first of the two: summer time, 00:30 in Greenwich', () => {
    expect(computed(twice).passesAt).toBe('2019-10-27T00:30:00.000Z')
  })

  test('has passed when the clock shows 02:30 again, an hour later', () => {
    const [first, again] = [instant('2019-10-27T02:30:00+02:00'), instant('2019-10-27T02:30:00+01:00')]
    expect([first, again].map((at) => wallTimeOf(at, zone))).toEqual(['2019-10-27 02:30', '2019-10-27 02:30'])
    expect([first, again].map((at) => hasPassed(computed(twice), at))).toEqual([false, true])
  })

  test('has passed at 02:00 shown for the second time, although that reads as earlier', () => {
    const again = instant('2019-10-27T02:00:00+01:00')
    expect(wallTimeOf(again, zone)).toBe('2019-10-27 02:00')
    expect(hasPassed(computed(twice), again)).toBe(true)
  })

  test('is always the same, whoever asks and however often', () => {
    expect(new Set(Array.from({ length: 50 }, () => computed(twice).passesAt)).size).toBe(1)
  })
})

describe('leap days', () => {
  test.each([
    ['2024-02-29', '-P1Y', '2023-02-28'],
    ['2024-02-29', '-P4Y', '2020-02-29'],
    ['2024-02-29', 'P12M', '2025-02-28'],
    ['2024-02-29', 'P48M', '2028-02-29'],
    ['2024-02-29', 'P1M', '2024-03-29'],
    ['2023-02-28', 'P1Y', '2024-02-28'],
    ['2024-02-28', '-P1D', '2024-02-27'],
    ['2024-02-28', 'P1D', '2024-02-29'],
    ['2023-02-28', 'P1D', '2023-03-01'],
    ['2024-03-01', '-P1D', '2024-02-29'],
    ['2023-03-01', '-P1D', '2023-02-28'],
    ['2024-03-31', '-P1M', '2024-02-29'],
    ['2024-02-29', 'P52W', '2025-02-27'],
    ['2024-02-29', 'P366D', '2025-03-01'],
    ['1999-02-28', 'P1D', '1999-03-01'],
    ['2000-02-28', 'P1D', '2000-02-29'],
    ['2096-02-29', 'P4Y', '2100-02-28'],
    ['2099-12-31', 'P2M', '2100-02-28'],
  ])('%s %s is %s', (start, length, end) => {
    expect(computed(from(start, length, stays)).nominal).toBe(end)
  })

  test('a year from a leap day is not undone by a year back', () => {
    const day = localDate('2024-02-29')
    expect(addPeriod(addPeriod(day, period('P1Y')), period('-P1Y'))).toBe('2024-02-28')
  })

  test('a term that ends on a leap day closed by Sunday rolls into March', () => {
    expect(computed(from('2032-01-30', 'P30D'))).toMatchObject({
      nominal: '2032-02-29',
      effective: '2032-03-01',
    })
  })
})

describe('year ends', () => {
  const dates = (term: Term, calendar = italy) => {
    const { nominal, effective } = computeTerm(term, calendar)
    return [nominal, effective]
  }

  test('a day after 31 December is a holiday and rolls to the 2nd', () => {
    expect(dates(from('2018-12-31', 'P1D'))).toEqual(['2019-01-01', '2019-01-02'])
  })

  test('a day back from 2 January rolls into the year before', () => {
    expect(dates(from('2019-01-02', '-P1D'))).toEqual(['2019-01-01', '2018-12-31'])
  })

  test.each<[RollPolicy, string]>([
    ['CC', '2022-12-24'],
    ['SAT', '2022-12-23'],
    ['EU', '2022-12-23'],
    ['NONE', '2022-12-26'],
  ])('back from the 27th over Christmas on a Sunday, under %s: %s', (policy, effective) => {
    expect(dates(from('2022-12-27', '-P1D', { policy }))).toEqual(['2022-12-26', effective])
  })

  test('where Saturday is closed, 1 January on a Friday rolls over three days', () => {
    expect(dates(on('2027-01-01', { policy: 'SAT' }))).toEqual(['2027-01-01', '2027-01-04'])
    expect(dates(on('2027-01-01'))).toEqual(['2027-01-01', '2027-01-02'])
  })

  test('Saturday 31 December stays under the civil rule, and is 2 January where Saturday is closed', () => {
    expect(dates(on('2022-12-31'))).toEqual(['2022-12-31', '2022-12-31'])
    expect(dates(on('2022-12-31', { policy: 'SAT' }))).toEqual(['2022-12-31', '2023-01-02'])
  })

  test('a Saint Peter on a Saturday or a Monday joins the Sunday beside it, in Rome', () => {
    expect(dates(on('2024-06-29'), rome)).toEqual(['2024-06-29', '2024-07-01'])
    expect(dates(on('2026-06-28'), rome)).toEqual(['2026-06-28', '2026-06-30'])
  })

  test('the new year begins in Rome an hour before it does in Greenwich', () => {
    const last = computed(on('2019-12-31'))
    const stillOldInGreenwich = instant('2019-12-31T23:00:00Z')
    expect(localDateOf(stillOldInGreenwich, zone)).toBe('2020-01-01')
    expect(hasPassed(last, stillOldInGreenwich)).toBe(true)
  })
})

describe('the last second of a day', () => {
  const summer = computed(on('2019-06-28'))

  test.each([
    ['2019-06-28T23:59:59+02:00', false],
    ['2019-06-28T23:59:59.999+02:00', false],
    // Nothing finer than a millisecond is kept: what comes before midnight stays before it.
    ['2019-06-28T23:59:59.999999+02:00', false],
    ['2019-06-29T00:00:00+02:00', true],
    // The same wall time written with the wrong offset is another instant.
    ['2019-06-28T23:59:59+01:00', true],
    ['2019-06-28T21:59:59.999Z', false],
    ['2019-06-28T22:00:00Z', true],
  ])('an act received at %s: passed is %s', (receivedAt, passed) => {
    expect(hasPassed(summer, instant(receivedAt))).toBe(passed)
  })

  test('a cut-off at 14:00 is in time at 14:00 sharp; one at 23:59 leaves the last minute out', () => {
    const sharp = computed(on('2019-06-28', { cutOff: '14:00' }))
    expect(hasPassed(sharp, instant('2019-06-28T14:00:00+02:00'))).toBe(false)
    expect(hasPassed(sharp, instant('2019-06-28T14:00:00.001+02:00'))).toBe(true)
    const minute = computed(on('2019-06-28', { cutOff: '23:59' }))
    expect(hasPassed(minute, instant('2019-06-28T23:59:30+02:00'))).toBe(true)
    expect(hasPassed(summer, instant('2019-06-28T23:59:30+02:00'))).toBe(false)
  })
})
