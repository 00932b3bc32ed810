import type { Command } from 'commander'
import {
  moneyByRegion,
  obligors,
  type RegionMoney,
  type StateCount,
  type StatisticsFilter,
  stateCounts,
  type Timeliness,
  type TimelinessGroup,
  timeliness,
  timelinessGroups,
} from '../db/readModels/statistics.ts'
import { phaseNames } from '../domain/accord/state.ts'
import { formatMoney } from '../domain/text/format.ts'
import { nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { type ExportOptions, exported, withExport } from './export/write.ts'
import { moneyJson, regionName } from './json.ts'
import { isRegionName, regionCode } from './options.ts'
import { type Output, table } from './output.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'
import { dayOf } from './shared.ts'
import { groupName, moneySheet, statesSheet, timelinessSheet } from './statsSheets.ts'

interface FilterOptions extends ExportOptions {
  readonly programme?: string
  readonly region?: string
  readonly from?: string
  readonly to?: string
}

interface TimelinessOptions extends FilterOptions {
  readonly by: string
  readonly obligor?: string
}

/** `stats timeliness | states | money`: what the programme's record adds up to. */
export function addStatistics(noun: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  const add = (verb: string) =>
    withExport(noun.command(verb).description(text(`cli.help-stats-${verb}` as TextKey)), session)
      .option('--programme <id>', text('cli.help-stats-programme'))
      .option('--region <codice>', text('field.regionId'))
      .option('--from <giorno>', text(`cli.help-stats-from-${verb}` as TextKey))
      .option('--to <giorno>', text('cli.help-stats-to'))
  add('timeliness')
    .option('--obligor <chi>', text('cli.help-stats-obligor'))
    .option('--by <come>', text('cli.help-stats-by'), 'kind')
    .action((given) => showTimeliness(session, given))
  add('states').action((given) => showStates(session, given))
  add('money').action((given) => showMoney(session, given))
}

function filterFrom({ programme, region, from, to }: FilterOptions): StatisticsFilter {
  const filter = {
    ...(programme !== undefined && { programmeId: programme }),
    ...(region !== undefined && { regionId: knownRegion(region) }),
    ...(from !== undefined && { from: dayOf('--from', from) }),
    ...(to !== undefined && { to: dayOf('--to', to) }),
  }
  if (filter.from !== undefined && filter.to !== undefined && filter.from > filter.to) {
    throw new Problem('cli.stats-bad-period', { from: filter.from, to: filter.to })
  }
  return filter
}

/** A Region that does not exist has no numbers, and an empty answer would say that it had nothing to do. */
function knownRegion(value: string): string {
  if (!isRegionName(value)) throw new Problem('cli.stats-bad-region', { value })
  return regionCode(value)
}

function groupFrom(value: string): TimelinessGroup {
  const group = timelinessGroups.find((name) => name === value)
  if (group === undefined) {
    throw new Problem('cli.stats-bad-group', { value, values: timelinessGroups.join(', ') })
  }
  return group
}

function obligorFrom(value: string) {
  const obligor = obligors.find((name) => name === value)
  if (obligor === undefined)
    throw new Problem('cli.stats-bad-obligor', { value, values: obligors.join(', ') })
  return obligor
}

async function showTimeliness(session: Session, given: TimelinessOptions): Promise<void> {
  const { output } = session
  const group = groupFrom(given.by)
  const filter = { ...filterFrom(given), ...(given.obligor && { obligor: obligorFrom(given.obligor) }) }
  const rows = await timeliness(session.reader(), group, filter, session.now())
  if (await exported(session, given, () => timelinessSheet(output.language, group, rows))) return
  output.document({ by: group, filter, items: rows })
  if (rows.length === 0) return output.say('cli.stats-none')
  table(
    output,
    [
      `stats.by.${group}`,
      'stats.total',
      'stats.early',
      'stats.late',
      'stats.overdue',
      'stats.open',
      'stats.bar',
    ],
    rows.map((row) => [
      groupName(output.language, group, row.group),
      String(row.total),
      daysCell(output, row.metEarly + row.metOnTheDay, row.earlyAverage, row.earlyMost),
      daysCell(output, row.metLate, row.lateAverage, row.lateMost),
      String(row.overdue),
      String(row.open),
      bar(row),
    ]),
  )
  output.say('cli.stats-legend')
  if (group === 'region' && given.obligor === undefined) output.say('cli.stats-all-obligors')
  const uncertain = rows.reduce((sum, row) => sum + row.uncertain, 0)
  if (uncertain > 0) output.say('cli.stats-uncertain', { count: uncertain })
}

/** "12 (in media 4,5 giorni, al più 30)"; the count alone where no day is known. */
function daysCell(output: Output, count: number, average: number | null, most: number | null): string {
  if (count === 0) return '—'
  if (average === null || most === null) return String(count)
  const written = output.language === 'it' ? String(average).replace('.', ',') : String(average)
  return textOf(output.language, 'cli.stats-days', { count, average: written, most })
}

const barWidth = 20

/** In time, late, overdue and open as parts of one bar: what people see before they read a number. */
function bar({ total, metEarly, metOnTheDay, metLate, overdue }: Timeliness): string {
  if (total === 0) return ''
  const parts = [
    ['█', metEarly + metOnTheDay],
    ['▒', metLate],
    ['×', overdue],
  ] as const
  return Array.from({ length: barWidth }, (_, at) => {
    let left = ((at + 0.5) / barWidth) * total
    const part = parts.find(([, count]) => {
      left -= count
      return left < 0
    })
    return part?.[0] ?? '·'
  }).join('')
}

async function showStates(session: Session, given: FilterOptions): Promise<void> {
  const { output } = session
  const filter = filterFrom(given)
  const rows = await stateCounts(session.reader(), filter)
  if (await exported(session, given, () => statesSheet(output.language, rows))) return
  const phases = byPhase(rows)
  const total = rows.reduce((sum, { accords }) => sum + accords, 0)
  output.document({ filter, total, phases, items: rows })
  if (total === 0) return output.say('cli.stats-none')
  const most = Math.max(...phases.map(({ accords }) => accords))
  table(
    output,
    ['head.phase', 'stats.accords', 'stats.bar', 'stats.regions'],
    phases.map(({ phase, accords, regions }) => [
      nameOf(output.language, 'phase', phase),
      String(accords),
      '█'.repeat(Math.max(1, Math.round((accords / most) * barWidth))),
      regions.length > 5 ? String(regions.length) : regions.map(regionName).join(', '),
    ]),
  )
  output.say('cli.stats-states-total', { total })
}

/** In the order of an accord's life; phases that no accord is in are left out. */
function byPhase(rows: readonly StateCount[]) {
  const order = [...new Set([...phaseNames, ...rows.map(({ phase }) => phase)])]
  return order.flatMap((phase) => {
    const here = rows.filter((row) => row.phase === phase)
    const accords = here.reduce((sum, row) => sum + row.accords, 0)
    return accords === 0 ? [] : [{ phase, accords, regions: here.map(({ regionId }) => regionId) }]
  })
}

async function showMoney(session: Session, given: FilterOptions): Promise<void> {
  const { output } = session
  const filter = filterFrom(given)
  const rows = await moneyByRegion(session.reader(), filter)
  if (await exported(session, given, () => moneySheet(rows))) return
  const total = totalOf(rows)
  const wire = ({ paidCents, recoveredCents, balanceCents, ...rest }: Omit<RegionMoney, 'regionId'>) => ({
    ...rest,
    paid: moneyJson(paidCents),
    recovered: moneyJson(recoveredCents),
    balance: moneyJson(balanceCents),
  })
  output.document({ filter, items: rows.map(wire), total: wire(total) })
  if (rows.length === 0) return output.say('cli.stats-no-money')
  const money = (cents: number) => formatMoney(output.language, { cents, currency: 'EUR' })
  const most = Math.max(...rows.map(({ balanceCents }) => balanceCents), 1)
  const cells = (name: string, row: Omit<RegionMoney, 'regionId'>) => [
    name,
    String(row.accords),
    ...[row.paidCents, row.recoveredCents, row.balanceCents].map(money),
  ]
  table(
    output,
    ['head.region', 'stats.accords', 'stats.paid', 'stats.recovered', 'stats.held', 'stats.bar'],
    [
      ...rows.map((row) => [
        ...cells(regionName(row.regionId), row),
        '█'.repeat(Math.max(0, Math.round((row.balanceCents / most) * barWidth))),
      ]),
      [...cells(textOf(output.language, 'stats.total-row'), total), ''],
    ],
  )
}

function totalOf(rows: readonly RegionMoney[]): Omit<RegionMoney, 'regionId'> {
  const sum = (key: 'accords' | 'paidCents' | 'recoveredCents' | 'balanceCents') =>
    rows.reduce((all, row) => all + row[key], 0)
  return {
    accords: sum('accords'),
    paidCents: sum('paidCents'),
    recoveredCents: sum('recoveredCents'),
    balanceCents: sum('balanceCents'),
  }
}
