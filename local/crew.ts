import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InstanceHold } from './instance.ts'
import { rotateLog } from './logFile.ts'
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
  const running: Supervised[] = []
  const rotated = new Set<string>()
  const logFile = (name: string) => {
    const file = join(dataDir, 'logs', `${name}.log`)
    if (!rotated.has(name)) rotateLog(file)
    rotated.add(name)
    return file
  }
  const stackLog = logFile('stack')
  const log = (event: Readonly<Record<string, unknown>>) => {
    appendFileSync(stackLog, `${JSON.stringify({ at: new Date().toISOString(), ...event })}\n`)
  }
  const listen = (spec: ServiceSpec) => (event: ServiceEvent) => {
    log({ service: spec.name, ...event })
    if (event.type === 'started') {
      const found = identify(event.pid)
      const stopSignal = spec.stopSignal ?? 'SIGTERM'
      if (found !== undefined) hold.record({ ...found, name: spec.name, stopSignal })
    }
    if (event.type === 'stopped') hold.forget(spec.name)
    tell(event, spec.name, progress)
    spec.onEvent?.(event)
  }
  // Whoever ends without stopping us, such as an uncaught error, leaves no server behind.
  const onExit = () => {
    for (const { pid, stopSignal } of running.toReversed()) if (pid !== undefined) signal(pid, stopSignal)
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

/** What the person at the terminal should know; the rest is in the log. */
function tell(event: ServiceEvent, name: string, progress: Progress): void {
  if (event.type === 'died') progress.note('serviceDied', { name, why: event.why })
  if (event.type === 'unresponsive') progress.note('serviceUnresponsive', { name })
  if (event.type === 'ready' && event.again) progress.note('serviceRecovered', { name })
}
