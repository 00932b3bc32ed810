import { describe, expect, test } from 'vitest'
import type { Calendar, RollPolicy } from '../../../domain/time/calendar.ts'
import { localDate } from '../../../domain/time/localDate.ts'
import { period } from '../../../domain/time/period.ts'
import { computeTerm, type Term } from '../../../domain/time/term.ts'
import { italy, rome } from '../../support/fixtures.ts'
import vectors from '../term-vectors.json' with { type: 'json' }

/** Vector S10 proves that calendars are data: the United Kingdom at Easter 2010. */
const unitedKingdom2010: Calendar = {
  id: 'UK-2010',
  version: '2010-01-01',
  title: 'United Kingdom, Easter 2010',
  holidays: [
    {
      name: 'Good Friday',
      rule: { easterOffsetDays: -2 },
      law: 'common law',
      periods: [{ fromYear: 2010, untilYear: 2010 }],
    },
    {
      name: 'Easter Monday',
      rule: { easterOffsetDays: 1 },
      law: 'Banking and Financial Dealings Act 1971',
      periods: [{ fromYear: 2010, untilYear: 2010 }],
    },
  ],
}

const calendars = new Map(
  [italy, rome, unitedKingdom2010].map((calendar): [string, Calendar] => [calendar.id, calendar]),
)

type Vector = (typeof vectors)[number]

function compute(vector: Vector, policy: RollPolicy, calendarId: string) {
  const calendar = calendars.get(calendarId)
  if (calendar === undefined) throw new Error(`no calendar ${calendarId}`)
  const rest = { subject: 'ACT_TO_PERFORM', policy, zone: 'Europe/Rome', citation: vector.source } as const
  const start = localDate(vector.start)
  const term: Term =
    vector.period === 'FIXED'
      ? { basis: 'FIXED_DATE', date: start, ...rest }
      : { basis: 'PERIOD', start, period: period(vector.period.replace(/^(\+|-)/, signed)), ...rest }
  const { nominal, effective } = computeTerm(term, calendar)
  return { nominal, due: effective }
}

/** The vectors write `+60D` and `-30D`; a period is `P60D` or `-P30D`. */
function signed(sign: string): string {
  return sign === '-' ? '-P' : 'P'
}

describe('the thirty shared vectors', () => {
  test('are thirty', () => {
    expect(vectors).toHaveLength(30)
  })

  test.each(vectors)('$id: $start $period under $policy in $cal is due $due', (vector) => {
    const { nominal, due } = vector
    expect(compute(vector, vector.policy as RollPolicy, vector.cal)).toEqual({ nominal, due })
  })

  test('would fail under a policy that never rolls', () => {
    const failed = vectors.filter((vector) => compute(vector, 'NONE', vector.cal).due !== vector.due)
    expect(failed.map(({ id }) => id)).toEqual(vectors.filter((v) => v.nominal !== v.due).map(({ id }) => id))
    expect(failed.length).toBeGreaterThan(10)
  })

  test('would fail on one calendar for all, or without Saturday apart', () => {
    const asItaly = vectors.filter(
      (vector) => compute(vector, vector.policy as RollPolicy, 'IT').due !== vector.due,
    )
    expect(asItaly.map(({ id }) => id)).toEqual(['S10', 'D14'])
    const asCivil = vectors.filter((vector) => compute(vector, 'CC', vector.cal).due !== vector.due)
    expect(asCivil.map(({ id }) => id)).toEqual(['S05', 'S10', 'D08'])
  })
})
