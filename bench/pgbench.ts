import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { accordActivities } from '../activities/createActivities.ts'
import type { Deps } from '../activities/executeCommand.ts'
import { commandsPerLife, directLife, live } from './lives.ts'
import { mean } from './measure.ts'

/** One prepared statement as the event store sent it. */
interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** A pgbench script of a whole life: the very statements and payloads of our commands, on a stream of its own. */
export interface Script {
  readonly folder: string
  readonly arguments: readonly string[]
}

/** In the order of PATH, then where Debian puts it; undefined where there is none. */
export function findPgbench(path: readonly string[]): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().toReversed() : []
  const folders = [...path, ...versions.map((version) => join(debian, version, 'bin'))]
  return folders.map((folder) => join(folder, 'pgbench')).find((file) => existsSync(file))
}

export function pgbenchVersion(pgbench: string): string {
  return execFileSync(pgbench, ['--version'], { encoding: 'utf8' }).trim()
}

/** Lives one life for real, keeps each statement with its values, and writes them down for pgbench. */
export async function writeScript(deps: Deps, accordId: string): Promise<Script> {
  const statements: Statement[] = []
  const pool = new Proxy(deps.pool, {
    get(target, key) {
      if (key !== 'query') return Reflect.get(target, key)
      return (query: { text: string; values: unknown[] }) => {
        statements.push(query)
        return target.query(query)
      }
    },
  })
  await live(directLife(accordActivities({ ...deps, pool }), accordId))
  const folder = mkdtempSync(join(tmpdir(), 'accordi-bench-'))
  const file = join(folder, 'life.sql')
  writeFileSync(file, scriptOf(statements, accordId))
  return {
    folder,
    arguments: ['-f', file, ...statements.flatMap((statement, at) => definitions(statement, at, accordId))],
  }
}

export function removeScript({ folder }: Script): void {
  rmSync(folder, { recursive: true, force: true })
}

/**
 * pgbench sends each `:variable` as a parameter of the prepared statement, as pg does with ours. The
 * accord's id is drawn anew for each life; inside a payload the server puts it in place of the one kept.
 */
function scriptOf(statements: readonly Statement[], accordId: string): string {
  const texts = statements.map(({ text, values }, at) => {
    const filled = text.replaceAll(/\$(\d+)/g, (_, number: string) => {
      const value = String(values[Number(number) - 1])
      if (value === accordId) return ':id'
      const name = `:${variable(at, Number(number))}`
      return value.includes(accordId) ? `replace(${name}, '${accordId}', :id)` : name
    })
    return `${filled.trim()};\n`
  })
  return `\\set id random(1000000000000000, 9000000000000000)\n${texts.join('')}`
}

function definitions({ values }: Statement, at: number, accordId: string): string[] {
  return values.flatMap((value, index) =>
    value === accordId ? [] : ['-D', `${variable(at, index + 1)}=${String(value)}`],
  )
}

function variable(statement: number, parameter: number): string {
  return `s${statement}p${parameter}`
}

const run = promisify(execFile)

/** Commands per second. The first second, in which each connection prepares its statements, is left out. */
export async function pgbenchRate(
  pgbench: string,
  script: Script,
  databaseUrl: string,
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<number> {
  const load = ['-n', '-M', 'prepared', '-c', String(clients), '-j', String(Math.min(2, clients))]
  const time = ['-T', String(seconds + 1), '-P', '1']
  const { stderr } = await run(pgbench, [...load, ...time, ...script.arguments, databaseUrl])
  const progress = [...stderr.matchAll(/progress: [\d.]+ s, ([\d.]+) tps.*?(\d+) failed/g)]
  if (progress.length < seconds || progress.some(([, , failed]) => failed !== '0')) {
    throw new Error(`pgbench did not measure: ${stderr.slice(-500)}`)
  }
  return mean(progress.slice(1).map(([, lives]) => Number(lives))) * commandsPerLife
}
