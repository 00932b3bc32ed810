import { earliestYear, type LocalDate, latestWrittenYear } from './localDate.ts'

/** A point on the time line, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that comparing strings compares time. */
export type Instant = string & { readonly brand: 'Instant' }

/** Reads any ISO 8601 instant with an offset, to the millisecond; undefined where it is none. */
export function parseInstant(text: string): Instant | undefined {
  // As the record has it by the hundred thousand: a date that reads and writes itself needs no date library.
  if (isWrittenAsKept(text)) return text as Instant
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined
  try {
    return iso(Temporal.Instant.from(text))
  } catch {
    return undefined
  }
}

function isWrittenAsKept(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) return false
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text
}

/** As `parseInstant`, for an instant that somebody writes in: terms are counted from its day. */
export function parseWrittenInstant(text: string): Instant | undefined {
  const at = parseInstant(text)
  const year = Number(at?.slice(0, 4))
  return year >= earliestYear && year <= latestWrittenYear ? at : undefined
}

/** For constants; throws RangeError where `parseInstant` gives undefined. */
export function instant(text: string): Instant {
  const read = parseInstant(text)
  if (read === undefined) throw new RangeError(`not an instant: ${text}`)
  return read
}

/**
 * The last instant of a local day: 2019-03-31 in Europe/Rome ends at 21:59:59.999Z although that
 * day has 23 hours. The end is found from the next midnight, never by adding 24 hours.
 */
export function lastInstantOf(date: LocalDate, zone: string): Instant {
  const midnight = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone)
  return iso(midnight.toInstant().subtract({ milliseconds: 1 }))
}

/** The instant of a local wall time `HH:mm` on a day; a wall time that DST skips moves forward. */
export function instantAt(date: LocalDate, time: string, zone: string): Instant {
  return iso(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant())
}

/** An instant so many milliseconds after another, or before it where they are negative. */
export function laterBy(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString() as Instant
}

/** The local day on which an instant falls. */
export function localDateOf(at: Instant, zone: string): LocalDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString() as LocalDate
}

/** Local wall time of an instant, `YYYY-MM-DD HH:mm`. */
export function wallTimeOf(at: Instant, zone: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

function iso(at: Temporal.Instant): Instant {
  return at.toString({ fractionalSecondDigits: 3 }) as Instant
}
