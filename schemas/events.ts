import { z } from 'zod'
import type { AccordEvents, Deadline, EventType } from '../domain/accord/events.ts'
import type { Act } from '../domain/accord/parts.ts'
import type { Notice } from '../domain/decider.ts'
import type { Adjustment, WhyStep } from '../domain/time/term.ts'
import { extensionScope, planAction, planSection } from './commands.ts'
import {
  actor,
  citation,
  documentRef,
  storedInstant as instant,
  storedDay as localDate,
  period,
  regionId,
  wallTime,
} from './primitives.ts'
import { programmeRules } from './reference.ts'

/**
 * The stored shape of every event: what the domain wrote, checked strictly on read. These are not the
 * wire forms of commands: an amount is cents here, a date has its precision.
 */
const storedDate = z.strictObject({
  date: localDate,
  precision: z.enum(['day', 'month', 'year']),
  assumed: z.boolean(),
})

const storedMoney = z.strictObject({ cents: z.int().min(1), currency: z.literal('EUR') })

export const storedAct: z.ZodType<Act> = z.strictObject({
  on: storedDate,
  receivedAt: instant,
  actor,
  citation: citation.exactOptional(),
  documents: z.array(documentRef),
})

export const storedNotices: z.ZodType<Notice[]> = z.array(
  z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
)

const rule = z.string()
const whyStep: z.ZodType<WhyStep> = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('counted'), start: localDate, period, to: localDate, rule }),
  z.strictObject({ step: z.literal('fixed'), date: localDate, rule }),
  z.strictObject({
    step: z.literal('rolled'),
    from: localDate,
    to: localDate,
    closed: z.array(z.strictObject({ date: localDate, name: z.string(), law: z.string() })),
    rule,
  }),
  z.strictObject({ step: z.literal('cutOff'), time: z.string(), zone: z.string(), passesAt: instant }),
  z.strictObject({
    step: z.literal('extended'),
    extensionId: z.string(),
    from: localDate,
    to: localDate,
    rule,
  }),
  z.strictObject({
    step: z.literal('revoked'),
    extensionId: z.string(),
    on: localDate,
    to: localDate,
    rule,
  }),
  z.strictObject({ step: z.literal('suspended'), on: localDate, remainingDays: z.int(), rule }),
  z.strictObject({ step: z.literal('resumed'), on: localDate, to: localDate, rule }),
  z.strictObject({ step: z.literal('followed'), parentId: z.string(), from: localDate, to: localDate }),
])

const adjustment: z.ZodType<Adjustment> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('extension'),
    extensionId: z.string(),
    until: localDate,
    rule,
    revoked: z.strictObject({ on: localDate, rule }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('suspension'), on: localDate, until: localDate, rule }),
  z.strictObject({ kind: z.literal('parent'), parentId: z.string(), until: localDate }),
])

const termRest = {
  subject: z.enum(['ACT_TO_PERFORM', 'END_OF_PERIOD']),
  policy: z.enum(['CC', 'SAT', 'EU', 'NONE']),
  zone: z.string(),
  cutOff: wallTime.exactOptional(),
  citation: z.string(),
}

const deadline: z.ZodType<Deadline> = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'signature',
    'plan',
    'planReview',
    'planIntegration',
    'planResubmission',
    'planCondition',
    'milestone',
    'activities',
    'finalReport',
    'reportReview',
    'reportIntegration',
    'reportResubmission',
    'extensionDecision',
  ]),
  obligor: z.enum(['ministry', 'region', 'both']),
  revision: z.int().min(1),
  term: z.discriminatedUnion('basis', [
    z.strictObject({ basis: z.literal('PERIOD'), start: localDate, period, ...termRest }),
    z.strictObject({ basis: z.literal('FIXED_DATE'), date: localDate, ...termRest }),
  ]),
  adjustments: z.array(adjustment).exactOptional(),
  ref: z.string().exactOptional(),
  nominal: localDate,
  effective: localDate,
  passesAt: instant,
  zone: z.string(),
  calendar: z.strictObject({ id: z.string(), version: z.string() }),
  why: z.array(whyStep),
})

