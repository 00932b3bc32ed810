import { describe, expect, test } from 'vitest'
import { isFinished } from '../../../domain/accord/state.ts'
import {
  accept,
  advanced,
  debt,
  declare,
  exitContext,
  notify,
  payAdvance,
  repay,
  revoked,
  revoking,
  unused,
  withdrawing,
  withdrawn,
} from '../../support/exitFixtures.ts'
import {
  d,
  euro,
  inForce,
  order,
  proposal,
  reportApproved,
  reportOnly,
  underway,
} from '../../support/fixtures.ts'
import { given, lifted, met, metLate, set, stateAfter } from '../../support/given.ts'
import { monitoredUnderway, progress, submits } from '../../support/monitoringCases.ts'

const reasons = 'motivi'

describe('a withdrawal', () => {
  test('is notified by the Region, and nothing stops before it is accepted', () => {
    given(...advanced)
      .when(notify)
      .then(['WithdrawalNotified', { reasons: 'riordino degli uffici' }])
      .leaving({ phase: 'underway', withdrawal: { reasons: 'riordino degli uffici', on: notify.act.on } })
      .owing('activities', { status: 'open' })
  })

  test('is not possible before both have signed', () => {
    given(proposal)
      .when(order('NotifyWithdrawal', '2017-12-20', { reasons }))
      .refused('not-in-force', { act: 'NotifyWithdrawal' })
  })

  test('is decided by the Ministry within the term of the programme, where there is one', () => {
    const decision = set('exitDecision', { nominal: '2018-05-12', obligor: 'ministry' })
    given(...advanced)
      .when(notify, exitContext)
      .then(['WithdrawalNotified'], decision)
  })

  test('notified twice is notified once, and another waits for the first to be decided', () => {
    given(...withdrawing)
      .when({ ...notify, commandId: 'altro' })
      .nothing()
    given(...withdrawing)
      .when(order('NotifyWithdrawal', '2018-05-03', { reasons: 'altro' }))
      .refused('exit-pending', { exit: 'withdrawal' })
    given(...withdrawing)
      .when(declare)
      .refused('exit-pending', { exit: 'withdrawal' })
  })

  test('can be taken back before it is accepted', () => {
    given(...withdrawing)
      .when(order('TakeBackWithdrawal', '2018-05-10', { reasons }))
      .then(['WithdrawalTakenBack', { reasons }])
      .leaving({ phase: 'underway' })
    given(...withdrawn)
      .when(order('TakeBackWithdrawal', '2018-05-22', { reasons }))
      .refused('accord-ended', { act: 'TakeBackWithdrawal', accordId: 'prova-10', phase: 'withdrawn' })
  })

  test('can be refused, and the accord goes on', () => {
    given(...withdrawing)
      .when(order('RefuseWithdrawal', '2018-05-10', { reasons }))
      .then(['WithdrawalRefused', { reasons }])
      .leaving({ phase: 'underway' })
  })

  test.each(['TakeBackWithdrawal', 'RefuseWithdrawal'] as const)('%s needs one that is pending', (type) => {
    given(...advanced)
      .when(order(type, '2018-05-10', { reasons }))
      .refused('no-exit-pending', { exit: 'withdrawal' })
  })

  test('is not accepted where nobody withdrew', () => {
    given(...advanced)
      .when(accept)
      .refused('no-exit-pending', { exit: 'withdrawal' })
  })

  test('accepted, lifts what was owed and leaves what is to be returned', () => {
    const { state } = given(...withdrawing)
      .when(accept)
      .then(
        ['WithdrawalAccepted'],
        ...['milestone:rete-attiva', 'activities', 'finalReport'].map(lifted).toSorted(),
        ['RecoveryOrdered', { recoveryId: 'anticipo', amount: euro(12_000_000), cause: 'withdrawal' }],
        set('recovery:anticipo', { nominal: '2018-08-31', obligor: 'region', ref: 'anticipo' }),
      )
      .leaving({ phase: 'withdrawn' })
    expect(isFinished(state)).toBe(false)
    expect(state).not.toHaveProperty('closedOn')
  })

  test('with nothing to return closes the accord at once', () => {
    const { state } = given(...inForce, order('NotifyWithdrawal', '2018-02-01', { reasons }))
      .when(order('AcceptWithdrawal', '2018-02-12', { note: 'd.d. 12' }))
      .then(['WithdrawalAccepted', { note: 'd.d. 12' }], lifted('plan'), ['AccordClosed'])
    expect(state).toMatchObject({ phase: 'withdrawn', closedOn: '2018-02-12' })
    expect(isFinished(state)).toBe(true)
  })

  test('lets a request for an extension that is pending lapse', () => {
    const asked = order('RequestExtension', '2018-05-03', reportOnly)
    given(...withdrawing, asked)
      .when(accept)
      .accepted()
      .leaving({ extensions: { 'proroga-1': { status: 'lapsed', lapse: 'accordEnded' } } } as never)
      .owing('finalReport', { status: 'lifted' })
      .owing('extensionDecision:proroga-1', { status: 'lifted' })
  })

  test('ends the stop of a procedure that was waiting for information', () => {
    const stop = { suspensionId: 'informazioni', ground: 'art2c7', reasons } as const
    const history = [
      ...inForce,
      order('SubmitPlan', '2018-03-01', { ...planOf() }),
      order('StartSuspension', '2018-03-11', { ...stop, deadlineIds: ['planReview'] }),
      order('NotifyWithdrawal', '2018-03-12', { reasons }),
    ]
    given(...history)
      .when(order('AcceptWithdrawal', '2018-03-20', {}))
      .then(
        ['WithdrawalAccepted'],
        ['SuspensionEnded', { suspensionId: 'informazioni', how: 'decided' }],
        lifted('planReview'),
        lifted('informationReply:informazioni'),
        ['AccordClosed'],
      )
  })

  test('its conclusion waits for what is pending', () => {
    given(...reportApproved, order('NotifyWithdrawal', '2019-04-01', { reasons }))
      .when(order('ConcludeAccord', '2019-05-02', {}))
      .refused('exit-pending', { exit: 'withdrawal' })
  })
})

