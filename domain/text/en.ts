import { approvals } from './en/approvals.ts'
import { archive } from './en/archive.ts'
import { cli } from './en/cli.ts'
import { collective } from './en/collective.ts'
import { documents } from './en/documents.ts'
import { events } from './en/events.ts'
import { exits } from './en/exits.ts'
import { foresight } from './en/foresight.ts'
import { fields, issues } from './en/inputs.ts'
import { mail } from './en/mail.ts'
import { money } from './en/money.ts'
import { monitoring } from './en/monitoring.ts'
import { names } from './en/names.ts'
import { notices } from './en/notices.ts'
import { programme } from './en/programme.ts'
import { refusals, rules } from './en/refusals.ts'
import { statistics } from './en/statistics.ts'
import { synthesis } from './en/synthesis.ts'
import { terms } from './en/terms.ts'
import { webhooks } from './en/webhooks.ts'
import { why } from './en/why.ts'
import type { it } from './it.ts'

/** The same texts in English; the compiler refuses a key that is missing or unknown. */
export const en: Record<keyof typeof it, string> = {
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
}
