import { describe, expect, test } from 'vitest'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import type { ExtensionRules } from '../../../domain/accord/terms.ts'
import { activitiesOnly, both, context, d, order, passes, rules, underway } from '../../support/fixtures.ts'
import { given, met, moved, obligationOf, stateAfter, suspended } from '../../support/given.ts'

// Activities until 31 December 2018, the report until 1 March; with the extension 31 March and 30 May.
const running = [...underway, order('SignalMilestone', '2018-06-01', { milestoneId: 'rete-attiva' })]

const law = (when: string, from: string, until?: string, suspensionId = 'emergenza') =>
  order('StartSuspension', when, {
    ...({ suspensionId, ground: 'law', reasons: 'emergenza', from: d(from) } as const),
    ...(until !== undefined && { until: d(until) }),
  })
const end = (when: string, suspensionId = 'emergenza') =>
  order('EndSuspension', when, { suspensionId, reasons: 'fine dell’emergenza' })
const grant = (when: string, on = when) => order('GrantExtension', when, activitiesOnly, { on })
const request = (when: string) => order('RequestExtension', when, activitiesOnly)
const refuse = (when: string) =>
  order('RefuseExtension', when, { extensionId: 'proroga-2', reasons: 'generica' })
const revoke = (when: string, extensionId = 'proroga-2') =>
  order('RevokeExtension', when, { extensionId, reasons: 'presupposti mancanti' })

const datesOf = (history: readonly AccordCommand[], at = context) => {
  const state = stateAfter(history, at)
  return ['activities', 'finalReport'].map((id) => obligationOf(state, id).nominal)
}

describe('a stop after an extension', () => {
  const extended = [...running, grant('2018-12-01')]

  test('adds its days to the extended date, and the report follows', () => {
    given(...extended)
      .when(law('2019-01-15', '2019-01-10', '2019-01-31'))
      .then(
        ['SuspensionStarted', { deadlineIds: ['activities', 'finalReport'] }],
        moved('activities', 'suspension', { nominal: '2019-04-22' }),
        moved('finalReport', 'suspension', { nominal: '2019-06-21' }),
      )
  })

  test('is counted by the legal day of the extension, not by the order of recording', () => {
    // Granted on 15 September, stopped in October, recorded in November.
    const october = law('2018-10-20', '2018-10-01', '2018-10-31')
    given(...running, october)
      .when(grant('2018-11-05', '2018-09-15'))
      .then(
        ['ExtensionGranted', { effects: [{ fromNominal: '2019-01-31', toNominal: '2019-05-01' }, {}] }],
        moved('activities', 'extension', { nominal: '2019-05-01' }),
        moved('finalReport', 'parent', { nominal: '2019-06-30', effective: '2019-07-01' }),
      )
    expect(datesOf([...running, october, grant('2018-11-05', '2018-09-15')])).toEqual(
      datesOf([...running, grant('2018-09-15'), october]),
    )
  })

  test('of which the extension is then revoked counts only where the clock still ran without it', () => {
    // Without the extension the activities had ended before January; the report had not.
    expect(
      datesOf([...extended, law('2019-01-15', '2019-01-10', '2019-01-31'), revoke('2019-02-01')]),
    ).toEqual(['2018-12-31', '2019-03-23'])
    expect(
      datesOf([...extended, law('2018-12-20', '2018-12-17', '2019-01-30'), revoke('2019-02-01')]),
    ).toEqual(['2019-02-14', '2019-04-15'])
  })

  test('that begins on the day after the first date finds it over, once the extension is revoked', () => {
    expect(
      datesOf([...extended, law('2019-01-15', '2019-01-01', '2019-01-31'), revoke('2019-02-01')]),
    ).toEqual(['2018-12-31', '2019-04-01'])
  })

  test('never gives the report an earlier day because it began earlier', () => {
    const granted = order('GrantExtension', '2018-12-10', both)
    const report = (from: string) => datesOf([...running, granted, law('2019-01-15', from, '2019-01-31')])[1]
    expect(report('2019-01-02')).toBe('2019-07-30')
    expect(report('2019-01-01')).toBe('2019-07-31')
  })
})

