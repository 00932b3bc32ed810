import type { Period } from '../../time/period.ts'
import type { TermRule } from '../terms.ts'

/** The acts that an overdue report may keep from being done, where a programme says so. */
export const gateableActs = [
  'PayAdvance',
  'PayInterim',
  'PayBalance',
  'RequestExtension',
  'SubmitFinalReport',
] as const
export type GateableAct = (typeof gateableActs)[number]

/** How a programme follows the actions while they run. Left out, it asks for no periodic report. */
export interface MonitoringRules {
  /** One report for each of these; left out: every three months. */
  readonly every?: Period
  /**
   * `calendar`: quarters (or months, half-years, years) of the calendar, the first from the start to the end of its
   * own. `start`: whole periods counted from the start. Left out: `calendar` where twelve months are a whole number
   * of periods, since the figures that Regions report come from accounts kept by quarters of the year.
   */
  readonly count?: 'calendar' | 'start'
  /** From which day; left out: the approval of the plan, before which there is nothing planned to compare with. */
  readonly from?: 'planApproval' | 'actionsStart' | 'inForce'
  /** How long after the end of its period a report is due. */
  readonly term: TermRule
  /** To send it again after a return or a reopening; left out: without a deadline. */
  readonly resubmission?: TermRule
  /** For the Ministry to accept or return it; left out: without a deadline. */
  readonly review?: TermRule
  readonly midTerm?: MidTermRule
  /** What cannot be done while a report is overdue. */
  readonly gates?: readonly GateableAct[]
  readonly citation: string
}

/** One report on the first part of the activities: `after` a period, or at a `fraction` of their length as first set. */
export type MidTermRule = { readonly term: TermRule } & (
  | { readonly after: Period }
  | { readonly fraction: number }
)
