import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { appendLine } from '../logFile.ts'
import { signal } from '../processes.ts'

export interface ToolRun {
  readonly command: string
  readonly args: readonly string[]
  readonly env: NodeJS.ProcessEnv
  /** What it says is appended here. */
  readonly logFile: string
  readonly abort: AbortSignal
  readonly onLine?: (line: string) => void
}

/** Runs a tool to its end; resolves with its exit code, 1 if it was killed. Rejects when aborted. */
export async function runTool({ command, args, env, logFile, abort, onLine }: ToolRun): Promise<number> {
  abort.throwIfAborted()
  // In a group of its own, so that what it starts (compilers, a server) is ended with it.
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      appendLine(logFile, line)
      onLine?.(line)
    })
  }
  const { pid } = child
  const stop = async () => {
    if (pid === undefined) return
    signal(-pid, 'SIGTERM')
    await Promise.race([ended, sleep(3_000, undefined, { ref: false })])
    signal(-pid, 'SIGKILL')
  }
  const onAbort = () => void stop()
  const onExit = () => pid !== undefined && signal(-pid, 'SIGKILL')
  abort.addEventListener('abort', onAbort)
  process.on('exit', onExit)
  try {
    const exitCode = await ended
    abort.throwIfAborted()
    return exitCode
  } finally {
    abort.removeEventListener('abort', onAbort)
    process.off('exit', onExit)
  }
}
