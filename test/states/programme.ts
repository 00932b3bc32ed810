import fc from 'fast-check'
import { nameOf } from '../../domain/text/render.ts'
import { type Lived, liveProgramme, programmeLives } from '../support/programmeWalk.ts'
import { mermaid, node, plain, state } from './mermaid.ts'

interface Edge {
  readonly from: string
  readonly to: string
  readonly command: string
}

/** The life of a programme, and that of one of its acts over many accords, as the decider lets them go. */
export function programmeDiagrams(): string[] {
  const lived = fc.sample(programmeLives, { seed: 20_141_230, numRuns: 1_500 }).flatMap(liveProgramme)
  const done = lived.filter(({ events }) => events.length > 0)
  return [
    diagram(done.map(ofProgramme), (status) => nameOf('it', 'programme.status', status)),
    diagram(done.flatMap(ofActs), actName),
  ]
}

function ofProgramme({ command, before, after }: Lived): Edge {
  return { from: before.status, to: after.status, command: command.type }
}

function ofActs({ command, before, after }: Lived): Edge[] {
  if (after.status === 'absent') return []
  return Object.values(after.acts).flatMap(({ actId, way, status }) => {
    const was =
      before.status !== 'absent' && Object.hasOwn(before.acts, actId) ? before.acts[actId] : undefined
    const isOther = was === undefined || was.way !== way || was.status !== status
    if (!isOther) return []
    const from = was === undefined ? 'absent' : `${was.way}_${was.status}`
    return [{ from, to: `${way}_${status}`, command: command.type }]
  })
}

function actName(code: string): string {
  const [way = '', status = ''] = code.split('_')
  const name = nameOf('it', 'collective.status', status)
  return way === 'revoke' && status !== 'revoked' ? `revoca, ${name}` : name
}

function diagram(edges: readonly Edge[], name: (code: string) => string): string {
  const turns = edges.filter(({ from, to }) => from !== to)
  const labels = new Map<string, Set<string>>()
  for (const { from, to, command } of turns) {
    const edge = `${node(from)} --> ${node(to)}`
    labels.set(edge, new Set([...(labels.get(edge) ?? []), command]))
  }
  const nodes = [...new Set(turns.flatMap(({ from, to }) => [from, to]))]
    .filter((code) => code !== 'absent')
    .sort()
  return mermaid([
    ...nodes.map((code) => state(code, plain(name(code)))),
    ...[...labels]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([edge, by]) => `${edge}: ${[...by].sort().join('<br/>')}`),
  ])
}
