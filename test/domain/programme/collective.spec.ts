import { describe, expect, test } from 'vitest'
import type { ProgrammeCommand } from '../../../domain/programme/commands.ts'
import { decideProgramme, type ProgrammeContext } from '../../../domain/programme/decide.ts'
import { type ProgrammeRefusalCode, programmeRefusalRules } from '../../../domain/programme/refusals.ts'
import { localDate as d } from '../../../domain/time/localDate.ts'
import { ask, opened, outcomes, programmeAfter, start, three } from '../../support/programmeCases.ts'

const actId = 'proroga-2018'
const stop = ask('StopCollectiveAct', { actId, reasons: 'verifica' })
const resume = ask('ResumeCollectiveAct', { actId })
const retry = ask('RetryCollectiveAct', { actId })
const revoke = ask('RevokeCollectiveAct', { actId, reasons: 'atto annullato' })
const running = [...opened, start()]

const decided = (
  history: readonly ProgrammeCommand[],
  command: ProgrammeCommand,
  context: ProgrammeContext = three,
) => decideProgramme(command, programmeAfter(history, three), context)
const types = (history: readonly ProgrammeCommand[], command: ProgrammeCommand) => {
  const decision = decided(history, command)
  return decision.outcome === 'accepted' ? decision.events.map(({ type }) => type) : decision.refusal
}
const refused = (code: ProgrammeRefusalCode, params: object = {}) => ({
  outcome: 'refused',
  refusal: { code, params, rule: programmeRefusalRules[code] },
})
const act = (history: readonly ProgrammeCommand[]) => {
  const state = programmeAfter(history, three)
  return state.status === 'absent' ? undefined : state.acts[actId]
}

describe('an act over many accords', () => {
  test('goes on until every accord has an outcome', () => {
    expect(types(opened, start())).toEqual(['CollectiveActStarted'])
    expect(types(running, outcomes('apply', 'applied', 'skipped'))).toEqual(['OutcomesRecorded'])
    expect(types([...running, outcomes('apply', 'applied', 'skipped')], outcomes('apply', 'failed'))).toEqual(
      ['OutcomesRecorded', 'CollectiveActCompleted'],
    )
    expect(act([...running, outcomes('apply', 'applied', 'skipped', 'failed')])).toMatchObject({
      status: 'completed',
      counts: { applied: 1, skipped: 1, failed: 1 },
    })
  })

  test('is about some accord, and names none in vain', () => {
    const none = { cohort: { chosen: 0, excluded: 2, idle: [] } }
    expect(decided(opened, start(), none)).toEqual(refused('collective-empty', { excluded: 2 }))
    const idle = { cohort: { chosen: 3, excluded: 0, idle: ['umbria-2', '21'] } }
    expect(decided(opened, start(), idle)).toEqual(refused('collective-idle', { names: 'umbria-2, 21' }))
  })

  test('has an id of its own', () => {
    expect(decided(running, start())).toEqual(refused('collective-exists', { actId }))
    expect(decided(opened, stop)).toEqual(refused('collective-unknown', { actId, known: '—' }))
  })

  test('shares no accord with another that is open', () => {
    const overlaps = [{ actId: 'altra', accords: 2 }]
    const wanted = refused('collective-overlap', { other: 'altra', accords: 2 })
    expect(decided(opened, start(), { ...three, overlaps })).toEqual(wanted)
    const failed = [...running, outcomes('apply', 'applied', 'applied', 'failed')]
    expect(decided(failed, retry, { overlaps })).toEqual(wanted)
    expect(decided(failed, revoke, { overlaps })).toEqual(wanted)
  })

  test('gives the dates of what it extends, no more and no fewer', () => {
    const wrong = (until: object, scope: 'activities' | 'finalReport' | 'both') =>
      ask('StartCollectiveAct', {
        ...{ actId, cohort: {}, reasons: 'x' },
        body: { kind: 'extension', scope, until },
      })
    const date = d('2018-12-31')
    expect(decided(opened, wrong({ activities: date }, 'both'))).toEqual(
      refused('collective-dates', { scope: 'both', given: 'activities' }),
    )
    expect(decided(opened, wrong({}, 'activities'))).toEqual(
      refused('collective-dates', { scope: 'activities', given: '—' }),
    )
    const law = ask('StartCollectiveAct', {
      ...{ actId, cohort: {}, reasons: 'x' },
      body: { kind: 'suspension', from: d('2020-02-23'), until: d('2020-02-01') },
    })
    expect(decided(opened, law)).toEqual(
      refused('collective-dates', { scope: 'suspension', given: '2020-02-23, 2020-02-01' }),
    )
  })

  test('is stopped while it runs, and resumed', () => {
    expect(types(running, stop)).toEqual(['CollectiveActStopped'])
    expect(types([...running, stop], stop)).toEqual([])
    expect(types(running, resume)).toEqual([])
    expect(types([...running, stop], resume)).toEqual(['CollectiveActResumed'])
    const done = [...running, outcomes('apply', 'applied', 'applied', 'applied')]
    expect(decided(done, stop)).toEqual(refused('collective-not-running', { actId, status: 'completed' }))
    expect(decided(done, resume)).toEqual(refused('collective-not-stopped', { actId, status: 'completed' }))
  })

  test('counts a batch that ends after it was stopped', () => {
    const stopped = [...running, stop]
    expect(types(stopped, outcomes('apply', 'applied'))).toEqual(['OutcomesRecorded'])
    expect(types(stopped, outcomes('apply', 'applied', 'applied', 'applied'))).toEqual([
      'OutcomesRecorded',
      'CollectiveActCompleted',
    ])
  })

  test('counts no accord twice', () => {
    const done = [...running, outcomes('apply', 'applied', 'applied', 'applied')]
    expect(decided(done, outcomes('apply', 'applied'))).toEqual(
      refused('collective-not-running', { actId, status: 'completed' }),
    )
    expect(types(running, outcomes('apply'))).toEqual([])
  })

  test('tries again those that failed, and only those', () => {
    const failed = [...running, outcomes('apply', 'applied', 'failed', 'failed')]
    expect(types(failed, retry)).toEqual(['CollectiveActRetried'])
    expect(act([...failed, retry])).toMatchObject({
      ...{ attempt: 2, status: 'running', counts: { applied: 1, failed: 0 } },
    })
    expect(types([...failed, retry], outcomes('apply', 'applied', 'applied'))).toEqual([
      'OutcomesRecorded',
      'CollectiveActCompleted',
    ])
    expect(decided(running, retry)).toEqual(refused('collective-running', { actId, status: 'running' }))
    const done = [...running, outcomes('apply', 'applied', 'applied', 'applied')]
    expect(decided(done, retry)).toEqual(refused('collective-nothing-failed', { actId }))
  })
})

