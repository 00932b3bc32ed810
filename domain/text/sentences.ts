import type { InputIssue } from '../accord/answer.ts'
import type { Refusal } from '../accord/refusals.ts'
import type { Notice, Params } from '../decider.ts'
import type { ProgrammeRefusal } from '../programme/refusals.ts'
import type { Gap } from '../programme/selfCheck.ts'
import { isRegionId, regions } from '../regions.ts'
import { parseLocalDate } from '../time/localDate.ts'
import { deadlineName } from './describe.ts'
import { formatDate, formatMoney, formatNumber } from './format.ts'
import { hasText, type Language, nameOf, textOf } from './render.ts'

/** What was refused and what to do about it, and the rule it rests on. */
export function refusalText(
  language: Language,
  refusal: Refusal | ProgrammeRefusal,
): { message: string; rule: string } {
  const { code, params, rule } = refusal
  return {
    message: textOf(language, `refusal.${code}`, inWords(language, params)),
    rule: textOf(language, `rule.${rule}`),
  }
}

/** A notice as a sentence; the bare code for one that this version does not know. */
export function noticeText(language: Language, notice: Notice): string {
  const key = `notice.${notice.code}`
  return hasText(key) ? textOf(language, key, inWords(language, notice.params)) : notice.code
}

/** What a programme lacks, as a sentence. */
export function gapText(language: Language, { code, params }: Gap): string {
  return textOf(language, `check.${code}`, inWords(language, params))
}

/** Field, value and remedy. Allowed values stay as they must be typed. */
export function issueText(language: Language, issue: InputIssue): string {
  const { field, value, code, params } = issue
  const key = `issue.${code}`
  const expected = nameOf(language, 'type', String(params.expected ?? ''))
  return textOf(language, hasText(key) ? key : 'issue.wrong-form', { ...params, expected, field, value })
}

/** What a field of an act means, in that act where it has a meaning of its own; undefined for unknown fields. */
export function fieldText(language: Language, act: string, field: string): string | undefined {
  const key = [`field.${act}.${field}`, `field.${field}`].find(hasText)
  return key === undefined ? undefined : textOf(language, key)
}

/** In which groups of names the codes of a parameter are looked up. */
const vocabularies: Record<string, readonly string[]> = {
  act: ['act'],
  phase: ['phase'],
  allowed: ['phase'],
  kind: ['deadline', 'signature'],
  role: ['role'],
  party: ['partySubject'],
  scope: ['extension'],
  subject: ['subject'],
  payment: ['payment'],
  ground: ['ground'],
  what: ['fact'],
  outcome: ['outcome'],
  reportStatus: ['reportStatus'],
  condition: ['condition'],
  status: ['collective.status', 'decision.status'],
  event: ['change'],
  exit: ['exit'],
  extent: ['extent'],
  form: ['documentSignature'],
  documentKind: ['documentKind'],
}

/** Parameters that are codes, dates or Regions, as people say them; everything else as it came. */
function inWords(language: Language, params: Params): Params {
  const words = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? said(language, name, value)
        : quantities.includes(name)
          ? formatNumber(language, value)
          : value,
    ]),
  )
  // Of several milestones, which one.
  return 'kind' in words && 'part' in words ? { ...words, kind: `${words.kind} (${words.part})` } : words
}

function said(language: Language, name: string, value: string): string {
  const groups = vocabularies[name]
  if (groups !== undefined) {
    const codes = value.split(', ')
    return codes.map((code) => firstName(language, groups, code)).join(name === 'allowed' ? '; ' : ', ')
  }
  if (amounts.includes(name) && /^\d+\.\d\d$/.test(value)) return euro(language, value)
  if (name === 'deadlineId') return deadlineName(language, value)
  if ((name === 'actor' || name === 'regionId') && isRegionId(value)) return regions[value]
  const date = parseLocalDate(value)
  return date === undefined ? value : formatDate(language, date)
}

/** Parameters that say how much there is of something, with a decimal part at times; the others are counts or years. */
const quantities = ['done', 'target']

/** Parameters that are amounts, as on the wire: `331117.00`. */
const amounts = ['amount', 'least', 'most', 'spent', 'needed', 'before']

function euro(language: Language, amount: string): string {
  return formatMoney(language, { cents: Number(amount.replace('.', '')), currency: 'EUR' })
}

function firstName(language: Language, groups: readonly string[], code: string): string {
  const group = groups.find((candidate) => hasText(`${candidate}.${code}`))
  return group === undefined ? code : nameOf(language, group, code)
}
