import { type Insertable, sql, type Transaction } from 'kysely'
import type { Connection } from './connect.ts'
import type { AccordOverviewTable, Database } from './database.ts'
import { type MonitoringRow, monitoringRows } from './readModels/monitoring.ts'
import { type ObligationRow, obligationRows } from './readModels/obligations.ts'
import { overviewRow } from './readModels/overview.ts'
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
    await trx.deleteFrom('obligations').execute()
    await trx.deleteFrom('monitoring_reports').execute()
    await trx.deleteFrom('accord_overview').execute()
    const rows = new Rows(trx)
    const done = { accords: 0, events: 0 }
    for await (const stream of eachStream({ ...connection, db: trx })) {
      const { state, events } = foldStream(stream)
      if (state.phase === 'absent') continue
      await rows.add(overviewRow(state), obligationRows({}, state), monitoringRows({}, state))
      done.accords += 1
      done.events += events.length
      if (done.accords % 1_000 === 0) onProgress(done)
    }
    await rows.flush()
    return done
  })
}

class Rows {
  private readonly trx: Transaction<Database>
  private overviews: Insertable<AccordOverviewTable>[] = []
  private obligations: ObligationRow[] = []
  private monitoring: MonitoringRow[] = []

  constructor(trx: Transaction<Database>) {
    this.trx = trx
  }

  async add(
    overview: Insertable<AccordOverviewTable>,
    obligations: ObligationRow[],
    monitoring: MonitoringRow[],
  ): Promise<void> {
    this.overviews.push(overview)
    this.obligations.push(...obligations)
    this.monitoring.push(...monitoring)
    if (this.overviews.length >= flushRows) await this.flush()
  }

  async flush(): Promise<void> {
    const overviews = JSON.stringify(this.overviews)
    const obligations = JSON.stringify(this.obligations)
    const monitoring = JSON.stringify(this.monitoring)
    await sql`insert into accord_overview
      select * from jsonb_populate_recordset(null::accord_overview, ${overviews}::jsonb)`.execute(this.trx)
    await sql`insert into obligations
      select * from jsonb_populate_recordset(null::obligations, ${obligations}::jsonb)`.execute(this.trx)
    await sql`insert into monitoring_reports
      select * from jsonb_populate_recordset(null::monitoring_reports, ${monitoring}::jsonb)`.execute(
      this.trx,
    )
    this.overviews = []
    this.obligations = []
    this.monitoring = []
  }
}
