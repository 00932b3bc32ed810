import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInstance } from '../../local/instance.ts'
import { identify } from '../../local/processes.ts'
import type { Stack } from '../../local/stack.ts'
import { isServing } from '../../local/temporal/frontend.ts'
import { localErrorOf, query, restarted, scratchFolder, until } from './scratch.ts'
import { servicePid, start, startWorkflow, workflowRuns } from './stacks.ts'

describe('the local stack', () => {
  const dataDir = scratchFolder()
  let stack: Stack
  beforeAll(async () => {
    stack = await start(dataDir)
    await startWorkflow(stack, 'kept')
  })
  afterAll(() => stack.stop())

  it('says where it is, to us and in its instance file', () => {
    expect(readInstance(dataDir)?.stack).toEqual({ postgres: stack.postgres, temporal: stack.temporal })
    expect(stack.temporal.namespace).toBe('default')
  })

  it('keeps the databases of Temporal apart, in the hands of a role of its own', async () => {
    const owners = await query(
      stack.postgres.adminUrl,
      `select datname as name, pg_get_userbyid(datdba) as owner from pg_database where not datistemplate order by 1`,
    )
    const ours =
      stack.temporal.source === 'path' || stack.temporal.source === 'download'
        ? []
        : ['temporal', 'temporal_visibility']
    expect(owners).toEqual([
      { name: 'postgres', owner: 'postgres' },
      ...ours.map((name) => ({ name, owner: 'temporal' })),
    ])
  })

  it('lets a second one run beside it, each with its own data', async () => {
    const other = await start(scratchFolder())
    expect(other.postgres.port).not.toBe(stack.postgres.port)
    expect(other.temporal.address).not.toBe(stack.temporal.address)
    await startWorkflow(other, 'of the other')
    await expect(workflowRuns(stack, 'of the other')).rejects.toThrow('not found')
    await other.stop()
    expect(await workflowRuns(stack, 'kept')).toBe('RUNNING')
  })

  it('cannot be started twice on the same data', async () => {
    expect((await localErrorOf(start(dataDir))).code).toBe('stack.running')
  })

  it('brings Temporal back on its address with its workflows after a kill -9', async () => {
    const pid = servicePid(dataDir, 'Temporal')
    process.kill(pid, 'SIGKILL')
    await restarted(dataDir, 'Temporal', pid)
    expect(await isServing(stack.temporal.address)).toBe(true)
    expect(await workflowRuns(stack, 'kept')).toBe('RUNNING')
  })

  it('restarts Temporal when it hangs', async () => {
    const pid = servicePid(dataDir, 'Temporal')
    process.kill(pid, 'SIGSTOP')
    await restarted(dataDir, 'Temporal', pid)
    expect(identify(pid)).toBeUndefined()
    expect(await workflowRuns(stack, 'kept')).toBe('RUNNING')
  })

  it('goes on when Postgres is killed under Temporal', async () => {
    const pid = servicePid(dataDir, 'PostgreSQL')
    process.kill(pid, 'SIGKILL')
    await restarted(dataDir, 'PostgreSQL', pid)
    await until(() =>
      workflowRuns(stack, 'kept').then(
        (status) => status === 'RUNNING',
        () => false,
      ),
    )
  })
})
