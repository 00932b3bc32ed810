import { describe, expect, test } from 'vitest'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import {
  activitiesEnded,
  activitiesOnly,
  both,
  d,
  inForce,
  ministrySigns,
  order,
  passes,
  planUnderReview,
  proposal,
  regionSigns,
  reportOnly,
  underway,
} from '../../support/fixtures.ts'
import { given, met, missed, moved, obligationOf, stateAfter } from '../../support/given.ts'

const reasons = 'errore materiale'
const correct = (when: string, to: string, ref: string) =>
  order('CorrectDate', when, { what: 'deadline', to: d(to), ref, reasons })
const grant = (data: typeof reportOnly | typeof activitiesOnly | typeof both) =>
  order('GrantExtension', '2018-11-10', data)
const revoke = (extensionId: string) =>
  order('RevokeExtension', '2018-11-20', { extensionId, reasons: 'attività già chiuse' })

describe('the origin of a deadline', () => {
  test.each([
    ['2018-11-30', '2019-01-29'],
    ['2019-01-31', '2019-04-01'],
  ])('named by an act is corrected, and the report follows it both ways: %s', (to, due) => {
    given(...underway)
      .when(correct('2018-04-10', to, 'activities'))
      .then(
        [
          'DateCorrected',
          {
            ...{ what: 'deadline', ref: 'activities', from: '2018-12-31', to },
            effects: [
              { deadlineId: 'activities', fromNominal: '2018-12-31', toNominal: to },
              { deadlineId: 'finalReport', fromNominal: '2019-03-01', toNominal: due },
            ],
          },
        ],
        moved('activities', 'correction', { nominal: to, term: { basis: 'FIXED_DATE', date: to } }),
        moved('finalReport', 'parent', { nominal: due, term: { start: to } }),
      )
  })

  test('keeps the hour that its act named', () => {
    given(proposal)
      .when(correct('2017-12-20', '2017-12-28', 'signature'))
      .then(
        ['DateCorrected'],
        moved('signature', 'correction', { nominal: '2017-12-28', passesAt: '2017-12-28T13:00:00.000Z' }),
      )
  })

  test('counted from a day is counted again; the chain names what was corrected, the history the wrong date', () => {
    const cited = order(
      'CorrectDate',
      '2018-03-12',
      { what: 'deadline', ref: 'planReview', to: d('2018-03-05'), reasons },
      { citing: { source: 'nota di rettifica', protocol: '35/0000777' } },
    )
    const chain = (correction: AccordCommand) =>
      obligationOf(stateAfter([...planUnderReview, correction]), 'planReview')
    expect(chain(cited).why).toMatchObject([
      { step: 'counted', start: '2018-03-05', period: 'P30D', to: '2018-04-04' },
      { step: 'corrected', was: '2018-03-01', on: '2018-03-12', rule: '35/0000777' },
      { step: 'cutOff', passesAt: '2018-04-04T21:59:59.999Z' },
    ])
    expect(chain(cited).history).toMatchObject([
      { revision: 1, nominal: '2018-03-31', effective: '2018-03-31', movedBy: 'correction' },
    ])
    const uncited = correct('2018-03-12', '2018-03-05', 'planReview')
    expect(chain(uncited).why).toContainEqual(expect.objectContaining({ step: 'corrected', rule: reasons }))
  })

  test.each([
    ['2018-12-15', '2019-02-13'],
    ['2019-01-15', '2019-03-16'],
  ])('of the report itself is corrected both ways: %s', (to, nominal) => {
    given(...activitiesEnded)
      .when(correct('2019-01-20', to, 'finalReport'))
      .then(['DateCorrected'], moved('finalReport', 'correction', { nominal }))
  })
})