const text = z.string()
const party = z.enum(['ministry', 'region'])
const until = z.strictObject({
  activities: localDate.exactOptional(),
  finalReport: localDate.exactOptional(),
})
const extension = { extensionId: text, scope: extensionScope, until, reasons: text }
const effect = z.strictObject({
  deadlineId: text,
  fromNominal: localDate,
  fromEffective: localDate,
  toNominal: localDate,
  toEffective: localDate,
})
const condition = z.strictObject({ id: text, text, dueOn: localDate.exactOptional() })
const numeral = z.strictObject({ numeral: text })
const noted = z.strictObject({ note: text })
const asked = z.strictObject({ request: text })
const paid = z.strictObject({ amount: storedMoney })
const settled = { deadlineId: text, revision: z.int() }

/** The latest version of each stored event type. */
export const eventData = {
  AccordProposed: z.strictObject({
    programmeId: text,
    regionId,
    title: text,
    fund: text.exactOptional(),
    rules: programmeRules,
  }),
  AccordSigned: z.strictObject({
    party,
    kind: z.enum(['digital', 'handwritten', 'unknown']),
    signerRef: text,
    signedAt: instant.exactOptional(),
  }),
  AccordEnteredIntoForce: z.strictObject({}),
  RegionalActRecorded: z.strictObject({ title: text }),
  AdvancePaid: paid,
  PlanSubmitted: z.strictObject({
    planVersion: z.int(),
    sections: z.array(planSection),
    actions: z.array(planAction),
    activitiesUntil: localDate.exactOptional(),
  }),
  PlanIntegrationRequested: asked,
  PlanIntegrationSupplied: noted,
  PlanReturned: z.strictObject({ planVersion: z.int(), reasons: text }),
  PlanApproved: z.strictObject({ planVersion: z.int(), conditions: z.array(condition) }),
  PlanConditionMet: z.strictObject({ conditionId: text }),
  ActionStarted: numeral,
  MilestoneSignalled: z.strictObject({ milestoneId: text, note: text.exactOptional() }),
  ActionCompleted: numeral,
  ActivitiesEnded: z.strictObject({ how: z.enum(['signalled', 'expiry']) }),
  ExtensionRequested: z.strictObject({ ...extension, holds: z.array(text) }),
  ExtensionGranted: z.strictObject({
    ...extension,
    exOfficio: z.boolean(),
    inPart: z.boolean(),
    effects: z.array(effect),
  }),
  ExtensionRevoked: z.strictObject({ extensionId: text, reasons: text, effects: z.array(effect) }),
  ExtensionRefused: z.strictObject({ extensionId: text, reasons: text }),
  CalendarApplied: z.strictObject({
    calendarId: text,
    calendarVersion: text,
    reasons: text,
    effects: z.array(effect),
  }),
  FinalReportSubmitted: z.strictObject({ reportVersion: z.int(), title: text }),
  ReportIntegrationRequested: asked,
  ReportIntegrationSupplied: noted,
  FinalReportReturned: z.strictObject({ reportVersion: z.int(), reasons: text }),
  FinalReportApproved: z.strictObject({ reportVersion: z.int(), note: text.exactOptional() }),
  BalancePaid: paid,
  AccordConcluded: z.strictObject({ note: text.exactOptional() }),
  DeadlineSet: z.strictObject({ deadline }),
  DeadlineMoved: z.strictObject({
    deadline,
    cause: z.enum(['extension', 'revocation', 'resumption', 'parent', 'calendar']),
  }),
  DeadlineSuspended: z.strictObject({ deadlineId: text, on: localDate, remainingDays: z.int() }),
  DeadlineMet: z.strictObject({ ...settled, inTime: z.boolean(), daysLate: z.int() }),
  DeadlineMissed: z.strictObject({ ...settled, passedAt: instant }),
  DeadlineLifted: z.strictObject({ deadlineId: text }),
} satisfies { [T in EventType]: z.ZodType<AccordEvents[T]> }

export const eventTypes = Object.keys(eventData) as EventType[]
