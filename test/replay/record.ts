import { writeFileSync } from 'node:fs'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { expect, it } from 'vitest'
import { timeline } from '../../db/readModels/timeline.ts'
import { workflowId } from '../../workflows/messages.ts'
import { testEngine } from '../support/system.ts'
import { lives } from './lives.ts'

// Not a spec: `npm run record-histories` lives these lives on the real server and saves their histories.
// Saved histories are kept when the workflow changes: they are the open runs that it must not break.
const system = testEngine()

it.each(lives)('records $name', async ({ name, live }) => {
  const accordId = `replay-${name}`
  const until = (id: string, eventType: string) =>
    expect
      .poll(async () => (await timeline(system.app, id, { limit: 1000 })).map(({ type }) => String(type)), {
        timeout: 30_000,
      })
      .toContain(eventType)
      .then(() => undefined)
  const started = await firstRun(accordId, () => live(system.engine, accordId, until))
  const history = await system.engine.client.workflow.getHandle(workflowId(accordId), started).fetchHistory()
  writeFileSync(
    `test/replay/histories/${name}.json`,
    `${JSON.stringify(JSON.parse(historyToJSON(history)), null, 1)}\n`,
  )
})

/** The first run of a workflow, which a continue-as-new has left behind. */
async function firstRun(accordId: string, live: () => Promise<void>): Promise<string> {
  await live()
  const runs: string[] = []
  const query = `WorkflowId = "${workflowId(accordId)}"`
  await expect
    .poll(async () => {
      runs.length = 0
      for await (const run of system.engine.client.workflow.list({ query })) runs.push(run.runId)
      return runs.length
    })
    .toBeGreaterThan(0)
  return runs.at(-1) ?? ''
}
