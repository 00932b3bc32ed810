import { z } from 'zod'
import type { CertifiableAct } from '../domain/accord/approvals/parts.ts'
import type { AccordCommands } from '../domain/accord/commands.ts'
import { recoveryCauses, revocationExtents } from '../domain/accord/exits/parts.ts'
import { storedMoney, storedMoneyOrNone, storedPayment } from './money.ts'
import { storedDay as day } from './primitives.ts'

const text = z.string()
const note = text.exactOptional()
const dueOn = day.exactOptional()
const because = z.strictObject({ reasons: text })
const requested = z.strictObject({ request: text })
const noted = z.strictObject({ note })
const paid = z.strictObject(storedPayment)
const parts = z.array(z.strictObject({ id: text, until: day })).exactOptional()
const extension = z.strictObject({ extensionId: text, reasons: text })
const suspension = z.strictObject({ suspensionId: text, reasons: text })
const order = { recoveryId: text, amount: storedMoney, dueOn }
const recovery = z.strictObject(order).exactOptional()

/**
 * What each act that can be prepared says, as the record keeps it until it is certified: amounts in cents. Apart from
 * the forms on the wire, which may become stricter while prepared decisions stay readable.
 */
export const storedActs = {
  RequestPlanIntegration: requested,
  ReturnPlan: because,
  ApprovePlan: z.strictObject({
    conditions: z.array(z.strictObject({ id: text, text, dueOn })),
    activitiesUntil: day.exactOptional(),
  }),
  GrantExtension: z.strictObject({
    extensionId: text,
    scope: z.enum(['activities', 'finalReport', 'both', 'parts']),
    until: z.strictObject({
      activities: day.exactOptional(),
      finalReport: day.exactOptional(),
      actions: parts,
      milestones: parts,
    }),
    reasons: text,
    addendum: z.strictObject({ amount: storedMoney.exactOptional(), signBy: day }).exactOptional(),
  }),
  RefuseExtension: extension,
  RevokeExtension: extension,
  StartSuspension: z.strictObject({
    suspensionId: text,
    ground: z.enum(['art2c7', 'art10bis', 'law', 'control']),
    deadlineIds: z.array(text).exactOptional(),
    from: day.exactOptional(),
    until: day.exactOptional(),
    reasons: text,
  }),
  EndSuspension: suspension,
  RevokeSuspension: suspension,
  AdoptRules: z.strictObject({ rulesVersion: z.int(), reasons: text }),
  ApplyCalendar: z.strictObject({ calendarVersion: text, reasons: text }),
  CorrectDate: z.strictObject({
    what: z.enum([
      ...['proposal', 'inForce', 'actionStart', 'actionCompletion', 'milestone', 'activitiesEnd', 'deadline'],
    ] as const),
    ref: text.exactOptional(),
    to: day,
    reasons: text,
  }),
  ReverseLastDecision: because,
  RequestReportIntegration: requested,
  ReturnFinalReport: because,
  ApproveFinalReport: noted,
  ConcludeAccord: noted,
  AssignFunds: z.strictObject({ amount: storedMoney, reasons: text.exactOptional() }),
  PayAdvance: paid,
  PayInterim: z.strictObject({ trancheId: text, ...storedPayment }),
  PayBalance: paid,
  SettleAccord: z.strictObject({ recognised: storedMoneyOrNone, reasons: text.exactOptional() }),
  ApproveAmendment: z.strictObject({ amendmentId: text, reasons: text.exactOptional() }),
  RefuseAmendment: z.strictObject({ amendmentId: text, reasons: text }),
  ReturnMonitoringReport: z.strictObject({ period: text, reasons: text }),
  AcceptMonitoringReport: z.strictObject({ period: text, note }),
  LiftMonitoringGate: z.strictObject({ period: text, reasons: text }),
  RefuseWithdrawal: because,
  AcceptWithdrawal: z.strictObject({ note, recovery }),
  RefuseNonUse: because,
  AcceptNonUse: z.strictObject({ recoveryId: text, dueOn, note }),
  StartRevocation: z.strictObject({ grounds: text }),
  OrderRevocation: z.strictObject({
    extent: z.enum(revocationExtents),
    actions: z.array(text),
    reasons: text,
    recovery,
  }),
  DropRevocation: because,
  OrderRecovery: z.strictObject({ ...order, cause: z.enum(recoveryCauses), reasons: text }),
  ReduceRecovery: z.strictObject({ recoveryId: text, amount: storedMoney.exactOptional(), reasons: text }),
  ReopenAccord: because,
} satisfies { [T in CertifiableAct]: z.ZodType<AccordCommands[T]> }
