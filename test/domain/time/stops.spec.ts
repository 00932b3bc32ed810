import { describe, expect, test } from 'vitest'
import { type Adjustment, inOrder, type Suspension } from '../../../domain/time/adjustments.ts'
import { localDate } from '../../../domain/time/localDate.ts'
import { period } from '../../../domain/time/period.ts'
import { type ComputedTerm, computeTerm, type Term } from '../../../domain/time/term.ts'
import { italy } from '../../support/fixtures.ts'

const frame = { policy: 'CC', zone: 'Europe/Rome', citation: 'regola' } as const
const counted = (start: string, length: string, rest: Partial<Term> = {}): Term =>
  ({
    ...{ basis: 'PERIOD', start: localDate(start), period: period(length) },
    ...{ ...frame, subject: 'ACT_TO_PERFORM' },
    ...rest,
  }) as Term
const named = (date: string): Term => ({
  ...{ basis: 'FIXED_DATE', date: localDate(date), subject: 'END_OF_PERIOD' },
  ...frame,
})
const stood = (on: string, until: string): Suspension => ({
  ...{ kind: 'suspension', on: localDate(on), until: localDate(until) },
  rule: 'legge',
})
const standing = (on: string): Suspension => ({ kind: 'suspension', on: localDate(on), rule: 'legge' })
const extended = (until: string, on?: string): Adjustment => ({
  ...{ kind: 'extension', extensionId: 'p1', until: localDate(until), rule: 'atto' },
  ...(on !== undefined && { on: localDate(on) }),
})
const restarted = (on: string, from: string): Adjustment => ({
  ...{ kind: 'restart', suspensionId: 's1', on: localDate(on), from: localDate(from) },
  rule: 'art. 10-bis',
})
const followed = (from: string, until: string): Adjustment => ({
  ...{ kind: 'parent', parentId: 'activities', from: localDate(from), until: localDate(until) },
})
/** As they would be recorded, one act after the other. */
const recorded = (...acts: readonly Adjustment[]) => acts.reduce<Adjustment[]>(inOrder, [])
const computed = (term: Term, ...acts: readonly Adjustment[]): ComputedTerm =>
  computeTerm(term, italy, recorded(...acts))
const due = (term: Term, ...acts: readonly Adjustment[]) => computed(term, ...acts).nominal
const steps = (term: Term, ...acts: readonly Adjustment[]) => computed(term, ...acts).why

// Thirty days from 1 March 2018, a Thursday: they end on 31 March.
const month = counted('2018-03-01', 'P30D')

describe('two stops of one clock', () => {
  const [information, law] = [stood('2018-03-11', '2018-03-31'), stood('2018-03-21', '2018-04-15')]

  test('that overlap count each day once, whichever was recorded first', () => {
    // From 12 March to 15 April there are 35 days.
    expect(due(month, information, law)).toBe('2018-05-05')
    expect(due(month, law, information)).toBe('2018-05-05')
  })

  test('one within the other add the longer one only', () => {
    const inner = stood('2018-03-15', '2018-03-20')
    expect(due(month, information, inner)).toBe('2018-04-20')
    expect(due(month, inner, information)).toBe('2018-04-20')
  })

  test('that begin on the same day count the longer one only', () => {
    const longer = stood('2018-03-11', '2018-04-10')
    expect(due(month, information, longer)).toBe('2018-04-30')
    expect(due(month, longer, information)).toBe('2018-04-30')
  })

  test('one after the other, or with running days between them, add up', () => {
    expect(due(month, stood('2018-03-11', '2018-03-31'), stood('2018-03-31', '2018-04-10'))).toBe(
      '2018-04-30',
    )
    expect(due(month, stood('2018-03-05', '2018-03-10'), stood('2018-03-20', '2018-03-25'))).toBe(
      '2018-04-10',
    )
  })

  test('the second may stop days that only the first one gave', () => {
    // After the first the clock runs until 20 April; before it, it ran until 31 March.
    expect(due(month, information, stood('2018-04-10', '2018-04-20'))).toBe('2018-04-30')
    expect(due(month, stood('2018-04-10', '2018-04-20'), information)).toBe('2018-04-30')
  })

  test('a stop that two others cover between them adds nothing', () => {
    const [first, second] = [stood('2018-03-11', '2018-03-20'), stood('2018-03-18', '2018-03-31')]
    expect(due(month, first, second, stood('2018-03-12', '2018-03-30'))).toBe('2018-04-20')
  })

  test('a stop with another in its middle counts what is left on both sides', () => {
    // Written down as two stops, the outer one last: 12 to 31 March are 20 days.
    const [inner, outer] = [stood('2018-03-15', '2018-03-20'), stood('2018-03-11', '2018-03-31')]
    expect(computeTerm(month, italy, [inner, outer]).nominal).toBe('2018-04-20')
  })

  test('the general suspension of 2020, prolonged by a second law, is one of 83 days', () => {
    const thirty = counted('2020-02-12', 'P30D')
    const [first, second] = [stood('2020-02-22', '2020-04-15'), stood('2020-04-15', '2020-05-15')]
    expect(due(thirty, first, second)).toBe('2020-06-04')
    expect(due(thirty, first, stood('2020-02-22', '2020-05-15'))).toBe('2020-06-04')
  })

  test('the chain tells each of them, and the day from which the second one counts', () => {
    expect(steps(month, information, law).slice(1, -1)).toMatchObject([
      { step: 'suspended', on: '2018-03-11', remainingDays: 20 },
      { step: 'resumed', on: '2018-03-31', to: '2018-04-20' },
      { step: 'suspended', on: '2018-03-31', remainingDays: 20 },
      { step: 'resumed', on: '2018-04-15', to: '2018-05-05' },
    ])
  })

  test('the chain passes over one that adds nothing', () => {
    expect(steps(month, information, stood('2018-03-15', '2018-03-20')).map(({ step }) => step)).toEqual([
      ...['counted', 'suspended', 'resumed', 'cutOff'],
    ])
  })
})

