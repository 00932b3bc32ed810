import { describe, expect, test } from 'vitest'
import { decide } from '../../../domain/accord/decide.ts'
import {
  concluded,
  context,
  d,
  inForce,
  ministrySigns,
  order,
  passes,
  proposal,
  regionSigns,
  reportUnderReview,
  rules,
} from '../../support/fixtures.ts'
import { given, met, metLate, missed, set, stateAfter } from '../../support/given.ts'

describe('proposal', () => {
  test('opens the accord and asks for both signatures by the stated hour', () => {
    given()
      .when(proposal)
      .then(
        ['AccordProposed', { programmeId: 'prova', regionId: '10', title: 'Accordo di prova' }],
        set('signature', { nominal: '2017-12-29', passesAt: '2017-12-29T13:00:00.000Z', obligor: 'both' }),
      )
      .withoutNotices()
      .leaving({ phase: 'proposed' })
  })

  test('without a date for the signature sets no deadline', () => {
    const { signBy: _, fund: __, ...data } = proposal.data
    given()
      .when({ ...proposal, data })
      .then(['AccordProposed'])
  })

  test('pins the rules of the programme as they are now', () => {
    const state = stateAfter([proposal])
    expect(state).toMatchObject({ rules })
  })

  test('a term in a year of which the calendar says nothing is refused, and nothing is guessed', () => {
    const signBy = { date: d('1950-12-29') }
    given()
      .when(order('ProposeAccord', '2017-12-12', { ...proposal.data, signBy }))
      .refused('calendar-years', { calendarId: 'IT', year: 1950 })
  })

  test('for the timer a missing year is a fault, so that it asks again once the calendar is there', () => {
    const { IT: italy } = context.calendars
    if (italy === undefined) throw new Error('no calendar')
    const until2018 = { ...italy, covers: { fromYear: 1978, untilYear: 2018 } }
    const asked = [
      ...reportUnderReview,
      order('RequestReportIntegration', '2019-03-02', { request: 'spese' }),
    ]
    const pass = passes('reportIntegration', '2019-04-02')
    const short = { ...context, calendars: { IT: until2018 } }
    expect(() => decide(pass, stateAfter(asked), short)).toThrow('does not cover the year 2019')
  })

  test('a second proposal for the same accord is refused', () => {
    given(proposal)
      .when(order('ProposeAccord', '2017-12-13', proposal.data))
      .refused('accord-exists', { accordId: 'prova-10' })
  })

  test('a concluded accord cannot be proposed again', () => {
    given(...concluded)
      .when(order('ProposeAccord', '2019-06-01', proposal.data))
      .refused('accord-exists', { accordId: 'prova-10' })
  })

  test.each(['ignoto', 'constructor'])('a programme nobody defined is refused: %s', (programmeId) => {
    given()
      .when(order('ProposeAccord', '2017-12-12', { ...proposal.data, programmeId }))
      .refused('unknown-programme', { programmeId })
  })

  test('an act on an accord that does not exist is refused', () => {
    given().when(ministrySigns).refused('unknown-accord', { accordId: 'prova-10' })
    given().when(regionSigns).refused('unknown-accord', { accordId: 'prova-10' })
  })
})

