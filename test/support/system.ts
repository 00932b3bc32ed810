import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Connection } from '../../db/connect.ts'
import { type DocumentsConfig, documentsConfig } from '../../documents/config.ts'
import { accordiCommand, type Ran } from './cli.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type Engine, startEngine } from './engine.ts'

/** A database and a worker of its own for one spec file; there from the first hook that follows on. */
export interface TestEngine {
  readonly database: TestDatabase
  readonly engine: Engine
  /** The application role's connection. */
  readonly app: Connection
}

export function testEngine(documents?: DocumentsConfig): TestEngine {
  let made: TestEngine
  beforeAll(async () => {
    const database = await testDatabase()
    const engine = await startEngine(database.urls.accordi_app, documents)
    made = { database, engine, app: database.as('accordi_app') }
  })
  afterAll(async () => {
    await made.engine.close()
    await made.database.drop()
  })
  return {
    get database() {
      return made.database
    },
    get engine() {
      return made.engine
    },
    get app() {
      return made.app
    },
  }
}

/** A whole system for one spec file, used through its command line as a person would. */
export interface TestSystem {
  accordi(...args: string[]): Promise<Ran>
  /** The same with more, or other, variables in its environment. */
  accordiWith(env: Record<string, string>, ...args: string[]): Promise<Ran>
  /** The application role's connection. */
  app(): Connection
  /** Writes a file to a folder that goes with the spec, and returns its path. */
  file(name: string, content: string | Uint8Array): string
  /** The folder where this system keeps its documents. */
  readonly documents: string
}

export function testSystem(): TestSystem {
  const scratch = mkdtempSync(join(tmpdir(), 'accordi-cli-'))
  const documents = join(scratch, 'documents')
  const system = testEngine(documentsConfig(documents, {}))
  let env: Record<string, string> = {}
  beforeAll(() => {
    const { database, engine } = system
    env = {
      ACCORDI_DATABASE_URL: database.urls.accordi_app,
      ACCORDI_READER_URL: database.urls.accordi_reader,
      ACCORDI_TASK_QUEUE: engine.taskQueue,
      TEMPORAL_ADDRESS: inject('temporalAddress'),
      ACCORDI_DOCUMENTS: documents,
    }
  })
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))
  return {
    accordi: (...args) => accordiCommand(env)(...args),
    accordiWith: (more, ...args) => accordiCommand({ ...env, ...more })(...args),
    app: () => system.app,
    documents,
    file(name, content) {
      writeFileSync(join(scratch, name), content)
      return join(scratch, name)
    },
  }
}
