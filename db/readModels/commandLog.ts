import type { Selectable } from 'kysely'
import type { Pool } from 'pg'
import type { Connection } from '../connect.ts'
import type { CommandsTable } from '../database.ts'

export type CommandLogRow = Selectable<CommandsTable>

/** The ids of an accord's recorded commands: a set small enough to hold (an accord has hundreds of acts). */
export async function knownCommandIds(pool: Pool, accordId: string): Promise<Set<string>> {
  const { rows } = await pool.query('select command_id from commands where accord_id = $1', [accordId])
  return new Set(rows.map((row) => String(row.command_id)))
}

export interface CommandLogPage {
  readonly outcome?: 'accepted' | 'refused'
  readonly after?: { readonly recordedAt: string; readonly commandId: string }
  /** Most rows to return, 1 to 1000. */
  readonly limit: number
}

/** Who asked what of an accord, when, and what was answered; the oldest first, paged by key. */
export function commandLog(
  { db }: Connection,
  accordId: string,
  page: CommandLogPage,
): Promise<CommandLogRow[]> {
  let query = db
    .selectFrom('commands')
    .selectAll()
    .where('accord_id', '=', accordId)
    .orderBy('recorded_at')
    .orderBy('command_id')
    .limit(page.limit)
  if (page.outcome !== undefined) query = query.where('outcome', '=', page.outcome)
  const { after } = page
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('recorded_at', 'command_id'), '>', tuple(after.recordedAt, after.commandId)),
    )
  }
  return query.execute()
}
