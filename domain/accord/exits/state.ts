import type { ActDate, LocalDate } from '../../time/localDate.ts'
import type { Money } from '../parts.ts'
import type { AccordFacts, Obligation, PhaseName } from '../state.ts'
import { type EndedPhase, type ExitPhase, exitPhases, type RecoveryCause } from './parts.ts'

/** Money to be returned. What is left is the amount less the repayments; interest is no part of it. */
export interface RecoveryState {
  readonly recoveryId: string
  readonly cause: RecoveryCause
  readonly reasons: string
  readonly orderedOn: ActDate
  /** As it was first ordered. */
  readonly ordered: Money
  /** As it stands after reductions, in cents: 0 where nothing is owed any more. */
  readonly amountCents: number
  readonly repayments: Readonly<Record<string, { readonly amount: Money; readonly on: ActDate }>>
  readonly settledOn?: ActDate
}

/** What an ended accord goes back to when it is reopened: what its end took away. */
export interface Closing {
  readonly commandId: string
  readonly phase: PhaseName
  readonly extensions: AccordFacts['extensions']
  readonly suspensions: AccordFacts['suspensions']
  /** Those that the end lifted, as they were before. */
  readonly obligations: Readonly<Record<string, Obligation>>
}

/** What is known of the exits of an accord, whatever its phase. Left out: nothing of the kind has happened. */
export interface ExitFacts {
  /** Notified, and neither accepted nor refused yet. */
  readonly withdrawal?: { readonly reasons: string; readonly on: ActDate }
  /** Declared, and neither accepted nor refused yet. */
  readonly nonUse?: { readonly reasons: string; readonly on: ActDate }
  /** Started, and neither ordered nor dropped yet. */
  readonly revocation?: {
    readonly grounds: string
    readonly on: ActDate
    /** The deadline within which the Region may answer. */
    readonly deadlineId: string
    readonly observations?: { readonly note: string; readonly on: ActDate }
  }
  readonly recoveries?: Readonly<Record<string, RecoveryState>>
  readonly closing?: Closing
}

/** What an accord that has left its programme adds to what it had reached before. */
export interface Exited {
  readonly exitedOn: ActDate
  /** Every recovery was settled on this day; left out while money is still owed. */
  readonly closedOn?: LocalDate
}

/** Concluded, or ended before: it receives no act of the life any more. */
export function hasEnded<S extends { readonly phase: string }>(state: S): state is S & { phase: EndedPhase } {
  return state.phase === 'concluded' || isExit(state.phase)
}

export function isExit(phase: string): phase is ExitPhase {
  return exitPhases.some((exit) => exit === phase)
}

/** Whether any money is still to be returned. */
export function owesRecovery({ recoveries = {} }: Pick<ExitFacts, 'recoveries'>): boolean {
  return Object.values(recoveries).some(({ settledOn }) => settledOn === undefined)
}

/** What the Region has returned of one recovery, in cents. */
export function repaidCents({ repayments }: Pick<RecoveryState, 'repayments'>): number {
  return Object.values(repayments).reduce((sum, { amount }) => sum + amount.cents, 0)
}

/** What is still owed of it, in cents. */
export function leftCents(recovery: Pick<RecoveryState, 'amountCents' | 'repayments'>): number {
  return recovery.amountCents - repaidCents(recovery)
}

/** What is to be returned by all orders together, returned already or not, in cents. */
export function recoveredCents({ recoveries = {} }: Pick<ExitFacts, 'recoveries'>): number {
  return Object.values(recoveries).reduce((sum, { amountCents }) => sum + amountCents, 0)
}
