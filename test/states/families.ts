import type { RecoveryState } from '../../domain/accord/exits/state.ts'
import type { AccordState, SuspensionState } from '../../domain/accord/state.ts'

/** Of each family of things that an accord has several of: the status of each, by its id. */
export type Families = Readonly<Record<string, Readonly<Record<string, string>>>>

/** How a status reads where the state keeps none by that name. */
const derived: Readonly<Record<string, (item: object) => string>> = {
  suspensions: (item) => (item as SuspensionState).ended ?? 'running',
  recoveries: (item) => ((item as RecoveryState).settledOn === undefined ? 'owed' : 'settled'),
}

/** Whatever the state keeps by id with a `status`, itself or in an area of its own, is a family: a new one needs no line. */
export function familiesOf(state: AccordState): Families {
  const { money, monitoring } = state.phase === 'absent' ? {} : state
  return { ...familiesIn(state), ...familiesIn(money ?? {}), ...familiesIn(monitoring ?? {}) }
}

function familiesIn(state: object): Families {
  const families: Record<string, Record<string, string>> = {}
  for (const [family, items] of Object.entries(state)) {
    if (typeof items !== 'object' || items === null || Array.isArray(items)) continue
    for (const [id, item] of Object.entries(items)) {
      if (typeof item !== 'object' || item === null) continue
      const status = derived[family]?.(item) ?? ('status' in item ? item.status : undefined)
      if (typeof status !== 'string') continue
      families[family] = { ...families[family], [id]: status }
    }
  }
  return families
}

const groups: Readonly<Record<string, string>> = {
  obligations: 'status',
  actions: 'action',
  suspensions: 'how',
  reports: 'reportStatus',
}

/** The group of the catalogue that names the statuses of a family: by default `extension.status` for `extensions`. */
export function groupOf(family: string): string {
  return groups[family] ?? `${family.replace(/s$/, '')}.status`
}
