import { describe, test } from 'vitest'
import {
  advanced,
  debt,
  exitContext,
  notify,
  observed,
  revoked,
  revoking,
  startRevocation,
  total,
} from '../../support/exitFixtures.ts'
import { d, euro, order, passes } from '../../support/fixtures.ts'
import { given, lifted, met, metLate, missed, set } from '../../support/given.ts'

const reasons = 'motivi'
const observe = (when: string, note = 'avvio previsto a giugno') =>
  order('SupplyRevocationObservations', when, { note })
const revoke = (when: string) => order('OrderRevocation', when, total)
const partial = (...actions: string[]) =>
  order('OrderRevocation', '2018-05-21', { extent: 'partial', actions, reasons })

describe('a revocation', () => {
  test('starts with its grounds, and the Region has ten days to answer', () => {
    given(...advanced)
      .when(startRevocation)
      .then(
        ['RevocationStarted', { grounds: 'nessuna azione avviata', deadlineId: 'revocationObservations' }],
        set('revocationObservations', { nominal: '2018-05-12', obligor: 'region' }),
      )
      .leaving({ phase: 'underway' })
  })

  test('or as many days as the programme gives', () => {
    given(...advanced)
      .when(startRevocation, exitContext)
      .then(['RevocationStarted'], set('revocationObservations', { nominal: '2018-05-17' }))
  })

  test('started twice is started once, and another waits for the first', () => {
    given(...revoking)
      .when({ ...startRevocation, commandId: 'altro' })
      .nothing()
    given(...revoking)
      .when(order('StartRevocation', '2018-05-03', { grounds: 'altro' }))
      .refused('exit-pending', { exit: 'revocation' })
  })

  test('is answered in its term or after it, once', () => {
    given(...revoking)
      .when(observe('2018-05-09'))
      .then(
        ['RevocationObservationsSupplied', { note: 'avvio previsto a giugno' }],
        met('revocationObservations'),
      )
    given(...revoking, passes('revocationObservations', '2018-05-13'))
      .when(observe('2018-05-15'))
      .then(['RevocationObservationsSupplied'], metLate('revocationObservations', 3))
    given(...observed)
      .when(observe('2018-05-10'))
      .nothing()
    given(...observed)
      .when(observe('2018-05-10', 'altro'))
      .refused('revocation-observations-supplied', { on: '2018-05-09' })
  })

  test('is not ordered while the Region may still answer', () => {
    given(...revoking)
      .when(revoke('2018-05-12'))
      .refused('revocation-before-observations', { effective: '2018-05-12' })
  })

  test('is ordered after the term, whether or not its timer has fired', () => {
    given(...revoking)
      .when(revoke('2018-05-13'))
      .accepted()
      .leaving({ phase: 'revoked' })
      .owing('revocationObservations', { status: 'lifted' })
    given(...revoking)
      .when(passes('revocationObservations', '2018-05-13'))
      .then(missed('revocationObservations'))
    given(...revoking, passes('revocationObservations', '2018-05-13'))
      .when(revoke('2018-05-14'))
      .accepted()
      .leaving({ phase: 'revoked', closedOn: d('2018-05-14') })
  })

  test('in whole ends the accord, with what is to be returned', () => {
    given(...observed)
      .when(order('OrderRevocation', '2018-05-21', { ...total, recovery: debt }))
      .then(
        ['RevocationOrdered', { extent: 'total', actions: [] }],
        lifted('milestone:rete-attiva'),
        lifted('activities'),
        lifted('finalReport'),
        ['RecoveryOrdered', { amount: euro(12_000_000), cause: 'revocation', reasons: 'inadempimento' }],
        set('recovery:anticipo', { nominal: '2018-08-31' }),
      )
      .leaving({ phase: 'revoked' })
  })

  test('in part takes the named actions away and leaves the rest going on', () => {
    given(...observed)
      .when(partial('I'))
      .then(['RevocationOrdered', { extent: 'partial', actions: ['I'] }], lifted('milestone:rete-attiva'))
      .leaving({
        phase: 'underway',
        actions: { I: { status: 'revoked' }, II: { status: 'planned' } },
      } as never)
      .owing('activities', { status: 'open' })
  })

  test('in part can ask money back too', () => {
    const recovery = { ...debt, amount: euro(1_000_000) }
    given(...observed)
      .when(order('OrderRevocation', '2018-05-21', { extent: 'partial', actions: ['II'], reasons, recovery }))
      .accepted()
      .leaving({ phase: 'underway' })
      .owing('recovery:anticipo', { status: 'open', nominal: d('2018-08-31') })
  })

  test('names actions when it is in part and none when it is whole', () => {
    given(...observed)
      .when(partial())
      .refused('revocation-extent', { extent: 'partial' })
    given(...observed)
      .when(partial('I', 'II'))
      .refused('revocation-extent', { extent: 'partial' })
    given(...observed)
      .when(order('OrderRevocation', '2018-05-21', { ...total, actions: ['I'] }))
      .refused('revocation-extent', { extent: 'total' })
    given(...observed)
      .when(partial('IX'))
      .refused('unknown-action', { numeral: 'IX' })
  })

  test('an action revoked is neither started, completed, signalled nor revoked again', () => {
    const without = [...observed, partial('I')]
    const refused = (command: Parameters<ReturnType<typeof given>['when']>[0]) =>
      given(...without)
        .when(command)
        .refused('action-revoked', { numeral: 'I' })
    refused(order('StartAction', '2018-06-01', { numeral: 'I' }))
    refused(order('CompleteAction', '2018-06-01', { numeral: 'I' }))
    refused(order('SignalMilestone', '2018-06-01', { milestoneId: 'rete-attiva' }))
    const again = order('StartRevocation', '2018-06-01', { grounds: 'altro' })
    given(...without, again, observe('2018-06-04'))
      .when({ ...partial('I'), commandId: 'di-nuovo' })
      .refused('action-revoked', { numeral: 'I' })
  })

  test('the end of activities does not miss what was revoked', () => {
    const completed = [
      order('StartAction', '2018-06-01', { numeral: 'II' }),
      order('CompleteAction', '2018-11-01', { numeral: 'II' }),
    ]
    given(...observed, partial('I'), ...completed)
      .when(order('EndActivities', '2018-12-31', {}))
      .accepted()
      .withoutNotices()
  })

  test('can be dropped', () => {
    given(...revoking)
      .when(order('DropRevocation', '2018-05-20', { reasons }))
      .then(['RevocationDropped', { reasons }], lifted('revocationObservations'))
      .leaving({ phase: 'underway' })
  })

  test('goes on beside a withdrawal, which ends it', () => {
    given(...revoking, notify)
      .when(order('AcceptWithdrawal', '2018-05-21', {}))
      .accepted()
      .leaving({ phase: 'withdrawn', closedOn: d('2018-05-21') })
      .owing('revocationObservations', { status: 'lifted' })
  })

  test.each([
    observe('2018-05-09'),
    revoke('2018-05-20'),
    order('DropRevocation', '2018-05-20', { reasons }),
  ])('$type needs one that was started', (command) => {
    given(...advanced)
      .when(command)
      .refused('no-exit-pending', { exit: 'revocation' })
    given(...revoked)
      .when(command)
      .refused('accord-ended', { act: command.type, accordId: 'prova-10', phase: 'revoked' })
  })
})
