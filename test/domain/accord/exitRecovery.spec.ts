import { describe, expect, test } from 'vitest'
import { isFinished, nextDue } from '../../../domain/accord/state.ts'
import { remindersBetween } from '../../../domain/reminders/upcoming.ts'
import { instant } from '../../../domain/time/instant.ts'
import {
  advanced,
  debt,
  exitContext,
  repay,
  unused,
  withdrawing,
  withdrawn,
} from '../../support/exitFixtures.ts'
import { concluded, context, d, euro, order, passes, reportApproved } from '../../support/fixtures.ts'
import { given, lifted, met, metLate, missed, set, stateAfter } from '../../support/given.ts'

const reasons = 'conguaglio'
const settlement = { recoveryId: 'conguaglio', cause: 'settlement', reasons } as const
const ask = (cents: number, dueOn?: string) =>
  order('OrderRecovery', '2019-05-20', {
    ...{ ...settlement, amount: euro(cents) },
    ...(dueOn && { dueOn: d(dueOn) }),
  })

describe('a recovery', () => {
  test('can follow a settlement, also once the accord is concluded, and keeps its clock', () => {
    const { state } = given(...concluded)
      .when(ask(1_500_000, '2019-07-31'))
      .then(
        ['RecoveryOrdered', { ...settlement, amount: euro(1_500_000) }],
        set('recovery:conguaglio', { nominal: '2019-07-31', obligor: 'region' }),
      )
      .leaving({ phase: 'concluded' })
    expect(isFinished(state)).toBe(false)
    expect(nextDue(state)).toMatchObject({ id: 'recovery:conguaglio' })
  })

  test('ordered before the conclusion is not lifted by it', () => {
    const before = order('OrderRecovery', '2019-04-12', {
      ...{ ...settlement, amount: euro(100), dueOn: d('2019-07-31') },
    })
    const { state } = given(...advanced, ...reportApproved.slice(5), before)
      .when(order('ConcludeAccord', '2019-05-02', {}))
      .accepted()
      .owing('recovery:conguaglio', { status: 'open' })
    expect(isFinished(state)).toBe(false)
  })

  test('is due within the term of the programme where its order names no day', () => {
    given(...concluded)
      .when(ask(100), exitContext)
      .accepted()
      .owing('recovery:conguaglio', { nominal: d('2019-07-19') })
    given(...concluded)
      .when(ask(100))
      .refused('recovery-without-date', { recoveryId: 'conguaglio' })
  })

  test('is not due before it is ordered', () => {
    given(...concluded)
      .when(ask(100, '2019-05-19'))
      .refused('recovery-due-in-the-past', { dueOn: '2019-05-19', on: '2019-05-20' })
  })

  test('is never above what was paid, less what was asked back already', () => {
    given(...concluded)
      .when(ask(4_000_001, '2019-07-31'))
      .refused('recovery-above-paid', { amount: '40000.01', most: '40000.00' })
    const first = order('OrderRecovery', '2019-05-10', {
      ...{ recoveryId: 'primo', amount: euro(3_000_000), dueOn: d('2019-07-31') },
      ...{ cause: 'error', reasons },
    })
    given(...concluded, first)
      .when(ask(1_000_001, '2019-07-31'))
      .refused('recovery-above-paid', { amount: '10000.01', most: '10000.00' })
    given(...concluded, first)
      .when(ask(1_000_000, '2019-07-31'))
      .accepted()
  })

  test('asked above what was paid with an exit, ends nothing', () => {
    const recovery = { ...debt, amount: euro(12_000_001) }
    given(...withdrawing)
      .when(order('AcceptWithdrawal', '2018-05-21', { recovery }))
      .refused('recovery-above-paid', { amount: '120000.01', most: '120000.00' })
  })

  test('ordered twice is ordered once; another needs another id', () => {
    given(...concluded, ask(100, '2019-07-31'))
      .when({ ...ask(100, '2019-07-31'), commandId: 'altro' })
      .nothing()
    given(...concluded, ask(100, '2019-07-31'))
      .when({ ...ask(200, '2019-07-31'), commandId: 'altro' })
      .refused('recovery-exists', { recoveryId: 'conguaglio' })
  })
})

