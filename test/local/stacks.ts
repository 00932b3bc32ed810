import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Client, Connection } from '@temporalio/client'
import { readInstance } from '../../local/instance.ts'
import { localPaths } from '../../local/paths.ts'
import { silent } from '../../local/progress.ts'
import { type Stack, type StackOptions, startStack } from '../../local/stack.ts'
import { withoutTemporal } from './scratch.ts'

/** A whole stack on a data directory of its own, with the server of the user's cache. */
export function start(dataDir: string, changes: Partial<StackOptions> = {}): Promise<Stack> {
  const { cacheDir } = localPaths()
  return startStack({
    dataDir,
    cacheDir,
    progress: silent,
    env: withoutTemporal(),
    durable: false,
    ...changes,
  })
}

/** A process that starts the stack and minds it like `npm start`, without the rest of accordi. */
export function startStackOnly(dataDir: string, then: 'wait' | 'throw' = 'wait') {
  const args = [join(import.meta.dirname, 'stackOnly.ts'), dataDir, then]
  const child = spawn(process.execPath, args, { env: withoutTemporal(), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk)
    })
  }
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, exit, output: () => output }
}

/** The pid that a service has now; 0 while it is down. */
export function servicePid(dataDir: string, name: string): number {
  return readInstance(dataDir)?.services.find((service) => service.name === name)?.pid ?? 0
}

/** A workflow that nobody works on: it only has to be remembered. */
export function startWorkflow(stack: Stack, workflowId: string) {
  return withClient(stack, (client) => client.workflow.start('none', { workflowId, taskQueue: 'none' }))
}

export function workflowRuns(stack: Stack, workflowId: string): Promise<string> {
  return withClient(stack, async (client) => {
    const { status } = await client.workflow.getHandle(workflowId).describe()
    return status.name
  })
}

async function withClient<T>({ temporal }: Stack, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: temporal.address })
  try {
    return await work(new Client({ connection, namespace: temporal.namespace }))
  } finally {
    await connection.close()
  }
}
