import fc from 'fast-check'
import type { AccordCommand, CommandType } from '../../domain/accord/commands.ts'
import { decide } from '../../domain/accord/decide.ts'
import type { EventType, RecordedEvent } from '../../domain/accord/events.ts'
import { evolve } from '../../domain/accord/evolve.ts'
import { recordedAs } from '../../domain/accord/recorded.ts'
import {
  type AccordState,
  entry,
  initialAccord,
  isRunning,
  type PhaseName,
} from '../../domain/accord/state.ts'
import type { AccordContext } from '../../domain/accord/terms.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { addDays, type LocalDate } from '../../domain/time/localDate.ts'
import { commandTypes } from '../../schemas/commands.ts'
import { commandOf, contextOf, walks } from '../support/accordWalk.ts'
import { type Step, written } from '../support/accordWalkData.ts'
import { everyCase } from '../support/everyCase.ts'
import { exitContext } from '../support/exitFixtures.ts'
import { zone } from '../support/fixtures.ts'
import { crossings } from './crossings.ts'
import { type Families, familiesOf } from './families.ts'

type Phase = PhaseName | 'absent'

/** An act that was accepted and left the accord in another phase. */
export interface PhaseChange {
  readonly from: Phase
  readonly to: Phase
  readonly command: CommandType
  /** The kind of the deadline that passed, where the act is the timer's. */
  readonly deadline?: string
  /** The events after which the phase was another. */
  readonly events: readonly EventType[]
}

/** An event that left an extension, a deadline or the like with another status; `none` is before and after it is. */
export interface StatusChange {
  readonly family: string
  readonly from: string
  readonly to: string
  readonly event: EventType
}

/** What the decider did with the commands that were tried on it. */
export interface Found {
  readonly phases: ReadonlyMap<string, PhaseChange>
  readonly statuses: ReadonlyMap<string, StatusChange>
  /** Each command with the phases in which it was accepted with events. */
  readonly accepted: ReadonlyMap<CommandType, ReadonlySet<Phase>>
  readonly events: ReadonlySet<EventType>
}

interface Place {
  readonly state: AccordState
  readonly today: LocalDate
  readonly context: AccordContext
}

interface Taken extends Place {
  readonly refusal?: string
}

/** How far a search goes: whole random lives first, then every command on each kind of state that they met. */
export interface Reach {
  readonly seed: number
  readonly lives: number
  /** How many states with the same feature are tried in depth. */
  readonly perFeature: number
  /** How often each command is tried on each of them, with other data and dates. */
  readonly tries: number
}

/** Lives as they come would miss the rare turns, so each state unlike the others is also tried with every command. */
export function explore({ seed, lives, perFeature, tries }: Reach): Found {
  const search = new Search(perFeature)
  const sample = fc.sample(walks, { seed, numRuns: lives })
  for (const walk of sample) {
    let place: Place = { state: initialAccord, today: walk.startsOn, context: contextOf(walk, 0) }
    for (const [index, step] of walk.steps.entries()) {
      place = search.take({ ...place, context: contextOf(walk, index) }, step)
    }
  }
  for (const { from } of Object.values(everyCase)) search.follow(from, exitContext)
  for (const { history, context } of crossings) search.follow(history, context)
  search.deepen(
    sample.flatMap((walk) => walk.steps),
    tries,
  )
  return search
}

class Search implements Found {
  readonly phases = new Map<string, PhaseChange>()
  readonly statuses = new Map<string, StatusChange>()
  readonly accepted = new Map<CommandType, Set<Phase>>()
  readonly events = new Set<EventType>()
  /** Grows while it is gone through: what a new state leads to is tried in its turn. */
  readonly places: Place[] = []
  readonly #seen = new Map<string, number>()
  readonly #perFeature: number

  constructor(perFeature: number) {
    this.#perFeature = perFeature
  }

  /** Tries each command on each place with the data of one step after the other. */
  deepen(steps: readonly Step[], tries: number): void {
    let used = 0
    for (const place of this.places) {
      for (const index of commandTypes.keys()) {
        let refusals: string[] = []
        for (let time = 0; time < tries && !isSettled(refusals); time += 1) {
          const step = steps[used++ % steps.length]
          if (step === undefined) throw new Error('no random life has a step')
          const pick = index + commandTypes.length * step.pick
          const { refusal } = this.take(place, { ...step, sensible: false, pick, actor: 0 }, time % 2 === 1)
          refusals = refusal === undefined ? [] : [...refusals, refusal]
        }
      }
    }
  }

