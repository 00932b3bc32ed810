import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import pg from 'pg'
import { type RunningPostgres, urlOf } from '../postgres/server.ts'
import type { Progress } from '../progress.ts'
import type { ServerPrograms } from './find.ts'

/** Owns Temporal's databases and nothing else: the record of accords is out of its reach. */
export const temporalRole = 'temporal'

export const temporalDatabases = [
  { name: 'temporal', schema: 'postgresql/v12/temporal' },
  { name: 'temporal_visibility', schema: 'postgresql/v12/visibility' },
] as const

/** Makes or updates the schema, where it is not that of this server's version yet. */
export async function prepareDatabases(
  programs: ServerPrograms,
  postgres: RunningPostgres,
  progress: Progress,
): Promise<void> {
  const admin = new pg.Client({ connectionString: postgres.adminUrl })
  await admin.connect()
  const stage = progress.begin('temporalSchema')
  try {
    await ensureRole(admin, postgres.temporalPassword)
    await Promise.all(
      temporalDatabases.map((database) => ensureDatabase(admin, programs, postgres, database)),
    )
    await forgetMembers(postgres)
  } finally {
    stage.end()
    await admin.end()
  }
}

async function ensureRole(admin: pg.Client, password: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [temporalRole])
  const verb = rowCount === 0 ? 'create' : 'alter'
  await admin.query(`${verb} role ${temporalRole} login password ${admin.escapeLiteral(password)}`)
}

/** The comment on the database says which server's schema it has: kept with the data, in one transaction. */
async function ensureDatabase(
  admin: pg.Client,
  programs: ServerPrograms,
  postgres: RunningPostgres,
  { name, schema }: (typeof temporalDatabases)[number],
): Promise<void> {
  const wanted = `schema of temporal-server ${programs.version}`
  const { rows } = await admin.query<{ comment: string | null }>(
    `select shobj_description(oid, 'pg_database') as comment from pg_database where datname = $1`,
    [name],
  )
  const [found] = rows
  if (found?.comment === wanted) return
  if (found === undefined) await admin.query(`create database ${name} owner ${temporalRole}`)
  const tool = sqlTool(programs.sqlTool, postgres, name)
  if (!(await hasSchema(postgres, name))) await tool('setup-schema', '--version', '0.0')
  await tool('update-schema', '--schema-name', schema)
  await admin.query(`comment on database ${name} is ${admin.escapeLiteral(wanted)}`)
}

const sqlTool = (command: string, postgres: RunningPostgres, database: string) => {
  const env = {
    SQL_PLUGIN: 'postgres12_pgx',
    SQL_HOST: postgres.host,
    SQL_PORT: String(postgres.port),
    SQL_USER: temporalRole,
    SQL_PASSWORD: postgres.temporalPassword,
    SQL_DATABASE: database,
  }
  return (...args: string[]) => promisify(execFile)(command, args, { env })
}

async function hasSchema(postgres: RunningPostgres, database: string): Promise<boolean> {
  return asTemporal(postgres, database, async (client) => {
    const { rows } = await client.query<{ found: boolean }>(
      `select to_regclass('public.schema_version') is not null as found`,
    )
    return rows[0]?.found === true
  })
}

/** A server that was killed is listed as alive for 20 s, and the next one would first look for it. */
async function forgetMembers(postgres: RunningPostgres): Promise<void> {
  await asTemporal(postgres, temporalDatabases[0].name, (client) =>
    client.query('delete from cluster_membership'),
  )
}

async function asTemporal<T>(
  postgres: RunningPostgres,
  database: string,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const connectionString = urlOf(postgres.port, temporalRole, postgres.temporalPassword, database)
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
