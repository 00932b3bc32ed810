import { describe, expect, test } from 'vitest'
import { eventsAsOf } from '../../../domain/accord/asOf.ts'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import { decide } from '../../../domain/accord/decide.ts'
import type { RecordedEvent, ReversibleType } from '../../../domain/accord/events.ts'
import { evolve } from '../../../domain/accord/evolve.ts'
import { type Accord, type AccordState, initialAccord } from '../../../domain/accord/state.ts'
import { fold } from '../../../domain/decider.ts'
import { eventData } from '../../../schemas/events.ts'
import {
  activitiesEnded,
  activitiesOnly,
  approvePlan,
  approveReport,
  conclude,
  context,
  d,
  euro,
  order,
  passes,
  payBalance,
  planUnderReview,
  reportApproved,
  reportOnly,
  reportUnderReview,
  underway,
  zone,
} from '../../support/fixtures.ts'
import { given, met, missed, moved, obligationOf, record, set, stateAfter } from '../../support/given.ts'

const reasons = 'istruttoria incompleta'
const reverse = (when: string) => order('ReverseLastDecision', when, { reasons })

const returnPlan = order('ReturnPlan', '2018-03-20', { reasons: 'quadro economico' })
const request = order('RequestExtension', '2019-02-10', { ...reportOnly, attachmentsBy: d('2019-02-28') })
const grant = order('GrantExtension', '2019-02-20', reportOnly)
const refuse = order('RefuseExtension', '2019-02-20', { extensionId: 'proroga-1', reasons: 'generica' })
const addendum = { amount: euro(1_000_000), signBy: d('2019-02-27') }
const conditions = [{ id: 'quadro', text: 'Quadro economico', dueOn: d('2018-06-29') }]
const stopped = [
  ...planUnderReview,
  order('StartSuspension', '2018-03-11', {
    ...{ suspensionId: 'info-1', ground: 'art2c7', deadlineIds: ['planReview'], reasons: 'costi' },
  }),
]
const asked = order('RequestPlanIntegration', '2018-03-11', { request: 'costi' })
const unanswered = [...planUnderReview, asked, passes('planIntegration', '2018-04-11')]
const expired = [...underway, passes('activities', '2019-01-01')]
const revived = order('GrantExtension', '2018-12-31T22:59:59.999Z', activitiesOnly)

type Case = readonly [ReversibleType, string, readonly AccordCommand[], AccordCommand, string]

const stop = (ground: 'art2c7' | 'law', about: object) =>
  order('StartSuspension', ground === 'law' ? '2018-03-19' : '2018-03-11', {
    ...{ suspensionId: 'fermo', ground, reasons },
    ...about,
  })

/** Every decision that can be taken back, from each state it may have changed, and the day it is reversed. */
const cases: readonly Case[] = [
  ['PlanReturned', 'from review', planUnderReview, returnPlan, '2018-03-22'],
  ['PlanReturned', 'with a clock that stood still', stopped, returnPlan, '2018-03-22'],
  ['PlanApproved', 'without conditions', planUnderReview, approvePlan, '2018-03-22'],
  [
    ...(['PlanApproved', 'with conditions, after an unanswered integration', unanswered] as const),
    ...([order('ApprovePlan', '2018-04-15', { conditions }), '2018-04-16'] as const),
  ],
  ['ExtensionGranted', 'as asked', [...activitiesEnded, request], grant, '2019-02-22'],
  ['ExtensionGranted', 'ex officio', activitiesEnded, grant, '2019-02-22'],
  [
    ...(['ExtensionGranted', 'with an addendum', [...activitiesEnded, request]] as const),
    ...([order('GrantExtension', '2019-02-20', { ...reportOnly, addendum }), '2019-02-22'] as const),
  ],
  ['ExtensionGranted', 'to activities that had expired', expired, revived, '2019-01-10'],
  [
    ...(['SuspensionStarted', 'to obtain information', planUnderReview] as const),
    ...([stop('art2c7', { deadlineIds: ['planReview'] }), '2018-03-12'] as const),
  ],
  [
    ...(['SuspensionStarted', 'by law', underway] as const),
    ...([stop('law', { from: d('2018-10-01'), until: d('2018-10-31') }), '2018-03-20'] as const),
  ],
  ['ExtensionRefused', 'of what was held', [...activitiesEnded, request], refuse, '2019-02-22'],
  [
    ...(['FinalReportReturned', 'from review', reportUnderReview] as const),
    ...([order('ReturnFinalReport', '2019-03-10', { reasons: 'spese' }), '2019-03-12'] as const),
  ],
  ['FinalReportApproved', 'from review', reportUnderReview, approveReport, '2019-03-18'],
  ['AccordConcluded', 'with its balance', [...reportApproved, payBalance], conclude, '2019-05-06'],
]

