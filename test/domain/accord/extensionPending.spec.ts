import { describe, expect, test } from 'vitest'
import type { AccordCommands } from '../../../domain/accord/commands.ts'
import type { ExtensionRules } from '../../../domain/accord/terms.ts'
import {
  activitiesEnded,
  activitiesOnly,
  context,
  d,
  endActivities,
  order,
  passes,
  reportOnly,
  rules,
  underway,
} from '../../support/fixtures.ts'
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

const ruled = (extensions: Omit<ExtensionRules, 'citation'>) => {
  const all = { ...extensions, citation: 'art. 7 del bando' }
  return { ...context, programmes: { prova: { ...rules, extensions: all } } }
}
const warned = ruled({ pending: 'warning' })
const still = ruled({ pending: 'standstill' })

/** The activities would end on 31 December 2018, the report be due on 1 March 2019. */
type Data = AccordCommands['RequestExtension']
const activities: Data = activitiesOnly
const report: Data = { ...reportOnly, until: { finalReport: d('2019-09-30') } }
const ask = (when: string, data: Data) => order('RequestExtension', when, data)
const grant = (when: string, data: AccordCommands['GrantExtension']) => order('GrantExtension', when, data)
const refuse = (when: string, { extensionId }: Data) =>
  order('RefuseExtension', when, { extensionId, reasons: 'motivi generici' })
const asked = [...underway, ask('2018-12-01', activities)]
const expires = passes('activities', '2019-01-01')

describe('a term held while its request is pending', () => {
  test('cannot pass, nor can the report with the activities it follows; the grant should come first', () => {
    given(...underway)
      .when(ask('2018-12-01', activities))
      .then(
        ['ExtensionRequested', { holds: ['activities', 'finalReport'], targets: ['activities'] }],
        ['DeadlineSet'],
      )
      .noting('grant-before-expiry', { effective: '2018-12-31' })
    for (const passing of [expires, passes('finalReport', '2019-03-02')]) {
      given(...asked)
        .when(passing)
        .nothing()
    }
  })

  test('frees the report again once the activities have ended', () => {
    given(...asked)
      .when(endActivities)
      .then(
        ...[['ActivitiesEnded'] as const, met('activities')],
        ['ExtensionLapsed', { extensionId: 'proroga-2', cause: 'obligationMet' }],
        lifted('extensionDecision:proroga-2'),
      )
      .owing('finalReport', { status: 'open', nominal: d('2019-03-01'), revision: 2 })
  })
})

describe('a term that runs on while its request is pending', () => {
  test('may pass, with a warning; a grant still moves it, because the request was in time', () => {
    given(...underway)
      .when(ask('2018-12-01', activities), warned)
      .then(['ExtensionRequested', { holds: [], targets: ['activities'] }], ['DeadlineSet'])
      .noting('term-runs-on', { effective: '2018-12-31' })
      .owing('activities', { status: 'open' })
    given(...asked)
      .when(expires, warned)
      .then(['ActivitiesEnded', { how: 'expiry' }], met('activities'))
    given(...asked, expires)
      .when(grant('2019-01-10', activities), warned)
      .accepted()
      .leaving({ phase: 'underway' })
      .owing('activities', { status: 'open', nominal: d('2019-03-31') })
      .owing('finalReport', { status: 'open', nominal: d('2019-05-30') })
  })

  test('that was over has no day on which it was settled, once it lives again', () => {
    const reopened = stateAfter([...asked, expires, grant('2019-01-10', activities)], warned)
    expect(obligationOf(reopened, 'activities')).not.toHaveProperty('settledOn')
  })

  test('stays passed when the request is refused', () => {
    given(...activitiesEnded, ask('2019-02-20', report), passes('finalReport', '2019-03-02'))
      .when(refuse('2019-03-04', report), warned)
      .accepted()
      .owing('finalReport', { status: 'missed', nominal: d('2019-03-01'), revision: 1 })
  })

  test('is extended no more by silence once the report is in', () => {
    const silent = ruled({ pending: 'warning', whenUndecided: 'granted' })
    const submit = order('SubmitFinalReport', '2019-01-08', { title: 'Relazione finale' })
    given(...asked, expires, submit)
      .when(passes('extensionDecision:proroga-2', '2019-01-09'), silent)
      .accepted()
      .owing('activities', { status: 'met', nominal: d('2018-12-31') })
  })

  test('is held again by a grant at a cost, and moved by its effect', () => {
    const late = grant('2019-03-08', { ...report, addendum: { signBy: d('2019-03-20') } })
    const ranOut = [...activitiesEnded, ask('2019-02-20', report), passes('finalReport', '2019-03-02'), late]
    const sign = (party: 'region' | 'ministry') =>
      order('SignAddendum', '2019-03-12', {
        ...{ extensionId: 'proroga-1', kind: 'digital', signerRef: party, party },
        kind: 'digital',
      })
    given(...ranOut.slice(0, -1))
      .when(late, warned)
      .accepted()
      .owing('finalReport', { status: 'held', heldBy: 'proroga-1' })
    given(...ranOut, sign('region'))
      .when(sign('ministry'), warned)
      .accepted()
      .owing('finalReport', { status: 'open', nominal: d('2019-09-30') })
  })
})

