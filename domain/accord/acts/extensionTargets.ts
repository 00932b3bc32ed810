import type { Refused } from '../../decider.ts'
import { isInForce } from '../../time/adjustments.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { LocalDate } from '../../time/localDate.ts'
import { addPeriod, period } from '../../time/period.ts'
import type { CommandOf } from '../commands.ts'
import type { DeadlineKind } from '../events.ts'
import type { ExtensionDates, ExtensionScope } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, type ExtensionState, entry, isPending, type Obligation, owed } from '../state.ts'
import { adjustmentsOf } from './moves.ts'
import { receiptDate } from './obligations.ts'

/** One obligation that an extension is to move, and its new nominal date. */
export type Target = { readonly obligation: Obligation; readonly to: LocalDate }
export type Targets = { readonly outcome: 'found'; readonly targets: readonly Target[] } | Refused<Refusal>

/** A date that an extension names, and the obligation it is for. */
interface NamedDate {
  readonly kind: DeadlineKind
  readonly ref?: string
  readonly to: LocalDate
}

/** The obligations in the scope, each with its new date, or why the dates asked for cannot be. */
export function targetsOf(state: Accord, scope: ExtensionScope, until: ExtensionDates): Targets {
  const mismatch = outOfScope(scope, until)
  if (mismatch !== undefined) return mismatch
  const targets: Target[] = []
  for (const { kind, ref, to } of namedDates(until)) {
    const obligation = extendable(state, kind, ref)
    const part = ref === undefined ? {} : { part: ref }
    if (obligation === undefined) return refuse('extension-nothing-to-extend', { kind, ...part })
    if (to <= obligation.nominal) {
      return refuse('extension-not-later', { kind, ...part, asked: to, current: obligation.nominal })
    }
    targets.push({ obligation, to })
  }
  return datesDisagree(state, until) ?? { outcome: 'found', targets }
}

/** Those of the dates that there is still something to extend for; what has been done since is left out. */
export function targetsLeft(state: Accord, until: ExtensionDates): Target[] {
  return namedDates(until).flatMap(({ kind, ref, to }) => {
    const obligation = extendable(state, kind, ref)
    return obligation === undefined ? [] : [{ obligation, to }]
  })
}

export function namedDates({
  activities,
  finalReport,
  actions = [],
  milestones = [],
}: ExtensionDates): NamedDate[] {
  return [
    ...(activities === undefined ? [] : [{ kind: 'activities' as const, to: activities }]),
    ...(finalReport === undefined ? [] : [{ kind: 'finalReport' as const, to: finalReport }]),
    ...actions.map(({ id, until }) => ({ kind: 'action' as const, ref: id, to: until })),
    ...milestones.map(({ id, until }) => ({ kind: 'milestone' as const, ref: id, to: until })),
  ]
}

/** What each scope names, all of it and nothing else; `parts` names at least one. */
function outOfScope(scope: ExtensionScope, until: ExtensionDates): Refused<Refusal> | undefined {
  const dates = namedDates(until)
  const inScope = (kind: DeadlineKind) => {
    if (kind === 'action' || kind === 'milestone') return scope === 'parts'
    return scope === 'both' || scope === kind
  }
  const stray = dates.find(({ kind }) => !inScope(kind))
  if (stray !== undefined) return refuse('extension-scope-mismatch', { scope, kind: stray.kind })
  const wanted: readonly DeadlineKind[] =
    scope === 'both' ? ['activities', 'finalReport'] : scope === 'parts' ? [] : [scope]
  const missing = wanted.find((kind) => !dates.some((date) => date.kind === kind))
  if (missing !== undefined) return refuse('extension-scope-mismatch', { scope, kind: missing })
  if (dates.length === 0) return refuse('extension-scope-mismatch', { scope, kind: 'milestone' })
  const keys = dates.map(({ kind, ref = '' }) => `${kind}:${ref}`)
  const twice = dates.find((_, index) => keys.indexOf(keys[index] ?? '') !== index)
  return twice && refuse('extension-part-twice', { part: twice.ref ?? twice.kind })
}

/** The report comes after the end of activities, and every part of them before it. */
function datesDisagree(state: Accord, until: ExtensionDates): Refused<Refusal> | undefined {
  const ended = 'activitiesEndedOn' in state ? state.activitiesEndedOn.date : undefined
  const end = until.activities ?? owed(state, 'activities')?.nominal ?? ended
  if (end === undefined) return undefined
  if (until.finalReport !== undefined && until.finalReport <= end) {
    return refuse('extension-report-before-end', { asked: until.finalReport, end })
  }
  const late = namedDates(until).find(({ ref, to }) => ref !== undefined && to > end)
  return late && refuse('extension-part-after-end', { part: late.ref ?? '', asked: late.to, end })
}

/** Activities that ended by expiry keep the term that ran out: an act received before it did extends it. */
function extendable(state: Accord, kind: DeadlineKind, ref: string | undefined): Obligation | undefined {
  const ranOut = state.phase === 'activitiesEnded' && state.activitiesEndedHow === 'expiry'
  return owed(state, kind, ref) ?? (ranOut && kind === 'activities' ? state.obligations[kind] : undefined)
}

