import { globSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { accords } from '../client/accords.ts'
import { connectTemporal } from '../client/connect.ts'
import { type Connection, connect } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { provision, type RolePasswords, type RoleUrls } from '../db/provision.ts'
import { storeShippedCalendars } from '../db/shippedCalendars.ts'
import { type FileResult, importFiles } from '../operations/importFiles.ts'
import { removeConnections, writeConnections } from './connections.ts'
import { readJson, writePrivateJson } from './files.ts'
import { cloneDir } from './paths.ts'
import type { Progress } from './progress.ts'
import { password } from './secrets.ts'
import type { Stack } from './stack.ts'

export interface SystemOptions {
  readonly dataDir: string
  readonly env: NodeJS.ProcessEnv
  readonly progress: Progress
}

export interface System {
  readonly urls: RoleUrls
  /** Imports the real programme; what is there already stays as it is. */
  importProgramme(): Promise<FileResult[]>
  /** The command line finds the system no more. Nothing else needs stopping: the stack stops the worker. */
  close(): void
}

/** accordi itself on a running stack: roles, schema, calendars, the worker, and where to find it all. */
export async function startSystem(stack: Stack, options: SystemOptions): Promise<System> {
  const { dataDir, progress } = options
  const preparing = progress.begin('schema')
  const urls = await provision(stack.postgres.adminUrl, rolePasswords(dataDir))
  await migrate(urls.accordi_owner)
  await within(urls.accordi_app, storeShippedCalendars)
  preparing.end()
  const starting = progress.begin('workerStart')
  await startWorker(stack, urls, options)
  starting.end()
  const { address, namespace } = stack.temporal
  const { accordi_app: databaseUrl, accordi_reader: readerUrl } = urls
  const temporal = { address, namespace }
  writeConnections(dataDir, { databaseUrl, readerUrl, temporal, documents: documentsPlace(options) })
  return {
    urls,
    importProgramme: () => importProgramme(stack, urls),
    close: () => removeConnections(dataDir),
  }
}

/** Beside the databases, unless the environment names another place: `--reset` forgets them together. */
function documentsPlace({ dataDir, env }: SystemOptions): string {
  return env.ACCORDI_DOCUMENTS || join(dataDir, 'documents')
}

/** Made once per data directory, kept beside the superuser's password. */
function rolePasswords(dataDir: string): RolePasswords {
  const file = join(dataDir, 'roles.json')
  const made = { accordi_owner: password(), accordi_app: password(), accordi_reader: password() }
  const known = { ...made, ...(readJson(file) as Partial<RolePasswords> | undefined) }
  writePrivateJson(file, known)
  return known
}

async function startWorker(stack: Stack, urls: RoleUrls, options: SystemOptions): Promise<void> {
  const { dataDir, env } = options
  const healthFile = join(dataDir, 'worker.health')
  rmSync(healthFile, { force: true })
  const { address, namespace, source } = stack.temporal
  // A cluster named by the environment is named to the worker by the same environment, TLS and all.
  const temporal =
    source === 'environment' ? {} : { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace }
  await stack.supervise({
    name: 'worker',
    log: 'worker',
    holdStdin: true,
    command: join(cloneDir, 'node_modules/.bin/node'),
    args: [join(cloneDir, 'worker/main.ts')],
    env: {
      ...env,
      ...temporal,
      ACCORDI_DATABASE_URL: urls.accordi_app,
      ACCORDI_DOCUMENTS: documentsPlace(options),
      ACCORDI_BUNDLE_FOLDER: join(dataDir, 'bundle'),
      ACCORDI_HEALTH_FILE: healthFile,
      ACCORDI_ENDS_WITH_PARENT: '1',
    },
    health: async () => Date.now() - statSync(healthFile).mtimeMs < 5_000,
    beforeRestart: async () => rmSync(healthFile, { force: true }),
    graceMs: 20_000,
    startWithinMs: 90_000,
  })
}

async function importProgramme(stack: Stack, urls: RoleUrls): Promise<FileResult[]> {
  const sources = globSync('data/programmes/*/*.json', { cwd: cloneDir })
    .sort()
    .map((file) => ({ file, content: JSON.parse(readFileSync(join(cloneDir, file), 'utf8')) as unknown }))
  const { address, namespace, source } = stack.temporal
  const { client, close } = await connectTemporal(
    source === 'environment' ? undefined : { address, namespace },
  )
  try {
    return await within(urls.accordi_app, async (connection) => {
      const results: FileResult[] = []
      for await (const result of importFiles({ connection, accords: accords(client) }, sources))
        results.push(result)
      return results
    })
  } finally {
    await close()
  }
}

async function within<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = connect(url, { applicationName: 'accordi-start', max: 4 })
  try {
    return await work(connection)
  } finally {
    await connection.close()
  }
}
