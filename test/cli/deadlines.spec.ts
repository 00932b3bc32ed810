import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { actsOf, historyFile } from '../support/acts.ts'
import { testSystem } from '../support/system.ts'

const { accordi, file } = testSystem()
const id = 'proroghe'
const ministry = ['--as', 'ministry', '--json']
const deadlines = async (...args: string[]) => (await accordi('deadline', 'list', ...args, '--json')).json()
const report = async (...args: string[]) =>
  (await deadlines(id, ...args)).items.find(({ kind }) => kind === 'finalReport')

async function importUntil(accordId: string, activitiesUntil: string) {
  const acts = actsOf(accordId)
  const history = [
    acts.propose('2025-01-07'),
    acts.signByMinistry('2025-01-08'),
    acts.signByRegion('2025-01-09'),
    acts.submitPlan('2025-02-03'),
    acts.act('ApprovePlan', '2025-02-17', { activitiesUntil }),
  ]
  const content = historyFile(accordId, history)
  expect(await accordi('import', file(`${accordId}.json`, content))).toMatchObject({ code: 0 })
}

/** An accord whose activities end in a far year, so that its deadlines are open whenever this runs. */
beforeAll(() => importUntil(id, '2090-06-30'))

const extension = ['--extension', 'p1', '--scope', 'activities', '--reasons', 'avvio tardivo']
const grant = ['extension', 'grant', id, ...extension, '--until-activities', '2090-12-31', ...ministry]

describe('an extension, why, and its revocation', () => {
  test('foresight shows what the extension would change, and writes nothing', async () => {
    const acts = JSON.stringify({
      format: 'accordi/accord@1',
      acts: [
        {
          ...{ type: 'GrantExtension', on: '2090-06-01', receivedAt: '2090-06-01T09:00:00Z' },
          data: {
            extensionId: 'px',
            scope: 'activities',
            until: { activities: '2090-12-31' },
            reasons: 'prova',
          },
        },
      ],
    })
    const foreseen = async (...args: string[]) =>
      (await accordi('foresee', id, '--until', '2091-12-31', ...args, '--json')).json().items
    const lapses = (items: Record<string, unknown>[]) =>
      items
        .filter(({ what }) => what === 'lapse')
        .map(({ at, deadline }) => [at, (deadline as { id: string }).id])
    const plain = await foreseen()
    const moved = await foreseen('--acts', file('ipotesi.json', acts))
    expect(lapses(plain).at(-1)).toEqual(['2090-08-29T22:00:00.000Z', 'finalReport'])
    expect(lapses(moved).at(-1)).toEqual(['2091-03-01T23:00:00.000Z', 'finalReport'])
    expect(await report()).toMatchObject({ nominal: '2090-08-29', revision: 1 })
    const all = (await accordi('foresee', '--until', '2091-12-31', '--json')).json().items
    expect(all).toEqual(plain)
  })

  test('foresight says who would be reminded of what, and when; without reminders it is silent of them', async () => {
    const foreseen = (...args: string[]) => accordi('foresee', id, '--until', '2090-09-05', ...args)
    const { items } = (await foreseen('--json')).json()
    const reminders = items.filter(({ what }) => what === 'reminder')
    expect(reminders[0]).toMatchObject({
      ...{ accord: id, at: '2090-04-28T06:00:00.000Z', deadline: { id: 'activities' } },
      reminder: { step: 'T-60', on: '2090-04-28', to: 'region', about: 'comingDue', dueOn: '2090-06-30' },
      text: 'fine delle attività: promemoria alla Regione, il termine scade il 30 giugno 2090',
    })
    expect(reminders.at(-1)).toMatchObject({
      reminder: { step: 'T+1', on: '2090-08-30', about: 'overdue' },
      text: 'relazione finale: sollecito alla Regione, il termine è scaduto il 29 agosto 2090',
    })
    const instants = items.map(({ at }) => at)
    expect(instants).toEqual(instants.toSorted())
    const { out } = await foreseen()
    expect(out).toContain('28 aprile 2090, ore 08:00')
    expect(out).toContain('Scadenze che trascorrono: 2; promemoria e solleciti: 11; in 1 accordi.')
    const silent = await foreseen('--no-reminders')
    expect(silent.out).not.toMatch(/promemoria|sollecito/)
    expect(silent.out).toContain('Scadenze che trascorrono: 2, in 1 accordi.')
  })

  test('the grant takes the report along, and its chain says so', async () => {
    expect((await accordi(...grant)).json()).toMatchObject({ outcome: 'accepted' })
    expect(await report()).toMatchObject({ nominal: '2091-03-01', revision: 2 })
    const why = (await accordi('deadline', 'why', id, 'finalReport', '--json')).json()
    expect(why).toMatchObject({
      nominal: '2091-03-01',
      why: [
        { step: 'counted', start: '2090-06-30', period: 'P60D', to: '2090-08-29' },
        { step: 'followed', parentId: 'activities', from: '2090-08-29', to: '2091-03-01' },
        { step: 'cutOff' },
      ],
    })
    const { out } = await accordi('deadline', 'why', id, 'finalReport')
    expect(out).toContain('2. Segue «fine delle attività», che si è spostata')
    expect(out).toContain('martedì 29 agosto 2090')
  })

  test('the revocation gives both dates back; the extension stays on record', async () => {
    const revoke = [
      'extension',
      'revoke',
      id,
      '--extension',
      'p1',
      '--reasons',
      'attività chiuse',
      ...ministry,
    ]
    expect((await accordi(...revoke)).json()).toMatchObject({
      outcome: 'accepted',
      events: [{ type: 'ExtensionRevoked' }, { type: 'DeadlineMoved' }, { type: 'DeadlineMoved' }],
    })
    expect(await report()).toMatchObject({ nominal: '2090-08-29', revision: 3 })
    const shown = (await accordi('accord', 'show', id, '--json')).json()
    expect(shown.extensions).toMatchObject([{ extensionId: 'p1', status: 'revoked' }])
  })

  test('the record and its proof agree after all this', async () => {
    expect(await accordi('verify', '--json')).toMatchObject({ code: 0 })
  })
})

