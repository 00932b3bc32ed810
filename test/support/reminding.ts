import { executeCommand } from '../../activities/executeCommand.ts'
import { composeBatch, planBatch, type ReminderDeps } from '../../activities/reminders.ts'
import { Streams } from '../../activities/streams.ts'
import { Reference } from '../../db/reference.ts'
import { planAccord } from '../../db/reminders/plan.ts'
import type { CommandRequest } from '../../domain/accord/commands.ts'
import { instant } from '../../domain/time/instant.ts'
import type { TestDatabase } from './database.ts'

/** An accord, its ledger and its people on a real database, at a moment that the spec sets. */
export function reminding(database: TestDatabase) {
  const connection = database.as('accordi_app')
  const reference = new Reference(connection)
  const streams = new Streams()
  let clock = instant('2030-01-01T12:00:00Z')
  const now = () => clock
  const deps: ReminderDeps = { connection, reference, now }
  const { pool, db } = connection
  return {
    connection,
    deps,
    at(time: string) {
      clock = instant(time)
    },
    now,
    /** Recorded at the moment at which it was received. */
    async act(request: CommandRequest) {
      if (request.receivedAt !== undefined) clock = instant(request.receivedAt)
      const input = { accordId: request.accordId, request, knownVersion: 0 }
      const { answer } = await executeCommand({ pool, streams, reference, now }, input)
      if (answer.outcome !== 'accepted') throw new Error(JSON.stringify(answer))
    },
    async plan(accordId: string) {
      const { calendars } = await reference.latestContext()
      return planAccord(connection, accordId, calendars, clock)
    },
    /** Reads the feed to its end; another spec's open transaction only makes it wait. */
    async planFeed() {
      let { going } = await planBatch(deps)
      while (going) going = (await planBatch(deps)).going
    },
    compose: (mode: 'digest' | 'urgent', run = `run-${clock}`) =>
      composeBatch(deps, { mode, run, domain: 'accordi.example.org' }),
    async office(officeId: string, party: 'ministry' | 'region', above: string | null = null) {
      const region_id = party === 'region' ? '10' : null
      const changed = { changed_at: clock, changed_by: 'ministry:prova' }
      await db
        .insertInto('offices')
        .values({ office_id: officeId, party, region_id, name: officeId, above, ended_on: null, ...changed })
        .execute()
    },
    async answers(officeId: string, party: 'ministry' | 'region') {
      const region_id = party === 'region' ? '10' : null
      const scope = { region_id, programme_id: null, accord_id: null, kind: null }
      const dates = { valid_from: '2030-01-01', valid_until: null }
      const changed = { changed_at: clock, changed_by: 'ministry:prova' }
      await db
        .insertInto('responsibilities')
        .values({ office_id: officeId, party, ...scope, ...dates, ...changed })
        .execute()
    },
    async contact(contactId: string, officeId: string, region_id: string | null) {
      await db
        .insertInto('contacts')
        .values({
          ...{ contact_id: contactId, office_id: officeId, region_id, name: null, role: 'responsible' },
          ...{ address: `${contactId}@example.org`, valid_from: '2030-01-01', valid_until: null },
          ...{ absent_from: null, absent_until: null, stand_in: null, unreachable_at: null },
          ...{ unreachable_why: null, erased_at: null, changed_at: clock, changed_by: 'ministry:prova' },
        })
        .execute()
    },
    /** `T-7 region planned 2030-06-21` for each row of an accord, in the order of sending. */
    async ledger(accordId: string, deadlineId = 'activities') {
      const rows = await db
        .selectFrom('reminders')
        .selectAll()
        .where('accord_id', '=', accordId)
        .where('deadline_id', '=', deadlineId)
        .orderBy('at')
        .orderBy('revision')
        .orderBy('recipient')
        .execute()
      return rows.map((row) =>
        [row.step, row.recipient, row.state, row.on_day, row.reason]
          .filter((part) => part !== null)
          .join(' '),
      )
    },
    notices: () =>
      db.selectFrom('notices').selectAll().orderBy('composed_at').orderBy('contact_id').execute(),
  }
}
