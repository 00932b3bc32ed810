import {
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow'

/** What Temporal itself costs: the least a workflow with the same messages can do. */
export const nothingUpdate = defineUpdate<void>('nothing')
export const noopUpdate = defineUpdate<void>('noop')

export interface BareInput {
  /** The workflow ends after this many updates. */
  readonly updates: number
}

const { noop } = proxyLocalActivities<{ noop(): Promise<void> }>({ startToCloseTimeout: '10 seconds' })

/** `nothing` answers at once; `noop` runs one local activity that does nothing. */
export async function bare({ updates }: BareInput): Promise<void> {
  let left = updates
  setHandler(nothingUpdate, () => {
    left -= 1
  })
  setHandler(noopUpdate, async () => {
    await noop()
    left -= 1
  })
  await condition(() => left <= 0 && allHandlersFinished())
}
