import { sql, type Transaction } from 'kysely'
import { type Accord, initialAccord } from '../domain/accord/state.ts'
import type { Connection } from './connect.ts'
import type { Database } from './database.ts'
import { overviewRow } from './readModels/overview.ts'
import { type RowModel, rowModels } from './readModels/rowModels.ts'
import { eachStream, foldStream } from './streams.ts'

export interface Rebuilt {
  readonly accords: number
  readonly events: number
}

const flushRows = 500

/**
 * Makes all read models anew from the events, in one transaction: readers see the old ones until the
 * new ones are there. Writers wait meanwhile, since an append in between would be lost from the copy.
 */
export function rebuild(
  connection: Connection,
  onProgress: (done: Rebuilt) => void = () => undefined,
): Promise<Rebuilt> {
  return connection.db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
    await sql`lock table accord_overview in exclusive mode`.execute(trx)
    for (const { table } of rowModels) await trx.deleteFrom(table).execute()
    await trx.deleteFrom('accord_overview').execute()
    const rows = new Rows(trx)
    const done = { accords: 0, events: 0 }
    for await (const stream of eachStream({ ...connection, db: trx })) {
      const { state, events } = foldStream(stream)
      if (state.phase === 'absent') continue
      await rows.add(state)
      done.accords += 1
      done.events += events.length
      if (done.accords % 1_000 === 0) onProgress(done)
    }
    await rows.flush()
    return done
  })
}

/** Gathers rows and writes them by the hundred. */
class Rows {
  private readonly trx: Transaction<Database>
  private states: Accord[] = []

  constructor(trx: Transaction<Database>) {
    this.trx = trx
  }

  async add(state: Accord): Promise<void> {
    this.states.push(state)
    if (this.states.length >= flushRows) await this.flush()
  }

  async flush(): Promise<void> {
    await this.insert('accord_overview', this.states.map(overviewRow))
    for (const { table, rows } of rowModels) {
      const all = this.states.flatMap((state) => rows(initialAccord, state))
      await this.insert(table, all)
    }
    this.states = []
  }

  private async insert(table: 'accord_overview' | RowModel['table'], rows: readonly object[]): Promise<void> {
    const target = sql.table(table)
    await sql`insert into ${target}
      select * from jsonb_populate_recordset(null::${target}, ${JSON.stringify(rows)}::jsonb)`.execute(
      this.trx,
    )
  }
}
