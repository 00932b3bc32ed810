import { join } from 'node:path'
import { ensureDirectory } from './files.ts'
import type { InstanceHold } from './instance.ts'
import { appendLine, rotateLog } from './logFile.ts'
import { identify, signal } from './processes.ts'
import type { Progress } from './progress.ts'
import { type ServiceEvent, type ServiceSpec, type Supervised, supervise } from './supervisor.ts'

/** The services of one stack: supervised, written in the instance file, stopped in reverse order. */
export interface Crew {
  start(spec: ServiceSpec): Promise<Supervised>
  /** The log of a service of that name, empty at the start of the run; last run's is beside it as `.1`. */
  logFile(name: string): string
  /** A line in the stack's own log. */
  log(event: Readonly<Record<string, unknown>>): void
  stop(options?: { force?: boolean }): Promise<void>
}

export function createCrew(
  dataDir: string,
  hold: InstanceHold,
  progress: Progress,
  abort: AbortSignal,
): Crew {
  ensureDirectory(join(dataDir, 'logs'), 'ACCORDI_DATA_DIR')
  const running: Supervised[] = []
  const alive = new Map<string, { pid: number; stopSignal: NodeJS.Signals }>()
  const rotated = new Set<string>()
  const logFile = (name: string) => {
    const file = join(dataDir, 'logs', `${name}.log`)
    if (!rotated.has(name)) rotateLog(file)
    rotated.add(name)
    return file
  }
  const stackLog = logFile('stack')
  const log = (event: Readonly<Record<string, unknown>>) => {
    appendLine(stackLog, JSON.stringify({ at: new Date().toISOString(), ...event }))
  }
  const listen = (spec: ServiceSpec) => (event: ServiceEvent) => {
    log({ service: spec.name, ...event })
    if (event.type === 'started')
      alive.set(spec.name, { pid: event.pid, stopSignal: spec.stopSignal ?? 'SIGTERM' })
    if (event.type === 'died' || event.type === 'stopped') alive.delete(spec.name)
    try {
      keepRecord(event, spec, hold)
    } catch (error) {
      // As on a full disk. The service runs all the same; only a later start would not know it.
      log({ service: spec.name, event: 'not recorded', why: String(error) })
    }
    tell(event, spec.name, progress)
    spec.onEvent?.(event)
  }
  // Whoever ends without stopping us, such as an uncaught error, leaves no server behind.
  const onExit = () => {
    for (const { pid, stopSignal } of [...alive.values()].toReversed()) signal(pid, stopSignal)
  }
  process.on('exit', onExit)
  return {
    logFile,
    log,
    async start(spec) {
      const service = await supervise({ ...spec, onEvent: listen(spec) }, abort)
      running.push(service)
      return service
    },
    async stop(options) {
      for (const service of running.toReversed()) await service.stop(options)
      process.off('exit', onExit)
    },
  }
}

function keepRecord(event: ServiceEvent, { name, stopSignal = 'SIGTERM' }: ServiceSpec, hold: InstanceHold) {
  if (event.type === 'stopped') hold.forget(name)
  if (event.type !== 'started') return
  const found = identify(event.pid)
  if (found !== undefined) hold.record({ ...found, name, stopSignal })
}

/** What the person at the terminal should know; the rest is in the log. */
function tell(event: ServiceEvent, name: string, progress: Progress): void {
  if (event.type === 'died') progress.note('serviceDied', { name, why: event.why })
  if (event.type === 'unresponsive') progress.note('serviceUnresponsive', { name })
  if (event.type === 'ready' && event.again) progress.note('serviceRecovered', { name })
}
