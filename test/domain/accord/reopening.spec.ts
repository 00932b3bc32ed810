import { describe, expect, test } from 'vitest'
import { eventsAsOf } from '../../../domain/accord/asOf.ts'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import { decide } from '../../../domain/accord/decide.ts'
import type { RecordedEvent } from '../../../domain/accord/events.ts'
import { evolve } from '../../../domain/accord/evolve.ts'
import { foresee } from '../../../domain/accord/foresee.ts'
import { type AccordState, initialAccord, isFinished } from '../../../domain/accord/state.ts'
import { fold } from '../../../domain/decider.ts'
import { instant } from '../../../domain/time/instant.ts'
import {
  advanced,
  debt,
  exitContext,
  reopen,
  repay,
  revoked,
  unused,
  withdrawing,
  withdrawn,
} from '../../support/exitFixtures.ts'
import { concluded, context, d, order, reportOnly, underway, zone } from '../../support/fixtures.ts'
import { given, record, stateAfter } from '../../support/given.ts'

const again = order('ReopenAccord', '2019-06-03', { reasons: 'saldo da ricalcolare' })

describe('reopening', () => {
  test('a concluded accord goes back to the phase it was concluded from', () => {
    const { state } = given(...concluded)
      .when(again)
      .then(['AccordReopened', { from: 'concluded', to: 'reportApproved', reasons: 'saldo da ricalcolare' }])
      .leaving({ phase: 'reportApproved' })
    expect(state).not.toHaveProperty('concludedOn')
    expect(state).not.toHaveProperty('closing')
    expect(isFinished(state)).toBe(false)
    given(...concluded, again)
      .when(order('ConcludeAccord', '2019-06-10', {}))
      .accepted()
      .leaving({ phase: 'concluded' })
  })

  test('a concluded accord can be reopened whatever has followed', () => {
    const asked = order('OrderRecovery', '2019-05-20', {
      ...{ ...debt, amount: { cents: 100, currency: 'EUR' }, dueOn: d('2019-07-31') },
      ...{ cause: 'settlement', reasons: 'conguaglio' },
    })
    given(...concluded, asked)
      .when(order('ReverseLastDecision', '2019-06-03', { reasons: 'errore' }))
      .refused('no-decision-to-reverse')
    given(...concluded, asked)
      .when(again)
      .accepted()
      .leaving({ phase: 'reportApproved' })
      .owing('recovery:anticipo', { status: 'open' })
  })

  test.each([
    ['withdrawn', withdrawn],
    ['unused', unused],
    ['revoked', revoked],
  ] as const)('an accord that was %s goes on where it stood, its dates owed again', (from, history) => {
    given(...history)
      .when(reopen)
      .then(['AccordReopened', { from, to: 'underway' }])
      .withoutNotices()
      .leaving({ phase: 'underway' })
      .owing('activities', { status: 'open', nominal: d('2018-12-31'), revision: 2 })
      .owing('finalReport', { status: 'open', nominal: d('2019-03-01'), revision: 2 })
      .owing('recovery:anticipo', { status: 'open', revision: 1 })
  })

  test('also after it was closed; and it can end again', () => {
    const closed = [...withdrawn, repay('2018-05-28', 12_000_000)]
    const { state } = given(...closed)
      .when(reopen)
      .accepted()
      .leaving({ phase: 'underway' })
    expect(state).not.toHaveProperty('closedOn')
    given(...closed, reopen, order('NotifyWithdrawal', '2018-06-05', { reasons: 'definitiva' }))
      .when(order('AcceptWithdrawal', '2018-06-11', {}))
      .accepted()
      .leaving({ phase: 'withdrawn', closedOn: d('2018-06-11') })
  })

  test('a request that lapsed with the end is pending again, with its hold', () => {
    const asked = order('RequestExtension', '2018-05-03', reportOnly)
    const accepted = order('AcceptWithdrawal', '2018-05-21', {})
    given(...withdrawing, asked, accepted)
      .when(reopen)
      .accepted()
      .leaving({ extensions: { 'proroga-1': { status: 'requested' } } } as never)
      .owing('finalReport', { status: 'held', heldBy: 'proroga-1' })
      .owing('extensionDecision:proroga-1', { status: 'open' })
  })

  test('what has passed meanwhile is said, and will show as missed', () => {
    const late = order('ReopenAccord', '2018-10-01', { reasons: 'ripresa' })
    given(...withdrawn)
      .when(late)
      .accepted()
      .noting('reopened-into-the-past', { kind: 'milestone', effective: '2018-09-28' })
  })

  test('needs an end to take back', () => {
    given(...advanced)
      .when(reopen)
      .refused('accord-not-ended', { phase: 'underway' })
  })

  test('is for the offices that the programme names', () => {
    const by = { role: 'ministry', id: 'altro-ufficio' } as const
    const state = stateAfter(withdrawn)
    const ruled = { ...state, rules: { ...exitContext.programmes.prova } } as AccordState
    expect(decide({ ...reopen, act: { ...reopen.act, actor: by } }, ruled, context)).toMatchObject({
      refusal: { code: 'not-this-office', params: { office: 'altro-ufficio', offices: 'dg-prova' } },
    })
    expect(decide(reopen, ruled, context)).toMatchObject({ outcome: 'accepted' })
  })

  test('the reversal of a conclusion leaves nothing to reopen', () => {
    const reversal = order('ReverseLastDecision', '2019-05-03', { reasons: 'errore' })
    expect(stateAfter([...concluded, reversal])).not.toHaveProperty('closing')
    given(...concluded, reversal)
      .when(again)
      .refused('accord-not-ended', { phase: 'reportApproved' })
  })
})

describe('the past and the future', () => {
  const stream = (history: readonly AccordCommand[]) => {
    const events: RecordedEvent[] = []
    let state: AccordState = initialAccord
    for (const command of history) {
      const decision = decide(command, state, context)
      if (decision.outcome === 'refused') throw new Error(command.type)
      const recorded = record(command, state, decision.events)
      events.push(...recorded)
      state = fold(evolve, state, recorded)
    }
    return events
  }

  test('as known and as effective on a day, the accord stands in the phase of that day', () => {
    const events = stream([...withdrawn, repay('2018-07-02', 12_000_000)])
    const phase = (day: string) =>
      fold(evolve, initialAccord, eventsAsOf(events, { knownOn: d(day) }, zone)).phase
    expect(phase('2018-05-20')).toBe('underway')
    expect(phase('2018-05-21')).toBe('withdrawn')
    const on = fold(evolve, initialAccord, eventsAsOf(events, { effectiveOn: d('2018-07-01') }, zone))
    expect(on).not.toHaveProperty('closedOn')
  })

  test('foresight of an accord that has ended sees the recovery missed, and nothing else', () => {
    const until = instant('2020-01-01T00:00:00Z')
    const { steps, state } = foresee(stateAfter(withdrawn), context, { until })
    expect(steps).toMatchObject([{ what: 'lapse', due: { id: 'recovery:anticipo' } }])
    expect(state).toMatchObject({ phase: 'withdrawn' })
    expect(
      foresee(stateAfter([...withdrawn, repay('2018-07-02', 12_000_000)]), context, { until }).steps,
    ).toEqual([])
  })

  test('an accord that was never paid anything cannot be asked to return it', () => {
    given(...underway)
      .when(order('OrderRecovery', '2018-05-02', { ...debt, cause: 'error', reasons: 'errore' }))
      .refused('recovery-above-paid', { amount: '120000.00', most: '0.00' })
  })
})
