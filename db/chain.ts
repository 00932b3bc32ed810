import { chainHash, firstHash, type StoredEvent } from './eventCodec.ts'
import type { Finding } from './verify.ts'

/** An event with the two hashes that chain it to the one before. */
export type Linked = StoredEvent & { readonly prev_hash: Buffer; readonly hash: Buffer }

/** Chains events to a head, in their order, with the column that lists go by. `name` is the stream's. */
export function chained(
  name: string,
  headHash: Buffer,
  events: readonly { readonly stored: StoredEvent; readonly on: string }[],
) {
  let previous = headHash
  return events.map(({ stored, on }) => {
    const row = {
      ...stored,
      on_date: on,
      prev_hash: previous,
      hash: chainHash(previous, name, stored),
    }
    previous = row.hash
    return row
  })
}

/** Whether an event is what was chained to the hash before it. */
export function isIntact(previous: Buffer, name: string, row: Linked): boolean {
  return row.prev_hash.equals(previous) && row.hash.equals(chainHash(previous, name, row))
}

/** A stream as it is stored, under the name that its hashes were made with. */
export interface ChainedStream {
  readonly name: string
  readonly version: number
  readonly headHash: Buffer
  readonly events: readonly Linked[]
}

/** Where hashes, versions and the head do not agree. */
export function* brokenLinks({ name, version, headHash, events }: ChainedStream): Generator<Finding> {
  let previous: Buffer = firstHash
  let expected = 1
  for (const event of events) {
    if (event.version !== expected) {
      yield { accordId: name, code: 'version-gap', detail: `${expected} → ${event.version}` }
    }
    if (!isIntact(previous, name, event)) {
      yield { accordId: name, code: 'hash', detail: `v${event.version} ${event.type}` }
    }
    previous = event.hash
    expected = event.version + 1
  }
  if (version !== expected - 1 || !headHash.equals(previous)) {
    yield { accordId: name, code: 'head', detail: `v${version} / v${expected - 1}` }
  }
}
