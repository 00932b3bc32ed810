import { describe, expect, test } from 'vitest'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import type { TermRule } from '../../../domain/accord/terms.ts'
import { period } from '../../../domain/time/period.ts'
import { context, d, euro, inForce, order, passes, proposal, rules } from '../../support/fixtures.ts'
import { given, lifted, met, moved, obligationOf, set, stateAfter, suspended } from '../../support/given.ts'

const term = (length: string, citation: string): TermRule => ({
  ...{ period: period(length), citation, assumed: false },
})
const terms = {
  ...rules.terms,
  control: term('P30D', 'art. 3 l. 20/1994'),
  controlLatest: term('P60D', 'art. 27 l. 340/2000'),
}
const controlled = { ...context, programmes: { ...context.programmes, prova: { ...rules, terms } } }

/** Sent on 2 January 2018: thirty days until 1 February, sixty until 3 March, a Saturday. */
const send = order('SendToControl', '2018-01-02', {})
const sent = [...inForce, send]
const query = (when: string, suspensionId = 'rilievo') =>
  order('StartSuspension', when, {
    ...{ suspensionId, ground: 'control', deadlineIds: ['control'], reasons: 'rilievo istruttorio' },
  })
const reply = (when: string, suspensionId = 'rilievo') =>
  order('EndSuspension', when, { suspensionId, reasons: 'risposta al rilievo' })
const outcome = (when: string, result: 'registered' | 'refused') =>
  order('RecordControl', when, { outcome: result })
const pay = order('PayAdvance', '2018-01-10', { amount: euro(1_000_000) })
const owing = (id: string, ...history: readonly AccordCommand[]) =>
  obligationOf(stateAfter(history, controlled), id)

describe('an accord sent to the Corte dei conti', () => {
  test('has thirty days, and sixty at the latest', () => {
    given(...inForce)
      .when(send, controlled)
      .then(
        ['SentToControl', {}],
        set('control', { nominal: '2018-02-01', kind: 'control', obligor: 'corteDeiConti' }),
        set('controlLatest', { nominal: '2018-03-03', kind: 'controlLatest', obligor: 'corteDeiConti' }),
      )
      .withoutNotices()
      .leaving({ phase: 'inForce', control: { sentOn: send.act.on } })
  })

  test('has no term where its programme gives none', () => {
    given(...inForce)
      .when(send)
      .then(['SentToControl'])
    given(...sent)
      .when(outcome('2018-01-20', 'registered'))
      .then(['ControlEnded', { outcome: 'registered' }])
      .leaving({ control: { sentOn: send.act.on, outcome: 'registered' } })
  })

  test('is sent once, and in force', () => {
    given(...sent)
      .when(order('SendToControl', '2018-01-03', {}), controlled)
      .refused('control-already-sent', { on: '2018-01-02' })
    given(...sent, outcome('2018-01-20', 'registered'))
      .when(order('SendToControl', '2018-02-03', {}), controlled)
      .refused('control-already-sent', { on: '2018-01-02' })
    given(proposal).when(send, controlled).refused('not-in-force', { act: 'SendToControl' })
  })

  test('may have its advance paid meanwhile, which is flagged', () => {
    given(...sent)
      .when(pay, controlled)
      .then(['AdvancePaid'])
      .noting('control-pending')
    given(...sent, query('2018-01-08'))
      .when(pay, controlled)
      .accepted()
      .noting('control-pending')
  })

  test('is flagged as under control too where its programme gives no term', () => {
    given(...sent)
      .when(pay)
      .accepted()
      .noting('control-pending')
  })

  test('has nothing to flag before the control and after it', () => {
    for (const history of [inForce, [...sent, outcome('2018-01-09', 'registered')]]) {
      given(...history)
        .when(pay, controlled)
        .then(['AdvancePaid'])
        .withoutNotices()
    }
  })
})

