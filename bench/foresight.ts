import { type Connection, connect } from '../db/connect.ts'
import { decode } from '../db/eventCodec.ts'
import { Reference } from '../db/reference.ts'
import { eachStream } from '../db/streams.ts'
import { accordDecider } from '../domain/accord/decide.ts'
import { foresee, type Horizon } from '../domain/accord/foresee.ts'
import { initialAccord } from '../domain/accord/state.ts'
import type { AccordContext } from '../domain/accord/terms.ts'
import { fold } from '../domain/decider.ts'
import { instant } from '../domain/time/instant.ts'
import { foreseeAll } from '../operations/foresight.ts'
import type { BenchConfig } from './config.ts'
import { median, timed } from './measure.ts'
import { count, type Row } from './rows.ts'
import type { Stage } from './stage.ts'
import { storeAccords } from './storedAccords.ts'

const until = instant('2032-05-31T22:00:00Z')
/** Two years: every open deadline passes, is reminded of before and pressed for, week after week, after. */
const reminding: Horizon = { from: instant('2030-06-01T08:00:00Z'), until }

/** What `foresee` does without an accord, from the record to the last step, in a database that holds nothing else. */
export async function foresightPart(stage: Stage, { quick }: BenchConfig): Promise<Row[]> {
  const database = await stage.emptyDatabase()
  const reader = connect(database.urls.accordi_reader, {
    ...{ applicationName: 'accordi-bench', regions: '*', max: 4 },
  })
  try {
    const accords = quick ? 1_000 : 10_000
    const context = await new Reference(reader).latestContext()
    const startedMs = performance.now()
    const events = await storeAccords(database.connection, context, accords)
    console.error(`${accords} accords stored in ${((performance.now() - startedMs) / 1_000).toFixed(0)} s`)
    await database.connection.pool.query('analyze streams, events')
    return await measured(reader, context, { accords, events, rounds: quick ? 1 : 3 })
  } finally {
    await reader.close()
    await database.close()
  }
}

interface Stored {
  readonly accords: number
  readonly events: number
  readonly rounds: number
}

/** Code is compiled as it runs: the first pass over all accords is not counted. */
async function measured(
  reader: Connection,
  context: AccordContext,
  { accords, events, rounds }: Stored,
): Promise<Row[]> {
  const steps = await foreseen(reader, context, reminding)
  const [whole, silent]: [number[], number[]] = [[], []]
  const parts: Parts[] = []
  for (let round = 0; round < rounds; round++) {
    whole.push(await timed(() => foreseen(reader, context, reminding)))
    silent.push(await timed(() => foreseen(reader, context, { until })))
    parts.push(await inParts(reader, context))
  }
  const row = (what: string, elapsedMs: readonly number[]) => secondsRow(what, elapsedMs, accords)
  return [
    row(`foresight over ${accords} accords, ${events} events, ${steps} steps`, whole),
    row('  without reminders', silent),
    ...(['reading', 'decoding', 'folding', 'foreseeing'] as const).map((part) => {
      const ofPart = parts.map((times) => times[part])
      return row(`  of which ${part}`, ofPart)
    }),
  ]
}

/** Seconds for all, and microseconds for each. The target is in words, "in seconds": there is no bar to judge by. */
function secondsRow(what: string, elapsedMs: readonly number[], accords: number): Row {
  const [seconds, low, high] = [median(elapsedMs), Math.min(...elapsedMs), Math.max(...elapsedMs)].map((ms) =>
    (ms / 1_000).toFixed(2),
  )
  const each = ((median(elapsedMs) * 1_000) / accords).toFixed(0)
  return count(what, median(elapsedMs) / 1_000, `${seconds} s (${low}-${high}), ${each} us each`)
}

async function foreseen(connection: Connection, context: AccordContext, horizon: Horizon): Promise<number> {
  let steps = 0
  for await (const { foresight } of foreseeAll(connection, context, horizon)) steps += foresight.steps.length
  return steps
}

interface Parts {
  readonly reading: number
  readonly decoding: number
  readonly folding: number
  readonly foreseeing: number
}

/** The same work, reminders and all, with a clock between its parts, in milliseconds. */
async function inParts(connection: Connection, context: AccordContext): Promise<Parts> {
  const parts = { reading: 0, decoding: 0, folding: 0, foreseeing: 0 }
  let lastMs = performance.now()
  const spentOn = (part: keyof Parts) => {
    const nowMs = performance.now()
    parts[part] += nowMs - lastMs
    lastMs = nowMs
  }
  for await (const { accordId, events: stored } of eachStream(connection)) {
    spentOn('reading')
    const events = stored.map((event) => decode(accordId, event))
    spentOn('decoding')
    const state = fold(accordDecider.evolve, initialAccord, events)
    spentOn('folding')
    foresee(state, context, reminding)
    spentOn('foreseeing')
  }
  return parts
}
