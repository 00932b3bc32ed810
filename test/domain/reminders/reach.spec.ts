import { describe, expect, test } from 'vitest'
import type { DeadlineKind } from '../../../domain/accord/events.ts'
import type { Obligation } from '../../../domain/accord/state.ts'
import { defaultLadders, type Ladder } from '../../../domain/reminders/ladder.ts'
import { remindersOf } from '../../../domain/reminders/planned.ts'
import { recipient, recipientParts, recipientsOf } from '../../../domain/reminders/recipients.ts'
import { computeTerm } from '../../../domain/time/term.ts'
import { d, italy, zone } from '../../support/fixtures.ts'

const term = {
  ...({ basis: 'FIXED_DATE', date: d('2019-03-01'), subject: 'ACT_TO_PERFORM', policy: 'CC', zone } as const),
  citation: 'prova',
}

function owing(kind: DeadlineKind, change: Partial<Obligation> = {}): Obligation {
  const identity = { id: kind, kind, obligor: 'region', revision: 1 } as const
  return { ...identity, term, ...computeTerm(term, italy), status: 'open', history: [], ...change }
}

/** `T-7 region`, with an exclamation mark where it is urgent. */
function reached(obligation: Obligation, others?: Ladder): string[] {
  const ladders = others === undefined ? defaultLadders : { groups: [], others }
  return remindersOf(obligation, italy, {}, d('2018-01-01'), d('2019-05-31'), ladders).map(
    ({ step, recipients, urgent }) => `${step} ${recipients.join(' ')}${urgent ? '!' : ''}`,
  )
}

describe('whom a reminder reaches', () => {
  test('the responsible office of the side that owes, and on the last day in a mail of its own', () => {
    expect(reached(owing('finalReport'))).toEqual([
      ...['T-60 region', 'T-30 region', 'T-15 region', 'T-7 region', 'T-1 region!'],
    ])
  })

  test('after a miss the office above and the side that waits; every four weeks one office more', () => {
    const weeks = reached(owing('finalReport', { status: 'missed' }))
    expect(weeks.slice(0, 5)).toEqual([
      'T+1 region region+1 ministry!',
      'W1 region',
      'W2 region',
      'W3 region',
      'W4 region region+1',
    ])
    expect(weeks.find((line) => line.startsWith('W8'))).toBe('W8 region region+1 region+2')
    expect(weeks.find((line) => line.startsWith('W12'))).toBe('W12 region region+1 region+2')
  })

  test('the Ministry on its own decisions, and up its own ladder when it misses one', () => {
    const review = owing('reportReview', { obligor: 'ministry' })
    expect(reached(review)).toEqual(['T-10 ministry', 'T-3 ministry!'])
    expect(reached({ ...review, status: 'missed' })).toEqual(['T+1 ministry ministry+1 region!'])
  })

  test('both sides where both owe, and the Ministry for the control of the Corte dei conti', () => {
    expect(recipientsOf('both', { levels: [0, 1] })).toEqual(['region', 'region+1', 'ministry', 'ministry+1'])
    expect(recipientsOf('both', { to: ['counterpart'] })).toEqual([])
    expect(recipientsOf('corteDeiConti', { to: ['responsible', 'counterpart'] })).toEqual(['ministry'])
  })

  test('as a programme sets it: other offices, fewer weeks, nothing while a request is pending', () => {
    const ladder: Ladder = {
      steps: [
        { daysBefore: 7, levels: [0, 2], to: ['counterpart', 'responsible'] },
        { weeklyAfterDays: 1, mostWeeks: 2, levels: [1] },
      ],
      whileHeld: 'stops',
    }
    expect(reached(owing('plan'), ladder)).toEqual(['T-7 ministry region region+2'])
    expect(reached(owing('plan', { status: 'held' }), ladder)).toEqual([])
    expect(reached(owing('plan', { status: 'held' }), { steps: ladder.steps })).toHaveLength(1)
    expect(reached(owing('plan', { status: 'missed' }), ladder)).toEqual(['W1 region+1', 'W2 region+1'])
  })

  test('a recipient is written as a party and how far above it, and read back', () => {
    for (const one of ['region', 'region+1', 'region+2', 'ministry', 'ministry+1', 'ministry+2'] as const) {
      expect(recipient(recipientParts(one))).toBe(one)
    }
  })
})
