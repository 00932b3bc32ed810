import { describe, expect, test } from 'vitest'
import {
  instant,
  instantAt,
  lastInstantOf,
  localDateOf,
  parseInstant,
  parseWrittenInstant,
  wallTimeOf,
} from '../../../domain/time/instant.ts'
import {
  addDays,
  daysBetween,
  lastDayOfMonth,
  localDate,
  parseActDate,
  parseLocalDate,
  parseWrittenDate,
  weekday,
  writtenForm,
} from '../../../domain/time/localDate.ts'

const zone = 'Europe/Rome'

describe('local dates', () => {
  test.each(['2015-02-30', '2015-02-29', '2018-13-01', '2018-00-10', '2018-04-31', '2018-4-1', '18-04-01'])(
    'do not exist: %s',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined()
      expect(() => localDate(text)).toThrow(RangeError)
    },
  )

  test.each(['1899-12-31', '2200-01-01', '0018-01-01', '9999-12-31', ' 2018-01-01', '2018-01-01T00:00Z', ''])(
    'are not of this field: %j',
    (text) => {
      expect(parseLocalDate(text)).toBeUndefined()
    },
  )

  test.each(['2016-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('exist: %s', (text) => {
    expect(parseLocalDate(text)).toBe(text)
  })

  test('that somebody writes in leave a century for the terms counted from them', () => {
    expect(parseWrittenDate('2099-12-31')).toBe('2099-12-31')
    expect(parseWrittenDate('2100-01-01')).toBeUndefined()
    expect(parseWrittenInstant('2099-12-31T23:00:00Z')).toBe('2099-12-31T23:00:00.000Z')
    expect(parseWrittenInstant('2100-01-01T00:00:00Z')).toBeUndefined()
    expect(parseWrittenInstant('1899-12-31T23:00:00Z')).toBeUndefined()
    expect(parseWrittenInstant('ieri')).toBeUndefined()
  })

  test('count days over leap years and daylight saving', () => {
    expect(addDays(localDate('2019-03-30'), 2)).toBe('2019-04-01')
    expect(addDays(localDate('2016-03-01'), -1)).toBe('2016-02-29')
    expect(daysBetween(localDate('2019-03-30'), localDate('2019-04-01'))).toBe(2)
    expect(daysBetween(localDate('2019-04-01'), localDate('2019-03-30'))).toBe(-2)
    expect(lastDayOfMonth(localDate('2024-02-01'))).toBe('2024-02-29')
  })

  test('know their weekday, Monday to Sunday', () => {
    expect(weekday(localDate('2018-12-31'))).toBe(1)
    expect(weekday(localDate('2019-03-31'))).toBe(7)
  })
})

describe('dates of acts', () => {
  test.each([
    ['2014-12-31', '2014-12-31', 'day'],
    ['2014-12', '2014-12-31', 'month'],
    ['2016-02', '2016-02-29', 'month'],
    ['2014', '2014-12-31', 'year'],
  ])('%s stands for %s, known by the %s', (text, date, precision) => {
    const on = parseActDate(text, true)
    expect(on).toEqual({ date, precision, assumed: true })
    expect(on && writtenForm(on)).toBe(text)
  })

  test.each(['Dicembre 2014', '2014-13', '2015-02-30', '14', '2014-1', '2100', '2199-12-31'])(
    'are no dates: %s',
    (text) => {
      expect(parseActDate(text, false)).toBeUndefined()
    },
  )
})

describe('instants', () => {
  test.each([
    ['2018-03-01T10:00:00Z', '2018-03-01T10:00:00.000Z'],
    ['2018-03-01T10:00Z', '2018-03-01T10:00:00.000Z'],
    ['2018-03-01T10:00:00+01:00', '2018-03-01T09:00:00.000Z'],
    ['2018-12-31T23:59:59.9999+01:00', '2018-12-31T22:59:59.999Z'],
  ])('%s is %s', (text, at) => {
    expect(parseInstant(text)).toBe(at)
  })

  test.each(['2018-03-01', '2018-03-01T10:00', '2018-02-30T10:00Z', '2018-03-01T25:00Z', 'ieri', ''])(
    'are none: %j',
    (text) => {
      expect(parseInstant(text)).toBeUndefined()
      expect(() => instant(text)).toThrow(RangeError)
    },
  )

  test('the last instant of a day is found from the next midnight', () => {
    expect(lastInstantOf(localDate('2019-03-31'), zone)).toBe('2019-03-31T21:59:59.999Z')
    expect(lastInstantOf(localDate('2018-12-31'), zone)).toBe('2018-12-31T22:59:59.999Z')
    expect(lastInstantOf(localDate('2018-10-28'), zone)).toBe('2018-10-28T22:59:59.999Z')
    expect(lastInstantOf(localDate('2018-10-27'), zone)).toBe('2018-10-27T21:59:59.999Z')
  })

  test('a wall time that daylight saving skips moves forward', () => {
    expect(instantAt(localDate('2019-03-31'), '02:30', zone)).toBe('2019-03-31T01:30:00.000Z')
    expect(instantAt(localDate('2014-12-30'), '14:00', zone)).toBe('2014-12-30T13:00:00.000Z')
  })

  test('read back as the day and the time on the wall in Rome', () => {
    expect(localDateOf(instant('2018-12-31T23:00:00.000Z'), zone)).toBe('2019-01-01')
    expect(localDateOf(instant('2018-12-31T22:59:59.999Z'), zone)).toBe('2018-12-31')
    expect(wallTimeOf(instant('2018-12-31T22:59:59.999Z'), zone)).toBe('2018-12-31 23:59')
  })
})
