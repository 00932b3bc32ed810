import type { ClosedDay } from './calendar.ts'
import type { Instant } from './instant.ts'
import type { LocalDate, Precision } from './localDate.ts'
import type { Period } from './period.ts'

/** One link of the chain that answers "why this date". */
export type WhyStep =
  | {
      readonly step: 'counted'
      readonly start: LocalDate
      readonly period: Period
      readonly to: LocalDate
      readonly rule: string
      readonly startAs?: { readonly precision: Precision; readonly assumed: boolean }
      readonly isAssumed?: boolean
    }
  | { readonly step: 'fixed'; readonly date: LocalDate; readonly rule: string }
  | {
      readonly step: 'rolled'
      readonly from: LocalDate
      readonly to: LocalDate
      readonly closed: readonly ClosedDay[]
      readonly rule: string
    }
  | {
      readonly step: 'cutOff'
      readonly time: string
      readonly zone: string
      readonly passesAt: Instant
      /** Version of the time-zone data, as `2025b`; left out before it was kept. */
      readonly tz?: string
    }
  | {
      readonly step: 'extended'
      readonly extensionId: string
      readonly from: LocalDate
      readonly to: LocalDate
      readonly rule: string
    }
  | {
      /** An extension that was revoked: named, and no longer counted. */
      readonly step: 'revoked'
      readonly extensionId: string
      readonly on: LocalDate
      readonly to: LocalDate
      readonly rule: string
    }
  | {
      readonly step: 'suspended'
      readonly on: LocalDate
      readonly remainingDays: number
      readonly rule: string
    }
  | { readonly step: 'resumed'; readonly on: LocalDate; readonly to: LocalDate; readonly rule: string }
  | { readonly step: 'followed'; readonly parentId: string; readonly from: LocalDate; readonly to: LocalDate }
  /** Interrupted, and counted from nothing again. */
  | {
      readonly step: 'restarted'
      readonly on: LocalDate
      readonly from: LocalDate
      readonly to: LocalDate
      readonly rule: string
    }
  /** The origin above had been recorded as another day. */
  | { readonly step: 'corrected'; readonly was: LocalDate; readonly on: LocalDate; readonly rule: string }

/** The days left of a clock that stands still, as its chain says; undefined where it runs. */
export function remainingDays({ why }: { readonly why: readonly WhyStep[] }): number | undefined {
  const open = why.findLast((step, index) => step.step === 'suspended' && why[index + 1]?.step !== 'resumed')
  return open?.step === 'suspended' ? open.remainingDays : undefined
}
