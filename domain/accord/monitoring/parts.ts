import type { Money } from '../parts.ts'

/** A physical indicator of an action, as a report gives it: so many done of so many, from the start of the action. */
export interface Indicator {
  readonly id: string
  readonly name: string
  readonly target: number
  readonly done: number
  /** What is counted: `persone`, `ore`, `sportelli`. */
  readonly unit: string
}

/** How far one action is, physically and financially; both counted from its start, not from the last report. */
export interface ActionProgress {
  readonly numeral: string
  readonly indicators: readonly Indicator[]
  /** Integer cents; zero where nothing has been spent yet. Left out where the report does not say. */
  readonly spent?: Money
  readonly note?: string
}

export type ReportKind = 'periodic' | 'midTerm'
