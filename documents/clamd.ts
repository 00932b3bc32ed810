import { createReadStream } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { DocumentProblem, messageOf } from './problems.ts'

/** Where clamd listens: a port of a host, or a Unix socket. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string }

/** What looks at a file before it is stored; throws `infected`, or `scanner-away`: never stored unseen. */
export type Scanner = (file: string, name: string) => Promise<void>

const chunkBytes = 64 * 1024
/** clamd itself gives up on a file after two minutes by default. */
const patienceMs = 150_000

/**
 * Asks clamd by its INSTREAM command: chunks, each after its length in four bytes, and a length of zero at the
 * end. Anything but a clear "OK" counts as no answer, a file larger than clamd's own limit too.
 */
export function clamdScanner(address: ClamdAddress): Scanner {
  const place = 'path' in address ? address.path : `${address.host}:${address.port}`
  return async (file, name) => {
    const answer = await ask(address, file).catch((error: unknown) => {
      throw new DocumentProblem('scanner-away', { place, problem: messageOf(error) }, { cause: error })
    })
    const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
    if (found !== undefined) throw new DocumentProblem('infected', { name, found })
    if (answer !== 'stream: OK') throw new DocumentProblem('scanner-away', { place, problem: answer || '?' })
  }
}

async function ask(address: ClamdAddress, file: string): Promise<string> {
  const socket = connect(address)
  socket.setTimeout(patienceMs, () => socket.destroy(new Error(`no answer in ${patienceMs / 1_000} s`)))
  try {
    const answer = answerOf(socket)
    // clamd may answer and hang up before it has read everything: its answer counts, not the broken pipe.
    const sent = send(socket, file).catch((error: unknown) => answer.catch(() => Promise.reject(error)))
    await Promise.race([sent, answer])
    return await answer
  } finally {
    socket.destroy()
  }
}

async function send(socket: Socket, file: string): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const chunk of createReadStream(file, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
    if (socket.destroyed) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await new Promise((resolve) => waitFor(socket, resolve))
  }
  socket.write(Buffer.alloc(4))
}

/** Until the socket takes more, or takes nothing any more. */
function waitFor(socket: Socket, done: (value: undefined) => void): void {
  const go = () => {
    for (const event of ['drain', 'close', 'error']) socket.off(event, go)
    done(undefined)
  }
  for (const event of ['drain', 'close', 'error']) socket.once(event, go)
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8')
      if (text.includes('\0')) resolve(text.slice(0, text.indexOf('\0')).trim())
    })
    socket.once('error', reject)
    socket.once('close', () => (text === '' ? reject(new Error('hung up')) : resolve(text.trim())))
  })
}
