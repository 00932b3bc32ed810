import { describe, test } from 'vitest'
import type { ExtensionDates } from '../../../domain/accord/parts.ts'
import {
  activitiesOnly,
  approvePlan,
  context,
  d,
  inForce,
  order,
  passes,
  plan,
  rules,
} from '../../support/fixtures.ts'
import { given, lifted, met, missed, moved, set } from '../../support/given.ts'

// Action I ends on 31 October 2018, action II on 30 November; the milestone is due on 28 September, the second
// milestone has no date; the activities end on 31 December.
const endOf = (numeral: string) => d(numeral === 'I' ? '2018-10-31' : '2018-11-30')
const dated = plan.actions.map((action) => ({ ...action, endsOn: endOf(action.numeral) }))
const ours = [...inForce, order('SubmitPlan', '2018-03-01', { ...plan, actions: dated }), approvePlan]
const started = order('StartAction', '2018-04-02', { numeral: 'I' })

const I = { id: 'I', until: d('2018-12-16') }
const II = { id: 'II', until: d('2018-12-21') }
const network = { id: 'rete-attiva', until: d('2018-11-04') }
const of = (until: ExtensionDates, extensionId = 'proroga-6') => {
  return { extensionId, scope: 'parts', until, reasons: 'avvio tardivo' } as const
}
const two = of({ actions: [I], milestones: [network] })
const ask = (data: ReturnType<typeof of>, on = '2018-09-03') => order('RequestExtension', on, data)
const grant = (data: ReturnType<typeof of>, on = '2018-10-01') => order('GrantExtension', on, data)
const complete = order('CompleteAction', '2018-09-20', { numeral: 'I' })
const signal = order('SignalMilestone', '2018-09-21', { milestoneId: 'rete-attiva' })

describe('a request on named actions and milestones', () => {
  test('holds each of them, and nothing else', () => {
    const ids = ['action:I', 'milestone:rete-attiva']
    given(...ours)
      .when(ask(two))
      .then(
        ['ExtensionRequested', { ...two, holds: ids, targets: ids }],
        set('extensionDecision:proroga-6', { nominal: '2018-10-03', obligor: 'ministry' }),
      )
      .noting('grant-before-expiry', { effective: '2018-09-28' })
      .owing('action:I', { status: 'held', heldBy: 'proroga-6' })
      .owing('milestone:rete-attiva', { status: 'held', heldBy: 'proroga-6' })
      .owing('action:II', { status: 'open' })
      .owing('activities', { status: 'open' })
  })

  test('keeps them from passing until it is decided', () => {
    given(...ours)
      .when(passes('milestone:rete-attiva', '2018-09-29'))
      .then(missed('milestone:rete-attiva'))
    given(...ours, ask(two))
      .when(passes('milestone:rete-attiva', '2018-09-29'))
      .nothing()
  })

  test('waits while another is pending on one of them, and not on the others', () => {
    given(...ours, ask(two))
      .when(ask(of({ actions: [I] }, 'proroga-7')))
      .refused('extension-pending', { kind: 'action', extensionId: 'proroga-6' })
    given(...ours, ask(two))
      .when(ask(of({ actions: [II] }, 'proroga-7')))
      .accepted()
      .owing('action:II', { heldBy: 'proroga-7' })
  })

  test('that names a part twice is refused', () => {
    given(...ours)
      .when(ask(of({ actions: [I, { ...I, until: d('2018-12-20') }] })))
      .refused('extension-part-twice', { part: 'I' })
  })

  test('for a day after the end of activities is refused; that end itself is not after it', () => {
    const last = { ...I, until: d('2018-12-31') }
    const beyond = ask(of({ milestones: [network], actions: [{ ...I, until: d('2019-01-01') }] }))
    given(...ours)
      .when(beyond)
      .refused('extension-part-after-end', { part: 'I', asked: '2019-01-01', end: '2018-12-31' })
    given(...ours)
      .when(ask(of({ actions: [last] })))
      .accepted()
      .owing('action:I', { status: 'held' })
    given(...ours, order('GrantExtension', '2018-09-01', activitiesOnly))
      .when(beyond)
      .accepted()
      .owing('action:I', { status: 'held' })
  })

  test('is bound by the end of activities when the Region has already signalled that end', () => {
    const ended = order('EndActivities', '2018-09-01', {})
    given(...ours, ended)
      .when(ask(of({ actions: [{ ...I, until: d('2019-06-30') }] })))
      .refused('extension-part-after-end', { part: 'I', asked: '2019-06-30', end: '2018-09-01' })
  })

  test('whose dates do not agree with its scope is refused', () => {
    given(...ours)
      .when(ask(of({ actions: [I], ...activitiesOnly.until })))
      .refused('extension-scope-mismatch', { scope: 'parts', kind: 'activities' })
    given(...ours)
      .when(ask(of({ actions: [], milestones: [] })))
      .refused('extension-scope-mismatch', { scope: 'parts', kind: 'milestone' })
    const wider = { ...activitiesOnly, until: { ...activitiesOnly.until, actions: [I] } }
    given(...ours)
      .when(order('RequestExtension', '2018-09-03', wider))
      .refused('extension-scope-mismatch', { scope: 'activities', kind: 'action' })
  })

  test('has nothing to extend where the part is done, has no date or is not in the plan', () => {
    given(...ours, started, complete)
      .when(ask(of({ actions: [I] }), '2018-09-24'))
      .refused('extension-nothing-to-extend', { kind: 'action', part: 'I' })
    given(...ours)
      .when(ask(of({ milestones: [{ ...network, id: 'sportelli' }] })))
      .refused('extension-nothing-to-extend', { kind: 'milestone', part: 'sportelli' })
    given(...ours)
      .when(ask(of({ actions: [{ ...I, id: 'IX' }] })))
      .refused('extension-nothing-to-extend', { kind: 'action', part: 'IX' })
  })

  test('is refused for a day that is not later, and after the part has expired', () => {
    given(...ours)
      .when(ask(of({ actions: [{ ...I, until: endOf('I') }] })))
      .refused('extension-not-later', {
        ...{ kind: 'action', part: 'I' },
        ...{ asked: '2018-10-31', current: '2018-10-31' },
      })
    given(...ours)
      .when(ask(of({ milestones: [network] }), '2018-09-29'))
      .refused('extension-after-expiry', { kind: 'milestone', effective: '2018-09-28' })
  })
})

