import type { Client } from '@temporalio/client'
import type { collectiveAct } from '../workflows/collectiveAct.ts'
import {
  type CollectiveInput,
  collectiveWorkflowId,
  taskQueue as defaultTaskQueue,
  goSignal,
} from '../workflows/messages.ts'

export interface Collectives {
  /** Sends an act over many accords on its way, from where it stands; safe to repeat. */
  go(act: CollectiveInput): Promise<void>
}

export function collectives(client: Client, taskQueue: string = defaultTaskQueue): Collectives {
  return {
    async go(act) {
      await client.workflow.signalWithStart<typeof collectiveAct, []>('collectiveAct', {
        workflowId: collectiveWorkflowId(act),
        taskQueue,
        args: [act],
        signal: goSignal,
        signalArgs: [],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      })
    },
  }
}
