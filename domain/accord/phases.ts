import type { Refused } from '../decider.ts'
import type { CommandType } from './commands.ts'
import type { AccordDecision } from './decide.ts'
import { type Refusal, refuse } from './refusals.ts'
import type { Accord, AccordIn, PhaseName } from './state.ts'

export const planReview = ['planUnderReview', 'planIntegration'] as const
export const reportReview = ['reportUnderReview', 'reportIntegration'] as const
export const withPlan = [...planReview, 'planReturned', 'underway'] as const
/** What was done before the end may be received, or processed, after it. */
export const withActions = [...withPlan, 'activitiesEnded'] as const

type Asked = { readonly type: CommandType }

/** Runs the act where the accord is in one of the phases in which it can be done. */
export function during<P extends PhaseName>(
  command: Asked,
  state: Accord,
  phases: readonly P[],
  run: (state: AccordIn<P>) => AccordDecision,
): AccordDecision {
  return isIn(state, phases) ? run(state) : wrongPhase(command.type, state.phase, phases)
}

/** Runs the act in whatever phase follows the signatures. */
export function onceInForce(command: Asked, state: Accord, run: () => AccordDecision): AccordDecision {
  return state.phase === 'proposed' ? refuse('not-in-force', { act: command.type }) : run()
}

function isIn<P extends PhaseName>(state: Accord, phases: readonly P[]): state is AccordIn<P> & Accord {
  return phases.some((phase) => phase === state.phase)
}

function wrongPhase(type: CommandType, phase: PhaseName, allowed: readonly PhaseName[]): Refused<Refusal> {
  if (phase === 'proposed') return refuse('not-in-force', { act: type })
  return refuse('wrong-phase', { act: type, phase, allowed: allowed.join(', ') })
}
