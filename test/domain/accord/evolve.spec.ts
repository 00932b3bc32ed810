import { describe, expect, test } from 'vitest'
import type { AccordEvents, EventType, RecordedEvent } from '../../../domain/accord/events.ts'
import { evolve } from '../../../domain/accord/evolve.ts'
import type { AccordState } from '../../../domain/accord/state.ts'
import { eventTypes } from '../../../schemas/events.ts'
import {
  activitiesEnded,
  activitiesOnly,
  d,
  endActivities,
  euro,
  inForce,
  order,
  plan,
  planUnderReview,
  proposal,
  reportApproved,
  reportOnly,
  reportUnderReview,
  rules,
  underway,
} from '../../support/fixtures.ts'
import { obligationOf, stateAfter } from '../../support/given.ts'

/** The act that every event of this spec comes from: of 2 April 2019. */
const { act } = order('RecordRegionalAct', '2019-04-02', { title: '-' }, { citing: { source: 'nota' } })

function happened<T extends EventType>(type: T, data: AccordEvents[T], before: AccordState): RecordedEvent {
  const envelope = { accordId: 'prova-10', version: before.version + 1, commandId: 'c', notices: [] }
  return { type, data, ...envelope, act, recordedAt: act.receivedAt } as unknown as RecordedEvent
}

interface Case<T extends EventType> {
  readonly from: readonly Parameters<typeof stateAfter>[0][number][]
  readonly data: AccordEvents[T]
  readonly leaves: object
}

const deadline = obligationOf(stateAfter(activitiesEnded), 'finalReport')
const { status: _, history: __, ...set } = deadline
const moved = { ...set, revision: 2, nominal: d('2019-03-31'), effective: d('2019-04-01') }
const asked = order('RequestExtension', '2019-02-10', reportOnly)
const condition = { id: 'quadro', text: 'Quadro economico' }
const conditional = [...planUnderReview, order('ApprovePlan', '2018-03-20', { conditions: [condition] })]
const settled = { deadlineId: 'finalReport', revision: 1 }

