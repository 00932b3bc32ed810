import { writeFileSync } from 'node:fs'
import { DefaultLogger, Runtime } from '@temporalio/worker'
import { bundle, cachedBundle } from './bundle.ts'
import { workerConfig } from './config.ts'
import { createWorker } from './createWorker.ts'

/** `npm run worker`: runs until SIGINT or SIGTERM, ends the acts in progress, then itself. */
const config = workerConfig()
Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: ['SIGINT', 'SIGTERM'] })
const workflowBundle = await (config.bundleFolder === undefined
  ? bundle()
  : cachedBundle(config.bundleFolder))
const { worker, close } = await createWorker({ ...config, workflowBundle })
const { healthFile, endsWithParent } = config
if (endsWithParent)
  process.stdin.on('end', () => worker.getState() === 'RUNNING' && worker.shutdown()).resume()
const beating = healthFile && setInterval(() => writeFileSync(healthFile, new Date().toISOString()), 1_000)
if (healthFile) writeFileSync(healthFile, new Date().toISOString())
await worker.run()
clearInterval(beating || undefined)
await close()
process.exit(0)
