import type { CollectiveAct } from '../../domain/programme/state.ts'
import type { Connection } from '../connect.ts'
import { firstHash, UnreadableEvent } from '../eventCodec.ts'
import type { Finding } from '../verify.ts'
import { programmeHash, streamName } from './codec.ts'
import { countsOf } from './items.ts'
import { loadProgramme } from './store.ts'

export interface CheckedProgramme {
  readonly events: number
  readonly findings: readonly Finding[]
}

/** Checks the stream of every programme: hashes, versions without gaps, and the outcomes that the lists show. */
export async function* verifyProgrammes({ db }: Connection): AsyncGenerator<CheckedProgramme> {
  const streams = await db.selectFrom('programme_streams').selectAll().orderBy('programme_id').execute()
  for (const { programme_id: programmeId, version, head_hash } of streams) {
    const accordId = streamName(programmeId)
    const rows = await db
      .selectFrom('programme_events')
      .selectAll()
      .where('programme_id', '=', programmeId)
      .orderBy('version')
      .execute()
    const findings: Finding[] = []
    let previous: Buffer = firstHash
    for (const [index, row] of rows.entries()) {
      const at = `v${row.version} ${row.type}`
      if (row.version !== index + 1) findings.push({ accordId, code: 'version-gap', detail: at })
      const hash = programmeHash(previous, programmeId, row)
      if (!row.prev_hash.equals(previous) || !row.hash.equals(hash)) {
        findings.push({ accordId, code: 'hash', detail: at })
      }
      previous = row.hash
    }
    if (version !== rows.length || !head_hash.equals(previous)) {
      findings.push({ accordId, code: 'head', detail: `v${version} / v${rows.length}` })
    }
    findings.push(...(await outcomeFindings({ db }, programmeId)))
    yield { events: rows.length, findings }
  }
}

/** What the lists show of each accord is as many of each kind as the programme's events count. */
async function outcomeFindings(connection: Pick<Connection, 'db'>, programmeId: string): Promise<Finding[]> {
  const accordId = streamName(programmeId)
  try {
    const { state } = await loadProgramme(connection.db, programmeId)
    if (state.status === 'absent') return []
    const shown = await countsOf(connection.db, programmeId)
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
