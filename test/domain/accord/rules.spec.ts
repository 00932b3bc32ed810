import { describe, expect, test } from 'vitest'
import type { ProgrammeRules } from '../../../domain/accord/terms.ts'
import { period } from '../../../domain/time/period.ts'
import { context, inForce, order, plan, rules } from '../../support/fixtures.ts'
import { given, obligationOf, set, stateAfter } from '../../support/given.ts'

const review = { period: period('P45D'), citation: 'convenzione 2', assumed: false }
const second: ProgrammeRules = { ...rules, version: 2, terms: { ...rules.terms, planReview: review } }
const known = { ...context, rulesVersions: [rules, second] }
const adopt = (rulesVersion: number, when = '2018-02-05') =>
  order('AdoptRules', when, { rulesVersion, reasons: 'nuova convenzione' })

describe('an accord that is moved to another version of the rules', () => {
  test('follows it from then on', () => {
    given(...inForce)
      .when(adopt(2), known)
      .then(['RulesAdopted', { from: 1, rules: { version: 2 } }])
    given(...inForce, adopt(2))
      .when(order('SubmitPlan', '2018-03-01', plan), known)
      .then(
        ['PlanSubmitted'],
        ['DeadlineMet'],
        set('planReview', { nominal: '2018-04-15', effective: '2018-04-16' }),
      )
  })

  test('keeps the dates it has: they rest on the rules of their time', () => {
    const submitted = [...inForce, order('SubmitPlan', '2018-02-01', plan)]
    const before = obligationOf(stateAfter(submitted), 'planReview')
    const after = stateAfter([...submitted, adopt(2)], known)
    expect(obligationOf(after, 'planReview')).toEqual(before)
  })

  test('is there already', () => {
    given(...inForce)
      .when(adopt(1), known)
      .nothing()
  })

  test('must be a version that the programme has', () => {
    given(...inForce)
      .when(adopt(7), known)
      .refused('rules-version-unknown', { programmeId: 'prova', rulesVersion: 7 })
  })
})
