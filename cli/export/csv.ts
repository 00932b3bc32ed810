import { centsText } from '../../domain/accord/money/cents.ts'
import { type Language, textOf } from '../../domain/text/render.ts'
import { parseInstant, wallTimeOf } from '../../domain/time/instant.ts'
import { type CellKind, type Sheet, sheetZone, type Value } from './sheet.ts'

/**
 * `rfc`: RFC 4180, for machines: commas, dates and instants in ISO 8601, a decimal point. `excel`: as Excel in Italy
 * opens it with a double click: a mark of UTF-8 first, semicolons, 31/12/2014, a decimal comma.
 */
export type CsvForm = 'rfc' | 'excel'

const byteOrderMark = '\uFEFF'

/** The lines of a sheet as CSV in UTF-8, each with its CRLF; rows are read as they are asked for. */
export async function* csvLines(sheet: Sheet, form: CsvForm, language: Language): AsyncGenerator<string> {
  const separator = form === 'excel' ? ';' : ','
  const line = (cells: readonly string[]) => `${cells.map((cell) => quoted(cell, form)).join(separator)}\r\n`
  const heads = sheet.columns.map(({ head }) => textOf(language, head))
  yield (form === 'excel' ? byteOrderMark : '') + line(heads)
  for await (const row of sheet.rows) {
    yield line(sheet.columns.map(({ kind }, at) => written(kind, row[at] ?? null, form)))
  }
}

/**
 * Quotes around what would break the line. A semicolon is one in both forms: Excel in Italy splits the first there
 * too, and the second half of a title must not begin a cell.
 */
function quoted(cell: string, form: CsvForm): string {
  const breaks = form === 'excel' ? /[";\r\n]/ : /[",;\r\n]/
  return breaks.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function written(kind: CellKind, value: Value, form: CsvForm): string {
  if (value === null) return ''
  switch (kind) {
    case 'text':
      return harmless(String(value))
    case 'number':
      return decimal(String(value), form)
    case 'money':
      return decimal(centsText(Number(value)), form)
    case 'date':
      return form === 'excel' ? italian(String(value)) : String(value)
    case 'instant':
      return form === 'excel' ? italianInstant(String(value)) : String(value)
    default:
      return kind satisfies never
  }
}

/**
 * A spreadsheet runs a cell that begins like a formula, and whoever wrote the title of an accord must not run
 * anything on the desk of whoever exports it. An apostrophe before it makes it text (OWASP, CSV injection).
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}

function decimal(text: string, form: CsvForm): string {
  return form === 'excel' ? text.replace('.', ',') : text
}

function italian(date: string): string {
  return date.split('-').reverse().join('/')
}

function italianInstant(text: string): string {
  const at = parseInstant(text)
  if (at === undefined) return text
  const [date = '', time = ''] = wallTimeOf(at, sheetZone).split(' ')
  return `${italian(date)} ${time}`
}
