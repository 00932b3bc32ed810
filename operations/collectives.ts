import type { Connection } from '../db/connect.ts'
import { candidatesOf } from '../db/programmes/items.ts'
import { eachStream, foldStream } from '../db/streams.ts'
import type { AccordCommand } from '../domain/accord/commands.ts'
import type { AccordContext } from '../domain/accord/terms.ts'
import { type Candidate, type Cohort, type CohortFound, chooseCohort } from '../domain/programme/cohort.ts'
import { type Previewed, preview } from '../domain/programme/preview.ts'
import type { Going } from '../domain/programme/step.ts'
import type { LocalDate } from '../domain/time/localDate.ts'

/** What a dry run reads: the act as it would be started. */
export interface PreviewAct {
  readonly programmeId: string
  readonly cohort: Cohort
  readonly going: Omit<Going, 'act' | 'way' | 'attempt'> & { readonly act: AccordCommand['act'] }
}

export type PreviewRow = Candidate & {
  readonly result: Previewed | { readonly outcome: 'skipped'; readonly reason: 'excluded' }
}

/** What the cohort comes to now, before any accord is read. */
export async function previewCohort(
  connection: Connection,
  { programmeId, cohort }: PreviewAct,
): Promise<CohortFound> {
  return chooseCohort(cohort, await candidatesOf(connection.db, programmeId))
}

/** For each accord of the cohort what the act would do, the excluded first; nothing is written. */
export async function* previewAct(
  connection: Connection,
  { going }: PreviewAct,
  found: CohortFound,
  context: AccordContext,
  today: LocalDate,
): AsyncGenerator<PreviewRow> {
  const chosen = new Map(found.chosen.map((one) => [one.accordId, one]))
  for (const { reason: _, ...one } of found.excluded) {
    yield { ...one, result: { outcome: 'skipped', reason: 'excluded' } }
  }
  for await (const stream of eachStream(connection)) {
    const candidate = chosen.get(stream.accordId)
    if (candidate === undefined) continue
    const { state } = foldStream(stream)
    const act: Going = { ...going, way: 'apply', attempt: 1 }
    yield { ...candidate, result: preview(act, state, context, today) }
  }
}
