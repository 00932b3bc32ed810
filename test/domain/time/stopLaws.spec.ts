import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Adjustment, inOrder, type Suspension } from '../../../domain/time/adjustments.ts'
import type { RollPolicy } from '../../../domain/time/calendar.ts'
import { addDays, daysBetween, type LocalDate, localDate } from '../../../domain/time/localDate.ts'
import { period } from '../../../domain/time/period.ts'
import { computeTerm, type Term, type TermSubject } from '../../../domain/time/term.ts'
import { italy } from '../../support/fixtures.ts'

/** As they would be recorded, one act after the other. */
const computed = (term: Term, ...acts: readonly Adjustment[]) =>
  computeTerm(term, italy, acts.reduce<Adjustment[]>(inOrder, []))
const due = (term: Term, ...acts: readonly Adjustment[]) => computed(term, ...acts).nominal

const day = (offset: number) => addDays(localDate('2017-03-01'), offset)
const days = (start: LocalDate, count: number, policy: RollPolicy, subject: TermSubject): Term => ({
  ...{ basis: 'PERIOD', start, period: period(`P${count}D`), subject, policy },
  ...{ zone: 'Europe/Rome', citation: 'regola' },
})

const starts = fc.integer({ min: 0, max: 60 }).map(day)
const lengths = fc.integer({ min: 1, max: 120 })
const stops = fc.tuple(fc.integer({ min: -30, max: 240 }), fc.integer({ min: 0, max: 60 })).map(
  ([on, length]): Suspension => ({
    ...{ kind: 'suspension', on: day(on), until: day(on + length), rule: 'legge' },
  }),
)
const extensions = fc.tuple(fc.integer({ min: -30, max: 240 }), fc.integer({ min: 0, max: 240 })).map(
  ([on, until]): Adjustment => ({
    ...{ kind: 'extension', extensionId: 'p1', on: day(on), until: day(until), rule: 'atto' },
  }),
)
const restarts = fc.tuple(fc.integer({ min: -30, max: 240 }), fc.integer({ min: 0, max: 30 })).map(
  ([on, length]): Adjustment => ({
    ...{ kind: 'restart', suspensionId: 's1', on: day(on), from: day(on + length), rule: 'art. 10-bis' },
  }),
)
const moves = fc.oneof({ weight: 3, arbitrary: stops as fc.Arbitrary<Adjustment> }, extensions, restarts)
const policies = fc.constantFrom<RollPolicy>('CC', 'SAT', 'EU', 'NONE')
const subjects = fc.constantFrom<TermSubject>('ACT_TO_PERFORM', 'END_OF_PERIOD')
const terms = fc.tuple(starts, lengths, policies, subjects).map((all) => days(...all))
/** Without closed days at its end, so that it has run out after its last day. */
const plain = fc.tuple(starts, lengths).map((all) => days(...all, 'NONE', 'ACT_TO_PERFORM'))
const startOf = (term: Term) => (term.basis === 'PERIOD' ? term.start : term.date)

/** The days from one to another, without the first, that stand in a stop, each of them looked at. */
function stoodStill(from: LocalDate, to: LocalDate, all: readonly Suspension[]): number {
  const between = Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1))
  return between.filter((day) => all.some(({ on, until }) => on < day && until !== undefined && day <= until))
    .length
}

describe('laws', () => {
  test('what the stops add is the number of days in their union that lie in the running clock', () => {
    fc.assert(
      fc.property(plain, fc.array(stops, { maxLength: 5 }), (term, all) => {
        const { nominal } = computed(term, ...all)
        const added = daysBetween(due(term), nominal)
        expect(added).toBe(stoodStill(startOf(term), nominal, all))
        // And no stop that had begun goes on after the date.
        expect(all.some(({ on, until = on }) => on <= nominal && nominal < until)).toBe(false)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a stop that is over adds exactly its days, and none while it stands', () => {
    fc.assert(
      fc.property(
        plain,
        fc.nat(119),
        fc.nat(400),
        fc.array(stops, { maxLength: 3 }),
        (term, used, length, others) => {
          const on = addDays(startOf(term), used)
          const until = addDays(on, length)
          // The others are over before this one begins.
          const earlier = others.filter((one) => one.until !== undefined && one.until <= on)
          const before = due(term, ...earlier)
          fc.pre(on <= before)
          const open: Suspension = { kind: 'suspension', on, rule: 'legge' }
          expect(due(term, ...earlier, open)).toBe(before)
          expect(due(term, ...earlier, { ...open, until })).toBe(addDays(before, length))
        },
      ),
    )
  })

  test('one more stop never makes a date earlier', () => {
    fc.assert(
      fc.property(terms, fc.array(moves, { maxLength: 4 }), stops, (term, others, stop) => {
        const [without, with_] = [computed(term, ...others), computed(term, ...others, stop)]
        expect(with_.nominal >= without.nominal).toBe(true)
        expect(with_.passesAt >= without.passesAt).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a stop that lasts longer never makes a date earlier', () => {
    fc.assert(
      fc.property(terms, fc.array(moves, { maxLength: 4 }), stops, fc.nat(30), (term, others, stop, more) => {
        const longer = { ...stop, until: addDays(stop.until ?? stop.on, more) }
        expect(due(term, ...others, longer) >= due(term, ...others, stop)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('the chain of reasons leads from date to date to the one that counts', () => {
    fc.assert(
      fc.property(terms, fc.array(moves, { maxLength: 5 }), (term, all) => {
        const { nominal, why } = computed(term, ...all)
        const dates = why.flatMap((step) => {
          if (step.step === 'extended') return [step.from, step.to]
          return step.step === 'counted' || step.step === 'resumed' || step.step === 'restarted'
            ? [step.to]
            : []
        })
        expect(dates.at(-1)).toBe(nominal)
        expect(dates).toEqual(dates.toSorted())
      }),
      { numRuns: 2_000 },
    )
  })

  test('the order in which stops that are over were recorded does not matter', () => {
    const keys = fc.array(fc.nat(), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(terms, fc.array(stops, { minLength: 2, maxLength: 5 }), keys, (term, all, order) => {
        const shuffled = all
          .map((stop, index) => ({ stop, key: order[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ stop }) => stop)
        expect(due(term, ...shuffled)).toBe(due(term, ...all))
      }),
    )
  })
})
