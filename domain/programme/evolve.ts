import { entry } from '../accord/state.ts'
import type { ProgrammeEvents, RecordedProgrammeEvent } from './events.ts'
import type { Outcome } from './parts.ts'
import type { CollectiveAct, Counts, Programme, ProgrammeState } from './state.ts'

type CollectiveEvent = Extract<RecordedProgrammeEvent, { type: `Collective${string}` | 'OutcomesRecorded' }>

const none: Counts = { applied: 0, skipped: 0, failed: 0 }

/** The programme after one more recorded event. Total: an event that fits nothing changes only the version. */
export function evolveProgramme(state: ProgrammeState, event: RecordedProgrammeEvent): ProgrammeState {
  const { programmeId, version } = event
  if (event.type === 'ProgrammeDrafted') {
    return { ...event.data.content, status: 'draft', programmeId, version, accepted: [], acts: {} }
  }
  if (state.status === 'absent') return state
  const before: Programme = { ...state, version }
  switch (event.type) {
    case 'RulesChanged': {
      const { content, accepted } = event.data
      const { fund: _, ...rest } = before
      return { ...rest, ...content, accepted: [...before.accepted, ...accepted] }
    }
    case 'ProgrammeOpened':
      return { ...before, status: 'open', accepted: event.data.accepted }
    case 'CollectiveActStarted':
      return withAct(before, started(event.data))
    default:
      return collective(before, event)
  }
}

function collective(
  state: Programme,
  event: Exclude<CollectiveEvent, { type: 'CollectiveActStarted' }>,
): Programme {
  const act = entry(state.acts, event.data.actId)
  return act === undefined ? state : withAct(state, actAfter(act, event))
}

function actAfter(
  act: CollectiveAct,
  event: Exclude<CollectiveEvent, { type: 'CollectiveActStarted' }>,
): CollectiveAct {
  switch (event.type) {
    case 'OutcomesRecorded':
      return counted(act, event.data)
    case 'CollectiveActStopped':
      return { ...act, status: 'stopped' }
    case 'CollectiveActResumed':
      return { ...act, status: 'running' }
    case 'CollectiveActRetried':
      return retried(act, event.data.attempt)
    case 'CollectiveActCompleted':
      return { ...act, status: 'completed' }
    case 'CollectiveRevocationStarted': {
      const { applied: of, notReached } = event.data
      return { ...act, status: 'running', way: 'revoke', revocation: { of, notReached, counts: none } }
    }
    case 'CollectiveActRevoked':
      return { ...act, status: 'revoked' }
    default:
      return event satisfies never
  }
}

function started(data: ProgrammeEvents['CollectiveActStarted']): CollectiveAct {
  return { ...data, status: 'running', way: 'apply', attempt: 1, counts: none }
}

function withAct(state: Programme, act: CollectiveAct): Programme {
  return { ...state, acts: { ...state.acts, [act.actId]: act } }
}

function counted(act: CollectiveAct, { way, outcomes }: ProgrammeEvents['OutcomesRecorded']): CollectiveAct {
  if (way === 'apply') return { ...act, counts: add(act.counts, outcomes) }
  if (act.revocation === undefined) return act
  return { ...act, revocation: { ...act.revocation, counts: add(act.revocation.counts, outcomes) } }
}

function add(counts: Counts, outcomes: readonly Outcome[]): Counts {
  const many = (wanted: Outcome['outcome']) => outcomes.filter(({ outcome }) => outcome === wanted).length
  return {
    applied: counts.applied + many('applied'),
    skipped: counts.skipped + many('skipped'),
    failed: counts.failed + many('failed'),
  }
}

/** Those that failed are ahead again. */
function retried(act: CollectiveAct, attempt: number): CollectiveAct {
  const again = { ...act, attempt, status: 'running' } as const
  if (act.way === 'apply') return { ...again, counts: { ...act.counts, failed: 0 } }
  if (act.revocation === undefined) return again
  const counts = { ...act.revocation.counts, failed: 0 }
  return { ...again, revocation: { ...act.revocation, counts } }
}
