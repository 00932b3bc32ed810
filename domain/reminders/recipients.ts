import type { Party } from '../accord/parts.ts'
import type { Obligation } from '../accord/state.ts'
import type { Reach } from './ladder.ts'

/** How many offices above the responsible one. */
export type Level = 0 | 1 | 2

/** A party's responsible office, or the office so many above it: `region`, `ministry+1`. Never a person. */
export type Recipient = Party | `${Party}+${1 | 2}`

export interface RecipientParts {
  readonly party: Party
  readonly level: Level
}

/** Who a step reaches, in a fixed order, nobody twice. */
export function recipientsOf(
  obligor: Obligation['obligor'],
  { to = ['responsible'], levels = [0] }: Reach,
  weeks = 0,
  climbsEveryWeeks?: number,
): Recipient[] {
  const climbed = climbsEveryWeeks === undefined ? 0 : Math.floor(weeks / climbsEveryWeeks)
  const reached = new Set<Recipient>()
  for (const role of to) {
    for (const party of role === 'responsible' ? owing(obligor) : facing(obligor)) {
      // Only the side that owes has offices above it to go to; the other one is told, not pressed.
      const all = role === 'responsible' ? [...levels, ...above(climbed)] : [0 as const]
      for (const level of all) reached.add(recipient({ party, level }))
    }
  }
  return [...reached]
}

/** The control of the Corte dei conti is nobody's to do here: the Ministry, which sent the act there, is told. */
function owing(obligor: Obligation['obligor']): Party[] {
  if (obligor === 'both') return ['region', 'ministry']
  return [obligor === 'corteDeiConti' ? 'ministry' : obligor]
}

function facing(obligor: Obligation['obligor']): Party[] {
  if (obligor === 'both' || obligor === 'corteDeiConti') return []
  return [obligor === 'region' ? 'ministry' : 'region']
}

function above(climbed: number): Level[] {
  if (climbed <= 0) return []
  return climbed === 1 ? [1] : [1, 2]
}

export function recipient({ party, level }: RecipientParts): Recipient {
  return level === 0 ? party : `${party}+${level}`
}

export function recipientParts(recipient: Recipient): RecipientParts {
  const [party, level] = recipient.split('+')
  return {
    party: party === 'ministry' ? 'ministry' : 'region',
    level: level === '1' ? 1 : level === '2' ? 2 : 0,
  }
}
