import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideProgramme } from '../../../domain/programme/decide.ts'
import { programmeRefusalRules } from '../../../domain/programme/refusals.ts'
import { type ProgrammeState, remaining } from '../../../domain/programme/state.ts'
import { type Lived, liveProgramme, programmeLives } from '../../support/programmeWalk.ts'

const seen = fc.sample(programmeLives, { seed: 2014, numRuns: 1_500 }).flatMap(liveProgramme)

describe('any life of a programme', () => {
  test('keeps the invariants, whatever is asked and in whatever order', () => {
    fc.assert(fc.property(programmeLives, (steps) => liveProgramme(steps).forEach(check)))
  })

  test('reaches, in the lives tried, every command, every event and every refusal a life can meet', () => {
    const commands = new Set(
      seen.filter(({ events }) => events.length > 0).map(({ command }) => command.type),
    )
    expect([...commands].sort()).toEqual([
      ...['ChangeRules', 'DraftProgramme', 'OpenProgramme', 'RecordOutcomes', 'ResumeCollectiveAct'],
      ...['RetryCollectiveAct', 'RevokeCollectiveAct', 'StartCollectiveAct', 'StopCollectiveAct'],
    ])
    const statuses = seen.flatMap(({ after }) => actsOf(after).map(({ status, way }) => `${way} ${status}`))
    expect([...new Set(statuses)].sort()).toEqual([
      ...['apply completed', 'apply running', 'apply stopped'],
      ...['revoke revoked', 'revoke running', 'revoke stopped'],
    ])
    const refusals = new Set(seen.flatMap(({ refusal }) => refusal ?? []))
    const elsewhere = [
      ...['programme-not-authorised', 'rules-other-programme', 'collective-not-revocable'],
      // The store's, not the decider's.
      'programme-command-reused',
    ]
    expect(
      Object.keys(programmeRefusalRules)
        .filter((code) => !refusals.has(code))
        .sort(),
    ).toEqual(elsewhere.sort())
  })
})

const actsOf = (state: ProgrammeState) => (state.status === 'absent' ? [] : Object.values(state.acts))

function check({ command, context, before, after, events, refusal }: Lived): void {
  if (refusal !== undefined) expect(programmeRefusalRules).toHaveProperty([refusal])
  expect(after.version).toBe(before.version + events.length)
  expect(JSON.parse(JSON.stringify(after))).toEqual(after)
  // Outcomes are told apart by the id of their command; every other act, asked again, finds the world already so.
  if (command.type !== 'RecordOutcomes') {
    const again = decideProgramme(command, after, context)
    expect(again.outcome === 'refused' || again.events.length === 0).toBe(true)
  }
  if (before.status === 'open') expect(after.status).toBe('open')
  if (after.status !== 'absent' && before.status !== 'absent') {
    expect(after.rules.version).toBeGreaterThanOrEqual(before.rules.version)
  }
  for (const act of actsOf(after)) {
    const { counts, chosen, status, revocation } = act
    expect(counts.applied + counts.skipped + counts.failed).toBeLessThanOrEqual(chosen)
    expect(remaining(act)).toBeGreaterThanOrEqual(0)
    // Completed means that nobody is left; nobody left means that it is completed, or was taken back whole.
    expect(remaining(act) === 0).toBe(status === 'completed' || status === 'revoked')
    if (revocation !== undefined) expect(revocation.of).toBe(counts.applied)
  }
}
