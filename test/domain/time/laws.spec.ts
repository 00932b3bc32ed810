import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar, HolidayRule, RollPolicy } from '../../../domain/time/calendar.ts'
import { hasPassed } from '../../../domain/time/deadline.ts'
import { type Instant, localDateOf } from '../../../domain/time/instant.ts'
import { addDays, type LocalDate, localDate } from '../../../domain/time/localDate.ts'
import { addPeriod, type Period, period } from '../../../domain/time/period.ts'
import { type ComputedTerm, computeTerm, type Term, type TermSubject } from '../../../domain/time/term.ts'
import { italy, rome } from '../../support/fixtures.ts'
import { naiveDays, naiveEnd, naiveIsClosed, naiveMayMove } from './naiveTerm.ts'

/**
 * What is true of every term. A law does not ask the code under test which days are closed: it asks the
 * naive calendar. Each is written for any way of computing, so that it can be shown to catch a broken one.
 */
type Compute = (term: Term, calendar: Calendar) => ComputedTerm

const ours: Compute = (term, calendar) => computeTerm(term, calendar)

const day = fc.integer({ min: 0, max: 38_000 }).map((days) => addDays(localDate('1986-01-01'), days))
const calendar = fc.constantFrom(italy, rome)
const policy = fc.constantFrom<RollPolicy>('CC', 'SAT', 'EU', 'NONE')
const subject = fc.constantFrom<TermSubject>('ACT_TO_PERFORM', 'ACT_TO_PERFORM', 'END_OF_PERIOD')
const unit = fc.constantFrom(['D', 400], ['W', 60], ['M', 60], ['Y', 6]) as fc.Arbitrary<[string, number]>
const length = unit.chain(([letter, most]) =>
  fc.integer({ min: 1, max: most }).map((count) => period(`P${count}${letter}`)),
)
const spans = fc.tuple(length, fc.constantFrom('', '-')).map(([span, sign]) => period(`${sign}${span}`))
const frame = fc.record({ policy, subject, zone: fc.constant('Europe/Rome'), citation: fc.constant('prova') })

type Frame = Pick<Term, 'policy' | 'subject' | 'zone' | 'citation'>

const counted = (start: LocalDate, span: Period, rest: Frame): Term => ({
  ...{ basis: 'PERIOD', start, period: span },
  ...rest,
})
const fixed = (date: LocalDate, rest: Frame): Term => ({ basis: 'FIXED_DATE', date, ...rest })

const onwards = fc.tuple(day, length, frame).map(([start, span, rest]) => counted(start, span, rest))
const dates = fc.tuple(day, frame).map(([date, rest]) => fixed(date, rest))
const backwards = fc
  .tuple(day, length, frame)
  .map(([start, span, rest]) => counted(start, period(`-${span}`), rest))
const forwards = fc.oneof({ weight: 3, arbitrary: onwards }, { weight: 1, arbitrary: dates })
const anyTerm = fc.oneof({ weight: 2, arbitrary: forwards }, { weight: 1, arbitrary: backwards })

const numRuns = 1_000

function law<Ts extends [unknown, ...unknown[]]>(name: string, property: fc.IPropertyWithHooks<Ts>): void {
  test(name, () => fc.assert(property, { numRuns }))
}

/** Whether a law that all terms of a kind obey fails for a broken way of computing. */
const catches = (property: fc.IProperty<[Term, Calendar]>) =>
  fc.check(property, { seed: 1986, numRuns, endOnFailure: true }).failed

const neverEarlier = (compute: Compute) =>
  fc.property(forwards, calendar, (term, days) => {
    const { nominal, effective } = compute(term, days)
    expect(effective >= nominal).toBe(true)
  })

const neverLater = (compute: Compute) =>
  fc.property(backwards, calendar, (term, days) => {
    const { nominal, effective } = compute(term, days)
    expect(effective <= nominal).toBe(true)
  })

const neverClosed = (compute: Compute) =>
  fc.property(anyTerm.filter(naiveMayMove), calendar, (term, days) => {
    expect(naiveIsClosed(days, term.policy, compute(term, days).effective)).toBe(false)
  })

/** All that it passes over is closed, in whichever direction it goes. */
const nothingOpenSkipped = (compute: Compute) =>
  fc.property(anyTerm, calendar, (term, days) => {
    const { nominal, effective } = compute(term, days)
    const step = effective < nominal ? -1 : 1
    for (let date: string = nominal; date !== effective; date = naiveDays(date, step)) {
      expect(naiveIsClosed(days, term.policy, date)).toBe(true)
    }
  })

