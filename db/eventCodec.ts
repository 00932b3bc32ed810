import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { z } from 'zod'
import type { AccordEvent, EventType, RecordedEvent } from '../domain/accord/events.ts'
import { eventData, storedAct, storedNotices } from '../schemas/events.ts'
import { movedKeepsItsTerm } from './upcasters.ts'

/** Turns the data of one stored version of an event type into the next version. */
export type Upcaster = (data: unknown) => unknown

/** For each event type, the steps from version 1 up: `[v1 -> v2, v2 -> v3]`. A type not listed is at version 1. */
export type Upcasters = Readonly<Partial<Record<EventType, readonly Upcaster[]>>>

export const upcasters: Upcasters = {
  DeadlineMoved: [movedKeepsItsTerm],
}

/** An event's stored columns, without the ones that only the database knows. */
export interface StoredEvent {
  readonly version: number
  readonly command_id: string
  readonly type: string
  readonly schema_version: number
  readonly data: unknown
  readonly act: unknown
  readonly notices: unknown
  readonly recorded_at: string
}

/** A stream that cannot be read is a fault: nothing is decided on a guess, and nothing is written. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent'
}

export function schemaVersion(type: EventType, steps: Upcasters = upcasters): number {
  return (steps[type]?.length ?? 0) + 1
}

export function encode(event: RecordedEvent): StoredEvent {
  return {
    version: event.version,
    command_id: event.commandId,
    type: event.type,
    schema_version: schemaVersion(event.type),
    data: event.data,
    act: event.act,
    notices: event.notices,
    recorded_at: event.recordedAt,
  }
}

/** Upcasts to the latest version and checks it; throws UnreadableEvent naming the event and the field. */
export function decode(accordId: string, stored: StoredEvent, steps: Upcasters = upcasters): RecordedEvent {
  const at = `${accordId} v${stored.version} ${stored.type}@${stored.schema_version}`
  if (!Object.hasOwn(eventData, stored.type)) throw new UnreadableEvent(`${at}: unknown event type`)
  const type = stored.type as EventType
  const latest = schemaVersion(type, steps)
  if (stored.schema_version > latest) {
    throw new UnreadableEvent(`${at}: written by a newer accordi, this one knows version ${latest}`)
  }
  const pending = (steps[type] ?? []).slice(stored.schema_version - 1)
  const upcast = pending.reduce((data, step) => step(data), stored.data)
  return {
    ...({ type, data: parse(at, eventData[type] as z.ZodType, upcast) } as AccordEvent),
    accordId,
    version: stored.version,
    commandId: stored.command_id,
    act: parse(at, storedAct, stored.act),
    notices: parse(at, storedNotices, stored.notices),
    recordedAt: stored.recorded_at as RecordedEvent['recordedAt'],
  }
}

function parse<T>(at: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new UnreadableEvent(`${at}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
}

/** The hash before the first event of every stream. */
export const firstHash = Buffer.alloc(32)

/** The event's canonical JSON (RFC 8785), exactly as stored: the text that its hash is taken over. */
export function hashedText(accordId: string, stored: StoredEvent): string {
  const { version, command_id, type, schema_version, data, act, notices, recorded_at } = stored
  const whole = { accordId, version, command_id, type, schema_version, data, act, notices, recorded_at }
  return canonicalize(whole) ?? ''
}

/**
 * SHA-256 over the previous hash and the event's canonical JSON, exactly as stored: an upcast never changes a hash.
 * Anyone with the columns can compute it again.
 */
export function chainHash(previous: Buffer, accordId: string, stored: StoredEvent): Buffer {
  return createHash('sha256').update(previous).update(hashedText(accordId, stored)).digest()
}
