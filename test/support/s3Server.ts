import { execFile, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { localPaths } from '../../local/paths.ts'
import { findGo } from '../../local/temporal/build.ts'

/** A real S3 server that keeps buckets as folders, as offices run it: signatures and checksums are verified by it. */
const version = '1.8.0'
const source = `github.com/versity/versitygw/cmd/versitygw@v${version}`
const region = 'eu-south-1'
const credentials = { accessKey: 'accordi-prova', secretKey: 'segreto-di-prova' }

export interface S3Server {
  /** What the environment of a process that uses it holds. */
  readonly env: Readonly<Record<string, string>>
  /** Where the server keeps the objects of its one bucket, `documenti`. */
  readonly bucketFolder: string
  stop(): Promise<void>
  start(): Promise<void>
}

/** Why the specs of the S3 store cannot run on this machine; undefined where they can. */
export const noS3Server =
  process.env.ACCORDI_TEST_S3_SERVER === undefined &&
  !existsSync(built()) &&
  findGo(process.env) === undefined
    ? `there is no Go to build versitygw ${version}, and ACCORDI_TEST_S3_SERVER names none`
    : undefined

function built(): string {
  return join(localPaths().cacheDir, `versitygw-${version}`, 'versitygw')
}

/** Built once by Go (a minute and a half on two cores) and kept in the cache; ACCORDI_TEST_S3_SERVER names another. */
async function program(): Promise<string> {
  const given = process.env.ACCORDI_TEST_S3_SERVER
  if (given !== undefined) return given
  const go = findGo(process.env)
  if (existsSync(built())) return built()
  if (go === undefined) throw new Error(noS3Server)
  const env = { ...process.env, GOBIN: dirname(built()), GOFLAGS: '-trimpath', CGO_ENABLED: '0' }
  await promisify(execFile)(go, ['install', source], { env, maxBuffer: 64 * 1024 * 1024 })
  return built()
}

export async function startS3(folder: string): Promise<S3Server> {
  const [command, port] = [await program(), await freePort()]
  const bucketFolder = join(folder, 'buckets', 'documenti')
  mkdirSync(bucketFolder, { recursive: true })
  const args = ['--port', `127.0.0.1:${port}`, '--region', region, '--quiet']
  const keys = ['--access', credentials.accessKey, '--secret', credentials.secretKey]
  // What it knows of an object beside its bytes: kept in files, since not every disk has extended attributes.
  const kept = ['posix', '--sidecar', join(folder, 'sidecar'), join(folder, 'buckets')]
  mkdirSync(join(folder, 'sidecar'), { recursive: true })
  let child: ReturnType<typeof spawn> | undefined
  const server: S3Server = {
    bucketFolder,
    env: {
      ACCORDI_DOCUMENTS: 's3://documenti',
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKey,
      AWS_SECRET_ACCESS_KEY: credentials.secretKey,
    },
    async start() {
      child = spawn(command, [...args, ...keys, ...kept], { stdio: 'ignore' })
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
