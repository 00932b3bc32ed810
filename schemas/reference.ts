import { z } from 'zod'
import type { ExitRules } from '../domain/accord/exits/parts.ts'
import type { ExtensionRules, ProgrammeRules, TermName, TermRule } from '../domain/accord/terms.ts'
import type { Ladders } from '../domain/reminders/ladder.ts'
import type { Calendar, Holiday, HolidayRule } from '../domain/time/calendar.ts'
import {
  addDays,
  earliestYear,
  type LocalDate,
  latestYear,
  parseLocalDate,
} from '../domain/time/localDate.ts'
import { addPeriod, type Period } from '../domain/time/period.ts'
import { certificationRules } from './approvals.ts'
import { deadlineKind } from './deadlines.ts'
import { documentRules } from './documents.ts'
import { moneyRules } from './money.ts'
import { monitoringRulesOf } from './monitoring.ts'
import { localDate, officeRef, period, slug, text } from './primitives.ts'

const year = z.int().min(earliestYear).max(latestYear)

type Years = Holiday['periods'][number]

const isReversed = ({ fromYear = earliestYear, untilYear = latestYear }: Years) => fromYear > untilYear

const upTo = (most: number) => z.int().min(1).max(most, 'too-large')
const isDate = (value: string) => parseLocalDate(value) !== undefined

/** A leap year judges day and month: 29 February is a holiday where there is one. */
const holidayRule: z.ZodType<HolidayRule> = z.union([
  z
    .strictObject({ month: upTo(12), day: upTo(31) })
    .refine(({ month, day }) => isDate(`2000-${monthDay(month, day)}`), 'not-a-date'),
  z.strictObject({ easterOffsetDays: z.int().min(-100).max(100) }),
  z.strictObject({ month: upTo(12), weekday: upTo(7), nth: z.literal([1, 2, 3, 4, -1]) }),
  z
    .strictObject({ date: z.custom<LocalDate>((value) => typeof value === 'string') })
    .refine(({ date }) => isDate(date), { error: 'not-a-date', path: ['date'] }),
])

const holiday: z.ZodType<Holiday> = z.strictObject({
  name: text,
  rule: holidayRule,
  law: text,
  periods: z
    .array(
      z
        .strictObject({ fromYear: year.exactOptional(), untilYear: year.exactOptional() })
        .refine((years) => !isReversed(years), 'period-reversed'),
    )
    .min(1, 'empty'),
})

/** A calendar file: which days are closed, by which law, in which years. */
export const calendar: z.ZodType<Calendar> = z
  .strictObject({
    id: z.string().regex(/^[A-Z][A-Z0-9-]{1,31}$/, 'not-a-calendar-id'),
    version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'not-a-date'),
    title: text,
    covers: z
      .strictObject({ fromYear: year, untilYear: year.exactOptional() })
      .refine((years) => !isReversed(years), 'period-reversed')
      .exactOptional(),
    holidays: z.array(holiday).min(1, 'empty'),
  })
  .check(({ value, issues }) => {
    for (const [at, later] of value.holidays.entries()) {
      const path = ['holidays', at]
      if (value.holidays.slice(0, at).some((earlier) => areOne(earlier, later))) {
        issues.push({ code: 'custom', message: 'duplicate-holiday', path, input: later })
      }
      // A date outside its own period would never be closed, and nobody would notice.
      if (periodsOf(later).length === 0) {
        issues.push({ code: 'custom', message: 'wrong-form', path: [...path, 'periods'], input: later })
      }
    }
  })

/** Two entries for one holiday in the same year: one of them is a slip, and its law might be the wrong one. */
function areOne(one: Holiday, other: Holiday): boolean {
  if (one.name !== other.name && dayKey(one.rule) !== dayKey(other.rule)) return false
  return periodsOf(one).some((a) => periodsOf(other).some((b) => a.from <= b.until && b.from <= a.until))
}

/** The same for two rules that give the same day in any year that both know. */
function dayKey(rule: HolidayRule): string {
  if ('date' in rule) return rule.date.slice(5)
  if ('easterOffsetDays' in rule) return `easter ${rule.easterOffsetDays}`
  if ('nth' in rule) return `${rule.nth} of weekday ${rule.weekday} in ${rule.month}`
  return monthDay(rule.month, rule.day)
}

/** The years in which a holiday is one; a rule of one date has its own year only. */
function periodsOf({ rule, periods }: Holiday): { from: number; until: number }[] {
  const years = periods.map(({ fromYear = earliestYear, untilYear = latestYear }) => ({
    from: fromYear,
    until: untilYear,
  }))
  // What is no date has been refused as such; its years need no second complaint.
  if (!('date' in rule && isDate(rule.date))) return years
  const only = Number(rule.date.slice(0, 4))
  return years.some(({ from, until }) => from <= only && only <= until) ? [{ from: only, until: only }] : []
}