describe('law: of rolling', () => {
  law('effective >= nominal for a forward term', neverEarlier(ours))
  law('effective <= nominal for a backward term', neverLater(ours))
  law('effective is never a day that the policy closes', neverClosed(ours))
  law('from nominal to effective every day is closed but the last', nothingOpenSkipped(ours))

  law(
    'CC <= SAT forwards, and SAT <= CC backwards',
    fc.property(anyTerm, calendar, (term, days) => {
      const civil = computeTerm({ ...term, policy: 'CC' }, days).effective
      const saturday = computeTerm({ ...term, policy: 'SAT' }, days).effective
      expect(isBackward(term) ? saturday <= civil : civil <= saturday).toBe(true)
    }),
  )

  law(
    'END_OF_PERIOD and NONE never move',
    fc.property(anyTerm, calendar, (term, days) => {
      const ofPeriod: Term = { ...term, subject: 'END_OF_PERIOD' }
      for (const still of [ofPeriod, { ...term, policy: 'NONE' as const }]) {
        const { nominal, effective, why } = computeTerm(still, days)
        expect(effective).toBe(nominal)
        expect(why.some(({ step }) => step === 'rolled')).toBe(false)
      }
    }),
  )

  test('a fixed date under EU never moves, and under SAT the same date does', () => {
    let moved = 0
    fc.assert(
      fc.property(day, calendar, (date, days) => {
        const rest = { subject: 'ACT_TO_PERFORM', zone: 'Europe/Rome', citation: 'prova' } as const
        expect(computeTerm(fixed(date, { ...rest, policy: 'EU' }), days).effective).toBe(date)
        if (computeTerm(fixed(date, { ...rest, policy: 'SAT' }), days).effective !== date) moved += 1
      }),
      { numRuns },
    )
    expect(moved).toBeGreaterThan(numRuns / 5)
  })
})

function isBackward(term: Term): boolean {
  return term.basis === 'PERIOD' && term.period.startsWith('-')
}

const onDay = (date: LocalDate): HolidayRule => ({
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
})
const withHoliday = (days: Calendar, rule: HolidayRule): Calendar => ({
  ...days,
  version: '2999-01-01',
  holidays: [...days.holidays, { name: 'in più', rule, law: 'legge di prova', periods: [{}] }],
})

describe('law: of one more holiday', () => {
  const offset = fc.integer({ min: -40, max: 60 })
  law(
    'never makes a forward date earlier, nor a backward one later',
    fc.property(anyTerm, calendar, fc.integer({ min: -6, max: 6 }), offset, (term, days, near, easter) => {
      const before = computeTerm(term, days)
      for (const rule of [onDay(addDays(before.effective, near)), { easterOffsetDays: easter }]) {
        const after = computeTerm(term, withHoliday(days, rule))
        expect(after.nominal).toBe(before.nominal)
        const [first, last] = isBackward(term) ? [after, before] : [before, after]
        expect(first.effective <= last.effective).toBe(true)
      }
    }),
  )

  const mayMove = anyTerm.filter((term) => naiveMayMove(term) && term.policy !== 'NONE')
  law(
    'on the effective day itself moves every term that may move',
    fc.property(mayMove, calendar, (term, days) => {
      const { effective } = computeTerm(term, days)
      const after = computeTerm(term, withHoliday(days, onDay(effective))).effective
      expect(isBackward(term) ? after < effective : after > effective).toBe(true)
    }),
  )
})

type AddPeriod = (start: LocalDate, span: Period) => string

const countedFromTheStart = (add: AddPeriod) =>
  fc.property(day, fc.integer({ min: 1, max: 240 }), fc.constantFrom('', '-'), (start, count, sign) => {
    const span = period(`${sign}P${count}M`)
    expect(add(start, span)).toBe(naiveEnd(start, span))
  })

/** The mistake that the law is about: each month counted from where the one before ended. */
const chained: AddPeriod = (start, span) => {
  const sign = span.startsWith('-') ? '-' : ''
  let date = start
  for (let left = Number(span.slice(sign.length + 1, -1)); left > 0; left--) {
    date = addPeriod(date, period(`${sign}P1M`))
  }
  return date
}

