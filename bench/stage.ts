import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Client } from '@temporalio/client'
import pg from 'pg'
import { type Accords, accords } from '../client/accords.ts'
import { connectTemporal } from '../client/connect.ts'
import { type Connection, connect } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { provision, type RoleUrls } from '../db/provision.ts'
import { storeProgramme } from '../db/reference.ts'
import { storeShippedCalendars } from '../db/shippedCalendars.ts'
import { testProgramme } from '../test/support/programme.ts'
import { startTestStack } from '../test/support/stack.ts'
import type { WorkersSettings } from './workers.ts'

/** Everything the parts measure on: a stack, a database and two task queues of this run's own. */
export interface Stage {
  readonly databaseUrl: string
  readonly connection: Connection
  readonly client: Client
  readonly temporalAddress: string
  readonly accords: Accords
  readonly bareTaskQueue: string
  /** An accord id that no other has, of 16 characters. */
  freshId(): string
  /** A second database without a single accord, for a part that reads all there are. */
  emptyDatabase(): Promise<BenchDatabase>
  close(): Promise<void>
}

export interface BenchDatabase {
  readonly urls: RoleUrls
  readonly connection: Connection
  close(): Promise<void>
}

/** What test/support/database.ts gives the roles: they belong to the whole server, not to one database. */
const passwords = { accordi_owner: 'owner', accordi_app: 'app', accordi_reader: 'reader' }
const mostClients = 16

/** Takes seconds: the stack starts, the schema is migrated, both workers answer. */
export async function openStage(): Promise<Stage> {
  const stack = await startTestStack({ durable: true })
  const run = `bench${process.pid}`
  const database = await openDatabase(stack.adminUrl, `accordi_${run}`)
  const { connection } = database
  const databaseUrl = database.urls.accordi_app
  const temporal = { address: stack.temporalAddress, namespace: 'default' }
  const taskQueue = `${run}-ours`
  const bareTaskQueue = `${run}-bare`
  const workers = await startWorkers({ databaseUrl, temporal, taskQueue, bareTaskQueue })
  const { client, close } = await connectTemporal(temporal)
  let made = 0
  return {
    databaseUrl,
    connection,
    client,
    temporalAddress: stack.temporalAddress,
    accords: accords(client, { taskQueue, waitMs: 60_000 }),
    bareTaskQueue,
    freshId: () => {
      made += 1
      return `${run}-${String(made).padStart(15 - run.length, '0')}`
    },
    emptyDatabase: () => openDatabase(stack.adminUrl, `accordi_${run}_empty`),
    async close() {
      await stopWorkers(workers)
      await close()
      await database.close()
      await stack.stop()
    },
  }
}

/** Migrated, with what every accord rests on; dropped when it is closed. */
async function openDatabase(adminUrl: string, name: string): Promise<BenchDatabase> {
  const urls = await provision(adminUrl, passwords, name)
  await migrate(urls.accordi_owner)
  const connection = connect(urls.accordi_app, { applicationName: 'accordi-bench', max: mostClients })
  await storeShippedCalendars(connection)
  await storeProgramme(connection, testProgramme)
  return {
    urls,
    connection,
    async close() {
      await connection.close()
      await dropDatabase(adminUrl, name)
    },
  }
}

/** Both workers live in one process beside this one, as a worker does in service. */
async function startWorkers(settings: WorkersSettings): Promise<ChildProcess> {
  const workers = fork(new URL('./workers.ts', import.meta.url), [JSON.stringify(settings)])
  const exited = once(workers, 'exit').then(([code]) => {
    throw new Error(`the process of the workers ended with code ${code} before it was ready`)
  })
  await Promise.race([once(workers, 'message'), exited])
  exited.catch(() => undefined)
  return workers
}

async function stopWorkers(workers: ChildProcess): Promise<void> {
  if (workers.exitCode !== null) return
  const exited = once(workers, 'exit')
  workers.disconnect()
  await exited
}

async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`)
  await admin.end()
}
