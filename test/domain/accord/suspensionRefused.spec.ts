import { describe, test } from 'vitest'
import type { AccordCommands } from '../../../domain/accord/commands.ts'
import { approvePlan, d, inForce, order, passes, plan, planUnderReview } from '../../support/fixtures.ts'
import { given, suspended } from '../../support/given.ts'

/** Thirty days of review from 1 March 2018; asked on the 11th, ten days are used. */
const ask = (when: string, change: Partial<AccordCommands['StartSuspension']> = {}, on = when) =>
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

describe('once per procedure', () => {
  const again = (when: string, id = 'planReview') => ask(when, { suspensionId: 'info-2', deadlineIds: [id] })
  const used = { ground: 'art2c7', deadlineId: 'planReview' }
  const integration = order('RequestPlanIntegration', '2018-03-11', { request: 'budget' })
  const supplied = order('SupplyPlanIntegration', '2018-03-21', { note: 'budget' })

  test('a second request is refused, while the first one stands and after it', () => {
    given(...still)
      .when(again('2018-03-15'))
      .refused('suspension-already-used', used)
    for (const over of [answer('2018-03-31'), end('2018-03-31'), noAnswer]) {
      given(...still, over)
        .when(again('2018-04-15'))
        .refused('suspension-already-used', used)
    }
  })

  test('after an integration of the plan it is refused, and an integration after it', () => {
    given(...planUnderReview, integration)
      .when(again('2018-03-15'))
      .refused('suspension-already-used', used)
    given(...planUnderReview, integration, supplied)
      .when(again('2018-03-25'))
      .refused('suspension-already-used', used)
    for (const history of [still, [...still, answer('2018-03-31')]]) {
      given(...history)
        .when(order('RequestPlanIntegration', '2018-04-02', { request: 'budget' }))
        .refused('integration-already-requested', { subject: 'plan' })
    }
  })

  test('a plan submitted again is a new procedure', () => {
    const returned = order('ReturnPlan', '2018-03-20', { reasons: 'azioni da rivedere' })
    const submitted = order('SubmitPlan', '2018-03-30', plan)
    given(...still, returned, submitted)
      .when(again('2018-04-09', 'planReview:2'))
      .then(['SuspensionStarted'], suspended('planReview:2', 20), ['DeadlineSet'])
  })
})

describe('information and observations in one procedure', () => {
  // Thirty days from 2 March 2026, until 1 April; information asked on the 12th, ten days are used.
  const reviewed = [...inForce, order('SubmitPlan', '2026-03-02', plan), ask('2026-03-12')]
  const notify = (when: string) => ask(when, { suspensionId: 'oss', ground: 'art10bis' })
  const observe = (when: string) => answer(when, 'oss')

  test('one after the other, both count', () => {
    // Ten days for the information, then three and ten for the observations.
    given(...reviewed, answer('2026-03-22'), notify('2026-04-01'))
      .when(observe('2026-04-04'))
      .accepted()
      .owing('planReview', { nominal: d('2026-04-24'), status: 'open' })
  })

  test('at the same time, each day counts once, and both must be over', () => {
    given(...reviewed)
      .when(notify('2026-03-17'))
      .then(['SuspensionStarted'], suspended('planReview', 20), ['DeadlineSet'])
    given(...reviewed, notify('2026-03-17'))
      .when(answer('2026-03-22'))
      .accepted()
      .owing('planReview', { status: 'suspended', suspendedRemainingDays: 20 })
    // The clock stood still from 13 to 30 March, 18 days.
    for (const [first, then] of [
      [answer('2026-03-22'), observe('2026-03-20')],
      [observe('2026-03-20'), answer('2026-03-22')],
    ] as const) {
      given(...reviewed, notify('2026-03-17'), first)
        .when(then)
        .accepted()
        .owing('planReview', { status: 'open', nominal: d('2026-04-19'), effective: d('2026-04-20') })
    }
  })
})

describe('a suspension is refused', () => {
  test('under an id that was used', () => {
    given(...still, answer('2018-03-31'))
      .when(ask('2018-04-01', { ground: 'art10bis' }))
      .refused('suspension-exists', { suspensionId: 'info' })
  })

  test('of a deadline that does not exist, whatever the ground', () => {
    const known = 'signature, plan, planReview'
    for (const ground of ['art2c7', 'art10bis', 'law', 'control'] as const) {
      given(...planUnderReview)
        .when(ask('2018-03-11', { ground, deadlineIds: ['constructor'] }))
        .refused('unknown-deadline', { deadlineId: 'constructor', known })
    }
  })

  test('where days are given that the law gives', () => {
    for (const days of [{ from: d('2018-03-11') }, { until: d('2018-04-10') }]) {
      given(...planUnderReview)
        .when(ask('2018-03-11', days))
        .refused('suspension-days-not-given', { ground: 'art2c7' })
    }
  })

  test('of none of the procedures, or of two', () => {
    const { deadlineIds: _, ...none } = asked.data
    const two = ask('2018-03-11', { deadlineIds: ['planReview', 'plan'] })
    for (const command of [order('StartSuspension', '2018-03-11', none), two]) {
      given(...planUnderReview)
        .when(command)
        .refused('suspension-one-deadline', { ground: 'art2c7' })
    }
  })

  test('of the clock of another party', () => {
    for (const [ground, deadlineId] of [
      ['art2c7', 'plan'],
      ['art10bis', 'plan'],
      ['control', 'planReview'],
    ] as const) {
      given(...planUnderReview)
        .when(ask('2018-03-11', { ground, deadlineIds: [deadlineId] }))
        .refused('suspension-not-this-deadline', { ground, deadlineId })
    }
  })

  test('of a clock that has run out, whether or not its timer has fired, or that was stopped by the decision', () => {
    const over = { deadlineId: 'planReview', effective: '2018-03-31' }
    given(...planUnderReview)
      .when(ask('2018-04-01'))
      .refused('suspension-clock-stopped', over)
    given(...planUnderReview, passes('planReview', '2018-04-01'))
      .when(ask('2018-04-02'))
      .refused('suspension-clock-stopped', over)
    given(...planUnderReview, approvePlan)
      .when(ask('2018-03-21'))
      .refused('suspension-clock-stopped', over)
    given(...planUnderReview)
      .when(ask('2018-03-31T21:59:59.999Z', {}, '2018-03-31'))
      .then(['SuspensionStarted'], suspended('planReview', 0), ['DeadlineSet'])
  })

  test('where nobody knows it: to answer it and to end it', () => {
    const unknown = { suspensionId: 'constructor', known: '—' }
    for (const command of [answer('2018-03-31', 'constructor'), end('2018-03-31', 'constructor')]) {
      given(...inForce)
        .when(command)
        .refused('unknown-suspension', unknown)
      given(...still)
        .when(command)
        .refused('unknown-suspension', { ...unknown, known: 'info' })
    }
  })
})
