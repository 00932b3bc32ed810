import { cpus, loadavg, totalmem } from 'node:os'
import { sql } from 'kysely'
import { findPgbench, pgbenchVersion } from './pgbench.ts'
import type { Stage } from './stage.ts'

/** What the numbers were measured on: without it they say nothing. */
export async function machineFacts({ client, connection }: Stage, path: readonly string[]) {
  const [system, postgres] = await Promise.all([
    client.workflowService.getSystemInfo({}),
    sql<{ version: string; settings: string }>`
      select split_part(version(), ' on ', 1) as version,
        concat('fsync ', current_setting('fsync'), ', synchronous_commit ', current_setting('synchronous_commit'))
          as settings`.execute(connection.db),
  ])
  const processors = cpus()
  const [row] = postgres.rows
  const pgbench = findPgbench(path)
  return {
    date: new Date().toISOString(),
    machine: `${processors.length} cores (${processors[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    'load before': loadavg()
      .map((load) => load.toFixed(1))
      .join(' '),
    node: process.version,
    postgres: `${row?.version}, ${row?.settings}`,
    temporal: system.serverVersion ?? 'unknown',
    pgbench: pgbench === undefined ? 'NOT FOUND' : pgbenchVersion(pgbench),
  }
}
