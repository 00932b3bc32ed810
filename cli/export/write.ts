import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { type TextKey, textOf } from '../../domain/text/render.ts'
import { Problem } from '../problem.ts'
import type { Session } from '../session.ts'
import { type CsvForm, csvLines } from './csv.ts'
import { checkNew, writeNewFile } from './newFile.ts'
import type { Sheet } from './sheet.ts'

export interface ExportOptions {
  readonly csv?: true
  readonly csvExcel?: true
  readonly xlsx?: string
}

/** The options by which a list goes into a spreadsheet. */
export function withExport(command: Command, session: Session): Command {
  const text = (key: TextKey) => textOf(session.output.language, key)
  return command
    .option('--csv', text('cli.help-csv'))
    .option('--csv-excel', text('cli.help-csv-excel'))
    .option('--xlsx <file>', text('cli.help-xlsx'))
}

/** Writes the sheet in the form that was asked for; false where none was. Two forms at once are a Problem. */
export async function exported(
  { output }: Session,
  given: ExportOptions,
  sheetOf: () => Sheet | Promise<Sheet>,
): Promise<boolean> {
  const { csv, csvExcel, xlsx } = given
  const forms = [csv && '--csv', csvExcel && '--csv-excel', xlsx !== undefined && '--xlsx'].filter(Boolean)
  const isTwoAnswers = output.json && xlsx === undefined && forms.length > 0
  if (forms.length > 1 || isTwoAnswers) {
    const given = [...forms, ...(output.json ? ['--json'] : [])].join(', ')
    throw new Problem('cli.one-form', { given })
  }
  if (csv || csvExcel) await toStandardOutput(await sheetOf(), csv ? 'rfc' : 'excel', output.language)
  else if (xlsx !== undefined) {
    await checkNew(xlsx)
    // Loaded when first needed: no other command waits for it.
    const { xlsxBytes } = await import('./xlsx.ts')
    const { bytes, rows } = await xlsxBytes(await sheetOf(), output.language)
    await writeNewFile(xlsx, (into) => pipeline(Readable.from([bytes]), into))
    output.document({ outcome: 'written', file: xlsx, rows })
    output.say('cli.xlsx-written', { file: xlsx, rows })
  }
  return forms.length > 0
}

async function toStandardOutput(sheet: Sheet, form: CsvForm, language: Session['output']['language']) {
  await pipeline(Readable.from(csvLines(sheet, form, language)), process.stdout, { end: false })
}
