import type { DeadlineKind, RecordedEvent } from '../accord/events.ts'
import { evolve } from '../accord/evolve.ts'
import { type AccordState, initialAccord, isFinished, isOwed, type Obligation } from '../accord/state.ts'
import type { AccordContext } from '../accord/terms.ts'
import { type Instant, localDateOf } from '../time/instant.ts'
import { addDays, type LocalDate } from '../time/localDate.ts'
import { type PlannedReminder, remindersOf, type StepName } from './planned.ts'
import type { Recipient } from './recipients.ts'
import { sendingInstant } from './upcoming.ts'

/** Where a step of the ledger stands. `planned`, `held` and `released` are still to be sent. */
export type ReminderState =
  | 'planned'
  | 'held'
  | 'released'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'bounced'
  | 'suppressed'
  | 'cancelled'

/** One row of the ledger, unique by deadline, revision, step and recipient. */
export interface LedgerStep {
  readonly deadlineId: string
  readonly revision: number
  readonly step: StepName
  readonly recipient: Recipient
  readonly kind: DeadlineKind
  readonly on: LocalDate
  readonly at: Instant
  readonly about: PlannedReminder['about']
  readonly dueOn: LocalDate
  readonly urgent: boolean
}

export interface LedgerRow extends LedgerStep {
  readonly state: ReminderState
}

/** Since when each date of an accord has been in the record, by deadline and revision. */
export type KnownSince = ReadonlyMap<string, Instant>

export interface Known {
  readonly state: AccordState
  readonly since: KnownSince
}

/** Folds a stream, and keeps when each date entered the record: nothing reminds of what was past by then. */
export function knownSince(events: readonly RecordedEvent[]): Known {
  let state: AccordState = initialAccord
  const since = new Map<string, Instant>()
  for (const event of events) {
    state = evolve(state, event)
    if (state.phase === 'absent') continue
    for (const { id, revision } of Object.values(state.obligations)) {
      const key = revisionKey(id, revision)
      if (!since.has(key)) since.set(key, event.recordedAt)
    }
  }
  return { state, since }
}

function revisionKey(deadlineId: string, revision: number): string {
  return `${deadlineId} r${revision}`
}

/** Weeks are planned so many days ahead; whoever plans the accord again plans on. */
const weeksAheadDays = 56

/**
 * The steps that the ledger should hold for an accord as it stands. None of before a date was in the record: a
 * history that is imported reminds nobody of what is long past. What fell due since then and was not sent, as
 * while nothing ran, is still wanted. `now` only says how far ahead weekly steps are planned.
 */
export function desiredSteps(
  { state, since }: Known,
  { calendars }: Pick<AccordContext, 'calendars'>,
  now: Instant,
): LedgerStep[] {
  if (state.phase === 'absent' || isFinished(state)) return []
  const { rules } = state
  return Object.values(state.obligations)
    .filter(isOwed)
    .flatMap((due) => {
      const known = since.get(revisionKey(due.id, due.revision))
      if (known === undefined) return []
      const from = localDateOf(known, due.zone)
      const planned = remindersOf(due, calendars[due.calendar.id], rules, from, lastDayOf(due, now))
      return planned.flatMap((one) => stepsOf(one, due)).filter(({ at }) => at >= known)
    })
}

function lastDayOf({ effective, zone }: Obligation, now: Instant): LocalDate {
  const ahead = addDays(localDateOf(now, zone), weeksAheadDays)
  return effective > ahead ? effective : ahead
}

function stepsOf({ recipients, to: _to, ...reminder }: PlannedReminder, due: Obligation): LedgerStep[] {
  const at = sendingInstant(reminder.on, due.zone)
  return recipients.map((recipient) => ({ ...reminder, recipient, kind: due.kind, at }))
}

/** Why a step will not be sent as it was planned. */
export type CancelReason =
  | 'moved'
  | 'settled'
  | 'suspended'
  | 'lifted'
  | 'ended'
  | 'missed'
  | 'held'
  | 'ladder'

/** What brings a ledger to what it should hold; its rows are those that were given. */
export interface Replan<Row extends LedgerRow = LedgerRow> {
  readonly add: readonly LedgerStep[]
  /** Planned already, for another day or with other words. */
  readonly change: readonly Again<Row>[]
  /** Cancelled before, wanted again, and its time has not gone by. */
  readonly rearm: readonly Again<Row>[]
  readonly cancel: readonly { readonly row: Row; readonly reason: CancelReason }[]
}

export interface Again<Row extends LedgerRow> {
  readonly row: Row
  readonly step: LedgerStep
}

const isUnsent = ({ state }: LedgerRow) => state === 'planned' || state === 'held' || state === 'released'

/** Steps that were sent, or are being sent, stay as they are: they are evidence. */
export function replan<Row extends LedgerRow>(
  rows: readonly Row[],
  desired: readonly LedgerStep[],
  state: AccordState,
  now: Instant,
): Replan<Row> {
  const known = new Map(rows.map((row) => [stepKey(row), row]))
  const wanted = new Set(desired.map(stepKey))
  const add: LedgerStep[] = []
  const change: Again<Row>[] = []
  const rearm: Again<Row>[] = []
  for (const step of desired) {
    const row = known.get(stepKey(step))
    if (row === undefined) add.push(step)
    else if (isUnsent(row) && !isSame(row, step)) change.push({ row, step })
    else if (row.state === 'cancelled' && step.at > now) rearm.push({ row, step })
  }
  const cancel = rows
    .filter((row) => isUnsent(row) && !wanted.has(stepKey(row)))
    .map((row) => ({ row, reason: reasonOf(row, state) }))
  return { add, change, rearm, cancel }
}

function stepKey({ deadlineId, revision, step, recipient }: LedgerStep): string {
  return `${deadlineId} ${revision} ${step} ${recipient}`
}

function isSame(row: LedgerStep, step: LedgerStep): boolean {
  return (
    row.at === step.at &&
    row.on === step.on &&
    row.dueOn === step.dueOn &&
    row.about === step.about &&
    row.urgent === step.urgent
  )
}

function reasonOf({ deadlineId, revision, about }: LedgerRow, state: AccordState): CancelReason {
  if (state.phase === 'absent' || isFinished(state)) return 'ended'
  const due = state.obligations[deadlineId]
  if (due === undefined) return 'lifted'
  if (due.status === 'met' || due.status === 'metLate') return 'settled'
  if (due.status === 'lifted' || due.status === 'suspended') return due.status
  if (due.revision !== revision) return 'moved'
  if (due.status === 'missed' && about !== 'overdue') return 'missed'
  if (due.status === 'held') return 'held'
  return 'ladder'
}
