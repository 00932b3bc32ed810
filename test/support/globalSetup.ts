import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { bundle } from '../../worker/bundle.ts'
import { makeTemplate } from './database.ts'
import { startTestStack } from './stack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
    temporalAddress: string
    timeSkipping: boolean
    bundlePath: string
  }
}

/** One real Postgres and one real Temporal server for the whole run; a database of its own for each file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const scratch = mkdtempSync(join(tmpdir(), 'accordi-test-'))
  const [stack, { code }] = await Promise.all([startTestStack(), bundle()])
  await makeTemplate(stack.adminUrl)
  const bundlePath = join(scratch, 'workflows.js')
  writeFileSync(bundlePath, code)
  if (!stack.timeSkipping) {
    console.warn(
      '\n*** This Temporal server has no time skipping: the specs that pass years DID NOT RUN. ***\n',
    )
  }
  project.provide('adminUrl', stack.adminUrl)
  project.provide('temporalAddress', stack.temporalAddress)
  project.provide('timeSkipping', stack.timeSkipping)
  project.provide('bundlePath', bundlePath)
  return async () => {
    await stack.stop()
    rmSync(scratch, { recursive: true, force: true })
  }
}
