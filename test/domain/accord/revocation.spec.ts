import { describe, expect, test } from 'vitest'
import type { ExtensionRules } from '../../../domain/accord/terms.ts'
import {
  activitiesEnded,
  activitiesOnly,
  both,
  context,
  d,
  order,
  passes,
  reportOnly,
  rules,
  submitReport,
  underway,
} from '../../support/fixtures.ts'
import { given, missed, moved, obligationOf, stateAfter } from '../../support/given.ts'

const grant = (on: string, data: typeof reportOnly | typeof activitiesOnly | typeof both) =>
  order('GrantExtension', on, data)
const revoke = (on: string, extensionId: string) =>
  order(
    'RevokeExtension',
    on,
    { extensionId, reasons: 'attività già chiuse' },
    { citing: { source: 'decreto', protocol: '35/0009999' } },
  )

describe('revocation', () => {
  test('gives back the date counted from the original start, and lists what it did', () => {
    given(...activitiesEnded, grant('2019-02-10', reportOnly))
      .when(revoke('2019-02-20', 'proroga-1'))
      .then(
        [
          'ExtensionRevoked',
          {
            effects: [
              {
                deadlineId: 'finalReport',
                fromNominal: '2019-03-31',
                fromEffective: '2019-04-01',
                toNominal: '2019-03-01',
                toEffective: '2019-03-01',
              },
            ],
          },
        ],
        moved('finalReport', 'revocation', { nominal: '2019-03-01', revision: 3 }),
      )
      .owing('finalReport', { status: 'open' })
      .owing('finalReport', { revision: 3 })
  })

  test('stays in the chain of reasons, named and no longer counted', () => {
    const state = stateAfter([
      ...activitiesEnded,
      grant('2019-02-10', reportOnly),
      revoke('2019-02-20', 'proroga-1'),
    ])
    const report = obligationOf(state, 'finalReport')
    expect(report.why).toMatchObject([
      { step: 'counted', start: '2018-12-31', period: 'P60D', to: '2019-03-01' },
      { step: 'revoked', extensionId: 'proroga-1', on: '2019-02-20', to: '2019-03-31', rule: '35/0009999' },
      { step: 'cutOff' },
    ])
    expect(report.history).toMatchObject([{ movedBy: 'extension' }, { movedBy: 'revocation' }])
  })

  test('of the activities takes the report back with them', () => {
    given(...underway, grant('2018-12-10', activitiesOnly))
      .when(revoke('2018-12-20', 'proroga-2'))
      .then(
        ['ExtensionRevoked'],
        moved('activities', 'revocation', { nominal: '2018-12-31' }),
        moved('finalReport', 'parent', { nominal: '2019-03-01' }),
      )
  })

  test('of the activities leaves a report that has a date of its own', () => {
    const later = { ...reportOnly, until: { finalReport: d('2019-07-31') } }
    const ours = [
      ...underway,
      grant('2018-12-10', activitiesOnly),
      order('GrantExtension', '2018-12-11', later),
    ]
    given(...ours)
      .when(revoke('2018-12-20', 'proroga-2'))
      .then(['ExtensionRevoked'], moved('activities', 'revocation', { nominal: '2018-12-31' }))
      .owing('finalReport', { nominal: d('2019-07-31') })
    // And the other way round: without its own date the report follows the activities again.
    given(...ours)
      .when(revoke('2018-12-20', 'proroga-1'))
      .then(['ExtensionRevoked'], moved('finalReport', 'revocation', { nominal: '2019-05-30' }))
  })

  test('of the first of two extensions keeps the second, and the order does not matter', () => {
    const second = { ...activitiesOnly, extensionId: 'proroga-4', until: { activities: d('2019-06-30') } }
    const ours = [
      ...underway,
      grant('2018-12-10', activitiesOnly),
      order('GrantExtension', '2018-12-11', second),
    ]
    const one = stateAfter([...ours, revoke('2018-12-20', 'proroga-2'), revoke('2018-12-21', 'proroga-4')])
    const other = stateAfter([...ours, revoke('2018-12-20', 'proroga-4'), revoke('2018-12-21', 'proroga-2')])
    expect(obligationOf(stateAfter([...ours, revoke('2018-12-20', 'proroga-2')]), 'activities').nominal).toBe(
      '2019-06-30',
    )
    for (const state of [one, other]) {
      expect(obligationOf(state, 'activities').nominal).toBe('2018-12-31')
      expect(obligationOf(state, 'finalReport').nominal).toBe('2019-03-01')
    }
  })

  test('of an extension of both dates takes both back', () => {
    given(...underway, grant('2018-12-10', both))
      .when(revoke('2018-12-20', 'proroga-3'))
      .then(
        ['ExtensionRevoked'],
        moved('activities', 'revocation', { nominal: '2018-12-31' }),
        moved('finalReport', 'revocation', { nominal: '2019-03-01' }),
      )
  })

  test('into the past is recorded, flagged, and the deadline then passes', () => {
    const ours = [...activitiesEnded, grant('2019-02-10', reportOnly), revoke('2019-03-15', 'proroga-1')]
    given(...ours.slice(0, -1))
      .when(revoke('2019-03-15', 'proroga-1'))
      .accepted()
      .noting('revoked-into-the-past', { kind: 'finalReport', effective: '2019-03-01' })
    given(...ours)
      .when(passes('finalReport', '2019-03-15', 3))
      .then(missed('finalReport'))
  })

  test('said twice changes nothing the second time', () => {
    given(...activitiesEnded, grant('2019-02-10', reportOnly), revoke('2019-02-20', 'proroga-1'))
      .when(revoke('2019-02-21', 'proroga-1'))
      .nothing()
  })

  test('needs an extension that was granted', () => {
    given(...activitiesEnded)
      .when(revoke('2019-02-20', 'proroga-9'))
      .refused('unknown-extension', { extensionId: 'proroga-9' })
    given(...activitiesEnded, order('RequestExtension', '2019-02-10', reportOnly))
      .when(revoke('2019-02-20', 'proroga-1'))
      .refused('extension-not-granted', { extensionId: 'proroga-1' })
  })

  test('waits while another request on the same date is pending', () => {
    const more = { ...reportOnly, extensionId: 'proroga-5', until: { finalReport: d('2019-06-30') } }
    given(...activitiesEnded, grant('2019-02-10', reportOnly), order('RequestExtension', '2019-02-15', more))
      .when(revoke('2019-02-20', 'proroga-1'))
      .refused('extension-pending', { kind: 'finalReport', extensionId: 'proroga-5' })
  })

  test('comes too late once the report is in: the date under which it was met stands', () => {
    given(...activitiesEnded, grant('2019-02-10', reportOnly), submitReport)
      .when(revoke('2019-02-25', 'proroga-1'))
      .refused('wrong-phase', {
        ...{ act: 'RevokeExtension', phase: 'reportUnderReview' },
        allowed: 'underway, activitiesEnded',
      })
  })
})

