import { continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow'
import type { Activities } from '../activities/createActivities.ts'
import { type CollectiveInput, goSignal } from './messages.ts'

// A batch is a hundred accords, a few seconds each at worst; it is tried again for as long as it takes.
const { collectiveBatch } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
})

const batchesPerRun = 200

/**
 * Goes through the accords of one act, batch after batch, until none is left or the act is stopped. How far it
 * has come is in Postgres: started again, it goes on from there.
 */
export async function collectiveAct(input: CollectiveInput): Promise<void> {
  let isCalled = false
  setHandler(goSignal, () => {
    isCalled = true
  })
  for (let batch = 0; batch < batchesPerRun; batch++) {
    const { going } = await collectiveBatch(input)
    // Resumed while the last batch was finding it stopped: look once more.
    if (!going && !isCalled) return
    if (!going) isCalled = false
  }
  await continueAsNew<typeof collectiveAct>(input)
}
