import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { LocalError } from '../../local/errors.ts'
import { holdInstance, readInstance, resetData, stopLeftovers } from '../../local/instance.ts'
import { identify, type ProcessId } from '../../local/processes.ts'
import { localErrorOf, scratchFolder, until } from './scratch.ts'

const started: ChildProcess[] = []
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
})

async function sleeper(): Promise<ProcessId> {
  const child = spawn('sleep', ['300'], { detached: true })
  started.push(child)
  await until(() => identify(child.pid ?? 0)?.command === 'sleep 300')
  const found = identify(child.pid ?? 0)
  if (found === undefined) throw new Error('it has not started')
  return found
}

/** As another process that was killed would leave it: its file, and no lock. */
function leave(dataDir: string, service: ProcessId, owner: Partial<ProcessId> = {}): void {
  const gone = { pid: 4_000_000, startedAt: '1', command: 'node local/main.ts', ...owner }
  const services = [{ ...service, name: 'Temporal', stopSignal: 'SIGTERM' }]
  const instance = { owner: gone, startedAt: '2026-01-01T08:00:00.000Z', services }
  writeFileSync(join(dataDir, 'instance.json'), JSON.stringify(instance))
}

const addresses = {
  postgres: { host: '127.0.0.1', port: 1, adminUrl: 'postgres://x' },
  temporal: { address: '127.0.0.1:2', namespace: 'default', timeSkipping: true, source: 'cache' },
} as const

describe('the instance file', () => {
  it('tells another terminal where the stack is, and only its user may read it', () => {
    const dataDir = scratchFolder()
    const held = holdInstance(dataDir)
    expect(readInstance(dataDir)?.stack).toBeUndefined()
    held.publish(addresses)
    expect(readInstance(dataDir)).toMatchObject({ owner: { pid: process.pid }, stack: addresses })
    expect(statSync(join(dataDir, 'instance.json')).mode & 0o777).toBe(0o600)
    held.release()
    expect(readInstance(dataDir)).toBeUndefined()
  })

  it('is not believed when whoever wrote it is gone', () => {
    const dataDir = scratchFolder()
    leave(dataDir, { pid: 4_000_001, startedAt: '1', command: 'x' })
    expect(readInstance(dataDir)).toBeUndefined()
  })

  it('is not believed when its pid has gone to another process', () => {
    const dataDir = scratchFolder()
    leave(dataDir, { pid: 4_000_001, startedAt: '1', command: 'x' }, { pid: process.pid })
    expect(readInstance(dataDir)).toBeUndefined()
  })

  it('may hold anything after a power cut', () => {
    const dataDir = scratchFolder()
    writeFileSync(join(dataDir, 'instance.json'), '{"owner":')
    expect(readInstance(dataDir)).toBeUndefined()
    holdInstance(dataDir).release()
  })
})

describe('a second start of the same clone', () => {
  it('is refused, saying who runs it and how to stop it', async () => {
    const dataDir = scratchFolder()
    const held = holdInstance(dataDir)
    const error = await localErrorOf((async () => holdInstance(dataDir))())
    expect(error.code).toBe('stack.running')
    expect(error.explain('en').message).toContain(`process ${process.pid}`)
    expect(error.explain('en').remedy).toContain(`kill ${process.pid}`)
    held.release()
    holdInstance(dataDir).release()
  })
})

describe('what a killed start has left behind', () => {
  it('is stopped by the next one', async () => {
    const dataDir = scratchFolder()
    const service = await sleeper()
    leave(dataDir, service)
    const held = holdInstance(dataDir)
    expect(held.leftovers).toMatchObject([service])
    await stopLeftovers(held, 2_000)
    expect(identify(service.pid)).toBeUndefined()
    held.release()
  })

  it.each([
    ['command line', { command: 'temporal-server --allow-no-auth start' }],
    ['time of start', { startedAt: '1' }],
  ])('is not a process with the same pid and another %s', async (_, change) => {
    const dataDir = scratchFolder()
    const other = await sleeper()
    leave(dataDir, { ...other, ...change })
    const held = holdInstance(dataDir)
    expect(held.leftovers).toEqual([])
    await stopLeftovers(held, 2_000)
    expect(identify(other.pid)).toEqual(other)
    held.release()
  })
})

describe('forgetting the data', () => {
  it('removes what is ours, and nothing else in the folder', async () => {
    const dataDir = scratchFolder()
    for (const name of ['postgres', 'temporal', 'logs']) mkdirSync(join(dataDir, name))
    for (const name of ['secrets.json', 'ports.json', 'tesi.odt']) writeFileSync(join(dataDir, name), '')
    await resetData(dataDir)
    const left = ['postgres', 'temporal', 'logs', 'secrets.json', 'ports.json', 'instance.json', 'tesi.odt']
    expect(left.filter((name) => existsSync(join(dataDir, name)))).toEqual(['tesi.odt'])
  })

  it('is refused while the stack is running', async () => {
    const dataDir = scratchFolder()
    const held = holdInstance(dataDir)
    mkdirSync(join(dataDir, 'postgres'))
    await expect(resetData(dataDir)).rejects.toThrow(LocalError)
    expect(existsSync(join(dataDir, 'postgres'))).toBe(true)
    held.release()
  })
})
