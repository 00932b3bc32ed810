import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Adjustment } from '../../../domain/time/adjustments.ts'
import { addDays, type LocalDate, localDate } from '../../../domain/time/localDate.ts'
import { period } from '../../../domain/time/period.ts'
import { computeTerm, type Term } from '../../../domain/time/term.ts'
import { italy } from '../../support/fixtures.ts'

const act = { subject: 'ACT_TO_PERFORM', policy: 'CC', zone: 'Europe/Rome', citation: 'regola' } as const
const counted = (start: string, length: string, rest: Partial<Term> = {}): Term =>
  ({ basis: 'PERIOD', start: localDate(start), period: period(length), ...act, ...rest }) as Term
const stood = (on: string, until: string): Adjustment => ({
  ...{ kind: 'suspension', on: localDate(on), until: localDate(until) },
  rule: 'art. 2 c. 7 l. 241/1990',
})
const extended = (extensionId: string, until: string): Adjustment & { kind: 'extension' } => ({
  ...{ kind: 'extension', extensionId, until: localDate(until) },
  rule: 'atto',
})
const revoked = (extension: Adjustment & { kind: 'extension' }): Adjustment => ({
  ...extension,
  revoked: { on: localDate('2018-06-01'), rule: 'atto di revoca' },
})
const due = (term: Term, ...adjustments: Adjustment[]) => {
  const { nominal, effective } = computeTerm(term, italy, adjustments)
  return [nominal, effective]
}

describe('the worked cases of suspension', () => {
  const month = counted('2018-03-01', 'P30D')

  test('30 days from 1 March 2018, stopped on the 11th, answered on the 31st: 20 April', () => {
    expect(due(month, stood('2018-03-11', '2018-03-31'))).toEqual(['2018-04-20', '2018-04-20'])
  })

  test('without an answer the clock runs again at the cap of 30 days: 30 April', () => {
    expect(due(month, stood('2018-03-11', '2018-04-10'))).toEqual(['2018-04-30', '2018-04-30'])
  })

  test('90 days from 15 January 2026, stopped on 2 March until the 20th: Sunday 3 May, so Monday', () => {
    const ninety = counted('2026-01-15', 'P90D')
    expect(due(ninety, stood('2026-03-02', '2026-03-20'))).toEqual(['2026-05-03', '2026-05-04'])
  })

  test('30 days from 12 February 2020, stopped by law from 23 February to 15 May: 4 June', () => {
    // The law stops its first day too: the last day used is the one before.
    const thirty = counted('2020-02-12', 'P30D')
    expect(due(thirty, stood('2020-02-22', '2020-05-15'))).toEqual(['2020-06-04', '2020-06-04'])
  })

  test('a term that begins while the law stops all terms is counted from the end of the stop', () => {
    expect(due(counted('2020-03-01', 'P30D'), stood('2020-02-22', '2020-05-15'))).toEqual([
      '2020-06-14',
      '2020-06-15',
    ])
  })
})

describe('a clock', () => {
  test('that has run out cannot be stopped', () => {
    const { nominal, why } = computeTerm(counted('2018-03-01', 'P30D'), italy, [
      stood('2018-04-10', '2018-05-10'),
    ])
    expect(nominal).toBe('2018-03-31')
    expect(why.map(({ step }) => step)).toEqual(['counted', 'cutOff'])
  })

  test('stopped on the closed day it had rolled to has no day left, and ends with the stop', () => {
    // 30 days from 31 August 2018 end on Sunday 30 September.
    expect(due(counted('2018-08-31', 'P30D'), stood('2018-10-01', '2018-10-11'))).toEqual([
      '2018-10-11',
      '2018-10-11',
    ])
  })

  test('resumed on the day it stopped gains nothing', () => {
    expect(due(counted('2018-03-01', 'P30D'), stood('2018-03-11', '2018-03-11'))).toEqual([
      '2018-03-31',
      '2018-03-31',
    ])
  })
})

