import { sleep } from '@temporalio/workflow'
import { accord as today } from '../../workflows/accord.ts'
import type { AccordInput } from '../../workflows/messages.ts'

/** What must never be released: a timer before the first message, where open runs have none. */
export async function accord(input: AccordInput): Promise<void> {
  await sleep('1 hour')
  await today(input)
}
