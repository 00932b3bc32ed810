import { join } from 'node:path'
import type { FixedPorts } from './config.ts'
import { type Crew, createCrew } from './crew.ts'
import { expected, LocalError } from './errors.ts'
import { readJson, writePrivateJson } from './files.ts'
import { holdInstance, type InstanceHold, stopLeftovers } from './instance.ts'
import { logTail } from './logFile.ts'
import { startPostgres } from './postgres/server.ts'
import type { Progress } from './progress.ts'
import { ServiceFailed, type ServiceSpec, type Supervised } from './supervisor.ts'
import { givenTemporal } from './temporal/environment.ts'
import { findTemporal, type ProgramSource } from './temporal/find.ts'
import { startTemporal } from './temporal/server.ts'

export interface StackAddresses {
  /** adminUrl: the superuser's, on the database "postgres". */
  readonly postgres: { readonly host: string; readonly port: number; readonly adminUrl: string }
  readonly temporal: {
    readonly address: string
    readonly namespace: string
    readonly timeSkipping: boolean
    readonly source: 'environment' | ProgramSource
  }
}

export interface Stack extends StackAddresses {
  /**
   * Runs another process with the stack: supervised like the servers, and stopped before them.
   * Throws LocalError `service.failed` where it does not start.
   */
  supervise(spec: Omit<ServiceSpec, 'logFile'> & { readonly log: string }): Promise<Supervised>
  /** Stops everything in order. With `force`, or on a second call with it, at once. */
  stop(options?: { force?: boolean }): Promise<void>
}

export interface StackOptions {
  readonly dataDir: string
  readonly cacheDir: string
  readonly progress: Progress
  /** Where PATH and TEMPORAL_* are read, and what the servers are started with. */
  readonly env: NodeJS.ProcessEnv
  readonly ports?: FixedPorts
  /** False where losing the data at a power cut is acceptable, as in tests: Postgres without fsync. */
  readonly durable?: boolean
  /** Interrupts the start; what was started is stopped. */
  readonly signal?: AbortSignal
}

/**
 * Starts Postgres, and Temporal unless the environment names one, and minds them until `stop`.
 * Throws LocalError for every trouble that is expected on somebody's machine, having stopped what it started.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const hold = holdInstance(options.dataDir)
  try {
    return await startHeld(options, hold)
  } catch (error) {
    hold.release()
    throw error
  }
}

async function startHeld(options: StackOptions, hold: InstanceHold): Promise<Stack> {
  const { dataDir, progress, signal } = options
  const failure = new AbortController()
  const abort = AbortSignal.any([failure.signal, ...(signal ? [signal] : [])])
  const crew = createCrew(dataDir, hold, progress, abort)
  try {
    if (hold.leftovers.length > 0) {
      const stage = progress.begin('leftovers')
      await stopLeftovers(hold, 10_000)
      stage.end()
    }
    const addresses = await startServers(options, crew, abort, failure)
    abort.throwIfAborted()
    hold.publish(addresses)
    return {
      ...addresses,
      supervise: ({ log, ...spec }) => superviseAlso({ ...spec, logFile: crew.logFile(log) }, crew, abort),
      async stop(how) {
        await crew.stop(how)
        hold.release()
      },
    }
  } catch (error) {
    await crew.stop()
    if (signal?.aborted === true) throw new LocalError('stack.stopped', {}, { cause: error })
    throw expected(error, dataDir, logTail(crew.logFile('postgres')))
  }
}

async function superviseAlso(spec: ServiceSpec, crew: Crew, abort: AbortSignal): Promise<Supervised> {
  try {
    return await crew.start(spec)
  } catch (error) {
    if (abort.aborted) throw new LocalError('stack.stopped', {}, { cause: error })
    if (!(error instanceof ServiceFailed)) throw error
    const { name, logFile: log } = spec
    throw new LocalError('service.failed', { name, why: error.message, log }, { cause: error })
  }
}

async function startServers(
  options: StackOptions,
  crew: Crew,
  abort: AbortSignal,
  failure: AbortController,
): Promise<StackAddresses> {
  const { dataDir, cacheDir, progress, env, ports: fixed = {}, durable = true } = options
  const portsFile = join(dataDir, 'ports.json')
  const keptPorts = (readJson(portsFile) ?? {}) as Partial<Record<string, number>>
  const given = await givenTemporal(env, progress)
  const [running, found] = await allOrAbort(failure, [
    startPostgres(
      { dataDir, progress, env, durable, fixedPort: fixed.postgres, keptPort: keptPorts.postgres },
      crew,
    ),
    given === undefined
      ? findTemporal({ cacheDir, progress, env, abort, logFile: crew.logFile, log: crew.log })
      : undefined,
  ])
  const { temporalPassword: _, ...postgres } = running
  if (found === undefined) {
    if (given === undefined) throw new Error('no Temporal was given or found')
    return { postgres, temporal: { ...given, source: 'environment' } }
  }
  const temporalOptions = { dataDir, progress, env, abort, keptPorts, fixedPort: fixed.temporal }
  const { ports, ...temporal } = await startTemporal(found.programs, running, temporalOptions, crew)
  writePrivateJson(portsFile, { ...ports, postgres: postgres.port })
  return { postgres, temporal: { ...temporal, source: found.source } }
}

/** Like Promise.all, but nothing goes on unseen after a failure: the others are told, and waited for. */
async function allOrAbort<A, B>(
  failure: AbortController,
  both: [Promise<A>, Promise<B> | B],
): Promise<[A, B]> {
  const results = Promise.all(both)
  try {
    return await results
  } catch (error) {
    failure.abort(error)
    await Promise.allSettled(both)
    throw error
  }
}
