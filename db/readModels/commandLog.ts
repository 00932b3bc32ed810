import type { Selectable } from 'kysely'
import type { Pool } from 'pg'
import type { Instant } from '../../domain/time/instant.ts'
import type { Connection } from '../connect.ts'
import type { CommandsTable } from '../database.ts'

export type CommandLogRow = Selectable<CommandsTable>

export interface KnownCommand {
  readonly bodyHash: string
  readonly outcome: 'accepted' | 'refused'
  readonly recordedAt: Instant
}

/** An accord's recorded commands by id: few enough to hold (an accord has hundreds of acts). */
export async function knownCommands(pool: Pool, accordId: string): Promise<Map<string, KnownCommand>> {
  const text = 'select command_id, body_hash, outcome, recorded_at from commands where accord_id = $1'
  const { rows } = await pool.query(text, [accordId])
  return new Map(
    rows.map(({ command_id, body_hash: bodyHash, outcome, recorded_at: recordedAt }) => {
      return [command_id, { bodyHash, outcome, recordedAt }]
    }),
  )
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
