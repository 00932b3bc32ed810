import { setTimeout as delay } from 'node:timers/promises'
import { collectives } from '../client/collectives.ts'
import { type Connection, connect } from '../db/connect.ts'
import { loadProgramme } from '../db/programmes/store.ts'
import { verifyProgrammes } from '../db/programmes/verify.ts'
import { Reference } from '../db/reference.ts'
import { verifyRecord } from '../db/verify.ts'
import { selfCheck } from '../domain/programme/selfCheck.ts'
import type { CollectiveAct } from '../domain/programme/state.ts'
import { remaining } from '../domain/programme/state.ts'
import type { Instant } from '../domain/time/instant.ts'
import { localDate } from '../domain/time/localDate.ts'
import { previewAct, previewCohort } from '../operations/collectives.ts'
import { importProgramme, sendToProgramme } from '../operations/programmes.ts'
import { ministry } from '../test/support/acts.ts'
import { testProgramme } from '../test/support/programme.ts'
import { workerProcess } from '../test/support/workerProcess.ts'
import type { BenchConfig } from './config.ts'
import { count, type Row } from './rows.ts'
import type { BenchDatabase, Stage } from './stage.ts'
import { storeAccords } from './storedAccords.ts'

const key = { programmeId: 'prova', actId: 'legge-2030' }
const body = { kind: 'suspension', from: localDate('2030-08-01'), until: localDate('2030-08-31') } as const
const now = () => new Date().toISOString() as Instant

/**
 * One act over all accords of a programme: the dry run, then the real one, its worker killed half-way and started
 * again. Counts at the end what the record holds: nothing twice, nothing missing.
 */
export async function collectivePart(stage: Stage, { quick }: BenchConfig): Promise<Row[]> {
  const accords = quick ? 200 : 10_000
  const database = await stage.emptyDatabase()
  const taskQueue = `${stage.freshId()}-collective`
  const { temporalAddress } = stage
  const worker = workerProcess({ databaseUrl: database.urls.accordi_app, taskQueue, temporalAddress })
  try {
    const { connection } = database
    await prepare(connection, accords)
    const dryMs = await dryRun(database)
    worker.start()
    const startedMs = performance.now()
    const started = await sendToProgramme(
      connection,
      {
        ...{ type: 'StartCollectiveAct', commandId: 'inizio', programmeId: key.programmeId },
        ...{ actor: ministry, on: '2026-11-23', receivedAt: now() },
        data: { actId: key.actId, body, cohort: {}, reasons: 'legge di prova' },
      },
      now(),
    )
    if (started.outcome !== 'accepted') throw new Error(JSON.stringify(started))
    await collectives(stage.client, taskQueue).go(key)
    await until(connection, (act) => remaining(act) <= accords / 2)
    const halfMs = performance.now() - startedMs
    await worker.kill()
    worker.start()
    await until(connection, ({ status }) => status === 'completed')
    const wholeMs = performance.now() - startedMs
    return [
      row(`dry run of one act over ${accords} accords`, dryMs, accords),
      row(`one act over ${accords} accords, worker killed half-way`, wholeMs, accords),
      row('  until it was killed', halfMs, accords / 2),
      await proof(database, accords),
    ]
  } finally {
    await worker.kill()
    await database.close()
  }
}

async function prepare(connection: Connection, accords: number): Promise<void> {
  const accepted = selfCheck(testProgramme.rules).map(({ check }) => ({
    check,
    reason: 'programma di prova',
  }))
  const imported = await importProgramme(connection, { ...testProgramme, accepted }, now())
  if (imported.outcome !== 'programme') throw new Error(JSON.stringify(imported))
  await storeAccords(connection, await new Reference(connection).latestContext(), accords)
  await connection.pool.query('analyze')
}

async function dryRun({ urls }: BenchDatabase): Promise<number> {
  const reader = connect(urls.accordi_reader, { applicationName: 'accordi-bench', regions: '*', max: 4 })
  try {
    const context = await new Reference(reader).latestContext()
    const on = { date: localDate('2026-11-23'), precision: 'day', assumed: false } as const
    const act = { on, receivedAt: now(), actor: ministry, documents: [] }
    const startedMs = performance.now()
    const going = { actId: key.actId, body, reasons: 'legge di prova', act }
    const wanted = { programmeId: key.programmeId, cohort: {}, going }
    const found = await previewCohort(reader, wanted)
    let changed = 0
    for await (const { result } of previewAct(reader, wanted, found, context, localDate('2026-11-23'))) {
      if (result.outcome === 'applied') changed += 1
    }
    if (changed === 0) throw new Error('the act would change nothing')
    return performance.now() - startedMs
  } finally {
    await reader.close()
  }
}

async function until(connection: Connection, isThere: (act: CollectiveAct) => boolean): Promise<void> {
  for (;;) {
    const { state } = await loadProgramme(connection.db, key.programmeId)
    const act = state.status === 'absent' ? undefined : state.acts[key.actId]
    if (act !== undefined && isThere(act)) return
    await delay(200)
  }
}

/** Accords with another number of suspensions than one, findings of `verify`, and accords without an outcome. */
async function proof({ urls }: BenchDatabase, accords: number): Promise<Row> {
  const reader = connect(urls.accordi_reader, { applicationName: 'accordi-bench', regions: '*', max: 4 })
  try {
    const { rows } = await reader.pool.query(
      `select count(*) filter (where n = 1)::integer as once, count(*) filter (where n > 1)::integer as twice
       from (select accord_id, count(*) as n from events where type = 'SuspensionStarted' group by accord_id) a`,
    )
    let findings = 0
    for await (const checked of verifyRecord(reader)) findings += checked.findings.length
    for await (const checked of verifyProgrammes(reader)) findings += checked.findings.length
    const { once: reached, twice } = rows[0]
    const shown = `${reached} once, ${twice} twice, ${accords - reached - twice} missing, ${findings} findings`
    return count('  accords reached', accords - reached + twice + findings, shown, { atMost: 0 })
  } finally {
    await reader.close()
  }
}

function row(what: string, elapsedMs: number, accords: number): Row {
  const rate = accords / (elapsedMs / 1_000)
  return count(what, elapsedMs / 1_000, `${(elapsedMs / 1_000).toFixed(1)} s, ${rate.toFixed(0)} accords/s`)
}