describe('what moved a deadline since', () => {
  const wrongEnd = correct('2018-11-15', '2018-11-30', 'activities')

  test('stays: an extension to a later day is applied to the right end', () => {
    const { nominal, why } = obligationOf(
      stateAfter([...underway, grant(activitiesOnly), wrongEnd]),
      'activities',
    )
    expect(nominal).toBe('2019-03-31')
    expect(why).toMatchObject([
      { step: 'fixed', date: '2018-11-30' },
      { step: 'extended', extensionId: 'proroga-2', from: '2018-11-30', to: '2019-03-31' },
      { step: 'corrected', was: '2018-12-31' },
      { step: 'cutOff' },
    ])
  })

  test('counts no more where the right end is later anyway', () => {
    given(...underway, grant(activitiesOnly))
      .when(correct('2018-11-15', '2019-05-31', 'activities'))
      .then(
        ['DateCorrected'],
        moved('activities', 'correction', { nominal: '2019-05-31' }),
        moved('finalReport', 'parent', { nominal: '2019-07-30' }),
      )
  })

  test('of the report alone stays with the report, unless the right end takes it further', () => {
    given(...underway, grant(reportOnly))
      .when(wrongEnd)
      // Its date stays, and from now on it is counted from the right end.
      .then(
        ['DateCorrected'],
        ['DeadlineMoved'],
        moved('finalReport', 'parent', { nominal: '2019-03-31', effective: '2019-04-01' }),
      )
      .owing('finalReport', { nominal: d('2019-03-31') })
    given(...underway, grant(reportOnly))
      .when(correct('2018-11-15', '2019-02-15', 'activities'))
      .then(['DateCorrected'], ['DeadlineMoved'], moved('finalReport', 'parent', { nominal: '2019-04-16' }))
  })

  test.each([
    ['the activities', activitiesOnly],
    ['the report', reportOnly],
    ['both', both],
  ])(
    'taken away later, an extension of %s leaves the report counted from the right end',
    (_scope, given_) => {
      const state = stateAfter([...underway, grant(given_), wrongEnd, revoke(given_.extensionId)])
      expect(obligationOf(state, 'activities').nominal).toBe('2018-11-30')
      expect(obligationOf(state, 'finalReport').nominal).toBe('2019-01-29')
    },
  )

  test('while a request is pending leaves the deadline held, at its right date', () => {
    given(...activitiesEnded, order('RequestExtension', '2019-02-10', reportOnly))
      .when(correct('2019-02-12', '2019-01-15', 'finalReport'))
      .accepted()
      .owing('finalReport', { status: 'held', heldBy: 'proroga-1', nominal: d('2019-03-16') })
  })
})

describe('a clock stopped meanwhile', () => {
  const stopped = [...planUnderReview, order('RequestPlanIntegration', '2018-03-11', { request: 'costi' })]
  const answered = [...stopped, order('SupplyPlanIntegration', '2018-03-31', { note: 'costi' })]

  test.each([
    ['2018-03-05', '2018-04-24'],
    // Counted from within the stop, only its later days stood still.
    ['2018-03-15', '2018-04-30'],
    // Run out before the stop began.
    ['2018-01-15', '2018-02-14'],
  ])('adds the days that it stood still to the right origin: %s', (to, nominal) => {
    given(...answered)
      .when(correct('2018-04-05', to, 'planReview'))
      .then(['DateCorrected'], moved('planReview', 'correction', { nominal }))
  })

  test('and still stopped stays so, with the days that it really has left', () => {
    given(...stopped)
      .when(correct('2018-03-20', '2018-03-05', 'planReview'))
      .accepted()
      .owing('planReview', { status: 'suspended', suspendedRemainingDays: 24, nominal: d('2018-04-04') })
    given(...stopped, correct('2018-03-20', '2018-03-05', 'planReview'))
      .when(order('SupplyPlanIntegration', '2018-03-31', { note: 'costi' }))
      .accepted()
      .owing('planReview', { status: 'open', nominal: d('2018-04-24') })
  })
})

