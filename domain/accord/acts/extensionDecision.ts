import { accept, type Notice, type Refused } from '../../decider.ts'
import { type Adjustment, inOrder, isInForce } from '../../time/adjustments.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { LocalDate } from '../../time/localDate.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import type { Act } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, type ExtensionState, entry, isOwed, type Obligation, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { withReport } from './extension.ts'
import {
  freeToMove,
  known,
  mayDecide,
  pendingOn,
  sameDates,
  type Target,
  targetsLeft,
  targetsOf,
  withinLimits,
  withinRequest,
} from './extensionTargets.ts'
import { adjustmentsOf, type Change, effectOf, type Move, movesFrom } from './moves.ts'
import { lift, receiptDate, setDeadline, settle } from './obligations.ts'
import { changesAfter, resumedAfter, runAgain } from './standing.ts'
import { awaitingObservations } from './suspension.ts'

/** Grants a request, whole or in part, or extends ex officio where no request has this id. */
export function grantExtension(
  command: CommandOf<'GrantExtension'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { extensionId, scope, until, reasons, addendum } = command.data
  const request = entry(state.extensions, extensionId)
  const found =
    mayDecide(state, command) ?? undecidedYet(state, extensionId, request) ?? targetsOf(state, scope, until)
  if (found.outcome === 'refused') return found
  const asked = request?.requested
  const refusal =
    (asked === undefined ? freeToMove(state, found.targets, command) : withinRequest(found.targets, asked)) ??
    withinLimits(state, found.targets)
  if (refusal !== undefined) return refusal
  const inPart = asked !== undefined && (scope !== request?.scope || !sameDates(asked, until))
  const decided = { extensionId, scope, until, reasons, exOfficio: asked === undefined, inPart }
  const settled = [
    ...settle(state, command.act, 'extensionDecision', extensionId),
    ...lift(state, command.act.on.date, 'extensionAttachments', extensionId),
  ]
  const notices = attachmentsOutstanding(request)
  if (addendum !== undefined) {
    if (addendum.signBy < command.act.on.date) {
      return refuse('addendum-in-the-past', { signBy: addendum.signBy, on: command.act.on.date })
    }
    const obligations = found.targets.map(({ obligation }) => obligation)
    const holds = withReport(state, obligations).map(({ id }) => id)
    const targets = obligations.map(({ id }) => id)
    const others = ({ id }: Obligation) => !holds.includes(id)
    const resumed = resumedAfter(receiptDate(state, command))
    return accept(
      [
        { type: 'ExtensionGranted', data: { ...decided, effects: [], addendum, targets, holds } },
        ...runAgain(state, context, { standstillOf: extensionId }, resumed, others).map(({ event }) => event),
        addendumDeadline(command, state, context),
        ...settled,
      ],
      notices,
    )
  }
  const moves = movesOf(state, context, found.targets, grantedBy(command, receiptDate(state, command)))
  return accept(
    [
      { type: 'ExtensionGranted', data: { ...decided, effects: moves.map(effectOf) } },
      ...moves.map(({ event }) => event),
      ...settled,
    ],
    notices,
  )
}

/** A request is decided once, and where the programme wants it after its instruction. */
function undecidedYet(
  state: Accord,
  extensionId: string,
  request: ExtensionState | undefined,
): Refused<Refusal> | undefined {
  if (request === undefined) {
    // A suspension stops clocks under its own id: an extension of the same name would start them again.
    return entry(state.suspensions, extensionId) && refuse('extension-exists', { extensionId })
  }
  if (request.status !== 'requested') return refuse('extension-already-decided', { extensionId })
  const { instruction, citation = '' } = state.rules.extensions ?? {}
  if (instruction === 'required' && request.instruction === undefined) {
    return refuse('extension-not-instructed', { extensionId, citation })
  }
  return undefined
}

function attachmentsOutstanding(request: ExtensionState | undefined): Notice[] {
  if (request?.attachmentsBy === undefined || request.attachmentsOn !== undefined) return []
  return [{ code: 'attachments-outstanding', params: { by: request.attachmentsBy } }]
}

function addendumDeadline(
  { data, act }: CommandOf<'GrantExtension'>,
  state: Accord,
  context: AccordContext,
): AccordEvent {
  const date = data.addendum?.signBy ?? act.on.date
  const about = { kind: 'addendum', obligor: 'both', ref: data.extensionId } as const
  const basis = { basis: 'FIXED_DATE', date } as const
  return setDeadline(state, context, { ...about, basis, citation: citedAs(act, 'atto di proroga') })
}

/** Refused with reasons; what the request held is open again and may pass at once. */
export function refuseExtension(
  command: CommandOf<'RefuseExtension'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { extensionId, reasons } = command.data
  const request = known(state, extensionId)
  if ('outcome' in request) return request
  const procedure = owed(state, 'extensionDecision', extensionId)
  const refusal =
    mayDecide(state, command) ??
    undecidedYet(state, request.extensionId, request) ??
    awaitingObservations(command, state, procedure)
  if (refusal !== undefined) return refusal
  return accept(
    [
      { type: 'ExtensionRefused', data: { extensionId, reasons } },
      ...standingStill(state, context, extensionId, receiptDate(state, command)),
      ...settle(state, command.act, 'extensionDecision', extensionId),
      ...lift(state, command.act.on.date, 'extensionAttachments', extensionId),
    ],
    attachmentsOutstanding(request),
  )
}