describe('an extension after a stop', () => {
  test('gives the date that its act names', () => {
    given(...running, law('2018-10-20', '2018-10-01', '2018-10-31'))
      .when(grant('2018-12-01'))
      .then(
        ['ExtensionGranted'],
        moved('activities', 'extension', { nominal: '2019-03-31' }),
        moved('finalReport', 'parent', { nominal: '2019-05-30' }),
      )
  })

  test('has to name a later date than the stop gave', () => {
    const data = { ...activitiesOnly, until: { activities: d('2019-01-31') } }
    given(...running, law('2018-10-20', '2018-10-01', '2018-10-31'))
      .when(order('GrantExtension', '2018-12-01', data))
      .refused('extension-not-later', { kind: 'activities', asked: '2019-01-31', current: '2019-01-31' })
  })

  test('revoked, leaves the days of the stop', () => {
    expect(
      datesOf([
        ...running,
        law('2018-10-20', '2018-10-01', '2018-10-31'),
        grant('2018-12-01'),
        revoke('2018-12-10'),
      ]),
    ).toEqual(['2019-01-31', '2019-04-01'])
  })
})

describe('an extension during an open stop', () => {
  // Fifteen days left before 17 December.
  const still = [...running, law('2018-12-18', '2018-12-17')]

  test('granted, is the date when the clock runs again, unless the stop gives a later one', () => {
    given(...still)
      .when(grant('2018-12-28'))
      .then(
        ['ExtensionGranted'],
        moved('activities', 'extension', { nominal: '2019-03-31' }),
        moved('finalReport', 'parent', { nominal: '2019-05-30' }),
      )
      .owing('activities', { status: 'suspended' })
      .owing('finalReport', { status: 'suspended' })
    given(...still, grant('2018-12-28'))
      .when(passes('activities', '2019-04-01', 2))
      .nothing()
    expect(datesOf([...still, grant('2018-12-28'), end('2019-01-30')])).toEqual(['2019-03-31', '2019-05-30'])
    expect(datesOf([...still, grant('2018-12-28'), end('2019-04-30')])).toEqual(['2019-05-15', '2019-07-14'])
  })

  test('can be asked for when the old date has gone by', () => {
    given(...still)
      .when(request('2019-01-10'))
      .accepted()
      .owing('activities', { status: 'suspended', heldBy: 'proroga-2' })
    given(...still, request('2019-01-10'))
      .when(end('2019-01-30'))
      .accepted()
      .owing('activities', { status: 'held', nominal: d('2019-02-14') })
      .owing('finalReport', { status: 'held', nominal: d('2019-04-15') })
  })

  test('revoked, leaves the clock standing with the days it had without it', () => {
    const revoked = [...running, grant('2018-12-10'), law('2018-12-18', '2018-12-17')]
    given(...revoked)
      .when(revoke('2018-12-20'))
      .then(
        ['ExtensionRevoked'],
        moved('activities', 'revocation', { nominal: '2018-12-31' }),
        moved('finalReport', 'parent', { nominal: '2019-03-01' }),
      )
      .owing('activities', { status: 'suspended', suspendedRemainingDays: 15 })
    expect(datesOf([...revoked, revoke('2018-12-20'), end('2019-01-30')])).toEqual([
      '2019-02-14',
      '2019-04-15',
    ])
  })

  test('revoked, lets a clock pass that had run out before the stop began', () => {
    const revoked = [...running, grant('2018-12-10'), law('2019-01-10', '2019-01-10')]
    given(...revoked)
      .when(revoke('2019-01-20'))
      .accepted()
      .noting('revoked-into-the-past', { kind: 'activities', effective: '2018-12-31' })
      .owing('activities', { status: 'open', nominal: d('2018-12-31') })
      .owing('finalReport', { status: 'suspended' })
    given(...revoked, revoke('2019-01-20'))
      .when(passes('activities', '2019-01-20T09:00:00.001Z', 3))
      .then(['ActivitiesEnded', { how: 'expiry' }], met('activities'))
  })
})

