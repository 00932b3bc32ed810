import { readdirSync, readFileSync } from 'node:fs'
import type { Calendar } from '../domain/time/calendar.ts'
import { calendar } from '../schemas/reference.ts'
import type { Connection } from './connect.ts'
import { storeCalendar } from './reference.ts'

const folder = new URL('../data/calendars/', import.meta.url)

export interface StoredCalendar {
  readonly id: string
  readonly version: string
  readonly outcome: 'stored' | 'known'
}

/** The files of data/calendars, by name. */
export function shippedCalendarFiles(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'))
}

/** One of them; throws where it cannot be read or is no calendar. */
export function shippedCalendar(name: string): Calendar {
  return calendar.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
}

/** Stores the calendars of data/calendars; one already stored stays as it is, and a changed one throws. */
export async function storeShippedCalendars(connection: Connection): Promise<StoredCalendar[]> {
  const stored: StoredCalendar[] = []
  for (const file of shippedCalendarFiles()) {
    const read = shippedCalendar(file)
    const { id, version } = read
    stored.push({ id, version, outcome: await storeCalendar(connection, read) })
  }
  return stored
}
