import { readdirSync, readFileSync } from 'node:fs'
import { calendar } from '../schemas/reference.ts'
import type { Connection } from './connect.ts'
import { storeCalendar } from './reference.ts'

const folder = new URL('../data/calendars/', import.meta.url)

export interface StoredCalendar {
  readonly id: string
  readonly version: string
  readonly outcome: 'stored' | 'known'
}

/** Stores the calendars of data/calendars; one already stored stays as it is, and a changed one throws. */
export async function storeShippedCalendars(connection: Connection): Promise<StoredCalendar[]> {
  const stored: StoredCalendar[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const read = calendar.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
    const { id, version } = read
    stored.push({ id, version, outcome: await storeCalendar(connection, read) })
  }
  return stored
}
