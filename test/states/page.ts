import type { CommandType } from '../../domain/accord/commands.ts'
import type { EventType } from '../../domain/accord/events.ts'
import { exitPhases } from '../../domain/accord/exits/parts.ts'
import { phaseNames } from '../../domain/accord/state.ts'
import { it } from '../../domain/text/it.ts'
import { nameOf } from '../../domain/text/render.ts'
import { commandTypes } from '../../schemas/commands.ts'
import { eventTypes } from '../../schemas/events.ts'
import { gaps } from './complete.ts'
import { explore, type Found, type PhaseChange, type Reach, type StatusChange } from './explore.ts'
import { groupOf } from './families.ts'
import { mermaid, node, plain, state } from './mermaid.ts'
import { programmeDiagrams } from './programme.ts'

/** Far enough that the phases come out the same from other random lives: the spec tries. */
export const reach: Reach = { seed: 20_141_230, lives: 500, perFeature: 1, tries: 6 }

/** They bring back whatever was before, from almost anywhere: drawn, they would hide everything else. */
const undoing: readonly EventType[] = ['DecisionReversed', 'AccordReopened']
const isUndone = ({ events }: PhaseChange) => events.some((event) => undoing.includes(event))

/** `docs/states.md`. Throws where a phase, command, event or status was never met: the page would hide it. */
export function statesPage(found: Found = explore(reach)): string {
  const missing = gaps(found)
  if (missing.length > 0) {
    const remedy =
      'Let the random lives of test/support/accordWalk*.ts try it, or add a life to test/states/crossings.ts.'
    throw new Error(`docs/states.md cannot be made whole:\n- ${missing.join('\n- ')}\n${remedy}`)
  }
  const changes = [...found.phases.values()]
  // A certified decision is the act that was prepared: it goes where the act goes.
  const drawn = changes.filter((change) => !isUndone(change) && change.command !== 'CertifyDecision')
  const isExit = ({ to }: PhaseChange) => exitPhases.some((phase) => phase === to)
  const turns = [...found.statuses.values()].filter(({ event }) => !undoing.includes(event))
  const families = [...new Set(turns.map(({ family }) => family))].sort()
  return `${[
    intro,
    '## The life of an accord',
    phaseDiagram(drawn.filter((change) => !isExit(change))),
    '## Ways out',
    waysOut,
    exitTable(drawn.filter(isExit)),
    '## Ways back',
    back,
    undoTable(found, changes.filter(isUndone)),
    ...families.flatMap((family) => [
      `## Status of ${family}`,
      statusDiagram(
        family,
        turns.filter((turn) => turn.family === family),
      ),
    ]),
    '## A programme and its acts over many accords',
    programmeIntro,
    ...programmeDiagrams(),
    '## The events in the diagrams',
    eventTable(turns),
  ].join('\n\n')}\n`
}

const intro = `# States

Made by \`npm run docs:states\` from the decider itself, and compared with it by \`npm test\`: do not edit. Random lives
from a fixed seed and the cases of the specs are decided; then every command is tried on every kind of state that they
met. What was accepted is drawn here. A decision that was prepared and is certified goes where its act goes. The Italian words are those that people read; the names beside them are those of
phases, commands and events in the code. An act that leaves the phase as it was is not drawn.`

const waysOut = `From every phase of the first column the act in the second leads out of the accord. Money to be returned keeps it
open as an obligation; \`AccordClosed\` follows when nothing is owed.`

const programmeIntro = `The second diagram is one act over many accords; \`revoke\` is its way back. Made in the same way, from random lives of
programmes.`

const back = `These acts bring back what was before a decision, or before the end, so they can lead from almost
anywhere to almost anywhere, and are not drawn above. The table says from which phases they led to another.`

