import { spawn } from 'node:child_process'
import { withLog } from './logFile.ts'
import { signal } from './processes.ts'

export interface CommandSpec {
  /** What people read: "PostgreSQL", "Temporal". */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly cwd?: string
  /** Another user to run as; only root may. */
  readonly uid?: number
  readonly gid?: number
  /** Standard output and error are appended here. */
  readonly logFile: string
  /** Gives it a standard input that ends with us, for a child that watches it so as to end with its parent. */
  readonly holdStdin?: boolean
}

/** A started process, with an end that can be awaited. */
export interface Child {
  readonly pid: number
  readonly alive: boolean
  /** Resolves, never rejects, when it has ended. */
  readonly ended: Promise<void>
  /** Why it ended: its exit code or signal. Empty while it runs. */
  readonly ending: string
  signal(name: NodeJS.Signals): void
}

/**
 * Starts the command in a session of its own: a Ctrl-C in the terminal then reaches only us, and we stop
 * the services in order. Throws if the command cannot be started at all.
 */
export function launch(spec: CommandSpec): Child {
  const child = withLog(spec.logFile, (log) =>
    spawn(spec.command, spec.args, {
      env: spec.env,
      stdio: [spec.holdStdin === true ? 'pipe' : 'ignore', log, log],
      detached: true,
      ...(spec.cwd !== undefined && { cwd: spec.cwd }),
      ...(spec.uid !== undefined && { uid: spec.uid }),
      ...(spec.gid !== undefined && { gid: spec.gid }),
    }),
  )
  let ending = ''
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      ending = error.message
      resolve()
    })
    child.once('exit', (code, name) => {
      ending = name ?? `exit code ${code}`
      resolve()
    })
  })
  const pid = child.pid ?? 0
  return {
    pid,
    ended,
    get alive() {
      return pid !== 0 && ending === ''
    },
    get ending() {
      return ending === '' && pid === 0 ? `${spec.command} cannot be started` : ending
    },
    signal(name) {
      // Only while it is our child: once it has been collected, its pid may be another's.
      if (pid !== 0 && ending === '') signal(pid, name)
    },
  }
}