describe('a clock that stands still while its request is pending', () => {
  test('does not run out, nor does that of the report, which follows the activities', () => {
    given(...underway)
      .when(ask('2018-12-01', activities), still)
      .then(
        ['ExtensionRequested', { holds: [], targets: ['activities'] }],
        ...[suspended('activities', 30), suspended('finalReport', 60), ['DeadlineSet'] as const],
      )
      .noting('clock-stands-still', { effective: '2018-12-31' })
    for (const passing of [expires, passes('finalReport', '2019-03-02')]) {
      given(...asked)
        .when(passing, still)
        .nothing()
    }
  })

  test('gets the actual days back by a refusal, and the report follows', () => {
    given(...asked)
      .when(refuse('2018-12-21', activities), still)
      .then(
        ['ExtensionRefused'],
        moved('activities', 'resumption', { nominal: '2019-01-20' }),
        moved('finalReport', 'resumption', { nominal: '2019-03-21' }),
        met('extensionDecision:proroga-2'),
      )
      .owing('activities', { status: 'open' })
      .owing('finalReport', { status: 'open' })
    given(...asked)
      .when(refuse('2019-01-10', activities), still)
      .accepted()
      .owing('activities', { nominal: d('2019-02-09') })
      .owing('finalReport', { nominal: d('2019-04-10') })
  })

  test('gets the date by a grant, and the report follows', () => {
    given(...asked)
      .when(grant('2018-12-21', activities), still)
      .then(
        ['ExtensionGranted'],
        moved('activities', 'extension', { nominal: '2019-03-31' }),
        moved('finalReport', 'extension', { nominal: '2019-05-30' }),
        met('extensionDecision:proroga-2'),
      )
  })

  test('never gets less by a grant than the days it stood still', () => {
    given(...asked)
      .when(grant('2019-01-10', { ...activities, until: { activities: d('2019-01-15') } }), still)
      .accepted()
      .owing('activities', { status: 'open', nominal: d('2019-02-09') })
      .owing('finalReport', { status: 'open', nominal: d('2019-04-10') })
  })

  test('keeps the days it stood still when the grant is revoked', () => {
    const revoke = order('RevokeExtension', '2019-01-10', { extensionId: 'proroga-2', reasons: 'errore' })
    given(...asked, grant('2018-12-21', activities))
      .when(revoke, still)
      .accepted()
      .owing('activities', { nominal: d('2019-01-20') })
      .owing('finalReport', { nominal: d('2019-03-21') })
  })

  test('runs again for the report when the activities end: it had stood still from the day it began', () => {
    given(...asked)
      .when(order('EndActivities', '2019-01-10', {}), still)
      .accepted()
      .owing('activities', { status: 'met' })
      .owing('finalReport', { status: 'open', nominal: d('2019-03-11') })
  })

  test('stands still until the addendum of a grant at a cost is signed, lapses or is revoked', () => {
    const late = grant('2019-02-25', { ...report, addendum: { signBy: d('2019-03-20') } })
    const awaiting = [...activitiesEnded, ask('2019-02-20', report), late]
    expect(obligationOf(stateAfter(awaiting, still), 'finalReport')).toMatchObject({ status: 'suspended' })
    given(...awaiting)
      .when(passes('addendum:proroga-1', '2019-03-21'), still)
      .then(
        ...[missed('addendum:proroga-1'), ['ExtensionLapsed'] as const],
        moved('finalReport', 'resumption', { nominal: '2019-03-29' }),
      )
    given(...awaiting)
      .when(order('RevokeExtension', '2019-03-06', { extensionId: 'proroga-1', reasons: 'errore' }), still)
      .then(
        ...[['ExtensionRevoked'] as const, moved('finalReport', 'resumption', { nominal: '2019-03-15' })],
        lifted('addendum:proroga-1'),
      )
  })
})