describe('extensions and suspensions together', () => {
  const term = counted('2018-03-01', 'P30D')

  test('extended first, the days of a later stop are added to the new date', () => {
    const adjusted = [extended('p1', '2018-05-31'), stood('2018-05-01', '2018-05-11')]
    expect(due(term, ...adjusted)).toEqual(['2018-06-10', '2018-06-11'])
  })

  test('stopped first, the extension gives the date that its act names', () => {
    expect(due(term, stood('2018-03-11', '2018-03-31'), extended('p1', '2018-05-31'))).toEqual([
      '2018-05-31',
      '2018-05-31',
    ])
  })

  test('without its extension a term no longer counts a stop that came after its end', () => {
    const adjusted = [revoked(extended('p1', '2018-05-31')), stood('2018-05-01', '2018-05-11')]
    expect(due(term, ...adjusted)).toEqual(['2018-03-31', '2018-03-31'])
  })

  test('one extension revoked leaves the others and the stops', () => {
    const [first, second] = [extended('p1', '2018-05-31'), extended('p2', '2018-07-31')]
    expect(due(term, stood('2018-03-11', '2018-03-31'), first, revoked(second))[0]).toBe('2018-05-31')
    expect(due(term, stood('2018-03-11', '2018-03-31'), revoked(first), second)[0]).toBe('2018-07-31')
    expect(due(term, stood('2018-03-11', '2018-03-31'), revoked(first), revoked(second))[0]).toBe(
      '2018-04-20',
    )
  })

  test('the chain names what was revoked, and what it had given', () => {
    const { why } = computeTerm(term, italy, [revoked(extended('p1', '2018-05-31'))])
    expect(why[1]).toEqual({
      ...{ step: 'revoked', extensionId: 'p1', on: '2018-06-01', to: '2018-05-31' },
      rule: 'atto di revoca',
    })
  })
})

describe('under Reg. 1182/71', () => {
  test('a suspended period still rolls, a date given by an extension does not', () => {
    const eu = counted('2018-03-01', 'P30D', { policy: 'EU' })
    expect(due(eu, stood('2018-03-11', '2018-03-12'))).toEqual(['2018-04-01', '2018-04-03'])
    expect(due(eu, extended('p1', '2018-09-30'))).toEqual(['2018-09-30', '2018-09-30'])
  })
})

const days = fc.integer({ min: 0, max: 4_000 })
const dayFrom = (start: LocalDate, count: number) => addDays(start, count)
const origin = localDate('2010-01-01')
const terms = fc
  .record({
    start: days,
    length: fc.constantFrom('P1D', 'P30D', 'P90D', 'P3W', 'P6M', 'P2Y'),
    policy: fc.constantFrom('CC' as const, 'SAT' as const, 'EU' as const, 'NONE' as const),
  })
  .map(({ start, length, policy }) => counted(dayFrom(origin, start), length, { policy }))
const adjustment = fc
  .record({
    kind: fc.constantFrom('extension', 'suspension', 'parent'),
    from: days,
    length: days,
    id: fc.nat(5),
  })
  .map(({ kind, from, length, id }): Adjustment => {
    const [on, until] = [dayFrom(origin, from), dayFrom(origin, from + length)]
    if (kind === 'suspension') return { kind, on, until, rule: 'legge' }
    if (kind === 'extension') return extended(`p${id}`, until)
    return { kind: 'parent', parentId: 'activities', until }
  })
const histories = fc.array(adjustment, { maxLength: 6 })

describe('laws', () => {
  test('extend, then revoke, is as if nothing had been extended', () => {
    fc.assert(
      fc.property(terms, histories, histories, days, (term, before, after, until) => {
        const extension = extended('x', dayFrom(origin, until))
        const with_ = computeTerm(term, italy, [...before, revoked(extension), ...after])
        const without = computeTerm(term, italy, [...before, ...after])
        expect({ ...with_, why: with_.why.filter(({ step }) => step !== 'revoked') }).toEqual(without)
      }),
    )
  })

  test('stop, then resume, adds exactly the days that the clock stood still', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 0, max: 900 }), days, (term, used, length) => {
        const { nominal } = computeTerm(term, italy)
        const start = term.basis === 'PERIOD' ? term.start : nominal
        const on = dayFrom(start, used)
        fc.pre(on <= nominal)
        const until = dayFrom(on, length)
        const { nominal: after } = computeTerm(term, italy, [
          { kind: 'suspension', on, until, rule: 'legge' },
        ])
        expect(after).toBe(addDays(nominal, length))
      }),
    )
  })

  test('nothing but a revocation ever makes a date earlier', () => {
    fc.assert(
      fc.property(terms, histories, adjustment, (term, before, one) => {
        const { nominal } = computeTerm(term, italy, before)
        expect(computeTerm(term, italy, [...before, one]).nominal >= nominal).toBe(true)
      }),
    )
  })

  test('extensions and followed parents give the same date in any order', () => {
    fc.assert(
      fc.property(terms, histories, fc.array(fc.nat(), { maxLength: 6 }), (term, all, keys) => {
        const moves = all.filter(({ kind }) => kind !== 'suspension')
        const shuffled = moves
          .map((move, index) => ({ move, key: keys[index] ?? index }))
          .sort((a, b) => a.key - b.key)
          .map(({ move }) => move)
        expect(computeTerm(term, italy, shuffled).nominal).toBe(computeTerm(term, italy, moves).nominal)
      }),
    )
  })
})
