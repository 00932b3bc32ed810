import type { AccordCommand } from '../domain/accord/commands.ts'
import type { AccordContext } from '../domain/accord/terms.ts'
import type { CollectiveBody, ProgrammeContent } from '../domain/programme/parts.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import { calendar as calendarSchema, programme as programmeSchema } from '../schemas/reference.ts'
import type { Connection } from './connect.ts'

/** No date is ever computed on a guess: without its calendar a command fails, and says which one is missing. */
export class CalendarMissing extends Error {
  override readonly name = 'CalendarMissing'
}

/** Programmes and calendars as the record holds them, read at most once per `freshForMs`, and for every proposal. */
export class Reference {
  private readonly connection: Connection
  private readonly freshForMs: number
  private context: AccordContext = { calendars: {}, programmes: {} }
  private readAtMs = Number.NEGATIVE_INFINITY
  private readonly parsed = new Map<string, unknown>()

  constructor(connection: Connection, freshForMs = 60_000) {
    this.connection = connection
    this.freshForMs = freshForMs
  }

  /** Programmes and calendars as they are now, for questions rather than acts. */
  async latestContext(): Promise<AccordContext> {
    await this.read()
    return this.context
  }

  /** What `decide` may know for this command. Throws CalendarMissing where no calendar is loaded. */
  async contextFor(command: AccordCommand): Promise<AccordContext> {
    const stale = performance.now() - this.readAtMs > this.freshForMs
    // A proposal pins the rules for the accord's whole life, and a calendar is applied by its version: both
    // take what there is now.
    if (stale || command.type === 'ProposeAccord' || command.type === 'ApplyCalendar') await this.read()
    if (command.type === 'AdoptRules') return this.withRules(command.data.rulesVersion)
    if (command.type === 'ProposeAccord') this.checkCalendar(command.data.programmeId)
    return this.context
  }

  /** What is there now, with the version of the rules that an act over many accords moves them to. */
  async contextWithRules(body: CollectiveBody): Promise<AccordContext> {
    await this.read()
    return body.kind === 'rules' ? this.withRules(body.rulesVersion) : this.context
  }

  /** The same, with that version of every programme's rules that has one. */
  private async withRules(version: number): Promise<AccordContext> {
    const rows = await this.connection.db
      .selectFrom('programmes')
      .select('data')
      .where('version', '=', programmeVersion(version))
      .execute()
    return { ...this.context, rulesVersions: rows.map(({ data }) => programmeSchema.parse(data).rules) }
  }

  private checkCalendar(programmeId: string): void {
    const calendarId = this.context.programmes[programmeId]?.calendarId
    if (calendarId !== undefined && this.context.calendars[calendarId] === undefined) {
      throw new CalendarMissing(`calendar ${calendarId} of programme ${programmeId} is not loaded`)
    }
  }

  private async read(): Promise<void> {
    const [calendars, programmes] = await Promise.all([
      this.latest('calendars', (data) => calendarSchema.parse(data)),
      this.latest('programmes', (data) => programmeSchema.parse(data).rules),
    ])
    this.context = {
      calendars: Object.fromEntries(calendars.map((calendar) => [calendar.id, calendar])),
      programmes: Object.fromEntries(programmes.map((rules) => [rules.programmeId, rules])),
      ...(process.versions.tz && { tz: process.versions.tz }),
    }
    this.readAtMs = performance.now()
  }

  /** A stored version never changes: it is fetched and checked once, however often the list is read. */
  private async latest<T>(table: 'calendars' | 'programmes', parse: (data: unknown) => T): Promise<T[]> {
    const { db } = this.connection
    const rows = await db
      .selectFrom(table)
      .select(({ fn }) => ['id', fn.max('version').as('version')])
      .groupBy('id')
      .execute()
    return Promise.all(
      rows.map(async ({ id, version }) => {
        const key = `${table}/${id}/${version}`
        if (!this.parsed.has(key)) {
          const stored = db
            .selectFrom(table)
            .select('data')
            .where('id', '=', id)
            .where('version', '=', version)
          this.parsed.set(key, parse((await stored.executeTakeFirstOrThrow()).data))
        }
        return this.parsed.get(key) as T
      }),
    )
  }
}

/** Calendars by id and version, however many there have been: what a date of long ago rests on. */
export class CalendarVersions {
  private readonly connection: Connection
  private readonly read = new Map<string, Promise<Calendar | undefined>>()

  constructor(connection: Connection) {
    this.connection = connection
  }

  /** Exactly that version, fetched and checked once; undefined where it is not stored or is no calendar. */
  version(id: string, version: string): Promise<Calendar | undefined> {
    const key = JSON.stringify([id, version])
    const known = this.read.get(key) ?? this.fetch(id, version)
    this.read.set(key, known)
    return known
  }

  private async fetch(id: string, version: string): Promise<Calendar | undefined> {
    const stored = await this.connection.db
      .selectFrom('calendars')
      .select('data')
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst()
    return calendarSchema.safeParse(stored?.data).data
  }
}

/** Stores a calendar's version once; the same version with other content throws, since dates rest on it. */
export function storeCalendar(connection: Connection, calendar: Calendar): Promise<'stored' | 'known'> {
  return store(connection, 'calendars', calendar.id, calendar.version, calendar)
}

/** The version of a programme's rules that proposals follow from now on. */
export function storeProgramme(
  connection: Pick<Connection, 'db'>,
  content: ProgrammeContent,
): Promise<'stored' | 'known'> {
  const { title, fund, facts, priorities, rules } = content
  const { programmeId, version } = rules
  const data = {
    ...({ format: 'accordi/programme@1', title } as const),
    ...(fund !== undefined && { fund }),
    ...{ facts, priorities, rules },
  }
  return store(connection, 'programmes', programmeId, programmeVersion(version), data)
}

/** Versions are compared as text. */
const programmeVersion = (version: number) => String(version).padStart(4, '0')

/** Thrown where reference data would change under a version that is already in use. */
export class VersionTaken extends Error {
  override readonly name = 'VersionTaken'
}

async function store(
  { db }: Pick<Connection, 'db'>,
  table: 'calendars' | 'programmes',
  id: string,
  version: string,
  data: unknown,
): Promise<'stored' | 'known'> {
  const text = JSON.stringify(data)
  const inserted = await db
    .insertInto(table)
    .values({ id, version, data: text })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return 'stored'
  const same = await db
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('data', '=', text)
    .executeTakeFirst()
  if (same !== undefined) return 'known'
  throw new VersionTaken(
    `${table} ${id}: version ${version} is stored with other content; give it a new version`,
  )
}
