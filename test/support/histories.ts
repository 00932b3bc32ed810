import type { CommandRequest } from '../../domain/accord/commands.ts'
import { accordDecider } from '../../domain/accord/decide.ts'
import type { RecordedEvent } from '../../domain/accord/events.ts'
import { recordedAs } from '../../domain/accord/recorded.ts'
import { type Accord, type AccordState, initialAccord, nextDue } from '../../domain/accord/state.ts'
import type { AccordContext } from '../../domain/accord/terms.ts'
import { passing } from '../../domain/accord/timer.ts'
import { fold } from '../../domain/decider.ts'
import { hasPassed } from '../../domain/time/deadline.ts'
import { instant } from '../../domain/time/instant.ts'
import { requestsOf } from '../../operations/importFiles.ts'
import { command } from '../../schemas/commands.ts'

/** Whatever a file tells has happened by then. */
const farOff = instant('2190-01-01T00:00:00Z')

/** The acts of a file as the import asks for them. */
export function requestsIn(file: unknown): readonly CommandRequest[] {
  const read = requestsOf(file, farOff)
  if ('issues' in read) throw new Error(JSON.stringify(read.issues))
  return read.requests
}

/**
 * A history as the import records it, without a record: each act in its order, and between two of them whatever
 * deadline had passed. Throws where one is refused.
 */
export function liveOut(requests: readonly CommandRequest[], context: AccordContext) {
  const events: RecordedEvent[] = []
  let state: AccordState = initialAccord
  const run = (request: CommandRequest) => {
    const parsed = command.parse(request)
    const decision = accordDecider.decide(parsed, state, context)
    if (decision.outcome === 'refused') {
      throw new Error(`${request.accordId}, ${request.type}: ${JSON.stringify(decision.refusal)}`)
    }
    const recorded = recordedAs(parsed, state, decision.events, parsed.act.receivedAt, decision.notices)
    state = fold(accordDecider.evolve, state, recorded)
    events.push(...recorded)
  }
  for (const request of requests) {
    const at = instant(request.receivedAt)
    for (let due = nextDue(state); due && hasPassed(due, at); due = nextDue(state)) {
      run(passing(request.accordId, due, due.passesAt))
    }
    run(request)
  }
  if (state.phase === 'absent') throw new Error('an accord without a proposal')
  const lived: Accord = state
  return { events, state: lived }
}
