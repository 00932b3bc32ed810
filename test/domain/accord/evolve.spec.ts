import { describe, expect, test } from 'vitest'
import type { EventType } from '../../../domain/accord/events.ts'
import { evolve } from '../../../domain/accord/evolve.ts'
import type { DatedFact } from '../../../domain/accord/parts.ts'
import { eventTypes } from '../../../schemas/events.ts'
import { type Case, happened } from '../../support/eventCases.ts'
import { everyCase } from '../../support/everyCase.ts'
import {
  activitiesEnded,
  activitiesOnly,
  approvePlan,
  concluded,
  d,
  endActivities,
  inForce,
  order,
  planUnderReview,
  reportOnly,
  scheduler,
  underway,
} from '../../support/fixtures.ts'
import { obligationOf, stateAfter } from '../../support/given.ts'
import { lifeCases } from '../../support/lifeCases.ts'
import { asked, moved, onerous, termCases } from '../../support/termCases.ts'

describe('what each event leaves', () => {
  test.each(eventTypes)('%s', (type) => {
    const { from, data, leaves } = everyCase[type]
    const before = stateAfter(from)
    const after = evolve(before, happened(type, data, before))
    expect(after).toMatchObject(leaves)
    expect(after.version).toBe(before.version + 1)
  })

  test('none changes the state it was given', () => {
    for (const type of eventTypes) {
      const before = stateAfter(everyCase[type].from)
      const kept = structuredClone(before)
      evolve(before, happened(type, everyCase[type].data, before))
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
      'FinalReportReturned',
      'FinalReportApproved',
      'AccordConcluded',
      'ReportIntegrationSupplied',
    ] as const),
    ...(['ActionStarted', 'MilestoneSignalled', 'PlanConditionMet', 'DeadlineMissed'] as const),
    ...(['ExtensionAttachmentsSupplied', 'ExtensionInstructed', 'ExtensionRefused'] as const),
    ...(['AddendumSigned', 'ExtensionTookEffect', 'ExtensionLapsed', 'ExtensionRevoked'] as const),
    ...(['SuspensionEnded', 'ControlEnded', 'DateCorrected', 'DecisionReversed'] as const),
    ...(['DeadlineMoved', 'DeadlineSuspended', 'TargetPassed', 'DeadlineMet', 'DeadlineLifted'] as const),
  ]
  test.each(unfit)('changes the version and nothing else: %s', (type) => {
    const before = stateAfter(inForce)
    const after = evolve(before, happened(type, everyCase[type].data, before))
    expect(after).toEqual({ ...before, version: before.version + 1 })
  })
})

