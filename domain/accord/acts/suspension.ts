import { accept, type Refused } from '../../decider.ts'
import { integrationLaw, type SuspensionGround } from '../../time/adjustments.ts'
import { hasPassed } from '../../time/deadline.ts'
import { addDays, earlierOf, type LocalDate, localDate } from '../../time/localDate.ts'
import { period } from '../../time/period.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent, AccordEvents } from '../events.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, entry, isRunning, type Obligation, owed, type SuspensionState } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { isBeforeSilence } from './control.ts'
import { adjustmentsOf, effectOf, moveBy } from './moves.ts'
import { countedFrom, lift, receiptDate, setDeadline, settle } from './obligations.ts'
import { type Again, hasRunOut, restartedFrom, resumedAfter, runAgain, stop, wasStopped } from './standing.ts'
import { stopByLaw } from './suspensionByLaw.ts'

type Start = CommandOf<'StartSuspension'>

/** The law on observations before a refusal, and the day from which it stops the clock and no longer restarts it. */
const observationsLaw = 'art. 10-bis l. 241/1990'
const stopsSince = localDate('2020-07-17')

/** Each stop of a procedure: the law, what the Region is given to answer in, and the deadline that says so. */
const procedural = {
  art2c7: {
    rule: integrationLaw,
    reply: 'informationReply',
    length: period('P30D'),
    subject: 'END_OF_PERIOD',
  },
  art10bis: {
    rule: observationsLaw,
    reply: 'observations',
    length: period('P10D'),
    subject: 'ACT_TO_PERFORM',
  },
} as const
const observationDays = 10

export function startSuspension(command: Start, state: Accord, context: AccordContext): AccordDecision {
  const { suspensionId, ground, deadlineIds } = command.data
  // A request for an extension may stop clocks too, under its own id.
  if (entry(state.suspensions, suspensionId) ?? entry(state.extensions, suspensionId)) {
    return refuse('suspension-exists', { suspensionId })
  }
  const unknown = deadlineIds?.find((id) => entry(state.obligations, id) === undefined)
  if (unknown !== undefined) {
    const known = Object.keys(state.obligations).join(', ') || '—'
    return refuse('unknown-deadline', { deadlineId: unknown, known })
  }
  if (ground === 'law') return stopByLaw(command, state, context)
  const target = procedureOf(command, state)
  return 'outcome' in target ? target : stopProcedure(command, state, context, target)
}

/** The one deadline that a stop of a procedure concerns: running, not run out, and of the party whose clock it is. */
function procedureOf(command: Start, state: Accord): Obligation | Refused<Refusal> {
  const { ground, deadlineIds = [], from, until } = command.data
  if (from !== undefined || until !== undefined) return refuse('suspension-days-not-given', { ground })
  const [id, ...more] = deadlineIds
  if (id === undefined || more.length > 0) return refuse('suspension-one-deadline', { ground })
  const obligation = entry(state.obligations, id)
  const obligor = ground === 'control' ? 'corteDeiConti' : 'ministry'
  if (obligation === undefined || obligation.obligor !== obligor || obligation.kind === 'controlLatest') {
    return refuse('suspension-not-this-deadline', { ground, deadlineId: id })
  }
  const { effective } = obligation
  const { receivedAt } = command.act
  const isBack = ground === 'control' && obligation.kind === 'control' && isBeforeSilence(state, receivedAt)
  if (!isBack && (!isRunning(obligation) || hasRunOut(obligation, receivedAt))) {
    return refuse('suspension-clock-stopped', { deadlineId: id, effective })
  }
  // The Court may ask again; the Ministry may not.
  if (ground !== 'control' && wasUsed(obligation, state, ground)) {
    return refuse('suspension-already-used', { ground, deadlineId: id })
  }
  return obligation
}

function wasUsed(obligation: Obligation, state: Accord, ground: SuspensionGround): boolean {
  const isSame = (one: SuspensionState) => one.ground === ground && one.deadlineIds.includes(obligation.id)
  return wasStopped(obligation, ground) || Object.values(state.suspensions).some(isSame)
}

function stopProcedure(
  command: Start,
  state: Accord,
  context: AccordContext,
  obligation: Obligation,
): AccordDecision {
  const { suspensionId, ground, reasons } = command.data
  const on = command.act.on.date
  if (ground === 'law') return accept([])
  const rule =
    ground === 'control' ? (state.rules.terms.control?.citation ?? reasons) : procedural[ground].rule
  const started = { suspensionId, ground, rule, on, reasons, deadlineIds: [obligation.id] }
  return accept([
    { type: 'SuspensionStarted', data: { ...started, isGeneral: false, effects: [] } },
    ...stop(state, context, obligation, { suspensionId, ground, rule, on }),
    ...(ground === 'control'
      ? latestAgain(state, context)
      : [replyDeadline(command, state, context, ground)]),
  ])
}

/** A query that came before silence could be taken for an answer: the latest term runs again too. */
function latestAgain(state: Accord, context: AccordContext): AccordEvent[] {
  const latest = entry(state.obligations, 'controlLatest')
  if (state.control?.outcome !== 'silence' || latest === undefined) return []
  const change = { obligation: latest, adjustments: adjustmentsOf(latest) }
  return [moveBy(state, context, change, 'resumption')]
}

function replyDeadline(
  command: Start,
  state: Accord,
  context: AccordContext,
  ground: keyof typeof procedural,
): AccordEvent {
  const { rule: citation, reply: kind, length, subject } = procedural[ground]
  const basis = countedFrom(command.act.on, length)
  const ref = command.data.suspensionId
  return setDeadline(state, context, { kind, obligor: 'region', basis, citation, subject, ref })
}

