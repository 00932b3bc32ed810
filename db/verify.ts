import { isDeepStrictEqual } from 'node:util'
import { type AccordState, isFinished } from '../domain/accord/state.ts'
import type { Connection } from './connect.ts'
import { chainHash, firstHash, UnreadableEvent } from './eventCodec.ts'
import { obligationRows, obligationsOf } from './readModels/obligations.ts'
import { overviewRow } from './readModels/overview.ts'
import { eachStream, foldStream, type StoredStream } from './streams.ts'

/** Something that does not agree: where, what, and the text's key in the catalogue (`finding.<code>`). */
export interface Finding {
  readonly accordId: string
  readonly code: 'hash' | 'version-gap' | 'head' | 'unreadable' | 'overview' | 'obligations' | 'finished'
  readonly detail: string
}

export interface Checked {
  readonly accordId: string
  readonly findings: readonly Finding[]
  readonly events: number
  readonly state: AccordState | undefined
}

/**
 * Checks every stream: hashes and versions without gaps, and read models equal to the fold of the
 * events. All of it in one snapshot, so that writers at work cause no false alarm.
 */
export async function* verifyRecord(connection: Connection): AsyncGenerator<Checked> {
  const snapshot = await connection.db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    const frozen = { ...connection, db: snapshot }
    for await (const stream of eachStream(frozen)) {
      const findings = [...chainFindings(stream)]
      const state = read(stream, findings)
      if (state !== undefined) findings.push(...(await readModelFindings(frozen, stream, state)))
      yield { accordId: stream.accordId, findings, events: stream.events.length, state }
    }
  } finally {
    await snapshot.rollback().execute()
  }
}

function* chainFindings({ accordId, regionId, version, headHash, events }: StoredStream): Generator<Finding> {
  let previous: Buffer = firstHash
  let expected = 1
  for (const event of events) {
    if (event.version !== expected) {
      yield { accordId, code: 'version-gap', detail: `${expected} → ${event.version}` }
    }
    const hash = chainHash(previous, accordId, event)
    if (!event.prev_hash.equals(previous) || !event.hash.equals(hash)) {
      yield { accordId, code: 'hash', detail: `v${event.version} ${event.type}` }
    }
    previous = event.hash
    expected = event.version + 1
  }
  const strangers = events.filter(
    (event) => event.region_id !== regionId || event.on_date !== dateOf(event.act),
  )
  for (const event of strangers)
    yield { accordId, code: 'hash', detail: `v${event.version} region_id, on_date` }
  if (version !== expected - 1 || !headHash.equals(previous)) {
    yield { accordId, code: 'head', detail: `v${version} / v${expected - 1}` }
  }
}

/** The columns beside the hashed ones must say the same: row-level security and lists go by them. */
function dateOf(act: unknown): unknown {
  return (act as { on?: { date?: unknown } }).on?.date
}

function read(stream: StoredStream, findings: Finding[]): AccordState | undefined {
  try {
    return foldStream(stream).state
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error
    findings.push({ accordId: stream.accordId, code: 'unreadable', detail: error.message })
    return undefined
  }
}

async function readModelFindings(
  connection: Connection,
  { accordId, regionId, finished }: StoredStream,
  state: AccordState,
): Promise<Finding[]> {
  if (state.phase === 'absent') return []
  const findings: Finding[] = []
  if (regionId !== state.regionId) findings.push({ accordId, code: 'head', detail: `region_id ${regionId}` })
  const overview = await connection.db
    .selectFrom('accord_overview')
    .selectAll()
    .where('accord_id', '=', accordId)
    .executeTakeFirst()
  const obligations = await obligationsOf(connection, accordId)
  const wanted = obligationRows({}, state)
  if (!isDeepStrictEqual({ ...overview }, { ...overviewRow(state) })) {
    findings.push({ accordId, code: 'overview', detail: `v${overview?.version ?? 0} / v${state.version}` })
  }
  const differing = wanted.filter((row) => {
    const found = obligations.find(({ deadline_id }) => deadline_id === row.deadline_id)
    return !isDeepStrictEqual({ ...found }, JSON.parse(JSON.stringify(row)))
  })
  if (differing.length > 0 || obligations.length !== wanted.length) {
    const ids = differing.map(({ deadline_id }) => deadline_id)
    findings.push({ accordId, code: 'obligations', detail: ids.join(', ') || `${obligations.length}` })
  }
  if (finished !== isFinished(state)) findings.push({ accordId, code: 'finished', detail: String(finished) })
  return findings
}