describe('an event that does not fit after a decision', () => {
  test.each(['ExtensionInstructed', 'SuspensionEnded', 'AccordConcluded'] as const)(
    'leaves what can be taken back: %s',
    (type) => {
      const before = stateAfter(underway)
      const after = evolve(before, happened(type, everyCase[type].data, before))
      expect(after).toEqual({ ...before, version: before.version + 1 })
    },
  )
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

describe('an onerous grant', () => {
  test('waits for its addendum and keeps its hold', () => {
    const state = stateAfter(onerous)
    expect(state).toMatchObject({
      extensions: { 'proroga-1': { status: 'awaitingAddendum', granted: reportOnly.until } },
      obligations: { finalReport: { status: 'held', heldBy: 'proroga-1', revision: 1 } },
    })
  })

  test('keeps both signatures', () => {
    const signature = { extensionId: 'proroga-1', kind: 'digital', signerRef: 'dg-prova' } as const
    const signed = (['ministry', 'region'] as const).reduce(
      (state, party) => evolve(state, happened('AddendumSigned', { ...signature, party }, state)),
      stateAfter(onerous),
    )
    expect(signed).toMatchObject({
      extensions: { 'proroga-1': { addendum: { signatures: { ministry: {}, region: {} } } } },
    })
  })

  test('of which there is none, cannot be signed for', () => {
    const before = stateAfter([...activitiesEnded, asked])
    const { data } = termCases.AddendumSigned
    const after = evolve(before, happened('AddendumSigned', data, before))
    expect(after).toEqual({ ...before, version: before.version + 1 })
  })
})

describe('a stop', () => {
  test('with its last day is over from the start', () => {
    const before = stateAfter(planUnderReview)
    const { data } = termCases.SuspensionStarted
    const known = { ...data, ground: 'law', until: d('2018-04-15'), isGeneral: true } as const
    expect(evolve(before, happened('SuspensionStarted', known, before))).toMatchObject({
      suspensions: { 'informazioni-1': { until: '2018-04-15', ended: 'ended', isGeneral: true } },
    })
  })

  test('without an id is the integration of a review', () => {
    const before = stateAfter(planUnderReview)
    const data = { deadlineId: 'planReview', on: d('2018-03-11'), remainingDays: 20 }
    const after = evolve(before, happened('DeadlineSuspended', data, before))
    expect(obligationOf(after, 'planReview').adjustments).toEqual([
      { kind: 'suspension', on: '2018-03-11', rule: 'art. 2 c. 7 l. 241/1990' },
    ])
  })
})

describe('a corrected date', () => {
  const acted = [
    ...underway,
    order('StartAction', '2018-04-12', { numeral: 'I' }),
    order('CompleteAction', '2018-10-20', { numeral: 'I' }),
    order('SignalMilestone', '2018-10-21', { milestoneId: 'sportelli' }),
    endActivities,
  ]
  const right = { date: '2018-01-02', precision: 'day', assumed: false }
  const facts: { readonly [F in DatedFact]: readonly [ref: string | undefined, leaves: object] } = {
    proposal: [undefined, { proposedOn: right }],
    inForce: [undefined, { inForceOn: right }],
    actionStart: ['I', { actions: { I: { status: 'completed', startedOn: right } } }],
    actionCompletion: ['I', { actions: { I: { status: 'completed', completedOn: right } } }],
    milestone: ['sportelli', { milestones: { sportelli: { signalledOn: right } } }],
    activitiesEnd: [undefined, { activitiesEndedOn: right, activitiesEndedHow: 'signalled' }],
    deadline: ['finalReport', { obligations: { finalReport: { nominal: '2019-03-01', revision: 1 } } }],
  }

  test.each(Object.keys(facts) as DatedFact[])('of %s', (what) => {
    const [ref, leaves] = facts[what]
    const before = stateAfter(acted)
    const data = {
      ...{ what, from: d('2018-10-20'), to: d('2018-01-02'), reasons: 'errore', effects: [] },
      ...(ref && { ref }),
    }
    const after = evolve(before, happened('DateCorrected', data, before))
    expect(after).toMatchObject(leaves)
    expect(after.phase).toBe('activitiesEnded')
  })
})

describe('the last decision', () => {
  const { data } = lifeCases.DecisionReversed
  const undone = (history: Case<EventType>['from']) => {
    const before = stateAfter(history)
    return evolve(before, happened('DecisionReversed', data, before))
  }

  test('is remembered with everything that its command changed', () => {
    expect(stateAfter(underway)).toMatchObject({
      lastDecision: {
        type: 'PlanApproved',
        commandId: approvePlan.commandId,
        before: {
          phase: 'planUnderReview',
          obligations: { planReview: { status: 'open', revision: 1 }, activities: null },
        },
      },
    })
  })

  test('is forgotten once something has followed', () => {
    const after = stateAfter([...underway, order('StartAction', '2018-04-12', { numeral: 'I' })])
    expect(after).not.toHaveProperty('lastDecision')
  })

  test('of a timer is nobody’s to take back', () => {
    const before = stateAfter([...activitiesEnded, asked])
    const refused = happened('ExtensionRefused', { extensionId: 'proroga-1', reasons: 'silenzio' }, before)
    const after = evolve(before, { ...refused, act: { ...refused.act, actor: scheduler } })
    expect(after).toMatchObject({ extensions: { 'proroga-1': { status: 'refused' } } })
    expect(after).not.toHaveProperty('lastDecision')
  })

  test('taken back is no longer there, nor is what it had left', () => {
    const open = undone(concluded)
    expect(open.phase).toBe('reportApproved')
    expect(open).not.toHaveProperty('concludedOn')
    expect(open).not.toHaveProperty('lastDecision')
  })

  test('taken back gives a date back as a new revision, and keeps the one it had given', () => {
    const after = undone([...activitiesEnded, asked, order('GrantExtension', '2019-02-20', reportOnly)])
    expect(after).toMatchObject({ extensions: { 'proroga-1': { status: 'requested' } } })
    expect(obligationOf(after, 'finalReport')).toMatchObject({
      ...{ status: 'held', nominal: '2019-03-01', revision: 3 },
      history: [
        { revision: 1, nominal: '2019-03-01', movedBy: 'extension' },
        { revision: 2, nominal: '2019-03-31', movedBy: 'reversal' },
      ],
    })
  })
})