/** One line for each event type: the compiler asks for a new one with every new event. */
const cases: { [T in EventType]: Case<T> } = {
  AccordProposed: {
    from: [],
    data: { programmeId: 'prova', regionId: '10', title: 'Prova', rules },
    leaves: { phase: 'proposed', proposedOn: act.on, rules, obligations: {} },
  },
  AccordSigned: {
    from: [proposal],
    data: { party: 'region', kind: 'digital', signerRef: 'x', signedAt: act.receivedAt },
    leaves: { phase: 'proposed', signatures: { region: { kind: 'digital', signerRef: 'x' } } },
  },
  AccordEnteredIntoForce: { from: [proposal], data: {}, leaves: { phase: 'inForce', inForceOn: act.on } },
  RegionalActRecorded: {
    from: [proposal],
    data: { title: 'DGR 10' },
    leaves: { regionalActs: [{ title: 'DGR 10', on: act.on, citation: act.citation }] },
  },
  AdvancePaid: { from: inForce, data: { amount: euro(1) }, leaves: { advance: euro(1) } },
  PlanSubmitted: {
    from: inForce,
    data: { ...plan, planVersion: 1 },
    leaves: {
      phase: 'planUnderReview',
      plan: { version: 1, integrationUsed: false },
      actions: { I: { status: 'planned', section: 2 }, II: { status: 'planned', priority: 1 } },
      milestones: { 'rete-attiva': { numeral: 'I' }, sportelli: { numeral: 'II' } },
    },
  },
  PlanIntegrationRequested: {
    from: planUnderReview,
    data: { request: 'budget' },
    leaves: { phase: 'planIntegration', plan: { integrationUsed: true } },
  },
  PlanIntegrationSupplied: {
    from: [...planUnderReview, order('RequestPlanIntegration', '2018-03-11', { request: 'budget' })],
    data: { note: 'ecco' },
    leaves: { phase: 'planUnderReview', plan: { integrationUsed: true } },
  },
  PlanReturned: {
    from: planUnderReview,
    data: { planVersion: 1, reasons: 'no' },
    leaves: { phase: 'planReturned', plan: { version: 1 } },
  },
  PlanApproved: {
    from: planUnderReview,
    data: { planVersion: 1, conditions: [condition] },
    leaves: { phase: 'underway', conditions: { quadro: { ...condition, met: false } } },
  },
  PlanConditionMet: {
    from: conditional,
    data: { conditionId: 'quadro' },
    leaves: { conditions: { quadro: { ...condition, met: true } } },
  },
  ActionStarted: {
    from: underway,
    data: { numeral: 'I' },
    leaves: { actions: { I: { status: 'started', startedOn: act.on }, II: { status: 'planned' } } },
  },
  MilestoneSignalled: {
    from: underway,
    data: { milestoneId: 'sportelli' },
    leaves: { milestones: { sportelli: { signalledOn: act.on } } },
  },
  ActionCompleted: {
    from: [...underway, order('StartAction', '2018-04-01', { numeral: 'I' })],
    data: { numeral: 'I' },
    leaves: { actions: { I: { status: 'completed', completedOn: act.on } } },
  },
  ActivitiesEnded: {
    from: underway,
    data: { how: 'expiry' },
    leaves: { phase: 'activitiesEnded', activitiesEndedOn: act.on, activitiesEndedHow: 'expiry' },
  },
  ExtensionRequested: {
    from: activitiesEnded,
    data: { ...reportOnly, holds: ['finalReport'] },
    leaves: {
      extensions: { 'proroga-1': { status: 'requested', requested: reportOnly.until, requestedOn: act.on } },
      obligations: { finalReport: { status: 'held', heldBy: 'proroga-1' } },
    },
  },
  ExtensionGranted: {
    from: [...activitiesEnded, asked],
    data: { ...reportOnly, exOfficio: false, inPart: false, effects: [] },
    leaves: {
      extensions: { 'proroga-1': { status: 'granted', granted: reportOnly.until, decidedOn: act.on } },
      obligations: { finalReport: { status: 'open' } },
    },
  },
  ExtensionRefused: {
    from: [...activitiesEnded, asked],
    data: { extensionId: 'proroga-1', reasons: 'no' },
    leaves: {
      extensions: { 'proroga-1': { status: 'refused', decidedOn: act.on } },
      obligations: { finalReport: { status: 'open', nominal: '2019-03-01', revision: 2 } },
    },
  },
  CalendarApplied: {
    from: activitiesEnded,
    data: { calendarId: 'IT', calendarVersion: '2030-01-01', reasons: 'festa', effects: [] },
    leaves: { phase: 'activitiesEnded', obligations: { finalReport: { status: 'open', revision: 1 } } },
  },
  ExtensionRevoked: {
    from: [...activitiesEnded, asked, order('GrantExtension', '2019-02-20', reportOnly)],
    data: { extensionId: 'proroga-1', reasons: 'no', effects: [] },
    leaves: {
      extensions: { 'proroga-1': { status: 'revoked', revokedOn: act.on } },
      obligations: { finalReport: { status: 'open', nominal: '2019-03-31', revision: 2 } },
    },
  },
  FinalReportSubmitted: {
    from: activitiesEnded,
    data: { reportVersion: 1, title: 'Relazione' },
    leaves: {
      phase: 'reportUnderReview',
      report: { version: 1, title: 'Relazione', integrationUsed: false },
    },
  },
  ReportIntegrationRequested: {
    from: reportUnderReview,
    data: { request: 'spese' },
    leaves: { phase: 'reportIntegration', report: { integrationUsed: true } },
  },
  ReportIntegrationSupplied: {
    from: reportUnderReview,
    data: { note: 'ecco' },
    leaves: { phase: 'reportUnderReview' },
  },
  FinalReportReturned: {
    from: reportUnderReview,
    data: { reportVersion: 1, reasons: 'no' },
    leaves: { phase: 'reportReturned' },
  },
  FinalReportApproved: {
    from: reportUnderReview,
    data: { reportVersion: 1 },
    leaves: { phase: 'reportApproved' },
  },
  BalancePaid: { from: reportApproved, data: { amount: euro(2) }, leaves: { balance: euro(2) } },
  AccordConcluded: {
    from: reportApproved,
    data: {},
    leaves: { phase: 'concluded', concludedOn: act.on, report: { version: 1 } },
  },
  DeadlineSet: {
    from: inForce,
    data: { deadline: set },
    leaves: { obligations: { finalReport: { ...set, status: 'open', history: [] } } },
  },
  DeadlineMoved: {
    from: activitiesEnded,
    data: { deadline: moved, cause: 'extension' },
    leaves: {
      obligations: {
        finalReport: {
          ...moved,
          status: 'open',
          history: [{ revision: 1, nominal: '2019-03-01', movedBy: 'extension' }],
        },
      },
    },
  },
  DeadlineSuspended: {
    from: planUnderReview,
    data: { deadlineId: 'planReview', on: d('2018-03-11'), remainingDays: 20 },
    leaves: { obligations: { planReview: { status: 'suspended', suspendedRemainingDays: 20 } } },
  },
  DeadlineMet: {
    from: activitiesEnded,
    data: { ...settled, inTime: false, daysLate: 32 },
    leaves: { obligations: { finalReport: { status: 'metLate', daysLate: 32, settledOn: '2019-04-02' } } },
  },
  DeadlineMissed: {
    from: activitiesEnded,
    data: { ...settled, passedAt: deadline.passesAt },
    leaves: { obligations: { finalReport: { status: 'missed', nominal: '2019-03-01' } } },
  },
  DeadlineLifted: {
    from: activitiesEnded,
    data: { deadlineId: 'finalReport' },
    leaves: { obligations: { finalReport: { status: 'lifted', settledOn: '2019-04-02' } } },
  },
}

