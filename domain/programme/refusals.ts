import type { Params, Refused } from '../decider.ts'

/** The rule behind each refusal of a programme, by its key in the catalogue of texts (`rule.<key>`). */
export const programmeRefusalRules = {
  'programme-exists': 'programme-once',
  'programme-absent': 'programme-once',
  'programme-not-open': 'programme-checked',
  'programme-not-ready': 'programme-checked',
  'gap-not-found': 'programme-checked',
  'rules-not-next': 'rules-versions',
  'rules-other-programme': 'rules-versions',
  'programme-not-authorised': 'programme-ministry',
  'collective-exists': 'collective-once',
  'collective-unknown': 'collective-once',
  'collective-empty': 'collective-cohort',
  'collective-idle': 'collective-cohort',
  'collective-overlap': 'collective-one-at-a-time',
  'collective-not-running': 'collective-steps',
  'collective-not-stopped': 'collective-steps',
  'collective-nothing-failed': 'collective-steps',
  'collective-running': 'collective-steps',
  'collective-not-revocable': 'collective-revocation',
  'collective-dates': 'collective-cohort',
  'programme-command-reused': 'idempotency',
} as const

export type ProgrammeRefusalCode = keyof typeof programmeRefusalRules
export type ProgrammeRuleKey = (typeof programmeRefusalRules)[ProgrammeRefusalCode]

export interface ProgrammeRefusal {
  readonly code: ProgrammeRefusalCode
  readonly params: Params
  readonly rule: ProgrammeRuleKey
}

export function refuseProgramme(code: ProgrammeRefusalCode, params: Params = {}): Refused<ProgrammeRefusal> {
  return { outcome: 'refused', refusal: { code, params, rule: programmeRefusalRules[code] } }
}
