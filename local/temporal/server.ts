import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Crew } from '../crew.ts'
import { LocalError, meansDiskFull } from '../errors.ts'
import { logTail, sizeOf } from '../logFile.ts'
import { choosePorts, isFree, loopback, unlessTaken } from '../ports.ts'
import type { RunningPostgres } from '../postgres/server.ts'
import type { Progress } from '../progress.ts'
import { ServiceFailed, type ServiceSpec } from '../supervisor.ts'
import { prepareDatabases, temporalDatabases, temporalRole } from './databases.ts'
import type { TemporalPrograms } from './find.ts'
import { isServing, prepareNamespace, skipsTime } from './frontend.ts'

export interface TemporalOptions {
  readonly dataDir: string
  readonly fixedPort: number | undefined
  readonly keptPorts: Partial<Record<string, number>>
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
  readonly abort: AbortSignal
}

export interface RunningTemporal {
  readonly address: string
  readonly namespace: string
  readonly timeSkipping: boolean
  readonly ports: Readonly<Record<string, number>>
}

/** Few: the number is fixed for the life of the databases, and one machine serves them all. */
const historyShards = 4
const namespace = 'default'

/** Starts a Temporal server of our own; resolves when its namespace is usable. Throws LocalError. */
export async function startTemporal(
  programs: TemporalPrograms,
  postgres: RunningPostgres,
  options: TemporalOptions,
  crew: Crew,
): Promise<RunningTemporal> {
  const { fixedPort, keptPorts, progress } = options
  if (fixedPort !== undefined && !(await isFree(fixedPort))) throw portTaken(fixedPort)
  if (programs.kind === 'server')
    await prepareDatabases(programs, postgres, { ...options, logFile: crew.logFile('temporal-schema') })
  const stage = progress.begin('temporalStart')
  try {
    return await unlessTaken(async () => {
      const chosen = await choosePorts(portNames, keptPorts)
      const ports = { ...chosen, frontendGrpc: fixedPort ?? chosen.frontendGrpc }
      const command =
        programs.kind === 'server'
          ? serverCommand(programs.server, ports, postgres, options)
          : devServerCommand(programs.cli, ports.frontendGrpc, options)
      return runOn(ports, command, crew)
    })
  } finally {
    stage.end()
  }
}

async function runOn(ports: Ports, command: Command, crew: Crew): Promise<RunningTemporal> {
  const address = `${loopback}:${ports.frontendGrpc}`
  const logFile = crew.logFile('temporal')
  const logStart = sizeOf(logFile)
  try {
    await crew.start({
      ...command,
      name: 'Temporal',
      logFile,
      health: () => isServing(address),
      graceMs: 10_000,
      startWithinMs: 60_000,
    })
  } catch (error) {
    if (!(error instanceof ServiceFailed)) throw error
    throw startError(error, ports.frontendGrpc, logFile, logTail(logFile, sizeOf(logFile) - logStart))
  }
  await prepareNamespace(address, namespace)
  return { address, namespace, timeSkipping: await skipsTime({ address }, namespace), ports }
}

const portNames = [
  ...(['frontendGrpc', 'frontendHttp', 'historyGrpc', 'matchingGrpc', 'workerGrpc'] as const),
  ...(['frontendMembership', 'historyMembership', 'matchingMembership', 'workerMembership'] as const),
]

type Command = Pick<ServiceSpec, 'command' | 'args' | 'env' | 'cwd'>
type Ports = Readonly<Record<(typeof portNames)[number], number>>

/** The real server, on the embedded Postgres; it takes its whole configuration from the environment. */
function serverCommand(
  command: string,
  ports: Ports,
  postgres: RunningPostgres,
  options: TemporalOptions,
): Command {
  const cwd = directoryOf(options.dataDir)
  const dynamicConfig = join(cwd, 'dynamicconfig.yaml')
  // JSON is YAML too.
  writeFileSync(dynamicConfig, JSON.stringify({ [timeSkippingKey]: [{ value: true }] }))
  const env = {
    ...withoutTemporalSettings(options.env),
    DB: 'postgres12_pgx',
    DBNAME: temporalDatabases[0].name,
    VISIBILITY_DBNAME: temporalDatabases[1].name,
    POSTGRES_SEEDS: postgres.host,
    DB_PORT: String(postgres.port),
    POSTGRES_USER: temporalRole,
    POSTGRES_PWD: postgres.temporalPassword,
    NUM_HISTORY_SHARDS: String(historyShards),
    BIND_ON_IP: loopback,
    TEMPORAL_BROADCAST_ADDRESS: loopback,
    PUBLIC_FRONTEND_ADDRESS: `${loopback}:${ports.frontendGrpc}`,
    FRONTEND_GRPC_PORT: String(ports.frontendGrpc),
    FRONTEND_HTTP_PORT: String(ports.frontendHttp),
    HISTORY_GRPC_PORT: String(ports.historyGrpc),
    MATCHING_GRPC_PORT: String(ports.matchingGrpc),
    WORKER_GRPC_PORT: String(ports.workerGrpc),
    FRONTEND_MEMBERSHIP_PORT: String(ports.frontendMembership),
    HISTORY_MEMBERSHIP_PORT: String(ports.historyMembership),
    MATCHING_MEMBERSHIP_PORT: String(ports.matchingMembership),
    WORKER_MEMBERSHIP_PORT: String(ports.workerMembership),
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfig,
    LOG_LEVEL: 'warn',
  }
  return { command, args: ['--allow-no-auth', 'start'], env, cwd }
}

/** The development server of the Temporal command line, on SQLite. */
function devServerCommand(command: string, port: number, options: TemporalOptions): Command {
  const cwd = directoryOf(options.dataDir)
  const args = [
    ...['server', 'start-dev', '--headless', '--ip', loopback],
    ...['--port', String(port), '--namespace', namespace],
    // With SQLite's default journal the server is half as fast and can hang for good under load.
    ...['--db-filename', join(cwd, 'temporal.db'), '--sqlite-pragma', 'journal_mode=wal'],
    ...['--dynamic-config-value', `${timeSkippingKey}=true`, '--log-level', 'warn'],
  ]
  return { command, args, env: withoutTemporalSettings(options.env), cwd }
}

/** Lets workflows that ask for it skip over their waits; only tests ask. */
const timeSkippingKey = 'frontend.WorkflowTimeSkippingEnabled'

function directoryOf(dataDir: string): string {
  const directory = join(dataDir, 'temporal')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return directory
}

/** A variable meant for another server or client on this machine must not reach ours. */
function withoutTemporalSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign =
    /^(TEMPORAL_|SQL_|POSTGRES_|VISIBILITY_|ES_|ENABLE_ES|STATSD_|PROMETHEUS_|PPROF_|CLUSTER_|USE_INTERNAL)/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)))
}

function startError(error: ServiceFailed, port: number, log: string, said: string): LocalError {
  if (meansDiskFull(said)) {
    return new LocalError('disk.full', { dir: log, needed: '1 GB' }, { cause: error })
  }
  if (/address already in use/i.test(said)) return portTaken(port)
  const last = said
    .trim()
    .split('\n')
    .findLast((line) => /error|fatal|unable/i.test(line))
  return new LocalError(
    'temporal.failed',
    { why: last?.slice(0, 300) ?? error.message, log },
    { cause: error },
  )
}

function portTaken(port: number): LocalError {
  return new LocalError('port.taken', { port, name: 'Temporal', variable: 'ACCORDI_TEMPORAL_PORT' })
}
