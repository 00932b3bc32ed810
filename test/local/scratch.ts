import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll } from 'vitest'
import { type Crew, createCrew } from '../../local/crew.ts'
import { LocalError } from '../../local/errors.ts'
import { holdInstance } from '../../local/instance.ts'
import { identify } from '../../local/processes.ts'
import { silent } from '../../local/progress.ts'
import { temporaryFolder } from '../support/stack.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder that is removed at the end of the spec file. */
export function scratchFolder(): string {
  const folder = temporaryFolder('accordi-local-spec-')
  folders.push(folder)
  return folder
}

/** A crew on a data directory of its own, with what holds it. */
export function scratchCrew(dataDir = scratchFolder()): {
  dataDir: string
  crew: Crew
  end(): Promise<void>
} {
  const hold = holdInstance(dataDir)
  const crew = createCrew(dataDir, hold, silent, new AbortController().signal)
  return {
    dataDir,
    crew,
    async end() {
      await crew.stop()
      hold.release()
    },
  }
}

/** Waits, at most 30 seconds, until the condition holds. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 30_000): Promise<void> {
  const giveUpAt = performance.now() + withinMs
  while (!(await condition())) {
    if (performance.now() > giveUpAt) throw new Error(`not so within ${withinMs} ms: ${condition}`)
    await sleep(25)
  }
}

/** Waits until the service runs under another pid, and its supervisor has found it to be up. */
export async function restarted(dataDir: string, service: string, before: number): Promise<void> {
  await until(() => {
    const lines = read(dataDir, 'logs', 'stack.log').trim().split('\n')
    const events = lines.map((line) => JSON.parse(line) as { service?: string; type?: string; pid?: number })
    const last = events.findLast((event) => event.service === service)
    return last?.type === 'ready' && last.pid !== before
  })
}

/** The trouble that the work ends in. */
export async function localErrorOf(work: Promise<unknown>): Promise<LocalError> {
  try {
    await work
  } catch (error) {
    if (error instanceof LocalError) return error
    throw error
  }
  throw new Error('it did not fail')
}

/** Pids of all processes whose command line mentions the text, but for ours. */
export function processesAbout(text: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid !== process.pid)
    .filter((pid) => identify(pid)?.command.includes(text))
}

/** A port that something else listens on, for as long as the work takes. */
export async function withPortTaken(work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer().listen(0, '127.0.0.1')
  await until(() => server.listening)
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  try {
    await work(address.port)
  } finally {
    server.close()
  }
}

export async function query(adminUrl: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The environment of this run, without what would point the stack at another server. */
export function withoutTemporal(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_')))
}

/** A program of a few lines, as an executable file. */
export function script(folder: string, name: string, body: string): string {
  const file = join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  return file
}

export const read = (...path: string[]) => readFileSync(join(...path), 'utf8')
