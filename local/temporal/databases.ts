import pg from 'pg'
import { LocalError } from '../errors.ts'
import { logTail } from '../logFile.ts'
import { type RunningPostgres, urlOf } from '../postgres/server.ts'
import type { Progress } from '../progress.ts'
import type { ServerPrograms } from './find.ts'
import { runTool } from './tool.ts'

/** Owns Temporal's databases and nothing else: the record of accords is out of its reach. */
export const temporalRole = 'temporal'

export const temporalDatabases = [
  { name: 'temporal', schema: 'postgresql/v12/temporal' },
  { name: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
] as const

export interface DatabaseOptions {
  readonly progress: Progress
  readonly abort: AbortSignal
  /** What the schema tool says. */
  readonly logFile: string
}

type Tool = (database: string, ...args: string[]) => Promise<void>

/**
 * Makes or updates the schema, where it is not that of this server's version yet.
 * Throws LocalError `temporal.failed` where the schema tool fails.
 */
export async function prepareDatabases(
  programs: ServerPrograms,
  postgres: RunningPostgres,
  options: DatabaseOptions,
): Promise<void> {
  const admin = new pg.Client({ connectionString: postgres.adminUrl })
  await admin.connect()
  admin.on('error', () => undefined)
  const stage = options.progress.begin('temporalSchema')
  try {
    await ensureRole(admin, postgres.temporalPassword)
    const tool = schemaTool(programs.sqlTool, postgres, options)
    for (const database of temporalDatabases) await ensureDatabase(admin, tool, programs.version, database)
    await forgetMembers(postgres)
  } finally {
    stage.end()
    await admin.end().catch(() => undefined)
  }
}

async function ensureRole(admin: pg.Client, password: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [temporalRole])
  const verb = rowCount === 0 ? 'create' : 'alter'
  await admin.query(`${verb} role ${temporalRole} login password ${admin.escapeLiteral(password)}`)
}

/**
 * The comment on the database says which server's schema it has. It is written last: a database without it
 * was never finished, so is made again.
 */
async function ensureDatabase(
  admin: pg.Client,
  tool: Tool,
  version: string,
  { name, schema }: (typeof temporalDatabases)[number],
): Promise<void> {
  const wanted = `schema of temporal-server ${version}`
  const { rows } = await admin.query<{ comment: string | null }>(
    `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
    [name],
  )
  const finished = rows[0]?.comment ?? undefined
  if (finished === wanted) return
  if (finished === undefined) {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`create database ${name} owner ${temporalRole}`)
    await tool(name, 'setup-schema', '--version', '0.0')
  }
  await tool(name, 'update-schema', '--schema-name', schema)
  await admin.query(`comment on database ${name} is ${admin.escapeLiteral(wanted)}`)
}

function schemaTool(command: string, postgres: RunningPostgres, { logFile, abort }: DatabaseOptions): Tool {
  return async (database, ...args) => {
    const env = {
      SQL_PLUGIN: 'postgres12_pgx',
      SQL_HOST: postgres.host,
      SQL_PORT: String(postgres.port),
      SQL_USER: temporalRole,
      SQL_PASSWORD: postgres.temporalPassword,
      SQL_DATABASE: database,
    }
    if ((await runTool({ command, args, env, logFile, abort })) === 0) return
    const why = logTail(logFile).trim().split('\n').at(-1) ?? ''
    throw new LocalError('temporal.failed', { why: why.slice(0, 300), log: logFile })
  }
}

/** A server that was killed is listed as alive for 20 s, and the next one would first look for it. */
async function forgetMembers(postgres: RunningPostgres): Promise<void> {
  const database = temporalDatabases[0].name
  const connectionString = urlOf(postgres.port, temporalRole, postgres.temporalPassword, database)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('delete from cluster_membership')
  } finally {
    await client.end()
  }
}