function living(history: readonly AccordCommand[]): Accord {
  const state = stateAfter(history)
  if (state.phase === 'absent') throw new Error('the accord was proposed')
  return state
}

/** The state one command further. */
function then(state: Accord, command: AccordCommand): Accord {
  const decision = decide(command, state, context)
  const recorded = record(command, state, decision.outcome === 'accepted' ? decision.events : [])
  expect(recorded).not.toEqual([])
  return fold(evolve, state, recorded) as Accord
}

/** What a state says besides its dates; no decision is left to reverse. */
function factsOf({ obligations: _, version: __, lastDecision: ___, ...facts }: Accord) {
  return facts
}

describe('the accord stands as before', () => {
  test.each(cases)('%s %s', (decision, _how, history, decided, when) => {
    given(...history, decided)
      .when(reverse(when))
      .then(['DecisionReversed', { decision, decidedBy: decided.commandId, reasons }])
      .withoutNotices()
    const before = living(history)
    const between = then(before, decided)
    const after = then(between, reverse(when))
    expect(factsOf(after)).toEqual(factsOf(before))
    for (const now of Object.values(after.obligations)) {
      const was = before.obligations[now.id]
      const { revision } = between.obligations[now.id] ?? {}
      if (was === undefined) {
        // What the decision had set is lifted.
        expect(now).toMatchObject({ status: 'lifted', settledOn: when, revision })
      } else if (was === between.obligations[now.id]) {
        expect(now).toBe(was)
      } else {
        const { revision: _first, history: dates, ...dated } = was
        expect(now).toMatchObject({ ...dated, revision: (revision ?? 0) + 1 })
        expect(now.history.slice(0, dates.length)).toEqual(dates)
        expect(Object.keys(now).sort()).toEqual(Object.keys(was).sort())
      }
    }
  })

  test.each(cases)('and folding the stored stream gives the same state: %s %s', (_type, _how, ...rest) => {
    const [history, decided, when] = rest
    const life = [...history, decided, reverse(when)]
    expect(fold(evolve, initialAccord, stored(life))).toEqual(stateAfter(life))
  })
})

/** A life as the store gives it back: written as JSON, read through the schemas. */
function stored(life: readonly AccordCommand[]): RecordedEvent[] {
  const stream: RecordedEvent[] = []
  life.reduce<AccordState>((state, command) => {
    const decision = decide(command, state, context)
    const recorded = record(command, state, decision.outcome === 'accepted' ? decision.events : [])
    stream.push(...recorded)
    return fold(evolve, state, recorded)
  }, initialAccord)
  const read: readonly RecordedEvent[] = JSON.parse(JSON.stringify(stream))
  return read.map((event) => ({ ...event, data: eventData[event.type].parse(event.data) }) as RecordedEvent)
}

describe('the dates', () => {
  test('of an extension go back, each listed and kept as a new revision', () => {
    given(...activitiesEnded, grant)
      .when(reverse('2019-02-22'))
      .then([
        'DecisionReversed',
        {
          effects: [
            {
              ...{ deadlineId: 'finalReport', fromNominal: '2019-03-31', fromEffective: '2019-04-01' },
              ...{ toNominal: '2019-03-01', toEffective: '2019-03-01' },
            },
          ],
        },
      ])
      .owing('finalReport', { status: 'open', nominal: d('2019-03-01'), revision: 3 })
      .owing('finalReport', {
        history: [
          { revision: 1, nominal: '2019-03-01', movedBy: 'extension' },
          { revision: 2, nominal: '2019-03-31', movedBy: 'reversal' },
        ] as never,
      })
  })

  test('of activities that had expired expire again, and their report goes back with them', () => {
    const [reversal] = stored([...expired, revived, reverse('2019-01-10')]).slice(-1)
    const effects = reversal?.type === 'DecisionReversed' ? reversal.data.effects : []
    expect(effects.toSorted((a, b) => (a.deadlineId < b.deadlineId ? -1 : 1))).toMatchObject([
      { deadlineId: 'activities', fromNominal: '2019-03-31', toNominal: '2018-12-31' },
      { deadlineId: 'finalReport', fromNominal: '2019-05-30', toNominal: '2019-03-01' },
    ])
    given(...expired, revived)
      .when(reverse('2019-01-10'))
      .then(['DecisionReversed'])
      .leaving({ phase: 'activitiesEnded', activitiesEndedHow: 'expiry' })
      .owing('activities', { status: 'met', nominal: d('2018-12-31'), revision: 3 })
  })

  test('of a decision that moved none are listed as none, and what it set falls away', () => {
    given(...underway)
      .when(reverse('2018-03-22'))
      .then(['DecisionReversed', { effects: [] }])
      .leaving({ phase: 'planUnderReview' })
      .owing('planReview', { status: 'open', nominal: d('2018-03-31'), revision: 2 })
      .owing('activities', { status: 'lifted', settledOn: d('2018-03-22') })
  })
})

