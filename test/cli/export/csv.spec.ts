import { describe, expect, test } from 'vitest'
import { csvLines } from '../../../cli/export/csv.ts'
import type { Sheet, Value } from '../../../cli/export/sheet.ts'

const columns: Sheet['columns'] = [
  { head: 'head.title', kind: 'text' },
  { head: 'head.missed', kind: 'number' },
  { head: 'stats.paid', kind: 'money' },
  { head: 'head.effective', kind: 'date' },
  { head: 'head.passes', kind: 'instant' },
]
const sheet = (...rows: (readonly Value[])[]): Sheet => ({ name: 'sheet.accords', columns, rows })
const written = async (form: 'rfc' | 'excel', ...rows: (readonly Value[])[]) =>
  (await Array.fromAsync(csvLines(sheet(...rows), form, 'it'))).join('')

const row = ['Rete; "servizi", unità', 2.5, -33111705, '2030-01-31', '2030-07-15T21:59:59.999Z']

describe('CSV', () => {
  test('for machines: commas, ISO dates, a decimal point, quotes doubled, CRLF (RFC 4180)', async () => {
    expect(await written('rfc', row)).toBe(
      'Titolo,Scadute,Pagato,Data,Ultimo istante utile\r\n' +
        '"Rete; ""servizi"", unità",2.5,-331117.05,2030-01-31,2030-07-15T21:59:59.999Z\r\n',
    )
  })

  test('for Excel in Italy: a mark of UTF-8, semicolons, Italian dates in Roman time, a decimal comma', async () => {
    expect(await written('excel', row)).toBe(
      '\uFEFFTitolo;Scadute;Pagato;Data;Ultimo istante utile\r\n' +
        '"Rete; ""servizi"", unità";2,5;-331117,05;31/01/2030;15/07/2030 23:59\r\n',
    )
  })

  test('what is not there is an empty cell, a line end inside a cell stays inside', async () => {
    const lines = await written('rfc', ['due\nrighe', null, 5, null, null])
    expect(lines.split('\r\n')[1]).toBe('"due\nrighe",,0.05,,')
  })

  test.each(['=HYPERLINK("http://example.invalid")', '+39 06', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    'a text that a spreadsheet would run is made text: %j',
    async (title) => {
      for (const form of ['rfc', 'excel'] as const) {
        const [, ...cells] = (await written(form, [title, null, null, null, null])).split(/\r\n(?=["'])/)
        expect(cells.join('')).toMatch(/^"?'/)
      }
    },
  )

  test('control: a number below zero is no formula, and stays a number', async () => {
    expect(await written('rfc', ['a', -3, -100, null, null])).toContain('a,-3,-1.00,,')
  })
})
