import { z } from 'zod'
import type { AccordCommand, CommandOf, CommandType } from '../domain/accord/commands.ts'
import { approvalCommandData } from './approvals.ts'
import { documentCommandData } from './documents.ts'
import { exitCommandData } from './exits.ts'
import { moneyCommandData, moneyLines } from './money.ts'
import { monitoringCommandData } from './monitoring.ts'
import { planAction, planSection } from './plan.ts'
import {
  actDate,
  actor,
  citation,
  commandId,
  documentRef,
  instant,
  localDate,
  money,
  officeRef,
  regionId,
  romanNumeral,
  slug,
  text,
  wallTime,
} from './primitives.ts'

const condition = z.strictObject({ id: slug, text, dueOn: localDate.exactOptional() })
const party = z.enum(['ministry', 'region'])
const signature = { party, kind: z.enum(['digital', 'handwritten', 'unknown']), signerRef: officeRef }
const partDates = <T extends z.ZodType<string>>(id: T) =>
  z
    .array(z.strictObject({ id, until: localDate }))
    .min(1, 'empty')
    .max(100, 'too-many')
    .exactOptional()
const until = z.strictObject({
  activities: localDate.exactOptional(),
  finalReport: localDate.exactOptional(),
  actions: partDates(romanNumeral),
  milestones: partDates(slug),
})
export const extensionScope = z.enum(['activities', 'finalReport', 'both', 'parts'])
export const proposals = z.enum(['grant', 'grantInPart', 'refuse'])
export const datedFacts = z.enum([
  'proposal',
  'inForce',
  'actionStart',
  'actionCompletion',
  'milestone',
  'activitiesEnd',
  'deadline',
])
const deadlineId = z
  .string()
  .regex(/^[A-Za-z]{1,64}(:[A-Za-z0-9][A-Za-z0-9._-]{0,63})?$/, 'not-a-deadline-id')
const aboutExtension = { extensionId: slug, note: text.exactOptional() }
const addendum = z.strictObject({ amount: money.exactOptional(), signBy: localDate })
const extension = { extensionId: slug, scope: extensionScope, until, reasons: text }