function monthDay(month: number, day: number): string {
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const termRule: z.ZodType<TermRule> = z
  .strictObject({
    period,
    citation: text,
    assumed: z.boolean().default(false),
    target: period.exactOptional(),
  })
  .refine(({ period: statutory, target }) => target === undefined || isWithin(target, statutory), {
    error: 'target-after-term',
    path: ['target'],
  })

/** A target comes before the day by which one must, wherever both are counted from: four years have every case. */
function isWithin(target: Period, statutory: Period): boolean {
  const starts = Array.from({ length: 4 * 366 }, (_, day) => addDays('2023-01-01' as LocalDate, day))
  return starts.every((start) => {
    const day = addPeriod(start, target)
    return day > start && day < addPeriod(start, statutory)
  })
}

const terms: z.ZodType<Partial<Record<TermName, TermRule>>> = z.strictObject({
  plan: termRule.exactOptional(),
  planReview: termRule.exactOptional(),
  planResubmission: termRule.exactOptional(),
  integrationReply: termRule.exactOptional(),
  activities: termRule.exactOptional(),
  finalReport: termRule.exactOptional(),
  reportReview: termRule.exactOptional(),
  reportResubmission: termRule.exactOptional(),
  extensionDecision: termRule.exactOptional(),
  amendmentDecision: termRule.exactOptional(),
  control: termRule.exactOptional(),
  controlLatest: termRule.exactOptional(),
})

/** A place's name, `Europe/Rome`; Temporal would also take the zone out of a whole written instant. */
export const zone = z.string().refine(
  (name) => {
    try {
      const isName = /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name)
      return isName && Temporal.PlainDate.from('2020-01-01').toZonedDateTime(name) !== undefined
    } catch {
      return false
    }
  },
  { error: 'unknown-zone' },
)

const offices = z.array(officeRef).min(1, 'empty').max(50, 'too-many')

const extensionRules: z.ZodType<ExtensionRules> = z.strictObject({
  opensDays: z.int().min(1).max(9_999).exactOptional(),
  noticeDays: z.int().min(1).max(9_999).exactOptional(),
  cap: localDate.exactOptional(),
  most: z.int().min(1).max(99).exactOptional(),
  longest: period.exactOptional(),
  decidedBy: offices.exactOptional(),
  instruction: z.literal('required').exactOptional(),
  pending: z.enum(['warning', 'standstill']).exactOptional(),
  whenUndecided: z.enum(['refused', 'granted']).exactOptional(),
  citation: text,
})

const days = z.int().min(1).max(365)
const weeks = z.int().min(1).max(520)
/** Whom a step reaches. */
const reach = {
  to: z
    .array(z.enum(['responsible', 'counterpart']))
    .min(1, 'empty')
    .max(2, 'too-many')
    .exactOptional(),
  levels: z
    .array(z.union([z.literal(0), z.literal(1), z.literal(2)]))
    .min(1, 'empty')
    .max(3, 'too-many')
    .exactOptional(),
  urgent: z.literal(true).exactOptional(),
}
const ladder = {
  steps: z
    .array(
      z.union([
        z.strictObject({ daysBefore: days, ...reach }),
        z.strictObject({ daysAfter: days, ...reach }),
        z.strictObject({
          weeklyAfterDays: days,
          mostWeeks: weeks.exactOptional(),
          climbsEveryWeeks: weeks.exactOptional(),
          ...reach,
        }),
        z.strictObject({ halfTime: z.literal(true), ...reach }),
      ]),
    )
    .max(50, 'too-many'),
  daysBeforeWindowCloses: z.array(days).max(10, 'too-many').exactOptional(),
  whileHeld: z.literal('stops').exactOptional(),
}

const ladders: z.ZodType<Ladders> = z.strictObject({
  groups: z
    .array(z.strictObject({ kinds: z.array(deadlineKind).min(1, 'empty'), ...ladder }))
    .max(50, 'too-many'),
  others: z.strictObject(ladder),
})

const exitRules: z.ZodType<ExitRules> = z.strictObject({
  observations: termRule.exactOptional(),
  decision: termRule.exactOptional(),
  recovery: termRule.exactOptional(),
  mayReopen: offices.exactOptional(),
})

export const programmeRules: z.ZodType<ProgrammeRules> = z.strictObject({
  programmeId: slug,
  version: z.int().min(1),
  zone,
  calendarId: z.string().min(1, 'empty'),
  policy: z.enum(['CC', 'SAT', 'EU', 'NONE']),
  terms,
  extensions: extensionRules.exactOptional(),
  monitoring: monitoringRulesOf(termRule).exactOptional(),
  money: moneyRules.exactOptional(),
  reminders: ladders.exactOptional(),
  mayCorrect: offices.exactOptional(),
  exits: exitRules.exactOptional(),
  documents: documentRules.exactOptional(),
  certification: certificationRules.exactOptional(),
})

/** What people read about a programme, and the rules its accords inherit. */
export const programmeContent = z.strictObject({
  title: text,
  fund: text.exactOptional(),
  facts: z
    .array(
      z.strictObject({
        fact: text,
        source: text,
        mark: z.enum(['stated', 'act', 'derived', 'assumed']),
      }),
    )
    .default([]),
  priorities: z.array(z.strictObject({ number: z.int().min(1).max(5), title: text })).default([]),
  rules: programmeRules,
})

/** What the check finds missing, and why the programme opens all the same. */
export const acceptedGaps = z
  .array(z.strictObject({ check: z.string().min(1, 'empty').max(100, 'too-long'), reason: text }))
  .max(100, 'too-many')

/** A programme file: its content, and the gaps with which it opens. */
export const programme = programmeContent.extend({
  format: z.literal('accordi/programme@1'),
  accepted: acceptedGaps.default([]),
})

export type Programme = z.output<typeof programme>
