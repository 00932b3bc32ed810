import { expect, test } from 'vitest'
import { selfCheck } from '../../../domain/programme/selfCheck.ts'
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
