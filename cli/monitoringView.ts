import type { Command } from 'commander'
import { type Gate, gatesOf } from '../domain/accord/monitoring/gates.ts'
import type { ActionProgress } from '../domain/accord/monitoring/parts.ts'
import { type MonitoringPeriod, midTermOf, periodsOf } from '../domain/accord/monitoring/schedule.ts'
import { type MonitoringReport, reportOf } from '../domain/accord/monitoring/state.ts'
import { type Accord, entry, type Obligation } from '../domain/accord/state.ts'
import { deadlineName } from '../domain/text/describe.ts'
import { formatDate, formatMoney, formatNumber } from '../domain/text/format.ts'
import { nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { bar } from './bar.ts'
import { type Output, table } from './output.ts'
import { exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'
import { loadAccord, shortDate } from './shared.ts'

/** Periods after the one that is due next are many, and nobody owes them anything yet. */
const mostShown = 100

/** `monitoring list | show`: the reports of one accord, and how far its actions are. */
export function addMonitoring(monitoring: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  monitoring
    .command('list')
    .description(text('cli.help-monitoring-list'))
    .argument('<accordId>', text('field.accordId'))
    .action((accordId) => list(session, accordId))
  monitoring
    .command('show')
    .description(text('cli.help-monitoring-show'))
    .argument('<accordId>', text('field.accordId'))
    .option('--period <periodo>', text('cli.help-monitoring-period'))
    .action((accordId, { period }: { period?: string }) => show(session, accordId, period))
}

async function list(session: Session, accordId: string): Promise<void> {
  const { output } = session
  const { language } = output
  const { accord } = await loadAccord(session, accordId)
  const rows = periodsShown(accord).map((period) => ({
    ...period,
    report: reportOf(accord, period.id),
    deadline: deadlineOf(accord, period),
  }))
  const gates = gatesOf(accord)
  output.document({
    schedule: accord.monitoring?.schedule ?? null,
    items: rows.map(({ id, kind, from, to, report, deadline }) => ({
      ...{ period: id, kind, from, to },
      status: report?.status ?? 'missing',
      version: report?.version ?? null,
      deadline: deadline ? { id: deadline.id, effective: deadline.effective, status: deadline.status } : null,
    })),
    gates,
  })
  if (rows.length === 0) return output.say('cli.no-monitoring')
  table(
    output,
    ['head.period', 'head.begins', 'head.ends', 'head.due', 'head.status', 'head.version'],
    rows.map(({ id, from, to, report, deadline }) => [
      id,
      shortDate(from),
      shortDate(to),
      deadline === undefined
        ? '—'
        : `${shortDate(deadline.effective)} (${nameOf(language, 'status', deadline.status)})`,
      nameOf(language, 'reportStatus', report?.status ?? 'missing'),
      report === undefined ? '—' : String(report.version),
    ]),
  )
  printGates(output, gates)
}

async function show(session: Session, accordId: string, period: string | undefined): Promise<void> {
  const { output } = session
  const { language } = output
  const { accord } = await loadAccord(session, accordId)
  const gates = gatesOf(accord)
  const report = chosen(accord, period)
  output.document({ report: report ?? null, gates })
  if (accord.monitoring === undefined) return output.say('cli.no-monitoring')
  if (report === undefined) output.say('cli.no-monitoring-report')
  else {
    output.say('cli.monitoring-heading', {
      ...{ period: report.period, version: report.version },
      status: nameOf(language, 'reportStatus', report.status),
      ...{ from: formatDate(language, report.from), to: formatDate(language, report.to) },
    })
    for (const row of report.progress) printProgress(output, accord, row)
  }
  printGates(output, gates)
}

/** The report of a period, or the one that looks furthest. */
function chosen(accord: Accord, period: string | undefined): MonitoringReport | undefined {
  if (period === undefined) {
    const all = Object.values(accord.monitoring?.reports ?? {})
    return all.toSorted((a, b) => (a.to < b.to ? 1 : -1))[0]
  }
  const report = reportOf(accord, period)
  if (report === undefined) throw new Problem('cli.no-such-report', { period }, exitCodes.badInput)
  return report
}

/** Those up to the first that is neither sent nor due, and the one in the middle, by the day of their end. */
function periodsShown(accord: Accord): MonitoringPeriod[] {
  const schedule = accord.monitoring?.schedule
  if (schedule === undefined) return []
  const shown: MonitoringPeriod[] = []
  for (const period of periodsOf(accord, schedule)) {
    if (shown.push(period) >= mostShown) break
    if (reportOf(accord, period.id) === undefined && deadlineOf(accord, period) === undefined) break
  }
  const mid = midTermOf(accord, schedule)
  return [...shown, ...(mid ? [mid] : [])].toSorted((a, b) => (a.to < b.to ? -1 : 1))
}

/** The deadline that counts now: to send it again where it is to be sent again, else the first one. */
function deadlineOf(accord: Accord, { id, kind }: MonitoringPeriod): Obligation | undefined {
  const report = reportOf(accord, id)
  const again = report && entry(accord.obligations, `monitoringResubmission:${id}.v${report.version + 1}`)
  const first = kind === 'midTerm' ? 'midTermReport' : 'monitoringReport'
  return again ?? entry(accord.obligations, `${first}:${id}`)
}

function printProgress(
  output: Output,
  accord: Accord,
  { numeral, indicators, spent, note }: ActionProgress,
): void {
  const { language } = output
  const title = entry(accord.actions, numeral)?.title ?? ''
  output.line('')
  output.line(`${numeral}  ${title}`)
  for (const { name, done, target, unit } of indicators) {
    const reached = `${formatNumber(language, done)}/${formatNumber(language, target)} ${unit}`
    output.line(`    ${bar(done, target)}  ${reached}  ${name}`)
  }
  if (spent) output.line(`    ${textOf(language, 'head.spent')}: ${formatMoney(language, spent)}`)
  if (note) output.line(`    ${note}`)
}

/** What cannot be done now, by which report, and what to do about it; nothing where nothing is blocked. */
export function printGates(output: Output, gates: readonly Gate[]): void {
  if (gates.length === 0) return
  const { language } = output
  output.line('')
  for (const { act, deadlineId, effective } of gates) {
    output.say('cli.gate', {
      act: nameOf(language, 'act', act),
      deadline: deadlineName(language, deadlineId),
      date: formatDate(language, effective),
    })
  }
  output.say('cli.gate-hint')
}
