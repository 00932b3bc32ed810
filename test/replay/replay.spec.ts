import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { bundleWorkflowCode, Worker } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'
import { describe, expect, inject, it } from 'vitest'
import { collectiveLives, lives } from './lives.ts'

const folder = 'test/replay/histories'
const files = readdirSync(folder)
const historyOf = (file: string) => historyFromJSON(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')))
const today = { code: readFileSync(inject('bundlePath'), 'utf8') }

describe('saved histories', () => {
  it('are there for every life', () => {
    expect(files).toEqual(
      expect.arrayContaining([...lives, ...collectiveLives].map(({ name }) => `${name}.json`)),
    )
  })

  it.each(files)('%s replays on the workflow as it is today', async (file) => {
    await Worker.runReplayHistory({ workflowBundle: today }, historyOf(file), `accord:replay-${file}`)
  })

  it.each(['whole-life.json', 'collective-act.json'])(
    'control: one that waits before it acts does not replay %s',
    async (file) => {
      const workflowsPath = fileURLToPath(new URL('./changedWorkflow.ts', import.meta.url))
      const silent = () => undefined
      const logger = { log: silent, trace: silent, debug: silent, info: silent, warn: silent, error: silent }
      const changed = await bundleWorkflowCode({ workflowsPath, logger })
      const replay = Worker.runReplayHistory({ workflowBundle: changed }, historyOf(file), 'accord:changed')
      await expect(replay).rejects.toThrow(DeterminismViolationError)
    },
  )
})
