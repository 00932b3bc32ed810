import { z } from 'zod'
import type { ApprovalCommands } from '../domain/accord/approvals/commands.ts'
import type { ApprovalEvents } from '../domain/accord/approvals/events.ts'
import {
  type CertifiableAct,
  type CertificationRules,
  certifiableActs,
  decisionSubjects,
  type PreparedAct,
} from '../domain/accord/approvals/parts.ts'
import { storedActs } from './approvedActs.ts'
import { officeRef, slug, text } from './primitives.ts'

const act = z.enum(certifiableActs)

/** The rule of a programme: which acts, certified by whom. */
export const certificationRules: z.ZodType<CertificationRules> = z.strictObject({
  acts: z
    .array(act)
    .min(1, 'empty')
    .refine((acts) => new Set(acts).size === acts.length, 'duplicate-act'),
  certifiers: z.array(officeRef).min(1, 'empty').max(50, 'too-many').exactOptional(),
  citation: text,
})

type Prepare = ApprovalCommands['PrepareDecision']

/**
 * The wire form of each command about prepared decisions. What is prepared has the wire form of its own command, which
 * `formOf` gives: a decision that could not be sent cannot be prepared.
 */
export function approvalCommandData(formOf: (act: CertifiableAct) => z.ZodType) {
  return {
    PrepareDecision: z
      .strictObject({ decisionId: slug, act, data: z.unknown().default({}) })
      .transform((given, context): Prepare => {
        const read = formOf(given.act).safeParse(given.data)
        if (read.success) return { ...given, data: read.data } as Prepare
        for (const issue of read.error.issues) {
          context.issues.push({ ...issue, path: ['data', ...issue.path] } as z.core.$ZodRawIssue)
        }
        return z.NEVER
      }),
    CertifyDecision: z.strictObject({ decisionId: slug }),
    SendBackDecision: z.strictObject({ decisionId: slug, reasons: text }),
    WithdrawDecision: z.strictObject({ decisionId: slug, reasons: text.exactOptional() }),
  } satisfies { [T in keyof ApprovalCommands]: z.ZodType<ApprovalCommands[T]> }
}

const stored = z.string()
const about = z.strictObject({
  subject: z.enum(decisionSubjects),
  ref: stored.exactOptional(),
  version: z.int().exactOptional(),
})
const known = { decisionId: stored, act }

/** The stored forms of what can be prepared, each under the name of its act. */
const prepared: z.ZodType<ApprovalEvents['DecisionPrepared']> = z.discriminatedUnion(
  'act',
  certifiableActs.map((name) =>
    z.strictObject({
      act: z.literal(name),
      data: storedActs[name],
      decisionId: stored,
      about,
      supersedes: z.array(stored),
    }),
  ) as unknown as [Certified, ...Certified[]],
) as unknown as z.ZodType<ApprovalEvents['DecisionPrepared']>

type Certified = z.ZodObject<{ act: z.ZodLiteral<PreparedAct['act']> }>

/** The stored shape of each event about prepared decisions. */
export const approvalEventData = {
  DecisionPrepared: prepared,
  DecisionCertified: z.strictObject({ ...known, about, preparedBy: stored }),
  DecisionSentBack: z.strictObject({ ...known, reasons: stored }),
  DecisionWithdrawn: z.strictObject({ ...known, reasons: stored.exactOptional() }),
} satisfies { [T in keyof ApprovalEvents]: z.ZodType<ApprovalEvents[T]> }
