import { describe, expect, test } from 'vitest'
import type { RollPolicy } from '../../../domain/time/calendar.ts'
import { daysLate, hasPassed } from '../../../domain/time/deadline.ts'
import { instant } from '../../../domain/time/instant.ts'
import { localDate } from '../../../domain/time/localDate.ts'
import { addPeriod, parsePeriod, period } from '../../../domain/time/period.ts'
import { computeTerm, type Term, type TermSubject } from '../../../domain/time/term.ts'
import { italy, rome } from '../../support/fixtures.ts'

type Rest = Partial<Pick<Term, 'policy' | 'subject' | 'cutOff'>>
const rest = {
  subject: 'ACT_TO_PERFORM' as TermSubject,
  policy: 'CC' as RollPolicy,
  zone: 'Europe/Rome',
  citation: 'prova',
}
const until = (date: string, change: Rest = {}): Term => ({
  basis: 'FIXED_DATE',
  date: localDate(date),
  ...rest,
  ...change,
})
const counted = (start: string, length: string, change: Rest = {}): Term => ({
  basis: 'PERIOD',
  start: localDate(start),
  period: period(length),
  ...rest,
  ...change,
})
const due = (term: Term, calendar = italy) => computeTerm(term, calendar).effective

describe('counting', () => {
  test.each([
    ['2023-01-31', 'P1M', '2023-02-28'],
    ['2024-01-31', 'P1M', '2024-02-29'],
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2024-02-29', 'P4Y', '2028-02-29'],
    ['2023-12-31', 'P2M', '2024-02-29'],
    ['2019-03-31', '-P1M', '2019-02-28'],
    ['2018-12-31', '-P30D', '2018-12-01'],
    ['2019-02-27', 'P2D', '2019-03-01'],
    ['2020-02-27', 'P2D', '2020-02-29'],
    ['1998-03-12', 'P3W', '1998-04-02'],
    ['2015-02-01', 'P18M', '2016-08-01'],
  ])('%s %s is %s', (start, length, end) => {
    expect(addPeriod(localDate(start), period(length))).toBe(end)
  })

  test('a month and then a month is not two months: the original start counts', () => {
    const start = localDate('2023-01-31')
    const twice = addPeriod(addPeriod(start, period('P1M')), period('P1M'))
    expect(twice).toBe('2023-03-28')
    expect(addPeriod(start, period('P2M'))).toBe('2023-03-31')
  })

  test.each([
    'P0D',
    'P1M2D',
    '30D',
    'P',
    'P-1D',
    '--P1D',
    'P1.5D',
    'P10000D',
    'P1000M',
    'P100Y',
    'PT1H',
    'p1d',
    '',
  ])('is no period: %j', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
    expect(() => period(text)).toThrow(RangeError)
  })
})

describe('rolling', () => {
  test('a civil term rolls off a Sunday, not off a Saturday', () => {
    expect(due(until('2018-09-30'))).toBe('2018-10-01')
    expect(due(until('2018-06-30'))).toBe('2018-06-30')
  })

  test('where Saturday is closed it rolls off both', () => {
    expect(due(until('2018-06-30', { policy: 'SAT' }))).toBe('2018-07-02')
  })

  test('under Reg. 1182/71 a period rolls and a fixed date never does', () => {
    expect(due(counted('2018-05-31', 'P30D', { policy: 'EU' }))).toBe('2018-07-02')
    expect(due(until('2018-06-30', { policy: 'EU' }))).toBe('2018-06-30')
  })

  test('the end of a period never rolls', () => {
    expect(due(until('2018-09-30', { subject: 'END_OF_PERIOD' }))).toBe('2018-09-30')
    expect(due(counted('2018-08-31', 'P30D', { subject: 'END_OF_PERIOD' }))).toBe('2018-09-30')
  })

  test('a backward term rolls to the previous open day', () => {
    expect(due(counted('2018-10-30', '-P30D'))).toBe('2018-09-29')
    expect(due(counted('2018-10-30', '-P30D', { policy: 'SAT' }))).toBe('2018-09-28')
  })

  test('it rolls over as many closed days as there are', () => {
    expect(due(until('2025-12-25', { policy: 'SAT' }))).toBe('2025-12-29')
  })

  test('29 June is closed in Rome and open elsewhere', () => {
    expect(due(until('2026-06-29'), rome)).toBe('2026-06-30')
    expect(due(until('2026-06-29'), italy)).toBe('2026-06-29')
  })

  test('4 October moves its first date in 2027', () => {
    expect(due(until('2025-10-04'))).toBe('2025-10-04')
    expect(due(until('2027-10-04'))).toBe('2027-10-05')
  })
})