function exitTable(changes: readonly PhaseChange[]): string {
  const exits = phaseNames.filter((phase) => changes.some(({ to }) => to === phase))
  const rows = exits.map((exit) => {
    const leading = changes.filter(({ to }) => to === exit)
    const acts = commandTypes.filter((type) => leading.some(({ command }) => command === type))
    const from = phaseNames.filter((phase) => leading.some((change) => change.from === phase))
    return `| ${from.map((phase) => `\`${phase}\``).join(', ')} | ${acts.map(act).join('<br/>')} | ${nameOf('it', 'phase', exit)} (\`${exit}\`) |`
  })
  return ['| From | Act | To |', '|---|---|---|', ...rows].join('\n')
}

function phaseDiagram(changes: readonly PhaseChange[]): string {
  const order: readonly string[] = ['absent', ...phaseNames]
  const used = new Set(changes.flatMap(({ from, to }) => [from, to]))
  const nodes = order.filter((phase) => used.has(phase as PhaseChange['from']) && phase !== 'absent')
  const labels = new Map<string, string[]>()
  const sorted = changes.toSorted(
    (a, b) =>
      order.indexOf(a.from) - order.indexOf(b.from) ||
      order.indexOf(a.to) - order.indexOf(b.to) ||
      commandTypes.indexOf(a.command) - commandTypes.indexOf(b.command) ||
      (a.deadline ?? '').localeCompare(b.deadline ?? ''),
  )
  for (const change of sorted) {
    const edge = `${node(change.from)} --> ${node(change.to)}`
    const known = labels.get(edge) ?? []
    const label = actLabel(change)
    if (!known.includes(label)) labels.set(edge, [...known, label])
  }
  const ends = nodes.filter((phase) => !changes.some(({ from }) => from === phase))
  return mermaid([
    ...nodes.map((phase) => state(phase, nameOf('it', 'phase', phase))),
    ...[...labels].map(([edge, names]) => `${edge}: ${names.join('<br/>')}`),
    ...ends.map((phase) => `${phase} --> [*]`),
  ])
}

function actLabel({ command, deadline }: PhaseChange): string {
  const act = nameOf('it', 'act', command)
  return deadline === undefined
    ? plain(`${act} (${command})`)
    : plain(`${act} – ${nameOf('it', 'deadline', deadline)} (${command} ${deadline})`)
}

function statusDiagram(family: string, turns: readonly StatusChange[]): string {
  const labels = new Map<string, EventType[]>()
  const inOrder = turns.toSorted((a, b) => eventTypes.indexOf(a.event) - eventTypes.indexOf(b.event))
  for (const { from, to, event } of inOrder) {
    const edge = `${node(from)} --> ${node(to)}`
    labels.set(edge, [...(labels.get(edge) ?? []), event])
  }
  const nodes = [...new Set(turns.flatMap(({ from, to }) => [from, to]))]
    .filter((status) => status !== 'none')
    .sort()
  return mermaid([
    ...nodes.map((status) => state(status, nameOf('it', groupOf(family), status))),
    ...[...labels]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([edge, events]) => `${edge}: ${events.join('<br/>')}`),
  ])
}

function undoTable({ phases }: Found, undone: readonly PhaseChange[]): string {
  const types = commandTypes.filter((type) => undone.some(({ command }) => command === type))
  const rows = types.map(
    (type) =>
      `| ${act(type)} | ${phaseNames
        .filter((phase) => leaves(phases, type, phase))
        .map((phase) => `\`${phase}\``)
        .join(', ')} |`,
  )
  return ['| Act | From |', '|---|---|', ...rows].join('\n')
}

function leaves(phases: Found['phases'], type: CommandType, phase: string): boolean {
  return [...phases.values()].some(({ from, command }) => command === type && from === phase)
}

const act = (type: CommandType) => `${nameOf('it', 'act', type)} (\`${type}\`)`

function eventTable(turns: readonly StatusChange[]): string {
  const types = eventTypes.filter((type) => turns.some(({ event }) => event === type))
  const rows = types.map(
    (type) => `| \`${type}\` | ${it[`event.${type}`].replace(/\{\w+\}/g, '…').replaceAll('|', '')} |`,
  )
  return ['| Event | In the timeline |', '|---|---|', ...rows].join('\n')
}
