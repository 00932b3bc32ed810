import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { localPaths } from '../../local/paths.ts'

/** A real server of the S3 protocol that keeps buckets as folders: signatures and checksums are verified by it. */
const version = '0.14.1'
const credentials = { accessKey: 'accordi-prova', secretKey: 'segreto-di-prova' }

export interface S3Server {
  /** What the environment of a process that uses it holds. */
  readonly env: Readonly<Record<string, string>>
  /** Where the server keeps the objects of its one bucket, `documenti`. */
  readonly bucketFolder: string
  stop(): Promise<void>
  start(): Promise<void>
}

/** Built once by cargo (a minute on two cores) and kept in the cache; ACCORDI_TEST_S3_SERVER names one that is there. */
async function program(): Promise<string> {
  const { ACCORDI_TEST_S3_SERVER: given } = process.env
  if (given !== undefined) return given
  const root = join(localPaths().cacheDir, `s3s-fs-${version}`)
  const built = join(root, 'bin', 's3s-fs')
  if (existsSync(built)) return built
  const args = [
    'install',
    's3s-fs',
    '--version',
    version,
    '--features',
    'binary',
    '--locked',
    '--debug',
    '--root',
    root,
  ]
  await promisify(execFile)('cargo', args, { maxBuffer: 64 * 1024 * 1024 }).catch((error: Error) => {
    throw new Error(
      `The specs of the S3 store need the server s3s-fs ${version}: install Rust (cargo 1.92 or later), or set ` +
        `ACCORDI_TEST_S3_SERVER to its program. cargo said: ${error.message.slice(-2_000)}`,
    )
  })
  return built
}

export async function startS3(folder: string): Promise<S3Server> {
  const [command, port] = [await program(), await freePort()]
  const bucketFolder = join(folder, 'documenti')
  mkdirSync(bucketFolder, { recursive: true })
  const args = ['--host', '127.0.0.1', '--port', `${port}`]
  const keys = ['--access-key', credentials.accessKey, '--secret-key', credentials.secretKey]
  let child: ReturnType<typeof spawn> | undefined
  const server: S3Server = {
    bucketFolder,
    env: {
      ACCORDI_DOCUMENTS: 's3://documenti',
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
      AWS_REGION: 'eu-south-1',
      AWS_ACCESS_KEY_ID: credentials.accessKey,
      AWS_SECRET_ACCESS_KEY: credentials.secretKey,
    },
    async start() {
      child = spawn(command, [...args, ...keys, folder], { stdio: 'ignore' })
      for (let tries = 0; !(await listens(port)); tries++) {
        if (tries > 100) throw new Error(`${command} does not listen on ${port}`)
        await delay(50)
      }
    },
    async stop() {
      const ended =
        child?.exitCode === null && child.signalCode === null
          ? new Promise((resolve) => child?.once('exit', resolve))
          : undefined
      child?.kill('SIGKILL')
      await ended
    },
  }
  await server.start()
  return server
}

function listens(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
