import { describe, test } from 'vitest'
import {
  activitiesEnded,
  activitiesOnly,
  both,
  d,
  endActivities,
  euro,
  order,
  passes,
  reportOnly,
  submitReport,
  underway,
} from '../../support/fixtures.ts'
import { given, lifted, met, missed, moved, set } from '../../support/given.ts'

/** The report is due on 1 March 2019, the addendum to be signed by Wednesday 20 March. */
const addendum = { amount: euro(250_000), signBy: d('2019-03-20') }
const request = order('RequestExtension', '2019-02-10', reportOnly)
const grant = order('GrantExtension', '2019-02-20', { ...reportOnly, addendum })
const awaiting = [...activitiesEnded, request, grant]

const sign = (
  party: 'ministry' | 'region',
  when: string,
  kind: 'digital' | 'handwritten' | 'unknown' = 'digital',
  extensionId = 'proroga-1',
) => order('SignAddendum', when, { extensionId, party, kind, signerRef: `firma-${party}` })
const revoke = (when: string) =>
  order('RevokeExtension', when, { extensionId: 'proroga-1', reasons: 'fondi mancanti' })
const regionSigns = sign('region', '2019-03-04')

const lastInstant = '2019-03-20T22:59:59.999Z'
const tooLate = '2019-03-20T23:00:00.000Z'
const unsigned = passes('addendum:proroga-1', tooLate)
const lapsed = (cause: string, extensionId = 'proroga-1') =>
  ['ExtensionLapsed', { extensionId, cause }] as const
const status = (status: string, extensionId = 'proroga-1') =>
  ({ extensions: { [extensionId]: { status } } }) as never

/** Of the activities, with an addendum to be signed by 15 January 2019; they would end on 31 December. */
const dear = (data: typeof activitiesOnly | typeof both, signBy = '2019-01-15') =>
  order('GrantExtension', '2018-12-20', { ...data, addendum: { signBy: d(signBy) } })
const asked = (data: typeof activitiesOnly | typeof both) => order('RequestExtension', '2018-12-01', data)

describe('an extension at a cost', () => {
  test('moves nothing yet: its deadlines are held, and both parties are given a day to sign by', () => {
    given(...activitiesEnded, request)
      .when(grant)
      .then(
        ['ExtensionGranted', { addendum, effects: [], holds: ['finalReport'], exOfficio: false }],
        set('addendum:proroga-1', { nominal: '2019-03-20', obligor: 'both', ref: 'proroga-1' }),
        met('extensionDecision:proroga-1'),
      )
      .owing('finalReport', { status: 'held', heldBy: 'proroga-1', nominal: d('2019-03-01'), revision: 1 })
      .leaving(status('awaitingAddendum'))
    given(...awaiting)
      .when(passes('finalReport', '2019-03-02'))
      .nothing()
  })

  test.each([
    ['region', 'ministry'],
    ['ministry', 'region'],
  ] as const)('takes effect with the second signature, whoever signs first: %s', (one, other) => {
    given(...awaiting)
      .when(sign(one, '2019-03-04'))
      .then(['AddendumSigned', { party: one, kind: 'digital', signerRef: `firma-${one}` }])
      .owing('finalReport', { status: 'held', nominal: d('2019-03-01') })
      .owing('addendum:proroga-1', { status: 'open' })
    given(...awaiting, sign(one, '2019-03-04'))
      .when(sign(other, lastInstant))
      .then(
        ['AddendumSigned', { party: other }],
        ['ExtensionTookEffect', { effects: [{ deadlineId: 'finalReport', toNominal: '2019-03-31' }] }],
        moved('finalReport', 'extension', { nominal: '2019-03-31', effective: '2019-04-01', revision: 2 }),
        met('addendum:proroga-1'),
      )
      .owing('finalReport', { status: 'open' })
      .leaving(status('granted'))
  })

  test('is signed digitally; a kind that the source does not give is flagged', () => {
    given(...awaiting)
      .when(sign('region', '2019-03-04', 'handwritten'))
      .refused('digital-signature-required', { kind: 'handwritten', on: '2019-03-04' })
    given(...awaiting)
      .when(sign('region', '2019-03-04', 'unknown'))
      .accepted()
      .noting('signature-kind-unknown', { party: 'region' })
  })

  test('is signed once by each party', () => {
    given(...awaiting, regionSigns)
      .when(sign('region', '2019-03-05'))
      .refused('already-signed', { party: 'region' })
    given(...awaiting, regionSigns, sign('ministry', '2019-03-06'))
      .when(sign('ministry', '2019-03-07'))
      .refused('already-signed', { party: 'ministry' })
  })

  test('cannot be signed by a day before its decision; on the day itself it can', () => {
    const signBy = (day: string) => ({ ...grant.data, addendum: { signBy: d(day) } })
    given(...activitiesEnded, request)
      .when(order('GrantExtension', '2019-02-20', signBy('2019-02-19')))
      .refused('addendum-in-the-past', { signBy: '2019-02-19', on: '2019-02-20' })
    given(...activitiesEnded, request)
      .when(order('GrantExtension', '2019-02-20', signBy('2019-02-20')))
      .accepted()
      .owing('addendum:proroga-1', { status: 'open', nominal: d('2019-02-20') })
  })

  test('is the only one with something to sign', () => {
    const plain = order('GrantExtension', '2019-02-20', reportOnly)
    for (const history of [[request], [request, plain]]) {
      given(...activitiesEnded, ...history)
        .when(regionSigns)
        .refused('no-addendum', { extensionId: 'proroga-1' })
    }
    given(...activitiesEnded)
      .when(regionSigns)
      .refused('unknown-extension', { extensionId: 'proroga-1' })
  })

  test('while its addendum is awaited leaves no room for another on the same deadline', () => {
    given(...awaiting)
      .when(order('RequestExtension', '2019-02-25', { ...reportOnly, extensionId: 'proroga-9' }))
      .refused('extension-pending', { kind: 'finalReport', extensionId: 'proroga-1' })
  })

  test('granted in part takes effect in part', () => {
    const less = { ...grant.data, until: { finalReport: d('2019-03-28') } }
    given(...activitiesEnded, request, order('GrantExtension', '2019-02-20', less), regionSigns)
      .when(sign('ministry', '2019-03-06'))
      .then(['AddendumSigned'], ['ExtensionTookEffect'], ['DeadlineMoved'], ['DeadlineMet'])
      .owing('finalReport', { nominal: d('2019-03-28') })
      .leaving(status('grantedInPart'))
  })

  test('granted for fewer obligations than asked holds those only; the others are open again', () => {
    const less = { ...both, scope: 'finalReport', until: { finalReport: both.until.finalReport } } as const
    given(...underway, asked(both))
      .when(order('GrantExtension', '2018-12-20', { ...less, addendum }))
      .accepted()
      .owing('finalReport', { status: 'held', heldBy: 'proroga-3' })
      .owing('activities', { status: 'open', nominal: d('2018-12-31') })
  })
})

