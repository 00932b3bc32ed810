import { expect } from 'vitest'
import type { AccordCommand } from '../../domain/accord/commands.ts'
import { type AccordDecision, decide } from '../../domain/accord/decide.ts'
import type { AccordEvent, EventType, RecordedEvent } from '../../domain/accord/events.ts'
import { evolve } from '../../domain/accord/evolve.ts'
import type { noticeCodes } from '../../domain/accord/notices.ts'
import { recordedAs } from '../../domain/accord/recorded.ts'
import { type RefusalCode, refusalRules } from '../../domain/accord/refusals.ts'
import { type Accord, type AccordState, initialAccord, type Obligation } from '../../domain/accord/state.ts'
import type { AccordContext } from '../../domain/accord/terms.ts'
import { fold, type Params } from '../../domain/decider.ts'
import { context as fixtureContext } from './fixtures.ts'

type NoticeCode = (typeof noticeCodes)[number]

/** An event's type and as much of its data as the spec is about. */
export type Expected = readonly [type: EventType, data?: object]

/** The events of an accepted command as the store would record them. */
export function record(
  command: AccordCommand,
  before: AccordState,
  events: readonly AccordEvent[],
): RecordedEvent[] {
  return recordedAs(command, before, events, command.act.receivedAt)
}

/** The state a history leaves. Throws where a command of it is refused: the spec would test nothing. */
export function stateAfter(
  history: readonly (AccordCommand | RecordedEvent)[],
  context = fixtureContext,
): AccordState {
  return history.reduce<AccordState>((state, item) => {
    if ('version' in item) return evolve(state, item)
    const decision = decide(item, state, context)
    if (decision.outcome === 'refused')
      throw new Error(`given ${item.type}: ${JSON.stringify(decision.refusal)}`)
    return fold(evolve, state, record(item, state, decision.events))
  }, initialAccord)
}

/** `given(history).when(command).then(events | refusal)`: history may be commands or recorded events. */
export function given(...history: readonly (AccordCommand | RecordedEvent)[]) {
  return {
    when(command: AccordCommand, context: AccordContext = fixtureContext): When {
      const state = stateAfter(history, context)
      return new When(command, state, decide(command, state, context))
    },
  }
}

class When {
  readonly #command: AccordCommand
  readonly #before: AccordState
  readonly #decision: AccordDecision

  constructor(command: AccordCommand, before: AccordState, decision: AccordDecision) {
    this.#command = command
    this.#before = before
    this.#decision = decision
  }

  /** Accepted with exactly these events, in this order. */
  // biome-ignore lint/suspicious/noThenProperty: the word of the trade; what it returns is not thenable.
  then(...expected: readonly Expected[]): Then {
    const events = this.#accepted()
    expect(events.map(({ type }) => type)).toEqual(expected.map(([type]) => type))
    expect(events).toMatchObject(expected.map(([type, data = {}]) => ({ type, data })))
    return this.accepted()
  }

  /** Accepted, the world being already so. */
  nothing(): void {
    expect(this.#accepted()).toEqual([])
  }

  accepted(): Then {
    const events = this.#accepted()
    const notices = this.#decision.outcome === 'accepted' ? this.#decision.notices : []
    return new Then(fold(evolve, this.#before, record(this.#command, this.#before, events)), notices)
  }

  /** Refused with this code, these parameters and the rule that the code cites. */
  refused(code: RefusalCode, params: Params = {}): void {
    const refusal = { code, params, rule: refusalRules[code] }
    expect(this.#decision).toEqual({ outcome: 'refused', refusal })
  }

  #accepted(): readonly AccordEvent[] {
    expect(this.#decision).toMatchObject({ outcome: 'accepted' })
    return this.#decision.outcome === 'accepted' ? this.#decision.events : []
  }
}

/** What an accepted command left: the state, and the oddities it carried. */
class Then {
  readonly state: AccordState
  readonly #notices: readonly unknown[]

  constructor(state: AccordState, notices: readonly unknown[]) {
    this.state = state
    this.#notices = notices
  }

  noting(code: NoticeCode, params: Params = {}): this {
    expect(this.#notices).toContainEqual({ code, params })
    return this
  }

  withoutNotices(): this {
    expect(this.#notices).toEqual([])
    return this
  }

  leaving(accord: Partial<Accord>): this {
    expect(this.state).toMatchObject(accord)
    return this
  }

  owing(deadlineId: string, obligation: Partial<Obligation>): this {
    expect(obligationOf(this.state, deadlineId)).toMatchObject(obligation)
    return this
  }
}

/** Throws where there is none. */
export function obligationOf(state: AccordState, deadlineId: string): Obligation {
  const obligation = state.phase === 'absent' ? undefined : state.obligations[deadlineId]
  if (obligation === undefined) throw new Error(`no obligation ${deadlineId}`)
  return obligation
}

// The deadline events, as short as specs need them.
type Dates = { readonly nominal: string; readonly effective?: string; readonly [key: string]: unknown }

export const set = (id: string, dates: Dates): Expected => [
  'DeadlineSet',
  { deadline: { id, effective: dates.nominal, ...dates } },
]
export const moved = (id: string, cause: string, dates: Dates): Expected => [
  'DeadlineMoved',
  { cause, deadline: { id, effective: dates.nominal, ...dates } },
]
export const met = (deadlineId: string): Expected => [
  'DeadlineMet',
  { deadlineId, inTime: true, daysLate: 0 },
]
export const metLate = (deadlineId: string, daysLate: number): Expected => [
  'DeadlineMet',
  { deadlineId, inTime: false, daysLate },
]
export const missed = (deadlineId: string): Expected => ['DeadlineMissed', { deadlineId }]
export const lifted = (deadlineId: string): Expected => ['DeadlineLifted', { deadlineId }]
export const suspended = (deadlineId: string, remainingDays: number): Expected => [
  'DeadlineSuspended',
  { deadlineId, remainingDays },
]
