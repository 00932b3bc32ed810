import { type DueKey, listDue, type ObligationRow, obligationsOf } from '../db/readModels/obligations.ts'
import { formatInstant } from '../domain/text/format.ts'
import { nameOf, textOf } from '../domain/text/render.ts'
import { parseInstant } from '../domain/time/instant.ts'
import { deadlineJson } from './json.ts'
import { regionCode } from './options.ts'
import { type Output, table } from './output.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'
import { loadAccord, pageSize, shortDate } from './shared.ts'

interface DeadlineOptions {
  readonly region?: string
  readonly limit: string
  readonly after?: string
}

/** `accord deadlines`: of one accord, or what all of them still owe, the earliest first. */
export async function deadlines(
  session: Session,
  accordId: string | undefined,
  given: DeadlineOptions,
): Promise<void> {
  const { output } = session
  if (accordId !== undefined) {
    const { accord } = await loadAccord(session, accordId)
    const rows = await obligationsOf(session.reader(), accordId)
    output.document({ items: rows.map((row) => deadlineJson(row, accord.extensions)) })
    if (rows.length === 0) return output.say('cli.no-deadlines')
    return printDeadlines(output, rows, false)
  }
  const limit = pageSize(given.limit)
  const rows = await listDue(session.reader(), {
    limit,
    ...(given.region !== undefined && { regionId: regionCode(given.region) }),
    ...(given.after !== undefined && { after: dueKey(given.after) }),
  })
  const last = rows.length === limit ? rows.at(-1) : undefined
  const next = last && `${last.passes_at}/${last.accord_id}/${last.deadline_id}`
  output.document({ items: rows.map((row) => deadlineJson(row)), ...(next !== undefined && { next }) })
  if (rows.length === 0) return output.say('cli.no-deadlines')
  printDeadlines(output, rows, true)
  if (next !== undefined) output.say('cli.more', { after: next })
}

function dueKey(text: string): DueKey {
  const [at = '', accordId, ...deadlineId] = text.split('/')
  const passesAt = parseInstant(at)
  if (passesAt === undefined || accordId === undefined) throw new Problem('cli.bad-after', { value: text })
  return { passesAt, accordId, deadlineId: deadlineId.join('/') }
}

export function printDeadlines(output: Output, rows: readonly ObligationRow[], withAccord: boolean): void {
  const { language } = output
  const heads = ['head.deadline', 'head.obligor', 'head.effective', 'head.passes', 'head.status'] as const
  table(
    output,
    withAccord ? ['head.accord', ...heads] : heads,
    rows.map((row) => {
      const name = nameOf(language, 'deadline', row.kind) + (row.ref === null ? '' : ` (${row.ref})`)
      const rolled =
        row.nominal === row.effective ? '' : ` (${textOf(language, 'cli.nominal')} ${shortDate(row.nominal)})`
      const late = row.days_late === null || row.days_late === 0 ? '' : ` (+${row.days_late})`
      const passes = parseInstant(row.passes_at)
      const cells = [
        name,
        nameOf(language, 'party', row.obligor),
        `${shortDate(row.effective)}${rolled}`,
        passes === undefined ? row.passes_at : formatInstant(language, passes, row.zone),
        nameOf(language, 'status', row.status) + late,
      ]
      return withAccord ? [row.accord_id, ...cells] : cells
    }),
  )
}