describe('a query of the Court', () => {
  test('stops the thirty days and not the sixty, and gives no term to answer in', () => {
    given(...sent)
      .when(query('2018-01-12'), controlled)
      .then(
        [
          'SuspensionStarted',
          {
            ...{ suspensionId: 'rilievo', ground: 'control', rule: 'art. 3 l. 20/1994', on: '2018-01-12' },
            ...{ deadlineIds: ['control'], isGeneral: false },
          },
        ],
        suspended('control', 20),
      )
      .owing('control', { status: 'suspended' })
      .owing('controlLatest', { status: 'open', nominal: d('2018-03-03') })
  })

  test('answered, lets the thirty days run again, to a Sunday if need be: it is the end of a period', () => {
    given(...sent, query('2018-01-12'))
      .when(reply('2018-01-22'), controlled)
      .then(
        ['SuspensionEnded', { how: 'ended', until: '2018-01-22', note: 'risposta al rilievo' }],
        moved('control', 'resumption', { nominal: '2018-02-11', effective: '2018-02-11' }),
      )
      .owing('control', { status: 'open' })
      .owing('controlLatest', { nominal: d('2018-03-03') })
  })

  test('may be repeated, and each adds its own days', () => {
    const first = [...sent, query('2018-01-12'), reply('2018-01-22')]
    given(...first)
      .when(query('2018-01-30', 'secondo'), controlled)
      .then(['SuspensionStarted'], suspended('control', 12))
    given(...first, query('2018-01-30', 'secondo'))
      .when(reply('2018-02-05', 'secondo'), controlled)
      .accepted()
      .owing('control', { nominal: d('2018-02-17'), status: 'open' })
  })

  test('while another one stands still counts each day once', () => {
    const both = [...sent, query('2018-01-12'), query('2018-01-20', 'secondo')]
    expect(owing('control', ...both)).toMatchObject({ status: 'suspended', suspendedRemainingDays: 20 })
    // From 13 to 31 January, 19 days.
    const over = [...both, reply('2018-01-25'), reply('2018-01-31', 'secondo')]
    expect(owing('control', ...over)).toMatchObject({ status: 'open', nominal: '2018-02-20' })
  })

  test('is answered by the Ministry, not by the Region', () => {
    given(...sent, query('2018-01-12'))
      .when(order('SupplyInformation', '2018-01-15', { suspensionId: 'rilievo', note: '?' }), controlled)
      .refused('suspension-waits-for-nobody', { ground: 'control' })
  })

  test('is the one stop of a control, of its thirty days, as long as they run', () => {
    for (const [ground, id] of [
      ['control', 'controlLatest'],
      ['art2c7', 'control'],
      ['art10bis', 'control'],
    ] as const) {
      const data = { ...query('2018-01-12').data, ground, deadlineIds: [id] }
      given(...sent)
        .when(order('StartSuspension', '2018-01-12', data), controlled)
        .refused('suspension-not-this-deadline', { ground, deadlineId: id })
    }
    const over = { deadlineId: 'control', effective: '2018-02-01' }
    given(...sent)
      .when(query('2018-02-02'), controlled)
      .refused('suspension-clock-stopped', over)
    given(...sent, outcome('2018-01-20', 'registered'))
      .when(query('2018-01-21'), controlled)
      .refused('suspension-clock-stopped', over)
  })
})

describe('the outcome of the control', () => {
  test.each(['registered', 'refused'] as const)('ends it: %s', (result) => {
    given(...sent)
      .when(outcome('2018-01-20', result), controlled)
      .then(['ControlEnded', { outcome: result }], met('control'), met('controlLatest'))
      .leaving({ control: { sentOn: send.act.on, outcome: result } })
  })

  test('ends a query that was not answered', () => {
    const asked = [...sent, query('2018-01-12')]
    given(...asked)
      .when(outcome('2018-02-10', 'refused'), controlled)
      .then(
        ['ControlEnded', { outcome: 'refused' }],
        met('control'),
        ['SuspensionEnded', { suspensionId: 'rilievo', how: 'decided', until: '2018-02-10' }],
        met('controlLatest'),
      )
    given(...asked, outcome('2018-02-10', 'refused'))
      .when(reply('2018-02-12'), controlled)
      .nothing()
  })

  test('is recorded once', () => {
    given(...sent, outcome('2018-01-20', 'registered'))
      .when(outcome('2018-01-21', 'registered'), controlled)
      .nothing()
    given(...sent, outcome('2018-01-20', 'registered'))
      .when(outcome('2018-01-21', 'refused'), controlled)
      .refused('control-ended', { outcome: 'registered' })
  })

  test('needs a control, and an accord in force', () => {
    given(...inForce)
      .when(outcome('2018-01-20', 'registered'), controlled)
      .refused('control-not-sent')
    given(proposal)
      .when(outcome('2018-01-20', 'registered'), controlled)
      .refused('not-in-force', { act: 'RecordControl' })
  })
})

