import type { Deps } from '../../activities/executeCommand.ts'
import { Streams } from '../../activities/streams.ts'
import type { Connection } from '../../db/connect.ts'
import { Reference } from '../../db/reference.ts'
import { instant } from '../../domain/time/instant.ts'

/** The activities' dependencies on a real database, at a fixed moment of recording. */
export function depsOn(connection: Connection): Deps {
  return {
    pool: connection.pool,
    streams: new Streams(),
    reference: new Reference(connection),
    now: () => instant('2030-01-01T12:00:00Z'),
  }
}
