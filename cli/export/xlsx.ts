import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node'
import { type Language, textOf } from '../../domain/text/render.ts'
import { parseInstant, wallTimeOf } from '../../domain/time/instant.ts'
import { Problem } from '../problem.ts'
import { type CellKind, type Column, type Sheet, sheetZone, type Value } from './sheet.ts'

/** Excel's own limits: of rows on a sheet, and of characters in a cell. */
const mostRows = 1_048_576
const mostCharacters = 32_767

const widths: Record<CellKind, number> = { text: 28, number: 12, date: 12, instant: 18, money: 16 }

/** A workbook of one sheet: its heads stay in sight, dates are dates, numbers are numbers, texts never formulas. */
export async function xlsxBytes(
  sheet: Sheet,
  language: Language,
): Promise<{ bytes: Uint8Array; rows: number }> {
  const heads = sheet.columns.map(({ head }): Cell => ({ value: textOf(language, head), fontWeight: 'bold' }))
  const data: Row[] = [heads]
  for await (const row of sheet.rows) {
    data.push(sheet.columns.map((column, at) => cellOf(column, row[at] ?? null)))
    if (data.length > mostRows) throw new Problem('cli.xlsx-too-long', { most: mostRows - 1 })
  }
  const made = writeExcelFile(data, {
    sheet: textOf(language, sheet.name),
    stickyRowsCount: 1,
    columns: sheet.columns.map(({ kind }) => ({ width: widths[kind] })),
  })
  return { bytes: await made.toBuffer(), rows: data.length - 1 }
}

function cellOf({ kind }: Column, value: Value): Cell {
  if (value === null) return null
  switch (kind) {
    case 'text':
      return { type: String, value: String(value).slice(0, mostCharacters) }
    case 'number':
      return { type: Number, value: Number(value) }
    case 'money':
      return { type: Number, value: Number(value) / 100, format: '#,##0.00\\ "€"' }
    case 'date':
      return { type: Date, value: new Date(`${value}T00:00:00Z`), format: 'dd/mm/yyyy' }
    case 'instant':
      return { type: Date, value: wallClock(String(value)), format: 'dd/mm/yyyy hh:mm' }
    default:
      return kind satisfies never
  }
}

/** A workbook knows no time zones: it gets the wall time of Rome. */
function wallClock(text: string): Date {
  const at = parseInstant(text)
  return new Date(at === undefined ? text : `${wallTimeOf(at, sheetZone).replace(' ', 'T')}:00Z`)
}
