import type { ProgrammeRules, TermName } from '../accord/terms.ts'
import type { Params } from '../decider.ts'
import { daysBetween, localDate } from '../time/localDate.ts'
import { addPeriod } from '../time/period.ts'

/** Something that a programme lacks before it opens; each has a text in the catalogue (`check.<code>`). */
export interface Gap {
  readonly code: 'missing-term' | 'ladder-beyond-term' | 'no-deciding-office'
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
  return [...missingTerms(rules), ...laddersBeyondTerms(rules), ...withoutOffice(rules)]
}

function missingTerms({ terms }: ProgrammeRules): Gap[] {
  return expected
    .filter((term) => terms[term] === undefined)
    .map((term) => ({ code: 'missing-term', check: `missing-term:${term}`, params: { term } }))
}

/** Nobody is named who may decide an extension: every office could. */
function withoutOffice({ extensions }: ProgrammeRules): Gap[] {
  if (extensions?.decidedBy !== undefined) return []
  return [{ code: 'no-deciding-office', check: 'no-deciding-office', params: {} }]
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
