import { randomInt } from 'node:crypto'
import { connect, createServer } from 'node:net'
import { LocalError } from './errors.ts'

export const loopback = '127.0.0.1'

/**
 * Below the ranges that kernels give to outgoing connections (Linux from 32768, macOS from 49152): a port
 * that is free now cannot be taken by some connection before the server binds it.
 */
const lowest = 20_000
const highest = 30_000
const attempts = 200

/** As many free ports as there are names; those of the last run are kept where they still are free. */
export async function choosePorts<Name extends string>(
  names: readonly Name[],
  kept: Partial<Record<string, number>> = {},
): Promise<Record<Name, number>> {
  const chosen = new Map<Name, number>()
  for (const name of names) {
    const used = [...chosen.values()]
    const before = kept[name]
    const port =
      before !== undefined && !used.includes(before) && (await isFree(before)) ? before : await freePort(used)
    chosen.set(name, port)
  }
  return Object.fromEntries(chosen) as Record<Name, number>
}

/** Between the choice of a port and its use another may take it: `start` chooses anew, three times at most. */
export async function unlessTaken<T>(start: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start()
    } catch (error) {
      const taken = error instanceof LocalError && error.code === 'port.taken'
      if (!taken || attempt === 3) throw error
    }
  }
}

/** Whether a server could listen on this port of the loopback address now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: loopback, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

/** Whether something listens on this port of the loopback address. */
export function isListening(port: number, withinMs = 1_000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: loopback, timeout: withinMs })
    const answer = (listening: boolean) => {
      socket.destroy()
      resolve(listening)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
    socket.once('timeout', () => answer(false))
  })
}

async function freePort(used: readonly number[]): Promise<number> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const port = randomInt(lowest, highest)
    if (!used.includes(port) && (await isFree(port))) return port
  }
  throw new Error(`none of ${attempts} ports between ${lowest} and ${highest} was free`)
}
