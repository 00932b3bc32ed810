import { isDeepStrictEqual } from 'node:util'
import { type Accord, type AccordState, initialAccord, isFinished } from '../domain/accord/state.ts'
import type { Params } from '../domain/decider.ts'
import { brokenLinks } from './chain.ts'
import type { Connection } from './connect.ts'
import { derivationsOf, type Underived } from './derivations.ts'
import { UnreadableEvent } from './eventCodec.ts'
import { overviewRow } from './readModels/overview.ts'
import { type RowModel, rowModels } from './readModels/rowModels.ts'
import { CalendarVersions } from './reference.ts'
import { eachStream, type Folded, foldStream, type StoredStream } from './streams.ts'

/** Something that does not agree: where, what, and the text's key in the catalogue (`finding.<code>`) with its params. */
export interface Finding {
  readonly accordId: string
  readonly code:
    | ('hash' | 'version-gap' | 'head' | 'unreadable' | 'overview' | 'finished')
    | RowModel['table']
    /** Of a programme: what became of the accords of an act. */
    | 'outcomes'
    | Underived['code']
  readonly detail: string
  readonly params?: Params
}

export interface Checked {
  readonly accordId: string
  readonly findings: readonly Finding[]
  readonly events: number
  /** Dates derived again. */
  readonly derivations: number
  readonly state: AccordState | undefined
}

/**
 * Checks every stream: hashes and versions without gaps, read models equal to the fold of the events, and
 * every date equal to what its term, its calendar and its adjustments give. All of it in one snapshot, so
 * that writers at work cause no false alarm.
 */
export async function* verifyRecord(connection: Connection): AsyncGenerator<Checked> {
  const snapshot = await connection.db
    .startTransaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute()
  try {
    const frozen = { ...connection, db: snapshot }
    const calendars = new CalendarVersions(frozen)
    for await (const stream of eachStream(frozen)) yield await check(frozen, calendars, stream)
  } finally {
    await snapshot.rollback().execute()
  }
}

async function check(
  connection: Connection,
  calendars: CalendarVersions,
  stream: StoredStream,
): Promise<Checked> {
  const { accordId, events } = stream
  const findings = [...chainFindings(stream)]
  const folded = read(stream, findings)
  if (folded === undefined) {
    return { accordId, findings, events: events.length, derivations: 0, state: undefined }
  }
  const { state } = folded
  findings.push(...(await readModelFindings(connection, stream, state)))
  const { tried, problems } = await derivationsOf(calendars, stream, folded)
  findings.push(...problems.map((problem) => ({ accordId, ...problem })))
  return { accordId, findings, events: events.length, derivations: tried, state }
}

function* chainFindings({ accordId, regionId, version, headHash, events }: StoredStream): Generator<Finding> {
  yield* brokenLinks({ name: accordId, version, headHash, events })
  const strangers = events.filter(
    (event) => event.region_id !== regionId || event.on_date !== dateOf(event.act),
  )
  for (const event of strangers)
    yield { accordId, code: 'hash', detail: `v${event.version} region_id, on_date` }
}

/** The columns beside the hashed ones must say the same: row-level security and lists go by them. */
function dateOf(act: unknown): unknown {
  return (act as { on?: { date?: unknown } }).on?.date
}

function read(stream: StoredStream, findings: Finding[]): Folded | undefined {
  try {
    return foldStream(stream)
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
  if (!isDeepStrictEqual({ ...overview }, { ...overviewRow(state) })) {
    findings.push({ accordId, code: 'overview', detail: `v${overview?.version ?? 0} / v${state.version}` })
  }
  for (const model of rowModels) {
    const detail = await differingRows(connection, model, state)
    if (detail !== undefined) findings.push({ accordId, code: model.table, detail })
  }
  if (finished !== isFinished(state)) findings.push({ accordId, code: 'finished', detail: String(finished) })
  return findings
}

/** The keys of the rows that are not as the events say, or how many there are where none of them differs. */
async function differingRows(
  { db }: Connection,
  { table, key, rows }: RowModel,
  state: Accord,
): Promise<string | undefined> {
  const idOf = (row: Readonly<Record<string, unknown>>) => key.map((column) => String(row[column])).join(' ')
  const stored = await db.selectFrom(table).selectAll().where('accord_id', '=', state.accordId).execute()
  const found = new Map(stored.map((row) => [idOf(row), { ...row }]))
  const wanted = rows(initialAccord, state)
  const differing = wanted.filter(
    (row) => !isDeepStrictEqual(found.get(idOf(row)), JSON.parse(JSON.stringify(row))),
  )
  if (differing.length === 0 && found.size === wanted.length) return undefined
  return differing.map(idOf).join(', ') || `${found.size}`
}
