import { expect, test } from 'vitest'
import type { MoneyRules } from '../../../domain/accord/money/rules.ts'
import { selfCheck } from '../../../domain/programme/selfCheck.ts'
import { euro } from '../../support/fixtures.ts'
import { content } from '../../support/programmeCases.ts'

const { rules } = content()
const none = { steps: [] }

test('whole rules have no gap', () => {
  expect(selfCheck(rules)).toEqual([])
})

test('a term that is missing is named', () => {
  const { planReview: _, ...terms } = rules.terms
  expect(selfCheck({ ...rules, terms })).toEqual([
    { code: 'missing-term', check: 'missing-term:planReview', params: { term: 'planReview' } },
  ])
})

test('without an office that decides extensions, any might', () => {
  expect(selfCheck({ ...rules, extensions: { citation: 'prova' } }).map(({ check }) => check)).toEqual([
    'no-deciding-office',
  ])
})

test('a reminder before its term begins is found, one within is not', () => {
  const ladder = (days: number) => ({
    groups: [{ kinds: ['planReview' as const], steps: [{ daysBefore: days }] }],
    others: none,
  })
  expect(selfCheck({ ...rules, reminders: ladder(29) })).toEqual([])
  expect(selfCheck({ ...rules, reminders: ladder(30) })).toEqual([
    {
      code: 'ladder-beyond-term',
      check: 'ladder-beyond-term:planReview:30',
      params: { kind: 'planReview', daysBefore: 30, days: 30 },
    },
  ])
})

const share = (id: string, shareBasisPoints: number) =>
  ({ id, kind: 'interim', shareBasisPoints, citation: 'prova' }) as const
const paying = (...tranches: MoneyRules['tranches']) => ({ ...rules, money: { tranches, citation: 'prova' } })

test.each([
  ['a whole', [share('a', 3_333), share('b', 6_667)], []],
  ['a hundredth of a per cent too little', [share('a', 3_333), share('b', 6_666)], ['99.99']],
  ['too much', [share('a', 6_000), share('b', 6_000)], ['120']],
  ['amounts alone', [{ id: 'a', kind: 'advance', amount: euro(5), citation: 'prova' } as const], []],
])('tranches of %s', (_what, tranches, percents) => {
  expect(selfCheck(paying(...tranches))).toEqual(
    percents.map((percent) => {
      return { code: 'percentages-not-100', check: 'percentages-not-100', params: { percent } }
    }),
  )
})

test('shares beside an amount of its own may be less than a whole, never more', () => {
  const amount = { id: 'c', kind: 'balance', amount: euro(5), citation: 'prova' } as const
  expect(selfCheck(paying(share('a', 6_000), amount))).toEqual([])
  expect(selfCheck(paying(share('a', 10_001), amount))).toHaveLength(1)
})

test('who takes requests for amendments says by when they are decided', () => {
  const money = { ...paying(share('a', 10_000)).money, amendments: { citation: 'prova' } }
  expect(selfCheck({ ...rules, money }).map(({ check }) => check)).toEqual(['missing-term:amendmentDecision'])
})
