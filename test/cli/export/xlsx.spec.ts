import { read, utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import type { Sheet } from '../../../cli/export/sheet.ts'
import { xlsxBytes } from '../../../cli/export/xlsx.ts'
import { zipEntries } from '../../support/zip.ts'

const sheet: Sheet = {
  name: 'sheet.accords',
  columns: [
    { head: 'head.title', kind: 'text' },
    { head: 'head.missed', kind: 'number' },
    { head: 'stats.paid', kind: 'money' },
    { head: 'head.effective', kind: 'date' },
    { head: 'head.passes', kind: 'instant' },
  ],
  rows: [
    ['=1+1', 2, 33111705, '2030-01-31', '2030-07-15T10:30:00.000Z'],
    [null, null, null, null, null],
    ['02', 0.5, -1, '2016-02-29', '2030-01-15T22:59:59.999Z'],
  ],
}

describe('XLSX', () => {
  test('another reader finds dates as dates, numbers as numbers and texts as texts', async () => {
    const { bytes, rows } = await xlsxBytes(sheet, 'it')
    expect(rows).toBe(3)
    const book = read(bytes, { cellDates: true, UTC: true })
    expect(book.SheetNames).toEqual(['Accordi'])
    const page = book.Sheets.Accordi ?? {}
    expect(utils.sheet_to_json(page, { header: 1, defval: null, blankrows: true, UTC: true })).toEqual([
      ['Titolo', 'Scadute', 'Pagato', 'Data', 'Ultimo istante utile'],
      ['=1+1', 2, 331117.05, new Date('2030-01-31T00:00:00Z'), new Date('2030-07-15T12:30:00Z')],
      [null, null, null, null, null],
      ['02', 0.5, -0.01, new Date('2016-02-29T00:00:00Z'), new Date('2030-01-15T23:59:00Z')],
    ])
    expect(['A2', 'B2', 'C2', 'D2', 'E2', 'A4'].map((cell) => page[cell]?.t)).toEqual([
      ...['s', 'n', 'n', 'd', 'd', 's'],
    ])
  })

  test('keeps the heads in sight, and holds no formula', async () => {
    const { bytes } = await xlsxBytes(sheet, 'it')
    const inside = await zipEntries(Buffer.from(bytes))
    const page = inside.get('xl/worksheets/sheet1.xml')?.toString()
    expect(page).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(page).not.toContain('<f>')
  })
})
