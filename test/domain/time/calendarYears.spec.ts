import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  type Calendar,
  CalendarDoesNotCover,
  closedDay,
  easterSunday,
  type RollPolicy,
} from '../../../domain/time/calendar.ts'
import { addDays, type LocalDate, localDate, weekday } from '../../../domain/time/localDate.ts'
import { period } from '../../../domain/time/period.ts'
import { computeTerm, type Term } from '../../../domain/time/term.ts'
import { calendar } from '../../../schemas/reference.ts'
import { italy, rome } from '../../support/fixtures.ts'
import vectors from '../term-vectors.json' with { type: 'json' }

const folder = new URL('../../../data/calendars/', import.meta.url)
const shipped = readdirSync(folder).map((file) =>
  calendar.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
)

function named(id: string): Calendar {
  const found = shipped.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`no calendar ${id}`)
  return found
}

const england = named('UK-ENG')
const institutions = named('EU-INST')

const closed = (date: string, days = italy, policy: RollPolicy = 'CC') =>
  closedDay(days, policy, localDate(date))?.name

describe('the years that a calendar covers', () => {
  test.each(['CC', 'SAT', 'EU'] as const)('end what it says under %s, even about a Sunday', (policy) => {
    expect(closed('1978-01-01', italy, policy)).toBe('Capodanno')
    expect(() => closed('1977-12-31', italy, policy)).toThrow(CalendarDoesNotCover)
    expect(() => closed('1977-12-25', italy, policy)).toThrow(CalendarDoesNotCover)
  })

  test('do not matter under NONE, which looks at no calendar', () => {
    expect(closed('1950-12-25', italy, 'NONE')).toBeUndefined()
  })

  test('end at the last one too, where there is one', () => {
    expect(closed('2026-12-28', england)).toBe('Boxing Day (substitute day)')
    expect(() => closed('2027-01-04', england)).toThrow(CalendarDoesNotCover)
    expect(() => closed('2027-01-04', institutions)).toThrow(CalendarDoesNotCover)
  })

  test('are named when they are missed: calendar, version, year and what to do', () => {
    expect(() => closed('2027-01-04', england)).toThrow(
      'calendar UK-ENG, version 2026-11-23, does not cover the year 2027: load a version of it that covers that year',
    )
    expect(() => closed('2027-01-04', england)).toThrow(RangeError)
  })

  test('stop a term that would roll into the unknown', () => {
    const term: Term = {
      basis: 'PERIOD',
      start: localDate('2026-12-20'),
      period: period('P12D'),
      subject: 'ACT_TO_PERFORM',
      policy: 'SAT',
      zone: 'Europe/London',
      citation: 'prova',
    }
    expect(() => computeTerm(term, england)).toThrow(CalendarDoesNotCover)
    expect(computeTerm({ ...term, subject: 'END_OF_PERIOD' }, england).effective).toBe('2027-01-01')
  })

  test('are all years for a calendar stored before calendars said so', () => {
    const { covers: _, ...before } = italy
    expect(closed('1950-12-25', calendar.parse(before))).toBeUndefined()
    expect(closed('1950-12-24', calendar.parse(before))).toBe('sunday')
  })

  test('never reach beyond those that a date can have', () => {
    expect(() => closedDay(italy, 'CC', '2200-01-01' as LocalDate)).toThrow(CalendarDoesNotCover)
    expect(() => closedDay(italy, 'CC', addDays(localDate('2199-12-31'), 3_000_000))).toThrow(
      CalendarDoesNotCover,
    )
  })

  test('are said by every calendar that ships', () => {
    expect(shipped.map(({ id }) => id).sort()).toEqual(['EU-INST', 'IT', 'IT-ROMA', 'UK-ENG'])
    expect(shipped.filter(({ covers }) => covers === undefined)).toEqual([])
  })
})

test('two calendars of one id keep their own days: what is worked out belongs to the object', () => {
  const version = { ...italy, version: '2099-01-01', holidays: italy.holidays.slice(1) }
  expect(closed('2019-01-01')).toBe('Capodanno')
  expect(closed('2019-01-01', version)).toBeUndefined()
  expect(closed('2019-01-01')).toBe('Capodanno')
})