describe('a repayment', () => {
  test('in part leaves the rest owed', () => {
    given(...withdrawn)
      .when(repay('2018-07-02', 5_000_000))
      .then(['RepaymentRecorded', { amount: euro(5_000_000), leftCents: 7_000_000 }])
      .owing('recovery:anticipo', { status: 'open' })
  })

  test('of the rest meets the obligation and closes the accord', () => {
    const { state } = given(...withdrawn, repay('2018-07-02', 5_000_000))
      .when(repay('2018-08-31', 7_000_000))
      .then(['RepaymentRecorded', { leftCents: 0 }], met('recovery:anticipo'), ['AccordClosed'])
      .leaving({ phase: 'withdrawn', closedOn: d('2018-08-31') })
    expect(isFinished(state)).toBe(true)
  })

  test('that is late leaves it owed until it is settled, however late', () => {
    const late = [...withdrawn, repay('2018-07-02', 5_000_000), passes('recovery:anticipo', '2018-09-01')]
    given(...late.slice(0, -1))
      .when(passes('recovery:anticipo', '2018-09-01'))
      .then(missed('recovery:anticipo'))
    expect(isFinished(stateAfter(late))).toBe(false)
    given(...late)
      .when(repay('2018-09-10', 1_000_000))
      .then(['RepaymentRecorded', { leftCents: 6_000_000 }])
      .owing('recovery:anticipo', { status: 'missed' })
    given(...late)
      .when(repay('2018-10-01', 7_000_000))
      .then(['RepaymentRecorded'], metLate('recovery:anticipo', 31), ['AccordClosed'])
  })

  test('above what is owed is refused, and nothing of it is recorded', () => {
    given(...withdrawn, repay('2018-07-02', 5_000_000))
      .when(repay('2018-07-03', 7_000_001))
      .refused('repayment-above-owed', { recoveryId: 'anticipo', amount: '70000.01', most: '70000.00' })
  })

  test('recorded twice is recorded once', () => {
    const first = [...withdrawn, repay('2018-07-02', 5_000_000, 'r1')]
    given(...first)
      .when(repay('2018-07-03', 5_000_000, 'r1'))
      .nothing()
    given(...first)
      .when(repay('2018-07-03', 6_000_000, 'r1'))
      .refused('repayment-exists', { repaymentId: 'r1' })
  })

  test('of a recovery that there is not is refused', () => {
    given(...concluded)
      .when(repay('2019-06-03', 1))
      .refused('unknown-recovery', { recoveryId: 'anticipo', known: '—' })
  })

  test('closes an accord only when nothing else is owed', () => {
    const rest = { recoveryId: 'interessi', amount: euro(1), dueOn: d('2018-08-31') }
    const two = [
      ...advanced,
      order('OrderRecovery', '2018-04-10', { ...rest, cause: 'error', reasons }),
      ...withdrawing.slice(advanced.length),
      order('AcceptWithdrawal', '2018-05-21', { recovery: { ...debt, amount: euro(5) } }),
    ]
    given(...two)
      .when(repay('2018-07-02', 5))
      .then(['RepaymentRecorded'], met('recovery:anticipo'))
    const other = order('RecordRepayment', '2018-07-03', {
      ...{ recoveryId: 'interessi', repaymentId: 'r2', amount: euro(1) },
    })
    given(...two, repay('2018-07-02', 5))
      .when(other)
      .then(['RepaymentRecorded'], met('recovery:interessi'), ['AccordClosed'])
  })

  test('a new order after the closing opens the accord’s account again', () => {
    const closed = [...unused, repay('2018-07-02', 12_000_000)]
    expect(stateAfter(closed)).toHaveProperty('closedOn')
    const reduced = [
      ...unused,
      order('ReduceRecovery', '2018-06-01', { recoveryId: 'anticipo', amount: euro(5), reasons }),
      repay('2018-07-02', 5),
    ]
    const { state } = given(...reduced)
      .when(order('OrderRecovery', '2018-07-10', { ...settlement, amount: euro(7), dueOn: d('2018-09-28') }))
      .accepted()
    expect(state).not.toHaveProperty('closedOn')
    expect(isFinished(state)).toBe(false)
  })
})

