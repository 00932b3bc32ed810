import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, closedDay, type RollPolicy } from '../../../domain/time/calendar.ts'
import { hasPassed } from '../../../domain/time/deadline.ts'
import { instantAt, localDateOf } from '../../../domain/time/instant.ts'
import { addDays, daysBetween, type LocalDate, localDate, weekday } from '../../../domain/time/localDate.ts'
import { addPeriod, period } from '../../../domain/time/period.ts'
import { type ComputedTerm, computeTerm, type Term } from '../../../domain/time/term.ts'
import { italy, rome } from '../../support/fixtures.ts'

const zone = 'Europe/Rome'
const rest = { zone, citation: 'prova' } as const

const date = fc.integer({ min: 0, max: 44_000 }).map((days) => addDays(localDate('1978-01-01'), days))
const calendar = fc.constantFrom(italy, rome)
const policy = fc.constantFrom<RollPolicy>('CC', 'SAT', 'EU', 'NONE')
const length = fc
  .record({ unit: fc.constantFrom('D', 'W', 'M', 'Y'), count: fc.integer({ min: 1, max: 40 }) })
  .map(({ unit, count }) => period(`P${count}${unit}`))
const fixed = date.map((day) => ({ basis: 'FIXED_DATE', date: day }) as const)
const counted = fc
  .record({ start: date, period: length })
  .map((basis) => ({ basis: 'PERIOD', ...basis }) as const)
const forwards = fc.oneof(fixed, counted)

type Basis = typeof forwards extends fc.Arbitrary<infer T> ? T : never

const act = (basis: Basis, rolls: RollPolicy): Term => ({
  ...basis,
  ...rest,
  subject: 'ACT_TO_PERFORM',
  policy: rolls,
})

type Check = (computed: ComputedTerm, term: Term, days: Calendar) => void

function forEvery(check: Check, compute = computeTerm): fc.IPropertyWithHooks<unknown[]> {
  return fc.property(forwards, policy, calendar, (basis, rolls, days) => {
    const term = act(basis, rolls)
    check(compute(term, days), term, days)
  }) as unknown as fc.IPropertyWithHooks<unknown[]>
}

const neverBefore: Check = ({ nominal, effective }) => expect(effective >= nominal).toBe(true)
const neverClosed: Check = ({ effective }, term, days) => {
  if (term.policy === 'EU' && term.basis === 'FIXED_DATE') return
  expect(closedDay(days, term.policy, effective)).toBeUndefined()
}
/** Nothing open is skipped: every day from the nominal date to the effective one is closed. */
const firstOpen: Check = ({ nominal, effective }, term, days) => {
  for (let day: LocalDate = nominal; day < effective; day = addDays(day, 1)) {
    expect(closedDay(days, term.policy, day)).toBeDefined()
  }
}

describe('any forward term', () => {
  test('is never due before its nominal date', () => {
    fc.assert(forEvery(neverBefore))
  })

  test('is never due on a day that its policy closes', () => {
    fc.assert(forEvery(neverClosed), { numRuns: 500 })
  })

  test('is due on the first open day', () => {
    fc.assert(forEvery(firstOpen), { numRuns: 500 })
  })

  test('under the civil rule is never due later than where Saturday is closed', () => {
    fc.assert(
      fc.property(forwards, calendar, (basis, days) => {
        const [civil, saturday] = [act(basis, 'CC'), act(basis, 'SAT')].map(
          (term) => computeTerm(term, days).effective,
        )
        expect(civil !== undefined && saturday !== undefined && civil <= saturday).toBe(true)
      }),
    )
  })

  test('in Rome is never due earlier than in the rest of Italy', () => {
    fc.assert(
      fc.property(forwards, policy, (basis, rolls) => {
        const term = act(basis, rolls)
        expect(computeTerm(term, rome).effective >= computeTerm(term, italy).effective).toBe(true)
      }),
    )
  })

  test('passes in the night after its effective day, and not before', () => {
    const passes: Check = (computed) => {
      expect(localDateOf(computed.passesAt, zone)).toBe(computed.effective)
      expect(hasPassed(computed, computed.passesAt)).toBe(false)
      const nextMorning = instantAt(addDays(computed.effective, 1), '00:00', zone)
      expect(hasPassed(computed, nextMorning)).toBe(true)
      expect(Date.parse(nextMorning) - Date.parse(computed.passesAt)).toBe(1)
    }
    fc.assert(forEvery(passes))
  })

  test('tells a chain of reasons that ends at its effective date', () => {
    const chained: Check = ({ nominal, effective, passesAt, why }) => {
      const rolled = why.find((link) => link.step === 'rolled')
      expect(rolled?.from ?? nominal).toBe(nominal)
      expect(rolled?.to ?? nominal).toBe(effective)
      expect(why.at(-1)).toMatchObject({ step: 'cutOff', passesAt })
    }
    fc.assert(forEvery(chained))
  })
})

test('the end of a period is its nominal date', () => {
  fc.assert(
    fc.property(forwards, policy, calendar, (basis, rolls, days) => {
      const { nominal, effective } = computeTerm({ ...act(basis, rolls), subject: 'END_OF_PERIOD' }, days)
      expect(effective).toBe(nominal)
    }),
  )
})

test('a backward term is due on its nominal date or on an open day before it', () => {
  fc.assert(
    // Far enough from the first year that the calendars cover.
    fc.property(date, length, policy, calendar, (day, forward, rolls, days) => {
      const start = addDays(day, 41 * 366)
      const back = act({ basis: 'PERIOD', start, period: period(`-${forward}`) }, rolls)
      const { nominal, effective } = computeTerm(back, days)
      expect(nominal < start && effective <= nominal).toBe(true)
      expect(closedDay(days, rolls, effective)).toBeUndefined()
    }),
  )
})

test('days count one by one, weeks end on the same weekday, months on the same day or the last', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 60 }), (start, count) => {
      expect(daysBetween(start, addPeriod(start, period(`P${count}D`)))).toBe(count)
      expect(weekday(addPeriod(start, period(`P${count}W`)))).toBe(weekday(start))
      const month = addPeriod(start, period(`P${count}M`))
      expect(month.slice(8) === start.slice(8) || addDays(month, 1).endsWith('-01')).toBe(true)
      expect(addPeriod(start, period(`P${12 * count}M`))).toBe(addPeriod(start, period(`P${count}Y`)))
    }),
  )
})

describe('the properties notice', () => {
  const notices = (check: Check, wrong: typeof computeTerm) =>
    fc.check(forEvery(check, wrong), { seed: 2014, numRuns: 500, endOnFailure: true }).failed
  const shifted =
    (days: number): typeof computeTerm =>
    (term, on) => {
      const computed = computeTerm(term, on)
      const moved = computed.nominal === computed.effective ? 0 : days
      return { ...computed, effective: addDays(computed.effective, moved) }
    }

  test('a term that does not roll', () => {
    expect(notices(neverClosed, (term, on) => computeTerm({ ...term, policy: 'NONE' }, on))).toBe(true)
  })

  test('a term that rolls the wrong way, or a day too far', () => {
    expect(notices(neverBefore, shifted(-10))).toBe(true)
    expect(notices(firstOpen, shifted(1))).toBe(true)
  })
})
