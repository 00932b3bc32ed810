import { cli } from './it/cli.ts'
import { events } from './it/events.ts'
import { fields, issues } from './it/inputs.ts'
import { names } from './it/names.ts'
import { notices } from './it/notices.ts'
import { refusals, rules } from './it/refusals.ts'

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
} as const