describe('silence of the Court', () => {
  const silent = passes('control', '2018-02-02')

  test('for thirty days ends the control, and nothing is missed', () => {
    given(...sent)
      .when(silent, controlled)
      .then(met('control'), ['ControlEnded', { outcome: 'silence' }], lifted('controlLatest'))
      .leaving({ control: { sentOn: send.act.on, outcome: 'silence' } })
  })

  test('not while a query stands, nor within the last instant', () => {
    given(...sent, query('2018-01-12'))
      .when(silent, controlled)
      .nothing()
    given(...sent)
      .when(passes('control', '2018-02-01T22:59:59.999Z'), controlled)
      .nothing()
  })

  test('for the days that are left after the answer to a query', () => {
    given(...sent, query('2018-01-12'), reply('2018-01-22'))
      .when(passes('control', '2018-02-12', 2), controlled)
      .then(met('control'), ['ControlEnded', { outcome: 'silence' }], lifted('controlLatest'))
  })

  test('for sixty days ends it at the latest, with the query that still stood', () => {
    const asked = [...sent, query('2018-01-12')]
    const latest = passes('controlLatest', '2018-03-04')
    given(...asked)
      .when(latest, controlled)
      .then(met('controlLatest'), ['ControlEnded', { outcome: 'silence' }], lifted('control'), [
        'SuspensionEnded',
        { suspensionId: 'rilievo', until: '2018-03-03' },
      ])
    for (const late of [reply('2018-03-05'), passes('control', '2018-03-05')]) {
      given(...asked, latest)
        .when(late, controlled)
        .nothing()
    }
  })

  test('leaves nothing to flag when the advance is paid', () => {
    given(...sent, silent)
      .when(order('PayAdvance', '2018-02-05', { amount: euro(1_000_000) }), controlled)
      .then(['AdvancePaid'])
      .withoutNotices()
  })

  test('is final for an outcome received after it', () => {
    given(...sent, silent)
      .when(outcome('2018-02-02', 'refused'), controlled)
      .refused('control-ended', { outcome: 'silence' })
  })

  test('gives way to an outcome received in time and processed after the timer', () => {
    given(...sent, silent)
      .when(outcome('2018-02-01T22:59:59.999Z', 'refused'), controlled)
      .accepted()
      .leaving({ control: { sentOn: send.act.on, outcome: 'refused' } })
    given(...sent, query('2018-01-12'), passes('controlLatest', '2018-03-04'))
      .when(outcome('2018-03-03T22:59:59.999Z', 'refused'), controlled)
      .accepted()
      .leaving({ control: { sentOn: send.act.on, outcome: 'refused' } })
  })

  test('gives way to a query received in time and processed after the timer', () => {
    given(...sent, silent)
      .when(query('2018-02-01T22:59:59.999Z'), controlled)
      .accepted()
      .owing('control', { status: 'suspended' })
  })
})

describe('a law that stops every clock', () => {
  test('stops both terms of the control', () => {
    const law = order('StartSuspension', '2018-01-12', {
      ...{ suspensionId: 'emergenza', ground: 'law', reasons: 'emergenza' },
      ...{ from: d('2018-01-13'), until: d('2018-01-22') },
    })
    given(...sent)
      .when(law, controlled)
      .accepted()
      .owing('control', { nominal: d('2018-02-11') })
      .owing('controlLatest', { nominal: d('2018-03-13') })
    // A query within it, answered after it: the clock stood still from the 13th to the 25th.
    expect(owing('control', ...sent, law, query('2018-01-20'), reply('2018-01-25'))).toMatchObject({
      ...{ status: 'open', nominal: '2018-02-14' },
    })
  })
})
