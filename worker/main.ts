import { DefaultLogger, Runtime } from '@temporalio/worker'
import { bundle } from './bundle.ts'
import { workerConfig } from './config.ts'
import { createWorker } from './createWorker.ts'

const config = workerConfig()
Runtime.install({
  logger: new DefaultLogger('WARN'),
  // SIGINT reaches the whole process group of a terminal: the worker ends its acts, then itself.
  shutdownSignals: ['SIGINT', 'SIGTERM'],
})
const { worker, close } = await createWorker({ ...config, workflowBundle: await bundle() })
if (config.endsWithParent) {
  // The parent holds the other end: it closes when the parent is gone, however it went.
  process.stdin.on('end', () => worker.getState() === 'RUNNING' && worker.shutdown()).resume()
}
await worker.run()
await close()
process.exit(0)
