import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  leaseNotices,
  recordLater,
  recordReceipt,
  recordSent,
  recordUndeliverable,
} from '../../db/reminders/notices.ts'
import { actsOf } from '../support/acts.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { reminding } from '../support/reminding.ts'

let database: TestDatabase
let all: ReturnType<typeof reminding>

/** Until its activities are under way; they end on 30 June 2030. */
async function underway(accordId: string): Promise<ReturnType<typeof actsOf>> {
  const acts = actsOf(accordId)
  const { propose, signByMinistry, signByRegion, submitPlan, approvePlan, startAction } = acts
  for (const next of [propose, signByMinistry, signByRegion, submitPlan, approvePlan, startAction]) {
    await all.act(next())
  }
  return acts
}

beforeAll(async () => {
  database = await testDatabase()
  all = reminding(database)
})
afterAll(() => database.drop())

describe('the ledger', () => {
  it('holds the steps of every date, a closed day moved to the open one before', async () => {
    await underway('uno')
    await all.plan('uno')
    expect(await all.ledger('uno')).toEqual([
      'T-60 region planned 2030-04-30',
      'T-30 region planned 2030-05-31',
      'T-15 region planned 2030-06-14',
      'T-7 region planned 2030-06-21',
      'T-1 region planned 2030-06-28',
    ])
    const { rows } = await all.connection.pool.query(
      `select at from reminders where accord_id = 'uno' and deadline_id = 'activities' and step = 'T-60'`,
    )
    expect(rows).toEqual([{ at: '2030-04-30T06:00:00.000Z' }])
  })

  it('is the same when it is planned again, by one or by several at once', async () => {
    const before = await all.ledger('uno')
    const planned = await Promise.all([all.plan('uno'), all.plan('uno'), all.plan('uno')])
    expect(planned.every(({ added, changed, cancelled }) => added + changed + cancelled === 0)).toBe(true)
    expect(await all.ledger('uno')).toEqual(before)
  })

  it('cancels what is settled, says why, and logs every change', async () => {
    const acts = await underway('due')
    await all.plan('due')
    await all.act(acts.endActivities('2030-06-03'))
    await all.plan('due')
    const ledger = await all.ledger('due')
    expect(ledger).toContain('T-7 region cancelled 2030-06-21 settled')
    const { rows } = await all.connection.pool.query(
      `select l.state, l.reason from reminder_log l join reminders r using (reminder_id)
       where r.accord_id = 'due' and r.deadline_id = 'activities' and r.step = 'T-7' order by l.entry`,
    )
    expect(rows).toEqual([
      { state: 'planned', reason: null },
      { state: 'cancelled', reason: 'settled' },
    ])
    expect(await all.ledger('due', 'finalReport')).not.toEqual([])
  })

  it('refuses every change of its log', async () => {
    const change = all.connection.pool.query(`update reminder_log set state = 'sent'`)
    await expect(change).rejects.toThrow()
    const owner = database.as('accordi_owner')
    await expect(owner.pool.query(`truncate reminder_log`)).rejects.toThrow()
  })

  it('follows the feed, and holds what falls on a held day', async () => {
    await all.connection.db
      .insertInto('held_days')
      .values({ day: '2030-06-14', by_actor: 'ministry:prova', reason: 'festa', at: all.now() })
      .execute()
    await underway('tre')
    await expect
      .poll(
        async () => {
          await all.planFeed()
          return all.ledger('tre')
        },
        { timeout: 50_000, interval: 500 },
      )
      .toContain('T-15 region held 2030-06-14 day')
  })
})

