import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AccordCommand } from '../../../domain/accord/commands.ts'
import { type AccordDecision, decide } from '../../../domain/accord/decide.ts'
import type { AccordEvent, RecordedEvent } from '../../../domain/accord/events.ts'
import { evolve } from '../../../domain/accord/evolve.ts'
import { exitPhases } from '../../../domain/accord/exits/parts.ts'
import { refusalRules } from '../../../domain/accord/refusals.ts'
import {
  type AccordState,
  initialAccord,
  isFinished,
  isPending,
  nextDue,
  type Obligation,
} from '../../../domain/accord/state.ts'
import type { AccordContext } from '../../../domain/accord/terms.ts'
import { justAfter } from '../../../domain/accord/timer.ts'
import { accept, fold } from '../../../domain/decider.ts'
import { isStanding } from '../../../domain/time/adjustments.ts'
import { addDays } from '../../../domain/time/localDate.ts'
import { eventData, eventTypes } from '../../../schemas/events.ts'
import { commandOf, contextOf, type Walk, walks } from '../../support/accordWalk.ts'
import { written } from '../../support/accordWalkData.ts'
import { checkApprovals } from '../../support/approvalInvariants.ts'
import { checkDerivations } from '../../support/derivationInvariants.ts'
import { afterTheEnd, checkRecoveries, isEnded } from '../../support/exitInvariants.ts'
import { passes } from '../../support/fixtures.ts'
import { record } from '../../support/given.ts'
import { checkMoney } from '../../support/moneyInvariants.ts'
import { wander } from '../../support/wander.ts'

type Decide = typeof decide

/** Everything that must hold after each step of a life, whatever was asked, in whatever order. */
function live(walk: Walk, judge: Decide = decide): { state: AccordState; events: RecordedEvent[] } {
  let state: AccordState = initialAccord
  let today = walk.startsOn
  const stream: RecordedEvent[] = []
  for (const [place, step] of walk.steps.entries()) {
    const context = contextOf(walk, place)
    today = written(addDays(today, step.days))
    const command = commandOf(step, state, today)
    const decision = judge(command, state, context)
    const recorded = record(command, state, decision.outcome === 'accepted' ? decision.events : [])
    const next = fold(evolve, state, recorded)
    stream.push(...recorded)
    checkDecision(decision, state)
    checkAgain(judge(command, next, context))
    checkVersions(state, next, recorded)
    checkDates(state, next, recorded)
    checkDerivations(obligations(next))
    checkPhases(next, stream)
    checkApprovals(command, state, recorded, stream)
    state = next
  }
  expect(fold(evolve, initialAccord, stream)).toEqual(state)
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  drain(state, contextOf(walk, walk.steps.length), judge)
  return { state, events: stream }
}

function checkDecision(decision: AccordDecision, state: AccordState): void {
  if (decision.outcome === 'refused') {
    expect(refusalRules).toHaveProperty([decision.refusal.code], decision.refusal.rule)
    return
  }
  const reopens = decision.events.some(({ type }) => type === 'DecisionReversed' || type === 'AccordReopened')
  const isRight = decision.events.some(({ type }) => afterTheEnd.includes(type))
  if (isEnded(state) && !reopens && !isRight) expect(decision.events).toEqual([])
  for (const { type, data } of decision.events) {
    expect(eventData[type].parse(JSON.parse(JSON.stringify(data)))).toEqual(data)
  }
}

/** Idempotent: the same command again finds the world already so, or is refused. */
function checkAgain(second: AccordDecision): void {
  expect(second.outcome === 'refused' || second.events.length === 0).toBe(true)
}

function checkVersions(before: AccordState, after: AccordState, events: readonly RecordedEvent[]): void {
  expect(after.version).toBe(before.version + events.length)
  expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => before.version + index + 1))
}

// Neither an extension, nor a report that follows, nor a suspension ever shortens; a revocation may.
// An answer received in time, processed after its timer, has stopped the clock for fewer days.
const answers = ['PlanIntegrationSupplied', 'ReportIntegrationSupplied', 'SuspensionEnded']
const goesBack = ['ExtensionRevoked', 'SuspensionRevoked', 'DateCorrected', 'DecisionReversed', ...answers]