describe('law: of counting', () => {
  const count = (most: number) => fc.integer({ min: 1, max: most })

  law('n months are counted from the original start', countedFromTheStart(addPeriod))

  test('months one after the other are another date: 31 January is the witness, both ways', () => {
    const start = localDate('2026-01-31')
    const both = (span: string) => [addPeriod(start, period(span)), chained(start, period(span))]
    expect(both('P2M')).toEqual(['2026-03-31', '2026-03-28'])
    expect(both('-P3M')).toEqual(['2025-10-31', '2025-10-30'])
    expect(fc.check(countedFromTheStart(chained), { seed: 1986, numRuns }).failed).toBe(true)
  })

  for (const [long, times, short, most] of [
    ['Y', 12, 'M', 60],
    ['W', 7, 'D', 360],
  ] as const) {
    const size = fc.tuple(count(most), fc.constantFrom('', '-'))
    law(
      `Pn${long} = P(${times}n)${short}, back and forth`,
      fc.property(day, size, frame, calendar, (start, [n, sign], rest, days) => {
        // Back by sixty years, the calendars reach only what started this late.
        fc.pre(sign === '' || start >= '2047-01-01')
        const [one, other] = [period(`${sign}P${n}${long}`), period(`${sign}P${n * times}${short}`)]
        const { why: _why, ...same } = computeTerm(counted(start, one, rest), days)
        expect(computeTerm(counted(start, other, rest), days)).toMatchObject(same)
      }),
    )
  }

  test('holidays inside count: no calendar changes the nominal date', () => {
    fc.assert(
      fc.property(day, count(400), frame, (start, n, rest) => {
        const next = Number(addDays(start, 31).slice(5, 7))
        // A whole month of holidays after the start, and a calendar without any.
        const month = Array.from({ length: 28 }, (_, index) => ({ month: next, day: index + 1 }))
        const full = month.reduce(withHoliday, italy)
        const none: Calendar = { ...italy, holidays: [] }
        const term = counted(start, period(`P${n}D`), rest)
        const nominals = [italy, full, none].map((days) => computeTerm(term, days).nominal)
        expect(nominals).toEqual(Array(3).fill(naiveDays(start, n)))
      }),
      { numRuns: 300 },
    )
  })

  law(
    'a later start never gives an earlier date',
    fc.property(day, count(40), spans, frame, calendar, (start, later, span, rest, on) => {
      const first = computeTerm(counted(start, span, rest), on)
      const second = computeTerm(counted(addDays(start, later), span, rest), on)
      // Days and weeks keep the order strictly; months may end two starts on the same last day.
      if (/[DW]$/.test(span)) expect(second.nominal > first.nominal).toBe(true)
      expect(second.nominal >= first.nominal && second.effective >= first.effective).toBe(true)
    }),
  )
})

const msAfter = (at: Instant, ms: number) => new Date(Date.parse(at) + ms).toISOString() as Instant

describe('law: of the last instant', () => {
  // In Sao Paulo some days began at one o'clock: there no midnight may be assumed.
  const zone = fc.constantFrom('Europe/Rome', 'UTC', 'America/Sao_Paulo', 'Australia/Lord_Howe')

  law(
    'passesAt is the last millisecond of the effective day',
    fc.property(anyTerm, calendar, zone, (term, days, where) => {
      const { effective, passesAt } = computeTerm({ ...term, zone: where }, days)
      expect(localDateOf(passesAt, where)).toBe(effective)
      expect(localDateOf(msAfter(passesAt, 1), where)).toBe(naiveDays(effective, 1))
    }),
  )

  const cutOff = fc.constantFrom(undefined, '00:00', '02:30', '14:00', '23:59')
  law(
    'at passesAt it has not passed, one millisecond after it has',
    fc.property(anyTerm, calendar, cutOff, (term, days, time) => {
      const computed = computeTerm(time === undefined ? term : { ...term, cutOff: time }, days)
      expect(hasPassed(computed, msAfter(computed.passesAt, -1))).toBe(false)
      expect(hasPassed(computed, computed.passesAt)).toBe(false)
      expect(hasPassed(computed, msAfter(computed.passesAt, 1))).toBe(true)
    }),
  )
})

describe('the laws catch', () => {
  /** Keeps the nominal date and changes by how far it rolled. */
  const rolledBy =
    (change: (days: number) => number): Compute =>
    (term, days) => {
      const computed = computeTerm(term, days)
      const far = Math.round((Date.parse(computed.effective) - Date.parse(computed.nominal)) / 86_400_000)
      return { ...computed, effective: addDays(computed.nominal, change(far)) }
    }

  test('a term that rolls the wrong way', () => {
    const wrongWay = rolledBy((days) => -days)
    expect([neverEarlier(wrongWay), neverLater(wrongWay)].map(catches)).toEqual([true, true])
  })

  test('a term that rolls one day only, or two too far', () => {
    expect(catches(neverClosed(rolledBy(Math.sign)))).toBe(true)
    expect(catches(nothingOpenSkipped(rolledBy((days) => days + Math.sign(days) * 2)))).toBe(true)
  })

  // Without this, a law that fails for every term would pass for one that catches.
  test('nothing in a term that is right', () => {
    const laws = [neverEarlier, neverLater, neverClosed, nothingOpenSkipped]
    expect(laws.map((law) => catches(law(ours)))).toEqual([false, false, false, false])
  })
})