describe('what each event leaves', () => {
  test.each(eventTypes)('%s', (type) => {
    const { from, data, leaves } = cases[type]
    const before = stateAfter(from)
    const after = evolve(before, happened(type, data, before))
    expect(after).toMatchObject(leaves)
    expect(after.version).toBe(before.version + 1)
  })

  test('none changes the state it was given', () => {
    for (const type of eventTypes) {
      const before = stateAfter(cases[type].from)
      const kept = structuredClone(before)
      evolve(before, happened(type, cases[type].data, before))
      expect(before, type).toEqual(kept)
    }
  })
})

describe('an event that does not fit', () => {
  test('before any proposal leaves nothing', () => {
    const absent = stateAfter([])
    expect(evolve(absent, happened('AccordConcluded', {}, absent))).toEqual({ phase: 'absent', version: 0 })
  })

  const unfit: readonly EventType[] = [
    ...(['PlanIntegrationRequested', 'PlanReturned', 'PlanApproved', 'ActivitiesEnded'] as const),
    ...([
      'FinalReportSubmitted',
      'FinalReportApproved',
      'AccordConcluded',
      'ReportIntegrationSupplied',
    ] as const),
    ...(['ActionStarted', 'MilestoneSignalled', 'PlanConditionMet', 'DeadlineMissed'] as const),
  ]
  test.each(unfit)('changes the version and nothing else: %s', (type) => {
    const before = stateAfter(inForce)
    const after = evolve(before, happened(type, cases[type].data, before))
    expect(after).toEqual({ ...before, version: before.version + 1 })
  })
})

describe('what extensions do to each other', () => {
  test('a move that is not its own leaves a pending request its hold', () => {
    const before = stateAfter([...activitiesEnded, asked])
    const after = evolve(before, happened('DeadlineMoved', { deadline: moved, cause: 'parent' }, before))
    expect(obligationOf(after, 'finalReport')).toMatchObject({ status: 'held', heldBy: 'proroga-1' })
  })

  test('ended activities stay ended when the report moves', () => {
    const before = stateAfter([...underway, endActivities])
    const after = evolve(before, happened('DeadlineMoved', { deadline: moved, cause: 'extension' }, before))
    expect(after.phase).toBe('activitiesEnded')
  })

  test('a grant that moves nothing of what was held opens it as a new revision', () => {
    const both = {
      ...activitiesOnly,
      scope: 'both',
      until: { ...activitiesOnly.until, finalReport: d('2019-06-30') },
    } as const
    const before = stateAfter([...underway, order('RequestExtension', '2018-12-01', both)])
    const data = { ...activitiesOnly, exOfficio: false, inPart: true, effects: [] }
    const after = evolve(before, happened('ExtensionGranted', data, before))
    expect(obligationOf(after, 'finalReport')).toMatchObject({ status: 'open', revision: 2 })
  })
})