/** What each command's `data` must look like on the wire; the command line derives its options from it. */
export const commandData = {
  ProposeAccord: z.strictObject({
    programmeId: slug,
    regionId,
    title: text,
    fund: text.exactOptional(),
    signBy: z.strictObject({ date: localDate, time: wallTime.exactOptional() }).exactOptional(),
  }),
  SignAccord: z.strictObject({ ...signature, signedAt: instant.exactOptional() }),
  RecordRegionalAct: z.strictObject({ title: text }),
  SubmitPlan: z.strictObject({
    sections: z.array(planSection).max(10, 'too-many'),
    actions: z.array(planAction).max(80, 'too-many'),
    activitiesUntil: localDate.exactOptional(),
    budget: moneyLines.exactOptional(),
  }),
  RequestPlanIntegration: z.strictObject({ request: text }),
  SupplyPlanIntegration: z.strictObject({ note: text }),
  ReturnPlan: z.strictObject({ reasons: text }),
  ApprovePlan: z.strictObject({
    conditions: z.array(condition).max(50, 'too-many').default([]),
    activitiesUntil: localDate.exactOptional(),
  }),
  MeetPlanCondition: z.strictObject({ conditionId: slug }),
  StartAction: z.strictObject({ numeral: romanNumeral }),
  SignalMilestone: z.strictObject({ milestoneId: slug, note: text.exactOptional() }),
  CompleteAction: z.strictObject({ numeral: romanNumeral }),
  EndActivities: z.strictObject({}),
  RequestExtension: z.strictObject({ ...extension, attachmentsBy: localDate.exactOptional() }),
  SupplyExtensionAttachments: z.strictObject(aboutExtension),
  InstructExtension: z.strictObject({ ...aboutExtension, proposal: proposals }),
  GrantExtension: z.strictObject({ ...extension, addendum: addendum.exactOptional() }),
  SignAddendum: z.strictObject({ extensionId: slug, ...signature, signedAt: instant.exactOptional() }),
  RefuseExtension: z.strictObject({ extensionId: slug, reasons: text }),
  RevokeExtension: z.strictObject({ extensionId: slug, reasons: text }),
  ApplyCalendar: z.strictObject({
    calendarVersion: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'not-a-date'),
    reasons: text,
  }),
  StartSuspension: z.strictObject({
    suspensionId: slug,
    ground: z.enum(['art2c7', 'art10bis', 'law', 'control']),
    deadlineIds: z.array(deadlineId).min(1, 'empty').max(200, 'too-many').exactOptional(),
    from: localDate.exactOptional(),
    until: localDate.exactOptional(),
    reasons: text,
  }),
  SupplyInformation: z.strictObject({ suspensionId: slug, note: text }),
  EndSuspension: z.strictObject({ suspensionId: slug, reasons: text }),
  RevokeSuspension: z.strictObject({ suspensionId: slug, reasons: text }),
  AdoptRules: z.strictObject({ rulesVersion: z.int().min(1), reasons: text }),
  SendToControl: z.strictObject({}),
  RecordControl: z.strictObject({
    outcome: z.enum(['registered', 'refused']),
    note: text.exactOptional(),
  }),
  CorrectDate: z.strictObject({
    what: datedFacts,
    ref: z.string().min(1, 'empty').max(129, 'too-long').exactOptional(),
    to: localDate,
    reasons: text,
  }),
  ReverseLastDecision: z.strictObject({ reasons: text }),
  SubmitFinalReport: z.strictObject({ title: text }),
  RequestReportIntegration: z.strictObject({ request: text }),
  SupplyReportIntegration: z.strictObject({ note: text }),
  ReturnFinalReport: z.strictObject({ reasons: text }),
  ApproveFinalReport: z.strictObject({ note: text.exactOptional() }),
  ConcludeAccord: z.strictObject({ note: text.exactOptional() }),
  ...moneyCommandData,
  ...exitCommandData,
  ...monitoringCommandData,
  ...documentCommandData,
  ...approvalCommandData((act): z.ZodType => commandData[act]),
  PassDeadline: z.strictObject({
    deadlineId,
    revision: z.int(),
    tier: z.literal('target').exactOptional(),
  }),
} satisfies { [T in CommandType]: z.ZodType<CommandOf<T>['data']> }

export const commandTypes = Object.keys(commandData) as CommandType[]

/** The parts of the wire form that every act shares, beside `type` and `data`. */
export const envelope = z.strictObject({
  commandId,
  accordId: slug,
  on: actDate,
  receivedAt: instant,
  actor,
  citation: citation.exactOptional(),
  documents: z.array(documentRef).max(50, 'too-many').default([]),
})

/** Built once: zod compiles a schema when it first checks something with it. */
const bodies = Object.fromEntries(
  commandTypes.map((type) => [type, z.strictObject({ data: commandData[type] })]),
) as unknown as Record<CommandType, z.ZodType<{ data: unknown }>>

const tagged = z.looseObject({ type: z.enum(commandTypes as [CommandType, ...CommandType[]]) })

/** Reads untrusted JSON into a command; unknown fields are refused by name. */
export const command = z.unknown().transform((value, context): AccordCommand => {
  const head = tagged.safeParse(value)
  if (!head.success) return fail(context, head.error)
  const { type, data, ...rest } = head.data
  const body = bodies[type].safeParse({ data: data ?? {} })
  const shared = envelope.safeParse(rest)
  if (!body.success || !shared.success) {
    if (!shared.success) fail(context, shared.error)
    return body.success ? z.NEVER : fail(context, body.error)
  }
  const { commandId: id, accordId, ...act } = shared.data
  return { type, commandId: id, accordId, act, data: body.data.data } as AccordCommand
})

type Issues = { issues: z.core.$ZodRawIssue[] }

function fail(context: Issues, error: z.ZodError): never {
  for (const issue of error.issues) context.issues.push({ ...issue } as z.core.$ZodRawIssue)
  return z.NEVER
}
