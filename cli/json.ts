import type { ObligationRow } from '../db/readModels/obligations.ts'
import type { OverviewRow } from '../db/readModels/overview.ts'
import type { RecordedEvent } from '../domain/accord/events.ts'
import { centsText } from '../domain/accord/money/cents.ts'
import type { Accord } from '../domain/accord/state.ts'
import { regions } from '../domain/regions.ts'
import { describeEvent } from '../domain/text/describe.ts'
import type { Language } from '../domain/text/render.ts'
import { noticeText } from '../domain/text/sentences.ts'
import { writtenForm } from '../domain/time/localDate.ts'

/** The shapes that `--json` promises; a change here is a change of contract. */
export function eventJson(language: Language, event: RecordedEvent) {
  const { on, receivedAt, actor, citation, documents } = event.act
  return {
    type: event.type,
    version: event.version,
    on: writtenForm(on),
    precision: on.precision,
    assumed: on.assumed,
    receivedAt,
    recordedAt: event.recordedAt,
    actor,
    commandId: event.commandId,
    ...(citation && { citation }),
    documents,
    data: event.data,
    text: describeEvent(language, event),
    notices: event.notices.map((notice) => ({ ...notice, message: noticeText(language, notice) })),
  }
}

export function overviewJson(row: OverviewRow) {
  return {
    id: row.accord_id,
    region: row.region_id,
    regionName: regionName(row.region_id),
    programme: row.programme_id,
    title: row.title,
    phase: row.phase,
    proposedOn: row.proposed_on,
    inForceOn: row.in_force_on,
    concludedOn: row.concluded_on,
    nextDeadline:
      row.next_kind === null
        ? null
        : { kind: row.next_kind, effective: row.next_effective, passesAt: row.next_passes_at },
    missed: row.missed,
    version: row.version,
  }
}

type Extensions = Accord['extensions']

export function deadlineJson(row: ObligationRow, extensions: Extensions = {}) {
  const moving = Object.values(extensions).flatMap((extension) =>
    extension.effects
      .filter((effect) => effect.deadlineId === row.deadline_id)
      .map((effect) => ({ ...effect, extensionId: extension.extensionId, exOfficio: extension.exOfficio })),
  )
  return {
    id: row.deadline_id,
    accord: row.accord_id,
    region: row.region_id,
    kind: row.kind,
    obligor: row.obligor,
    nominal: row.nominal,
    effective: row.effective,
    passesAt: row.passes_at,
    zone: row.zone,
    status: row.status,
    revision: row.revision,
    ref: row.ref,
    settledOn: row.settled_on,
    target: row.target,
    targetPassed: row.target_passed,
    daysLate: row.days_late,
    extensions: moving,
    history: row.history,
    why: row.why,
  }
}

export function regionName(code: string): string {
  return Object.entries(regions).find(([id]) => id === code)?.[1] ?? code
}

/** An amount as it travels: decimal text, never a float. */
export function moneyJson(cents: number) {
  return { amount: centsText(cents), currency: 'EUR' }
}
