import { decide } from '../../domain/accord/decide.ts'
import type { RecordedEvent } from '../../domain/accord/events.ts'
import { evolve } from '../../domain/accord/evolve.ts'
import { type AccordState, initialAccord } from '../../domain/accord/state.ts'
import { addDays } from '../../domain/time/localDate.ts'
import { commandOf, contextOf, type Walk } from './accordWalk.ts'
import { written } from './accordWalkData.ts'
import { record } from './given.ts'

/** Where a life has been and what happened in it, with none of the checks: many can be lived in a second. */
export function wander({ startsOn, ...walk }: Walk) {
  let [state, today]: [AccordState, Walk['startsOn']] = [initialAccord, startsOn]
  const [phases, events] = [new Set<AccordState['phase']>([state.phase]), new Set<RecordedEvent['type']>()]
  for (const [place, step] of walk.steps.entries()) {
    today = written(addDays(today, step.days))
    const command = commandOf(step, state, today)
    const decision = decide(command, state, contextOf({ startsOn, ...walk }, place))
    if (decision.outcome === 'refused') continue
    for (const event of record(command, state, decision.events)) {
      state = evolve(state, event)
      phases.add(state.phase)
      events.add(event.type)
    }
  }
  return { phases: [...phases], events: [...events] }
}