describe('a grant of named actions and milestones', () => {
  test('moves each to its own date: an end of period never rolls, an act to perform does', () => {
    given(...ours, ask(two))
      .when(grant(two))
      .then(
        ['ExtensionGranted', { inPart: false, effects: [{ deadlineId: 'action:I' }, {}] }],
        moved('action:I', 'extension', { nominal: '2018-12-16', effective: '2018-12-16', revision: 2 }),
        moved('milestone:rete-attiva', 'extension', { nominal: '2018-11-04', effective: '2018-11-05' }),
        met('extensionDecision:proroga-6'),
      )
      .owing('action:I', { status: 'open', ref: 'I' })
      .owing('activities', { status: 'open', nominal: d('2018-12-31'), revision: 1 })
  })

  test('of fewer parts is a grant in part; the others are open again', () => {
    given(...ours, ask(two))
      .when(grant(of({ milestones: [network] })))
      .then(
        ['ExtensionGranted', { inPart: true }],
        moved('milestone:rete-attiva', 'extension', { nominal: '2018-11-04', effective: '2018-11-05' }),
        ['DeadlineMet'],
      )
      .owing('action:I', { status: 'open', nominal: d('2018-10-31'), revision: 2 })
  })

  test('of an earlier date is a grant in part; the same dates in another order are all of it', () => {
    given(...ours, ask(two))
      .when(grant(of({ milestones: [network], actions: [{ ...I, until: d('2018-11-30') }] })))
      .then(['ExtensionGranted', { inPart: true }], ['DeadlineMoved'], ['DeadlineMoved'], ['DeadlineMet'])
      .owing('action:I', { nominal: d('2018-11-30') })
    given(...ours, ask(of({ actions: [I, II] })))
      .when(grant(of({ actions: [II, I] })))
      .then(['ExtensionGranted', { inPart: false }], ['DeadlineMoved'], ['DeadlineMoved'], ['DeadlineMet'])
  })

  test('never gives more than was asked', () => {
    given(...ours, ask(two))
      .when(grant(of({ actions: [I, II], milestones: [network] })))
      .refused('extension-beyond-request', { kind: 'action', granted: '2018-12-21', asked: '—' })
    given(...ours, ask(two))
      .when(grant(of({ actions: [{ ...I, until: d('2018-12-17') }] })))
      .refused('extension-beyond-request', {
        ...{ kind: 'action', granted: '2018-12-17', asked: '2018-12-16' },
      })
  })

  test('with no request is ex officio', () => {
    given(...ours)
      .when(grant(of({ actions: [II] })))
      .then(
        ['ExtensionGranted', { exOfficio: true }],
        moved('action:II', 'extension', { nominal: '2018-12-21' }),
      )
  })

  test('when revoked gives each part still owed the date it had', () => {
    const revoke = order('RevokeExtension', '2018-10-22', { extensionId: 'proroga-6', reasons: 'errore' })
    given(...ours, ask(two), grant(two))
      .when(revoke)
      .then(
        ['ExtensionRevoked', { effects: [{ toNominal: '2018-10-31' }, { toNominal: '2018-09-28' }] }],
        moved('action:I', 'revocation', { nominal: '2018-10-31', revision: 3 }),
        moved('milestone:rete-attiva', 'revocation', { nominal: '2018-09-28', revision: 3 }),
      )
      .noting('revoked-into-the-past', { kind: 'milestone', effective: '2018-09-28' })
    const done = order('SignalMilestone', '2018-10-15', { milestoneId: 'rete-attiva' })
    given(...ours, ask(two), grant(two), done)
      .when(revoke)
      .then(['ExtensionRevoked'], moved('action:I', 'revocation', { nominal: '2018-10-31' }))
      .owing('milestone:rete-attiva', { status: 'met', nominal: d('2018-11-04') })
  })
})