/** The extension of an obligation that is not decided, or not in effect, yet. */
export function pendingOn(state: Accord, obligation: Obligation): string | undefined {
  const pending = Object.values(state.extensions).find(
    (extension) => isPending(extension) && extension.targets.includes(obligation.id),
  )
  return pending?.extensionId
}

/**
 * After expiry there is nothing to extend. An act received in time is in time even where its deadline was
 * already recorded as missed. While one request is pending no other act moves its dates.
 */
export function freeToMove(
  state: Accord,
  targets: readonly Target[],
  command: CommandOf<'RequestExtension' | 'GrantExtension'>,
): Refused<Refusal> | undefined {
  for (const { obligation } of targets) {
    const { kind, effective } = obligation
    const extensionId = pendingOn(state, obligation)
    if (extensionId !== undefined) return refuse('extension-pending', { kind, extensionId })
    // A clock that stands still does not run out.
    const runs = obligation.status !== 'suspended'
    if (runs && hasPassed(obligation, command.act.receivedAt)) {
      return refuse('extension-after-expiry', { kind, effective })
    }
  }
  return undefined
}

/** The programme's cap, number and length bind requests and grants alike; whoever decides cannot give more. */
export function withinLimits(state: Accord, targets: readonly Target[]): Refused<Refusal> | undefined {
  const limits = state.rules.extensions
  if (limits === undefined) return undefined
  const { cap, most, longest, citation } = limits
  for (const { obligation, to } of targets) {
    const { kind } = obligation
    if (cap !== undefined && to > cap) {
      return refuse('extension-beyond-cap', { kind, asked: to, cap, citation })
    }
    const inForce = adjustmentsOf(obligation).filter(isInForce).length
    if (most !== undefined && inForce >= most) return refuse('extension-too-many', { kind, most, citation })
    const first = firstDateOf(obligation)
    const latest = longest && addPeriod(first, longest)
    if (latest !== undefined && to > latest) {
      return refuse('extension-too-long', { kind, asked: to, first, latest, citation })
    }
  }
  return undefined
}

/** The date an obligation had before anything moved it. */
function firstDateOf({ term }: Obligation): LocalDate {
  return term.basis === 'FIXED_DATE' ? term.date : addPeriod(term.start, term.period)
}

/** Only a request has a window; the Ministry may act on its own until the last day. */
export function withinWindow(
  state: Accord,
  targets: readonly Target[],
  command: CommandOf<'RequestExtension'>,
): Refused<Refusal> | undefined {
  const limits = state.rules.extensions
  if (limits === undefined) return undefined
  const received = receiptDate(state, command)
  const { opensDays, noticeDays, citation } = limits
  for (const { obligation } of targets) {
    const { kind, nominal } = obligation
    const lastDay = noticeDays && addPeriod(nominal, period(`-P${noticeDays}D`))
    if (noticeDays && lastDay && received > lastDay) {
      return refuse('extension-too-late-to-ask', { kind, received, lastDay, noticeDays, citation })
    }
    const firstDay = opensDays && addPeriod(nominal, period(`-P${opensDays}D`))
    if (opensDays && firstDay && received < firstDay) {
      return refuse('extension-too-early-to-ask', { kind, received, firstDay, opensDays, citation })
    }
  }
  return undefined
}

/** A grant may give less than was asked, never more. */
export function withinRequest(
  targets: readonly Target[],
  asked: ExtensionDates,
): Refused<Refusal> | undefined {
  const wanted = namedDates(asked)
  for (const { obligation, to } of targets) {
    const { kind, ref } = obligation
    const most = wanted.find((date) => date.kind === kind && date.ref === ref)?.to
    if (most === undefined || to > most) {
      return refuse('extension-beyond-request', { kind, granted: to, asked: most ?? '—' })
    }
  }
  return undefined
}

/** Whether a grant gives exactly what was asked. */
export function sameDates(a: ExtensionDates, b: ExtensionDates): boolean {
  const [ours, theirs] = [namedDates(a), namedDates(b)]
  const isIn = (date: NamedDate) =>
    theirs.some(({ kind, ref, to }) => kind === date.kind && ref === date.ref && to === date.to)
  return ours.length === theirs.length && ours.every(isIn)
}

/** Whether the programme leaves the decision to this office. */
export function mayDecide(
  state: Accord,
  command: CommandOf<'GrantExtension' | 'RefuseExtension' | 'RevokeExtension'>,
): Refused<Refusal> | undefined {
  const { decidedBy } = state.rules.extensions ?? {}
  return notThisOffice(command.act.actor.id, command.type, decidedBy)
}

export function notThisOffice(
  office: string,
  act: string,
  allowed: readonly string[] | undefined,
): Refused<Refusal> | undefined {
  if (allowed === undefined || allowed.includes(office)) return undefined
  return refuse('not-this-office', { act, office, offices: allowed.join(', ') })
}

/** The extension of this id, or that there is none. */
export function known(state: Accord, extensionId: string): ExtensionState | Refused<Refusal> {
  return entry(state.extensions, extensionId) ?? refuse('unknown-extension', { extensionId })
}