describe('a request that nobody decides in time, by what the programme says of silence and of its term', () => {
  const until = { finalReport: d('2019-04-30') }
  test.each([
    ['refused', undefined, 'open', '2019-03-01'],
    ['refused', 'warning', 'missed', '2019-03-01'],
    ['refused', 'standstill', 'open', '2019-03-31'],
    ['granted', undefined, 'open', '2019-04-30'],
    ['granted', 'warning', 'open', '2019-04-30'],
    ['granted', 'standstill', 'open', '2019-04-30'],
  ] as const)('%s, %s: its deadline is %s, %s', (whenUndecided, pending, status, nominal) => {
    const silent = ruled({ whenUndecided, ...(pending && { pending }) })
    given(...activitiesEnded, ask('2019-02-20', { ...report, until }), passes('finalReport', '2019-03-02'))
      .when(passes('extensionDecision:proroga-1', '2019-03-23'), silent)
      .accepted()
      .leaving({ extensions: { 'proroga-1': { status: whenUndecided } } as never })
      .owing('finalReport', { status, nominal: d(nominal) })
  })
})

describe('two requests, one on the activities and one on the report, in either order', () => {
  const one = ask('2018-12-01', activities)
  const other = ask('2018-12-01', report)
  const orders = [
    ['activities first', [...underway, one, other]],
    ['report first', [...underway, other, one]],
  ] as const

  test.each(orders)('%s: what is decided on the activities leaves the hold of the other', (_, history) => {
    const granted = grant('2018-12-20', activities)
    given(...history)
      .when(granted)
      .accepted()
      .owing('activities', { status: 'open', nominal: d('2019-03-31') })
      .owing('finalReport', { status: 'held', heldBy: 'proroga-1', nominal: d('2019-05-30') })
    given(...history, granted)
      .when(refuse('2018-12-21', report))
      .accepted()
      .owing('finalReport', { status: 'open', nominal: d('2019-05-30') })
    given(...history, granted)
      .when(grant('2018-12-21', report))
      .accepted()
      .owing('finalReport', { status: 'open', nominal: d('2019-09-30') })
  })

  test.each(orders)('%s: what is decided on the report leaves the hold of the other', (_, history) => {
    const granted = grant('2018-12-20', report)
    given(...history)
      .when(granted)
      .accepted()
      .owing('activities', { status: 'held', heldBy: 'proroga-2' })
      .owing('finalReport', { status: 'held', heldBy: 'proroga-2', nominal: d('2019-09-30') })
    given(...history, granted)
      .when(passes('finalReport', '2019-10-01', 2))
      .nothing()
    given(...history, granted)
      .when(refuse('2018-12-21', activities))
      .accepted()
      .owing('activities', { status: 'open', nominal: d('2018-12-31') })
      .owing('finalReport', { status: 'open', nominal: d('2019-09-30') })
  })

  test.each(orders)('%s: two stops give the days back once', (_, history) => {
    const first = refuse('2018-12-21', report)
    given(...history)
      .when(first, still)
      .accepted()
      .owing('finalReport', { status: 'suspended' })
    given(...history, first)
      .when(refuse('2018-12-31', activities), still)
      .accepted()
      .owing('activities', { status: 'open', nominal: d('2019-01-30') })
      .owing('finalReport', { status: 'open', nominal: d('2019-03-31'), effective: d('2019-04-01') })
  })

  test('a clock that already stands still has no fewer days left when it is stopped again', () => {
    given(...asked)
      .when(ask('2019-01-10', report), still)
      .then(['ExtensionRequested'], suspended('finalReport', 60), ['DeadlineSet'])
  })
})
