import type { EventType } from '../accord/events.ts'
import type { noticeCodes } from '../accord/notices.ts'
import type { RefusalCode, RuleKey } from '../accord/refusals.ts'
import type { SkipReason } from '../programme/parts.ts'
import type { ProgrammeRefusalCode, ProgrammeRuleKey } from '../programme/refusals.ts'
import { approvals } from './it/approvals.ts'
import { archive } from './it/archive.ts'
import { cli } from './it/cli.ts'
import { collective } from './it/collective.ts'
import { documents } from './it/documents.ts'
import { events } from './it/events.ts'
import { exits } from './it/exits.ts'
import { foresight } from './it/foresight.ts'
import { fields, issues } from './it/inputs.ts'
import { mail } from './it/mail.ts'
import { money } from './it/money.ts'
import { monitoring } from './it/monitoring.ts'
import { type NameKey, names } from './it/names.ts'
import { notices } from './it/notices.ts'
import { programme } from './it/programme.ts'
import { refusals, rules } from './it/refusals.ts'
import { statistics } from './it/statistics.ts'
import { synthesis } from './it/synthesis.ts'
import { terms } from './it/terms.ts'
import { webhooks } from './it/webhooks.ts'
import { why } from './it/why.ts'

type NoticeCode = (typeof noticeCodes)[number]

/** Every text of accordi, in Italian: what users read. A key exists here first, then in English. */
export const it = {
  ...names,
  ...refusals,
  ...rules,
  ...notices,
  ...events,
  ...issues,
  ...fields,
  ...cli,
  ...foresight,
  ...terms,
  ...why,
  ...money,
  ...monitoring,
  ...documents,
  ...programme,
  ...collective,
  ...exits,
  ...approvals,
  ...statistics,
  ...synthesis,
  ...archive,
  ...webhooks,
  ...mail,
} as const satisfies Record<
  | NameKey
  | `notice.${(typeof noticeCodes)[number]}`
  | `event.${EventType}`
  | `refusal.${RefusalCode}`
  | `rule.${RuleKey}`
  | `refusal.${ProgrammeRefusalCode}`
  | `rule.${ProgrammeRuleKey}`
  | `notice.${NoticeCode}`
  | `skip.${SkipReason}`,
  string
>