describe('an extension at a cost, ex officio', () => {
  test('holds its deadlines from the grant, and the report with the activities it follows', () => {
    given(...underway)
      .when(dear(activitiesOnly))
      .then(
        ['ExtensionGranted', { exOfficio: true, effects: [], holds: ['activities', 'finalReport'] }],
        set('addendum:proroga-2', { nominal: '2019-01-15', obligor: 'both' }),
      )
      .owing('activities', { status: 'held', heldBy: 'proroga-2' })
      .owing('finalReport', { status: 'held', heldBy: 'proroga-2' })
  })

  test('is about the activities alone: the report is free to be extended by itself', () => {
    const own = { ...reportOnly, until: { finalReport: d('2019-09-30') } }
    given(...underway, dear(activitiesOnly))
      .when(order('RequestExtension', '2018-12-22', own))
      .accepted()
      .owing('finalReport', { status: 'held', heldBy: 'proroga-2' })
  })

  test('lapses when the activities end before it is signed', () => {
    given(...underway, dear(activitiesOnly))
      .when(endActivities)
      .then(
        ...[['ActivitiesEnded'] as const, met('activities'), lapsed('obligationMet', 'proroga-2')],
        lifted('addendum:proroga-2'),
      )
      .owing('finalReport', { status: 'open', nominal: d('2019-03-01') })
  })

  test('keeps its deadlines held where a suspension by law ends before it is signed', () => {
    const law = order('StartSuspension', '2018-12-10', {
      ...{ suspensionId: 'legge', reasons: 'sospensione per legge' },
      ground: 'law',
    })
    const over = order('EndSuspension', '2018-12-27', { suspensionId: 'legge', reasons: 'fine' })
    given(...underway, law, dear(activitiesOnly, '2019-02-28'))
      .when(over)
      .accepted()
      .owing('activities', { status: 'held', heldBy: 'proroga-2' })
  })
})

