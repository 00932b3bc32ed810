import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DeadlineKind } from '../../../domain/accord/events.ts'
import type { DeadlineStatus, Obligation } from '../../../domain/accord/state.ts'
import type { ExtensionRules } from '../../../domain/accord/terms.ts'
import { defaultLadders, type Ladders, ladderOf } from '../../../domain/reminders/ladder.ts'
import { remindersOf } from '../../../domain/reminders/planned.ts'
import { type Calendar, closedDay } from '../../../domain/time/calendar.ts'
import { addDays, type LocalDate, weekday } from '../../../domain/time/localDate.ts'
import { period } from '../../../domain/time/period.ts'
import { computeTerm, type Term } from '../../../domain/time/term.ts'
import { d, italy, zone } from '../../support/fixtures.ts'

const common = { subject: 'ACT_TO_PERFORM', policy: 'CC', zone, citation: 'prova' } as const
const fixed = (date: string): Term => ({ basis: 'FIXED_DATE', date: d(date), ...common })
const counted = (start: string, length: string): Term => ({
  ...{ basis: 'PERIOD', start: d(start), period: period(length) },
  ...common,
})

function owing(kind: DeadlineKind, term: Term, change: Partial<Obligation> = {}): Obligation {
  const identity = { id: kind, kind, obligor: 'region', revision: 1 } as const
  return { ...identity, term, ...computeTerm(term, italy), status: 'open', history: [], ...change }
}

interface How {
  readonly calendar?: Calendar | undefined
  readonly limits?: Partial<ExtensionRules>
  readonly from?: string
  readonly until?: string
  readonly ladders?: Ladders
}

/** `T-30 2018-11-30` for each reminder. */
function ladder(obligation: Obligation, how: How = {}): string[] {
  const { limits, from = '2000-01-01', until = '2020-12-31', ladders } = how
  const rules = limits === undefined ? {} : { extensions: { citation: 'prova', ...limits } }
  const calendar = 'calendar' in how ? how.calendar : italy
  const reminders = remindersOf(obligation, calendar, rules, d(from), d(until), ladders)
  return reminders.map(({ step, on }) => `${step} ${on}`)
}

/** A Friday. */
const report = owing('finalReport', fixed('2019-03-01'))

describe('what is reminded of, and when', () => {
  test('the end of activities and the final report from sixty days before', () => {
    expect(ladder(report)).toEqual([
      ...['T-60 2018-12-31', 'T-30 2019-01-30', 'T-15 2019-02-14', 'T-7 2019-02-22', 'T-1 2019-02-28'],
    ])
    expect(ladderOf('activities')).toBe(ladderOf('finalReport'))
  })

  test('a decision of the Ministry ten and three days before, and once after', () => {
    const review = owing('reportReview', counted('2019-03-04', 'P30D'), { obligor: 'ministry' })
    expect(ladder(review)).toEqual(['T-10 2019-03-22', 'T-3 2019-03-29'])
    expect(ladder({ ...review, status: 'missed' })).toEqual(['T+1 2019-04-04'])
    const [first] = remindersOf(review, italy, {}, d('2019-03-01'), d('2019-03-31'))
    expect(first).toEqual({
      ...{ deadlineId: 'reportReview', revision: 1, step: 'T-10', on: '2019-03-22', to: 'ministry' },
      ...{ recipients: ['ministry'], urgent: false, about: 'comingDue', dueOn: '2019-04-03' },
    })
  })

  test('a reply to a request for integration at half time and three days before', () => {
    expect(ladder(owing('planIntegration', counted('2019-03-04', 'P30D')))).toEqual([
      'half 2019-03-19',
      'T-3 2019-03-29',
    ])
    expect(ladder(owing('reportIntegration', fixed('2019-04-03')))).toEqual(['T-3 2019-03-29'])
  })

  test('any other kind by the assumed ladder', () => {
    expect(ladder(owing('milestone', fixed('2019-03-01')))).toEqual([
      ...['T-15 2019-02-14', 'T-7 2019-02-22', 'T-1 2019-02-28'],
    ])
  })

  test('a missed report on the day after, and then every week for as long as it is asked', () => {
    const missed = owing('finalReport', fixed('2019-03-05'), { status: 'missed' })
    expect(ladder(missed, { until: '2019-03-27' })).toEqual([
      ...['T+1 2019-03-06', 'W1 2019-03-13', 'W2 2019-03-20', 'W3 2019-03-27'],
    ])
    expect(ladder(missed, { from: '2020-12-07', until: '2020-12-20' })).toEqual([
      ...['W92 2020-12-09', 'W93 2020-12-16'],
    ])
  })

  test('by the ladder that is given', () => {
    const ladders = { groups: [], others: { steps: [{ daysBefore: 2 }] } }
    expect(ladder(report, { ladders })).toEqual(['T-2 2019-02-27'])
  })
})

