import { proxyActivities } from '@temporalio/workflow'
import type { Activities } from '../activities/createActivities.ts'

// A batch has 30 seconds for each receiver, four of them at a time; what it did not finish, the next one does.
const { webhookBatch } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  retry: {
    initialInterval: '1 second',
    backoffCoefficient: 2,
    maximumInterval: '1 minute',
    maximumAttempts: 5,
  },
})

const batchesPerRun = 50

/**
 * One pass: publishes what is new and sends what is due, batch after batch, until nothing moves any more. All that is
 * to be remembered is in Postgres: a schedule starts the next pass a minute later, and two at once do no harm.
 */
export async function webhooks(): Promise<void> {
  for (let batch = 0; batch < batchesPerRun; batch++) {
    const { going } = await webhookBatch()
    if (!going) return
  }
}
