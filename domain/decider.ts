/**
 * The one pattern every aggregate follows: commands are judged against the state the events left,
 * and only recorded events change the state.
 */
export interface Decider<Command, Event, Recorded extends Event, State, Context, Refusal> {
  readonly initial: State
  /** Pure and idempotent: accepts with zero events when the world already is as the command wants it. */
  decide(command: Command, state: State, context: Context): Decision<Event, Refusal>
  /** Total over recorded events: never throws, never looks at a clock. */
  evolve(state: State, event: Recorded): State
}

/** Something odd about an accepted act: shown to people, never a reason to block it. */
export interface Notice {
  readonly code: string
  readonly params: Params
}

export type Params = Readonly<Record<string, string | number>>

export interface Accepted<Event> {
  readonly outcome: 'accepted'
  readonly events: readonly Event[]
  readonly notices: readonly Notice[]
}

export interface Refused<Refusal> {
  readonly outcome: 'refused'
  readonly refusal: Refusal
}

export type Decision<Event, Refusal> = Accepted<Event> | Refused<Refusal>

export function accept<Event>(events: readonly Event[], notices: readonly Notice[] = []): Accepted<Event> {
  return { outcome: 'accepted', events, notices }
}

export function fold<State, Event>(
  evolve: (state: State, event: Event) => State,
  state: State,
  events: readonly Event[],
): State {
  return events.reduce(evolve, state)
}
