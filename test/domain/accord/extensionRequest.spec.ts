import { describe, test } from 'vitest'
import {
  activitiesEnded,
  activitiesOnly,
  both,
  d,
  noTerms,
  order,
  passes,
  planUnderReview,
  proposal,
  reportOnly,
  underway,
} from '../../support/fixtures.ts'
import { given, lifted, met, set } from '../../support/given.ts'

const request = order('RequestExtension', '2019-02-10', reportOnly)
const grant = order('GrantExtension', '2019-02-20', reportOnly, {
  citing: { source: 'nota ministeriale', protocol: '35/0001234' },
})

describe('request', () => {
  test('made in time holds its deadline and gives the Ministry 30 days', () => {
    given(...activitiesEnded)
      .when(request)
      .then(
        ['ExtensionRequested', { ...reportOnly, holds: ['finalReport'] }],
        set('extensionDecision:proroga-1', { nominal: '2019-03-12', obligor: 'ministry', ref: 'proroga-1' }),
      )
      .noting('grant-before-expiry', { effective: '2019-03-01' })
      .owing('finalReport', { status: 'held', heldBy: 'proroga-1', nominal: d('2019-03-01') })
  })

  test('while it is pending its deadline cannot pass', () => {
    given(...activitiesEnded, request)
      .when(passes('finalReport', '2019-03-02'))
      .nothing()
  })

  test('while it is pending the report can come, and is in time; there is nothing left to extend', () => {
    given(...activitiesEnded, request)
      .when(order('SubmitFinalReport', '2019-03-05', { title: 'Relazione' }))
      .then(
        ['FinalReportSubmitted'],
        met('finalReport'),
        ['ExtensionLapsed', { extensionId: 'proroga-1', cause: 'obligationMet' }],
        lifted('extensionDecision:proroga-1'),
        ['DeadlineSet', { deadline: { id: 'reportReview' } }],
      )
      .leaving({ extensions: { 'proroga-1': { status: 'lapsed' } } as never })
  })

  test('at the last instant of the last day is in time', () => {
    given(...activitiesEnded)
      .when(order('RequestExtension', '2019-03-01T22:59:59.999Z', reportOnly))
      .accepted()
      .owing('finalReport', { status: 'held' })
  })

  test('a millisecond later is not', () => {
    given(...activitiesEnded)
      .when(order('RequestExtension', '2019-03-01T23:00:00.000Z', reportOnly))
      .refused('extension-after-expiry', { kind: 'finalReport', effective: '2019-03-01' })
  })

  test('after the deadline was missed is refused as an extension', () => {
    given(...activitiesEnded, passes('finalReport', '2019-03-02'))
      .when(order('RequestExtension', '2019-03-04', reportOnly))
      .refused('extension-after-expiry', { kind: 'finalReport', effective: '2019-03-01' })
  })

  test('after the activities ended by expiry is refused as an extension of the activities', () => {
    given(...underway, passes('activities', '2019-01-01'))
      .when(order('RequestExtension', '2019-01-02', activitiesOnly))
      .refused('extension-after-expiry', { kind: 'activities', effective: '2018-12-31' })
  })

  test('for a date that is not later is refused', () => {
    const same = { ...reportOnly, until: { finalReport: d('2019-03-01') } }
    given(...activitiesEnded)
      .when(order('RequestExtension', '2019-02-10', same))
      .refused('extension-not-later', { kind: 'finalReport', asked: '2019-03-01', current: '2019-03-01' })
  })

  test('whose dates do not agree with its scope is refused', () => {
    given(...underway)
      .when(order('RequestExtension', '2018-12-01', { ...both, scope: 'finalReport' }))
      .refused('extension-scope-mismatch', { scope: 'finalReport', kind: 'activities' })
    given(...underway)
      .when(order('RequestExtension', '2018-12-01', { ...both, until: activitiesOnly.until }))
      .refused('extension-scope-mismatch', { scope: 'both', kind: 'finalReport' })
  })

  test('for activities that the Region has ended has nothing to extend', () => {
    given(...activitiesEnded)
      .when(order('RequestExtension', '2018-12-31', activitiesOnly))
      .refused('extension-nothing-to-extend', { kind: 'activities' })
  })

  test('for a report without a deadline has nothing to extend', () => {
    const data = { ...proposal.data, programmeId: noTerms.programmeId }
    const free = [
      order('ProposeAccord', '2017-12-12', data),
      ...underway.slice(1),
      ...activitiesEnded.slice(-1),
    ]
    given(...free)
      .when(request)
      .refused('extension-nothing-to-extend', { kind: 'finalReport' })
  })

  test('while another is pending on the same deadline is refused', () => {
    given(...activitiesEnded, request)
      .when(order('RequestExtension', '2019-02-11', { ...reportOnly, extensionId: 'proroga-9' }))
      .refused('extension-pending', { kind: 'finalReport', extensionId: 'proroga-1' })
  })

  test('with the id of an earlier one is refused', () => {
    given(...activitiesEnded, request, grant)
      .when(
        order('RequestExtension', '2019-02-21', { ...reportOnly, until: { finalReport: d('2019-04-30') } }),
      )
      .refused('extension-exists', { extensionId: 'proroga-1' })
  })

  test('with the id of a suspension is refused, ex officio too: it would start its clocks again', () => {
    const stop = { suspensionId: 'proroga-1', ground: 'law', reasons: 'emergenza' } as const
    given(...activitiesEnded, order('StartSuspension', '2019-01-10', stop))
      .when(order('GrantExtension', '2019-01-20', reportOnly))
      .refused('extension-exists', { extensionId: 'proroga-1' })
  })

  test('before the plan is approved is refused', () => {
    given(proposal).when(request).refused('not-in-force', { act: 'RequestExtension' })
    given(...planUnderReview)
      .when(request)
      .refused('wrong-phase', {
        act: 'RequestExtension',
        phase: 'planUnderReview',
        allowed: 'underway, activitiesEnded',
      })
  })

  test('may bear any id, even the name of something every object has', () => {
    given(...activitiesEnded)
      .when(order('RequestExtension', '2019-02-10', { ...reportOnly, extensionId: 'constructor' }))
      .accepted()
      .owing('finalReport', { heldBy: 'constructor' })
  })
})
