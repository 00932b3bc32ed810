import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

export interface WorkerProcess {
  start(): void
  /** With no time to end what it was doing. */
  kill(): Promise<void>
  /** As in service; the exit code. */
  stop(): Promise<number | null>
}

export interface WorkerPlace {
  readonly databaseUrl: string
  readonly taskQueue: string
  readonly temporalAddress: string
}

/** A worker as in service, in a process of its own, so that it can be killed. */
export function workerProcess({ databaseUrl, taskQueue, temporalAddress }: WorkerPlace): WorkerProcess {
  const env = {
    ...process.env,
    ACCORDI_DATABASE_URL: databaseUrl,
    ACCORDI_TASK_QUEUE: taskQueue,
    TEMPORAL_ADDRESS: temporalAddress,
  }
  let running: ChildProcess | undefined
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return null
    const exited = once(running, 'exit')
    running.kill(signal)
    const [code] = await exited
    return code as number | null
  }
  return {
    start() {
      running = spawn(process.execPath, ['worker/main.ts'], { env, stdio: 'ignore' })
    },
    async kill() {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
  }
}