describe('the last instant', () => {
  const passesAt = (term: Term) => computeTerm(term, italy).passesAt

  test('of 31 March 2019, a day of 23 hours, is 21:59:59.999 in Greenwich', () => {
    expect(passesAt(until('2019-03-31', { subject: 'END_OF_PERIOD' }))).toBe('2019-03-31T21:59:59.999Z')
  })

  test('of 31 December 2018 is 22:59:59.999 in Greenwich', () => {
    expect(passesAt(until('2018-12-31'))).toBe('2018-12-31T22:59:59.999Z')
  })

  test('of a day with an hour is that hour', () => {
    expect(passesAt(until('2014-12-30', { cutOff: '14:00' }))).toBe('2014-12-30T13:00:00.000Z')
  })

  test('moves with the day when the day rolls, and keeps its hour', () => {
    expect(passesAt(until('2018-09-30', { cutOff: '14:00' }))).toBe('2018-10-01T12:00:00.000Z')
  })

  test('is still in time; the next millisecond is not', () => {
    const computed = computeTerm(until('2018-12-31'), italy)
    expect(hasPassed(computed, instant('2018-12-31T22:59:59.999Z'))).toBe(false)
    expect(hasPassed(computed, instant('2018-12-31T23:00:00.000Z'))).toBe(true)
  })

  test('days late count from the effective day', () => {
    const computed = computeTerm(until('2018-09-30'), italy)
    expect(daysLate(computed, localDate('2018-10-01'))).toBe(0)
    expect(daysLate(computed, localDate('2018-10-04'))).toBe(3)
    expect(daysLate(computed, localDate('2018-09-01'))).toBe(0)
  })
})

describe('why this date', () => {
  test('names the rule, the closed days with their laws, the hour and the calendar', () => {
    expect(computeTerm(counted('2025-03-21', 'P30D'), italy)).toEqual({
      nominal: '2025-04-20',
      effective: '2025-04-22',
      passesAt: '2025-04-22T21:59:59.999Z',
      zone: 'Europe/Rome',
      calendar: { id: 'IT', version: '2026-11-23' },
      why: [
        { step: 'counted', start: '2025-03-21', period: 'P30D', to: '2025-04-20', rule: 'prova' },
        {
          step: 'rolled',
          from: '2025-04-20',
          to: '2025-04-22',
          closed: [
            { date: '2025-04-20', name: 'sunday', law: 'art. 2963 c.c.; art. 155 c.p.c.' },
            { date: '2025-04-21', name: "Lunedì dell'Angelo", law: 'l. 260/1949, art. 2' },
          ],
          rule: 'art. 2963 c.c.; art. 155 c.p.c.',
        },
        { step: 'cutOff', time: '24:00', zone: 'Europe/Rome', passesAt: '2025-04-22T21:59:59.999Z' },
      ],
    })
  })

  test('of a fixed date that stays says only that', () => {
    const { why } = computeTerm(until('2018-12-31', { cutOff: '14:00' }), italy)
    expect(why).toEqual([
      { step: 'fixed', date: '2018-12-31', rule: 'prova' },
      { step: 'cutOff', time: '14:00', zone: 'Europe/Rome', passesAt: '2018-12-31T13:00:00.000Z' },
    ])
  })
})
