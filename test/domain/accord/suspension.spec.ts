import { describe, expect, test } from 'vitest'
import type { AccordCommand, AccordCommands } from '../../../domain/accord/commands.ts'
import {
  activitiesEnded,
  approvePlan,
  d,
  order,
  passes,
  planUnderReview,
  reportOnly,
  reportUnderReview,
} from '../../support/fixtures.ts'
import {
  given,
  lifted,
  met,
  missed,
  moved,
  obligationOf,
  set,
  stateAfter,
  suspended,
} from '../../support/given.ts'

type Start = AccordCommands['StartSuspension']
const rule = 'art. 2 c. 7 l. 241/1990'

/** Thirty days of review from 1 March 2018; asked on the 11th, ten days are used. */
const ask = (when: string, change: Partial<Start> = {}, on = when) =>
  order(
    'StartSuspension',
    when,
    {
      ...{ suspensionId: 'info', ground: 'art2c7', deadlineIds: ['planReview'], reasons: 'quadro dei costi' },
      ...change,
    },
    { on },
  )
const asked = ask('2018-03-11')
const answer = (when: string, suspensionId = 'info') =>
  order('SupplyInformation', when, { suspensionId, note: 'costi allegati' })
const end = (when: string, suspensionId = 'info') =>
  order('EndSuspension', when, { suspensionId, reasons: 'già agli atti' })
const noAnswer = passes('informationReply:info', '2018-04-11')
const still = [...planUnderReview, asked]

describe('information asked of the Region (art. 2 c. 7)', () => {
  test('stops the clock with 20 days left and gives the Region 30 days', () => {
    given(...planUnderReview)
      .when(asked)
      .then(
        [
          'SuspensionStarted',
          {
            ...{ suspensionId: 'info', ground: 'art2c7', rule, on: '2018-03-11', isGeneral: false },
            ...{ reasons: 'quadro dei costi', deadlineIds: ['planReview'], effects: [] },
          },
        ],
        suspended('planReview', 20),
        set('informationReply:info', { nominal: '2018-04-10', kind: 'informationReply', obligor: 'region' }),
      )
      .withoutNotices()
      .leaving({ phase: 'planUnderReview' })
      .owing('planReview', { status: 'suspended', suspendedRemainingDays: 20 })
  })

  test('answered on 31 March moves the review to 20 April', () => {
    const dates = { fromNominal: '2018-03-31', fromEffective: '2018-03-31' }
    const effect = { deadlineId: 'planReview', ...dates, toNominal: '2018-04-20', toEffective: '2018-04-20' }
    given(...still)
      .when(answer('2018-03-31'))
      .then(
        [
          'SuspensionEnded',
          {
            ...{ suspensionId: 'info', how: 'answered', until: '2018-03-31' },
            ...{ note: 'costi allegati', effects: [effect] },
          },
        ],
        moved('planReview', 'resumption', { nominal: '2018-04-20', revision: 2 }),
        met('informationReply:info'),
      )
      .owing('planReview', { status: 'open' })
  })

  test('without an answer the clock runs again by itself at the cap of 10 April: 30 April', () => {
    given(...still)
      .when(noAnswer)
      .then(
        missed('informationReply:info'),
        ['SuspensionEnded', { how: 'expiry', until: '2018-04-10' }],
        moved('planReview', 'resumption', { nominal: '2018-04-30', revision: 2 }),
      )
      .owing('planReview', { status: 'open' })
  })

  test('closed days do not prolong the cap', () => {
    // Thirty days from 2 March end on Easter Sunday.
    const early = ask('2018-03-02')
    given(...planUnderReview)
      .when(early)
      .accepted()
      .owing('informationReply:info', { nominal: d('2018-04-01'), effective: d('2018-04-01') })
    given(...planUnderReview, early)
      .when(passes('informationReply:info', '2018-04-02'))
      .accepted()
      .owing('planReview', { nominal: d('2018-04-30') })
  })

  test('tells in the chain of reasons when the clock stood still', () => {
    const { why } = obligationOf(stateAfter([...still, answer('2018-03-31')]), 'planReview')
    expect(why).toMatchObject([
      { step: 'counted', start: '2018-03-01', to: '2018-03-31' },
      { step: 'suspended', on: '2018-03-11', remainingDays: 20, rule },
      { step: 'resumed', on: '2018-03-31', to: '2018-04-20', rule },
      { step: 'cutOff' },
    ])
  })

  test('the review does not pass while it stands still, and passes on its new day', () => {
    given(...still)
      .when(passes('planReview', '2018-04-01'))
      .nothing()
    given(...still, noAnswer)
      .when(passes('planReview', '2018-05-01', 1))
      .nothing()
    given(...still, noAnswer)
      .when(passes('planReview', '2018-04-30T21:59:59.999Z', 2))
      .nothing()
    given(...still, noAnswer)
      .when(passes('planReview', '2018-05-01', 2))
      .then(missed('planReview'))
  })

  test('answered on the day it was asked adds nothing', () => {
    given(...still)
      .when(answer('2018-03-11'))
      .accepted()
      .owing('planReview', { nominal: d('2018-03-31'), status: 'open' })
  })

  test('in a letter dated before the term began stops it from its start only', () => {
    const early = ask('2018-03-05', {}, '2018-02-20')
    given(...planUnderReview)
      .when(early)
      .then(['SuspensionStarted', { on: '2018-02-20' }], suspended('planReview', 30), ['DeadlineSet'])
    given(...planUnderReview, early)
      .when(answer('2018-03-11'))
      .accepted()
      .owing('planReview', { nominal: d('2018-04-10') })
  })

  test('can be ended by the Ministry before the answer, which is then owed no more', () => {
    given(...still)
      .when(end('2018-03-21'))
      .then(
        ['SuspensionEnded', { how: 'ended', until: '2018-03-21', note: 'già agli atti' }],
        moved('planReview', 'resumption', { nominal: '2018-04-10' }),
        lifted('informationReply:info'),
      )
  })

  test('cannot end before it began', () => {
    given(...still)
      .when(end('2018-03-10'))
      .refused('suspension-ends-before-start', { from: '2018-03-11', until: '2018-03-10' })
  })

  test('ended once, is not ended again', () => {
    for (const over of [answer('2018-03-31'), end('2018-03-31'), noAnswer]) {
      given(...still, over)
        .when(end('2018-04-12'))
        .nothing()
    }
    for (const over of [answer('2018-03-31'), end('2018-03-31')]) {
      given(...still, over)
        .when(answer('2018-04-01'))
        .nothing()
      given(...still, over)
        .when(noAnswer)
        .nothing()
    }
  })

  test.each<readonly [string, readonly AccordCommand[], string, string]>([
    ['the report', reportUnderReview, 'reportReview', '2019-03-02'],
    [
      'a request for extension',
      [...activitiesEnded, order('RequestExtension', '2019-02-20', reportOnly)],
      'extensionDecision:proroga-1',
      '2019-03-02',
    ],
  ])('stops the decision on %s too', (_what, history, deadlineId, when) => {
    given(...history)
      .when(ask(when, { deadlineIds: [deadlineId] }))
      .then(['SuspensionStarted'], suspended(deadlineId, 20), ['DeadlineSet'])
    given(...history, ask(when, { deadlineIds: [deadlineId] }))
      .when(answer('2019-03-07'))
      .accepted()
      .owing(deadlineId, { nominal: d('2019-03-27') })
  })
})

