import { describe, expect, it } from 'vitest'
import { formatDate, formatDay, formatInstant, formatMoney } from '../../domain/text/format.ts'
import { instant } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/localDate.ts'

const lastDay = localDate('2014-12-31')

describe('dates', () => {
  it('are written in full in both languages', () => {
    expect(formatDate('it', lastDay)).toBe('31 dicembre 2014')
    expect(formatDate('en', lastDay)).toBe('31 December 2014')
    expect(formatDay('it', localDate('2019-04-01'))).toBe('lunedì 1 aprile 2019')
    expect(formatDay('en', localDate('2019-03-31'))).toBe('Sunday 31 March 2019')
  })

  it('are as precise as their source, and say when they are assumed', () => {
    expect(formatDate('it', { date: lastDay, precision: 'month', assumed: false })).toBe('dicembre 2014')
    expect(formatDate('it', { date: lastDay, precision: 'month', assumed: true })).toBe(
      'dicembre 2014 (data presunta)',
    )
    expect(formatDate('en', { date: lastDay, precision: 'year', assumed: true })).toBe('2014 (assumed date)')
    expect(formatDate('en', { date: lastDay, precision: 'day', assumed: false })).toBe('31 December 2014')
  })
})

describe('instants', () => {
  it('are local wall time, and the end of a day is its 24:00 even when the day has 23 hours', () => {
    expect(formatInstant('it', instant('2014-12-30T13:00:00Z'), 'Europe/Rome')).toBe(
      '30 dicembre 2014, ore 14:00',
    )
    expect(formatInstant('it', instant('2019-03-31T21:59:59.999Z'), 'Europe/Rome')).toBe(
      '31 marzo 2019, ore 24:00',
    )
    expect(formatInstant('en', instant('2019-03-31T21:59:59.998Z'), 'Europe/Rome')).toBe(
      '31 March 2019, 23:59',
    )
  })
})

describe('money', () => {
  it.each([
    [33111700, '331.117,00 €', '€331,117.00'],
    [5, '0,05 €', '€0.05'],
    [123456789012, '1.234.567.890,12 €', '€1,234,567,890.12'],
    [99999, '999,99 €', '€999.99'],
    [-10050, '-100,50 €', '-€100.50'],
  ])('%i cents', (cents, italian, english) => {
    expect(formatMoney('it', { cents, currency: 'EUR' })).toBe(italian)
    expect(formatMoney('en', { cents, currency: 'EUR' })).toBe(english)
  })
})
