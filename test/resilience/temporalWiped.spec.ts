import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connectTemporal } from '../../client/connect.ts'
import { connect as connectPostgres } from '../../db/connect.ts'
import { justAfter } from '../../domain/accord/timer.ts'
import { instant } from '../../domain/time/instant.ts'
import { localConfig } from '../../local/config.ts'
import { silent } from '../../local/progress.ts'
import { type Stack, startStack } from '../../local/stack.ts'
import { type System, startSystem } from '../../local/system.ts'
import { workflowId } from '../../workflows/messages.ts'
import { accordiCommand } from '../support/cli.ts'
import { temporaryFolder } from '../support/stack.ts'

// A stack of this spec's own, as `npm start` makes it: its Temporal is about to lose everything.
const dataDir = temporaryFolder('accordi-wiped-')
const config = { ...localConfig(), dataDir, ports: {}, progress: silent, durable: false }
const accordi = accordiCommand({ ACCORDI_DATA_DIR: dataDir, ACCORDI_AS: 'ministry' })
let stack: Stack
let system: System

async function start(): Promise<void> {
  stack = await startStack(config)
  system = await startSystem(stack, config)
}

beforeAll(async () => {
  await start()
  await system.importProgramme()
})
afterAll(async () => {
  system.close()
  await stack.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const begin = (id: string) => [
  ['accord', 'start', id, '--programme', '2014-2020', '--region', 'marche', '--sign-by-date', '2098-12-31'],
  ['accord', 'sign', id, '--kind', 'digital'],
]

it('recover starts what the streams want running after Temporal lost its database, with the same timers', async () => {
  for (const args of begin('marche-prova')) expect(await accordi(...args)).toMatchObject({ code: 0 })
  const before = await accordi('accord', 'timeline', 'marche-prova', '--json')
  expect(await accordi('verify')).toMatchObject({ code: 0 })

  const admin = connectPostgres(stack.postgres.adminUrl, { applicationName: 'wipe', max: 1 })
  for (const database of ['temporal', 'temporal_visibility']) {
    await admin.pool.query(`drop database ${database} with (force)`)
  }
  await admin.close()
  system.close()
  await stack.stop({ force: true })
  await start()

  const found = (await accordi('verify', '--json')).json() as unknown as {
    findings: { code: string; accordId: string }[]
  }
  expect(new Set(found.findings.map(({ code }) => code))).toEqual(new Set(['workflow-missing']))
  const recovered = (await accordi('recover', '--json')).json()
  expect(recovered).toMatchObject({ started: found.findings.length, running: 0 })
  expect((await accordi('recover', '--json')).json()).toMatchObject({
    started: 0,
    running: found.findings.length,
  })
  await expect.poll(async () => (await accordi('verify')).code, { timeout: 30_000, interval: 1_000 }).toBe(0)

  expect((await accordi('accord', 'timeline', 'marche-prova', '--json')).out).toBe(before.out)
  expect(await timerOf('marche-prova')).toBe(justAfter(instant('2098-12-31T22:59:59.999Z')).slice(0, 16))
  const sign = ['accord', 'sign', 'marche-prova', '--kind', 'digital', '--as', 'region:marche']
  expect(await accordi(...sign)).toMatchObject({ code: 0 })
})

/** The minute in which the accord's armed timer fires. */
async function timerOf(accordId: string): Promise<string | undefined> {
  const { client, close } = await connectTemporal(stack.temporal)
  const { events } = await client.workflow.getHandle(workflowId(accordId)).fetchHistory()
  await close()
  const started = events?.find((event) => event.timerStartedEventAttributes != null)
  const seconds =
    Number(started?.eventTime?.seconds) +
    Number(started?.timerStartedEventAttributes?.startToFireTimeout?.seconds)
  return Number.isNaN(seconds) ? undefined : new Date((seconds + 1) * 1_000).toISOString().slice(0, 16)
}

it('keeps passwords in files that only their user may read', () => {
  for (const file of ['connections.json', 'roles.json', 'secrets.json', 'instance.json']) {
    expect(statSync(join(dataDir, file)).mode & 0o077, file).toBe(0)
  }
})