describe('a request that nobody decides in time', () => {
  const silence = (whenUndecided: 'refused' | 'granted' | undefined, more: Partial<ExtensionRules> = {}) => {
    const extensions = { citation: 'art. 9 del bando', ...more, ...(whenUndecided && { whenUndecided }) }
    return { ...context, programmes: { ...context.programmes, prova: { ...rules, extensions } } }
  }
  const asked = [...activitiesEnded, order('RequestExtension', '2019-02-20', reportOnly)]
  const silent = passes('extensionDecision:proroga-1', '2019-03-23')

  test('stays pending and keeps its dates alive where the programme says nothing', () => {
    given(...asked)
      .when(silent, silence(undefined))
      .then(missed('extensionDecision:proroga-1'))
      .owing('finalReport', { status: 'held' })
  })

  test('is deemed refused where the programme says so: what it held may pass at once', () => {
    given(...asked)
      .when(silent, silence('refused'))
      .then(missed('extensionDecision:proroga-1'), [
        'ExtensionRefused',
        { extensionId: 'proroga-1', reasons: 'art. 9 del bando' },
      ])
      .owing('finalReport', { status: 'open', revision: 2, nominal: d('2019-03-01') })
  })

  test('is deemed granted as it was asked where the programme says so', () => {
    given(...asked)
      .when(silent, silence('granted'))
      .then(
        missed('extensionDecision:proroga-1'),
        ['ExtensionGranted', { ...reportOnly, reasons: 'art. 9 del bando', exOfficio: false, inPart: false }],
        moved('finalReport', 'extension', { nominal: '2019-03-31', effective: '2019-04-01' }),
      )
      .owing('finalReport', { status: 'open' })
  })

  test('lapses with the act it wanted more time for, and nothing is granted by silence then', () => {
    const inTime = order('SubmitFinalReport', '2019-02-25', { title: 'Relazione finale' })
    given(...asked, inTime)
      .when(silent, silence('granted'))
      .nothing()
  })

  test('decided in time, means nothing by silence', () => {
    const decided = order('RefuseExtension', '2019-03-22', { extensionId: 'proroga-1', reasons: 'tardiva' })
    given(...asked, decided)
      .when(silent, silence('granted'))
      .nothing()
  })
})

