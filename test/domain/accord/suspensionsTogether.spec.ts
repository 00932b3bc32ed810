import { describe, expect, test } from 'vitest'
import type { AccordCommand, AccordCommands } from '../../../domain/accord/commands.ts'
import { d, inForce, order, passes, plan, planUnderReview, underway } from '../../support/fixtures.ts'
import {
  given,
  lifted,
  met,
  missed,
  moved,
  obligationOf,
  stateAfter,
  suspended,
} from '../../support/given.ts'

type Start = AccordCommands['StartSuspension']
type Days = { readonly from: string; readonly until?: string; readonly id?: string }

const law = (when: string, { from, until, id = 'emergenza' }: Days, deadlineIds?: readonly string[]) =>
  order('StartSuspension', when, {
    ...{ suspensionId: id, ground: 'law', reasons: 'emergenza', from: d(from) },
    ...(until !== undefined && { until: d(until) }),
    ...(deadlineIds && { deadlineIds }),
  } satisfies Start)
const ask = (when: string, deadlineIds = ['planReview']) =>
  order('StartSuspension', when, {
    ...{ suspensionId: 'info', ground: 'art2c7', deadlineIds, reasons: 'quadro dei costi' },
  })
const answer = (when: string) => order('SupplyInformation', when, { suspensionId: 'info', note: 'costi' })
const end = (when: string, suspensionId = 'emergenza') =>
  order('EndSuspension', when, { suspensionId, reasons: 'fine dell’emergenza' })
const noAnswer = (when: string, revision = 1) => passes('informationReply:info', when, revision)
const nominalOf = (id: string, ...history: readonly AccordCommand[]) =>
  obligationOf(stateAfter(history), id).nominal

describe('two laws', () => {
  // Thirty days from 12 February 2020; the law of March, prolonged in April.
  const reviewed = [...inForce, order('SubmitPlan', '2020-02-12', plan)]
  const first = law('2020-03-18', { from: '2020-02-23', until: '2020-04-15', id: 'prima' })

  test('of which the second begins the day after the first stop the clock for 83 days', () => {
    const second = law('2020-04-09', { from: '2020-04-16', until: '2020-05-15', id: 'seconda' })
    given(...reviewed, first)
      .when(second)
      .accepted()
      .owing('planReview', { nominal: d('2020-06-04'), status: 'open' })
  })

  test('of which the second covers the first again count each day once', () => {
    const second = law('2020-04-09', { from: '2020-02-23', until: '2020-05-15', id: 'seconda' })
    given(...reviewed, first)
      .when(second)
      .accepted()
      .owing('planReview', { nominal: d('2020-06-04') })
    given(...reviewed, second)
      .when(first)
      .accepted()
      .owing('planReview', { nominal: d('2020-06-04') })
  })

  test('still open both, let the clock run when both have ended', () => {
    const [one, other] = [
      law('2020-03-18', { from: '2020-02-23', id: 'prima' }),
      law('2020-04-09', { from: '2020-03-10', id: 'seconda' }),
    ]
    given(...reviewed, one)
      .when(other)
      .then(['SuspensionStarted'], suspended('planReview', 20))
    given(...reviewed, one, other)
      .when(end('2020-04-15', 'prima'))
      .accepted()
      .owing('planReview', { status: 'suspended', suspendedRemainingDays: 20 })
    given(...reviewed, one, other, end('2020-04-15', 'prima'))
      .when(end('2020-05-15', 'seconda'))
      .accepted()
      .owing('planReview', { status: 'open', nominal: d('2020-06-04') })
  })

  test('move a day by the second where only the first made it run so long, in any order of recording', () => {
    // A condition to be met by 31 May 2018: 22 days later, on 22 June, within the sixteen of the other law.
    const conditions = [{ id: 'costi', text: 'Quadro dei costi', dueOn: d('2018-05-31') }]
    const approved = [...planUnderReview, order('ApprovePlan', '2018-03-20', { conditions })]
    const may = law('2018-05-10', { from: '2018-05-20', until: '2018-06-10', id: 'prima' })
    const june = law('2018-05-10', { from: '2018-06-15', until: '2018-06-30', id: 'seconda' })
    expect(nominalOf('planCondition:costi', ...approved, may, june)).toBe('2018-07-08')
    expect(nominalOf('planCondition:costi', ...approved, june, may)).toBe('2018-07-08')
  })
})

