import { z } from 'zod'
import type { MoneyCommands } from '../domain/accord/money/commands.ts'
import type { MoneyEvents } from '../domain/accord/money/events.ts'
import type { MoneyRules, Tranche } from '../domain/accord/money/rules.ts'
import { planAction } from './plan.ts'
import { localDate, money, moneyOrNone, romanNumeral, slug, text } from './primitives.ts'

const deduction = z.strictObject({ amount: money, cause: text }).exactOptional()
const line = z.strictObject({ numeral: romanNumeral, heading: slug.exactOptional(), amount: money })

/** What each action may cost; a line for each heading, or one for the whole action. */
export const moneyLines = z.array(line).min(1, 'empty').max(500, 'too-many')

/** What each action has cost, nothing included: a sum reported by mistake can be taken back. */
const spendingLines = z
  .array(line.extend({ amount: moneyOrNone }))
  .min(1, 'empty')
  .max(500, 'too-many')

/** The wire form of each command about money. */
export const moneyCommandData = {
  AssignFunds: z.strictObject({ amount: money, reasons: text.exactOptional() }),
  PayAdvance: z.strictObject({ amount: money, deduction }),
  PayInterim: z.strictObject({ trancheId: slug, amount: money, deduction }),
  PayBalance: z.strictObject({ amount: money, deduction }),
  ReportSpending: z.strictObject({ until: localDate, lines: spendingLines }),
  RequestAmendment: z.strictObject({
    amendmentId: slug,
    actions: z.array(planAction).max(80, 'too-many').exactOptional(),
    budget: moneyLines.exactOptional(),
    reasons: text,
  }),
  ApproveAmendment: z.strictObject({ amendmentId: slug, reasons: text.exactOptional() }),
  RefuseAmendment: z.strictObject({ amendmentId: slug, reasons: text }),
  SettleAccord: z.strictObject({ recognised: moneyOrNone, reasons: text.exactOptional() }),
} satisfies { [T in keyof MoneyCommands]: z.ZodType<MoneyCommands[T]> }

export const storedMoney = z.strictObject({ cents: z.int().min(1), currency: z.literal('EUR') })
export const storedMoneyOrNone = z.strictObject({ cents: z.int().min(0), currency: z.literal('EUR') })

const cents = z.int().min(0)
const storedText = z.string()
const storedDeduction = z.strictObject({ amount: storedMoney, cause: storedText }).exactOptional()
const trancheId = storedText
export const storedPayment = { amount: storedMoney, deduction: storedDeduction }
const storedLine = z.strictObject({
  numeral: storedText,
  heading: storedText.exactOptional(),
  amount: storedMoney,
})
export const storedLines = z.array(storedLine)

/** The stored shape of each event about money. */
export const moneyEventData = {
  FundsAssigned: z.strictObject({ amount: storedMoney, reasons: storedText.exactOptional() }),
  AdvancePaid: z.strictObject({ ...storedPayment, trancheId: trancheId.exactOptional() }),
  InterimPaid: z.strictObject({ ...storedPayment, trancheId }),
  BalancePaid: z.strictObject({ ...storedPayment, trancheId: trancheId.exactOptional() }),
  SpendingReported: z.strictObject({
    until: localDate,
    lines: z.array(storedLine.extend({ amount: storedMoneyOrNone })),
  }),
  AmendmentRequested: z.strictObject({
    amendmentId: storedText,
    actions: z.array(planAction).exactOptional(),
    budget: storedLines.exactOptional(),
    reasons: storedText,
  }),
  AmendmentApproved: z.strictObject({
    amendmentId: storedText,
    how: z.enum(['approved', 'communicated']),
    planVersion: z.int().exactOptional(),
    budgetVersion: z.int().exactOptional(),
    reasons: storedText.exactOptional(),
  }),
  AmendmentRefused: z.strictObject({ amendmentId: storedText, reasons: storedText }),
  AccordSettled: z.strictObject({
    recognised: storedMoneyOrNone,
    paidCents: cents,
    balanceCents: cents,
    recoverCents: cents,
    reasons: storedText.exactOptional(),
  }),
} satisfies { [T in keyof MoneyEvents]: z.ZodType<MoneyEvents[T]> }

const basisPoints = z.int().min(1).max(10_000, 'too-large')
const tranche = {
  id: slug,
  kind: z.enum(['advance', 'interim', 'balance']),
  condition: z
    .union([
      z.strictObject({ fact: z.enum(['planApproved', 'reportApproved']) }),
      z.strictObject({ spentBasisPoints: basisPoints }),
    ])
    .exactOptional(),
  citation: text,
}
const tranches: z.ZodType<Tranche> = z.union([
  z.strictObject({ ...tranche, shareBasisPoints: basisPoints }),
  z.strictObject({ ...tranche, amount: z.union([storedMoney, money]) }),
])

/** How a programme pays; whether its shares make a whole is for the check before it opens. */
export const moneyRules: z.ZodType<MoneyRules> = z.strictObject({
  tranches: z
    .array(tranches)
    .min(1, 'empty')
    .max(20, 'too-many')
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'duplicate-tranche')
    .refine((all) => all.filter(({ kind }) => kind === 'advance').length <= 1, 'duplicate-tranche')
    .refine((all) => all.filter(({ kind }) => kind === 'balance').length <= 1, 'duplicate-tranche'),
  headings: z.array(slug).min(1, 'empty').max(50, 'too-many').exactOptional(),
  overBudget: z.literal('refused').exactOptional(),
  amendments: z
    .strictObject({
      freeBasisPoints: basisPoints.exactOptional(),
      most: z.int().min(1).max(99).exactOptional(),
      closedDays: z.int().min(1).max(9_999).exactOptional(),
      citation: text,
    })
    .exactOptional(),
  citation: text,
})
