import { sleep } from '@temporalio/workflow'
import { accord as today } from '../../workflows/accord.ts'
import { collectiveAct as actToday } from '../../workflows/collectiveAct.ts'
import type { AccordInput, CollectiveInput } from '../../workflows/messages.ts'

/** What must never be released: a timer before the first message, where open runs have none. */
export async function accord(input: AccordInput): Promise<void> {
  await sleep('1 hour')
  await today(input)
}

export async function collectiveAct(input: CollectiveInput): Promise<void> {
  await sleep('1 hour')
  await actToday(input)
}
