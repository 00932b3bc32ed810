import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A process as it can be recognised later: pids are given out again, so the moment it started and its
 * command line go with it.
 */
export interface ProcessId {
  readonly pid: number
  readonly startedAt: string
  readonly command: string
}

/** Undefined where no such process runs (a zombie, dead but not yet collected, does not). */
export function identify(pid: number): ProcessId | undefined {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
  } catch {
    return undefined
  }
}

/** Whether the very process that was recorded still runs, not another one with its number. */
export function isRunning(recorded: ProcessId): boolean {
  const found = identify(recorded.pid)
  if (found?.startedAt !== recorded.startedAt) return false
  // One that is ending has no command line any more, but its ports and files for a moment yet.
  return found.command === recorded.command || found.command === ''
}

/** The processes started by this one that still run, at any depth. */
export function descendants(pid: number): ProcessId[] {
  const children = new Map<number, number[]>()
  for (const [child, parent] of parents()) children.set(parent, [...(children.get(parent) ?? []), child])
  const found: number[] = []
  const wanted = [pid]
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    const below = children.get(next) ?? []
    found.push(...below)
    wanted.push(...below)
  }
  return found.map(identify).filter((process) => process !== undefined)
}

/** Sends a signal; false where there was no process to receive it. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

export interface StopOptions {
  readonly signal: NodeJS.Signals
  /** How long the polite signal may take before SIGKILL, in milliseconds. */
  readonly graceMs: number
}

/** Ends a process that is not our child, and what it had started. Resolves when none is left. */
export async function stopProcess(target: ProcessId, options: StopOptions): Promise<void> {
  const family = [target, ...descendants(target.pid)]
  if (isRunning(target)) signal(target.pid, options.signal)
  await untilGone(family, options.graceMs)
  await killAll(family)
}

/** SIGKILL to those that still run; at most two seconds until they are gone. */
export async function killAll(family: readonly ProcessId[]): Promise<void> {
  for (const member of family) if (isRunning(member)) signal(member.pid, 'SIGKILL')
  await untilGone(family, 2_000)
}

/** Whether all were gone within the given milliseconds. */
export async function untilGone(family: readonly ProcessId[], withinMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + withinMs
  while (family.some(isRunning)) {
    if (performance.now() >= giveUpAt) return false
    await sleep(25)
  }
  return true
}

function fromProc(pid: number): ProcessId | undefined {
  const { state, startedAt } = stat(pid)
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  return state === 'Z' || state === 'X' ? undefined : { pid, startedAt, command }
}

/** The name, in parentheses, may hold anything: what follows the last of them is fields by position. */
function stat(pid: number): { state: string; parent: number; startedAt: string } {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', parent: Number(fields[1]), startedAt: fields[19] ?? '' }
}

function fromPs(pid: number): ProcessId | undefined {
  const line = ps(['-o', 'stat=,lstart=,command=', '-p', String(pid)]).trim()
  // stat, then the five words of the date, then the command line.
  const [, state = '', startedAt = '', command = ''] = /^(\S+)\s+((?:\S+\s+){4}\S+)\s+(.*)$/s.exec(line) ?? []
  return line === '' || state.startsWith('Z') ? undefined : { pid, startedAt, command }
}

function parents(): [pid: number, parent: number][] {
  if (process.platform !== 'linux') {
    const lines = ps(['-A', '-o', 'pid=,ppid=']).trim().split('\n')
    return lines
      .map((line) => line.trim().split(/\s+/).map(Number))
      .map(([pid = 0, parent = 0]) => [pid, parent])
  }
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name)
    if (!Number.isInteger(pid)) return []
    try {
      return [[pid, stat(pid).parent]]
    } catch {
      return []
    }
  })
}

const ps = (args: readonly string[]) =>
  execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