describe('a part done while its request is pending', () => {
  const lapsed = ['ExtensionLapsed', { extensionId: 'proroga-6', cause: 'obligationMet' }] as const
  const decision = 'extensionDecision:proroga-6'

  test('leaves the request with nothing to give: an action completed', () => {
    given(...ours, started, ask(of({ actions: [I] })))
      .when(complete)
      .then(['ActionCompleted'], met('action:I'), lapsed, lifted(decision))
      .leaving({ extensions: { 'proroga-6': { status: 'lapsed' } } as never })
  })

  test('leaves the request with nothing to give: a milestone signalled', () => {
    given(...ours, ask(of({ milestones: [network] })))
      .when(signal)
      .then(['MilestoneSignalled'], met('milestone:rete-attiva'), lapsed, lifted(decision))
    given(...ours, ask(of({ milestones: [network] })), signal)
      .when(grant(of({ milestones: [network] })))
      .refused('extension-already-decided', { extensionId: 'proroga-6' })
  })

  test('leaves the request pending while another of its parts is still owed', () => {
    given(...ours, started, ask(two))
      .when(complete)
      .then(['ActionCompleted'], met('action:I'))
      .owing('milestone:rete-attiva', { status: 'held', heldBy: 'proroga-6' })
    given(...ours, started, ask(two), complete)
      .when(signal)
      .then(['MilestoneSignalled'], met('milestone:rete-attiva'), lapsed, lifted(decision))
  })

  test('is left out of the grant, which is then in part', () => {
    given(...ours, started, ask(two), complete)
      .when(grant(two))
      .refused('extension-nothing-to-extend', { kind: 'action', part: 'I' })
    given(...ours, started, ask(two), complete)
      .when(grant(of({ milestones: [network] })))
      .then(['ExtensionGranted', { inPart: true }], ['DeadlineMoved'], met(decision))
  })

  test('is left out of a grant by silence, which gives the rest', () => {
    const extensions = { whenUndecided: 'granted', citation: 'art. 9 del bando' } as const
    const silent = { ...context, programmes: { prova: { ...rules, extensions } } }
    given(...ours, started, ask(two), complete)
      .when(passes(decision, '2018-10-04'), silent)
      .then(
        missed(decision),
        ['ExtensionGranted', { effects: [{ deadlineId: 'milestone:rete-attiva' }] }],
        moved('milestone:rete-attiva', 'extension', { nominal: '2018-11-04', effective: '2018-11-05' }),
      )
  })

  test('lifts the attachments that were still to come', () => {
    const request = order('RequestExtension', '2018-09-03', {
      ...of({ actions: [I] }),
      attachmentsBy: d('2018-10-15'),
    })
    given(...ours, started, request)
      .when(complete)
      .then(
        ...[['ActionCompleted'] as const, met('action:I'), lapsed, lifted(decision)],
        lifted('extensionAttachments:proroga-6'),
      )
  })

  test('ends what the decision on the request was waiting for', () => {
    const notice = order('StartSuspension', '2018-09-17', {
      suspensionId: 'preavviso',
      ground: 'art10bis',
      deadlineIds: [decision],
      reasons: 'motivi generici',
    })
    given(...ours, started, ask(of({ actions: [I] })), notice)
      .when(complete)
      .accepted()
      .owing('observations:preavviso', { status: 'lifted' })
      .leaving({ suspensions: { preavviso: { ended: 'decided' } } as never })
  })

  test('after the end of activities still lapses its request', () => {
    given(...ours, started, ask(of({ actions: [I] })), order('EndActivities', '2018-09-18', {}))
      .when(complete)
      .then(['ActionCompleted'], met('action:I'), lapsed, lifted(decision))
  })
})
