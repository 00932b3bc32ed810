import { describe, expect, test } from 'vitest'
import { issueText } from '../../../domain/text/sentences.ts'
import { inputIssues } from '../../../schemas/issues.ts'
import { calendar } from '../../../schemas/reference.ts'

const always = [{}]
const carnival = { name: 'Carnevale', rule: { month: 2, day: 8 }, law: 'l. 1/2000, art. 1', periods: always }

/** What the schema finds in a calendar of these holidays: the field and the code. */
function found(holidays: readonly unknown[], rest: object = {}): string[] {
  const input = { id: 'PROVA', version: '2026-01-01', title: 'Prova', holidays, ...rest }
  const read = calendar.safeParse(input)
  return read.success ? [] : inputIssues(read.error, input).map(({ field, code }) => `${field}: ${code}`)
}

describe('a holiday that stands twice', () => {
  test.each([
    ['day', { month: 2, day: 8 }],
    ['distance from Easter', { easterOffsetDays: 1 }],
    ['weekday of a month', { month: 5, weekday: 1, nth: -1 }],
    ['date', { date: '2023-05-08' }],
  ])('is refused where the second has the same %s', (_, rule) => {
    const twice = [carnival, { ...carnival, rule }, { ...carnival, name: 'Altra festa', rule }].slice(1)
    expect(found(twice)).toEqual(['holidays.1: duplicate-holiday'])
  })

  test('is refused where a single date repeats a yearly one', () => {
    const once = { ...carnival, name: 'Altra festa', rule: { date: '2023-02-08' } }
    expect(found([carnival, once])).toEqual(['holidays.1: duplicate-holiday'])
    expect(found([{ ...carnival, periods: [{ untilYear: 2022 }] }, once])).toEqual([])
  })

  test('is refused where the second has the same name on another day', () => {
    const moved = { ...carnival, rule: { month: 2, day: 9 } }
    expect(found([carnival, moved])).toEqual(['holidays.1: duplicate-holiday'])
  })

  test('is refused where the years have one in common, and allowed where they have none', () => {
    const until = (untilYear: number) => ({ ...carnival, periods: [{ untilYear }] })
    const from2000 = { ...carnival, periods: [{ fromYear: 2000 }] }
    expect(found([until(2000), from2000])).toEqual(['holidays.1: duplicate-holiday'])
    expect(found([until(1999), from2000])).toEqual([])
  })

  test('is said in both languages, with the remedy', () => {
    const input = { id: 'PROVA', version: '2026-01-01', title: 'Prova', holidays: [carnival, carnival] }
    const read = calendar.safeParse(input)
    const [issue] = read.success ? [] : inputIssues(read.error, input)
    if (issue === undefined) throw new Error('the calendar was taken')
    expect(issueText('it', issue)).toMatch(/^holidays\.1: «.*» ripete una festività .*; toglierne una/)
    expect(issueText('en', issue)).toMatch(/^holidays\.1: “.*” repeats a holiday .*; remove one/)
  })
})

describe('two holidays', () => {
  test('may meet in some year by different rules', () => {
    const easterMonday = { ...carnival, name: "Lunedì dell'Angelo", rule: { easterOffsetDays: 1 } }
    const liberation = { ...carnival, name: 'Liberazione', rule: { month: 4, day: 25 } }
    expect(found([easterMonday, liberation])).toEqual([])
  })
})

describe('a rule', () => {
  test.each([
    ['rule', { month: 2, day: 30 }],
    ['rule', { month: 4, day: 31 }],
    ['rule.date', { date: '2023-02-29' }],
    ['rule.date', { date: '8 May 2023' }],
  ])('is refused at its %s where %j is no date', (field, rule) => {
    expect(found([{ ...carnival, rule }])).toEqual([`holidays.0.${field}: not-a-date`])
  })

  test('may be 29 February, which some years have', () => {
    expect(found([{ ...carnival, rule: { month: 2, day: 29 } }])).toEqual([])
  })

  test.each([
    ['rule.weekday: too-large', { month: 5, weekday: 8, nth: 1 }],
    ['rule: wrong-form', { month: 5, weekday: 1, nth: 5 }],
    ['rule: wrong-form', { month: 5, weekday: 1, nth: 0 }],
    ['rule: wrong-form', { month: 5, weekday: 1, nth: 1, day: 3 }],
    ['rule: wrong-form', {}],
  ])('is refused with %s where it is %j', (issue, rule) => {
    expect(found([{ ...carnival, rule }])).toEqual([`holidays.0.${issue}`])
  })

  test('of one date must fall in its own years, or it would never be closed', () => {
    const late = { ...carnival, rule: { date: '2023-05-08' }, periods: [{ fromYear: 2024 }] }
    expect(found([late])).toEqual(['holidays.0.periods: wrong-form'])
  })
})

describe('years that end before they begin', () => {
  test('are refused in a holiday and in what the calendar covers', () => {
    const reversed = { fromYear: 2001, untilYear: 2000 }
    expect(found([{ ...carnival, periods: [{ fromYear: 1990 }, reversed] }])).toEqual([
      'holidays.0.periods.1: period-reversed',
    ])
    expect(found([carnival], { covers: reversed })).toEqual(['covers: period-reversed'])
    expect(found([carnival], { covers: { fromYear: 2000, untilYear: 2000 } })).toEqual([])
  })
})

test('a calendar that says what it covers must say from when', () => {
  expect(found([carnival], { covers: { untilYear: 2000 } })).toEqual(['covers.fromYear: required'])
})
