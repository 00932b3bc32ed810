import { isApprovalEvent } from './approvals/events.ts'
import { type RecordedEvent, type ReversibleType, reversibleTypes } from './events.ts'
import { type Accord, entry, type LastDecision, type Obligation } from './state.ts'

/** A target that goes by warns; a document put into the file follows from no decision. */
const buildsOnNothing: readonly RecordedEvent['type'][] = ['TargetPassed', 'DocumentsAdded']

/** Remembers what the last decision changed, as long as nothing else has happened since. */
export function rememberDecision(before: Accord, after: Accord, event: RecordedEvent): Accord {
  // What is prepared is no decision yet; an event that does not fit changes nothing.
  const isAside = buildsOnNothing.includes(event.type) || isApprovalEvent(event)
  if (isAside || isUnchanged(before, after)) return after
  const { lastDecision: earlier, ...rest } = after
  const decision = isDecision(event)
    ? decided(before, event.type, event.commandId)
    : earlier?.commandId === event.commandId
      ? earlier
      : undefined
  if (decision === undefined) return earlier === undefined ? after : (rest as Accord)
  const known = decision.before.obligations
  const obligations = { ...known, ...changedObligations(before, after), ...known }
  return { ...after, lastDecision: { ...decision, before: { ...decision.before, obligations } } }
}

function isUnchanged(before: Accord, after: Accord): boolean {
  const all = Object.keys(after) as (keyof Accord)[]
  return all.every((key) => key === 'version' || before[key] === after[key])
}

/** What a timer decides by silence follows from the programme: nobody decided it. */
function isDecision(event: RecordedEvent): event is RecordedEvent & { readonly type: ReversibleType } {
  return event.act.actor.role !== 'scheduler' && reversibleTypes.some((type) => type === event.type)
}

function decided(state: Accord, type: ReversibleType, commandId: string): LastDecision {
  const { phase, conditions, extensions, suspensions, control, monitoring } = state
  const ended =
    'activitiesEndedOn' in state
      ? { ended: { on: state.activitiesEndedOn, how: state.activitiesEndedHow } }
      : {}
  return {
    type,
    commandId,
    before: {
      ...{ phase, conditions, extensions, suspensions, obligations: {} },
      ...(control && { control }),
      ...('plan' in state && { plan: state.plan }),
      ...(monitoring && { monitoring }),
      ...ended,
    },
  }
}

function changedObligations(before: Accord, after: Accord): LastDecision['before']['obligations'] {
  const changed = Object.entries(after.obligations).filter(
    ([id, obligation]) => entry(before.obligations, id) !== obligation,
  )
  return Object.fromEntries(changed.map(([id]) => [id, entry(before.obligations, id) ?? null]))
}

/**
 * The accord as it was before its last decision. Every date that goes back does so as a new revision, so that no
 * timer or reminder takes it for the old one; what the decision had set is lifted.
 */
export function reversed(state: Accord, event: Extract<RecordedEvent, { type: 'DecisionReversed' }>): Accord {
  const { lastDecision, ...now } = state
  if (lastDecision === undefined) return state
  const { ended, obligations, ...facts } = lastDecision.before
  const restored = Object.entries(obligations).map(([id, was]): [string, Obligation] => {
    const current = state.obligations[id] as Obligation
    return [id, was === null ? lifted(current, event.act.on.date) : asBefore(was, current)]
  })
  const {
    control: _____,
    monitoring: ____,
    concludedOn: _,
    activitiesEndedOn: __,
    activitiesEndedHow: ___,
    ...kept
  } = now as typeof now & Record<'concludedOn' | 'activitiesEndedOn' | 'activitiesEndedHow', unknown>
  return {
    ...kept,
    ...facts,
    ...(ended && { activitiesEndedOn: ended.on, activitiesEndedHow: ended.how }),
    obligations: { ...state.obligations, ...Object.fromEntries(restored) },
  } as Accord
}

function lifted({ heldBy: _, ...current }: Obligation, settledOn: Obligation['effective']): Obligation {
  return { ...current, status: 'lifted', settledOn }
}

export function asBefore(was: Obligation, current: Obligation): Obligation {
  const revision = current.revision + 1
  if (was.passesAt === current.passesAt) return { ...was, revision, history: current.history }
  const { nominal, effective, passesAt } = current
  const past = { revision: current.revision, nominal, effective, passesAt, movedBy: 'reversal' as const }
  return { ...was, revision, history: [...current.history, past] }
}