function planOf() {
  const submitted = underway.find(({ type }) => type === 'SubmitPlan')
  if (submitted?.type !== 'SubmitPlan') throw new Error('no plan')
  return submitted.data
}

describe('the decision that the Ministry owes', () => {
  const decide = (type: 'RefuseWithdrawal' | 'TakeBackWithdrawal') => order(type, '2018-05-10', { reasons })

  test('is met by the refusal, and lifted by a withdrawal taken back', () => {
    given(...withdrawing)
      .when(decide('RefuseWithdrawal'), exitContext)
      .then(['WithdrawalRefused'], met('exitDecision'))
    given(...withdrawing)
      .when(decide('TakeBackWithdrawal'), exitContext)
      .then(['WithdrawalTakenBack'], lifted('exitDecision'))
  })

  test('is met by the acceptance', () => {
    given(...withdrawing)
      .when(order('AcceptWithdrawal', '2018-05-11', { recovery: debt }), exitContext)
      .accepted()
      .owing('exitDecision', { status: 'met', settledOn: d('2018-05-11') })
  })
})

test('what is refused, taken back or accepted is pending no more', () => {
  const refuse = (type: 'TakeBackWithdrawal' | 'RefuseWithdrawal' | 'RefuseNonUse') =>
    order(type, '2018-05-10', { reasons })
  const none = ['withdrawal', 'nonUse', 'revocation']
  const histories = [
    [...withdrawing, refuse('TakeBackWithdrawal')],
    [...withdrawing, refuse('RefuseWithdrawal')],
    [...advanced, declare, refuse('RefuseNonUse')],
    [...revoking, order('DropRevocation', '2018-05-10', { reasons })],
    [...revoking, notify, accept],
    unused,
    revoked,
  ]
  for (const history of histories) {
    const pending = Object.keys(stateAfter(history)).filter((key) => none.includes(key))
    expect(pending).toEqual([])
  }
})