/** What the Ministry waited for has come: the clock runs again, at once or ten days after the observations. */
export function supplyInformation(
  command: CommandOf<'SupplyInformation'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { suspensionId, note } = command.data
  const suspension = entry(state.suspensions, suspensionId)
  if (suspension === undefined) return unknownSuspension(state, suspensionId)
  const { ground } = suspension
  if (ground !== 'art2c7' && ground !== 'art10bis') return refuse('suspension-waits-for-nobody', { ground })
  const { reply: kind } = procedural[ground]
  const reply = entry(state.obligations, `${kind}:${suspensionId}`)
  // Received within its term it counts, even where the timer had ended the suspension before it was processed.
  const isInTime = reply !== undefined && !hasPassed(reply, command.act.receivedAt)
  if (suspension.ended !== undefined && !(suspension.ended === 'expiry' && isInTime)) {
    return accept(suspension.ended === 'expiry' ? settle(state, command.act, kind, suspensionId) : [])
  }
  const received = receiptDate(state, command)
  return accept([
    // What comes too late does not stop the clock any longer than its term, whether or not the timer has fired.
    ...(isInTime
      ? ended(state, context, suspension, { how: 'answered', on: received, note })
      : ended(state, context, suspension, {
          how: 'expiry',
          on: lastDayOf(suspension, reply, received),
          note,
        })),
    ...settle(state, command.act, kind, suspensionId),
  ])
}

/** At most thirty days stop the clock for information, closed days included; observations are awaited to the last. */
function lastDayOf(
  { ground }: SuspensionState,
  reply: Obligation | undefined,
  otherwise: LocalDate,
): LocalDate {
  if (reply === undefined) return otherwise
  return ground === 'art2c7' ? reply.nominal : reply.effective
}

/** The Ministry ends a suspension before its time, or one by law that had no last day. */
export function endSuspension(
  command: CommandOf<'EndSuspension'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { suspensionId, reasons } = command.data
  const suspension = entry(state.suspensions, suspensionId)
  if (suspension === undefined) return unknownSuspension(state, suspensionId)
  const on = command.act.on.date
  if (on < suspension.on) return refuse('suspension-ends-before-start', { from: suspension.on, until: on })
  if (suspension.ended !== undefined) return accept([])
  const reply = owed(state, 'informationReply', suspensionId) ?? owed(state, 'observations', suspensionId)
  const latest = lastDayOf(suspension, reply, on)
  return accept([
    ...ended(state, context, suspension, { how: 'ended', on: earlierOf(on, latest), note: reasons }),
    ...lift(state, on, 'informationReply', suspensionId),
    ...lift(state, on, 'observations', suspensionId),
  ])
}

function unknownSuspension(state: Accord, suspensionId: string): Refused<Refusal> {
  const known = Object.keys(state.suspensions).join(', ') || '—'
  return refuse('unknown-suspension', { suspensionId, known })
}

interface Ending {
  readonly how: AccordEvents['SuspensionEnded']['how']
  /** The day of what ended it. */
  readonly on: LocalDate
  readonly note?: string
}

/** The events of a suspension that ends: what it was, and the clocks that run again. */
export function ended(
  state: Accord,
  context: AccordContext,
  suspension: SuspensionState,
  { how, on, note }: Ending,
): AccordEvent[] {
  const { suspensionId } = suspension
  const { until, again } = runsAgain(suspension, how, on)
  const moves = runAgain(state, context, suspensionId, again)
  const data = { suspensionId, how, until, effects: moves.map(effectOf), ...(note && { note }) }
  return [{ type: 'SuspensionEnded', data }, ...moves.map(({ event }) => event)]
}

/**
 * Art. 10-bis: since 17 July 2020 the clock runs again ten days after the observations, or from the end of their
 * term where none came; before, the whole term began anew from either day.
 */
function runsAgain(
  { ground, on: started }: SuspensionState,
  how: Ending['how'],
  on: LocalDate,
): { readonly until: LocalDate; readonly again: Again } {
  if (ground === 'art10bis' && started < stopsSince) return { until: on, again: restartedFrom(on) }
  const until = ground === 'art10bis' && how === 'answered' ? addDays(on, observationDays) : on
  return { until, again: resumedAfter(until) }
}

/** The term to answer in is over: the clock runs again by itself. */
export function expired(state: Accord, context: AccordContext, reply: Obligation): AccordEvent[] {
  const suspension = reply.ref === undefined ? undefined : entry(state.suspensions, reply.ref)
  // A law recorded late may have given more time to answer: the clock stood still until the end of that.
  if (suspension === undefined || (suspension.ended ?? 'expiry') !== 'expiry') return []
  return ended(state, context, suspension, {
    how: 'expiry',
    on: lastDayOf(suspension, reply, reply.effective),
  })
}

/** While the Region may still send its observations nothing can be decided against it. */
export function awaitingObservations(
  command: CommandOf<'RefuseExtension' | 'ReturnPlan' | 'ReturnFinalReport'>,
  state: Accord,
  procedure: Obligation | undefined,
): Refused<Refusal> | undefined {
  const open = Object.values(state.suspensions).find(
    ({ ground, ended: over, deadlineIds }) =>
      ground === 'art10bis' && over === undefined && deadlineIds.includes(procedure?.id ?? ''),
  )
  const reply = open && owed(state, 'observations', open.suspensionId)
  if (reply === undefined || hasRunOut(reply, command.act.receivedAt)) return undefined
  return refuse('observations-pending', { suspensionId: reply.ref ?? '', until: reply.effective })
}
