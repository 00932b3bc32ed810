import { z } from 'zod'
import type { ExitCommands } from '../domain/accord/exits/commands.ts'
import type { ExitEvents } from '../domain/accord/exits/events.ts'
import { recoveryCauses, revocationExtents } from '../domain/accord/exits/parts.ts'
import { phaseNames } from '../domain/accord/state.ts'
import { storedMoney } from './money.ts'
import { localDate, money, romanNumeral, slug, text } from './primitives.ts'

const reasons = z.strictObject({ reasons: text })
const note = text.exactOptional()
const dueOn = localDate.exactOptional()
const order = { recoveryId: slug, amount: money, dueOn }
const recovery = z.strictObject(order).exactOptional()

/** The wire form of each command about exits and recoveries. */
export const exitCommandData = {
  NotifyWithdrawal: reasons,
  TakeBackWithdrawal: reasons,
  RefuseWithdrawal: reasons,
  AcceptWithdrawal: z.strictObject({ note, recovery }),
  DeclareNonUse: reasons,
  RefuseNonUse: reasons,
  AcceptNonUse: z.strictObject({ recoveryId: slug, dueOn, note }),
  StartRevocation: z.strictObject({ grounds: text }),
  SupplyRevocationObservations: z.strictObject({ note: text }),
  OrderRevocation: z.strictObject({
    extent: z.enum(revocationExtents),
    actions: z.array(romanNumeral).max(80, 'too-many').default([]),
    reasons: text,
    recovery,
  }),
  DropRevocation: reasons,
  OrderRecovery: z.strictObject({ ...order, cause: z.enum(recoveryCauses), reasons: text }),
  RecordRepayment: z.strictObject({ recoveryId: slug, repaymentId: slug, amount: money }),
  ReduceRecovery: z.strictObject({ recoveryId: slug, amount: money.exactOptional(), reasons: text }),
  ReopenAccord: reasons,
} satisfies { [T in keyof ExitCommands]: z.ZodType<ExitCommands[T]> }

const stored = z.string()
const because = z.strictObject({ reasons: stored })
const noted = z.strictObject({ note: stored.exactOptional() })
const cents = z.int().min(0)
const phase = z.enum(phaseNames)

/** The stored shape of each event about exits and recoveries. */
export const exitEventData = {
  WithdrawalNotified: because,
  WithdrawalTakenBack: because,
  WithdrawalRefused: because,
  WithdrawalAccepted: noted,
  NonUseDeclared: because,
  NonUseRefused: because,
  NonUseAccepted: noted,
  RevocationStarted: z.strictObject({ grounds: stored, deadlineId: stored }),
  RevocationObservationsSupplied: z.strictObject({ note: stored }),
  RevocationOrdered: z.strictObject({
    extent: z.enum(revocationExtents),
    actions: z.array(stored),
    reasons: stored,
  }),
  RevocationDropped: because,
  RecoveryOrdered: z.strictObject({
    recoveryId: stored,
    amount: storedMoney,
    cause: z.enum(recoveryCauses),
    reasons: stored,
  }),
  RepaymentRecorded: z.strictObject({
    recoveryId: stored,
    repaymentId: stored,
    amount: storedMoney,
    leftCents: cents,
  }),
  RecoveryReduced: z.strictObject({
    recoveryId: stored,
    fromCents: cents,
    toCents: cents,
    leftCents: cents,
    reasons: stored,
  }),
  AccordClosed: z.strictObject({}),
  AccordReopened: z.strictObject({ from: phase, to: phase, reasons: stored }),
} satisfies { [T in keyof ExitEvents]: z.ZodType<ExitEvents[T]> }
