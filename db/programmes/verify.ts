import type { CollectiveAct } from '../../domain/programme/state.ts'
import { brokenLinks } from '../chain.ts'
import type { Connection } from '../connect.ts'
import { UnreadableEvent } from '../eventCodec.ts'
import type { Finding } from '../verify.ts'
import { streamName } from './codec.ts'
import { countsOf } from './items.ts'
import { foldProgramme, storedEvents } from './store.ts'

export interface CheckedProgramme {
  readonly events: number
  readonly findings: readonly Finding[]
}

/** Checks the stream of every programme: hashes, versions without gaps, and the outcomes that the lists show. */
export async function* verifyProgrammes({ db }: Connection): AsyncGenerator<CheckedProgramme> {
  const streams = await db.selectFrom('programme_streams').selectAll().orderBy('programme_id').execute()
  for (const { programme_id: programmeId, version, head_hash: headHash } of streams) {
    const events = await storedEvents(db, programmeId)
    const broken = brokenLinks({ name: streamName(programmeId), version, headHash, events })
    const outcomes = await outcomeFindings(db, programmeId, events)
    yield { events: events.length, findings: [...broken, ...outcomes] }
  }
}

/** What the lists show of each accord is as many of each kind as the programme's events count. */
async function outcomeFindings(
  db: Connection['db'],
  programmeId: string,
  events: Parameters<typeof foldProgramme>[1],
): Promise<Finding[]> {
  const accordId = streamName(programmeId)
  try {
    const { state } = foldProgramme(programmeId, events)
    if (state.status === 'absent') return []
    const shown = await countsOf(db, programmeId)
    return Object.values(state.acts).flatMap((act): Finding[] => {
      const found = shown.get(act.actId) ?? ''
      return found === wanted(act) ? [] : [{ accordId, code: 'outcomes', detail: `${act.actId}: ${found}` }]
    })
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error
    return [{ accordId, code: 'unreadable', detail: error.message }]
  }
}

/** In the form that `countsOf` gives: applied, skipped and failed of either way. */
function wanted({ counts, excluded, revocation }: CollectiveAct): string {
  const skipped = counts.skipped + excluded + (revocation?.notReached ?? 0)
  const back = revocation?.counts ?? { applied: 0, skipped: 0, failed: 0 }
  return [counts.applied, skipped, counts.failed, back.applied, back.skipped, back.failed].join(' ')
}