describe('the limits of the programme', () => {
  const limited = (extensions: Omit<ExtensionRules, 'citation'>) => {
    const pinned = { ...rules, extensions: { ...extensions, citation: 'art. 7 del bando' } }
    return { ...context, programmes: { ...context.programmes, prova: pinned } }
  }
  const ask = (on: string) => order('RequestExtension', on, activitiesOnly)

  test('a request has to come so many days before the end; its last day is in time', () => {
    const context = limited({ noticeDays: 30 })
    given(...underway)
      .when(ask('2018-12-01'), context)
      .then(['ExtensionRequested'], ['DeadlineSet'])
    given(...underway)
      .when(ask('2018-12-02'), context)
      .refused('extension-too-late-to-ask', {
        ...{ kind: 'activities', received: '2018-12-02', lastDay: '2018-12-01' },
        ...{ noticeDays: 30, citation: 'art. 7 del bando' },
      })
  })

  test('the Ministry may still extend ex officio when it is too late to ask', () => {
    given(...underway)
      .when(grant('2018-12-20', activitiesOnly), limited({ noticeDays: 30 }))
      .then(['ExtensionGranted'], ['DeadlineMoved'], ['DeadlineMoved'])
  })

  test('nothing is asked or granted beyond the cap, which itself is allowed', () => {
    const cap = d('2019-03-30')
    const beyond = {
      ...{ kind: 'activities', asked: '2019-03-31', cap: '2019-03-30' },
      citation: 'art. 7 del bando',
    }
    given(...underway)
      .when(ask('2018-12-01'), limited({ cap }))
      .refused('extension-beyond-cap', beyond)
    given(...underway)
      .when(grant('2018-12-01', activitiesOnly), limited({ cap }))
      .refused('extension-beyond-cap', beyond)
    given(...underway)
      .when(ask('2018-12-01'), limited({ cap: d('2019-03-31') }))
      .then(['ExtensionRequested'], ['DeadlineSet'])
  })

  test('no more extensions of one term than the number allowed; one revoked no longer counts', () => {
    const second = order('RequestExtension', '2019-01-10', {
      ...activitiesOnly,
      extensionId: 'proroga-4',
      until: { activities: d('2019-06-30') },
    })
    const context = limited({ most: 1 })
    given(...underway, grant('2018-12-10', activitiesOnly))
      .when(second, context)
      .refused('extension-too-many', { kind: 'activities', most: 1, citation: 'art. 7 del bando' })
    given(...underway, grant('2018-12-10', activitiesOnly), revoke('2018-12-11', 'proroga-2'))
      .when(order('RequestExtension', '2018-12-12', second.data), context)
      .then(['ExtensionRequested'], ['DeadlineSet'])
  })

  test('the report is never due before the activities end', () => {
    given(...underway)
      .when(
        order('GrantExtension', '2018-12-10', {
          ...both,
          until: { ...both.until, finalReport: d('2019-03-31') },
        }),
      )
      .refused('extension-report-before-end', { asked: '2019-03-31', end: '2019-03-31' })
  })
})
