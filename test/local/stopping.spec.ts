import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readInstance } from '../../local/instance.ts'
import { identify } from '../../local/processes.ts'
import { isServing } from '../../local/temporal/frontend.ts'
import { localErrorOf, processesAbout, scratchFolder, until, withPortTaken } from './scratch.ts'
import { start, startStackOnly, startWorkflow, workflowRuns } from './stacks.ts'

describe('stopping and starting again', () => {
  it('keeps the data, and leaves no process behind', async () => {
    const dataDir = scratchFolder()
    const first = await start(dataDir)
    await startWorkflow(first, 'kept')
    const pids = readInstance(dataDir)?.services.map(({ pid }) => pid) ?? []
    expect(pids).toHaveLength(2)
    await first.stop()
    await first.stop()
    expect(pids.map(identify)).toEqual([undefined, undefined])
    expect(readInstance(dataDir)).toBeUndefined()
    const second = await start(dataDir)
    expect(second.temporal.address).toBe(first.temporal.address)
    expect(await workflowRuns(second, 'kept')).toBe('RUNNING')
    await second.stop({ force: true })
    expect(processesAbout(dataDir)).toEqual([])
  })

  it('can be interrupted while it starts', async () => {
    const dataDir = scratchFolder()
    const interrupted = new AbortController()
    const starting = start(dataDir, { signal: interrupted.signal })
    await until(() => existsSync(join(dataDir, 'postgres', 'postmaster.pid')))
    interrupted.abort()
    expect((await localErrorOf(starting)).code).toBe('stack.stopped')
    expect(processesAbout(dataDir)).toEqual([])
    expect(readInstance(dataDir)).toBeUndefined()
  })

  it('says so when the port asked for Temporal is taken, and stops Postgres again', async () => {
    const dataDir = scratchFolder()
    await withPortTaken(async (port) => {
      const error = await localErrorOf(start(dataDir, { ports: { temporal: port } }))
      expect(error.code).toBe('port.taken')
      expect(error.params).toMatchObject({ port, name: 'Temporal' })
    })
    expect(processesAbout(dataDir)).toEqual([])
  })
})

describe('the process that holds the stack', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('stops everything on %s', async (signal) => {
    const dataDir = scratchFolder()
    const { child, exit, output } = startStackOnly(dataDir)
    await until(() => output().includes('ready'))
    const pids = readInstance(dataDir)?.services.map(({ pid }) => pid) ?? []
    expect(pids).toHaveLength(2)
    child.kill(signal)
    expect(await exit).toBe(0)
    expect(pids.map(identify)).toEqual([undefined, undefined])
    expect(processesAbout(dataDir)).toEqual([])
  })

  it('leaves nothing behind when it ends by an error of its own', async () => {
    const dataDir = scratchFolder()
    const { exit } = startStackOnly(dataDir, 'throw')
    expect(await exit).toBe(1)
    await until(() => processesAbout(dataDir).length === 0)
  })

  it('may be killed: the next start stops what it left and has the data', async () => {
    const dataDir = scratchFolder()
    const { child, exit, output } = startStackOnly(dataDir)
    await until(() => output().includes('ready'))
    const pids = readInstance(dataDir)?.services.map(({ pid }) => pid) ?? []
    child.kill('SIGKILL')
    await exit
    expect(pids.map((pid) => identify(pid) !== undefined)).toEqual([true, true])
    expect(readInstance(dataDir)).toBeUndefined()
    const next = await start(dataDir)
    expect(pids.map(identify)).toEqual([undefined, undefined])
    expect(await isServing(next.temporal.address)).toBe(true)
    await next.stop()
  })
})
