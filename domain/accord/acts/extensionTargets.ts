import type { Refused } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { LocalDate } from '../../time/localDate.ts'
import { addPeriod, period } from '../../time/term.ts'
import type { CommandOf } from '../commands.ts'
import type { ExtensionDates, ExtensionScope } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, type Obligation, owed } from '../state.ts'
import { adjustmentsOf, isInForce, receiptDate } from './obligations.ts'

/** One obligation that an extension is to move, and its new nominal date. */
export type Target = { readonly obligation: Obligation; readonly to: LocalDate }
export type Targets = { readonly outcome: 'found'; readonly targets: readonly Target[] } | Refused<Refusal>

/** The obligations in the scope, each with its new date, or why the dates asked for cannot be. */
export function targetsOf(state: Accord, scope: ExtensionScope, until: ExtensionDates): Targets {
  const kinds = scope === 'both' ? (['activities', 'finalReport'] as const) : [scope]
  const stray = (['activities', 'finalReport'] as const).find((kind) => until[kind] && !kinds.includes(kind))
  if (stray !== undefined) return refuse('extension-scope-mismatch', { scope, kind: stray })
  const targets: Target[] = []
  for (const kind of kinds) {
    const to = until[kind]
    if (to === undefined) return refuse('extension-scope-mismatch', { scope, kind })
    const obligation = extendable(state, kind)
    if (obligation === undefined) return refuse('extension-nothing-to-extend', { kind })
    if (to <= obligation.nominal) {
      return refuse('extension-not-later', { kind, asked: to, current: obligation.nominal })
    }
    targets.push({ obligation, to })
  }
  const report = until.finalReport
  const end = until.activities ?? owed(state, 'activities')?.nominal
  if (report !== undefined && end !== undefined && report <= end) {
    return refuse('extension-report-before-end', { asked: report, end })
  }
  return { outcome: 'found', targets }
}

/** Activities that ended by expiry keep the term that ran out: an act received before it did extends it. */
function extendable(state: Accord, kind: 'activities' | 'finalReport'): Obligation | undefined {
  const ranOut = 'activitiesEndedOn' in state && state.activitiesEndedHow === 'expiry'
  return owed(state, kind) ?? (ranOut && kind === 'activities' ? state.obligations[kind] : undefined)
}

/**
 * After expiry there is nothing to extend. An act received in time is in time even where its deadline was
 * already recorded as missed. While one request is pending no other act moves its dates.
 */
export function freeToMove(
  targets: readonly Target[],
  command: CommandOf<'RequestExtension' | 'GrantExtension'>,
): Refused<Refusal> | undefined {
  for (const { obligation } of targets) {
    const { kind, effective } = obligation
    if (obligation.heldBy !== undefined) {
      return refuse('extension-pending', { kind, extensionId: obligation.heldBy })
    }
    if (hasPassed(obligation, command.act.receivedAt)) {
      return refuse('extension-after-expiry', { kind, effective })
    }
  }
  return undefined
}

/** The programme's cap and number bind requests and grants alike; whoever decides cannot give more. */
export function withinLimits(state: Accord, targets: readonly Target[]): Refused<Refusal> | undefined {
  const limits = state.rules.extensions
  if (limits === undefined) return undefined
  const { cap, most, citation } = limits
  for (const { obligation, to } of targets) {
    const { kind } = obligation
    if (cap !== undefined && to > cap) {
      return refuse('extension-beyond-cap', { kind, asked: to, cap, citation })
    }
    const inForce = adjustmentsOf(obligation).filter(isInForce).length
    if (most !== undefined && inForce >= most) return refuse('extension-too-many', { kind, most, citation })
  }
  return undefined
}

/** Only a request has to keep its notice; the Ministry may act on its own until the last day. */
export function askedEarlyEnough(
  state: Accord,
  targets: readonly Target[],
  command: CommandOf<'RequestExtension'>,
): Refused<Refusal> | undefined {
  const limits = state.rules.extensions
  if (limits?.noticeDays === undefined) return undefined
  const received = receiptDate(state, command)
  const { noticeDays, citation } = limits
  for (const { obligation } of targets) {
    const lastDay = addPeriod(obligation.nominal, period(`-P${noticeDays}D`))
    const { kind } = obligation
    if (received > lastDay) {
      return refuse('extension-too-late-to-ask', { kind, received, lastDay, noticeDays, citation })
    }
  }
  return undefined
}

/** A grant may give less than was asked, never more. */
export function withinRequest(
  targets: readonly Target[],
  asked: ExtensionDates,
): Refused<Refusal> | undefined {
  for (const { obligation, to } of targets) {
    const wanted = obligation.kind === 'activities' ? asked.activities : asked.finalReport
    if (wanted === undefined || to > wanted) {
      return refuse('extension-beyond-request', { kind: obligation.kind, granted: to, asked: wanted ?? '—' })
    }
  }
  return undefined
}