function checkDates(before: AccordState, after: AccordState, events: readonly RecordedEvent[]): void {
  const all = obligations(after)
  for (const { effective, nominal } of all) expect(effective >= nominal).toBe(true)
  for (const old of obligations(before)) {
    const now = all.find(({ id }) => id === old.id)
    expect(now).toBeDefined()
    if (now === undefined) continue
    const isRevoked = events.some(({ type }) => goesBack.includes(type))
    // What a reversed decision had set, and lifted, may be set anew to any day.
    expect(isRevoked || old.status === 'lifted' || now.nominal >= old.nominal).toBe(true)
    expect(now.revision).toBeGreaterThanOrEqual(old.revision)
    expect(now.history.slice(0, old.history.length)).toEqual(old.history)
    // A timer asks once for each revision: one that was answered is never armed again.
    if (old.status !== 'open' && now.status === 'open') expect(now.revision).toBeGreaterThan(old.revision)
    checkHold(old, now, after)
  }
  for (const event of events) {
    if (event.type !== 'ExtensionGranted') continue
    for (const { deadlineId, fromNominal, toNominal } of event.data.effects) {
      // A report to which another extension gave a later day of its own stays there.
      expect(toNominal > fromNominal || (deadlineId === 'finalReport' && toNominal === fromNominal)).toBe(
        true,
      )
    }
  }
  checkDue(after, all)
}

/** A pending request holds what it holds until it is decided, or the act that was owed has come. */
function checkHold(old: Obligation, now: Obligation, after: AccordState): void {
  if (old.heldBy === undefined || after.phase === 'absent' || now.heldBy === old.heldBy) return
  const { extensions } = after
  // Granted in part, and waiting for its addendum, it holds that part alone.
  const waits = (id: string) =>
    Object.values(extensions).some(
      (one) => one.extensionId === id && isPending(one) && one.holds.includes(old.id),
    )
  // Of two requests that hold the same, a decision that is reversed can put the other back in charge of it.
  const handedOn = now.heldBy !== undefined && waits(now.heldBy)
  expect(!waits(old.heldBy) || handedOn || ['met', 'metLate', 'lifted'].includes(now.status)).toBe(true)
}

function checkDue(state: AccordState, all: readonly Obligation[]): void {
  const due = nextDue(state)
  const open = all.filter(({ status }) => status === 'open')
  const instants = open.flatMap(({ passesAt, target, targetPassed }) =>
    target === undefined || targetPassed ? [passesAt] : [target.passesAt, passesAt],
  )
  expect(due?.passesAt).toBe(instants.sort()[0])
  if (due !== undefined) expect(open.map(({ id }) => id)).toContain(due.id)
  for (const { status, heldBy, suspendedRemainingDays, adjustments = [], target, nominal } of all) {
    if (status === 'held') expect(heldBy).toBeDefined()
    if (status === 'open') expect(heldBy).toBeUndefined()
    if (status === 'suspended') expect(adjustments.some(isStanding)).toBe(true)
    const isRunning = status === 'open' || status === 'held'
    if (isRunning) expect(suspendedRemainingDays).toBeUndefined()
    if (target !== undefined) expect(target.nominal < nominal).toBe(true)
  }
}

function checkPhases(state: AccordState, stream: readonly RecordedEvent[]): void {
  if (state.phase === 'absent') return
  const late = ['reportApproved', 'concluded', ...exitPhases]
  if (state.balance !== undefined) expect(late).toContain(state.phase)
  if (isFinished(state)) expect(nextDue(state)).toBeUndefined()
  checkRecoveries(state)
  checkMoney(state)
  expect(integrations(stream, 'Plan')).toBeLessThanOrEqual(1)
  expect(integrations(stream, 'Report')).toBeLessThanOrEqual(1)
  const once = ['AccordProposed', 'AccordEnteredIntoForce', 'AdvancePaid', 'BalancePaid', 'SentToControl']
  for (const type of once) expect(stream.filter((event) => event.type === type).length).toBeLessThanOrEqual(1)
}

/** How many integrations were asked of the version submitted last. */
function integrations(stream: readonly RecordedEvent[], subject: 'Plan' | 'Report'): number {
  const submitted = subject === 'Plan' ? 'PlanSubmitted' : 'FinalReportSubmitted'
  const last = stream.findLastIndex(({ type }) => type === submitted)
  return stream.slice(last + 1).filter(({ type }) => type === `${subject}IntegrationRequested`).length
}

