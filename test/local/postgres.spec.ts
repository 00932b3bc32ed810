import { appendFileSync, chownSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningPostgres, startPostgres } from '../../local/postgres/server.ts'
import { closedTo, serverUser } from '../../local/postgres/user.ts'
import { identify } from '../../local/processes.ts'
import { silent } from '../../local/progress.ts'
import {
  localErrorOf,
  processesAbout,
  query,
  read,
  restarted,
  scratchCrew,
  scratchFolder,
  withoutTemporal,
  withPortTaken,
} from './scratch.ts'

const dataDir = scratchFolder()
const directory = join(dataDir, 'postgres')
type Options = Partial<Parameters<typeof startPostgres>[0]>

async function started(changes: Options = {}) {
  const scratch = scratchCrew(dataDir)
  const options = { dataDir, fixedPort: undefined, keptPort: undefined, durable: false, progress: silent }
  try {
    const postgres = await startPostgres({ ...options, env: withoutTemporal(), ...changes }, scratch.crew)
    return { postgres, ...scratch }
  } catch (error) {
    await scratch.end()
    throw error
  }
}

const postmaster = () => Number.parseInt(read(directory, 'postmaster.pid'), 10)

describe('the embedded Postgres', () => {
  let running: Awaited<ReturnType<typeof started>>
  let postgres: RunningPostgres

  beforeAll(async () => {
    running = await started()
    postgres = running.postgres
    await query(postgres.adminUrl, 'create table kept (n int); ')
  })
  afterAll(() => running.end())

  it('listens on this machine only, with passwords and without a socket', async () => {
    const [settings] = await query(
      postgres.adminUrl,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
        current_setting('idle_in_transaction_session_timeout') as idle, current_setting('TimeZone') as zone`,
    )
    expect(settings).toEqual({ addresses: '127.0.0.1', sockets: '', idle: '1min', zone: 'UTC' })
    const wrong = new URL(postgres.adminUrl)
    wrong.password = 'wrong'
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed')
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  it('is durable unless it is told otherwise', async () => {
    const [test] = await query(postgres.adminUrl, `select current_setting('fsync') as fsync`)
    expect(test).toEqual({ fsync: 'off' })
    const usual = scratchFolder()
    const other = scratchCrew(usual)
    const options = { dataDir: usual, fixedPort: undefined, keptPort: undefined, env: withoutTemporal() }
    const { adminUrl } = await startPostgres({ ...options, durable: true, progress: silent }, other.crew)
    expect(await query(adminUrl, `select current_setting('fsync') as fsync`)).toEqual([{ fsync: 'on' }])
    await other.end()
  })

  it.each(['SIGKILL', 'SIGSTOP'] as const)('is back on its port with its data after a %s', async (name) => {
    await query(postgres.adminUrl, 'insert into kept values (1)')
    const [before] = await query(postgres.adminUrl, 'select count(*) as n from kept')
    const pid = postmaster()
    process.kill(pid, name)
    await restarted(dataDir, 'PostgreSQL', pid)
    expect(identify(pid)).toBeUndefined()
    expect(postmaster()).not.toBe(pid)
    expect(await query(postgres.adminUrl, 'select count(*) as n from kept')).toEqual([before])
  })
})

describe('a start of the embedded Postgres', () => {
  it('leaves no process behind when it is stopped, and finds the data again', async () => {
    const first = await started()
    const before = await query(first.postgres.adminUrl, 'select count(*) as n from kept')
    await first.end()
    expect(processesAbout(dataDir)).toEqual([])
    const second = await started({ keptPort: first.postgres.port })
    expect(second.postgres.port).toBe(first.postgres.port)
    expect(await query(second.postgres.adminUrl, 'select count(*) as n from kept')).toEqual(before)
    await second.end()
  })

  it('takes another port when its last one is taken', async () => {
    await withPortTaken(async (port) => {
      const { postgres, end } = await started({ keptPort: port })
      expect(postgres.port).not.toBe(port)
      await end()
    })
  })

  it('says so when the port that was asked for is taken', async () => {
    await withPortTaken(async (port) => {
      const error = await localErrorOf(started({ fixedPort: port }))
      expect(error.code).toBe('port.taken')
      expect(error.explain('it').remedy).toContain('ACCORDI_POSTGRES_PORT')
    })
  })

  it('is not misled by a stale pid file that names a living process', async () => {
    writeFileSync(join(directory, 'postmaster.pid'), `${process.ppid}\n${directory}\n0\n5432\n\n\n`)
    const { end } = await started()
    await end()
    expect(identify(process.ppid)).toBeDefined()
  })

  it('stops a server on the same data that no instance file tells of', async () => {
    const first = await started()
    const pid = postmaster()
    // As after a power cut of the instance file: the server lives, its supervisor does not mind it.
    rmSync(join(dataDir, 'instance.json'))
    const { prepareCluster } = await import('../../local/postgres/cluster.ts')
    const { postgresBinaries } = await import('../../local/postgres/binaries.ts')
    const user = serverUser()
    const binaries = await postgresBinaries(dataDir, user, silent)
    const ending = first.end()
    await prepareCluster({ dataDir, binaries, user, durable: false, progress: silent })
    // Stopped; its parent may take a moment to notice.
    await expect.poll(() => identify(pid), { timeout: 10_000 }).toBeUndefined()
    await ending
  })

  it('makes new passwords where they were lost, and keeps the data', async () => {
    rmSync(join(dataDir, 'secrets.json'))
    const { postgres, end } = await started()
    expect(await query(postgres.adminUrl, 'select count(*) > 0 as some from kept')).toEqual([{ some: true }])
    await end()
  })

  it('refuses the data of another major version, and leaves them alone', async () => {
    writeFileSync(join(directory, 'PG_VERSION'), '17\n')
    const error = await localErrorOf(started())
    expect(error.code).toBe('data.version')
    expect(error.params).toMatchObject({ found: '17', needed: '18' })
    writeFileSync(join(directory, 'PG_VERSION'), '18\n')
    await (await started()).end()
  })

  it('says what Postgres says when it does not start', async () => {
    const configuration = join(directory, 'postgresql.conf')
    const before = read(configuration)
    appendFileSync(configuration, '\nwork_mem = many\n')
    const error = await localErrorOf(started())
    writeFileSync(configuration, before)
    expect(error.code).toBe('postgres.failed')
    expect(error.message).toContain('configuration file')
    expect(error.explain('en').remedy).toContain(join(dataDir, 'logs', 'postgres.log'))
  })

  it('begins anew where an earlier one was interrupted while it made the database', async () => {
    const unfinished = scratchFolder()
    writeFileSync(join(unfinished, 'postgres-new'), 'half')
    const scratch = scratchCrew(unfinished)
    const options = { dataDir: unfinished, fixedPort: undefined, keptPort: undefined, durable: false }
    await startPostgres({ ...options, env: withoutTemporal(), progress: silent }, scratch.crew)
    expect(existsSync(join(unfinished, 'postgres-new'))).toBe(false)
    await scratch.end()
  })
})

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it('refuses data that belong to somebody else', async () => {
    const { uid, gid } = statSync(directory)
    chownSync(directory, 0, 0)
    const error = await localErrorOf(started())
    chownSync(directory, uid, gid)
    expect(error.code).toBe('data.owner')
    expect(error.params.found).toBe('root')
  })

  it('says which directory keeps the user of Postgres out', () => {
    const user = serverUser()
    expect(user && closedTo('/root/accordi', user)).toBe('/root')
    expect(user && closedTo('/tmp', user)).toBeUndefined()
  })
})
