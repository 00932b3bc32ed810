import { describe, expect, test } from 'vitest'
import {
  activitiesEnded,
  activitiesOnly,
  both,
  d,
  inForce,
  order,
  passes,
  proposal,
  reportOnly,
  reportUnderReview,
  underway,
} from '../../support/fixtures.ts'
import { given, met, metLate, moved, obligationOf, stateAfter } from '../../support/given.ts'

const request = order('RequestExtension', '2019-02-10', reportOnly)
const grant = order('GrantExtension', '2019-02-20', reportOnly, {
  citing: { source: 'nota ministeriale', protocol: '35/0001234' },
})
const refusal = order('RefuseExtension', '2019-03-08', {
  extensionId: 'proroga-1',
  reasons: 'motivi generici',
})

describe('grant', () => {
  test('of the request moves the report alone, rolls it off the Sunday and keeps the history', () => {
    given(...activitiesEnded, request)
      .when(grant)
      .then(
        [
          'ExtensionGranted',
          {
            ...reportOnly,
            exOfficio: false,
            inPart: false,
            effects: [
              {
                deadlineId: 'finalReport',
                fromNominal: '2019-03-01',
                fromEffective: '2019-03-01',
                toNominal: '2019-03-31',
                toEffective: '2019-04-01',
              },
            ],
          },
        ],
        moved('finalReport', 'extension', {
          nominal: '2019-03-31',
          effective: '2019-04-01',
          passesAt: '2019-04-01T21:59:59.999Z',
          revision: 2,
        }),
        met('extensionDecision:proroga-1'),
      )
      .owing('finalReport', {
        status: 'open',
        history: [
          {
            revision: 1,
            nominal: d('2019-03-01'),
            effective: d('2019-03-01'),
            passesAt: obligationOf(stateAfter(activitiesEnded), 'finalReport').passesAt,
            movedBy: 'extension',
          },
        ],
      })
      .owing('activities', { nominal: d('2018-12-31'), revision: 1 })
  })

  test('the chain of reasons cites the act', () => {
    const { why } = obligationOf(stateAfter([...activitiesEnded, request, grant]), 'finalReport')
    expect(why).toMatchObject([
      { step: 'counted', start: '2018-12-31', period: 'P60D', to: '2019-03-01' },
      {
        step: 'extended',
        extensionId: 'proroga-1',
        from: '2019-03-01',
        to: '2019-03-31',
        rule: '35/0001234',
      },
      {
        step: 'rolled',
        from: '2019-03-31',
        to: '2019-04-01',
        closed: [{ date: '2019-03-31', name: 'sunday' }],
      },
      { step: 'cutOff', passesAt: '2019-04-01T21:59:59.999Z' },
    ])
  })

  test('after the original date is still a grant, because the request was in time', () => {
    given(...activitiesEnded, request)
      .when(order('GrantExtension', '2019-03-10', reportOnly))
      .accepted()
      .owing('finalReport', { status: 'open', nominal: d('2019-03-31') })
  })

  test('later than the Ministry had to decide is late for the Ministry', () => {
    given(...activitiesEnded, request, passes('extensionDecision:proroga-1', '2019-03-13'))
      .when(order('GrantExtension', '2019-03-14', reportOnly))
      .then(['ExtensionGranted'], ['DeadlineMoved'], metLate('extensionDecision:proroga-1', 2))
  })

  test('of an earlier date than asked is a grant in part', () => {
    given(...activitiesEnded, request)
      .when(order('GrantExtension', '2019-02-20', { ...reportOnly, until: { finalReport: d('2019-03-15') } }))
      .then(['ExtensionGranted', { inPart: true }], ['DeadlineMoved'], ['DeadlineMet'])
      .leaving({
        extensions: { 'proroga-1': { status: 'grantedInPart', requested: reportOnly.until } } as never,
      })
  })

  test('of fewer obligations than asked is a grant in part; the others are open again', () => {
    given(...underway, order('RequestExtension', '2018-12-01', both))
      .when(
        order('GrantExtension', '2018-12-20', {
          ...both,
          scope: 'finalReport',
          until: { finalReport: d('2019-06-30') },
        }),
      )
      .then(
        ['ExtensionGranted', { inPart: true }],
        moved('finalReport', 'extension', { nominal: '2019-06-30', effective: '2019-07-01', revision: 2 }),
        met('extensionDecision:proroga-3'),
      )
      .owing('activities', { status: 'open', nominal: d('2018-12-31') })
  })

  test('of both moves both, each to its own date', () => {
    given(...underway, order('RequestExtension', '2018-12-01', both))
      .when(order('GrantExtension', '2018-12-20', both))
      .then(
        ['ExtensionGranted', { inPart: false }],
        moved('activities', 'extension', { nominal: '2019-03-31', effective: '2019-03-31' }),
        moved('finalReport', 'extension', { nominal: '2019-06-30', effective: '2019-07-01' }),
        met('extensionDecision:proroga-3'),
      )
  })

  test('of a later date than asked is refused', () => {
    given(...activitiesEnded, request)
      .when(order('GrantExtension', '2019-02-20', { ...reportOnly, until: { finalReport: d('2019-04-01') } }))
      .refused('extension-beyond-request', {
        kind: 'finalReport',
        granted: '2019-04-01',
        asked: '2019-03-31',
      })
  })

  test('of an obligation nobody asked about is refused', () => {
    given(...underway, order('RequestExtension', '2018-12-01', reportOnly))
      .when(order('GrantExtension', '2018-12-20', { ...activitiesOnly, extensionId: 'proroga-1' }))
      .refused('extension-beyond-request', { kind: 'activities', granted: '2019-03-31', asked: '—' })
  })

  test('of a decided extension is refused, whatever date it names', () => {
    given(...activitiesEnded, request, grant)
      .when(order('GrantExtension', '2019-02-21', reportOnly))
      .refused('extension-already-decided', { extensionId: 'proroga-1' })
    given(...activitiesEnded, request, refusal)
      .when(grant)
      .refused('extension-already-decided', { extensionId: 'proroga-1' })
  })

  test('with no request is granted ex officio', () => {
    given(...activitiesEnded)
      .when(grant)
      .then(
        ['ExtensionGranted', { exOfficio: true, inPart: false }],
        moved('finalReport', 'extension', { nominal: '2019-03-31', effective: '2019-04-01' }),
      )
      .leaving({ extensions: { 'proroga-1': { status: 'granted', exOfficio: true } } as never })
  })

  test('ex officio after expiry is refused', () => {
    given(...activitiesEnded)
      .when(order('GrantExtension', '2019-03-02', reportOnly))
      .refused('extension-after-expiry', { kind: 'finalReport', effective: '2019-03-01' })
  })

  test('ex officio while a request is pending is refused', () => {
    given(...activitiesEnded, request)
      .when(order('GrantExtension', '2019-02-20', { ...reportOnly, extensionId: 'ufficio-1' }))
      .refused('extension-pending', { kind: 'finalReport', extensionId: 'proroga-1' })
  })

  test('an extension can follow another; each date it had stays in the history', () => {
    const second = { ...reportOnly, extensionId: 'proroga-8', until: { finalReport: d('2019-05-31') } }
    given(...activitiesEnded, request, grant)
      .when(order('GrantExtension', '2019-03-20', second))
      .accepted()
      .owing('finalReport', { revision: 3, nominal: d('2019-05-31') })
      .owing('finalReport', { history: [{ revision: 1 }, { revision: 2 }] as never })
  })
})

