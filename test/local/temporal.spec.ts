import { execFile } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Progress } from '../../local/progress.ts'
import { silent } from '../../local/progress.ts'
import { buildServer, builtServer } from '../../local/temporal/build.ts'
import { checkCache, storeInCache } from '../../local/temporal/cache.ts'
import { downloadServer } from '../../local/temporal/download.ts'
import { givenTemporal } from '../../local/temporal/environment.ts'
import { type FoundTemporal, findTemporal } from '../../local/temporal/find.ts'
import { localErrorOf, processesAbout, read, scratchFolder, script, until, withPortTaken } from './scratch.ts'

const abort = new AbortController().signal
const says = (version: string) => `echo temporal version ${version}`
const madeBy = ['test']

function listening(): { progress: Progress; notes: string[] } {
  const notes: string[] = []
  return { notes, progress: { ...silent, note: (key) => notes.push(key) } }
}

describe('the cache of the Temporal server', () => {
  async function stored() {
    const directory = join(scratchFolder(), 'server')
    const made = join(scratchFolder(), 'made')
    mkdirSync(made)
    script(made, 'temporal-server', says('1.32.1'))
    await storeInCache(made, directory, { version: '1.32.1', madeBy }, ['temporal-server'])
    return directory
  }
  const wanted = { version: '1.32.1', madeBy }

  it('is good as it was made', async () => {
    expect(await checkCache(await stored(), wanted)).toEqual({ state: 'good' })
  })

  it('is absent where there is none', async () => {
    expect(await checkCache(join(scratchFolder(), 'none'), wanted)).toEqual({ state: 'absent' })
  })

  it('is broken when a program is not the one that was stored', async () => {
    const directory = await stored()
    appendFileSync(join(directory, 'temporal-server'), '# changed')
    expect(await checkCache(directory, wanted)).toEqual({ state: 'broken', why: 'sha-256 temporal-server' })
  })

  it('is broken when a program does not run', async () => {
    const made = join(scratchFolder(), 'made')
    const directory = join(scratchFolder(), 'server')
    mkdirSync(made)
    script(made, 'temporal-server', 'exit 1')
    await storeInCache(made, directory, wanted, ['temporal-server'])
    expect(await checkCache(directory, wanted)).toEqual({ state: 'broken', why: 'temporal-server --version' })
  })

  it('is broken when it was made in another way', async () => {
    const other = { version: '1.32.1', madeBy: ['other'] }
    expect(await checkCache(await stored(), other)).toMatchObject({ state: 'broken' })
  })

  it('is broken without its manifest', async () => {
    const directory = scratchFolder()
    expect(await checkCache(directory, wanted)).toEqual({ state: 'broken', why: 'manifest.json' })
  })
})

describe('building the server with Go', () => {
  /** A stand-in for the go command, which writes the programs it was asked for and tells each time. */
  function goCommand(body = '') {
    const folder = scratchFolder()
    const program = (name: string) =>
      `printf '#!/bin/sh\\necho version 1.32.1\\n' > "$GOBIN/${name}"; chmod +x "$GOBIN/${name}"`
    const go = script(
      folder,
      'go',
      `echo "$@" >> ${folder}/calls\n${body}\n${program('server')}\n${program('sql')}`,
    )
    return { go, calls: () => read(folder, 'calls').trim().split('\n') }
  }
  const options = (cacheDir: string, progress = silent) => {
    return { cacheDir, progress, abort, env: process.env, logFile: join(cacheDir, 'build.log') }
  }

  it('stores it for the next start', async () => {
    const cacheDir = scratchFolder()
    const { go, calls } = goCommand()
    const built = await buildServer(go, options(cacheDir))
    expect(built).toMatchObject({ kind: 'server', version: '1.32.1' })
    expect(await builtServer(cacheDir, silent)).toEqual(built)
    expect(calls()).toEqual([
      'install -v -gcflags=all=-N -l -ldflags=-s -w ' +
        'go.temporal.io/server/cmd/server@v1.32.1 go.temporal.io/server/cmd/tools/sql@v1.32.1',
    ])
  })

  it('is said to be broken, and removed, when a program was changed', async () => {
    const cacheDir = scratchFolder()
    const built = await buildServer(goCommand().go, options(cacheDir))
    if ('why' in built) throw new Error(built.why)
    appendFileSync(built.server, '# changed')
    const { progress, notes } = listening()
    expect(await builtServer(cacheDir, progress)).toBeUndefined()
    expect(notes).toEqual(['cacheBroken'])
    expect(readdirSync(cacheDir)).toEqual([])
  })

  it('leaves nothing half made when it fails, and tells the reason', async () => {
    const cacheDir = scratchFolder()
    const { go } = goCommand('touch "$GOBIN/server"; echo no network >&2; exit 1')
    expect(await buildServer(go, options(cacheDir))).toEqual({ why: 'go install: no network' })
    expect(readdirSync(cacheDir)).toEqual(['build.log'])
  })

  it('says so when the disk is full', async () => {
    const { go } = goCommand('echo "write: no space left on device" >&2; exit 1')
    const error = await localErrorOf(buildServer(go, options(scratchFolder())))
    expect(error.code).toBe('disk.full')
  })

  it('is ended, with all that Go had started, when the start is interrupted', async () => {
    const cacheDir = scratchFolder()
    const interrupted = new AbortController()
    const { go } = goCommand(`sleep 300 & echo $! > ${cacheDir}/compiler; wait`)
    const building = buildServer(go, { ...options(cacheDir), abort: interrupted.signal })
    await until(() => existsSync(join(cacheDir, 'compiler')))
    interrupted.abort()
    await expect(building).rejects.toThrow('aborted')
    const compiler = Number(read(cacheDir, 'compiler'))
    await until(
      () => !existsSync(`/proc/${compiler}`) || read('/proc', String(compiler), 'stat').includes(') Z '),
    )
  })
})

