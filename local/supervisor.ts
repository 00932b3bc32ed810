import { setTimeout as sleep } from 'node:timers/promises'
import { trimLog } from './logFile.ts'
import { descendants, killAll, untilGone } from './processes.ts'
import { type Child, type CommandSpec, launch } from './spawn.ts'

export interface ServiceSpec extends CommandSpec {
  /** Whether it answers. May reject or hang: both count as no. */
  readonly health: () => Promise<boolean>
  /** The signal that asks it to end in good order. SIGTERM if not given. */
  readonly stopSignal?: NodeJS.Signals
  /** How long it may take to end after that signal before SIGKILL, in milliseconds. */
  readonly graceMs: number
  /** How long it may take from its start to its first healthy answer, in milliseconds. */
  readonly startWithinMs: number
  readonly probe?: Partial<ProbeOptions>
  /** Runs before each restart, for what a killed server leaves behind. A failure is one failed attempt. */
  readonly beforeRestart?: () => Promise<void>
  readonly onEvent?: (event: ServiceEvent) => void
}

export interface ProbeOptions {
  readonly everyMs: number
  /** An answer that takes longer is a miss. */
  readonly withinMs: number
  /** So many misses in a row mean that it hangs. */
  readonly misses: number
}

export type ServiceEvent =
  | { readonly type: 'started'; readonly pid: number }
  | { readonly type: 'ready'; readonly pid: number; readonly tookMs: number; readonly again: boolean }
  | { readonly type: 'died'; readonly pid: number; readonly why: string }
  | { readonly type: 'unresponsive'; readonly pid: number; readonly misses: number }
  | { readonly type: 'restarting'; readonly attempt: number; readonly delayMs: number }
  | { readonly type: 'stopped' }

export interface Supervised {
  readonly name: string
  /** Changes with each restart; undefined while it is down. */
  readonly pid: number | undefined
  /** Ends it and stops minding it. Resolves when no process of it is left. A second call only waits. */
  stop(options?: { force?: boolean }): Promise<void>
}

/** The first start failed: it ended, or did not become healthy in time. */
export class ServiceFailed extends Error {
  override readonly name = 'ServiceFailed'
}

const usualProbe: ProbeOptions = { everyMs: 2_000, withinMs: 3_000, misses: 3 }
const firstDelayMs = 250
const longestDelayMs = 10_000
/** A service that ran so long and then ends is not one that cannot start: the back-off begins anew. */
const settledMs = 60_000

/**
 * Starts a process and resolves when it is healthy; from then on restarts it, with back-off, whenever it
 * ends or stops answering, until `stop`. Throws ServiceFailed if the first start fails, having ended it.
 */
export async function supervise(spec: ServiceSpec, abort?: AbortSignal): Promise<Supervised> {
  const stopping = new AbortController()
  const emit = spec.onEvent ?? (() => undefined)
  let child: Child | undefined
  const start = async (again: boolean) => {
    const startedAt = performance.now()
    child = launch(spec)
    emit({ type: 'started', pid: child.pid })
    await untilHealthy(spec, child, AbortSignal.any([stopping.signal, ...(abort && !again ? [abort] : [])]))
    emit({ type: 'ready', pid: child.pid, tookMs: Math.round(performance.now() - startedAt), again })
  }
  try {
    await start(false)
  } catch (error) {
    if (child !== undefined) await end(spec, child, false)
    throw error
  }
  const minding = mind()
  return {
    name: spec.name,
    get pid() {
      return child?.alive === true ? child.pid : undefined
    },
    async stop({ force = false } = {}) {
      const first = !stopping.signal.aborted
      stopping.abort()
      if (child !== undefined) await end(spec, child, force)
      await minding
      if (first) emit({ type: 'stopped' })
    },
  }

  async function mind(): Promise<void> {
    let attempt = 0
    let readyAt: number | undefined = performance.now()
    while (!stopping.signal.aborted) {
      const current = child
      if (current !== undefined) {
        const trouble = await watch(spec, current, stopping.signal)
        if (trouble === undefined) return
        emit(trouble)
        await kill(current)
      }
      if (readyAt !== undefined && performance.now() - readyAt >= settledMs) attempt = 0
      readyAt = undefined
      const delayMs = Math.min(firstDelayMs * 2 ** attempt, longestDelayMs)
      attempt += 1
      emit({ type: 'restarting', attempt, delayMs })
      await sleep(delayMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      try {
        stopping.signal.throwIfAborted()
        await spec.beforeRestart?.()
        stopping.signal.throwIfAborted()
        await start(true)
        readyAt = performance.now()
      } catch {
        // Who asked us to stop ends it in good order.
        if (stopping.signal.aborted) return
        // Said by the events and by the log of the service; the next turn tries again, later.
        if (child !== undefined) await kill(child)
      }
    }
  }
}

/** Polls at 50 ms. Throws ServiceFailed if the process ends first, or the time is up. */
async function untilHealthy(spec: ServiceSpec, child: Child, abort: AbortSignal): Promise<void> {
  const giveUpAt = performance.now() + spec.startWithinMs
  for (;;) {
    abort.throwIfAborted()
    if (!child.alive) throw new ServiceFailed(`${spec.name} ended at its start (${child.ending})`)
    if (await answers(spec.health, spec.probe?.withinMs ?? usualProbe.withinMs)) return
    if (performance.now() >= giveUpAt) {
      throw new ServiceFailed(`${spec.name} did not answer within ${spec.startWithinMs / 1_000} s`)
    }
    await Promise.race([sleep(50, undefined, { signal: abort }), child.ended])
  }
}

/** Resolves with what is wrong; undefined when told to stop. */
async function watch(spec: ServiceSpec, child: Child, stop: AbortSignal): Promise<ServiceEvent | undefined> {
  const probe = { ...usualProbe, ...spec.probe }
  let misses = 0
  for (;;) {
    await Promise.race([
      sleep(probe.everyMs, undefined, { signal: stop }).catch(() => undefined),
      child.ended,
    ])
    if (stop.aborted) return undefined
    if (!child.alive) return { type: 'died', pid: child.pid, why: child.ending }
    trimLog(spec.logFile)
    const askedAt = performance.now()
    const healthy = await answers(spec.health, probe.withinMs)
    // A machine that was asleep, or had no time for us, had none for the service either.
    const weWereLate = performance.now() - askedAt > probe.withinMs + 1_000
    if (healthy) misses = 0
    else if (!weWereLate) misses += 1
    if (misses >= probe.misses && child.alive) return { type: 'unresponsive', pid: child.pid, misses }
  }
}

async function answers(health: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const late = new AbortController()
  const tooLate = sleep(withinMs, false, { signal: late.signal }).catch(() => false)
  try {
    return await Promise.race([Promise.try(health).catch(() => false), tooLate])
  } finally {
    late.abort()
  }
}

/** In good order, then by force. What the process had started is waited for too. */
async function end(spec: ServiceSpec, child: Child, force: boolean): Promise<void> {
  if (force) return kill(child)
  const family = child.alive ? descendants(child.pid) : []
  child.signal(spec.stopSignal ?? 'SIGTERM')
  const graceful = await Promise.race([
    child.ended.then(() => true),
    sleep(spec.graceMs, false, { ref: false }),
  ])
  if (!graceful) return kill(child)
  await killAll(family)
}

/** A hung process does not heed SIGTERM, and its children may outlive it for a moment. */
async function kill(child: Child): Promise<void> {
  const family = child.alive ? descendants(child.pid) : []
  child.signal('SIGKILL')
  await child.ended
  if (!(await untilGone(family, 3_000))) await killAll(family)
}