describe('an open stop', () => {
  test('adds nothing yet, and the chain tells how many days are left', () => {
    expect(due(month, standing('2018-03-11'))).toBe('2018-03-31')
    expect(steps(month, standing('2018-03-11'))).toMatchObject([
      { step: 'counted' },
      { step: 'suspended', on: '2018-03-11', remainingDays: 20 },
      { step: 'cutOff' },
    ])
  })

  test('beside one that is over leaves the days of that one', () => {
    expect(due(month, stood('2018-03-05', '2018-03-10'), standing('2018-03-11'))).toBe('2018-04-05')
  })

  test('that began within one that is over counts from the end of that one', () => {
    expect(steps(month, stood('2018-03-11', '2018-03-31'), standing('2018-03-20'))).toMatchObject([
      ...[{ step: 'counted' }, { step: 'suspended' }, { step: 'resumed', to: '2018-04-20' }],
      ...[{ step: 'suspended', on: '2018-03-31', remainingDays: 20 }, { step: 'cutOff' }],
    ])
  })
})

describe('a stop and the ends of the clock', () => {
  test('one that began before the start counts from the start', () => {
    expect(due(month, stood('2018-02-10', '2018-03-11'))).toBe('2018-04-10')
  })

  test('one that was over before the start counts nothing', () => {
    expect(due(month, stood('2018-02-10', '2018-03-01'))).toBe('2018-03-31')
  })

  test('two that began before the start, and overlap, count from the start once', () => {
    expect(due(month, stood('2018-02-10', '2018-03-11'), stood('2018-02-20', '2018-03-16'))).toBe(
      '2018-04-15',
    )
  })

  test('one on the last day leaves nothing: the term ends with it', () => {
    expect(due(month, stood('2018-03-31', '2018-04-11'))).toBe('2018-04-11')
  })

  test('one after the last day counts nothing', () => {
    expect(due(month, stood('2018-04-01', '2018-04-11'))).toBe('2018-03-31')
  })

  test('a day named by an act has no start: every day of the stop counts', () => {
    expect(due(named('2018-12-31'), stood('2018-09-30', '2018-10-31'))).toBe('2019-01-31')
  })

  test('under Reg. 1182/71 a date given by an extension does not roll: on the Monday after it is over', () => {
    // 30 September 2018 is a Sunday.
    const eu = counted('2018-03-01', 'P30D', { policy: 'EU' })
    const [extension, monday] = [extended('2018-09-30', '2018-03-20'), stood('2018-10-01', '2018-10-11')]
    expect(due(eu, extension)).toBe('2018-09-30')
    expect(due(eu, extension, monday)).toBe('2018-09-30')
  })
})

describe('a stop that adds nothing of its own', () => {
  const second = extended('2018-05-31', '2018-03-20')
  const later = stood('2018-04-01', '2018-04-20')

  test('because an extension reached further takes no day from a stop after the extension', () => {
    // The nineteen days from 2 to 20 April come after an act that names 31 May.
    expect(due(month, second, later)).toBe('2018-06-19')
    expect(due(month, stood('2018-03-11', '2018-04-10'), second, later) >= '2018-06-19').toBe(true)
  })

  test('because the clock had run out takes no day from a stop of the clock that an extension gave', () => {
    // Asked before 31 March and granted on 12 April.
    const granted = extended('2018-04-20', '2018-04-12')
    const law = stood('2018-04-15', '2018-05-15')
    expect(due(month, granted, law)).toBe('2018-05-20')
    expect(due(month, stood('2018-04-10', '2018-04-30'), granted, law) >= '2018-05-20').toBe(true)
  })
})

