import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { choosePorts, isListening } from '../../local/ports.ts'
import { identify } from '../../local/processes.ts'
import {
  type ServiceEvent,
  ServiceFailed,
  type ServiceSpec,
  type Supervised,
  supervise,
} from '../../local/supervisor.ts'
import { scratchFolder, until } from './scratch.ts'

const folder = scratchFolder()
const quick = { everyMs: 100, withinMs: 300, misses: 2 }
let running: Supervised[] = []

afterEach(async () => {
  await Promise.all(running.map((service) => service.stop({ force: true })))
  running = []
})

/** A real process that answers on a port; `body` may change what it does with signals. */
async function service(body = '', changes: Partial<ServiceSpec> = {}) {
  const { port } = await choosePorts(['port'])
  const events: ServiceEvent[] = []
  const logFile = join(folder, `${port}.log`)
  const program = `${body}; require('http').createServer((_, response) => response.end()).listen(${port}, '127.0.0.1')`
  const spec: ServiceSpec = {
    name: 'trial',
    command: process.execPath,
    args: ['-e', program],
    env: {},
    logFile,
    health: async () => (await fetch(`http://127.0.0.1:${port}/`)).ok,
    graceMs: 2_000,
    startWithinMs: 10_000,
    probe: quick,
    onEvent: (event) => events.push(event),
    ...changes,
  }
  const start = async () => {
    const supervised = await supervise(spec)
    running.push(supervised)
    return supervised
  }
  return { start, port, events, logFile, types: () => events.map(({ type }) => type) }
}

const pidOf = ({ pid }: Supervised): number => {
  if (pid === undefined) throw new Error('it is down')
  return pid
}

describe('a supervised process', () => {
  it('is there, and answers, once it has started', async () => {
    const { start, port, types } = await service()
    const supervised = await start()
    expect(await isListening(port)).toBe(true)
    expect(identify(pidOf(supervised))).toBeDefined()
    expect(types()).toEqual(['started', 'ready'])
  })

  it('is started again when it is killed', async () => {
    const { start, port, types } = await service()
    const supervised = await start()
    const before = pidOf(supervised)
    process.kill(before, 'SIGKILL')
    await until(() => types().filter((type) => type === 'ready').length === 2)
    expect(pidOf(supervised)).not.toBe(before)
    expect(await isListening(port)).toBe(true)
    expect(types()).toEqual(['started', 'ready', 'died', 'restarting', 'started', 'ready'])
  })

  it('is killed and started again when it stops answering', async () => {
    const { start, types } = await service()
    const supervised = await start()
    const before = pidOf(supervised)
    process.kill(before, 'SIGSTOP')
    await until(() => types().filter((type) => type === 'ready').length === 2)
    expect(identify(before)).toBeUndefined()
    expect(types()).toContain('unresponsive')
  })

  it('is tried again, later each time, while it cannot start', async () => {
    const flag = join(folder, 'broken')
    const { start, events, types } = await service(`if (require('fs').existsSync('${flag}')) process.exit(3)`)
    const supervised = await start()
    writeFileSync(flag, '')
    process.kill(pidOf(supervised), 'SIGKILL')
    await until(() => types().filter((type) => type === 'restarting').length === 3)
    const delays = events.flatMap((event) => (event.type === 'restarting' ? [event.delayMs] : []))
    expect(delays).toEqual([250, 500, 1_000])
    await supervised.stop()
    expect(types().at(-1)).toBe('stopped')
  })

  it('ends in good order when asked', async () => {
    const said = join(folder, 'said')
    const { start, types } = await service(
      `process.on('SIGTERM', () => { require('fs').writeFileSync('${said}', 'goodbye'); process.exit() })`,
    )
    const supervised = await start()
    await supervised.stop()
    expect(readFileSync(said, 'utf8')).toBe('goodbye')
    expect(supervised.pid).toBeUndefined()
    expect(types().at(-1)).toBe('stopped')
  })

  it('is killed if it does not end within its grace', async () => {
    const { start } = await service(`process.on('SIGTERM', () => undefined)`, { graceMs: 300 })
    const supervised = await start()
    const pid = pidOf(supervised)
    await supervised.stop()
    expect(identify(pid)).toBeUndefined()
  })

  it('leaves none of the processes behind that it had started', async () => {
    const child = join(folder, 'child')
    const { start } = await service(
      `const { pid } = require('child_process').spawn('sleep', ['300'], { detached: true }); ` +
        `require('fs').writeFileSync('${child}', String(pid))`,
    )
    const supervised = await start()
    const pid = Number(readFileSync(child, 'utf8'))
    expect(identify(pid)?.command).toBe('sleep 300')
    await supervised.stop()
    expect(identify(pid)).toBeUndefined()
  })

  it('is told of the end of its parent by its standard input', async () => {
    const { start } = await service(`process.stdin.resume().on('end', () => process.exit())`, {
      holdStdin: true,
    })
    expect(pidOf(await start())).toBeGreaterThan(0)
  })
})

describe('a process that does not start', () => {
  it('is reported with its exit code, and its output is in the log', async () => {
    const { start, logFile } = await service(`console.error('no such thing'); process.exit(7)`)
    await expect(start()).rejects.toThrow(new ServiceFailed('trial ended at its start (exit code 7)'))
    expect(readFileSync(logFile, 'utf8')).toContain('no such thing')
  })

  it('is reported and killed when it does not answer in time', async () => {
    const { start, events } = await service('', { health: async () => false, startWithinMs: 500 })
    await expect(start()).rejects.toThrow(ServiceFailed)
    const [first] = events
    expect(first?.type === 'started' && identify(first.pid)).toBeUndefined()
  })

  it('is reported when there is no such program', async () => {
    const { start } = await service('', { command: join(folder, 'none') })
    await expect(start()).rejects.toThrow(ServiceFailed)
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })

  it('is ended when the start is interrupted', async () => {
    const { port } = await service()
    const interrupted = new AbortController()
    const spec: ServiceSpec = {
      ...{
        name: 'trial',
        command: 'sleep',
        args: ['300'],
        env: process.env,
        logFile: join(folder, `${port}`),
      },
      ...{ health: async () => false, graceMs: 1_000, startWithinMs: 10_000 },
      onEvent: () => interrupted.abort(),
    }
    await expect(supervise(spec, interrupted.signal)).rejects.toThrow('aborted')
  })
})
