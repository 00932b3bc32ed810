import type { Accords, AccordsOptions } from '../client/accords.ts'
import type { Collectives } from '../client/collectives.ts'
import type { TemporalClient } from '../client/connect.ts'
import { type Connection, connect } from '../db/connect.ts'
import { openDocuments } from '../documents/config.ts'
import type { Documents } from '../documents/receive.ts'
import type { Instant } from '../domain/time/instant.ts'
import { cliConfig } from './config.ts'
import type { Output } from './output.ts'
import { exitCodes, Problem } from './problem.ts'

/** What one run of the command uses; connections open when first needed and close at the end. */
export interface Session {
  readonly output: Output
  now(): Instant
  reader(): Connection
  writer(): Connection
  accords(options?: AccordsOptions): Promise<Accords>
  collectives(): Promise<Collectives>
  /** Where documents are kept; a Problem where nothing says where. */
  documents(): Promise<Documents>
  close(): Promise<void>
}

export function openSession(output: Output): Session {
  let reader: Connection | undefined
  let writer: Connection | undefined
  let temporal: Promise<TemporalClient> | undefined
  // Loaded when first needed: views read Postgres, and answer twice as fast without it.
  const connected = async () => {
    temporal ??= import('../client/connect.ts').then(({ connectTemporal }) =>
      connectTemporal(cliConfig().temporal),
    )
    return temporal.catch((error) => {
      throw new Problem('cli.no-temporal', { problem: messageOf(error) }, exitCodes.fault)
    })
  }
  return {
    output,
    now: () => new Date().toISOString() as Instant,
    reader: () =>
      (reader ??= connect(cliConfig().readerUrl, { applicationName: 'accordi-cli', regions: '*', max: 4 })),
    writer: () => (writer ??= connect(cliConfig().databaseUrl, { applicationName: 'accordi-cli', max: 4 })),
    async accords(options = {}) {
      const { taskQueue } = cliConfig()
      const [{ accords }, { client }] = await Promise.all([import('../client/accords.ts'), connected()])
      const onWaiting = (elapsedMs: number) =>
        output.progress('cli.waiting', { seconds: Math.round(elapsedMs / 1_000) })
      return accords(client, { onWaiting, ...(taskQueue && { taskQueue }), ...options })
    },
    async collectives() {
      const { taskQueue } = cliConfig()
      const [{ collectives }, { client }] = await Promise.all([
        import('../client/collectives.ts'),
        connected(),
      ])
      return collectives(client, taskQueue)
    },
    async documents() {
      const { documents } = cliConfig()
      if (documents === undefined) throw new Problem('documents.no-store', {}, exitCodes.fault)
      return openDocuments(documents)
    },
    async close() {
      await Promise.all([
        reader?.close(),
        writer?.close(),
        temporal?.then((t) => t.close()).catch(() => undefined),
      ])
    },
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