describe('the state of the obligation', () => {
  test.each<[DeadlineStatus, number]>([
    ['open', 5],
    ['held', 5],
    ['suspended', 0],
    ['met', 0],
    ['metLate', 0],
    ['lifted', 0],
  ])('%s: %i reminders', (status, count) => {
    expect(ladder({ ...report, status })).toHaveLength(count)
  })

  test('a revision has reminders of its own, for its own date', () => {
    const moved = { ...report, ...computeTerm(fixed('2019-04-01'), italy), revision: 2 }
    const reminders = remindersOf(moved, italy, {}, d('2019-03-29'), d('2019-03-31'))
    expect(reminders).toMatchObject([{ deadlineId: 'finalReport', revision: 2, on: '2019-03-29' }])
  })
})

describe('closed days', () => {
  test('a reminder goes out on the open day before, also for the end of a period', () => {
    const term = { ...fixed('2018-12-31'), subject: 'END_OF_PERIOD' } as const
    // 1 November, a Thursday; Saturday 1 December; Sundays.
    expect(ladder(owing('activities', term))).toEqual([
      ...['T-60 2018-10-31', 'T-30 2018-11-30', 'T-15 2018-12-14', 'T-7 2018-12-24', 'T-1 2018-12-28'],
    ])
  })

  test('of two on one day the nearer to the deadline goes out', () => {
    const monday = owing('planReview', fixed('2019-03-04'))
    const ladders = { groups: [], others: { steps: [{ daysBefore: 3 }, { daysBefore: 1 }] } }
    expect(ladder(monday, { ladders })).toEqual(['T-1 2019-03-01'])
  })

  test('nobody is pressed before the deadline has passed: then it is the open day after', () => {
    // T+1 of a Friday is a Saturday, and the open day before it the deadline's own.
    expect(ladder({ ...report, status: 'missed' }, { until: '2019-03-10' })).toEqual([
      ...['T+1 2019-03-04', 'W1 2019-03-08'],
    ])
  })

  test('weekends and holidays are closed for sending whatever the policy', () => {
    const term = { ...fixed('2019-01-02'), policy: 'NONE' } as const
    expect(ladder(owing('milestone', term)).at(-1)).toBe('T-1 2018-12-31')
  })

  test('where the calendar knows nothing, weekends are still closed', () => {
    const short = { ...italy, covers: { fromYear: 1978, untilYear: 2018 } }
    for (const calendar of [short, undefined]) {
      expect(ladder(owing('milestone', fixed('2019-01-02')), { calendar }).at(-1)).toBe('T-1 2019-01-01')
      expect(ladder(owing('milestone', fixed('2019-03-04')), { calendar }).at(-1)).toBe('T-1 2019-03-01')
    }
  })
})