describe('an addendum that is not signed in time', () => {
  test.each([
    ['by nobody', []],
    ['by one party only', [regionSigns]],
  ])('%s, makes the extension lapse: what it held is open and may pass at once', (_, signed) => {
    given(...awaiting, ...signed)
      .when(passes('addendum:proroga-1', lastInstant))
      .nothing()
    given(...awaiting, ...signed)
      .when(unsigned)
      .then(missed('addendum:proroga-1'), lapsed('addendumUnsigned'))
      .owing('finalReport', { status: 'open', nominal: d('2019-03-01'), revision: 2 })
      .leaving(status('lapsed'))
    given(...awaiting, ...signed, unsigned)
      .when(passes('finalReport', tooLate, 2))
      .then(missed('finalReport'))
  })

  test('but was received in time and processed after the lapse, takes effect', () => {
    given(...awaiting, regionSigns, unsigned, passes('finalReport', tooLate, 2))
      .when(sign('ministry', lastInstant))
      .then(
        ['AddendumSigned'],
        ['ExtensionTookEffect'],
        moved('finalReport', 'extension', { nominal: '2019-03-31', effective: '2019-04-01', revision: 3 }),
        met('addendum:proroga-1'),
      )
      .owing('finalReport', { status: 'open' })
      .leaving(status('granted'))
  })

  test('takes effect too where both signatures were received in time and processed after', () => {
    given(...awaiting, unsigned)
      .when(sign('region', '2019-03-20'))
      .then(['AddendumSigned'])
      .leaving(status('lapsed'))
    given(...awaiting, unsigned, sign('region', '2019-03-20'))
      .when(sign('ministry', lastInstant))
      .accepted()
      .owing('finalReport', { status: 'open', nominal: d('2019-03-31') })
  })

  test('brings back activities that had ended by expiry meanwhile', () => {
    const ended = [passes('addendum:proroga-2', '2019-01-16'), passes('activities', '2019-01-17', 2)]
    const one = sign('region', '2019-01-10', 'digital', 'proroga-2')
    given(...underway, asked(activitiesOnly), dear(activitiesOnly), one, ...ended)
      .when(sign('ministry', '2019-01-15', 'digital', 'proroga-2'))
      .then(
        ['AddendumSigned'],
        ['ExtensionTookEffect'],
        moved('activities', 'extension', { nominal: '2019-03-31' }),
        moved('finalReport', 'parent', { nominal: '2019-05-30' }),
        met('addendum:proroga-2'),
      )
      .leaving({ phase: 'underway' })
      .owing('activities', { status: 'open' })
  })

  test.each([
    ['after the lapse', [unsigned]],
    ['before the timer has fired', []],
  ])('is too late a millisecond after its last day, processed %s', (_, timer) => {
    given(...awaiting, regionSigns, ...timer)
      .when(sign('ministry', tooLate))
      .refused('addendum-too-late', { extensionId: 'proroga-1', signBy: '2019-03-20' })
  })
})

describe('while an addendum is awaited', () => {
  test('its extension can be revoked: nothing is left to sign, and what it held is open again', () => {
    given(...awaiting, regionSigns)
      .when(revoke('2019-03-06'))
      .then(['ExtensionRevoked', { effects: [] }], lifted('addendum:proroga-1'))
      .owing('finalReport', { status: 'open', nominal: d('2019-03-01'), revision: 2 })
    given(...awaiting, regionSigns, revoke('2019-03-06'))
      .when(sign('ministry', '2019-03-07'))
      .refused('no-addendum', { extensionId: 'proroga-1' })
  })

  test('what has been done meanwhile is left out of its effect', () => {
    const one = sign('region', '2018-12-28', 'digital', 'proroga-3')
    given(...underway, asked(both), dear(both), one, endActivities)
      .when(sign('ministry', '2019-01-10', 'digital', 'proroga-3'))
      .then(
        ['AddendumSigned'],
        ['ExtensionTookEffect', { effects: [{ deadlineId: 'finalReport' }] }],
        moved('finalReport', 'extension', { nominal: '2019-06-30', effective: '2019-07-01' }),
        met('addendum:proroga-3'),
      )
      .owing('activities', { status: 'met', nominal: d('2018-12-31') })
  })

  test('the report may come, in time: its extension lapses', () => {
    given(...awaiting)
      .when(submitReport)
      .then(
        ...[['FinalReportSubmitted'] as const, met('finalReport'), lapsed('obligationMet')],
        ...[lifted('addendum:proroga-1'), set('reportReview', { nominal: '2019-03-22' })],
      )
  })

  test('the activities may end: there is nothing to sign any more', () => {
    const one = sign('region', '2018-12-28', 'digital', 'proroga-2')
    given(...underway, asked(activitiesOnly), dear(activitiesOnly), one, endActivities)
      .when(sign('ministry', '2019-01-10', 'digital', 'proroga-2'))
      .refused('no-addendum', { extensionId: 'proroga-2' })
  })
})
