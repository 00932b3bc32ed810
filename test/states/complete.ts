import { evolve } from '../../domain/accord/evolve.ts'
import { phaseNames } from '../../domain/accord/state.ts'
import { it } from '../../domain/text/it.ts'
import { commandTypes } from '../../schemas/commands.ts'
import { eventTypes } from '../../schemas/events.ts'
import { happened } from '../support/eventCases.ts'
import { everyCase } from '../support/everyCase.ts'
import { stateAfter } from '../support/given.ts'
import type { Found } from './explore.ts'
import { groupOf } from './families.ts'

/** What the contract knows and the search never met, each as a sentence. Empty where the diagrams are whole. */
export function gaps({ phases, statuses, accepted, events }: Found): string[] {
  const changes = [...phases.values()]
  const reached = new Set<string>(changes.map(({ to }) => to))
  const turns = new Set(changes.flatMap((change) => change.events))
  const met = new Set(
    [...statuses.values()].flatMap(({ family, from, to }) =>
      [from, to].map((status) => `${groupOf(family)}.${status}`),
    ),
  )
  return [
    ...phaseNames.filter((phase) => !reached.has(phase)).map((phase) => `no life reaches the phase ${phase}`),
    ...commandTypes.filter((type) => !accepted.has(type)).map((type) => `no life gets ${type} accepted`),
    ...eventTypes.filter((type) => !events.has(type)).map((type) => `no life leaves the event ${type}`),
    ...eventTypes
      .filter((type) => changesPhase(type) && !turns.has(type))
      .map((type) => `no life changes its phase by ${type}, though the case of that event does`),
    ...named.filter((status) => !met.has(status)).map((status) => `nothing gets the status ${status}`),
  ]
}

function changesPhase(type: (typeof eventTypes)[number]): boolean {
  const before = stateAfter(everyCase[type].from)
  return evolve(before, happened(type, everyCase[type].data, before)).phase !== before.phase
}

/** The statuses that have a name for people: the catalogue has one for each of the unions of the state. */
const named = Object.keys(it).filter(
  (key) =>
    (/^(\w+\.)?status\.\w+$/.test(key) && !/^(programme|collective)\./.test(key)) ||
    // Missing is what has never been sent, and no status of anything.
    (/^reportStatus\./.test(key) && key !== 'reportStatus.missing'),
)
