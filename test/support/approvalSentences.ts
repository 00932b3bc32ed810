import type { ApprovalEvents } from '../../domain/accord/approvals/events.ts'
import type { approvalRefusals } from '../../domain/accord/approvals/refusals.ts'
import type { Params } from '../../domain/decider.ts'

type Sample<T extends keyof ApprovalEvents> = readonly [
  data: ApprovalEvents[T],
  italian: string,
  english: string,
]

const known = { decisionId: 'd-2', act: 'ApprovePlan' } as const
const about = { subject: 'plan', version: 2 } as const

/** One event of each type about prepared decisions, and its sentence. */
export const approvalSentences: { readonly [T in keyof ApprovalEvents]: Sample<T> } = {
  DecisionPrepared: [
    { decisionId: 'd-2', act: 'ApprovePlan', data: { conditions: [] }, about, supersedes: ['d-1'] },
    'Preparata la decisione «d-2»: Approvazione del piano integrato (piano integrato, versione 2). Attende la certificazione e sostituisce d-1.',
    'Decision “d-2” prepared: Approve the integrated plan (integrated plan, version 2). It awaits certification and replaces d-1.',
  ],
  DecisionCertified: [
    { ...known, about, preparedBy: 'ufficio-ii' },
    'Certificata la decisione «d-2», preparata da ufficio-ii: Approvazione del piano integrato (piano integrato, versione 2).',
    'Decision “d-2”, prepared by ufficio-ii, certified: Approve the integrated plan (integrated plan, version 2).',
  ],
  DecisionSentBack: [
    { ...known, reasons: 'da rivedere' },
    "Rinviata a chi l'ha preparata la decisione «d-2» (Approvazione del piano integrato). Motivi: «da rivedere».",
    'Decision “d-2” (Approve the integrated plan) sent back to who prepared it. Reasons: “da rivedere”.',
  ],
  DecisionWithdrawn: [
    { ...known, reasons: 'errore' },
    'Ritirata la decisione «d-2» (Approvazione del piano integrato). Motivi: «errore».',
    'Decision “d-2” (Approve the integrated plan) withdrawn. Reasons: “errore”.',
  ],
}

/** Parameters of each refusal about prepared decisions, as the domain passes them. */
export const approvalRefusalSamples = {
  'needs-certification': { act: 'ApprovePlan', citation: 'art. 4' },
  'certification-not-foreseen': { act: 'ApprovePlan' },
  'certifier-is-preparer': { decisionId: 'd-1', preparedBy: 'ufficio-ii' },
  'not-the-preparer': { decisionId: 'd-1', preparedBy: 'ufficio-ii' },
  'decision-without-effect': { act: 'AdoptRules' },
  'decision-exists': { decisionId: 'd-1' },
  'unknown-decision': { decisionId: 'd-9', waiting: 'd-1, d-2' },
  'decision-settled': { decisionId: 'd-1', status: 'sentBack', on: '2018-03-21' },
  'decision-outdated': {
    ...{ decisionId: 'd-1', act: 'ApprovePlan', event: 'PlanSubmitted', on: '2018-03-21' },
  },
} satisfies Record<keyof typeof approvalRefusals, Params>
