import { wholeBasisPoints } from '../accord/money/rules.ts'
import type { ProgrammeRules, TermName } from '../accord/terms.ts'
import type { Params } from '../decider.ts'
import { daysBetween, localDate } from '../time/localDate.ts'
import { addPeriod } from '../time/period.ts'

/** Something that a programme lacks before it opens; each has a text in the catalogue (`check.<code>`). */
export interface Gap {
  readonly code: 'missing-term' | 'ladder-beyond-term' | 'no-deciding-office' | 'percentages-not-100'
  /** Names it among the others, as `missing-term:plan`: what `OpenProgramme` accepts. */
  readonly check: string
  readonly params: Params
}

/** The terms without which a step of an accord would have no deadline at all. */
const expected: readonly TermName[] = [
  'plan',
  'planReview',
  'planResubmission',
  'integrationReply',
  'activities',
  'finalReport',
  'reportReview',
  'reportResubmission',
  'extensionDecision',
]

/** What is missing in the rules of a programme: each gap is mended, or accepted with a reason, before it opens. */
export function selfCheck(rules: ProgrammeRules): Gap[] {
  return [...missingTerms(rules), ...laddersBeyondTerms(rules), ...withoutOffice(rules), ...sharesOf(rules)]
}

function missingTerms({ terms, money }: ProgrammeRules): Gap[] {
  // Only who takes requests for amendments must say by when they are decided.
  const asked: readonly TermName[] = money?.amendments === undefined ? [] : ['amendmentDecision']
  return [...expected, ...asked]
    .filter((term) => terms[term] === undefined)
    .map((term) => ({ code: 'missing-term', check: `missing-term:${term}`, params: { term } }))
}

/** Nobody is named who may decide an extension: every office could. */
function withoutOffice({ extensions }: ProgrammeRules): Gap[] {
  if (extensions?.decidedBy !== undefined) return []
  return [{ code: 'no-deciding-office', check: 'no-deciding-office', params: {} }]
}

/** Shares that are not a whole leave a rest that nobody is paid, or promise more than there is. */
function sharesOf({ money }: ProgrammeRules): Gap[] {
  const shares =
    money?.tranches.flatMap((one) => ('shareBasisPoints' in one ? one.shareBasisPoints : [])) ?? []
  const isMixed = shares.length !== money?.tranches.length
  const sum = shares.reduce((total, share) => total + share, 0)
  // Beside amounts of their own, shares are of what is left unsaid: they can only be too much.
  if (shares.length === 0 || sum === wholeBasisPoints || (isMixed && sum < wholeBasisPoints)) return []
  const percent = String(sum / 100)
  return [{ code: 'percentages-not-100', check: 'percentages-not-100', params: { percent } }]
}

/** A reminder that would fall before its term begins is never sent, and somebody counts on it. */
function laddersBeyondTerms({ terms, reminders }: ProgrammeRules): Gap[] {
  if (reminders === undefined) return []
  const start = localDate('2015-01-01')
  return reminders.groups.flatMap(({ kinds, steps }) =>
    kinds.flatMap((kind): Gap[] => {
      const term = termOf[kind]
      const rule = term && terms[term]
      if (rule === undefined) return []
      const days = daysBetween(start, addPeriod(start, rule.period))
      return steps
        .filter((step) => 'daysBefore' in step && step.daysBefore >= days)
        .map((step) => {
          const daysBefore = 'daysBefore' in step ? step.daysBefore : 0
          const check = `ladder-beyond-term:${kind}:${daysBefore}`
          return { code: 'ladder-beyond-term', check, params: { kind, daysBefore, days } }
        })
    }),
  )
}

/** The term that each kind of deadline is counted by. */
const termOf: Readonly<Record<string, TermName>> = {
  plan: 'plan',
  planReview: 'planReview',
  planIntegration: 'integrationReply',
  planResubmission: 'planResubmission',
  activities: 'activities',
  finalReport: 'finalReport',
  reportReview: 'reportReview',
  reportIntegration: 'integrationReply',
  reportResubmission: 'reportResubmission',
  extensionDecision: 'extensionDecision',
}
