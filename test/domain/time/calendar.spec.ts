import { describe, expect, test } from 'vitest'
import { closedDay, easterSunday } from '../../../domain/time/calendar.ts'
import { addDays, localDate, weekday } from '../../../domain/time/localDate.ts'
import { italy, rome } from '../../support/fixtures.ts'

const closed = (date: string, calendar = italy) => closedDay(calendar, 'CC', localDate(date))

/** The holidays of a year by the calendar alone: what is closed and not because it is Sunday. */
function holidays(year: number, calendar = italy): string[] {
  const days: string[] = []
  for (let date = localDate(`${year}-01-01`); date.startsWith(`${year}`); date = addDays(date, 1)) {
    if (closedDay(calendar, 'CC', date)?.name !== 'sunday' && closedDay(calendar, 'CC', date))
      days.push(date.slice(5))
  }
  return days
}

describe('the Italian calendar', () => {
  test('of 2018 has eleven holidays, Easter Monday among them', () => {
    expect(holidays(2018)).toEqual([
      ...['01-01', '01-06', '04-02', '04-25', '05-01', '06-02'],
      ...['08-15', '11-01', '12-08', '12-25', '12-26'],
    ])
  })

  test('has 4 October from 2026', () => {
    expect(closed('2025-10-04')).toBeUndefined()
    expect(closed('2026-10-04')).toMatchObject({ law: 'l. 151/2025, art. 1' })
    expect(holidays(2027)).toContain('10-04')
  })

  test('has 2 June from 2001 and not in the years before', () => {
    expect(closed('1999-06-02')).toBeUndefined()
    expect(closed('2000-06-02')).toBeUndefined()
    expect(closed('2001-06-02')).toMatchObject({ law: 'l. 336/2000, art. 1' })
  })

  test.each([1978, 1979, 1980, 1981, 1982, 1983, 1984, 1985])('has no Epiphany in %i', (year) => {
    expect(closed(`${year}-01-06`)?.name).not.toBe('Epifania')
    expect(holidays(year)).not.toContain('01-06')
  })

  test('has Epiphany again from 1986', () => {
    expect(closed('1986-01-06')).toMatchObject({ name: 'Epifania', law: 'd.P.R. 792/1985, art. 1' })
  })

  test('names the holiday on a Sunday that is one', () => {
    expect(closed('2022-12-25')).toMatchObject({ name: 'Natale' })
    expect(closed('2022-12-18')).toMatchObject({ name: 'sunday' })
  })

  test('closes 17 March in 2011 only', () => {
    expect(closed('2011-03-17')).toMatchObject({ law: 'l. 47/2011, art. 1' })
    expect(closed('2010-03-17')).toBeUndefined()
    expect(closed('2016-03-17')).toBeUndefined()
  })

  test('cites a law for every holiday', () => {
    expect(italy.holidays.filter(({ law }) => !/^(l\.|d\.P\.R\.) \d+\/\d{4}, art\. \d/.test(law))).toEqual([])
  })

  test('leaves the patron saints of other towns open', () => {
    expect(closed('2018-06-29')).toBeUndefined()
    expect(closed('2017-12-07')).toBeUndefined()
    expect(closed('2018-01-29')).toBeUndefined()
  })
})

describe('the calendar of Rome', () => {
  test('is the Italian one and 29 June since 1986', () => {
    expect(closed('2018-06-29', rome)).toMatchObject({ law: 'd.P.R. 792/1985, art. 1' })
    expect(closed('1985-06-29', rome)).toBeUndefined()
    expect(
      rome.holidays.filter(({ rule }) => !('month' in rule && rule.month === 6 && rule.day === 29)),
    ).toEqual(italy.holidays)
  })
})

test('every policy but NONE closes Sundays; Saturdays are closed under SAT and EU', () => {
  const on = (date: string) =>
    (['CC', 'SAT', 'EU', 'NONE'] as const).map((policy) => closedDay(italy, policy, localDate(date))?.name)
  expect(on('2018-09-30')).toEqual(['sunday', 'sunday', 'sunday', undefined])
  expect(on('2018-06-30')).toEqual([undefined, 'saturday', 'saturday', undefined])
  expect(on('2018-12-25')).toEqual(['Natale', 'Natale', 'Natale', undefined])
})

describe('Easter', () => {
  test.each([
    ['1943-04-25', 1943],
    ['1954-04-18', 1954],
    ['2000-04-23', 2000],
    ['2010-04-04', 2010],
    ['2019-04-21', 2019],
    ['2025-04-20', 2025],
    ['2038-04-25', 2038],
  ])('%s', (date, year) => {
    expect(easterSunday(year)).toBe(date)
  })

  test('is a Sunday from 22 March to 25 April in every year of the field', () => {
    for (let year = 1900; year <= 2199; year++) {
      const date = easterSunday(year)
      expect(weekday(date)).toBe(7)
      expect(date >= `${year}-03-22` && date <= `${year}-04-25`).toBe(true)
    }
  })
})