/** The clocks that stood still for a request run again. */
export function standingStill(
  state: Accord,
  context: AccordContext,
  extensionId: string,
  until: LocalDate,
): AccordEvent[] {
  return runAgain(state, context, { standstillOf: extensionId }, resumedAfter(until)).map(
    ({ event }) => event,
  )
}

/**
 * What becomes of a request whose term for decision has passed, where the programme gives silence a meaning. A
 * grant by silence gives what was asked, as far as there is still something to extend within the limits.
 */
export function undecided(
  state: Accord,
  context: AccordContext,
  extensionId: string,
  on: LocalDate,
): AccordEvent[] {
  const limits = state.rules.extensions
  const request = entry(state.extensions, extensionId)
  if (limits?.whenUndecided === undefined || request?.status !== 'requested') return []
  const reasons = limits.citation
  const settled = lift(state, on, 'extensionAttachments', extensionId)
  if (limits.whenUndecided === 'refused') {
    const resumed = standingStill(state, context, extensionId, on)
    return [{ type: 'ExtensionRefused', data: { extensionId, reasons } }, ...resumed, ...settled]
  }
  const { scope, requested: until } = request
  if (until === undefined) return []
  const targets = targetsLeft(state, until).filter(({ obligation, to }) => to > obligation.nominal)
  if (targets.length === 0 || withinLimits(state, targets) !== undefined) return []
  const moves = movesOf(state, context, targets, {
    extensionId,
    rule: limits.citation,
    on,
    received: on,
  })
  const decided = { extensionId, scope, until, reasons, exOfficio: false, inPart: false }
  return [
    { type: 'ExtensionGranted', data: { ...decided, effects: moves.map(effectOf) } },
    ...moves.map(({ event }) => event),
    ...settled,
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
  const extension = known(state, extensionId)
  if ('outcome' in extension) return extension
  if (extension.status === 'revoked') return accept([])
  const office = mayDecide(state, command)
  if (office !== undefined) return office
  if (extension.status === 'awaitingAddendum') {
    return accept([
      { type: 'ExtensionRevoked', data: { extensionId, reasons, effects: [] } },
      ...standingStill(state, context, extensionId, receiptDate(state, command)),
      ...lift(state, command.act.on.date, 'addendum', extensionId),
    ])
  }
  if (extension.status !== 'granted' && extension.status !== 'grantedInPart') {
    return refuse('extension-not-granted', { extensionId })
  }
  const moves = withoutExtension(command, state, context)
  for (const { obligation } of moves) {
    const pending = pendingOn(state, obligation)
    if (pending !== undefined) {
      return refuse('extension-pending', { kind: obligation.kind, extensionId: pending })
    }
  }
  return accept(
    [
      { type: 'ExtensionRevoked', data: { extensionId, reasons, effects: moves.map(effectOf) } },
      ...moves.map(({ event }) => event),
    ],
    intoThePast(moves, command.act),
  )
}

/** Dates that lie behind once they have moved back: they pass as soon as the act is recorded. */
export function intoThePast(moves: readonly Move[], act: Act): Notice[] {
  return moves
    .map(({ event }) => event.data.deadline)
    .filter((deadline) => hasPassed(deadline, act.receivedAt))
    .map(({ kind, effective }) => ({ code: 'revoked-into-the-past', params: { kind, effective } }))
}

/** The act as the chain of reasons cites it: its protocol number where it has one, then its source. */
export function citedAs({ citation }: Act, otherwise: string): string {
  return citation?.protocol ?? citation?.source ?? otherwise
}

/** An extension as its act gives it: the act's legal day, and the day on which a stopped clock runs again. */
interface Given {
  readonly extensionId: string
  readonly rule: string
  readonly on: LocalDate
  readonly received: LocalDate
}

export function grantedBy(
  { data, act }: CommandOf<'GrantExtension' | 'SignAddendum'>,
  received: LocalDate,
): Given {
  const rule = citedAs(act, 'atto di proroga')
  return { extensionId: data.extensionId, rule, on: act.on.date, received }
}

/** The moves of an extension; where clocks stood still for its request they run again first. */
export function movesOf(
  state: Accord,
  context: AccordContext,
  targets: readonly Target[],
  { extensionId, rule, on, received }: Given,
): Move[] {
  const resumed = changesAfter(state, { standstillOf: extensionId }, resumedAfter(received))
  const isTarget = ({ obligation }: Change) => targets.some((one) => one.obligation.id === obligation.id)
  const extended = targets.map(({ obligation, to }): Change => {
    const before = resumed.find((change) => change.obligation.id === obligation.id)?.adjustments
    const extension = { kind: 'extension', extensionId, until: to, rule, on } as const
    return { obligation, adjustments: inOrder(before ?? adjustmentsOf(obligation), extension) }
  })
  const others = resumed.filter((change) => !isTarget(change))
  return movesFrom(state, context, [...extended, ...others], 'extension')
}

function withoutExtension(
  command: CommandOf<'RevokeExtension'>,
  state: Accord,
  context: AccordContext,
): Move[] {
  const { extensionId } = command.data
  const revoked = { on: command.act.on.date, rule: citedAs(command.act, 'atto di revoca') }
  const isIts = (one: Adjustment) => isInForce(one) && one.extensionId === extensionId
  const changes = Object.values(state.obligations)
    .filter((obligation) => isOwed(obligation) && adjustmentsOf(obligation).some(isIts))
    .map((obligation): Change => {
      const adjustments = adjustmentsOf(obligation).map((one) => (isIts(one) ? { ...one, revoked } : one))
      return { obligation, adjustments: adjustments as readonly Adjustment[] }
    })
  return movesFrom(state, context, changes, 'revocation')
}
