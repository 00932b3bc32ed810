import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { scratchFolder } from './files.ts'

/** What the scanner of the specs takes for a virus; `signature` is the name it gives it. */
export const virus = 'ACCORDI-VIRUS-DI-PROVA-7f1d'
export const signature = 'Accordi.Prova.UNOFFICIAL'

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find(existsSync)

/** Why the specs of the scanner cannot run on this machine; undefined where they can. */
export const noScanner = program === undefined ? 'clamd is not installed' : undefined

/** Starts a scanner on a Unix socket that knows one virus; stopped when the spec ends. Gives the socket's path. */
export async function startScanner(streamMostBytes = 25 * 1024 * 1024): Promise<string> {
  const folder = scratchFolder()
  const path = join(folder, 'clamd.sock')
  if (program === undefined) throw new Error(noScanner)
  start(program, folder, path, streamMostBytes)
  for (let tries = 0; !(await answers(path)); tries++) {
    if (tries > 300) throw new Error(`${program} does not answer on ${path}`)
    await delay(100)
  }
  return path
}

function start(clamd: string, folder: string, path: string, most: number): void {
  const database = join(folder, 'db')
  mkdirSync(database)
  // One signature of our own: no database needs to be downloaded.
  writeFileSync(join(database, 'prova.ndb'), `Accordi.Prova:0:*:${Buffer.from(virus).toString('hex')}\n`)
  const lines = [
    'Foreground yes',
    `DatabaseDirectory ${database}`,
    `LocalSocket ${path}`,
    `StreamMaxLength ${most}`,
  ]
  writeFileSync(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`)
  const child = spawn(clamd, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write('zPING\0'))
    socket.once('data', () => socket.destroy(void resolve(true) as undefined))
    socket.once('error', () => resolve(false))
  })
}