/** If nothing more is done, the timer passes what is open, one deadline at a time, and comes to an end. */
function drain(state: AccordState, context: AccordContext, judge: Decide): void {
  let left = state
  // Each report that passes sets the next until the activities end, which silence may extend to the end of the century.
  const reportsToCome = state.phase === 'absent' || state.rules.monitoring === undefined ? 0 : 400
  for (let turns = 4 * obligations(state).length + reportsToCome; ; turns--) {
    const due = nextDue(left)
    if (due === undefined) return
    expect(turns).toBeGreaterThan(0)
    const pass = passes(due.id, '2099-12-31', due.revision)
    const data = { ...pass.data, ...(due.tier && { tier: due.tier }) }
    const command = { ...pass, data, act: { ...pass.act, receivedAt: justAfter(due.passesAt) } }
    const decision = judge(command, left, context)
    expect(decision).toHaveProperty('events.length')
    left = fold(evolve, left, record(command, left, decision.outcome === 'accepted' ? decision.events : []))
    expect(nextDue(left)).not.toBe(due)
  }
}

function obligations(state: AccordState): readonly Obligation[] {
  return state.phase === 'absent' ? [] : Object.values(state.obligations)
}

/** Every phase that a life went through, the one before its proposal first. */
// A busy machine may take several times as long as an idle one.
const patience = { timeout: 120_000 }

describe('any life of an accord', patience, () => {
  test('keeps the invariants, whatever is asked and in whatever order', () => {
    fc.assert(
      fc.property(walks, (walk) => void live(walk)),
      { numRuns: 250 },
    )
  })

  test('reaches, in the lives tried, every phase and every event', () => {
    const lives = fc.sample(walks, { seed: 2014, numRuns: 4_000 }).map(wander)
    const seen = new Set(lives.flatMap(({ events }) => events))
    expect([...seen].sort()).toEqual([...eventTypes].sort())
    expect(new Set(lives.flatMap(({ phases }) => phases)).size).toBe(16)
    const concluded = lives.filter(({ events }) => events.includes('AccordConcluded'))
    expect(concluded.length).toBeGreaterThan(10)
  })
})

/** A decider with one rule broken, as a bug would break it. */
function broken(change: (event: AccordEvent, command: AccordCommand) => AccordEvent): Decide {
  return (command, state, context) => {
    const decision = decide(command, state, context)
    if (decision.outcome === 'refused') return decision
    return { ...decision, events: decision.events.map((event) => change(event, command)) }
  }
}

describe('the invariants notice', patience, () => {
  const notices = (judge: Decide) =>
    fc.check(
      fc.property(walks, (walk) => void live(walk, judge)),
      { seed: 2014, numRuns: 500, endOnFailure: true },
    ).failed

  test('nothing in a decider that is right', () => {
    expect(notices(broken((event) => event))).toBe(false)
  })

  test('an extension that shortens', () => {
    const shortens = broken((event) => {
      if (event.type !== 'DeadlineMoved' || event.data.cause !== 'extension') return event
      const nominal = addDays(event.data.deadline.nominal, -200)
      return { ...event, data: { ...event.data, deadline: { ...event.data.deadline, nominal } } }
    })
    expect(notices(shortens)).toBe(true)
  })

  test('an effective date before the nominal one', () => {
    const early = broken((event) => {
      if (event.type !== 'DeadlineSet') return event
      const effective = addDays(event.data.deadline.nominal, -1)
      return { ...event, data: { deadline: { ...event.data.deadline, effective } } }
    })
    expect(notices(early)).toBe(true)
  })

  test('a balance paid before the approval', () => {
    const pays: Decide = (command, state, context) =>
      command.type === 'PayBalance' && state.phase !== 'absent' && state.balance === undefined
        ? accept([{ type: 'BalancePaid', data: command.data }])
        : decide(command, state, context)
    expect(notices(pays)).toBe(true)
  })

  test('a decision that is not idempotent', () => {
    const repeats: Decide = (command, state, context) =>
      command.type === 'SignalMilestone' && state.phase !== 'absent'
        ? accept([{ type: 'MilestoneSignalled', data: command.data }])
        : decide(command, state, context)
    expect(notices(repeats)).toBe(true)
  })

  test('an act accepted after the conclusion', () => {
    const late: Decide = (command, state, context) =>
      state.phase === 'concluded' && state.regionalActs.length < 3
        ? accept([{ type: 'RegionalActRecorded', data: { title: `${state.regionalActs.length}` } }])
        : decide(command, state, context)
    expect(notices(late)).toBe(true)
  })

  test('an event that the store could not read back', () => {
    expect(
      notices(
        broken((event) =>
          event.type === 'AdvancePaid'
            ? { ...event, data: { amount: { cents: 0.5, currency: 'EUR' } } }
            : event,
        ),
      ),
    ).toBe(true)
  })
})