describe('the window for asking an extension', () => {
  const windowOf = (obligation: Obligation, limits: Partial<ExtensionRules>) =>
    ladder(obligation, { limits }).filter((reminder) => reminder.startsWith('E'))

  test('is reminded of before it closes, where the programme says when', () => {
    // Thirty days before the nominal date: 30 January.
    expect(windowOf(report, { noticeDays: 30 })).toEqual(['E-7 2019-01-23', 'E-1 2019-01-29'])
    expect(windowOf(report, {})).toEqual([])
    expect(windowOf(owing('milestone', fixed('2019-03-01')), { noticeDays: 30 })).toEqual([])
  })

  test('counts from the nominal date, as the refusal of a late request does', () => {
    const rolled = owing('finalReport', fixed('2019-03-31'))
    expect(rolled.effective).toBe('2019-04-01')
    const [first] = remindersOf(
      rolled,
      italy,
      { extensions: { noticeDays: 30, citation: 'prova' } },
      d('2019-02-22'),
      d('2019-02-22'),
    )
    expect(first).toMatchObject({ step: 'E-7', about: 'extensionWindow', dueOn: '2019-03-01' })
  })

  test('is not spoken of where no request could come: one is pending, too many, beyond the cap', () => {
    const extension = { kind: 'extension', extensionId: 'p', until: d('2019-03-01'), rule: 'prova' } as const
    const extended = { ...report, adjustments: [extension] }
    const revoked = { ...extension, revoked: { on: d('2019-01-01'), rule: 'prova' } }
    expect(windowOf({ ...report, status: 'held' }, { noticeDays: 30 })).toEqual([])
    expect(windowOf({ ...report, status: 'missed' }, { noticeDays: 30 })).toEqual([])
    expect(windowOf(extended, { noticeDays: 30, most: 1 })).toEqual([])
    expect(windowOf({ ...report, adjustments: [revoked] }, { noticeDays: 30, most: 1 })).toHaveLength(2)
    expect(windowOf(report, { noticeDays: 30, cap: d('2019-03-01') })).toEqual([])
    expect(windowOf(report, { noticeDays: 30, cap: d('2019-03-02') })).toHaveLength(2)
  })

  test('is a matter of its own: both go out where a step of the deadline falls on the same day', () => {
    expect(ladder(report, { limits: { noticeDays: 29 }, from: '2019-01-30', until: '2019-01-30' })).toEqual([
      ...['E-1 2019-01-30', 'T-30 2019-01-30'],
    ])
  })
})

describe('whatever the dates', () => {
  const kinds = [...defaultLadders.groups.flatMap((group) => group.kinds), 'milestone' as const]
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(d('2018-01-01'), days))

  test('asked in two halves or at once is the same, every day is open, and none comes twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.constantFrom<DeadlineStatus>('open', 'held', 'missed'),
        fc.tuple(day, day, day, day),
        fc.integer({ min: 1, max: 100 }),
        (kind, status, [start, ...others], days) => {
          const obligation = owing(kind, counted(start, `P${days}D`), { status })
          const [from, middle, until] = others.toSorted() as [LocalDate, LocalDate, LocalDate]
          const rules = { extensions: { noticeDays: 20, citation: 'prova' } }
          const asked = (first: LocalDate, last: LocalDate) =>
            remindersOf(obligation, italy, rules, first, last)
          const whole = asked(from, until)
          expect([...asked(from, middle), ...asked(addDays(middle, 1), until)]).toEqual(whole)
          for (const { on, about, dueOn } of whole) {
            expect(on >= from && on <= until).toBe(true)
            expect(weekday(on)).toBeLessThan(6)
            expect(closedDay(italy, 'SAT', on)).toBeUndefined()
            expect(about === 'overdue' ? on > dueOn : on <= dueOn).toBe(true)
          }
          expect(new Set(whole.map(({ on, about }) => `${on} ${about}`)).size).toBe(whole.length)
          expect(new Set(whole.map(({ step }) => step)).size).toBe(whole.length)
        },
      ),
    )
  })
})