describe('extension of the activities', () => {
  test('takes the report along, counted from the new end', () => {
    given(...underway)
      .when(order('GrantExtension', '2018-12-01', activitiesOnly))
      .then(
        [
          'ExtensionGranted',
          { effects: [{ deadlineId: 'activities' }, { deadlineId: 'finalReport', toNominal: '2019-05-30' }] },
        ],
        moved('activities', 'extension', { nominal: '2019-03-31', effective: '2019-03-31' }),
        moved('finalReport', 'parent', { nominal: '2019-05-30' }),
      )
  })

  test('never moves back a report that already has a later date', () => {
    const late = { ...reportOnly, until: { finalReport: d('2019-09-30') } }
    given(...underway, order('GrantExtension', '2018-12-01', late))
      .when(order('GrantExtension', '2018-12-02', activitiesOnly))
      .then(['ExtensionGranted'], ['DeadlineMoved', { deadline: { id: 'activities' } }])
      .owing('finalReport', { nominal: d('2019-09-30') })
  })

  test('leaves a report held by another request held, at its new date', () => {
    given(
      ...underway,
      order('RequestExtension', '2018-12-01', { ...reportOnly, until: { finalReport: d('2019-09-30') } }),
    )
      .when(order('GrantExtension', '2018-12-02', activitiesOnly))
      .accepted()
      .owing('finalReport', { status: 'held', heldBy: 'proroga-1', nominal: d('2019-05-30'), revision: 2 })
  })
})

describe('refusal', () => {
  test('gives reasons and opens the deadline again', () => {
    given(...activitiesEnded, request)
      .when(order('RefuseExtension', '2019-02-15', refusal.data))
      .then(
        ['ExtensionRefused', { extensionId: 'proroga-1', reasons: 'motivi generici' }],
        met('extensionDecision:proroga-1'),
      )
      .owing('finalReport', { status: 'open', nominal: d('2019-03-01') })
      .leaving({ extensions: { 'proroga-1': { status: 'refused' } } as never })
  })

  test('opens only what that request held', () => {
    given(
      ...underway,
      order('RequestExtension', '2018-12-01', reportOnly),
      order('RequestExtension', '2018-12-01', activitiesOnly),
    )
      .when(order('RefuseExtension', '2018-12-10', { extensionId: 'proroga-2', reasons: 'motivi generici' }))
      .accepted()
      .owing('activities', { status: 'open' })
      .owing('finalReport', { status: 'held', heldBy: 'proroga-1' })
  })

  test('comes too late when the report has been submitted meanwhile: the request has lapsed', () => {
    given(...activitiesEnded, request, ...reportUnderReview.slice(-1))
      .when(refusal)
      .refused('extension-already-decided', { extensionId: 'proroga-1' })
  })

  test('of a request nobody made is refused', () => {
    given(...activitiesEnded)
      .when(refusal)
      .refused('unknown-extension', { extensionId: 'proroga-1' })
    given(...activitiesEnded)
      .when(order('RefuseExtension', '2019-02-15', { extensionId: 'constructor', reasons: 'no' }))
      .refused('unknown-extension', { extensionId: 'constructor' })
  })

  test('of a decided one is refused', () => {
    given(...activitiesEnded, request, refusal)
      .when(order('RefuseExtension', '2019-03-09', refusal.data))
      .refused('extension-already-decided', { extensionId: 'proroga-1' })
  })

  test('before the accord is in force is refused', () => {
    given(proposal).when(refusal).refused('not-in-force', { act: 'RefuseExtension' })
    given(...inForce)
      .when(refusal)
      .refused('unknown-extension', { extensionId: 'proroga-1' })
  })
})

test('the farthest date that can be written in is still one whose terms can be computed and read', () => {
  given(...underway)
    .when(
      order('GrantExtension', '2018-12-01', { ...activitiesOnly, until: { activities: d('2099-12-31') } }),
    )
    .accepted()
    .owing('finalReport', { nominal: d('2100-03-01') })
})
