import { writeFileSync } from 'node:fs'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { expect, it } from 'vitest'
import { collectives } from '../../client/collectives.ts'
import { loadProgramme } from '../../db/programmes/store.ts'
import { timeline } from '../../db/readModels/timeline.ts'
import type { Instant } from '../../domain/time/instant.ts'
import { importProgramme, sendToProgramme } from '../../operations/programmes.ts'
import { syntheticProgramme } from '../../operations/synthesis/programme.ts'
import { programme } from '../../schemas/reference.ts'
import { collectiveWorkflowId, workflowId } from '../../workflows/messages.ts'
import { ministry } from '../support/acts.ts'
import { recordAccords, underway } from '../support/manyAccords.ts'
import { testEngine } from '../support/system.ts'
import { collectiveLives, lives } from './lives.ts'

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
  await save(name, workflowId(accordId), started)
})

it.each(collectiveLives)('records $name', async ({ name, live }) => {
  const [programmeId, actId] = [`replay-${name}`, 'proroga']
  const { app, engine } = system
  await importProgramme(app, programme.parse(syntheticProgramme(programmeId, 1)), now())
  await recordAccords(app, underway(programmeId), 3)
  let asked = 0
  await live({
    async ask(type, data = {}) {
      const request = {
        type,
        programmeId,
        data: { actId, ...data },
        commandId: `${++asked}`,
        actor: ministry,
      }
      const times = { on: now().slice(0, 10), receivedAt: now() }
      expect(await sendToProgramme(app, { ...request, ...times }, now())).toMatchObject({
        outcome: 'accepted',
      })
    },
    go: () => collectives(engine.client, engine.taskQueue).go({ programmeId, actId }),
    async until(status) {
      const current = async () => {
        const { state } = await loadProgramme(app.db, programmeId)
        return state.status === 'absent' ? undefined : state.acts[actId]?.status
      }
      await expect.poll(current, { timeout: 30_000 }).toBe(status)
    },
  })
  await save(name, collectiveWorkflowId({ programmeId, actId }))
})

const now = () => new Date().toISOString() as Instant

async function save(name: string, id: string, runId?: string): Promise<void> {
  const handle = system.engine.client.workflow.getHandle(id, runId)
  if (runId === undefined) await handle.result()
  const text = historyToJSON(await handle.fetchHistory())
  writeFileSync(`test/replay/histories/${name}.json`, `${JSON.stringify(JSON.parse(text), null, 1)}\n`)
}

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
