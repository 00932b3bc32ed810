import type { RegionMoney, StateCount, Timeliness, TimelinessGroup } from '../db/readModels/statistics.ts'
import { type Language, nameOf, type TextKey } from '../domain/text/render.ts'
import type { Column, Sheet } from './export/sheet.ts'
import { regionName } from './json.ts'

/** The name of what a row is about, as people say it. */
export function groupName(language: Language, group: TimelinessGroup, id: string): string {
  if (group === 'region') return regionName(id)
  return nameOf(language, group === 'kind' ? 'deadline' : 'party', id)
}

const column = (head: TextKey, kind: Column['kind']): Column => ({ head, kind })
const number = (head: TextKey) => column(head, 'number')

export function timelinessSheet(
  language: Language,
  group: TimelinessGroup,
  rows: readonly Timeliness[],
): Sheet {
  return {
    name: 'stats.sheet.timeliness',
    columns: [
      column('stats.code', 'text'),
      column(`stats.by.${group}`, 'text'),
      ...(['stats.total', 'stats.met-early', 'stats.met-on-the-day', 'stats.met-late'] as const).map(number),
      ...(['stats.overdue', 'stats.open', 'stats.lifted', 'stats.uncertain'] as const).map(number),
      ...(['stats.early-average', 'stats.early-median', 'stats.early-most'] as const).map(number),
      ...(['stats.late-average', 'stats.late-median', 'stats.late-most'] as const).map(number),
    ],
    rows: rows.map((row) => [
      ...[row.group, groupName(language, group, row.group)],
      ...[row.total, row.metEarly, row.metOnTheDay, row.metLate],
      ...[row.overdue, row.open, row.lifted, row.uncertain],
      ...[row.earlyAverage, row.earlyMedian, row.earlyMost],
      ...[row.lateAverage, row.lateMedian, row.lateMost],
    ]),
  }
}

export function statesSheet(language: Language, rows: readonly StateCount[]): Sheet {
  return {
    name: 'stats.sheet.states',
    columns: [
      column('stats.code', 'text'),
      column('head.region', 'text'),
      column('head.phase', 'text'),
      number('stats.accords'),
    ],
    rows: rows.map(({ regionId, phase, accords }) => [
      ...[regionId, regionName(regionId), nameOf(language, 'phase', phase)],
      accords,
    ]),
  }
}

export function moneySheet(rows: readonly RegionMoney[]): Sheet {
  return {
    name: 'stats.sheet.money',
    columns: [
      column('stats.code', 'text'),
      column('head.region', 'text'),
      number('stats.accords'),
      column('stats.paid', 'money'),
      column('stats.recovered', 'money'),
      column('stats.held', 'money'),
    ],
    rows: rows.map(({ regionId, accords, paidCents, recoveredCents, balanceCents }) => [
      ...[regionId, regionName(regionId), accords],
      ...[paidCents, recoveredCents, balanceCents],
    ]),
  }
}