describe('a law and information asked of the Region', () => {
  const still = [...planUnderReview, ask('2018-03-11')]

  test('that overlap count each day once, whichever came first', () => {
    // The clock stood still from 12 March to 10 April.
    const during = law('2018-03-20', { from: '2018-03-21', until: '2018-04-10' })
    given(...still, during)
      .when(answer('2018-03-31'))
      .then(
        ['SuspensionEnded', { how: 'answered', until: '2018-03-31' }],
        moved('planReview', 'resumption', { nominal: '2018-04-30' }),
        met('informationReply:info'),
      )
    given(...still, answer('2018-03-31'))
      .when(law('2018-04-01', { from: '2018-03-21', until: '2018-04-10' }))
      .accepted()
      .owing('planReview', { nominal: d('2018-04-30'), status: 'open' })
  })

  test('the law stops the term to answer too, and so the cap', () => {
    // Three of the thirty days used before 15 March, 27 after 14 April.
    const during = law('2018-03-20', { from: '2018-03-15', until: '2018-04-14' })
    given(...still, during)
      .when(noAnswer('2018-05-12', 2))
      .then(
        missed('informationReply:info'),
        ['SuspensionEnded', { how: 'expiry', until: '2018-05-11' }],
        moved('planReview', 'resumption', { nominal: '2018-05-31' }),
      )
  })

  test('a law recorded after that cap had passed leads to the same date', () => {
    const late = law('2018-04-15', { from: '2018-03-15', until: '2018-04-14' })
    given(...still, noAnswer('2018-04-11'), late)
      .when(noAnswer('2018-05-12', 2))
      .accepted()
      .owing('planReview', { nominal: d('2018-05-31'), status: 'open' })
  })

  test('a law of days after the old date stops a clock that stood still until then', () => {
    // Ten days used; the answer comes on 7 April and the law lasts until 15 May: twenty days are left.
    const during = law('2018-04-06', { from: '2018-04-05', until: '2018-05-15' })
    given(...still, during)
      .when(answer('2018-04-07'))
      .accepted()
      .owing('planReview', { nominal: d('2018-06-04') })
  })

  test('a law announced before is met by the clock that runs on because of the stop', () => {
    // A request to be decided by 31 December 2018; ten days used on the 11th, an answer on the 31st: 20 January.
    const request = order('RequestExtension', '2018-12-01', {
      ...{ extensionId: 'p', scope: 'activities', until: { activities: d('2019-06-30') }, reasons: 'avvio' },
    })
    const announced = law('2018-12-05', { from: '2019-01-10', until: '2019-01-31' })
    const decision = 'extensionDecision:p'
    const asked = ask('2018-12-11', [decision])
    // Nine more days used before the law, eleven after it.
    given(...underway, request, announced, asked)
      .when(answer('2018-12-31'))
      .accepted()
      .owing(decision, { nominal: d('2019-02-11') })
    given(...underway, request, asked, answer('2018-12-31'))
      .when(announced)
      .accepted()
      .owing(decision, { nominal: d('2019-02-11') })
  })
})

describe('while a law stops the clock, though the date before it has gone by', () => {
  // Eighteen days used before 20 March, twelve left.
  const still = [...planUnderReview, law('2018-03-20', { from: '2018-03-20' })]
  const integration = order('RequestPlanIntegration', '2018-04-05', { request: 'budget' })

  test('information can be asked for', () => {
    given(...still)
      .when(ask('2018-04-05'))
      .then(['SuspensionStarted'], suspended('planReview', 12), ['DeadlineSet'])
    // Both are over on 30 April: twelve days are left.
    given(...still, ask('2018-04-05'), answer('2018-04-10'))
      .when(end('2018-04-30'))
      .accepted()
      .owing('planReview', { status: 'open', nominal: d('2018-05-12') })
  })

  test('an integration stops the clock too', () => {
    given(...still)
      .when(integration)
      .then(['PlanIntegrationRequested'], suspended('planReview', 12), ['DeadlineSet'])
    // Its own thirty days begin after the law, and nobody answers before 20 May.
    given(...still, integration, end('2018-04-30'))
      .when(order('SupplyPlanIntegration', '2018-05-20', { note: 'budget' }))
      .accepted()
      .owing('planReview', { status: 'open', nominal: d('2018-06-01') })
  })

  test('nothing is decided as long as the Region may answer a request for integration', () => {
    const asked = order('RequestPlanIntegration', '2018-03-11', { request: 'budget' })
    given(...planUnderReview, asked, law('2018-03-15', { from: '2018-03-15' }))
      .when(order('ReturnPlan', '2018-04-20', { reasons: 'mancano i costi' }))
      .refused('integration-pending', { subject: 'plan', until: '2018-04-10' })
  })

  test('what is due is done in time', () => {
    given(...still)
      .when(order('ApprovePlan', '2018-04-20', { conditions: [] }))
      .accepted()
      .owing('planReview', { status: 'met', daysLate: 0 })
  })

  test('the decision leaves the law to stop the others', () => {
    given(...still, ask('2018-03-25'))
      .when(order('ApprovePlan', '2018-03-26', { conditions: [] }))
      .then(
        ['PlanApproved'],
        met('planReview'),
        ['SuspensionEnded', { suspensionId: 'info', how: 'decided' }],
        lifted('informationReply:info'),
        ...Array.from({ length: 3 }, () => ['DeadlineSet'] as const),
      )
  })
})

describe('a law recorded late', () => {
  const expired = [
    ...underway,
    passes('milestone:rete-attiva', '2018-09-29'),
    passes('activities', '2019-01-01'),
  ]

  test('brings activities back that had ended by expiry within it', () => {
    given(...expired)
      .when(law('2019-01-10', { from: '2018-12-17', until: '2019-01-30' }))
      .accepted()
      .leaving({ phase: 'underway' })
      .owing('activities', { status: 'open', nominal: d('2019-02-14') })
      .owing('finalReport', { status: 'open', nominal: d('2019-04-15') })
  })

  test('leaves activities ended that had expired before it, and those that the Region ended', () => {
    given(...expired)
      .when(law('2019-01-10', { from: '2019-01-02', until: '2019-01-31' }))
      .accepted()
      .leaving({ phase: 'activitiesEnded' })
      .owing('activities', { status: 'met', nominal: d('2018-12-31') })
      .owing('finalReport', { nominal: d('2019-03-31') })
    given(...underway, order('EndActivities', '2018-12-20', {}))
      .when(law('2019-01-10', { from: '2018-12-17', until: '2019-01-30' }))
      .accepted()
      .leaving({ phase: 'activitiesEnded' })
      .owing('activities', { status: 'met', nominal: d('2018-12-31') })
      .owing('finalReport', { nominal: d('2019-03-31') })
  })

  test('does not move a day that an act named after it was over', () => {
    // The approval of 20 March 2018 names the end of the activities.
    given(...underway)
      .when(law('2018-04-01', { from: '2018-02-20', until: '2018-03-10' }, ['activities']))
      .refused('suspension-nothing-to-stop', { from: '2018-02-20' })
  })
})
