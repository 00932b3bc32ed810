import { z } from 'zod'
import type { MonitoringCommands } from '../domain/accord/monitoring/commands.ts'
import type { MonitoringEvents } from '../domain/accord/monitoring/events.ts'
import { gateableActs, type MidTermRule, type MonitoringRules } from '../domain/accord/monitoring/rules.ts'
import type { TermRule } from '../domain/accord/terms.ts'
import type { Period } from '../domain/time/period.ts'
import { moneyOrNone, period, romanNumeral, slug, storedDay, text } from './primitives.ts'

/** As ids of periods look; which of them there are depends on the accord. */
const periodId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/, 'not-a-monitoring-period')
const count = z.number().min(0, 'not-a-count').max(1e12, 'not-a-count')

const indicator = z.strictObject({ id: slug, name: text, target: count, done: count, unit: text })

const actions = z.array(romanNumeral).min(1, 'empty').max(80, 'too-many')

/** The wire form of each command about monitoring. */
export const monitoringCommandData = {
  SubmitMonitoringReport: z.strictObject({
    period: periodId,
    progress: z
      .array(
        z.strictObject({
          numeral: romanNumeral,
          indicators: z.array(indicator).max(50, 'too-many').default([]),
          spent: moneyOrNone.exactOptional(),
          note: text.exactOptional(),
        }),
      )
      .max(80, 'too-many')
      .default([]),
    note: text.exactOptional(),
  }),
  ReturnMonitoringReport: z.strictObject({ period: periodId, reasons: text }),
  AcceptMonitoringReport: z.strictObject({ period: periodId, note: text.exactOptional() }),
  ReopenMonitoringReport: z.strictObject({
    period: periodId,
    actions: actions.exactOptional(),
    reasons: text,
  }),
  LiftMonitoringGate: z.strictObject({ period: periodId, reasons: text }),
} satisfies { [T in keyof MonitoringCommands]: z.ZodType<MonitoringCommands[T]> }

const stored = z.string()
const storedSpent = z.strictObject({ cents: z.int().min(0), currency: z.literal('EUR') })
const storedProgress = z.strictObject({
  numeral: stored,
  indicators: z.array(
    z.strictObject({ id: stored, name: stored, target: z.number(), done: z.number(), unit: stored }),
  ),
  spent: storedSpent.exactOptional(),
  note: stored.exactOptional(),
})
const counting = z.enum(['calendar', 'start'])
const version = { period: stored, reportVersion: z.int().min(1) }

/** The stored shape of each event about monitoring. */
export const monitoringEventData = {
  MonitoringScheduled: z.strictObject({
    from: storedDay,
    every: period,
    count: counting,
    midTermOn: storedDay.exactOptional(),
  }),
  MonitoringReportSubmitted: z.strictObject({
    ...version,
    kind: z.enum(['periodic', 'midTerm']),
    from: storedDay,
    to: storedDay,
    progress: z.array(storedProgress),
    note: stored.exactOptional(),
  }),
  MonitoringReportReturned: z.strictObject({ ...version, reasons: stored }),
  MonitoringReportAccepted: z.strictObject({ ...version, note: stored.exactOptional() }),
  MonitoringReportReopened: z.strictObject({
    ...version,
    actions: z.array(stored).exactOptional(),
    reasons: stored,
  }),
  MonitoringGateLifted: z.strictObject({ period: stored, deadlineIds: z.array(stored), reasons: stored }),
} satisfies { [T in keyof MonitoringEvents]: z.ZodType<MonitoringEvents[T]> }

/** Forward, and no shorter than a week: nobody reports every day, and nobody reads it. */
const every = period.refine(
  (length) => !length.startsWith('-') && !/^P[1-6]D$/.test(length),
  'not-a-reporting-period',
)

/** Twelve months must be a whole number of calendar periods, or there is no first of them in a year. */
function isOfCalendar(length: Period): boolean {
  return /^P([123456]|12)M$/.test(length) ? length !== 'P5M' : length === 'P1Y'
}

/** The rules of a programme about monitoring; its terms have the form of the other terms. */
export function monitoringRulesOf(term: z.ZodType<TermRule>): z.ZodType<MonitoringRules> {
  const after: z.ZodType<MidTermRule> = z.union([
    z.strictObject({ after: every, term }),
    z.strictObject({ fraction: z.number().gt(0, 'not-a-fraction').lt(1, 'not-a-fraction'), term }),
  ])
  return z
    .strictObject({
      every: every.exactOptional(),
      count: counting.exactOptional(),
      from: z.enum(['planApproval', 'actionsStart', 'inForce']).exactOptional(),
      term,
      resubmission: term.exactOptional(),
      review: term.exactOptional(),
      midTerm: after.exactOptional(),
      gates: z.array(z.enum(gateableActs)).max(gateableActs.length, 'too-many').exactOptional(),
      citation: text,
    })
    .refine(
      ({ every: length, count: how }) => how !== 'calendar' || length === undefined || isOfCalendar(length),
      {
        error: 'not-a-calendar-period',
        path: ['every'],
      },
    )
}
