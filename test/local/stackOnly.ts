import { localPaths } from '../../local/paths.ts'
import { silent } from '../../local/progress.ts'
import { onStopSignals } from '../../local/signals.ts'
import { startStack } from '../../local/stack.ts'

/** Run by the specs as a process of its own, to be stopped or killed: `stackOnly.ts DATA-DIR wait|throw`. */
const [, , dataDir = '', then] = process.argv
const starting = new AbortController()
const signals = onStopSignals(() => starting.abort())
const stack = await startStack({
  ...localPaths(),
  ...{ dataDir, progress: silent, env: process.env, durable: false, signal: starting.signal },
})
console.log('ready')
if (then === 'throw') throw new Error('as a mistake of ours would')
await signals.asked
await stack.stop()
signals.release()