describe('the deadlines', () => {
  test('that lie behind by then pass under their new revision, and not under the old one', () => {
    const late = [...underway, reverse('2018-04-10')]
    given(...late)
      .when(passes('planReview', '2018-04-10', 1))
      .nothing()
    given(...late)
      .when(passes('planReview', '2018-04-10', 2))
      .then(missed('planReview'))
  })

  test('held by a request are held again, and the request can be decided once more', () => {
    const undone = [...activitiesEnded, request, refuse, reverse('2019-02-22')]
    expect(living(undone).extensions['proroga-1']).toMatchObject({ status: 'requested' })
    expect(obligationOf(living(undone), 'finalReport')).toMatchObject({
      ...{ status: 'held', heldBy: 'proroga-1', revision: 3 },
    })
    given(...undone)
      .when(order('GrantExtension', '2019-02-25', reportOnly))
      .then(
        ['ExtensionGranted', { exOfficio: false }],
        moved('finalReport', 'extension', { nominal: '2019-03-31', effective: '2019-04-01', revision: 4 }),
        met('extensionDecision:proroga-1'),
        ['DeadlineLifted', { deadlineId: 'extensionAttachments:proroga-1' }],
      )
  })
})

describe('the plan approved again', () => {
  const undone = [...underway, reverse('2018-03-22')]

  test('has its deadlines set anew under their own ids, as higher revisions', () => {
    given(...undone)
      .when(order('ApprovePlan', '2018-03-26', { conditions, activitiesUntil: d('2018-11-30') }))
      .then(
        ['PlanApproved', { planVersion: 1 }],
        met('planReview'),
        set('planCondition:quadro', { nominal: '2018-06-29', revision: 1 }),
        set('milestone:rete-attiva', { nominal: '2018-09-28', revision: 2 }),
        set('activities', { nominal: '2018-11-30', revision: 2 }),
        set('finalReport', { nominal: '2019-01-29', revision: 2 }),
      )
      .owing('activities', {
        status: 'open',
        history: [{ revision: 1, nominal: '2018-12-31', movedBy: 'reversal' }] as never,
      })
  })

  test('can be taken back again, and revisions go on rising', () => {
    const again = order('ApprovePlan', '2018-03-26', { conditions: [] })
    const third = living([
      ...undone,
      again,
      reverse('2018-03-27'),
      order('ApprovePlan', '2018-03-28', { conditions: [] }),
    ])
    for (const id of ['milestone:rete-attiva', 'activities', 'finalReport']) {
      const { status, revision, history } = obligationOf(third, id)
      const before = history.map((past) => past.revision)
      expect(status).toBe('open')
      expect([...before, revision]).toEqual([...new Set([...before, revision])].sort((a, b) => a - b))
      expect(revision).toBeGreaterThan(2)
    }
    given(...undone, again)
      .when(passes('activities', '2019-01-01', 1))
      .nothing()
  })
})

test('the stream keeps the decision and its reversal: as known between the two, the decision stood', () => {
  const stream = stored([...underway, reverse('2018-03-22')])
  expect(stream.map(({ type }) => type)).toEqual(expect.arrayContaining(['PlanApproved', 'DecisionReversed']))
  const knownOn = (day: string) =>
    fold(evolve, initialAccord, eventsAsOf(stream, { knownOn: d(day) }, zone)).phase
  expect(knownOn('2018-03-21')).toBe('underway')
  expect(knownOn('2018-03-22')).toBe('planUnderReview')
})
