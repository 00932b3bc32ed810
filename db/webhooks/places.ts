import { type Kysely, sql } from 'kysely'
import type { Database } from '../database.ts'

/** Where an accord belongs. */
export interface Place {
  readonly regionId: string
  readonly programmeId: string
}

/** From the record itself: a read model that is being made again would leave an accord out, and its events with it. */
export async function placesOf(
  db: Kysely<Database>,
  accordIds: readonly string[],
): Promise<ReadonlyMap<string, Place>> {
  if (accordIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('events')
    .select(['accord_id', 'region_id', sql<string>`data ->> 'programmeId'`.as('programmeId')])
    .where('accord_id', 'in', accordIds)
    .where('version', '=', 1)
    .execute()
  return new Map(
    rows.map(({ accord_id, region_id, programmeId }) => [accord_id, { regionId: region_id, programmeId }]),
  )
}