describe('a restart (art. 10-bis before 17 July 2020)', () => {
  test('gives the whole term again from the day of the observations', () => {
    expect(due(month, restarted('2018-03-11', '2018-03-19'))).toBe('2018-04-18')
    expect(steps(month, restarted('2018-03-11', '2018-03-19'))).toMatchObject([
      { step: 'counted' },
      { step: 'restarted', on: '2018-03-11', from: '2018-03-19', to: '2018-04-18', rule: 'art. 10-bis' },
      { step: 'cutOff' },
    ])
  })

  test('forgets the stops before it, and a stop after it counts', () => {
    const again = restarted('2018-03-20', '2018-03-27')
    expect(due(month, again)).toBe('2018-04-26')
    expect(due(month, stood('2018-03-05', '2018-03-10'), again)).toBe('2018-04-26')
    expect(due(month, again, stood('2018-04-05', '2018-04-10'))).toBe('2018-05-01')
  })

  test('never gives an earlier date than an extension had given', () => {
    expect(due(month, extended('2018-05-31', '2018-03-05'), restarted('2018-03-11', '2018-03-19'))).toBe(
      '2018-05-31',
    )
  })

  test('comes too late for a clock that has run out, and means nothing for a day named by an act', () => {
    expect(due(month, restarted('2018-04-01', '2018-04-05'))).toBe('2018-03-31')
    expect(due(named('2018-12-31'), restarted('2018-12-01', '2018-12-11'))).toBe('2018-12-31')
  })

  // The law of 2020 stopped what was running and what began meanwhile, from 23 February to 15 May.
  const thirty = counted('2020-02-12', 'P30D')
  const general = stood('2020-02-22', '2020-05-15')

  test('before a stop: the days of the stop are added to the new term', () => {
    // Again from 20 February, two days used before the stop, 28 after it.
    expect(due(thirty, restarted('2020-02-17', '2020-02-20'), general)).toBe('2020-06-12')
  })

  test('that begins anew within a stop is counted from the end of it', () => {
    // The notice came before the stop and the observations during it.
    expect(due(thirty, restarted('2020-02-17', '2020-03-02'), general)).toBe('2020-06-14')
    // Both came during it.
    expect(due(thirty, restarted('2020-03-10', '2020-03-20'), general)).toBe('2020-06-14')
  })
})

describe('a parent that moved', () => {
  // A report counted from the end of activities on 31 December 2018.
  const report = counted('2018-12-31', 'P60D')
  const later = followed('2019-01-31', '2019-04-01')

  test('for the very stop that the child had too does not count it twice', () => {
    expect(due(report, later)).toBe('2019-04-01')
    expect(due(report, later, stood('2018-12-16', '2019-01-31'))).toBe('2019-04-01')
  })

  test('leaves a stop after the new start its days, and one across it those after', () => {
    expect(due(report, later, stood('2019-02-10', '2019-02-20'))).toBe('2019-04-11')
    expect(due(report, later, stood('2018-12-16', '2019-02-05'))).toBe('2019-04-06')
  })

  test('never takes the child back', () => {
    expect(due(report, followed('2018-12-01', '2019-01-30'))).toBe('2019-03-01')
  })
})

describe('the place of an act among the others', () => {
  test('is that of its legal day, whenever it was recorded', () => {
    const [law, extension] = [stood('2018-03-21', '2018-04-15'), extended('2018-05-31', '2018-03-12')]
    expect(recorded(extension, law)).toEqual([extension, law])
    expect(recorded(law, extension)).toEqual([extension, law])
    expect(due(month, law, extension)).toBe('2018-06-25')
  })

  test('decides what it does: an extension after the stop gives the day that it names', () => {
    expect(due(month, stood('2018-03-21', '2018-04-15'), extended('2018-05-31', '2018-04-16'))).toBe(
      '2018-05-31',
    )
  })

  test('on one day is after those recorded before it', () => {
    const [first, second] = [extended('2018-05-31', '2018-03-12'), stood('2018-03-12', '2018-03-31')]
    const third = extended('2018-06-30', '2018-03-12')
    expect(recorded(first, second, third)).toEqual([first, second, third])
    expect(recorded(third, second, first)).toEqual([third, second, first])
  })

  test('stays before it for what has no day of its own', () => {
    const [legacy, parent] = [extended('2018-05-31'), followed('2018-03-05', '2018-04-04')]
    const stop = stood('2018-03-12', '2018-03-31')
    expect(recorded(legacy, parent, stop)).toEqual([legacy, parent, stop])
    expect(recorded(stop, legacy)).toEqual([stop, legacy])
    expect(recorded(stop, legacy, stood('2018-03-05', '2018-03-06')).at(0)).toMatchObject({
      on: '2018-03-05',
    })
  })
})
