import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../domain/accord/derivation.ts'
import type { Deadline } from '../../../domain/accord/events.ts'
import type { Adjustment } from '../../../domain/time/adjustments.ts'
import type { Calendar } from '../../../domain/time/calendar.ts'
import { instant } from '../../../domain/time/instant.ts'
import { period } from '../../../domain/time/period.ts'
import { computeTerm, type Term } from '../../../domain/time/term.ts'
import type { WhyStep } from '../../../domain/time/why.ts'
import { concluded, d, italy, order, reportOnly, underway, zone } from '../../support/fixtures.ts'
import { stateAfter } from '../../support/given.ts'

/** Thirty days from 8 March 2018 end on Saturday 7 April; ten days of standing still make it Tuesday 17. */
const term: Term = {
  basis: 'PERIOD',
  start: d('2018-03-08'),
  period: period('P30D'),
  subject: 'ACT_TO_PERFORM',
  policy: 'SAT',
  zone,
  citation: 'regola di prova',
}
const stood: Adjustment = {
  kind: 'suspension',
  on: d('2018-03-20'),
  until: d('2018-03-30'),
  rule: 'l. prova',
}

function deadline(of: Term, adjustments: readonly Adjustment[] = []): Deadline {
  const known = { id: 'planReview', kind: 'planReview', obligor: 'ministry', revision: 1 } as const
  return { ...known, term: of, adjustments, ...computeTerm(of, italy, adjustments) }
}

const rolled = deadline(term)
const moved = deadline(term, [stood])

function withWhy(change: (step: WhyStep) => WhyStep): Deadline {
  return { ...rolled, why: rolled.why.map(change) }
}

describe('a stored deadline', () => {
  it('comes out again from its term, its adjustments and its calendar', () => {
    expect(rolled).toMatchObject({ nominal: '2018-04-07', effective: '2018-04-09' })
    expect(moved).toMatchObject({ nominal: '2018-04-17', effective: '2018-04-17' })
    expect([rolled, moved].map((stored) => differenceOf(stored, italy))).toEqual([undefined, undefined])
  })

  it('comes out again in a whole life, and where an extension has moved it', () => {
    const lives = [concluded, [...underway, order('GrantExtension', '2018-11-05', reportOnly)]]
    for (const life of lives) {
      const state = stateAfter(life)
      const all = state.phase === 'absent' ? [] : Object.values(state.obligations)
      expect(all.length).toBeGreaterThan(3)
      expect(all.map((obligation) => differenceOf(obligation, italy))).toEqual(all.map(() => undefined))
    }
  })

  it('is the same whatever the order of the keys of its chain', () => {
    const reversed = withWhy(
      (step) => Object.fromEntries(Object.entries(step).reverse()) as unknown as WhyStep,
    )
    expect(differenceOf(reversed, italy)).toBeUndefined()
  })

  it('is the same whichever time-zone data the hour was read with, as long as the instant is', () => {
    const noting = withWhy((step) => (step.step === 'cutOff' ? { ...step, tz: '2017b' } : step))
    expect(noting.why.at(-1)).toHaveProperty('tz')
    expect(differenceOf(noting, italy)).toBeUndefined()
    const elsewhere = withWhy((step) => (step.step === 'rolled' ? { ...step, tz: '2017b' } : step))
    expect(differenceOf(elsewhere, italy)).toMatchObject({ fields: ['why'] })
  })
})

