import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import englandData from '../../../data/calendars/uk-england-wales.json' with { type: 'json' }
import { type Calendar, closedDay, easterSunday } from '../../../domain/time/calendar.ts'
import { addDays, localDate } from '../../../domain/time/localDate.ts'
import { calendar } from '../../../schemas/reference.ts'
import { italy, rome } from '../../support/fixtures.ts'

/**
 * A second opinion on the shipped calendars, from a package that other people keep. It decides nothing:
 * where the two differ, the difference stands here with its reason, and any other one is a failure.
 */
interface Difference {
  /** Who alone has the day: we, or the package. */
  readonly only: 'ours' | 'theirs'
  readonly on: (year: number) => string | undefined
  readonly why: string
}

const england = calendar.parse(englandData)

const inYears = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, index) => from + index)

const once = (date: string) => (year: number) => (date.startsWith(`${year}-`) ? date : undefined)

const easterItself: Difference = {
  only: 'theirs',
  on: easterSunday,
  why: 'l. 260/1949 does not name it: it is closed as every Sunday is',
}
const saintsOfRome: Difference = {
  only: 'ours',
  on: (year) => `${year}-06-29`,
  why: 'd.P.R. 792/1985 closes it in the municipality of Rome; the package has no municipalities',
}
const differencesOfEngland: readonly Difference[] = [
  {
    only: 'ours',
    on: once('2011-04-29'),
    why: 'the royal wedding, a bank holiday by proclamation, which the package leaves out',
  },
  {
    only: 'ours',
    on: once('2012-06-04'),
    why: 'the spring bank holiday of 2012, moved next to the Diamond Jubilee',
  },
  {
    only: 'theirs',
    on: once('2012-05-28'),
    why: 'the day from which it was moved, which the package still has',
  },
]

/** Every closed day that is not one merely by being a Sunday; Saturdays are open under the civil rule. */
function ours(days: Calendar, year: number): Set<string> {
  const found = new Set<string>()
  for (let date = localDate(`${year}-01-01`); date <= `${year}-12-31`; date = addDays(date, 1)) {
    const closed = closedDay(days, 'CC', date)
    if (closed !== undefined && closed.name !== 'sunday') found.add(date)
  }
  return found
}

function theirs(country: string, state: string | undefined, year: number): Set<string> {
  const registry = state === undefined ? new Holidays(country) : new Holidays(country, state)
  const listed = registry.getHolidays(year).filter(({ type }) => type === 'public')
  return new Set(listed.map(({ date }) => date.slice(0, 10)))
}

function compare(we: ReadonlySet<string>, they: ReadonlySet<string>) {
  return { ours: [...we.difference(they)].sort(), theirs: [...they.difference(we)].sort() }
}

function expected(differences: readonly Difference[], year: number) {
  const daysOf = (whose: Difference['only']) =>
    differences
      .filter(({ only }) => only === whose)
      .flatMap(({ on }) => on(year) ?? [])
      .sort()
  return { ours: daysOf('ours'), theirs: daysOf('theirs') }
}

describe('every public holiday of the package is closed in our calendar, and no other day', () => {
  test.each(inYears(2015, 2035))('in Italy in %i', (year) => {
    const found = compare(ours(italy, year), theirs('IT', undefined, year))
    expect(found).toEqual(expected([easterItself], year))
  })

  test.each(inYears(2015, 2035))('in Rome in %i, where 29 June is closed too', (year) => {
    const found = compare(ours(rome, year), theirs('IT', undefined, year))
    expect(found).toEqual(expected([easterItself, saintsOfRome], year))
  })

  test.each(inYears(2010, 2026))('in England and Wales in %i', (year) => {
    const found = compare(ours(england, year), theirs('GB', 'ENG', year))
    expect(found).toEqual(expected(differencesOfEngland, year))
  })

  test('control: a holiday left out, or one too many, is found', () => {
    const [first, ...others] = italy.holidays
    if (first === undefined) throw new Error('the calendar of Italy is empty')
    const left = { ...italy, holidays: others }
    expect(compare(ours(left, 2018), theirs('IT', undefined, 2018)).theirs).toEqual([
      '2018-01-01',
      '2018-04-01',
    ])
    expect(compare(ours(rome, 2018), theirs('IT', undefined, 2018)).ours).toEqual(['2018-06-29'])
  })

  test('every difference still falls in a year that is compared, and says why', () => {
    const idle = differencesOfEngland.filter(({ on }) => inYears(2010, 2026).every((year) => !on(year)))
    expect(idle).toEqual([])
    expect([easterItself, saintsOfRome, ...differencesOfEngland].filter(({ why }) => why === '')).toEqual([])
  })
})
