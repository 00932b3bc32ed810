import { importHistory } from '../../activities/importHistory.ts'
import type { Connection } from '../../db/connect.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { syntheticAccord, syntheticAccordId } from '../../operations/synthesis/accord.ts'
import type { Synthesis } from '../../operations/synthesis/parts.ts'
import { depsOn } from './deps.ts'
import { requestsIn } from './histories.ts'

/** Accords of one programme whose activities run until one far day, for acts over all of them. */
export function underway(programmeId: string): Synthesis {
  return {
    ...{ programmeId, seed: 1, stages: ['underway'] },
    ...{ from: localDate('2025-01-07'), until: localDate('2026-06-30'), overDays: 90 },
    activitiesUntil: localDate('2090-06-30'),
  }
}

/** Records so many accords as the import does, without a workflow, and returns their ids. */
export async function recordAccords(
  app: Connection,
  synthesis: Synthesis,
  accords: number,
): Promise<readonly string[]> {
  const deps = depsOn(app)
  const ids = Array.from({ length: accords }, (_, place) => syntheticAccordId(synthesis.programmeId, place))
  for (const [place, accordId] of ids.entries()) {
    const requests = requestsIn(syntheticAccord(synthesis, place))
    const { answer } = await importHistory(deps, { accordId, requests })
    if (answer.outcome !== 'accepted') throw new Error(`${accordId}: ${JSON.stringify(answer)}`)
  }
  return ids
}
