import type { Notice } from '../decider.ts'
import type { Instant } from '../time/instant.ts'
import type { AccordCommand } from './commands.ts'
import type { AccordEvent, RecordedEvent } from './events.ts'
import type { AccordState } from './state.ts'

/** What a command brought about, as the stream of its accord records it: versions go on without gaps. */
export function recordedAs(
  { accordId, commandId, act }: AccordCommand,
  before: AccordState,
  events: readonly AccordEvent[],
  recordedAt: Instant,
  notices: readonly Notice[] = [],
): RecordedEvent[] {
  return events.map((event, index) => ({
    ...event,
    accordId,
    version: before.version + index + 1,
    commandId,
    act,
    // Oddities belong to the act: its first event carries them.
    notices: index === 0 ? notices : [],
    recordedAt,
  }))
}