describe('an act over many accords that is revoked', () => {
  const half = [...running, outcomes('apply', 'applied', 'skipped'), stop]

  test('goes back through the accords it was applied to', () => {
    expect(types(half, revoke)).toEqual(['CollectiveRevocationStarted'])
    expect(act([...half, revoke])).toMatchObject({
      ...{ status: 'running', way: 'revoke', revocation: { of: 1, notReached: 1 } },
    })
    expect(types([...half, revoke], outcomes('revoke', 'applied'))).toEqual([
      'OutcomesRecorded',
      'CollectiveActRevoked',
    ])
    expect(types([...half, revoke], revoke)).toEqual([])
  })

  test('has nothing to go back through where nothing was applied', () => {
    const idle = [...running, outcomes('apply', 'skipped'), stop]
    expect(types(idle, revoke)).toEqual(['CollectiveRevocationStarted', 'CollectiveActRevoked'])
    expect(act([...idle, revoke])?.status).toBe('revoked')
  })

  test('is not under way meanwhile', () => {
    expect(decided(running, revoke)).toEqual(refused('collective-running', { actId, status: 'running' }))
    expect(decided([...half, revoke], outcomes('apply', 'applied'))).toEqual(
      refused('collective-not-running', { actId, status: 'running' }),
    )
  })

  test('tries again those that would not give back', () => {
    const failed = [...half, revoke, outcomes('revoke', 'failed')]
    expect(types(failed, retry)).toEqual(['CollectiveActRetried'])
    expect(act([...failed, retry])).toMatchObject({ attempt: 2, revocation: { counts: { failed: 0 } } })
  })

  test('moved no calendar: that is put right by another version', () => {
    const move = ask('StartCollectiveAct', {
      ...{ actId, cohort: {}, reasons: 'x' },
      body: { kind: 'calendar', calendarVersion: '2018-01-01' },
    })
    const done = [...opened, move, outcomes('apply', 'applied', 'applied', 'applied')]
    expect(decided(done, revoke)).toEqual(refused('collective-not-revocable', { actId }))
  })
})
