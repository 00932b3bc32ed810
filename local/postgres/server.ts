import pg from 'pg'
import type { Crew } from '../crew.ts'
import { LocalError, meansDiskFull } from '../errors.ts'
import { logTail, sizeOf } from '../logFile.ts'
import { choosePorts, isFree, loopback, unlessTaken } from '../ports.ts'
import type { Progress } from '../progress.ts'
import { ServiceFailed } from '../supervisor.ts'
import { type PostgresBinaries, postgresBinaries } from './binaries.ts'
import { adminRole, type Cluster, prepareCluster } from './cluster.ts'
import { type ServerUser, serverUser } from './user.ts'

export interface PostgresOptions {
  readonly dataDir: string
  /** A port the user wants; otherwise a free one. */
  readonly fixedPort: number | undefined
  readonly keptPort: number | undefined
  readonly durable: boolean
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
}

export interface RunningPostgres {
  readonly host: string
  readonly port: number
  readonly adminUrl: string
  readonly temporalPassword: string
}

/** Starts PostgreSQL under the crew's supervision; resolves when it answers. Throws LocalError. */
export async function startPostgres(options: PostgresOptions, crew: Crew): Promise<RunningPostgres> {
  const { dataDir, progress, fixedPort, keptPort } = options
  const user = serverUser()
  const binaries = await postgresBinaries(dataDir, user, progress)
  const cluster = await prepareCluster({ ...options, binaries, user })
  const run = (port: number) => runOn(port, { cluster, binaries, user }, options, crew)
  const stage = progress.begin('postgresStart')
  try {
    if (fixedPort === undefined) {
      return await unlessTaken(async () =>
        run((await choosePorts(['postgres'], { postgres: keptPort })).postgres),
      )
    }
    if (!(await isFree(fixedPort))) throw portTaken(fixedPort)
    return await run(fixedPort)
  } finally {
    stage.end()
  }
}

interface Prepared {
  readonly cluster: Cluster
  readonly binaries: PostgresBinaries
  readonly user: ServerUser | undefined
}

async function runOn(
  port: number,
  { cluster, binaries, user }: Prepared,
  { durable, env }: PostgresOptions,
  crew: Crew,
): Promise<RunningPostgres> {
  const adminUrl = urlOf(port, adminRole, cluster.secrets.postgres, 'postgres')
  const logFile = crew.logFile('postgres')
  const logStart = sizeOf(logFile)
  try {
    await crew.start({
      name: 'PostgreSQL',
      command: binaries.postgres,
      args: ['-D', cluster.directory, '-p', String(port), ...settings(durable)],
      cwd: cluster.directory,
      env: { ...env, LC_ALL: 'C', TZ: 'UTC' },
      ...(user && { uid: user.uid, gid: user.gid }),
      logFile,
      health: () => answersQuery(adminUrl),
      // "Fast": open transactions are rolled back; SIGTERM would wait for every client to leave.
      stopSignal: 'SIGINT',
      graceMs: 15_000,
      // After a crash it first replays its log.
      startWithinMs: 60_000,
    })
  } catch (error) {
    if (!(error instanceof ServiceFailed)) throw error
    throw startError(error, cluster, port, logFile, logTail(logFile, sizeOf(logFile) - logStart))
  }
  return { host: loopback, port, adminUrl, temporalPassword: cluster.secrets.temporal }
}

/** A URL of the embedded server. */
export function urlOf(port: number, role: string, password: string, database: string): string {
  return `postgres://${role}:${encodeURIComponent(password)}@${loopback}:${port}/${database}`
}

function settings(durable: boolean): string[] {
  const chosen = {
    listen_addresses: loopback,
    // A socket's path has a limit of some 100 characters, which a data directory may exceed.
    unix_socket_directories: '',
    shared_buffers: '256MB',
    max_connections: '200',
    idle_in_transaction_session_timeout: '60s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    cluster_name: 'accordi',
    // Commits still reach the kernel before they are acknowledged: a killed server loses none of them.
    ...(!durable && { fsync: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** On a connection of its own each time: those that are open go on answering when no new one gets in. */
async function answersQuery(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } finally {
    await client.end().catch(() => undefined)
  }
}

function startError(
  error: ServiceFailed,
  { directory }: Cluster,
  port: number,
  log: string,
  said: string,
): LocalError {
  if (meansDiskFull(said)) {
    return new LocalError('disk.full', { dir: directory, needed: '1 GB' }, { cause: error })
  }
  if (/Address already in use/.test(said)) return portTaken(port)
  const why = said.split('\n').findLast((line) => /FATAL|PANIC/.test(line)) ?? error.message
  return new LocalError('postgres.failed', { why, log }, { cause: error })
}

function portTaken(port: number): LocalError {
  return new LocalError('port.taken', { port, name: 'PostgreSQL', variable: 'ACCORDI_POSTGRES_PORT' })
}