describe('finding a Temporal server', () => {
  // Nothing answers there: the download fails at once, with a network or without.
  const proxies = { https_proxy: 'http://127.0.0.1:9', HTTPS_PROXY: 'http://127.0.0.1:9' }
  const envOf = (folder: string) => ({ HOME: process.env.HOME, ...proxies, PATH: `${folder}:/usr/bin:/bin` })
  const find = (folder: string, changes: { progress?: Progress; cacheDir?: string } = {}) =>
    findTemporal({
      ...{ cacheDir: scratchFolder(), progress: silent, abort, log: () => undefined, ...changes },
      env: envOf(folder),
      logFile: (name) => join(folder, `${name}.log`),
    })

  /** The same in another process, as another clone would. */
  async function findElsewhere(folder: string, cacheDir: string): Promise<FoundTemporal> {
    const program = `
      import { type FoundTemporal, findTemporal } from '${join(import.meta.dirname, '../../local/temporal/find.ts')}'
      import { silent } from '${join(import.meta.dirname, '../../local/progress.ts')}'
      const found = await findTemporal({
        ...{ cacheDir: '${cacheDir}', progress: silent, abort: new AbortController().signal, env: process.env },
        ...{ log: () => undefined, logFile: (name) => '${folder}/other-' + name + '.log' },
      })
      console.log(JSON.stringify(found))`
    const args = ['--input-type=module-typescript', '-e', program]
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: envOf(folder) })
    return JSON.parse(stdout) as FoundTemporal
  }

  it('takes the server and its tool from PATH', async () => {
    const folder = scratchFolder()
    const server = script(folder, 'temporal-server', says('1.33.0'))
    const sqlTool = script(folder, 'temporal-sql-tool', says('1.33.0'))
    expect(await find(folder)).toEqual({
      programs: { kind: 'server', server, sqlTool, version: '1.33.0' },
      source: 'path',
    })
  })

  it('takes the command line from PATH, and says that the server there is too old', async () => {
    const folder = scratchFolder()
    script(folder, 'temporal-server', says('1.29.0'))
    script(folder, 'temporal-sql-tool', says('1.29.0'))
    const cli = script(folder, 'temporal', says('1.5.0'))
    const { progress, notes } = listening()
    expect(await find(folder, { progress })).toEqual({ programs: { kind: 'cli', cli }, source: 'path' })
    expect(notes).toEqual(['pathTooOld'])
  })

  it('builds it once when two clones want it at the same time', async () => {
    const folder = scratchFolder()
    const cacheDir = scratchFolder()
    const server = 'echo "#!/bin/sh\necho version 1.32.1" > "$GOBIN/server"; chmod +x "$GOBIN/server"'
    script(
      folder,
      'go',
      `echo called >> ${folder}/calls; sleep 1; ${server}; cp "$GOBIN/server" "$GOBIN/sql"`,
    )
    const found = await Promise.all([find(folder, { cacheDir }), findElsewhere(folder, cacheDir)])
    expect(found.map(({ source }) => source).sort()).toEqual(['built', 'cache'])
    expect(found[0]?.programs).toEqual(found[1]?.programs)
    expect(read(folder, 'calls')).toBe('called\n')
    expect(readdirSync(cacheDir).sort()).toEqual([
      'lock',
      `temporal-server-1.32.1-${process.platform}-${process.arch}`,
    ])
  })

  it('clears away what an interrupted build has left', async () => {
    const folder = scratchFolder()
    const cacheDir = scratchFolder()
    mkdirSync(join(cacheDir, 'unfinished-abc'))
    script(folder, 'go', 'exit 1')
    await localErrorOf(find(folder, { cacheDir }))
    expect(readdirSync(cacheDir)).toEqual(['lock'])
  })

  it('names the three ways out where there is none and none can be had', async () => {
    const folder = scratchFolder()
    script(folder, 'go', 'echo "no network" >&2; exit 1')
    const error = await localErrorOf(find(folder))
    expect(error.code).toBe('temporal.none')
    const { remedy } = error.explain('en')
    for (const way of ['TEMPORAL_ADDRESS', 'install Go', '"temporal" command']) expect(remedy).toContain(way)
    expect(error.message).toContain('go install: no network')
  })
})

describe('downloading the development server', () => {
  it('is given up when nothing arrives, and leaves nothing behind', async () => {
    const cacheDir = scratchFolder()
    // It accepts the connection and never says a word, like many a firewall.
    await withPortTaken(async (port) => {
      const env = {
        ...process.env,
        https_proxy: `http://127.0.0.1:${port}`,
        HTTPS_PROXY: `http://127.0.0.1:${port}`,
      }
      const options = { cacheDir, env, progress: silent, abort, stalledMs: 3_000 }
      const logFile = join(scratchFolder(), 'download.log')
      expect(await downloadServer({ ...options, logFile })).toEqual({ why: 'timeout' })
    })
    expect(readdirSync(cacheDir)).toEqual([])
    expect(processesAbout(cacheDir)).toEqual([])
  })
})

describe('a Temporal server that the environment names', () => {
  it('is none where the environment names none', async () => {
    expect(await givenTemporal({ HOME: scratchFolder() }, silent)).toBeUndefined()
  })

  it('is reported where it does not answer', async () => {
    const env = { HOME: scratchFolder(), TEMPORAL_ADDRESS: '127.0.0.1:9' }
    const error = await localErrorOf(givenTemporal(env, silent))
    expect(error.code).toBe('temporal.unreachable')
    expect(error.params.address).toBe('127.0.0.1:9')
  })
})
