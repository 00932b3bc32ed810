import { accept, type Refused } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { LocalDate } from '../../time/localDate.ts'
import { addPeriod } from '../../time/term.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent, EventOf } from '../events.ts'
import type { ExtensionDates, ExtensionScope } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, entry, type Obligation, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { moveTo, receiptDate, setByRule, settle } from './obligations.ts'

type Target = { readonly obligation: Obligation; readonly to: LocalDate }
type Targets = { readonly outcome: 'found'; readonly targets: readonly Target[] } | Refused<Refusal>

/** A request made in time holds its deadlines: they cannot pass until it is decided. */
export function requestExtension(
  command: CommandOf<'RequestExtension'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { extensionId, scope, until } = command.data
  if (entry(state.extensions, extensionId) !== undefined) return refuse('extension-exists', { extensionId })
  const found = targetsOf(state, scope, until)
  if (found.outcome === 'refused') return found
  const refusal = freeToMove(found.targets, command)
  if (refusal !== undefined) return refusal
  return accept([
    {
      type: 'ExtensionRequested',
      data: { ...command.data, holds: found.targets.map(({ obligation }) => obligation.id) },
    },
    ...setByRule(state, context, 'extensionDecision', receiptDate(state, command), {
      kind: 'extensionDecision',
      obligor: 'ministry',
      ref: extensionId,
    }),
  ])
}

/** Grants a request, whole or in part, or extends ex officio where no request has this id. */
export function grantExtension(
  command: CommandOf<'GrantExtension'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { extensionId, scope, until, reasons } = command.data
  const request = entry(state.extensions, extensionId)
  if (request !== undefined && request.status !== 'requested') {
    return refuse('extension-already-decided', { extensionId })
  }
  const found = targetsOf(state, scope, until)
  if (found.outcome === 'refused') return found
  const asked = request?.requested
  const refusal =
    asked === undefined ? freeToMove(found.targets, command) : withinRequest(found.targets, asked)
  if (refusal !== undefined) return refusal
  const moves = movesOf(command, state, context, found.targets)
  const effects = moves.map(({ obligation, event }) => ({
    deadlineId: obligation.id,
    fromNominal: obligation.nominal,
    fromEffective: obligation.effective,
    toNominal: event.data.deadline.nominal,
    toEffective: event.data.deadline.effective,
  }))
  const inPart = asked !== undefined && (scope !== request?.scope || !sameDates(asked, until))
  const data = { extensionId, scope, until, reasons, exOfficio: asked === undefined, inPart, effects }
  return accept([
    { type: 'ExtensionGranted', data },
    ...moves.map(({ event }) => event),
    ...settle(state, command.act, 'extensionDecision', extensionId),
  ])
}

/** Refused with reasons; what the request held is open again and may pass at once. */
export function refuseExtension(command: CommandOf<'RefuseExtension'>, state: Accord): AccordDecision {
  const { extensionId, reasons } = command.data
  const request = entry(state.extensions, extensionId)
  if (request === undefined) return refuse('unknown-extension', { extensionId })
  if (request.status !== 'requested') return refuse('extension-already-decided', { extensionId })
  return accept([
    { type: 'ExtensionRefused', data: { extensionId, reasons } },
    ...settle(state, command.act, 'extensionDecision', extensionId),
  ])
}

function targetsOf(state: Accord, scope: ExtensionScope, until: ExtensionDates): Targets {
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
function freeToMove(
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

/** A grant may give less than was asked, never more. */
function withinRequest(targets: readonly Target[], asked: ExtensionDates): Refused<Refusal> | undefined {
  for (const { obligation, to } of targets) {
    const wanted = obligation.kind === 'activities' ? asked.activities : asked.finalReport
    if (wanted === undefined || to > wanted) {
      return refuse('extension-beyond-request', { kind: obligation.kind, granted: to, asked: wanted ?? '—' })
    }
  }
  return undefined
}

function sameDates(a: ExtensionDates, b: ExtensionDates): boolean {
  return a.activities === b.activities && a.finalReport === b.finalReport
}

type Move = { readonly obligation: Obligation; readonly event: EventOf<'DeadlineMoved'> & AccordEvent }

function movesOf(
  command: CommandOf<'GrantExtension'>,
  state: Accord,
  context: AccordContext,
  targets: readonly Target[],
): Move[] {
  const { extensionId } = command.data
  const rule = command.act.citation?.protocol ?? command.act.citation?.source ?? 'atto di proroga'
  const moves = targets.map(({ obligation, to }): Move => {
    const step = { step: 'extended', extensionId, from: obligation.nominal, to, rule } as const
    return { obligation, event: moveTo(state, context, obligation, to, 'extension', [step], rule) }
  })
  const end = targets.find(({ obligation }) => obligation.kind === 'activities')
  return end === undefined || targets.length > 1 ? moves : [...moves, ...followingReport(state, context, end)]
}

/** The report is counted from the end of activities: it moves with it, and is never moved back. */
function followingReport(state: Accord, context: AccordContext, end: Target): Move[] {
  const report = owed(state, 'finalReport')
  const rule = state.rules.terms.finalReport
  if (report === undefined || rule === undefined) return []
  const to = addPeriod(end.to, rule.period)
  if (to <= report.nominal) return []
  const step = { step: 'followed', parentId: end.obligation.id, from: report.nominal, to } as const
  return [{ obligation: report, event: moveTo(state, context, report, to, 'parent', [step], rule.citation) }]
}
