import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import { accordiCommand, type Ran } from './cli.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type Engine, startEngine } from './engine.ts'

/** A whole system for one spec file, used through its command line as a person would. */
export interface TestSystem {
  accordi(...args: string[]): Promise<Ran>
  /** Writes a file to a folder that goes with the spec, and returns its path. */
  file(name: string, content: string | Uint8Array): string
}

export function testSystem(): TestSystem {
  const scratch = mkdtempSync(join(tmpdir(), 'accordi-cli-'))
  let database: TestDatabase
  let engine: Engine
  let run: TestSystem['accordi']
  beforeAll(async () => {
    database = await testDatabase()
    engine = await startEngine(database.urls.accordi_app)
    run = accordiCommand({
      ACCORDI_DATABASE_URL: database.urls.accordi_app,
      ACCORDI_READER_URL: database.urls.accordi_reader,
      ACCORDI_TASK_QUEUE: engine.taskQueue,
      TEMPORAL_ADDRESS: inject('temporalAddress'),
    })
  })
  afterAll(async () => {
    await engine.close()
    await database.drop()
    rmSync(scratch, { recursive: true, force: true })
  })
  return {
    accordi: (...args) => run(...args),
    file(name, content) {
      writeFileSync(join(scratch, name), content)
      return join(scratch, name)
    },
  }
}
