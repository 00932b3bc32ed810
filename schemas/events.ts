import { z } from 'zod'
import { type AccordEvents, type EventType, reversibleTypes } from '../domain/accord/events.ts'
import type { Act } from '../domain/accord/parts.ts'
import type { Notice } from '../domain/decider.ts'
import { approvalEventData } from './approvals.ts'
import { datedFacts, extensionScope, proposals } from './commands.ts'
import { deadline, suspensionGround as ground, rule } from './deadlines.ts'
import { documentEventData } from './documents.ts'
import { exitEventData } from './exits.ts'
import { moneyEventData, storedLines, storedMoney } from './money.ts'
import { monitoringEventData } from './monitoring.ts'
import { planAction, planSection } from './plan.ts'
import {
  actor,
  citation,
  documentRef,
  storedInstant as instant,
  storedDay as localDate,
  regionId,
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

const text = z.string()
const party = z.enum(['ministry', 'region'])
const partDates = z.array(z.strictObject({ id: text, until: localDate })).exactOptional()
const until = z.strictObject({
  activities: localDate.exactOptional(),
  finalReport: localDate.exactOptional(),
  actions: partDates,
  milestones: partDates,
})
const addendum = z.strictObject({ amount: storedMoney.exactOptional(), signBy: localDate })
const signed = {
  party,
  kind: z.enum(['digital', 'handwritten', 'unknown']),
  signerRef: text,
  signedAt: instant.exactOptional(),
}
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
  AccordSigned: z.strictObject(signed),
  AccordEnteredIntoForce: z.strictObject({}),
  RegionalActRecorded: z.strictObject({ title: text }),
  ...moneyEventData,
  ...exitEventData,
  ...monitoringEventData,
  ...documentEventData,
  ...approvalEventData,
  PlanSubmitted: z.strictObject({
    planVersion: z.int(),
    sections: z.array(planSection),
    actions: z.array(planAction),
    activitiesUntil: localDate.exactOptional(),
    budget: storedLines.exactOptional(),
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
  ExtensionRequested: z.strictObject({
    ...extension,
    holds: z.array(text),
    targets: z.array(text).exactOptional(),
    attachmentsBy: localDate.exactOptional(),
  }),
  ExtensionAttachmentsSupplied: z.strictObject({ extensionId: text, note: text.exactOptional() }),
  ExtensionInstructed: z.strictObject({
    extensionId: text,
    proposal: proposals,
    note: text.exactOptional(),
  }),
  ExtensionGranted: z.strictObject({
    ...extension,
    exOfficio: z.boolean(),
    inPart: z.boolean(),
    effects: z.array(effect),
    addendum: addendum.exactOptional(),
    targets: z.array(text).exactOptional(),
    holds: z.array(text).exactOptional(),
  }),
  AddendumSigned: z.strictObject({ extensionId: text, ...signed }),
  ExtensionTookEffect: z.strictObject({ extensionId: text, effects: z.array(effect) }),
  ExtensionLapsed: z.strictObject({
    extensionId: text,
    cause: z.enum(['addendumUnsigned', 'obligationMet', 'accordEnded']),
  }),
  ExtensionRevoked: z.strictObject({ extensionId: text, reasons: text, effects: z.array(effect) }),
  ExtensionRefused: z.strictObject({ extensionId: text, reasons: text }),
  CalendarApplied: z.strictObject({
    calendarId: text,
    calendarVersion: text,
    reasons: text,
    effects: z.array(effect),
  }),
  SuspensionStarted: z.strictObject({
    suspensionId: text,
    ground,
    rule,
    on: localDate,
    until: localDate.exactOptional(),
    reasons: text,
    deadlineIds: z.array(text),
    isGeneral: z.boolean(),
    effects: z.array(effect),
  }),
  SuspensionEnded: z.strictObject({
    suspensionId: text,
    how: z.enum(['answered', 'expiry', 'ended', 'decided']),
    until: localDate,
    note: text.exactOptional(),
    effects: z.array(effect),
  }),
  SuspensionRevoked: z.strictObject({ suspensionId: text, reasons: text, effects: z.array(effect) }),
  RulesAdopted: z.strictObject({ rules: programmeRules, from: z.int(), reasons: text }),
  SentToControl: z.strictObject({}),
  ControlEnded: z.strictObject({
    outcome: z.enum(['registered', 'refused', 'silence']),
    note: text.exactOptional(),
  }),
  DateCorrected: z.strictObject({
    what: datedFacts,
    ref: text.exactOptional(),
    from: localDate,
    to: localDate,
    reasons: text,
    effects: z.array(effect),
  }),
  DecisionReversed: z.strictObject({
    decision: z.enum(reversibleTypes),
    decidedBy: text,
    reasons: text,
    effects: z.array(effect),
  }),
  FinalReportSubmitted: z.strictObject({ reportVersion: z.int(), title: text }),
  ReportIntegrationRequested: asked,
  ReportIntegrationSupplied: noted,
  FinalReportReturned: z.strictObject({ reportVersion: z.int(), reasons: text }),
  FinalReportApproved: z.strictObject({ reportVersion: z.int(), note: text.exactOptional() }),
  AccordConcluded: z.strictObject({ note: text.exactOptional() }),
  DeadlineSet: z.strictObject({ deadline }),
  DeadlineMoved: z.strictObject({
    deadline,
    cause: z.enum([
      ...[
        'extension',
        'revocation',
        'suspension',
        'resumption',
        'parent',
        'calendar',
        'correction',
        'reversal',
      ],
    ] as const),
    from: z.strictObject({ nominal: localDate, effective: localDate }).exactOptional(),
  }),
  DeadlineSuspended: z.strictObject({
    deadlineId: text,
    on: localDate,
    remainingDays: z.int(),
    suspensionId: text.exactOptional(),
    ground: ground.exactOptional(),
    rule: rule.exactOptional(),
  }),
  TargetPassed: z.strictObject({ ...settled, passedAt: instant }),
  DeadlineMet: z.strictObject({ ...settled, inTime: z.boolean(), daysLate: z.int() }),
  DeadlineMissed: z.strictObject({ ...settled, passedAt: instant }),
  DeadlineLifted: z.strictObject({ deadlineId: text }),
} satisfies { [T in EventType]: z.ZodType<AccordEvents[T]> }

export const eventTypes = Object.keys(eventData) as EventType[]
