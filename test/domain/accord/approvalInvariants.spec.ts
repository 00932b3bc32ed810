import { expect, test } from 'vitest'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import { decide } from '../../../domain/accord/decide.ts'
import type { RecordedEvent } from '../../../domain/accord/events.ts'
import { evolve } from '../../../domain/accord/evolve.ts'
import { type AccordState, initialAccord } from '../../../domain/accord/state.ts'
import { fold } from '../../../domain/decider.ts'
import { certifiedContext, certifies, prepares } from '../../support/approvalFixtures.ts'
import { checkApprovals } from '../../support/approvalInvariants.ts'
import { carrying, file } from '../../support/documentCases.ts'
import { approvePlan, context, ministry, planUnderReview } from '../../support/fixtures.ts'
import { record } from '../../support/given.ts'

// Controls for what the random lives check of every decision: each is broken once, and must be noticed.
const approves = prepares('d-1', '2018-03-20', 'ApprovePlan', { conditions: [] })
const life = [...planUnderReview, carrying(approves, file('a', { documentId: 'decreto' }))]
const certification = certifies('d-1', '2018-03-22')

function lived(commands: readonly AccordCommand[]): { state: AccordState; stream: RecordedEvent[] } {
  let state: AccordState = initialAccord
  const stream: RecordedEvent[] = []
  for (const command of commands) {
    const decision = decide(command, state, certifiedContext)
    if (decision.outcome === 'refused') throw new Error(decision.refusal.code)
    const recorded = record(command, state, decision.events)
    stream.push(...recorded)
    state = fold(evolve, state, recorded)
  }
  return { state, stream }
}

const before = lived(life)
const after = lived([...life, certification])
const certified = after.stream.slice(before.stream.length)

const checking = (change: (event: RecordedEvent) => RecordedEvent, state = before.state) => {
  const changed = certified.map(change)
  return () => checkApprovals(certification, state, changed, [...before.stream, ...changed])
}

test('a right certification passes', () => {
  expect(checking((event) => event)).not.toThrow()
})

test('a certification by who prepared it is noticed', () => {
  expect(checking((event) => ({ ...event, act: { ...event.act, actor: ministry } }))).toThrow()
})

test('a certification on another version is noticed', () => {
  const { state } = before
  if (!('plan' in state)) throw new Error('no plan')
  const next = { ...state, plan: { ...state.plan, version: 2 } }
  expect(checking((event) => event, next as AccordState)).toThrow()
})

test('a certification on another document is noticed', () => {
  const { state } = lived(
    planUnderReview.map((command) => carrying(command, file('b', { documentId: 'decreto' }))),
  )
  expect(checking((event) => event, state)).toThrow()
})

test('a second certification is noticed', () => {
  expect(() =>
    checkApprovals(certification, before.state, certified, [...after.stream, ...certified]),
  ).toThrow()
})

test('a decision taken by one act is noticed', () => {
  const uncertified = decide(
    approvePlan,
    { ...before.state, rules: context.programmes.prova } as never,
    context,
  )
  if (uncertified.outcome === 'refused') throw new Error(uncertified.refusal.code)
  const recorded = record(approvePlan, before.state, uncertified.events)
  expect(() => checkApprovals(approvePlan, before.state, recorded, recorded)).toThrow()
})
