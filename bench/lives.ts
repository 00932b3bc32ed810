import { type UpdateDefinition, WithStartWorkflowOperation } from '@temporalio/client'
import type { AccordActivities } from '../activities/createActivities.ts'
import type { Answer } from '../domain/accord/answer.ts'
import type { CommandRequest } from '../domain/accord/commands.ts'
import { wholeLife } from '../test/support/acts.ts'
import type { bare } from './bare.ts'
import type { Stage } from './stage.ts'

export const commandsPerLife = wholeLife('any').length

/** The ten commands of one accord as calls to make in their order. */
export type Life = readonly (() => Promise<void>)[]

/** By the activity called as a function: no Temporal. */
export function directLife({ executeCommand }: AccordActivities, accordId: string): Life {
  let knownVersion = 0
  return wholeLife(accordId).map((request) => async () => {
    const { answer } = await executeCommand({ accordId, request, knownVersion })
    knownVersion = accepted(request, answer).at(-1)?.version ?? knownVersion
  })
}

/** By the client, through Temporal, as in service. */
export function accordLife({ accords }: Stage, accordId: string): Life {
  return wholeLife(accordId).map((request) => async () => {
    const answer = await accords.execute(request)
    if (answer.outcome === 'pending') throw new Error(`${request.commandId}: no answer in a minute`)
    accepted(request, answer)
  })
}

/** As many updates to a bare workflow; the first one starts it, as ours does. */
export function bareLife({ client, bareTaskQueue }: Stage, id: string, update: UpdateDefinition<void>): Life {
  const workflowId = `bare:${id}`
  const started = async () => {
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof bare>('bare', {
      workflowId,
      taskQueue: bareTaskQueue,
      args: [{ updates: commandsPerLife }],
      workflowIdConflictPolicy: 'USE_EXISTING',
    })
    await client.workflow.executeUpdateWithStart(update, { startWorkflowOperation })
  }
  const handle = client.workflow.getHandle<typeof bare>(workflowId)
  const rest = Array.from({ length: commandsPerLife - 1 }, () => () => handle.executeUpdate(update))
  return [started, ...rest]
}

export async function live(life: Life): Promise<void> {
  for (const call of life) await call()
}

/** Only accepted commands are measured: anything else would make the numbers look good for nothing. */
function accepted(request: CommandRequest, answer: Answer) {
  if (answer.outcome !== 'accepted' || answer.repeated) {
    throw new Error(`${request.commandId} was not accepted: ${JSON.stringify(answer).slice(0, 300)}`)
  }
  return answer.events
}
