import { type DueKey, listDue, type ObligationRow, obligationRows } from '../db/readModels/obligations.ts'
import type { AsOf } from '../domain/accord/asOf.ts'
import { gatesOf } from '../domain/accord/monitoring/gates.ts'
import { isOwed } from '../domain/accord/state.ts'
import { formatInstant } from '../domain/text/format.ts'
import { nameOf, textOf } from '../domain/text/render.ts'
import { parseInstant } from '../domain/time/instant.ts'
import { accordsAsOf } from '../operations/foresight.ts'
import { allPages } from './export/sheet.ts'
import { type ExportOptions, exported } from './export/write.ts'
import { deadlineJson } from './json.ts'
import { deadlinesSheet } from './listSheets.ts'
import { printGates } from './monitoringView.ts'
import { regionCode } from './options.ts'
import { type Output, table } from './output.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'
import { type AsOfOptions, asOfFrom, loadAccord, pageSize, shortDate } from './shared.ts'

interface DeadlineOptions extends AsOfOptions, ExportOptions {
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
    const { accord } = await loadAccord(session, accordId, given)
    const rows = inOrder(obligationRows({}, accord))
    if (await exported(session, given, () => deadlinesSheet(output.language, rows))) return
    const gates = gatesOf(accord)
    output.document({ items: rows.map((row) => deadlineJson(row, accord.extensions)), gates })
    if (rows.length === 0) return output.say('cli.no-deadlines')
    printDeadlines(output, rows, false)
    return printGates(output, gates)
  }
  const limit = pageSize(given.limit)
  const asOf = asOfFrom(given)
  if (asOf !== undefined) return deadlinesAsOf(session, asOf, given)
  const first = given.after === undefined ? undefined : dueKey(given.after)
  const page = (size: number, after: DueKey | undefined) =>
    listDue(session.reader(), {
      limit: size,
      ...(given.region !== undefined && { regionId: regionCode(given.region) }),
      ...(after !== undefined && { after }),
    })
  const all = () => allPages<ObligationRow>(1_000, (last) => page(1_000, last ? placeOf(last) : first))
  if (await exported(session, given, () => deadlinesSheet(output.language, all()))) return
  const rows = await page(limit, first)
  showPage(output, rows, rows.length === limit)
}

/** One page of the due list; where there is more, the key after which it goes on. */
function showPage(output: Output, rows: readonly ObligationRow[], hasMore: boolean, asOf?: AsOf): void {
  const last = hasMore ? rows.at(-1) : undefined
  const next = last && keyOf(last)
  output.document({
    ...(asOf && { asOf }),
    items: rows.map((row) => deadlineJson(row)),
    ...(next !== undefined && { next }),
  })
  if (rows.length === 0) output.say('cli.no-deadlines')
  else printDeadlines(output, rows, true)
  if (next !== undefined) output.say('cli.more', { after: next })
}

/** What was still owed as of a day: the record has no list for each day, so every accord is folded. */
async function deadlinesAsOf(session: Session, asOf: AsOf, given: DeadlineOptions): Promise<void> {
  const { output } = session
  const limit = pageSize(given.limit)
  const region = given.region === undefined ? undefined : regionCode(given.region)
  const after = given.after === undefined ? '' : pageKey(dueKey(given.after))
  const owed: ObligationRow[] = []
  for await (const accord of accordsAsOf(session.reader(), asOf)) {
    if (region !== undefined && accord.regionId !== region) continue
    owed.push(...obligationRows({}, accord).filter(isOwed))
  }
  const later = inOrder(owed).filter((row) => keyOf(row) > after)
  if (await exported(session, given, () => deadlinesSheet(output.language, later))) return
  showPage(output, later.slice(0, limit), later.length > limit, asOf)
}

/** How `--after` names a place in the list; compared as text it is the order of the list. */
function pageKey({ passesAt, accordId, deadlineId }: DueKey): string {
  return `${passesAt}/${accordId}/${deadlineId}`
}

function placeOf(row: ObligationRow): DueKey {
  return { passesAt: row.passes_at, accordId: row.accord_id, deadlineId: row.deadline_id }
}

function keyOf(row: ObligationRow): string {
  return pageKey(placeOf(row))
}

/** The earliest first, as the due list has them. */
export function inOrder(rows: readonly ObligationRow[]): ObligationRow[] {
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
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
      const mark = row.target_passed ? 'cli.target-passed' : 'cli.target'
      const target = row.target === null ? '' : ` ${textOf(language, mark, { date: shortDate(row.target) })}`
      const passes = parseInstant(row.passes_at)
      const cells = [
        name,
        nameOf(language, 'party', row.obligor),
        `${shortDate(row.effective)}${rolled}${target}`,
        passes === undefined ? row.passes_at : formatInstant(language, passes, row.zone),
        nameOf(language, 'status', row.status) + late,
      ]
      return withAccord ? [row.accord_id, ...cells] : cells
    }),
  )
}