describe('signature', () => {
  test('the first signature is kept and the accord still waits', () => {
    given(proposal)
      .when(ministrySigns)
      .then(['AccordSigned', { party: 'ministry', kind: 'digital', signerRef: 'dg-prova' }])
      .withoutNotices()
      .leaving({ phase: 'proposed' })
  })

  test('the second signature brings the accord into force and starts the term of the plan', () => {
    given(proposal, ministrySigns)
      .when(regionSigns)
      .then(
        ['AccordSigned', { party: 'region' }],
        ['AccordEnteredIntoForce'],
        met('signature'),
        set('plan', { nominal: '2018-03-28', obligor: 'region' }),
      )
      .leaving({ phase: 'inForce', inForceOn: regionSigns.act.on })
  })

  test('the parties may sign in either order', () => {
    given(proposal, regionSigns).when(ministrySigns).accepted().leaving({ phase: 'inForce' })
  })

  test('the instant of the signature is the one stated, or that of receipt', () => {
    const signedAt = regionSigns.act.receivedAt
    given(proposal)
      .when(order('SignAccord', '2017-12-30', { ...regionSigns.data, signedAt }))
      .then(['AccordSigned', { signedAt }])
    given(proposal)
      .when(ministrySigns)
      .then(['AccordSigned', { signedAt: ministrySigns.act.receivedAt }])
  })

  test.each([{ on: '2017-12' }, { on: '2017-12-27', assumed: true }])(
    'of a date that no source states no instant is invented: %j',
    (how) => {
      const { state } = given(proposal)
        .when(order('SignAccord', '2017-12-28', ministrySigns.data, how))
        .accepted()
      expect(state).toHaveProperty('signatures.ministry')
      expect(state).not.toHaveProperty('signatures.ministry.signedAt')
    },
  )

  test('a signature at 14:00 sharp is in time', () => {
    given(proposal, ministrySigns)
      .when(order('SignAccord', '2017-12-29T13:00:00.000Z', regionSigns.data))
      .then(['AccordSigned'], ['AccordEnteredIntoForce'], met('signature'), ['DeadlineSet'])
  })

  test('a millisecond after 14:00 it is late, by no whole day', () => {
    given(proposal, ministrySigns)
      .when(order('SignAccord', '2017-12-29T13:00:00.001Z', regionSigns.data))
      .then(['AccordSigned'], ['AccordEnteredIntoForce'], metLate('signature', 0), ['DeadlineSet'])
  })

  test('a signature after the deadline was missed still brings the accord into force, late', () => {
    given(proposal, ministrySigns, passes('signature', '2017-12-30'))
      .when(order('SignAccord', '2018-01-03', regionSigns.data))
      .then(['AccordSigned'], ['AccordEnteredIntoForce'], metLate('signature', 5), ['DeadlineSet'])
  })

  test('the deadline of the signature is missed by both', () => {
    given(proposal)
      .when(passes('signature', '2017-12-29T13:00:00.001Z'))
      .then(missed('signature'))
      .owing('signature', { status: 'missed', obligor: 'both' })
  })

  test('a party signs once', () => {
    given(proposal, ministrySigns)
      .when(order('SignAccord', '2017-12-28', ministrySigns.data))
      .refused('already-signed', { party: 'ministry' })
  })

  test('a party that has signed an accord in force cannot sign it again', () => {
    given(...inForce)
      .when(order('SignAccord', '2018-01-02', regionSigns.data))
      .refused('already-signed', { party: 'region' })
  })

  test('a handwritten signature is null since 30 June 2014', () => {
    given(proposal)
      .when(
        order(
          'SignAccord',
          '2017-12-27',
          { ...ministrySigns.data, kind: 'handwritten' },
          { on: '2014-06-30' },
        ),
      )
      .refused('digital-signature-required', { kind: 'handwritten', on: '2014-06-30' })
  })

  test('a handwritten signature of the day before holds', () => {
    given(proposal)
      .when(
        order(
          'SignAccord',
          '2017-12-27',
          { ...ministrySigns.data, kind: 'handwritten' },
          { on: '2014-06-29' },
        ),
      )
      .then(['AccordSigned', { kind: 'handwritten' }])
  })

  test('a signature of unknown kind is recorded and flagged', () => {
    given(proposal)
      .when(order('SignAccord', '2017-12-27', { ...ministrySigns.data, kind: 'unknown' }))
      .accepted()
      .noting('signature-kind-unknown', { party: 'ministry' })
  })
})

describe('regional paperwork', () => {
  const resolution = { title: 'DGR 10' }
  const citing = { source: 'BURT', protocol: 'DGR 10/2018' }

  test('is recorded as cited', () => {
    given(proposal)
      .when(order('RecordRegionalAct', '2017-12-20', resolution, { citing }))
      .then(['RegionalActRecorded', resolution])
      .withoutNotices()
  })

  test('dated after the accord came into force it is flagged, never blocked', () => {
    given(...inForce)
      .when(order('RecordRegionalAct', '2018-01-12', resolution, { citing }))
      .accepted()
      .noting('regional-act-after-force', { on: '2018-01-12' })
  })

  test('recorded twice it changes nothing', () => {
    given(proposal, order('RecordRegionalAct', '2017-12-20', resolution, { citing }))
      .when(order('RecordRegionalAct', '2018-01-20', resolution, { citing, on: '2017-12-20' }))
      .nothing()
  })

  test('the same title of another day or protocol is another act', () => {
    const once = order('RecordRegionalAct', '2017-12-20', resolution, { citing })
    given(proposal, once)
      .when(order('RecordRegionalAct', '2017-12-21', resolution, { citing }))
      .then(['RegionalActRecorded'])
    given(proposal, once)
      .when(
        order('RecordRegionalAct', '2017-12-20', resolution, { citing: { ...citing, protocol: 'DGR 11' } }),
      )
      .then(['RegionalActRecorded'])
  })
})
