import type { Params, Refused } from '../decider.ts'
import { approvalRefusals } from './approvals/refusals.ts'
import { documentRefusals } from './documents/refusals.ts'
import { exitRefusals } from './exits/refusals.ts'
import { moneyRefusals } from './money/refusals.ts'
import { monitoringRefusals } from './monitoring/refusals.ts'

/** The rule behind each refusal, by its key in the catalogue of texts (`rule.<key>`). */
export const refusalRules = {
  ...moneyRefusals,
  ...exitRefusals,
  ...monitoringRefusals,
  ...documentRefusals,
  ...approvalRefusals,
  'unknown-accord': 'existence',
  'accord-exists': 'existence',
  'unknown-programme': 'programme',
  'not-authorised': 'identity',
  'other-region': 'identity',
  'on-behalf-needs-citation': 'registration',
  'not-in-force': 'signature-first',
  'wrong-phase': 'phase-order',
  'accord-concluded': 'phase-order',
  'already-signed': 'one-signature',
  'digital-signature-required': 'digital-signature',
  'section-missing': 'three-sections',
  'duplicate-section': 'three-sections',
  'no-actions': 'three-sections',
  'duplicate-action': 'action-numbers',
  'duplicate-milestone': 'action-numbers',
  'started-action-dropped': 'action-numbers',
  'unknown-action': 'action-numbers',
  'unknown-milestone': 'action-numbers',
  'action-not-started': 'phase-order',
  'duplicate-condition': 'conditions',
  'unknown-condition': 'conditions',
  'conditions-unmet': 'conditions',
  'integration-already-requested': 'one-integration',
  'no-integration-pending': 'one-integration',
  'integration-pending': 'one-integration',
  'report-before-end': 'report-after-end',
  'extension-scope-mismatch': 'extension-scope',
  'extension-nothing-to-extend': 'extension-scope',
  'extension-not-later': 'extension-forward',
  'extension-beyond-request': 'extension-forward',
  'extension-report-before-end': 'extension-scope',
  'extension-beyond-cap': 'extension-limits',
  'extension-too-late-to-ask': 'extension-limits',
  'extension-too-many': 'extension-limits',
  'extension-too-early-to-ask': 'extension-limits',
  'extension-too-long': 'extension-limits',
  'extension-not-instructed': 'extension-limits',
  'extension-part-twice': 'extension-scope',
  'extension-part-after-end': 'extension-scope',
  'attachments-in-the-past': 'extension-attachments',
  'no-addendum': 'addendum',
  'addendum-in-the-past': 'addendum',
  'addendum-too-late': 'addendum',
  'not-this-office': 'offices',
  'suspension-exists': 'suspension-ids',
  'unknown-suspension': 'suspension-ids',
  'unknown-deadline': 'suspension-clock',
  'suspension-days-not-given': 'suspension-clock',
  'suspension-one-deadline': 'suspension-clock',
  'suspension-not-this-deadline': 'suspension-clock',
  'suspension-clock-stopped': 'suspension-clock',
  'suspension-already-used': 'suspension-once',
  'suspension-ends-before-start': 'suspension-clock',
  'suspension-nothing-to-stop': 'suspension-clock',
  'suspension-not-by-law': 'suspension-clock',
  'rules-version-unknown': 'programme',
  'suspension-waits-for-nobody': 'suspension-clock',
  'observations-pending': 'observations',
  'control-already-sent': 'control',
  'control-not-sent': 'control',
  'control-ended': 'control',
  'nothing-to-correct': 'correction',
  'deadline-settled': 'correction',
  'origin-follows-end': 'correction',
  'no-decision-to-reverse': 'reversal',
  'signalled-milestone-dropped': 'action-numbers',
  'extension-not-granted': 'one-request',
  'extension-after-expiry': 'extension-in-time',
  'extension-pending': 'one-request',
  'extension-exists': 'one-request',
  'unknown-extension': 'one-request',
  'extension-already-decided': 'one-request',
  'calendar-version-not-in-use': 'calendar-closed',
  'calendar-years': 'calendar-closed',
  'command-id-reused': 'idempotency',
} as const

export type RefusalCode = keyof typeof refusalRules
export type RuleKey = (typeof refusalRules)[RefusalCode]

/** A *no* as a value: shown to the user, recorded in the command log, never thrown. */
export interface Refusal {
  readonly code: RefusalCode
  readonly params: Params
  readonly rule: RuleKey
}

export function refuse(code: RefusalCode, params: Params = {}): Refused<Refusal> {
  return { outcome: 'refused', refusal: { code, params, rule: refusalRules[code] } }
}
