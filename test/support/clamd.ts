import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { scratchFolder } from './files.ts'

/** What the scanner of the specs takes for a virus; `signature` is the name it gives it. */
export const virus = 'ACCORDI-VIRUS-DI-PROVA-7f1d'
export const signature = 'Accordi.Prova.UNOFFICIAL'

const program = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find(existsSync)

/** Which scanner the specs talk to: the real clamd where the machine has it, as CI does. */
export const scannerIs = program === undefined ? 'a server of our own that speaks its protocol' : 'clamd'

/** Starts a scanner on a Unix socket that knows one virus; stopped when the spec ends. Gives the socket's path. */
export async function startScanner(streamMostBytes = 25 * 1024 * 1024): Promise<string> {
  const folder = scratchFolder()
  const path = join(folder, 'clamd.sock')
  if (program === undefined) startOwn(path, streamMostBytes)
  else startReal(program, folder, path, streamMostBytes)
  for (let tries = 0; !(await answers(path)); tries++) {
    if (tries > 300) throw new Error(`${scannerIs} does not answer on ${path}`)
    await delay(100)
  }
  return path
}

function startReal(clamd: string, folder: string, path: string, most: number): void {
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

function startOwn(path: string, most: number): void {
  const server = createServer((socket) => {
    let received: Buffer = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk])
      const answer = answerTo(received, most)
      if (answer !== undefined) socket.end(`${answer}\0`)
    })
  })
  server.listen(path)
  onTestFinished(() => void server.close())
}

/** Undefined until everything has come. */
function answerTo(received: Buffer, most: number): string | undefined {
  const command = 'zINSTREAM\0'
  if (received.includes('zPING\0')) return 'PONG'
  if (received.length < command.length) return undefined
  if (!received.toString('latin1').startsWith(command)) return 'UNKNOWN COMMAND'
  const parts: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    const content = Buffer.concat(parts)
    if (content.length > most) return 'INSTREAM size limit exceeded. ERROR'
    if (length === 0) return content.includes(virus) ? `stream: ${signature} FOUND` : 'stream: OK'
    parts.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write('zPING\0'))
    socket.once('data', () => socket.destroy(void resolve(true) as undefined))
    socket.once('error', () => resolve(false))
  })
}
