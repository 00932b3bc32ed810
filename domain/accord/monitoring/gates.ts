import type { Refused } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { Instant } from '../../time/instant.ts'
import type { LocalDate } from '../../time/localDate.ts'
import type { AccordCommand } from '../commands.ts'
import type { DeadlineKind } from '../events.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Accord, Obligation } from '../state.ts'
import type { GateableAct } from './rules.ts'

/** An act that cannot be done until an overdue report has come, or until the gate is lifted. */
export interface Gate {
  readonly act: GateableAct
  readonly deadlineId: string
  /** When the report was due. */
  readonly effective: LocalDate
}

const reportKinds: readonly DeadlineKind[] = ['monitoringReport', 'midTermReport', 'monitoringResubmission']

/** What is blocked now, and by which report; the one that was due first comes first. */
export function gatesOf(state: Accord, at?: Instant): Gate[] {
  const { gates = [] } = state.rules.monitoring ?? {}
  if (gates.length === 0) return []
  const lifted = state.monitoring?.gatesLifted ?? []
  return overdueReports(state, at)
    .filter(({ id }) => !lifted.includes(id))
    .flatMap(({ id, effective }) => gates.map((act): Gate => ({ act, deadlineId: id, effective })))
}

/**
 * Reports not sent though their time has passed. Of an act it counts when it was received, not when it is judged:
 * `at`, left out, is whatever the accord's timer has recorded.
 */
export function overdueReports(state: Accord, at?: Instant): Obligation[] {
  return Object.values(state.obligations)
    .filter(({ kind }) => reportKinds.includes(kind))
    .filter((one) => {
      if (at === undefined) return one.status === 'missed'
      return (one.status === 'missed' || one.status === 'open') && hasPassed(one, at)
    })
    .sort((a, b) => (a.passesAt < b.passesAt ? -1 : 1))
}

/** Why an act is blocked, if it is. */
export function gatedBy({ type, act }: AccordCommand, state: Accord): Refused<Refusal> | undefined {
  const gate = gatesOf(state, act.receivedAt).find((one) => one.act === type)
  if (gate === undefined) return undefined
  const { deadlineId, effective } = gate
  return refuse('gated-by-overdue-report', { act: type, deadlineId, effective })
}