describe('a law that stopped every clock', () => {
  const stop = { suspensionId: 'cura', ground: 'law', from: d('2020-02-23'), until: d('2020-05-15') } as const
  const law = order('StartSuspension', '2020-03-20', { ...stop, reasons: 'emergenza' })
  const signBy = { date: d('2020-06-30') }
  const stopped = [
    order('ProposeAccord', '2020-02-03', { ...proposal.data, signBy }),
    ...[law, order('SignAccord', '2020-05-18', ministrySigns.data)],
  ]
  const signed = (on: string) => order('SignAccord', '2020-05-18', regionSigns.data, { on })
  const inForceOn = (to: string) =>
    order('CorrectDate', '2020-05-20', { what: 'inForce', to: d(to), reasons })

  test.each([
    ['2020-02-12', '2020-08-03'],
    ['2020-03-02', '2020-08-13'],
    ['2020-05-16', '2020-08-14'],
  ])('stops one that turns out to have begun before its end, as if recorded right: %s', (to, nominal) => {
    const right = stateAfter([...stopped, signed(to)])
    expect(obligationOf(right, 'plan')).toMatchObject({ nominal })
    given(...stopped, signed('2020-05-18'))
      .when(inForceOn(to))
      .then(['DateCorrected'], moved('plan', 'correction', { nominal }))
  })

  test('adds its days to no clock that turns out to have begun after it', () => {
    given(...stopped, signed('2020-03-02'))
      .when(inForceOn('2020-05-18'))
      .then(
        ['DateCorrected'],
        moved('plan', 'correction', { nominal: '2020-08-16', effective: '2020-08-17' }),
      )
  })
})

describe('corrected twice', () => {
  const twice = [
    ...planUnderReview,
    correct('2018-03-12', '2018-03-05', 'planReview'),
    correct('2018-03-13', '2018-02-27', 'planReview'),
  ]

  test('a deadline is counted from the last day said, and its chain and history keep both wrong ones', () => {
    const review = obligationOf(stateAfter(twice), 'planReview')
    expect(review).toMatchObject({ nominal: '2018-03-29', revision: 3 })
    expect(review.why.filter(({ step }) => step === 'corrected')).toMatchObject([
      { was: '2018-03-01', on: '2018-03-12' },
      { was: '2018-03-05', on: '2018-03-13' },
    ])
    expect(review.history.map(({ nominal }) => nominal)).toEqual(['2018-03-31', '2018-04-04'])
  })

  test('and back, it has its first date again as a new revision', () => {
    given(...planUnderReview, correct('2018-03-12', '2018-03-05', 'planReview'))
      .when(correct('2018-03-13', '2018-03-01', 'planReview'))
      .then(['DateCorrected'], moved('planReview', 'correction', { nominal: '2018-03-31', revision: 3 }))
  })
})

describe('a right day that lies behind', () => {
  const wrongEnd = correct('2018-12-20', '2018-11-30', 'activities')

  test('is flagged once it is over: its last day is not', () => {
    given(...underway)
      .when(wrongEnd)
      .accepted()
      .noting('corrected-into-the-past', { kind: 'activities', effective: '2018-11-30' })
      .owing('finalReport', { status: 'open', nominal: d('2019-01-29') })
    given(...underway)
      .when(correct('2018-11-30', '2018-11-30', 'activities'))
      .accepted()
      .withoutNotices()
  })

  test('lets the deadline pass as a new revision, and no timer of the old one', () => {
    given(...underway, wrongEnd)
      .when(passes('activities', '2018-12-20', 1))
      .nothing()
    given(...underway, wrongEnd)
      .when(passes('activities', '2018-12-20', 2))
      .then(['ActivitiesEnded', { how: 'expiry' }], met('activities'))
      .leaving({ phase: 'activitiesEnded' })
  })

  test('takes the report with it where its end lies far enough behind', () => {
    given(...underway, correct('2018-12-20', '2018-09-30', 'activities'))
      .when(passes('finalReport', '2018-12-20', 2))
      .then(missed('finalReport'))
  })
})

describe('a missed deadline whose day was wrong', () => {
  const missedPlan = [...inForce, passes('plan', '2018-03-29')]

  test('is open again, and met by what then comes in time', () => {
    const right = correct('2018-04-03', '2018-01-10', 'plan')
    given(...missedPlan)
      .when(right)
      .then(['DateCorrected'], moved('plan', 'correction', { nominal: '2018-04-10', revision: 2 }))
      .withoutNotices()
      .owing('plan', { status: 'open' })
    given(...missedPlan, right)
      .when(passes('plan', '2018-04-11', 2))
      .then(missed('plan'))
  })

  test('stays behind where the right day is over too: flagged, it is missed again', () => {
    const right = correct('2018-04-03', '2017-12-30', 'plan')
    given(...missedPlan)
      .when(right)
      .accepted()
      .noting('corrected-into-the-past', { kind: 'plan', effective: '2018-03-30' })
    given(...missedPlan, right)
      .when(passes('plan', '2018-04-03', 2))
      .then(missed('plan'))
  })
})
