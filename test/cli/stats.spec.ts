import { existsSync, readFileSync } from 'node:fs'
import { read, utils } from '@e965/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { actsOf, historyFile } from '../support/acts.ts'
import { testSystem } from '../support/system.ts'

const { accordi, file } = testSystem()
const formula = '=SOMMA(A1)'

beforeAll(async () => {
  for (const accordId of ['puntuale', 'tardivo']) {
    const acts = actsOf(accordId)
    const data = {
      programmeId: 'prova',
      regionId: '10',
      title: accordId === 'tardivo' ? formula : 'Puntuale',
    }
    const history = [
      acts.act('ProposeAccord', '2025-01-07', data),
      acts.signByMinistry('2025-01-08'),
      acts.signByRegion('2025-01-09'),
      acts.act('PayAdvance', '2025-01-15', { amount: { amount: '331117.00', currency: 'EUR' } }),
      acts.submitPlan(accordId === 'tardivo' ? '2025-03-14' : '2025-03-03'),
    ]
    const content = historyFile(accordId, history)
    expect(await accordi('import', file(`${accordId}.json`, content))).toMatchObject({
      code: 0,
    })
  }
})

describe('statistics', () => {
  test('timeliness: a table with a picture, and its legend', async () => {
    const { code, out } = await accordi('stats', 'timeliness')
    expect(code).toBe(0)
    expect(out).toMatch(/piano integrato +2 +1 \(media 7, massimo 7\) +1 \(media 4, massimo 4\)/)
    expect(out).toContain('██████████▒▒▒▒▒▒▒▒▒▒')
    expect(out).toContain('×××××××××××××××××××')
    expect(out).toContain('█ nei termini')
  })

  test('timeliness as JSON, by Region, in English', async () => {
    const { items, by } = (await accordi('stats', 'timeliness', '--by', 'region', '--json')).json()
    expect({ by, items }).toMatchObject({ by: 'region', items: [{ group: '10', metLate: 1, lateMedian: 4 }] })
    const own = await accordi('stats', 'timeliness', '--by', 'region', '--obligor', 'region', '--json')
    expect(own.json().items).toMatchObject([{ group: '10', total: 2, metEarly: 1, metLate: 1 }])
    const { out } = await accordi('stats', 'timeliness', '--by', 'obligor', '--lang', 'en')
    expect(out).toMatch(/Ministry/)
  })

  test('states: how many in each phase', async () => {
    const { out } = await accordi('stats', 'states')
    expect(out).toMatch(/piano integrato in esame +2 +█{20} +Umbria/)
    expect((await accordi('stats', 'states', '--json')).json()).toMatchObject({ total: 2 })
  })

  test('money: what the Regions hold, with its total', async () => {
    const { out } = await accordi('stats', 'money', '--region', 'umbria')
    expect(out).toMatch(/Umbria +2 +662\.234,00 € +0,00 € +662\.234,00 €/)
    expect(out).toMatch(/Totale +2 +662\.234,00 €/)
    expect((await accordi('stats', 'money', '--json')).json().items).toEqual([
      {
        ...{ regionId: '10', accords: 2 },
        paid: { amount: '662234.00', currency: 'EUR' },
        recovered: { amount: '0.00', currency: 'EUR' },
        balance: { amount: '662234.00', currency: 'EUR' },
      },
    ])
  })

  test('a period with nothing in it says so', async () => {
    const { code, out } = await accordi('stats', 'money', '--from', '2025-01-16')
    expect({ code, out: out.trim() }).toEqual({
      code: 0,
      out: 'Nessun pagamento e nessun recupero con questi filtri.',
    })
  })
})

describe('exports', () => {
  test('money as CSV, for machines and for Excel', async () => {
    expect((await accordi('stats', 'money', '--csv')).out).toBe(
      'Codice,Regione,Accordi,Pagato,Recuperato,Presso la Regione\r\n10,Umbria,2,662234.00,0.00,662234.00\r\n',
    )
    expect((await accordi('stats', 'money', '--csv-excel')).out).toBe(
      '\uFEFFCodice;Regione;Accordi;Pagato;Recuperato;Presso la Regione\r\n10;Umbria;2;662234,00;0,00;662234,00\r\n',
    )
  })

  test('the list of accords is given whole, and no title runs as a formula', async () => {
    const { out } = await accordi('accord', 'list', '--limit', '1', '--csv')
    const lines = out.trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    expect(lines[2]).toMatch(
      /^tardivo,Umbria,prova,'=SOMMA\(A1\),piano integrato in esame,2025-01-07,2025-01-09,,/,
    )
  })

  test('deadlines and timeline', async () => {
    const due = (await accordi('deadline', 'list', '--csv')).out.trimEnd().split('\r\n')
    expect(due).toHaveLength(3)
    const own = (await accordi('accord', 'deadlines', 'tardivo', '--csv')).out
    expect(own).toContain(
      'tardivo,Umbria,piano integrato,,Regione,2025-03-10,2025-03-10,2025-03-10T22:59:59.999Z',
    )
    expect(own).toContain(',2025-03-14,4,')
    const timeline = (await accordi('accord', 'timeline', 'tardivo', '--csv-excel')).out
    expect(timeline).toMatch(/\r\n1;07\/01\/2025;giorno;dalla fonte;/)
  })

  test('XLSX: a new file with real dates, read back by another reader', async () => {
    const path = file('scadenze.tmp', '').replace('.tmp', '.xlsx')
    const { code, out } = await accordi('accord', 'deadlines', 'tardivo', '--xlsx', path)
    expect({ code, out }).toEqual({ code: 0, out: `Scritto ${path}: 2 righe.\n` })
    const book = read(readFileSync(path), { cellDates: true, UTC: true })
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets.Scadenze ?? {}, { header: 1, UTC: true })
    expect(rows[1]?.slice(0, 3)).toEqual(['tardivo', 'Umbria', 'piano integrato'])
    expect(rows[1]?.[6]).toEqual(new Date('2025-03-10T00:00:00Z'))
    expect(rows[1]?.[10]).toBe(4)
    const again = await accordi('accord', 'deadlines', 'tardivo', '--xlsx', path)
    expect(again.code).toBe(2)
    expect(again.err).toContain(`${path} esiste già`)
  })
})

describe('bad input', () => {
  test.each([
    [['stats', 'timeliness', '--by', 'mese'], 'mese'],
    [['stats', 'timeliness', '--obligor', 'comune'], 'comune'],
    [['stats', 'money', '--region', 'atlantide'], 'atlantide'],
    [['stats', 'states', '--from', '2025-02-30'], '2025-02-30'],
    [['stats', 'states', '--from', '2025-03-01', '--to', '2025-02-01'], '2025-03-01'],
    [['stats', 'states', '--csv', '--csv-excel'], '--csv, --csv-excel'],
    [['accord', 'list', '--csv', '--xlsx', 'x.xlsx'], '--csv, --xlsx'],
    [['accord', 'list', '--xlsx', '/nessuna/cartella/x.xlsx'], '/nessuna/cartella'],
  ])('%j is named, with exit code 2', async (args, named) => {
    const { code, err, out } = await accordi(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(named)
    expect(existsSync('/x.xlsx')).toBe(false)
  })
})