describe('a stored deadline that does not come out again', () => {
  it.each([
    ['nominal', { nominal: d('2018-04-06') }, '2018-04-06', '2018-04-07'],
    ['effective', { effective: d('2018-04-10') }, '2018-04-10', '2018-04-09'],
    [
      'passesAt',
      { passesAt: instant('2018-04-10T21:59:59.999Z') },
      '2018-04-10T21:59:59.999Z',
      '2018-04-09T21:59:59.999Z',
    ],
    ['zone', { zone: 'Europe/Lisbon' }, 'Europe/Lisbon', 'Europe/Rome'],
    ['calendar', { calendar: { id: 'IT', version: '1999-01-01' } }, 'IT 1999-01-01', `IT ${italy.version}`],
  ])('names what differs: %s', (field, change, stored, derived) => {
    expect(differenceOf({ ...rolled, ...change }, italy)).toEqual({ fields: [field], stored, derived })
  })

  it('is found where its term was changed under it', () => {
    expect(differenceOf({ ...rolled, term: { ...term, start: d('2018-03-01') } }, italy)).toEqual({
      fields: ['nominal', 'effective', 'passesAt'],
      stored: '2018-04-07 2018-04-09 2018-04-09T21:59:59.999Z',
      derived: '2018-03-31 2018-04-03 2018-04-03T21:59:59.999Z',
    })
  })

  it('is found where what moved it was taken away', () => {
    expect(differenceOf({ ...moved, adjustments: [] }, italy)).toHaveProperty('fields.length', 3)
    const { adjustments: _, ...bare } = moved
    expect(differenceOf(bare, italy)).toHaveProperty('fields.length', 3)
  })

  it('is found where its calendar closes other days', () => {
    const without: Calendar = { ...italy, holidays: [] }
    const stored = deadline({ ...term, period: period('P25D'), policy: 'CC' })
    expect(stored).toMatchObject({ nominal: '2018-04-02', effective: '2018-04-03' })
    expect(differenceOf(stored, without)).toMatchObject({ fields: ['effective', 'passesAt'] })
  })

  it('is found by its chain alone, at the first step that is another', () => {
    const other = withWhy((step) => (step.step === 'counted' ? { ...step, rule: 'altra regola' } : step))
    expect(differenceOf(other, italy)).toEqual({
      fields: ['why'],
      stored: expect.stringContaining('altra regola'),
      derived: expect.stringContaining('regola di prova'),
    })
  })

  it('is found where its chain has a step too many or one too few', () => {
    const [first, ...rest] = rolled.why
    if (first === undefined) throw new Error('no chain')
    const cutOff = expect.stringContaining('cutOff')
    expect(differenceOf({ ...rolled, why: [...rolled.why, first] }, italy)).toMatchObject({ derived: '—' })
    const short = { ...rolled, why: [first, ...rest.slice(0, -1)] }
    expect(differenceOf(short, italy)).toEqual({ fields: ['why'], stored: '—', derived: cutOff })
  })

  it('says why where no date comes out at all', () => {
    const nowhere = { ...rolled, term: { ...term, zone: 'Europe/Atlantide' } }
    const early: Calendar = { ...italy, covers: { fromYear: 1990, untilYear: 2017 } }
    const stored = '2018-04-07 2018-04-09T21:59:59.999Z'
    const derived = expect.stringContaining('time zone')
    expect(differenceOf(nowhere, italy)).toEqual({ fields: [], stored, derived })
    expect(differenceOf(rolled, early)).toMatchObject({ derived: expect.stringContaining('2018') })
  })
})

describe('a deadline moved by version 1, upcast', () => {
  // Under Reg. 1182/71: Saturday 7 April rolled to Monday 9. Three weeks of standing still give Saturday 28;
  // version 1 took that for a fixed date, which never rolls, and left the days closed before in the chain.
  const eu: Term = { ...term, policy: 'EU' }
  const still: Adjustment = { ...stood, until: d('2018-04-10') }
  const before = deadline(eu)
  const after = deadline(eu, [still])
  const stored: Deadline = {
    ...after,
    effective: d('2018-04-28'),
    passesAt: instant('2018-04-28T21:59:59.999Z'),
    why: [...before.why.slice(0, 2), ...after.why.filter(({ step }) => step !== 'rolled')],
  }

  it('comes out again in the manner of version 1, with a chain of its own', () => {
    expect(differenceOf(stored, italy, 'rewritten')).toBeUndefined()
  })

  it('control: in the manner of today it would be another date', () => {
    expect(differenceOf(stored, italy)).toEqual({
      fields: ['effective', 'passesAt'],
      stored: '2018-04-28 2018-04-28T21:59:59.999Z',
      derived: '2018-04-30 2018-04-30T21:59:59.999Z',
    })
  })

  it('is found where its date was changed', () => {
    const changed = { ...stored, nominal: d('2018-04-27') }
    expect(differenceOf(changed, italy, 'rewritten')).toMatchObject({ fields: ['nominal'] })
  })
})
