import { Reference } from '../db/reference.ts'
import type { CohortFound } from '../domain/programme/cohort.ts'
import { chosenOrRefused } from '../domain/programme/decideCollective.ts'
import { isRegionId, regions } from '../domain/regions.ts'
import { deadlineName } from '../domain/text/describe.ts'
import { type Language, textOf } from '../domain/text/render.ts'
import { refusalText } from '../domain/text/sentences.ts'
import { localDateOf } from '../domain/time/instant.ts'
import { type PreviewAct, type PreviewRow, previewAct, previewCohort } from '../operations/collectives.ts'
import { inputIssues } from '../schemas/issues.ts'
import { programmeCommand } from '../schemas/programme.ts'
import { showRefused } from './answers.ts'
import type { Asked } from './collectiveCommands.ts'
import { bodyFrom, cohortFrom } from './collectiveOptions.ts'
import { existingProgramme, mostRows, reasonText } from './collectiveView.ts'
import { table } from './output.ts'
import { BadInput } from './problem.ts'
import { programmeRequest } from './programmeCommands.ts'
import type { Session } from './session.ts'
import { shortDate } from './shared.ts'

/** `collective preview`: what the act would do to each accord; nothing is recorded. */
export async function runPreview(session: Session, programmeId: string, given: Asked): Promise<void> {
  const { output } = session
  const { id: actId, reasons } = given
  const body = bodyFrom(given)
  const data = { actId, reasons, body, cohort: cohortFrom(given) }
  const request = programmeRequest(session, programmeId, 'StartCollectiveAct', data, given)
  const parsed = programmeCommand.safeParse(request)
  if (!parsed.success) throw new BadInput(inputIssues(parsed.error, request))
  await existingProgramme(session, programmeId)
  const wanted: PreviewAct = {
    ...{ programmeId, cohort: data.cohort },
    going: { actId, body, reasons, act: parsed.data.act },
  }
  const found = await previewCohort(session.reader(), wanted)
  const { chosen, excluded, idle } = found
  const refused = chosenOrRefused(body, { chosen: chosen.length, excluded: excluded.length, idle })
  if (refused !== undefined) return showRefused(session, refused.refusal)
  const rows = await rowsOf(session, wanted, found)
  const totals = totalsOf(rows)
  output.document({ items: rows.map((row) => rowJson(output.language, row)), totals })
  showRows(session, rows)
  output.say('cli.preview-total', totals)
}

async function rowsOf(session: Session, wanted: PreviewAct, found: CohortFound): Promise<PreviewRow[]> {
  const reader = session.reader()
  const context = await new Reference(reader).contextWithRules(wanted.going.body)
  const today = localDateOf(session.now(), 'Europe/Rome')
  const rows: PreviewRow[] = []
  for await (const row of previewAct(reader, wanted, found, context, today)) {
    rows.push(row)
    if (rows.length % 500 === 0) session.output.progress('cli.preview-progress', { count: rows.length })
  }
  return rows
}

function totalsOf(rows: readonly PreviewRow[]) {
  const totals = { applied: 0, skipped: 0, failed: 0, moved: 0, dropped: 0, added: 0 }
  for (const { result } of rows) {
    totals[result.outcome] += 1
    if (result.outcome !== 'applied') continue
    totals.moved += result.reminders.moved
    totals.dropped += result.reminders.dropped
    totals.added += result.reminders.added
  }
  return totals
}

function rowJson(language: Language, { accordId, regionId, phase, result }: PreviewRow) {
  const head = { accord: accordId, region: regionId, phase }
  if (result.outcome !== 'failed') return { ...head, ...result }
  const { message, rule } = refusalText(language, result.refusal)
  return { ...head, outcome: result.outcome, refusal: { ...result.refusal, message, rule } }
}

function showRows(session: Session, rows: readonly PreviewRow[]): void {
  const { output } = session
  const heads = [
    'head.accord',
    'head.region',
    'head.deadline',
    'head.from',
    'head.to',
    'head.reminders',
  ] as const
  const lines = rows.flatMap((row) => linesOf(session, row))
  table(output, heads, lines.slice(0, mostRows))
  if (lines.length > mostRows) output.say('cli.rows-more', { shown: mostRows, total: lines.length })
}

function linesOf(session: Session, { accordId, regionId, result }: PreviewRow): string[][] {
  const { language } = session.output
  const head = [accordId, isRegionId(regionId) ? regions[regionId] : regionId]
  switch (result.outcome) {
    case 'skipped': {
      const skipped = textOf(language, 'item.skipped')
      return [[...head, `${skipped}: ${reasonText(session, result.reason)}`, '', '', '']]
    }
    case 'failed':
      return [[...head, `${textOf(language, 'item.failed')}: ${result.refusal.code}`, '', '', '']]
    case 'applied': {
      const reminders = textOf(language, 'preview.reminders', result.reminders)
      if (result.moves.length === 0) return [[...head, textOf(language, 'item.applied'), '', '', reminders]]
      return result.moves.map(({ deadlineId, from, to }, index) => [
        ...(index === 0 ? head : ['', '']),
        ...[deadlineName(language, deadlineId), shortDate(from), shortDate(to)],
        index === 0 ? reminders : '',
      ])
    }
    default:
      return result satisfies never
  }
}
