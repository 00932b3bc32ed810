import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LocalError } from './errors.ts'
import { ensureDirectory, readJson, writePrivateJson } from './files.ts'
import { type Lock, tryLock } from './lock.ts'
import { identify, isRunning, type ProcessId, stopProcess } from './processes.ts'
import type { StackAddresses } from './stack.ts'

/** What runs for this clone, as another terminal reads it. Holds a password: only its user may read the file. */
export interface Instance {
  readonly owner: ProcessId
  /** ISO instant. */
  readonly startedAt: string
  readonly services: readonly ServiceRecord[]
  /** Undefined while the stack is still starting. */
  readonly stack?: StackAddresses
}

export interface ServiceRecord extends ProcessId {
  readonly name: string
  /** What asks it to end in good order. */
  readonly stopSignal: NodeJS.Signals
}

/** The right to run the stack in a data directory: one process at a time has it. */
export interface InstanceHold {
  /** What a process that was killed had left running. */
  readonly leftovers: readonly ServiceRecord[]
  /** A service has started, or started again under another pid. */
  record(service: ServiceRecord): void
  forget(name: string): void
  publish(stack: StackAddresses): void
  release(): void
}

/** The stack that runs in this data directory; undefined if there is none, or whoever started it is gone. */
export function readInstance(dataDir: string): Instance | undefined {
  const instance = readJson(fileIn(dataDir)) as Instance | undefined
  return instance !== undefined && isRunning(instance.owner) ? instance : undefined
}

/** Throws LocalError `stack.running` while another process runs the stack of this data directory. */
export function holdInstance(dataDir: string): InstanceHold {
  ensureDirectory(dataDir, 'ACCORDI_DATA_DIR')
  const lock = tryLock({ file: join(dataDir, 'lock'), variable: 'ACCORDI_DATA_DIR' })
  if (lock === undefined) throw alreadyRunning(dataDir)
  const left = readJson(fileIn(dataDir)) as Instance | undefined
  return hold(dataDir, lock, (left?.services ?? []).filter(isRunning))
}

/** Stops what a killed parent left behind: recognised by pid, start time and command line. */
export async function stopLeftovers(hold: InstanceHold, graceMs: number): Promise<void> {
  // In the order opposite to the start, so that no server loses its database before it has ended.
  for (const service of hold.leftovers.toReversed()) {
    await stopProcess(service, { signal: service.stopSignal, graceMs })
  }
}

/**
 * Forgets everything that this clone has stored, and nothing else that may lie in the same directory.
 * Throws LocalError while its stack is running.
 */
export async function resetData(dataDir: string): Promise<void> {
  const held = holdInstance(dataDir)
  try {
    await stopLeftovers(held, 10_000)
    for (const name of readdirSync(dataDir)) {
      if (ours.some((known) => known.test(name)))
        rmSync(join(dataDir, name), { recursive: true, force: true })
    }
  } finally {
    held.release()
  }
}

/** What this folder and `local/main.ts` write into the data directory, but for the lock that is held. */
const ours = [
  /^postgres(-.*)?$/,
  /^temporal$/,
  /^logs$/,
  /^bundle$/,
  /^documents$/,
  /^worker\.health$/,
  /^(secrets|roles|ports|instance|connections)\.json/,
]

function hold(dataDir: string, lock: Lock, leftovers: readonly ServiceRecord[]): InstanceHold {
  const owner = identify(process.pid)
  if (owner === undefined) throw new Error('this process is not in its own process table')
  const services = new Map(leftovers.map((service) => [service.name, service]))
  const startedAt = new Date().toISOString()
  let stack: StackAddresses | undefined
  let released = false
  const write = () => {
    const instance = { owner, startedAt, services: [...services.values()], ...(stack && { stack }) }
    writePrivateJson(fileIn(dataDir), instance satisfies Instance)
  }
  write()
  return {
    leftovers,
    record(service) {
      services.set(service.name, service)
      write()
    },
    forget(name) {
      if (services.delete(name)) write()
    },
    publish(addresses) {
      stack = addresses
      write()
    },
    release() {
      if (released) return
      released = true
      rmSync(fileIn(dataDir), { force: true })
      lock.release()
    },
  }
}

function alreadyRunning(dataDir: string): LocalError {
  const instance = readInstance(dataDir)
  const startedAt = instance === undefined ? '?' : new Date(instance.startedAt).toLocaleTimeString('it-IT')
  return new LocalError('stack.running', { pid: instance?.owner.pid ?? '?', startedAt })
}

const fileIn = (dataDir: string) => join(dataDir, 'instance.json')