describe('receipt decides, not processing', () => {
  const last = '2018-04-10T21:59:59.999Z'

  test('information received in time and processed after the cap counts from its receipt', () => {
    given(...still, noAnswer)
      .when(answer('2018-03-31'))
      .then(
        ['SuspensionEnded', { how: 'answered', until: '2018-03-31' }],
        moved('planReview', 'resumption', { nominal: '2018-04-20', revision: 3 }),
        met('informationReply:info'),
      )
    given(...still, noAnswer)
      .when(answer(last))
      .accepted()
      .owing('planReview', { nominal: d('2018-04-30') })
      .owing('informationReply:info', { status: 'met' })
  })

  test('even where the review had been missed meanwhile: it passes again on its right day', () => {
    const history = [...still, noAnswer, passes('planReview', '2018-05-01', 2)]
    given(...history)
      .when(answer('2018-03-31'))
      .accepted()
      .owing('planReview', { status: 'open', nominal: d('2018-04-20') })
    given(...history, answer('2018-03-31'))
      .when(passes('planReview', '2018-05-01', 3))
      .then(missed('planReview'))
  })

  test('information received after the cap moves nothing a second time', () => {
    given(...still, noAnswer)
      .when(answer('2018-04-12'))
      .accepted()
      .owing('planReview', { nominal: d('2018-04-30') })
  })

  // The law: for a single time and for a period not longer than thirty days.
  test('information received after the cap, before its timer fired, stops the clock no longer than the cap', () => {
    given(...still)
      .when(answer('2018-04-15'))
      .accepted()
      .owing('planReview', { nominal: d('2018-04-30') })
  })

  test('ended by the Ministry after the cap, before its timer fired, it stops the clock no longer either', () => {
    given(...still)
      .when(end('2018-04-20'))
      .accepted()
      .owing('planReview', { nominal: d('2018-04-30') })
  })
})

describe('a decision taken while the clock stands still', () => {
  test('ends the suspension, moves nothing and lifts the answer', () => {
    given(...still)
      .when(approvePlan)
      .then(
        ['PlanApproved'],
        met('planReview'),
        ['SuspensionEnded', { suspensionId: 'info', how: 'decided', until: '2018-03-20', effects: [] }],
        lifted('informationReply:info'),
        ['DeadlineSet', { deadline: { kind: 'milestone' } }],
        ['DeadlineSet', { deadline: { kind: 'activities' } }],
        ['DeadlineSet', { deadline: { kind: 'finalReport' } }],
      )
  })

  test('is in time although the day before the stop has gone by', () => {
    given(...still)
      .when(order('ReturnPlan', '2018-04-05', { reasons: 'azioni da rivedere' }))
      .then(
        ['PlanReturned'],
        met('planReview'),
        ['SuspensionEnded', { how: 'decided' }],
        lifted('informationReply:info'),
        ['DeadlineSet'],
      )
  })

  test('leaves nothing to answer and nothing to end', () => {
    const decided = [...still, approvePlan]
    for (const late of [answer('2018-03-31'), end('2018-03-31'), noAnswer]) {
      given(...decided)
        .when(late)
        .nothing()
    }
  })
})
