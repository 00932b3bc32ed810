import type { ObligationRow } from '../db/readModels/obligations.ts'
import type { OverviewRow } from '../db/readModels/overview.ts'
import type { RecordedEvent } from '../domain/accord/events.ts'
import { describeEvent } from '../domain/text/describe.ts'
import { type Language, nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { noticeText } from '../domain/text/sentences.ts'
import type { Column, Sheet } from './export/sheet.ts'
import { regionName } from './json.ts'

const column = (head: TextKey, kind: Column['kind'] = 'text'): Column => ({ head, kind })

type Rows<Row> = AsyncIterable<Row> | Iterable<Row>

async function* mapped<From, To>(rows: Rows<From>, change: (row: From) => To): AsyncGenerator<To> {
  for await (const row of rows) yield change(row)
}

/** `accord list` as a spreadsheet. */
export function accordsSheet(language: Language, rows: Rows<OverviewRow>): Sheet {
  return {
    name: 'sheet.accords',
    columns: [
      ...[column('head.accord'), column('head.region'), column('head.programme'), column('head.title')],
      ...[column('head.phase'), column('head.proposed', 'date'), column('head.in-force', 'date')],
      ...[column('sheet.concluded', 'date'), column('head.next'), column('sheet.next-on', 'date')],
      column('head.missed', 'number'),
    ],
    rows: mapped(rows, (row) => [
      ...[row.accord_id, regionName(row.region_id), row.programme_id, row.title],
      ...[nameOf(language, 'phase', row.phase), row.proposed_on, row.in_force_on, row.concluded_on],
      row.next_kind === null ? null : nameOf(language, 'deadline', row.next_kind),
      ...[row.next_effective, row.missed],
    ]),
  }
}

/** Deadlines, of one accord or of many, as a spreadsheet. */
export function deadlinesSheet(language: Language, rows: Rows<ObligationRow>): Sheet {
  return {
    name: 'sheet.deadlines',
    columns: [
      ...[column('head.accord'), column('head.region'), column('head.deadline'), column('sheet.ref')],
      ...[column('head.obligor'), column('sheet.nominal', 'date'), column('head.effective', 'date')],
      ...[column('head.passes', 'instant'), column('head.status'), column('sheet.settled', 'date')],
      ...[column('sheet.days-late', 'number'), column('sheet.target', 'date')],
    ],
    rows: mapped(rows, (row) => [
      ...[row.accord_id, regionName(row.region_id), nameOf(language, 'deadline', row.kind), row.ref],
      ...[nameOf(language, 'party', row.obligor), row.nominal, row.effective, row.passes_at],
      ...[nameOf(language, 'status', row.status), row.settled_on, row.days_late, row.target],
    ]),
  }
}

/** The life of an accord as a spreadsheet: one row per event, each with what is known of its date. */
export function timelineSheet(language: Language, events: readonly RecordedEvent[]): Sheet {
  const certain = (assumed: boolean) => textOf(language, assumed ? 'sheet.assumed' : 'sheet.stated')
  return {
    name: 'sheet.timeline',
    columns: [
      ...[column('sheet.number', 'number'), column('head.effective', 'date'), column('sheet.precision')],
      ...[column('sheet.certainty'), column('head.what'), column('sheet.protocol'), column('sheet.source')],
      ...[column('sheet.actor'), column('sheet.received', 'instant'), column('sheet.recorded', 'instant')],
      column('sheet.notices'),
    ],
    rows: events.map((event) => {
      const { on, citation, actor, receivedAt } = event.act
      return [
        ...[event.version, on.date, nameOf(language, 'sheet.precision', on.precision), certain(on.assumed)],
        ...[describeEvent(language, event), citation?.protocol ?? null, citation?.source ?? null],
        ...[`${actor.role}:${actor.id}`, receivedAt, event.recordedAt],
        event.notices.map((notice) => noticeText(language, notice)).join(' '),
      ]
    }),
  }
}
