import type { Pool } from 'pg'
import { type Append, append, type CommandRecord, load } from '../db/eventStore.ts'
import { accordDecider } from '../domain/accord/decide.ts'
import { type AccordState, initialAccord } from '../domain/accord/state.ts'
import { fold } from '../domain/decider.ts'

/** A stream folded as far as it goes. */
export interface Folded {
  readonly state: AccordState
  readonly headHash: Buffer
}

/** An accord weighs some tens of kilobytes: a full cache stays within some tens of megabytes. */
const mostKept = 1_000

/**
 * The states that this process folded last. A kept state is used only where the stream still continues
 * from it: its version and hash are compared with the stream's head on every read, so that a state
 * cannot be wrong, only old, and then the events since are folded on top.
 */
export class Streams {
  readonly #kept = new Map<string, Folded>()

  /** The accord as it stands, and what is known of a command id; one round trip where nothing is amiss. */
  async read(
    pool: Pool,
    accordId: string,
    commandId: string,
  ): Promise<Folded & { readonly known: CommandRecord | undefined }> {
    const kept = this.#kept.get(accordId)
    const from = kept ?? { state: initialAccord, headHash: undefined }
    const { events, follows, head, known } = await load(pool, accordId, commandId, from.state.version)
    const continues = from.state.version + events.length === head.version
    const joint = follows ?? head.hash
    if (!continues || (kept !== undefined && !kept.headHash.equals(joint))) {
      // The stream is not the one this state came from, as after a restore: read it whole.
      this.#kept.delete(accordId)
      if (kept !== undefined) return this.read(pool, accordId, commandId)
      throw new Error(`${accordId}: the stream's head is at ${head.version}, its events are not`)
    }
    const folded = { state: fold(accordDecider.evolve, from.state, events), headHash: head.hash }
    this.#keep(accordId, folded)
    return { ...folded, known }
  }

  /** Appends what was judged on a folded stream, and keeps the state it leaves. */
  async append(
    pool: Pool,
    { state: before, headHash }: Folded,
    { state, events, commands }: Pick<Append, 'state' | 'events' | 'commands'>,
  ): Promise<'appended' | 'conflict'> {
    const { accordId } = state
    const expected = { version: before.version, headHash, state: before }
    const written = await append(pool, { accordId, before: expected, state, events, commands })
    if (written.outcome === 'appended') this.#keep(accordId, { state, headHash: written.headHash })
    return written.outcome
  }

  #keep(accordId: string, folded: Folded): void {
    this.#kept.delete(accordId)
    this.#kept.set(accordId, folded)
    if (this.#kept.size > mostKept) {
      const [oldest] = this.#kept.keys()
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
  }
}
