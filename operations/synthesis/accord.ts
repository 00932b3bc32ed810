import { isRegionId, type RegionId, regions } from '../../domain/regions.ts'
import { addDays, daysBetween, type LocalDate } from '../../domain/time/localDate.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Life, lifeOf, type SyntheticAct } from './life.ts'
import { type Synthesis, syntheticCitation } from './parts.ts'
import { syntheticProgramme } from './programme.ts'

/** The history of an accord as a file that can be imported. */
export interface SyntheticAccord {
  readonly format: 'accordi/accord@1'
  readonly accordId: string
  readonly note: string
  readonly synthetic: true
  readonly acts: readonly (SyntheticAct & { readonly citation: ReturnType<typeof syntheticCitation> })[]
}

/** Codes of ISTAT's form that no Region has: nothing is made up about one that exists. */
const regionIds = Object.keys(regions)
  .filter(isRegionId)
  .filter((id) => id > '90')
  .sort()

export function syntheticAccordId(programmeId: string, place: number): string {
  return `${programmeId}-${String(place).padStart(6, '0')}`
}

/** The accord of one place, from 0: the same however many accords its programme has. */
export function syntheticAccord(synthesis: Synthesis, place: number): SyntheticAccord {
  const { programmeId, seed, until, stages, activitiesUntil } = synthesis
  const stage = stages?.[place % stages.length]
  const chance = chanceOf(seed, place)
  const life: Life = {
    ...{ programmeId, place, chance, regionId: regionOf(place) },
    proposedOn: proposedOn(synthesis, chance),
    ...(stage !== undefined && { stage }),
    ...(activitiesUntil !== undefined && { activitiesUntil }),
  }
  const citation = syntheticCitation(seed)
  const acts = []
  for (const act of lifeOf(life)) {
    if (acts.length > 0 && act.on > until) break
    acts.push({ ...act, citation })
  }
  return {
    format: 'accordi/accord@1',
    accordId: syntheticAccordId(programmeId, place),
    note: `SINTETICO: programma e Regione inesistenti, generato dal seme ${seed} al posto ${place}.`,
    synthetic: true,
    acts,
  }
}

function regionOf(place: number): RegionId {
  return regionIds[place % regionIds.length] ?? '91'
}

function proposedOn({ from, until, overDays }: Synthesis, chance: Chance): LocalDate {
  const days = overDays ?? Math.floor(Math.max(0, daysBetween(from, until)) * 0.9)
  return addDays(from, chance.between(0, days))
}

/** The files of a whole programme, its own first, one after the other: of any size in little memory. */
export function* syntheticFiles(
  synthesis: Synthesis,
  accords: number,
): Generator<{ readonly name: string; readonly text: string }> {
  const { programmeId, seed } = synthesis
  const written = (content: object) => `${JSON.stringify(content, null, 2)}\n`
  yield { name: 'programme.json', text: written(syntheticProgramme(programmeId, seed)) }
  for (let place = 0; place < accords; place++) {
    const accord = syntheticAccord(synthesis, place)
    yield { name: `${accord.accordId}.json`, text: written(accord) }
  }
}
