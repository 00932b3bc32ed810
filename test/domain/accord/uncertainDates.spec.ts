import { describe, expect, test } from 'vitest'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import type { AccordContext, ProgrammeRules } from '../../../domain/accord/terms.ts'
import { period } from '../../../domain/time/period.ts'
import type { WhyStep } from '../../../domain/time/why.ts'
import {
  activitiesEnded,
  approvePlan,
  context,
  d,
  type How,
  inForce,
  ministrySigns,
  noTerms,
  order,
  plan,
  planUnderReview,
  proposal,
  regionSigns,
  reportUnderReview,
  rules,
  underway,
} from '../../support/fixtures.ts'
import { given, met, moved, obligationOf, set, stateAfter } from '../../support/given.ts'

const [first, second] = plan.actions
if (first === undefined || second === undefined) throw new Error('the fixture has two actions')

const withRules = (change: Partial<ProgrammeRules>): AccordContext => ({
  ...context,
  programmes: { ...context.programmes, prova: { ...rules, ...change } },
})
const withTerms = (change: Partial<ProgrammeRules['terms']>) =>
  withRules({ terms: { ...rules.terms, ...change } })

/** The first link of the chain: from where the term is counted. */
function countedFrom(history: readonly AccordCommand[], deadlineId: string, context_ = context): WhyStep {
  const [counted] = obligationOf(stateAfter(history, context_), deadlineId).why
  if (counted === undefined) throw new Error('a chain has links')
  return counted
}

const signedOn = (how: How) => [
  proposal,
  ministrySigns,
  order('SignAccord', '2018-01-08', regionSigns.data, how),
]

describe('a term counted from a day nobody knows for certain', () => {
  test.each<readonly [string, How, string, object]>([
    ['a month', { on: '2017-12' }, '2017-12-31', { precision: 'month', assumed: false }],
    ['a year', { on: '2017' }, '2017-12-31', { precision: 'year', assumed: false }],
    [
      'an assumed day',
      { on: '2017-12-28', assumed: true },
      '2017-12-28',
      { precision: 'day', assumed: true },
    ],
    [
      'an assumed month',
      { on: '2018-02', assumed: true },
      '2018-02-28',
      { precision: 'month', assumed: true },
    ],
  ])('is counted from its last day, and the chain says so: %s', (_what, how, start, startAs) => {
    const counted = countedFrom(signedOn(how), 'plan')
    expect(counted).toMatchObject({ step: 'counted', start, period: 'P90D', startAs })
  })

  test('carries no such flag where the day is certain', () => {
    expect(countedFrom(inForce, 'plan')).toMatchObject({ start: '2017-12-28' })
    expect(countedFrom(inForce, 'plan')).not.toHaveProperty('startAs')
  })

  test('is counted from the day of receipt where receipt starts it: that day is always certain', () => {
    const submitted = [...inForce, order('SubmitPlan', '2018-03-01', plan, { on: '2018-02' })]
    expect(countedFrom(submitted, 'planReview')).toMatchObject({ start: '2018-03-01' })
    expect(countedFrom(submitted, 'planReview')).not.toHaveProperty('startAs')
  })

  test('loses the flag when the day is corrected to one that somebody has checked', () => {
    const checked = { what: 'inForce', to: d('2017-12-29'), reasons: 'protocollo' } as const
    const counted = countedFrom(
      [...signedOn({ on: '2017-12' }), order('CorrectDate', '2018-01-20', checked)],
      'plan',
    )
    expect(counted).toMatchObject({ step: 'counted', start: '2017-12-29', to: '2018-03-29' })
    expect(counted).not.toHaveProperty('startAs')
  })
})

describe('a term counted from an act of which only the month is known', () => {
  const month = { on: '2018-04' }
  const reportMonth = { on: '2019-03' }
  const { activitiesUntil: _, ...openPlan } = plan
  const openEnded = [order('SubmitPlan', '2018-03-01', openPlan), approvePlan]
  const court = withTerms({
    control: { period: period('P30D'), citation: 'regole di prova', assumed: false },
  })

  test.each<[string, readonly AccordCommand[], string, AccordContext?]>([
    ['activities', [...signedOn({ on: '2017-12' }), ...openEnded], '2017-12-31'],
    [
      'planResubmission',
      [...planUnderReview, order('ReturnPlan', '2018-05-02', { reasons: 'costi' }, month)],
      '2018-04-30',
    ],
    [
      'reportResubmission',
      [...reportUnderReview, order('ReturnFinalReport', '2019-04-01', { reasons: 'spese' }, reportMonth)],
      '2019-03-31',
    ],
    ['control', [...inForce, order('SendToControl', '2018-05-02', {}, month)], '2018-04-30', court],
    [
      'planIntegration',
      [...planUnderReview, order('RequestPlanIntegration', '2018-05-02', { request: 'costi' }, month)],
      '2018-04-30',
    ],
    [
      'reportIntegration',
      [...reportUnderReview, order('RequestReportIntegration', '2019-04-01', { request: '?' }, reportMonth)],
      '2019-03-31',
    ],
    [
      'informationReply:info-1',
      [
        ...planUnderReview,
        order(
          'StartSuspension',
          '2018-03-30',
          { suspensionId: 'info-1', ground: 'art2c7', deadlineIds: ['planReview'], reasons: 'costi' },
          { on: '2018-03' },
        ),
      ],
      '2018-03-31',
    ],
  ])('is flagged whatever it is for: %s', (deadlineId, history, start, used) => {
    expect(countedFrom(history, deadlineId, used)).toMatchObject({
      ...{ step: 'counted', start, startAs: { precision: 'month', assumed: false } },
    })
  })
})