describe('the past', () => {
  test('as effective on a day, as the acts had it by then', async () => {
    expect(
      (await accordi('accord', 'show', id, '--as-effective-on', '2025-01-08', '--json')).json(),
    ).toMatchObject({
      phase: 'proposed',
    })
    const { items } = await deadlines('--as-effective-on', '2025-02-10')
    expect(items).toMatchObject([{ accord: id, kind: 'planReview', status: 'open' }])
  })

  test('as known on a day before anything was recorded there is nothing', async () => {
    expect(await deadlines('--as-known-on', '2025-02-10')).toMatchObject({ items: [] })
    expect(await accordi('accord', 'show', id, '--as-known-on', '2025-02-10')).toMatchObject({ code: 2 })
  })

  test('as known today it is as it is', async () => {
    const today = new Date().toISOString().slice(0, 10)
    expect((await deadlines('--as-known-on', today)).items).toEqual((await deadlines()).items)
  })
})

describe('the impact of a calendar', () => {
  const italy = JSON.parse(readFileSync('data/calendars/it.json', 'utf8'))
  const amended = (day: number) => {
    const feast = {
      name: 'Festa di prova',
      rule: { month: 8, day },
      law: 'l. 1/2090, art. 1',
      periods: [{ fromYear: 2090 }],
    }
    const content = { ...italy, version: '2090-01-01', holidays: [...italy.holidays, feast] }
    return file(`festa-${day}.json`, JSON.stringify(content))
  }

  test('lists what would move, from when to when, and moves nothing', async () => {
    const { items } = (await accordi('calendar', 'impact', amended(29), '--json')).json()
    expect(items).toMatchObject([
      {
        ...{ accord: id, deadline: 'finalReport' },
        from: { effective: '2090-08-29' },
        to: { effective: '2090-08-30', calendarVersion: '2090-01-01' },
      },
    ])
    expect(await report()).toMatchObject({ effective: '2090-08-29' })
  })

  test('says so where nothing would move', async () => {
    const { code, out } = await accordi('calendar', 'impact', amended(28))
    expect({ code, out: out.trim() }).toEqual({
      code: 0,
      out: 'Il calendario IT, versione 2090-01-01, non sposta nessuna scadenza aperta.',
    })
  })
})

describe('a foresight of more than anybody reads', () => {
  test('shows its first lines, and says how many there are', async () => {
    await importUntil('arretrato', '2025-06-30')
    const all = await accordi('foresee', 'arretrato', '--until', '2099-12-31')
    expect(all.out).toMatch(/Mostrate le prime 1000 righe di 3\d{3}: tutte con --json/)
    expect(all.out.match(/, ore \d\d:\d\d +arretrato/g)).toHaveLength(1_000)
  })
})

describe('bad input', () => {
  test.each([
    [['deadline', 'why', id, 'relazione'], 'finalReport'],
    [['deadline', 'list', '--as-known-on', '2025-02-30'], '2025-02-30'],
    [['deadline', 'list', '--as-effective-on', 'ieri'], 'ieri'],
    [['foresee', id], '--until'],
    [['foresee', '--until', '2020-01-01'], '2020-01-01'],
    [['foresee', '--until', '2091-01-01', '--acts', 'x.json'], '--acts'],
    [['foresee', 'nessuno', '--until', '2091-01-01'], 'nessuno'],
    [['calendar', 'impact', 'manca.json'], 'manca.json'],
  ])('%j is named, with exit code 2', async (args, named) => {
    const { code, err } = await accordi(...args)
    expect(code).toBe(2)
    expect(err).toContain(named)
  })

  test('a calendar with a holiday twice is named by its field', async () => {
    const italy = JSON.parse(readFileSync('data/calendars/it.json', 'utf8'))
    const twice = { ...italy, holidays: [...italy.holidays, italy.holidays[0]] }
    const { code, err } = await accordi('calendar', 'impact', file('doppia.json', JSON.stringify(twice)))
    expect(code).toBe(2)
    expect(err).toContain('holidays')
  })
})
