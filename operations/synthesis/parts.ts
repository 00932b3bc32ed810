import type { LocalDate } from '../../domain/time/localDate.ts'

/** How far a life is told, where it is not told to its end. */
export type Stage = 'underway' | 'extended' | 'activitiesEnded' | 'reported'

/** A programme that does not exist, of any size. The same synthesis gives the same bytes. */
export interface Synthesis {
  /** At most 57 characters: the ids of its accords begin with it. */
  readonly programmeId: string
  /** A whole number of 32 bits. */
  readonly seed: number
  /** The first day on which an accord is proposed. */
  readonly from: LocalDate
  /** Of what comes after this day nothing is told, but for the proposal itself. */
  readonly until: LocalDate
  /** Over how many days the proposals are spread; left out: nine tenths of what lies between the two days. */
  readonly overDays?: number
  /** For each accord in its turn; left out: every life goes on to its end. */
  readonly stages?: readonly [Stage, ...Stage[]]
  /** One end of activities for all, where accords are to stay open; left out: each has its own. */
  readonly activitiesUntil?: LocalDate
}

/** What everything made here says of itself. */
export function syntheticCitation(seed: number) {
  return {
    source: 'Dato sintetico: programma inesistente, nessun fatto reale',
    mark: 'assumed',
    note: `Generato dal seme ${seed}: di un programma inesistente non c'è fonte.`,
  } as const
}
