import { accept, type Notice } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { refuse } from '../refusals.ts'
import { type Accord, entry, isOwed, isPending, isRunning, type Obligation, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { freeToMove, known, targetsOf, withinLimits, withinWindow } from './extensionTargets.ts'
import { lift, receiptDate, setByRule, setDeadline, settle } from './obligations.ts'
import { resumedAfter, runAgain, stop } from './standing.ts'

/**
 * A request made in time. Until it is decided its deadlines are held and cannot pass; a programme may instead let
 * them run, with a warning, or stop their clocks.
 */
export function requestExtension(
  command: CommandOf<'RequestExtension'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { extensionId, scope, until, attachmentsBy } = command.data
  if (entry(state.extensions, extensionId) ?? entry(state.suspensions, extensionId)) {
    return refuse('extension-exists', { extensionId })
  }
  const found = targetsOf(state, scope, until)
  if (found.outcome === 'refused') return found
  const refusal =
    freeToMove(state, found.targets, command) ??
    withinWindow(state, found.targets, command) ??
    withinLimits(state, found.targets)
  if (refusal !== undefined) return refusal
  const received = receiptDate(state, command)
  if (attachmentsBy !== undefined && attachmentsBy < received) {
    return refuse('attachments-in-the-past', { by: attachmentsBy, received })
  }
  const targets = found.targets.map(({ obligation }) => obligation)
  const concerned = withReport(state, targets)
  const pending = state.rules.extensions?.pending
  const holds = pending === undefined ? concerned.map(({ id }) => id) : []
  const rule = state.rules.extensions?.citation ?? 'richiesta di proroga'
  const stopped = { suspensionId: extensionId, ground: 'standstill', on: received, rule } as const
  const about = { kind: 'extensionDecision', obligor: 'ministry', ref: extensionId } as const
  return accept(
    [
      { type: 'ExtensionRequested', data: { ...command.data, holds, targets: targets.map(({ id }) => id) } },
      ...(pending === 'standstill' ? concerned.flatMap((one) => stop(state, context, one, stopped)) : []),
      ...setByRule(state, context, 'extensionDecision', received, about),
      ...attachmentsDeadline(command, state, context),
    ],
    [pendingNotice(pending, targets)],
  )
}

/** The report is counted from the end of activities: what keeps that end open keeps the report open. */
export function withReport(state: Accord, targets: readonly Obligation[]): Obligation[] {
  const report = owed(state, 'finalReport')
  const follows = targets.some(({ kind }) => kind === 'activities') && !targets.some((one) => one === report)
  return follows && report !== undefined && isRunning(report) ? [...targets, report] : [...targets]
}

/** Part of the case law wants the grant itself before the term is over: whoever asks should see that. */
function pendingNotice(
  pending: 'warning' | 'standstill' | undefined,
  targets: readonly Obligation[],
): Notice {
  const effective = targets.map((one) => one.effective).sort()[0] ?? ''
  if (pending === 'warning') return { code: 'term-runs-on', params: { effective } }
  if (pending === 'standstill') return { code: 'clock-stands-still', params: { effective } }
  return { code: 'grant-before-expiry', params: { effective } }
}

function attachmentsDeadline(
  { data }: CommandOf<'RequestExtension'>,
  state: Accord,
  context: AccordContext,
): AccordEvent[] {
  if (data.attachmentsBy === undefined) return []
  const basis = { basis: 'FIXED_DATE', date: data.attachmentsBy } as const
  const about = { kind: 'extensionAttachments', obligor: 'region', ref: data.extensionId } as const
  return [setDeadline(state, context, { ...about, basis, citation: 'richiesta di proroga' })]
}

/** The attachments announced with the request have come; a second time changes nothing. */
export function supplyExtensionAttachments(
  command: CommandOf<'SupplyExtensionAttachments'>,
  state: Accord,
): AccordDecision {
  const { extensionId } = command.data
  const request = known(state, extensionId)
  if ('outcome' in request) return request
  if (request.attachmentsOn !== undefined) return accept([])
  if (request.status !== 'requested') return refuse('extension-already-decided', { extensionId })
  return accept([
    { type: 'ExtensionAttachmentsSupplied', data: command.data },
    ...settle(state, command.act, 'extensionAttachments', extensionId),
  ])
}

/** The instruction is a proposal to whoever decides; it can be made again, and the last one counts. */
export function instructExtension(command: CommandOf<'InstructExtension'>, state: Accord): AccordDecision {
  const { extensionId, proposal } = command.data
  const request = known(state, extensionId)
  if ('outcome' in request) return request
  if (request.status !== 'requested') return refuse('extension-already-decided', { extensionId })
  const { on } = request.instruction ?? {}
  if (request.instruction?.proposal === proposal && on?.date === command.act.on.date) return accept([])
  return accept([{ type: 'ExtensionInstructed', data: command.data }])
}

/** What is done needs no extension: a request about nothing else can give nothing any more. */
export function lapsedWith(
  state: Accord,
  context: AccordContext,
  obligationIds: readonly string[],
  command: Parameters<typeof receiptDate>[1],
): AccordEvent[] {
  const isDone = (id: string) => {
    const obligation = entry(state.obligations, id)
    return obligationIds.includes(id) || obligation === undefined || !isOwed(obligation)
  }
  const over = Object.values(state.extensions).filter(
    (extension) =>
      isPending(extension) &&
      extension.targets.some((id) => obligationIds.includes(id)) &&
      extension.targets.every(isDone),
  )
  return over.flatMap(({ extensionId }): AccordEvent[] => {
    const others = ({ id }: Obligation) => !obligationIds.includes(id)
    const again = resumedAfter(receiptDate(state, command))
    return [
      { type: 'ExtensionLapsed', data: { extensionId, cause: 'obligationMet' } },
      ...runAgain(state, context, { standstillOf: extensionId }, again, others).map(({ event }) => event),
      ...lift(state, command.act.on.date, 'extensionDecision', extensionId),
      ...lift(state, command.act.on.date, 'extensionAttachments', extensionId),
      ...lift(state, command.act.on.date, 'addendum', extensionId),
    ]
  })
}