describe('what is due', () => {
  beforeAll(async () => {
    await all.connection.pool.query(`update reminders set state = 'cancelled', reason = 'prova'`)
    await underway('posta')
    await all.plan('posta')
  })
  const stateOf = async (step: string) =>
    (await all.ledger('posta')).find((line) => line.startsWith(`${step} `))

  it('waits, and is shown, where there is nobody to write to', async () => {
    all.at('2030-04-30T06:00:00Z')
    const claimed = await all.compose('digest')
    expect(claimed).toMatchObject({ notices: 0 })
    expect(claimed.nobody).toBeGreaterThan(0)
    expect(await stateOf('T-60')).toBe('T-60 region planned 2030-04-30 nobody')
    expect(await all.compose('digest')).toEqual({ rows: 0, notices: 0, nobody: 0 })
  })

  it('is nobody’s before its hour, and one mail for each person at it', async () => {
    await all.office('direzione', 'region')
    await all.office('servizio', 'region', 'direzione')
    await all.answers('servizio', 'region')
    await all.contact('anna', 'servizio', '10')
    all.at('2030-05-31T05:59:59.999Z')
    await all.connection.pool.query(
      `update reminders set state = 'cancelled' where accord_id = 'posta' and step not in ('T-30', 'T-15', 'T-1')`,
    )
    expect(await all.compose('digest')).toEqual({ rows: 0, notices: 0, nobody: 0 })
    all.at('2030-05-31T06:00:00Z')
    expect(await all.compose('digest')).toMatchObject({ notices: 1 })
    expect(await stateOf('T-30')).toBe('T-30 region sending 2030-05-31')
    const [notice] = await all.notices()
    expect(notice).toMatchObject({ contact_id: 'anna', kind: 'digest', state: 'composed' })
    expect(JSON.stringify(notice?.letter)).not.toContain('example.org')
  })

  it('is claimed once by two dispatchers at once', async () => {
    // A second deadline, due on the same day: whoever loses the race finds its rows taken.
    await underway('gara')
    await all.plan('gara')
    all.at('2030-05-31T06:01:00Z')
    const run = 'run-2030-05-31T06:00:00.000Z'
    const claimed = await Promise.all([all.compose('digest', run), all.compose('digest', run)])
    expect(claimed.reduce((sum, { notices }) => sum + notices, 0)).toBe(1)
  })

  it('is leased to one worker, and sent again under the same id where that one died', async () => {
    const mine = await leaseNotices(all.connection, all.now(), 10)
    expect(mine.length).toBe(2)
    expect(await leaseNotices(all.connection, all.now(), 10)).toEqual([])
    all.at('2030-05-31T06:07:00Z')
    const again = await leaseNotices(all.connection, all.now(), 10)
    expect(again.map(({ message_id }) => message_id).toSorted()).toEqual(
      mine.map(({ message_id }) => message_id).toSorted(),
    )
    expect(again.every(({ maybe_sent, attempts }) => maybe_sent && attempts === 2)).toBe(true)
  })

  it('is sent, waits for a server that is away, and comes back to somebody else', async () => {
    const { rows } = await all.connection.pool.query('select * from notices order by composed_at')
    const [first, second] = rows
    const other = async () => (await all.ledger('gara')).find((line) => line.startsWith('T-30'))
    await recordSent(all.connection, first, { answer: '250 ok', textSha256: 'a'.repeat(64) }, all.now())
    expect(await stateOf('T-30')).toBe('T-30 region sent 2030-05-31')
    const away = { problem: 'away', detail: 'ECONNREFUSED', maybeSent: false }
    await recordLater(all.connection, second, away, all.now())
    expect(await other()).toBe('T-30 region sending 2030-05-31')
    expect(await leaseNotices(all.connection, all.now(), 10)).toEqual([])
    const status = await all.connection.db.selectFrom('mail_status').selectAll().executeTakeFirst()
    expect(status).toMatchObject({ problem: 'away', last_sent_at: all.now() })
    await all.contact('dario', 'direzione', '10')
    const bounced = { outcome: 'bounced', reason: '5.1.1 unknown' } as const
    expect(await recordReceipt(all.connection, first.message_id, bounced, all.now())).toBe('recorded')
    expect(await recordReceipt(all.connection, first.message_id, bounced, all.now())).toBe('known')
    expect(await recordReceipt(all.connection, '<x@y>', bounced, all.now())).toBe('unknown')
    const [instead] = (await all.notices()).filter(({ kind }) => kind === 'fallback')
    expect(instead).toMatchObject({ contact_id: 'dario', instead_of: first.notice_id, state: 'composed' })
    expect(await stateOf('T-30')).toBe('T-30 region sending 2030-05-31')
  })

  it('is bounced, for all to see, where there is nobody else', async () => {
    const { rows } = await all.connection.pool.query(`select * from notices where kind = 'fallback'`)
    const why = { state: 'rejected', reason: '550 no such user' } as const
    await recordUndeliverable(all.connection, rows[0], why, all.now())
    expect(await stateOf('T-30')).toBe('T-30 region bounced 2030-05-31 nobody-else')
  })
})

describe('a reader of one Region', () => {
  it('sees the rows of its accords, and no address', async () => {
    const reader = database.as('accordi_reader', { regions: ['10'] })
    const others = database.as('accordi_reader', { regions: ['09'] })
    expect((await reader.pool.query('select 1 from reminders limit 1')).rowCount).toBe(1)
    for (const table of ['reminders', 'reminder_log', 'notices', 'notice_items']) {
      const { rowCount } = await others.pool.query(`select 1 from ${table}`)
      expect(rowCount).toBe(0)
    }
    await expect(reader.pool.query('select address from notices')).rejects.toThrow(/permission denied/)
    await expect(reader.pool.query(`update reminders set state = 'sent'`)).rejects.toThrow(/permission/)
  })
})

describe('after a time in which nothing ran', () => {
  it('takes back the mails that nobody can have got, and lets the last step speak for all', async () => {
    await all.contact('bice', 'servizio', '10')
    await underway('ferma')
    await all.plan('ferma')
    await all.connection.pool.query(
      `update reminders set state = 'cancelled' where accord_id <> 'ferma' and state in ('planned', 'released')`,
    )
    const mails = `select n.state from notices n join notice_items i using (notice_id)
      join reminders r using (reminder_id) where r.accord_id = 'ferma' order by n.composed_at`
    all.at('2030-05-31T06:30:00Z')
    await all.compose('digest', 'prima')
    all.at('2030-06-21T07:00:00Z')
    await all.compose('digest', 'dopo')
    const { rows } = await all.connection.pool.query(mails)
    expect(rows.map(({ state }) => state)).toContain('withdrawn')
    expect(rows.map(({ state }) => state)).toContain('composed')
    const ledger = await all.ledger('ferma')
    expect(ledger).toContain('T-30 region suppressed 2030-05-31 collapsed')
    // What somebody held stays held, however late it gets.
    expect(ledger).toContain('T-15 region held 2030-06-14 day')
    expect(ledger).toContain('T-7 region sending 2030-06-21')
    expect(ledger).toContain('T-1 region planned 2030-06-28')
  })
})