describe('non-use', () => {
  test('is declared where an advance was paid and nothing is known to be spent', () => {
    given(...advanced)
      .when(declare)
      .then(['NonUseDeclared', { reasons: 'avviso andato deserto' }])
    given(...underway)
      .when(declare)
      .refused('no-advance')
  })

  test('is refused where the balance was paid on what was spent', () => {
    const paid = [...reportApproved, payLate, order('PayBalance', '2019-04-10', { amount: euro(4_000_000) })]
    given(...paid)
      .when(order('DeclareNonUse', '2019-04-11', { reasons }))
      .refused('spending-recorded')
  })

  test('is refused where spending was reported, by itself or with the progress of an action', () => {
    const spending = order('ReportSpending', '2018-04-20', {
      ...{ until: d('2018-04-20'), lines: [{ numeral: 'I', amount: euro(1) }] },
    })
    given(...advanced, spending)
      .when(declare)
      .refused('spending-recorded')
    given(...monitoredUnderway, payAdvance, submits('2018-T1', '2018-04-20'))
      .when(declare)
      .refused('spending-recorded')
    given(...monitoredUnderway, payAdvance, submits('2018-T1', '2018-04-20', progress(0, 0)))
      .when(declare)
      .then(['NonUseDeclared'])
  })

  const payLate = order('PayAdvance', '2019-04-01', { amount: euro(12_000_000) })

  test('can be refused by the Ministry', () => {
    given(...advanced, declare)
      .when(order('RefuseNonUse', '2018-05-10', { reasons }))
      .then(['NonUseRefused', { reasons }])
      .leaving({ phase: 'underway' })
    given(...advanced)
      .when(order('RefuseNonUse', '2018-05-10', { reasons }))
      .refused('no-exit-pending', { exit: 'nonUse' })
    given(...advanced)
      .when(order('AcceptNonUse', '2018-05-10', { recoveryId: 'anticipo' }))
      .refused('no-exit-pending', { exit: 'nonUse' })
  })

  test('accepted, asks the whole advance back within the term of the programme', () => {
    given(...advanced, declare)
      .when(order('AcceptNonUse', '2018-05-21', { recoveryId: 'anticipo', note: 'd.d. 20' }), exitContext)
      .then(
        ['NonUseAccepted', { note: 'd.d. 20' }],
        metLate('exitDecision', 9),
        lifted('milestone:rete-attiva'),
        lifted('activities'),
        lifted('finalReport'),
        ['RecoveryOrdered', { amount: euro(12_000_000), cause: 'nonUse', reasons: 'avviso andato deserto' }],
        set('recovery:anticipo', { nominal: '2018-07-20' }),
      )
      .leaving({ phase: 'unused' })
  })

  test('asks back only what was not asked back before', () => {
    const part = { recoveryId: 'parte', amount: euro(2_000_000), dueOn: d('2018-06-30') }
    const earlier = order('OrderRecovery', '2018-04-10', { ...part, cause: 'error', reasons })
    given(...advanced, earlier, declare)
      .when(order('AcceptNonUse', '2018-05-21', { recoveryId: 'anticipo', dueOn: d('2018-08-31') }))
      .accepted()
      .leaving({ recoveries: { anticipo: { amountCents: 10_000_000 } } } as never)
  })

  test('with everything asked back before, orders nothing more', () => {
    const all = order('OrderRecovery', '2018-04-10', { ...debt, cause: 'error', reasons })
    const settled = [...advanced, all, repay('2018-04-20', 12_000_000)]
    given(...settled, declare)
      .when(order('AcceptNonUse', '2018-05-21', { recoveryId: 'altro' }))
      .accepted()
      .leaving({ phase: 'unused', closedOn: d('2018-05-21') })
  })

  test('ended, receives no act of the life any more', () => {
    given(...unused)
      .when(order('StartAction', '2018-06-01', { numeral: 'I' }))
      .refused('accord-ended', { act: 'StartAction', accordId: 'prova-10', phase: 'unused' })
    given(...unused)
      .when({ ...payAdvance, commandId: 'di-nuovo' })
      .refused('accord-ended', { act: 'PayAdvance', accordId: 'prova-10', phase: 'unused' })
  })
})
