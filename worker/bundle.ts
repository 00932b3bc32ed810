import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode } from '@temporalio/worker'

/** The workflow code as one script. Only what workflows/index.ts reaches is in it. */
export async function bundle(): Promise<{ code: string }> {
  const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url))
  return bundleWorkflowCode({ workflowsPath, logger: quiet })
}

const silent = () => undefined
const quiet = {
  log: silent,
  trace: silent,
  debug: silent,
  info: silent,
  warn: console.warn,
  error: console.error,
}
