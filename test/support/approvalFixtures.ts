import type { CertifiableAct, PreparedAct } from '../../domain/accord/approvals/parts.ts'
import type { AccordCommands, CommandOf } from '../../domain/accord/commands.ts'
import type { Actor } from '../../domain/accord/parts.ts'
import type { AccordContext, ProgrammeRules } from '../../domain/accord/terms.ts'
import { context, endActivities, type How, order, planUnderReview, rules, submitReport } from './fixtures.ts'

/** The fixture's programme with decisions that `dg-prova` prepares and another person certifies. */
export const certification = {
  acts: [
    ...(['ApprovePlan', 'ReturnPlan', 'GrantExtension', 'RefuseExtension', 'ReverseLastDecision'] as const),
    ...(['ApproveFinalReport', 'PayAdvance', 'PayBalance', 'ConcludeAccord', 'AdoptRules'] as const),
    ...(['OrderRevocation', 'AcceptWithdrawal', 'ReopenAccord', 'ReduceRecovery', 'CorrectDate'] as const),
  ],
  citation: 'art. 4 delle regole di prova',
} as const

export const certifiedRules: ProgrammeRules = { ...rules, certification }

/** The fixture's context with other rules for its programme. */
export function under(changed: Partial<ProgrammeRules>): AccordContext {
  const prova = { ...certifiedRules, ...changed }
  return { ...context, programmes: { ...context.programmes, prova } }
}

export const certifiedContext = under({})

export const certifier: Actor = { role: 'ministry', id: 'dirigente-prova' }
export const otherCertifier: Actor = { role: 'ministry', id: 'vicario-prova' }

/** Prepared by `dg-prova`, unless `how` says otherwise. */
export function prepares<T extends CertifiableAct>(
  decisionId: string,
  when: string,
  act: T,
  data: AccordCommands[T],
  how: How = {},
): CommandOf<'PrepareDecision'> {
  const prepared = { act, data } as unknown as PreparedAct
  return order('PrepareDecision', when, { decisionId, ...prepared }, how)
}

export function certifies(decisionId: string, when: string, by: Actor = certifier, how: How = {}) {
  return order('CertifyDecision', when, { decisionId }, { by, ...how })
}

export function sendsBack(decisionId: string, when: string, by: Actor = certifier) {
  return order('SendBackDecision', when, { decisionId, reasons: 'quadro economico da rivedere' }, { by })
}

export function withdraws(decisionId: string, when: string, how: How = {}) {
  return order('WithdrawDecision', when, { decisionId, reasons: 'errore nel testo' }, how)
}

/** Until the approval of the report, with the plan and the report approved by two people each. */
export const certifiedLife = [
  ...planUnderReview,
  prepares('piano', '2018-03-20', 'ApprovePlan', { conditions: [] }),
  certifies('piano', '2018-03-21'),
  endActivities,
  submitReport,
  prepares('relazione', '2019-03-14', 'ApproveFinalReport', {}),
  certifies('relazione', '2019-03-15'),
]