describe('a request that is pending while a law stops the clock', () => {
  const held = [...running, request('2018-12-10')]
  const known = law('2018-12-20', '2018-12-17', '2019-01-30')
  const open = law('2018-12-20', '2018-12-17')

  test('stays pending on the date that moved', () => {
    given(...held)
      .when(known)
      .accepted()
      .owing('activities', { status: 'held', heldBy: 'proroga-2', nominal: d('2019-02-14') })
      .owing('finalReport', { status: 'held', heldBy: 'proroga-2', nominal: d('2019-04-15') })
    given(...held)
      .when(open)
      .accepted()
      .owing('activities', { status: 'suspended', heldBy: 'proroga-2', suspendedRemainingDays: 15 })
    given(...held, open)
      .when(end('2019-01-30'))
      .accepted()
      .owing('activities', { status: 'held', heldBy: 'proroga-2', nominal: d('2019-02-14') })
  })

  test.each<readonly [string, readonly AccordCommand[], string]>([
    ['during a law whose end is known', [...held, known], '2019-01-05'],
    ['after it', [...held, known], '2019-02-05'],
    ['after a law whose end was not known', [...held, open, end('2019-01-30')], '2019-02-05'],
  ])('decided %s, gives the day that it names or leaves the one that moved', (_when, history, when) => {
    given(...history)
      .when(grant(when))
      .accepted()
      .owing('activities', { status: 'open', nominal: d('2019-03-31') })
      .owing('finalReport', { status: 'open', nominal: d('2019-05-30') })
    given(...history)
      .when(refuse(when))
      .accepted()
      .owing('activities', { status: 'open', nominal: d('2019-02-14') })
      .owing('finalReport', { status: 'open', nominal: d('2019-04-15') })
  })

  test('decided while the clock stands still, lets it stand', () => {
    given(...held, open)
      .when(refuse('2019-01-05'))
      .accepted()
      .owing('activities', { status: 'suspended', suspendedRemainingDays: 15 })
    expect(datesOf([...held, open, refuse('2019-01-05'), end('2019-01-30')])).toEqual([
      '2019-02-14',
      '2019-04-15',
    ])
    given(...held, open)
      .when(grant('2019-01-05'))
      .accepted()
      .owing('activities', { status: 'suspended', nominal: d('2019-03-31') })
    expect(datesOf([...held, open, grant('2019-01-05'), end('2019-01-30')])).toEqual([
      '2019-03-31',
      '2019-05-30',
    ])
  })
})

describe('a request that stops the clock itself, where its programme says so', () => {
  const extensions: ExtensionRules = { pending: 'standstill', citation: 'art. 7 del bando' }
  const standstill = { ...context, programmes: { ...context.programmes, prova: { ...rules, extensions } } }
  const asked = [...running, request('2018-12-10')]

  test('counts the days of a law within and after it once', () => {
    // From 11 to 24 December: 14 days.
    const history = [...asked, law('2018-12-15', '2018-12-15', '2018-12-24'), refuse('2018-12-20')]
    expect(datesOf(history, standstill)).toEqual(['2019-01-14', '2019-03-15'])
  })

  test('lets the clock run only when the law is over too', () => {
    given(...asked, law('2018-12-15', '2018-12-15'))
      .when(refuse('2018-12-20'), standstill)
      .accepted()
      .owing('activities', { status: 'suspended' })
    const ended = [...asked, law('2018-12-15', '2018-12-15'), refuse('2018-12-20'), end('2018-12-24')]
    expect(datesOf(ended, standstill)).toEqual(['2019-01-14', '2019-03-15'])
  })

  test('keeps its id from a suspension', () => {
    given(...asked)
      .when(law('2018-12-15', '2018-12-15', undefined, 'proroga-2'), standstill)
      .refused('suspension-exists', { suspensionId: 'proroga-2' })
  })

  test('has used no day more when a law begins', () => {
    given(...asked)
      .when(law('2018-12-15', '2018-12-15'), standstill)
      .then(['SuspensionStarted'], suspended('activities', 21), suspended('finalReport', 60), [
        'DeadlineSuspended',
      ])
  })
})
