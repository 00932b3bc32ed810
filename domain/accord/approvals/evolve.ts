import type { RecordedEvent } from '../events.ts'
import { type Accord, entry } from '../state.ts'
import { changeBy } from './about.ts'
import type { ApprovalEvent } from './events.ts'
import type { DecisionStatus, PreparedAct } from './parts.ts'
import type { DecisionState } from './state.ts'

/** The prepared decisions of an accord after one more recorded event about them. */
export function evolveApprovals(state: Accord, event: ApprovalEvent): Accord {
  const { decisions = {} } = state
  switch (event.type) {
    case 'DecisionPrepared':
      return { ...state, decisions: preparedIn(decisions, event) }
    case 'DecisionCertified':
      return settled(state, event, 'certified')
    case 'DecisionSentBack':
      return settled(state, event, 'sentBack')
    case 'DecisionWithdrawn':
      return settled(state, event, 'withdrawn')
    default:
      return event satisfies never
  }
}

type Decisions = Readonly<Record<string, DecisionState>>

function preparedIn(
  decisions: Decisions,
  { act, data }: Extract<ApprovalEvent, { type: 'DecisionPrepared' }>,
): Decisions {
  const { decisionId, about, supersedes, ...prepared } = data
  const by = act.actor.id
  const replaced = supersedes.flatMap((id) => {
    const before = entry(decisions, id)
    return before === undefined ? [] : [[id, settledAs(before, 'superseded', { by, on: act.on })] as const]
  })
  const decision: DecisionState = {
    ...{ decisionId, prepared: prepared as PreparedAct, about, status: 'open' },
    ...{ preparedBy: by, preparedOn: act.on, preparedAt: act.receivedAt },
    ...(act.documents.length > 0 && { documents: act.documents }),
  }
  return { ...decisions, ...Object.fromEntries(replaced), [decisionId]: decision }
}

function settled(
  state: Accord,
  event: Exclude<ApprovalEvent, { type: 'DecisionPrepared' }>,
  status: DecisionStatus,
): Accord {
  const { decisionId } = event.data
  const before = entry(state.decisions ?? {}, decisionId)
  if (before === undefined) return state
  const { on, actor } = event.act
  const reasons = 'reasons' in event.data ? { reasons: event.data.reasons } : {}
  const after = settledAs(before, status, { by: actor.id, on, ...reasons })
  return { ...state, decisions: { ...state.decisions, [decisionId]: after } }
}

function settledAs(
  decision: DecisionState,
  status: DecisionStatus,
  how: Required<DecisionState>['settled'],
): DecisionState {
  return { ...decision, status, settled: how }
}

/** Marks every decision whose matter this event changed: a certifier must not find out only by trying. */
export function outdated(before: Accord, after: Accord, event: RecordedEvent): Accord {
  const marked = Object.values(after.decisions ?? {}).flatMap((decision) => {
    // What its own preparation brings changes nothing of it.
    const isOpen = decision.status === 'open' && Object.hasOwn(before.decisions ?? {}, decision.decisionId)
    const by = isOpen ? changeBy(decision, before, after, event) : undefined
    if (by === undefined) return []
    return [
      [decision.decisionId, { ...decision, status: 'outdated', changed: { by, on: event.act.on } }] as const,
    ]
  })
  if (marked.length === 0) return after
  return { ...after, decisions: { ...after.decisions, ...Object.fromEntries(marked) } }
}
