import { accept, type Notice } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import { type Adjustment, addPeriod } from '../../time/term.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import type { Act, ExtensionDates } from '../parts.ts'
import { refuse } from '../refusals.ts'
import { type Accord, entry, type Obligation, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import {
  askedEarlyEnough,
  freeToMove,
  type Target,
  targetsOf,
  withinLimits,
  withinRequest,
} from './extensionTargets.ts'
import {
  adjustmentsOf,
  effectOf,
  isInForce,
  type Move,
  moveBy,
  receiptDate,
  setByRule,
  settle,
} from './obligations.ts'

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
  const refusal =
    freeToMove(found.targets, command) ??
    askedEarlyEnough(state, found.targets, command) ??
    withinLimits(state, found.targets)
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
    (asked === undefined ? freeToMove(found.targets, command) : withinRequest(found.targets, asked)) ??
    withinLimits(state, found.targets)
  if (refusal !== undefined) return refusal
  const moves = movesOf(state, context, extensionId, citedAs(command.act, 'atto di proroga'), found.targets)
  const inPart = asked !== undefined && (scope !== request?.scope || !sameDates(asked, until))
  const decided = { extensionId, scope, until, reasons, exOfficio: asked === undefined, inPart }
  return accept([
    { type: 'ExtensionGranted', data: { ...decided, effects: moves.map(effectOf) } },
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

/**
 * What becomes of a request whose term for decision has passed, where the programme gives silence a meaning. A
 * grant by silence gives what was asked, as far as there is still something to extend within the limits.
 */
export function undecided(state: Accord, context: AccordContext, extensionId: string): AccordEvent[] {
  const limits = state.rules.extensions
  const request = entry(state.extensions, extensionId)
  if (limits?.whenUndecided === undefined || request?.status !== 'requested') return []
  const reasons = limits.citation
  if (limits.whenUndecided === 'refused') {
    return [{ type: 'ExtensionRefused', data: { extensionId, reasons } }]
  }
  const { scope, requested: until } = request
  if (until === undefined) return []
  const found = targetsOf(state, scope, until)
  if (found.outcome === 'refused' || withinLimits(state, found.targets) !== undefined) return []
  const moves = movesOf(state, context, extensionId, limits.citation, found.targets)
  const decided = { extensionId, scope, until, reasons, exOfficio: false, inPart: false }
  return [
    { type: 'ExtensionGranted', data: { ...decided, effects: moves.map(effectOf) } },
    ...moves.map(({ event }) => event),
  ]
}

/**
 * Takes an extension back: each date it moved is derived anew from its original start, the other extensions
 * and the suspensions. An obligation already settled keeps the date under which it was settled.
 */
export function revokeExtension(
  command: CommandOf<'RevokeExtension'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { extensionId, reasons } = command.data
  const extension = entry(state.extensions, extensionId)
  if (extension === undefined) return refuse('unknown-extension', { extensionId })
  if (extension.status === 'revoked') return accept([])
  if (extension.status !== 'granted' && extension.status !== 'grantedInPart') {
    return refuse('extension-not-granted', { extensionId })
  }
  const moves = withoutExtension(command, state, context)
  const held = moves.find(({ obligation }) => obligation.heldBy !== undefined)?.obligation
  if (held?.heldBy !== undefined) {
    return refuse('extension-pending', { kind: held.kind, extensionId: held.heldBy })
  }
  const notices: Notice[] = moves
    .map(({ event }) => event.data.deadline)
    .filter((deadline) => hasPassed(deadline, command.act.receivedAt))
    .map(({ kind, effective }) => ({ code: 'revoked-into-the-past', params: { kind, effective } }))
  return accept(
    [
      { type: 'ExtensionRevoked', data: { extensionId, reasons, effects: moves.map(effectOf) } },
      ...moves.map(({ event }) => event),
    ],
    notices,
  )
}

function sameDates(a: ExtensionDates, b: ExtensionDates): boolean {
  return a.activities === b.activities && a.finalReport === b.finalReport
}

/** The act as the chain of reasons cites it: its protocol number where it has one, then its source. */
function citedAs({ citation }: Act, otherwise: string): string {
  return citation?.protocol ?? citation?.source ?? otherwise
}

type Change = { readonly obligation: Obligation; readonly adjustments: readonly Adjustment[] }

function movesOf(
  state: Accord,
  context: AccordContext,
  extensionId: string,
  rule: string,
  targets: readonly Target[],
): Move[] {
  const changes = targets.map(({ obligation, to }): Change => {
    const extension = { kind: 'extension', extensionId, until: to, rule } as const
    return { obligation, adjustments: [...adjustmentsOf(obligation), extension] }
  })
  return movesFrom(state, context, changes, 'extension')
}

function withoutExtension(
  command: CommandOf<'RevokeExtension'>,
  state: Accord,
  context: AccordContext,
): Move[] {
  const { extensionId } = command.data
  const revoked = { on: command.act.on.date, rule: citedAs(command.act, 'atto di revoca') }
  const isIts = (one: Adjustment) => isInForce(one) && one.extensionId === extensionId
  const changes = (['activities', 'finalReport'] as const).flatMap((kind): Change[] => {
    const obligation = owed(state, kind)
    if (obligation === undefined || !adjustmentsOf(obligation).some(isIts)) return []
    const adjustments = adjustmentsOf(obligation).map((one) => (isIts(one) ? { ...one, revoked } : one))
    return [{ obligation, adjustments }]
  })
  return movesFrom(state, context, changes, 'revocation')
}

/** The moves of the changed obligations, and of the report where the end of activities takes it along. */
function movesFrom(
  state: Accord,
  context: AccordContext,
  changes: readonly Change[],
  cause: 'extension' | 'revocation',
): Move[] {
  const end = changes.find(({ obligation }) => obligation.kind === 'activities')
  const own = changes.find(({ obligation }) => obligation.kind === 'finalReport')
  const moves =
    end === undefined
      ? []
      : [
          {
            obligation: end.obligation,
            event: moveBy(state, context, end.obligation, end.adjustments, cause),
          },
        ]
  const report = owed(state, 'finalReport')
  if (report === undefined) return moves
  const activities = entry(state.obligations, 'activities')
  const before = end?.adjustments ?? (activities === undefined ? [] : adjustmentsOf(activities))
  const adjustments = followingEnd(state, before, own?.adjustments ?? adjustmentsOf(report))
  const event = moveBy(state, context, report, adjustments, own === undefined ? 'parent' : cause)
  const stays = own === undefined && event.data.deadline.nominal === report.nominal
  return stays ? moves : [...moves, { obligation: report, event }]
}

/**
 * The report is counted from the end of activities: whatever extends that end takes the report along, both
 * ways, unless the same extension gave the report a date of its own.
 */
function followingEnd(
  state: Accord,
  ofEnd: readonly Adjustment[],
  ofReport: readonly Adjustment[],
): Adjustment[] {
  const rule = state.rules.terms.finalReport
  const own = ofReport.filter((one) => one.kind !== 'parent')
  if (rule === undefined) return own
  const given = new Set(own.filter(isInForce).map(({ extensionId }) => extensionId))
  const followed = ofEnd
    .filter(isInForce)
    .filter(({ extensionId }) => !given.has(extensionId))
    .map(({ until }) => {
      return { kind: 'parent', parentId: 'activities', until: addPeriod(until, rule.period) } as const
    })
  return [...followed, ...own]
}