  /** `crossing`: the act had come in when the timer fired, as can happen to acts that are processed later. */
  take({ state, today, context }: Place, step: Step, crossing = false): Taken {
    const day = written(addDays(today, step.days))
    const tried = commandOf(step, state, day)
    const command = crossing ? inTimeForWhatIsPast(tried, state, step) : tried
    const decision = decide(command, state, context)
    if (decision.outcome === 'refused') {
      return { state, today: day, context, refusal: decision.refusal.code }
    }
    const after = this.#accepted(
      command,
      state,
      recordedAs(command, state, decision.events, command.act.receivedAt),
    )
    const place = { state: after, today: day, context }
    this.#keep(place)
    return place
  }

  /** The history of a case of the specs: the rare states that somebody thought of. */
  follow(history: readonly (AccordCommand | RecordedEvent)[], context: AccordContext): void {
    let state = initialAccord
    for (const item of history) {
      if ('version' in item) {
        state = evolve(state, item)
        continue
      }
      const decision = decide(item, state, context)
      if (decision.outcome === 'refused') throw new Error(`${item.type}: ${JSON.stringify(decision.refusal)}`)
      state = this.#accepted(item, state, recordedAs(item, state, decision.events, item.act.receivedAt))
      this.#keep({ state, today: localDateOf(item.act.receivedAt, zone), context })
    }
  }

  #accepted(command: AccordCommand, before: AccordState, recorded: readonly RecordedEvent[]): AccordState {
    let state = before
    const turns: EventType[] = []
    for (const event of recorded) {
      const next = evolve(state, event)
      if (next.phase !== state.phase) turns.push(event.type)
      this.events.add(event.type)
      this.#compare(event.type, familiesOf(state), familiesOf(next))
      state = next
    }
    if (recorded.length > 0) setOf(this.accepted, command.type).add(before.phase)
    if (state.phase === before.phase) return state
    const deadline = passed(command, before)
    const change = { from: before.phase, to: state.phase, command: command.type, ...deadline, events: turns }
    this.phases.set(Object.values(change).flat().join(' '), change)
    return state
  }

  #compare(event: EventType, before: Families, after: Families): void {
    for (const family of new Set([...Object.keys(before), ...Object.keys(after)])) {
      const [was, is] = [before[family] ?? {}, after[family] ?? {}]
      for (const id of new Set([...Object.keys(was), ...Object.keys(is)])) {
        const [from, to] = [entry(was, id) ?? 'none', entry(is, id) ?? 'none']
        if (from !== to) this.statuses.set(`${family} ${from} ${to} ${event}`, { family, from, to, event })
      }
    }
  }

  #keep(place: Place): void {
    const features = featuresOf(place.state)
    const seen = features.map((feature) => this.#seen.get(feature) ?? 0)
    if (!seen.some((count) => count < this.#perFeature)) return
    for (const [index, feature] of features.entries()) this.#seen.set(feature, (seen[index] ?? 0) + 1)
    this.places.push(place)
  }
}

/** What a state holds, how it stands, and the phase that an undoing would bring back: each with the state's phase. */
function featuresOf(state: AccordState): string[] {
  const statuses = Object.entries(familiesOf(state)).flatMap(([family, items]) =>
    Object.values(items).map((status) => `${family} ${status}`),
  )
  const obligations = state.phase === 'absent' ? [] : Object.values(state.obligations)
  const kinds = obligations.map(({ kind, status }) => `${kind} ${status}`)
  const earlier: string[] = []
  return [...new Set([...Object.keys(state), ...statuses, ...kinds, ...earlier])].map(
    (what) => `${state.phase} ${what}`,
  )
}

/** Refused three times on end, always for the same reason: other data will hardly change it. */
function isSettled(refusals: readonly string[]): boolean {
  return refusals.length >= 3 && new Set(refusals).size === 1
}

/** The same act, received in the last instant of one of the deadlines that do not run any more. */
function inTimeForWhatIsPast(command: AccordCommand, state: AccordState, { name }: Step): AccordCommand {
  if (state.phase === 'absent' || command.type === 'PassDeadline') return command
  const past = Object.values(state.obligations).filter((obligation) => !isRunning(obligation))
  const one = past[name % Math.max(1, past.length)]
  if (one === undefined || one.passesAt > '2099') return command
  const on = { ...command.act.on, date: localDateOf(one.passesAt, zone) }
  return { ...command, act: { ...command.act, on, receivedAt: one.passesAt } }
}

function passed(command: AccordCommand, state: AccordState): { readonly deadline?: string } {
  if (command.type !== 'PassDeadline' || state.phase === 'absent') return {}
  const obligation = entry(state.obligations, command.data.deadlineId)
  return obligation === undefined ? {} : { deadline: obligation.kind }
}

function setOf<K, V>(sets: Map<K, Set<V>>, key: K): Set<V> {
  const set = sets.get(key) ?? new Set<V>()
  sets.set(key, set)
  return set
}
