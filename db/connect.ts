import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'

/** A pool for the three hot statements, and kysely over the same pool for everything else. */
export interface Connection {
  readonly pool: pg.Pool
  readonly db: Kysely<Database>
  close(): Promise<void>
}

export interface ConnectOptions {
  /** Most connections this process opens. */
  readonly max?: number
  readonly applicationName: string
  /** Regions that row-level security lets a reader see, by id, or `*`; the application role sees all. */
  readonly regions?: readonly string[] | '*'
  readonly statementTimeoutMs?: number
}

/** Dates stay ISO text, instants become ISO text in UTC with milliseconds, bigints become numbers. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString()],
  [pg.types.builtins.INT8, Number],
])

/** Opens no connection by itself: the first query does. */
export function connect(url: string, options: ConnectOptions): Connection {
  const regions = options.regions === undefined ? undefined : [options.regions].flat().join(',')
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.applicationName,
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: 5_000,
    ...(regions !== undefined && { options: `-c accordi.regions=${regions}` }),
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        parsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  })
  // An idle connection that the server closes must not end the process; the next query opens a new one.
  pool.on('error', () => undefined)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { pool, db, close: () => db.destroy() }
}
