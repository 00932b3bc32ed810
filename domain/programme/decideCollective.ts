import { entry } from '../accord/state.ts'
import { accept, type Refused } from '../decider.ts'
import type { ProgrammeCommandOf } from './commands.ts'
import type { ProgrammeContext, ProgrammeDecision } from './decide.ts'
import type { ProgrammeEvent } from './events.ts'
import type { CollectiveBody } from './parts.ts'
import { type ProgrammeRefusal, refuseProgramme } from './refusals.ts'
import { type CollectiveAct, type Programme, remaining } from './state.ts'

type Refusal = Refused<ProgrammeRefusal>

/** Starts an act over the accords that its cohort comes to now. */
export function applyingTo(
  command: ProgrammeCommandOf<'StartCollectiveAct'>,
  state: Programme,
  context: ProgrammeContext,
): ProgrammeDecision {
  const { actId, body, cohort, reasons } = command.data
  if (entry(state.acts, actId) !== undefined) return refuseProgramme('collective-exists', { actId })
  const { chosen = 0, excluded = 0, idle = [] } = context.cohort ?? {}
  return (
    chosenOrRefused(body, { chosen, excluded, idle }) ??
    overlap(context) ??
    accept([{ type: 'CollectiveActStarted', data: { actId, body, cohort, reasons, chosen, excluded } }])
  )
}

/** What is wrong with an act before any accord is looked at: names in vain, nobody chosen, dates that do not fit. */
export function chosenOrRefused(
  body: CollectiveBody,
  {
    chosen,
    excluded,
    idle,
  }: { readonly chosen: number; readonly excluded: number; readonly idle: readonly string[] },
): Refusal | undefined {
  if (idle.length > 0) return refuseProgramme('collective-idle', { names: idle.join(', ') })
  if (chosen === 0) return refuseProgramme('collective-empty', { excluded })
  return wrongDates(body)
}

/** The dates must be those of the scope: one too many would be lost in silence. */
function wrongDates(body: CollectiveBody): Refusal | undefined {
  if (body.kind === 'suspension' && body.until !== undefined && body.until < body.from) {
    return refuseProgramme('collective-dates', { scope: body.kind, given: `${body.from}, ${body.until}` })
  }
  if (body.kind !== 'extension') return undefined
  const given = Object.keys(body.until).sort()
  const wanted = body.scope === 'both' ? ['activities', 'finalReport'] : [body.scope]
  if (given.join() === wanted.join()) return undefined
  return refuseProgramme('collective-dates', { scope: body.scope, given: given.join(', ') || '—' })
}

function overlap({ overlaps = [] }: ProgrammeContext): Refusal | undefined {
  const [other] = overlaps
  if (other === undefined) return undefined
  return refuseProgramme('collective-overlap', { other: other.actId, accords: other.accords })
}

/** What became of some accords; the last of them completes the way the act was going. */
export function recordOutcomes(
  command: ProgrammeCommandOf<'RecordOutcomes'>,
  state: Programme,
): ProgrammeDecision {
  const { actId, way, outcomes } = command.data
  const act = known(state, actId)
  if ('outcome' in act) return act
  if (act.way !== way || remaining(act) < outcomes.length) {
    return refuseProgramme('collective-not-running', { actId, status: act.status })
  }
  if (outcomes.length === 0) return accept([])
  const recorded: ProgrammeEvent = { type: 'OutcomesRecorded', data: { actId, way, outcomes } }
  return accept(remaining(act) === outcomes.length ? [recorded, ending(act)] : [recorded])
}

function ending({ actId, way }: CollectiveAct): ProgrammeEvent {
  return { type: way === 'apply' ? 'CollectiveActCompleted' : 'CollectiveActRevoked', data: { actId } }
}

export function stop(command: ProgrammeCommandOf<'StopCollectiveAct'>, state: Programme): ProgrammeDecision {
  const { actId, reasons } = command.data
  const act = known(state, actId)
  if ('outcome' in act) return act
  if (act.status === 'stopped') return accept([])
  if (act.status !== 'running') {
    return refuseProgramme('collective-not-running', { actId, status: act.status })
  }
  return accept([{ type: 'CollectiveActStopped', data: { actId, reasons } }])
}

export function resume(
  command: ProgrammeCommandOf<'ResumeCollectiveAct'>,
  state: Programme,
): ProgrammeDecision {
  const { actId } = command.data
  const act = known(state, actId)
  if ('outcome' in act) return act
  if (act.status === 'running') return accept([])
  if (act.status !== 'stopped') {
    return refuseProgramme('collective-not-stopped', { actId, status: act.status })
  }
  return accept([{ type: 'CollectiveActResumed', data: { actId } }])
}

export function retry(
  command: ProgrammeCommandOf<'RetryCollectiveAct'>,
  state: Programme,
  context: ProgrammeContext,
): ProgrammeDecision {
  const { actId } = command.data
  const act = known(state, actId)
  if ('outcome' in act) return act
  if (act.status === 'running' || act.status === 'stopped') {
    return refuseProgramme('collective-running', { actId, status: act.status })
  }
  const { failed } = act.way === 'revoke' && act.revocation ? act.revocation.counts : act.counts
  if (failed === 0) return refuseProgramme('collective-nothing-failed', { actId })
  const attempt = act.attempt + 1
  return overlap(context) ?? accept([{ type: 'CollectiveActRetried', data: { actId, attempt, failed } }])
}

/** Each accord gives back what it got; a calendar is put right by another version of it. */
export function revoke(
  command: ProgrammeCommandOf<'RevokeCollectiveAct'>,
  state: Programme,
  context: ProgrammeContext,
): ProgrammeDecision {
  const { actId, reasons } = command.data
  const act = known(state, actId)
  if ('outcome' in act) return act
  if (act.way === 'revoke') return accept([])
  if (act.body.kind === 'calendar' || act.body.kind === 'suspensionEnd')
    return refuseProgramme('collective-not-revocable', { actId })
  if (act.status === 'running') return refuseProgramme('collective-running', { actId, status: act.status })
  const refusal = overlap(context)
  if (refusal !== undefined) return refusal
  const { applied } = act.counts
  const started: ProgrammeEvent = {
    type: 'CollectiveRevocationStarted',
    data: { actId, reasons, applied, notReached: remaining(act) },
  }
  return accept(applied === 0 ? [started, { type: 'CollectiveActRevoked', data: { actId } }] : [started])
}

function known(state: Programme, actId: string): CollectiveAct | Refusal {
  const act = entry(state.acts, actId)
  if (act !== undefined) return act
  return refuseProgramme('collective-unknown', { actId, known: Object.keys(state.acts).join(', ') || '—' })
}