describe('a relief', () => {
  const reduce = (cents?: number) =>
    order('ReduceRecovery', '2018-07-10', {
      ...{ recoveryId: 'anticipo', reasons: 'spese riconosciute' },
      ...(cents !== undefined && { amount: euro(cents) }),
    })
  const begun = [...withdrawn, repay('2018-07-02', 5_000_000)]

  test('lessens what is owed', () => {
    given(...begun)
      .when(reduce(9_000_000))
      .then(['RecoveryReduced', { fromCents: 12_000_000, toCents: 9_000_000, leftCents: 4_000_000 }])
      .owing('recovery:anticipo', { status: 'open' })
    given(...begun)
      .when(reduce(12_000_000))
      .nothing()
  })

  test('down to what was returned lifts the rest, and closes the accord', () => {
    given(...begun)
      .when(reduce())
      .then(['RecoveryReduced', { toCents: 5_000_000, leftCents: 0 }], lifted('recovery:anticipo'), [
        'AccordClosed',
      ])
  })

  test('never raises, and never goes below what was returned', () => {
    given(...begun)
      .when(reduce(12_000_001))
      .refused('recovery-not-reduced', {
        ...{ recoveryId: 'anticipo', amount: '120000.01', least: '50000.00', most: '120000.00' },
      })
    given(...begun)
      .when(reduce(4_999_999))
      .refused('recovery-not-reduced', {
        ...{ recoveryId: 'anticipo', amount: '49999.99', least: '50000.00', most: '120000.00' },
      })
    given(...concluded)
      .when(reduce())
      .refused('unknown-recovery', { recoveryId: 'anticipo', known: '—' })
  })
})

test('the Region is reminded a week before and pressed the day after, also of an accord that has ended', () => {
  const [from, until] = [instant('2018-08-01T00:00:00Z'), instant('2018-10-31T00:00:00Z')]
  const steps = (history: Parameters<typeof stateAfter>[0]) =>
    remindersBetween(stateAfter(history), context, from, until).map(({ reminder }) => reminder)
  expect(steps(withdrawn)).toMatchObject([
    { deadlineId: 'recovery:anticipo', step: 'T-7', on: '2018-08-24', to: 'region' },
  ])
  expect(steps([...withdrawn, passes('recovery:anticipo', '2018-09-01')])).toMatchObject([
    { deadlineId: 'recovery:anticipo', step: 'T+1', on: '2018-09-03', about: 'overdue' },
  ])
  expect(steps([...withdrawn, repay('2018-08-10', 12_000_000)])).toEqual([])
})

test('a law that stops every clock stops that of a recovery, which runs again when the law ends', () => {
  const stop = {
    suspensionId: 'legge',
    ground: 'law',
    from: d('2018-05-10'),
    reasons: 'legge di prova',
  } as const
  const law = order('StartSuspension', '2018-05-10', stop)
  const accepted = order('AcceptWithdrawal', '2018-05-21', {
    recovery: { recoveryId: 'anticipo', amount: euro(12_000_000) },
  })
  const ended = order('EndSuspension', '2018-06-30', { suspensionId: 'legge', reasons: 'legge cessata' })
  const { state } = given(...withdrawing, law, accepted)
    .when(ended, exitContext)
    .then(['SuspensionEnded', { suspensionId: 'legge' }], ['DeadlineMoved'])
    .leaving({ phase: 'withdrawn' })
  expect(nextDue(state)).toMatchObject({ id: 'recovery:anticipo', status: 'open' })
})