describe('Italy through its laws', () => {
  test.each([1978, 1979, 1980, 1981, 1982, 1983, 1984, 1985])('6 January %i is a day like others', (year) => {
    const isSunday = weekday(localDate(`${year}-01-06`)) === 7
    expect(closed(`${year}-01-06`)).toBe(isSunday ? 'sunday' : undefined)
  })

  test('6 January is closed in every year from 1986', () => {
    for (let year = 1986; year <= 2199; year++) expect(closed(`${year}-01-06`)).toBe('Epifania')
  })

  test('2 June is closed from 2001, and in the years before only on a Sunday', () => {
    for (let year = 1978; year <= 2000; year++) {
      const isSunday = weekday(localDate(`${year}-06-02`)) === 7
      expect(closed(`${year}-06-02`)).toBe(isSunday ? 'sunday' : undefined)
    }
    for (let year = 2001; year <= 2199; year++) expect(closed(`${year}-06-02`)).toMatch(/Repubblica/)
  })

  test('4 October 2025 is open; 4 October 2027, a Monday, is closed', () => {
    expect(closed('2025-10-04')).toBeUndefined()
    expect(weekday(localDate('2027-10-04'))).toBe(1)
    expect(closed('2027-10-04')).toBe("San Francesco d'Assisi")
  })

  test('29 June is closed in Rome only', () => {
    expect(closed('2018-06-29', rome)).toBe('Santi Pietro e Paolo')
    expect([italy, england].map((days) => closed('2018-06-29', days))).toEqual([undefined, undefined])
    expect(closed('2026-06-29', institutions)).toBeUndefined()
  })
})

describe('England and Wales', () => {
  test('hold the shared vector S10: ten days from 23 March 2010 are due on the Tuesday after Easter', () => {
    const vector = vectors.find(({ id }) => id === 'S10')
    const { nominal, effective } = computeTerm(
      {
        basis: 'PERIOD',
        start: localDate(vector?.start ?? ''),
        period: period('P10D'),
        subject: 'ACT_TO_PERFORM',
        policy: 'SAT',
        zone: 'Europe/London',
        citation: 'S10',
      },
      england,
    )
    expect({ nominal, due: effective }).toEqual({ nominal: vector?.nominal, due: vector?.due })
    expect(effective).toBe('2010-04-06')
  })

  test('have bank holidays on the first and the last Monday of a month', () => {
    expect(closed('2018-05-07', england)).toBe('Early May bank holiday')
    expect(closed('2018-05-28', england)).toBe('Spring bank holiday')
    expect(closed('2021-05-31', england)).toBe('Spring bank holiday')
    expect(closed('2018-08-27', england)).toBe('Summer bank holiday')
    expect(closed('2018-08-20', england)).toBeUndefined()
  })

  test('open the Monday from which a bank holiday was moved', () => {
    expect([closed('2020-05-04', england), closed('2020-05-08', england)]).toEqual([
      undefined,
      'Early May bank holiday (VE day)',
    ])
    expect(closed('2022-05-30', england)).toBeUndefined()
    expect(closed('2022-06-02', england)).toBe('Spring bank holiday (moved)')
  })

  test.each(['2011-04-29', '2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'])(
    'close %s for that once: no other year has a holiday of the same name',
    (date) => {
      const name = closed(date, england)
      const same = england.holidays.filter((holiday) => holiday.name === name)
      expect(same.map(({ rule }) => rule)).toEqual([{ date }])
      const inOtherYears = Array.from({ length: 17 }, (_, index) => date.replace(/^\d{4}/, `${2010 + index}`))
        .filter((other) => other !== date)
        .map((other) => closed(other, england))
      expect(inOtherYears).not.toContain(name)
    },
  )
})

describe('the institutions of the Union', () => {
  test('are an example that says so, limited in years, and points at the yearly list', () => {
    expect(institutions.title).toMatch(/ESEMPIO.*Gazzetta ufficiale/)
    expect(institutions.covers).toEqual({ fromYear: 2024, untilYear: 2026 })
    expect(institutions.holidays.filter(({ law }) => !law.includes('1182/71'))).toEqual([])
  })

  test('close Maundy Thursday, the day after Ascension and the last week of the year', () => {
    expect(closed('2025-04-17', institutions)).toBe('Giovedì santo')
    expect(closed('2025-05-30', institutions)).toBe("Venerdì dopo l'Ascensione")
    expect(closed('2025-06-09', institutions)).toBe('Lunedì di Pentecoste')
    for (let day = 24; day <= 31; day++) expect(closed(`2025-12-${day}`, institutions)).toBeDefined()
    expect(closed('2025-12-23', institutions)).toBeUndefined()
  })
})

/** The tables of Clavius, as Knuth gives them: the full moon by its epact, then the Sunday after it. */
function easterByEpact(year: number): LocalDate {
  const golden = (year % 19) + 1
  const century = Math.floor(year / 100) + 1
  const skippedLeapDays = Math.floor((3 * century) / 4) - 12
  const moonCorrection = Math.floor((8 * century + 5) / 25) - 5
  const raw = (((11 * golden + 20 + moonCorrection - skippedLeapDays) % 30) + 30) % 30
  const epact = (raw === 25 && golden > 11) || raw === 24 ? raw + 1 : raw
  const fullMoon = 44 - epact < 21 ? 74 - epact : 44 - epact
  let date = addDays(localDate(`${year}-03-01`), fullMoon)
  while (weekday(date) !== 7) date = addDays(date, 1)
  return date
}

test('Easter is the one of the tables of Clavius in every year from 1978 to 2199', () => {
  for (let year = 1978; year <= 2199; year++) expect(easterSunday(year)).toBe(easterByEpact(year))
})
