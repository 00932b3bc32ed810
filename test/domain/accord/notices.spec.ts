import { describe, test } from 'vitest'
import type { ProgrammeRules } from '../../../domain/accord/terms.ts'
import { period } from '../../../domain/time/period.ts'
import {
  approvePlan,
  context,
  inForce,
  ministry,
  order,
  planUnderReview,
  proposal,
  rules,
  submitPlan,
  underway,
} from '../../support/fixtures.ts'
import { given } from '../../support/given.ts'

const registered = (on: string) =>
  order('PayAdvance', '2018-01-15', { amount: { cents: 1, currency: 'EUR' } }, { on })

describe('dates that do not fit', () => {
  test('an act dated after the day it was received is flagged', () => {
    given(...inForce)
      .when(registered('2018-01-16'))
      .accepted()
      .noting('dated-after-receipt', { on: '2018-01-16', received: '2018-01-15' })
  })

  test('the day of receipt is the day in Rome, not in Greenwich', () => {
    given(...inForce)
      .when(
        order(
          'PayAdvance',
          '2018-01-15T23:30:00.000Z',
          { amount: { cents: 1, currency: 'EUR' } },
          { on: '2018-01-16' },
        ),
      )
      .accepted()
      .withoutNotices()
  })

  test('an act dated before the proposal is flagged', () => {
    given(...inForce)
      .when(registered('2017-12-11'))
      .accepted()
      .noting('dated-before-proposal', { on: '2017-12-11', proposed: '2017-12-12' })
  })

  test('an act of the day of the proposal is not', () => {
    given(...inForce)
      .when(registered('2017-12-12'))
      .accepted()
      .withoutNotices()
  })

  test.each(['2018-01', '2017-12', '2017', '2018'])(
    'a partial date says too little to be flagged: %s',
    (on) => {
      given(...inForce)
        .when(registered(on))
        .accepted()
        .withoutNotices()
    },
  )

  test('a proposal of an uncertain day makes no later act look early', () => {
    const vague = order('ProposeAccord', '2017-12-31', proposal.data, { on: '2017-12' })
    given(vague, ...inForce.slice(1))
      .when(registered('2017-12-05'))
      .accepted()
      .withoutNotices()
  })

  test('the proposal itself can be dated after its receipt', () => {
    given()
      .when(order('ProposeAccord', '2017-12-12', proposal.data, { on: '2017-12-13' }))
      .accepted()
      .noting('dated-after-receipt', { on: '2017-12-13', received: '2017-12-12' })
  })
})

test('an act in time, and after the day by which it should have been, is flagged', () => {
  const planReview = { ...rules.terms.planReview, period: period('P30D'), target: period('P20D') }
  const targeted = { ...rules, terms: { ...rules.terms, planReview } } as ProgrammeRules
  const programmes = { ...context.programmes, prova: targeted }
  const approved = (when: string) =>
    given(...planUnderReview)
      .when(order('ApprovePlan', when, approvePlan.data), { ...context, programmes })
      .accepted()
  approved('2018-03-22').noting('after-target', { kind: 'planReview', target: '2018-03-21' })
  approved('2018-03-21').withoutNotices()
  approved('2018-04-03').withoutNotices()
})

test('an act that changes nothing carries no notice', () => {
  given(...underway, order('StartAction', '2018-04-01', { numeral: 'I' }))
    .when(order('StartAction', '2018-04-01', { numeral: 'I' }, { on: '2018-05-01' }))
    .accepted()
    .withoutNotices()
})

test('an act can carry several notices, the general ones first', () => {
  const { activitiesUntil: _, ...open } = submitPlan.data
  const unclassified = open.actions.map(({ section: __, priority: ___, ...action }) => action)
  const late = { by: ministry, citing: { source: 'PEC' }, on: '2018-03-02' }
  given(...inForce)
    .when(order('SubmitPlan', '2018-03-01', { ...open, actions: unclassified }, late))
    .accepted()
    .noting('dated-after-receipt', { on: '2018-03-02', received: '2018-03-01' })
    .noting('recorded-on-behalf', { office: 'dg-prova' })
    .noting('action-unclassified', { actions: 'I, II' })
})

test('an ordinary act carries none', () => {
  given(...planUnderReview)
    .when(approvePlan)
    .accepted()
    .withoutNotices()
})
