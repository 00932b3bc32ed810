import { type AccordActivities, accordActivities } from '../activities/createActivities.ts'
import type { Deps } from '../activities/executeCommand.ts'
import { Streams } from '../activities/streams.ts'
import { Reference } from '../db/reference.ts'
import type { Instant } from '../domain/time/instant.ts'
import type { BenchConfig } from './config.ts'
import { directLife } from './lives.ts'
import { inTurns, sideBySide } from './measure.ts'
import { findPgbench, pgbenchRate, removeScript, type Script, writeScript } from './pgbench.ts'
import { comparison, missing, type Row } from './rows.ts'
import type { Stage } from './stage.ts'

const what = (clients: number) => `executeCommand, ${clients} client${clients === 1 ? '' : 's'}, commands/s`
const clientCounts = [1, 16]

/** executeCommand called as a function, against pgbench sending the same statements with the same payloads. */
export async function appendPart(stage: Stage, { quick, path }: BenchConfig): Promise<Row[]> {
  const pgbench = findPgbench(path)
  if (pgbench === undefined) {
    const why = 'pgbench is neither on PATH nor in /usr/lib/postgresql/*/bin (Debian: postgresql-contrib)'
    return clientCounts.map((clients) => missing(what(clients), why))
  }
  const { connection, databaseUrl } = stage
  const deps: Deps = {
    pool: connection.pool,
    streams: new Streams(),
    reference: new Reference(connection),
    now: () => new Date().toISOString() as Instant,
  }
  const activities = accordActivities(deps)
  const script: Script = await writeScript(deps, stage.freshId())
  const seconds = quick ? 1 : 3
  const rows: Row[] = []
  try {
    for (const clients of clientCounts) {
      await rate(stage, activities, clients, 1.5)
      const pair = await inTurns(
        quick ? 3 : 7,
        () => rate(stage, activities, clients, seconds),
        () => pgbenchRate(pgbench, script, databaseUrl, { clients, seconds }),
      )
      rows.push(comparison(what(clients), pair, (value) => value.toFixed(0), { atLeast: 0.5 }))
    }
  } finally {
    removeScript(script)
  }
  return rows
}

/** Commands per second of so many callers in this process, each living one life after the other. */
async function rate(
  stage: Stage,
  activities: AccordActivities,
  clients: number,
  seconds: number,
): Promise<number> {
  const startedMs = performance.now()
  const isOver = () => performance.now() - startedMs > seconds * 1_000
  let commands = 0
  await sideBySide(clients, async () => {
    while (!isOver()) {
      for (const call of directLife(activities, stage.freshId())) {
        await call()
        if (isOver()) return
        commands += 1
      }
    }
  })
  return commands / seconds
}