describe('a length that no source states', () => {
  const stated = (name: 'plan' | 'integrationReply') => {
    const rule = rules.terms[name]
    if (rule === undefined) throw new Error(`the fixture has a term ${name}`)
    return withTerms({ [name]: { ...rule, assumed: false } })
  }
  const asked = [...planUnderReview, order('RequestPlanIntegration', '2018-03-11', { request: 'costi' })]

  test('is flagged in the chain, and one that a source states is not', () => {
    expect(countedFrom(inForce, 'plan')).toMatchObject({ period: 'P90D', isAssumed: true })
    expect(countedFrom(inForce, 'plan', stated('plan'))).not.toHaveProperty('isAssumed')
  })

  test('is flagged for the answer to a request for integration too', () => {
    expect(countedFrom(asked, 'planIntegration')).toMatchObject({ period: 'P30D', isAssumed: true })
    expect(countedFrom(asked, 'planIntegration', stated('integrationReply'))).not.toHaveProperty('isAssumed')
  })

  test('stays flagged when the deadline moves', () => {
    const grant = order('GrantExtension', '2019-02-10', {
      ...{ extensionId: 'proroga-1', scope: 'finalReport', until: { finalReport: d('2019-03-31') } },
      reasons: 'raccolta dei dati',
    })
    expect(countedFrom([...activitiesEnded, grant], 'finalReport')).toMatchObject({ isAssumed: true })
  })
})

describe('the version of the time-zone data', () => {
  const dated = { ...context, tz: '2025b' }
  const last = (history: readonly AccordCommand[], id: string, used: AccordContext) =>
    obligationOf(stateAfter(history, used), id).why.at(-1)

  test('is in the last link of every chain it was used for', () => {
    expect(last(inForce, 'plan', dated)).toMatchObject({ step: 'cutOff', tz: '2025b' })
    expect(last([proposal], 'signature', dated)).toMatchObject({ step: 'cutOff', time: '14:00', tz: '2025b' })
    expect(last(inForce, 'plan', context)).not.toHaveProperty('tz')
  })

  test('is the one in use when a date moves', () => {
    const correction = { what: 'inForce', to: d('2018-01-03'), reasons: 'errore' } as const
    given(...inForce)
      .when(order('CorrectDate', '2018-01-10', correction), dated)
      .then(
        ['DateCorrected'],
        moved('plan', 'correction', {
          nominal: '2018-04-03',
          why: expect.arrayContaining([expect.objectContaining({ step: 'cutOff', tz: '2025b' })]),
        }),
      )
  })
})

describe('a plan submitted again', () => {
  const signalled = order('SignalMilestone', '2018-03-10', { milestoneId: 'rete-attiva' })
  const returned = [...planUnderReview, signalled, order('ReturnPlan', '2018-03-20', { reasons: 'costi' })]
  const again = (actions: typeof plan.actions) => order('SubmitPlan', '2018-03-28', { ...plan, actions })

  test('without a milestone already signalled is refused', () => {
    given(...returned)
      .when(again([{ ...first, milestones: [] }, second]))
      .refused('signalled-milestone-dropped', { milestoneId: 'rete-attiva' })
  })

  test('may drop one not signalled, and move one signalled to another action', () => {
    given(...returned)
      .when(
        again([
          { ...first, milestones: [] },
          { ...second, milestones: first.milestones },
        ]),
      )
      .accepted()
      .leaving({
        milestones: {
          'rete-attiva': {
            ...{ id: 'rete-attiva', title: 'Rete attiva', numeral: 'II' },
            signalledOn: { date: '2018-03-10', precision: 'day', assumed: false },
          },
        } as never,
      })
  })
})

describe('the end of activities signalled', () => {
  const { activitiesUntil: _, ...openPlan } = plan
  const { finalReport } = rules.terms
  if (finalReport === undefined) throw new Error('the fixture has a term for the report')
  const onlyReport = withRules({ terms: { finalReport } })
  const submitted = [...inForce, order('SubmitPlan', '2018-03-01', openPlan)]
  const undated = [...submitted, approvePlan]
  const end = (how: How = {}) => order('EndActivities', '2018-10-31', {}, how)

  test('where no date had been set gives the report a deadline counted from that day', () => {
    given(...undated)
      .when(end(), onlyReport)
      .then(
        ['ActivitiesEnded', { how: 'signalled' }],
        set('finalReport', {
          nominal: '2018-12-30',
          effective: '2018-12-31',
          obligor: 'region',
          revision: 1,
        }),
      )
    expect(countedFrom([...undated, end({ on: '2018-09' })], 'finalReport', onlyReport)).toMatchObject({
      ...{ start: '2018-09-30', startAs: { precision: 'month', assumed: false } },
    })
  })

  test('where the programme gives the report no term sets none', () => {
    given(...undated)
      .when(end(), withRules({ terms: noTerms.terms }))
      .then(['ActivitiesEnded'])
  })

  test('before a date that had been set leaves the report counted from that date', () => {
    given(...underway)
      .when(end())
      .then(['ActivitiesEnded'], met('activities'))
      .owing('finalReport', { nominal: d('2019-03-01'), revision: 1 })
  })

  test('where the date had been set by an approval since reversed counts from that day too', () => {
    const dated = order('ApprovePlan', '2018-03-20', { conditions: [], activitiesUntil: d('2018-12-31') })
    const reversal = order('ReverseLastDecision', '2018-03-21', { reasons: 'data errata' })
    const again = order('ApprovePlan', '2018-03-22', { conditions: [] })
    given(...submitted, dated, reversal, again)
      .when(end(), onlyReport)
      .then(
        ['ActivitiesEnded'],
        set('finalReport', { nominal: '2018-12-30', effective: '2018-12-31', revision: 2 }),
      )
  })
})
