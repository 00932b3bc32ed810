import { z } from 'zod'
import type { ProgrammeRules, TermName, TermRule } from '../domain/accord/terms.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import { period, slug, text } from './primitives.ts'

const year = z.int().min(1900).max(2199)

/** A calendar file: which days are closed, by which law, in which years. */
export const calendar: z.ZodType<Calendar> = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Z0-9-]{1,31}$/, 'not-a-calendar-id'),
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'not-a-date'),
  title: text,
  holidays: z
    .array(
      z.strictObject({
        name: text,
        rule: z.union([
          z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) }),
          z.strictObject({ easterOffsetDays: z.int().min(-100).max(100) }),
        ]),
        law: text,
        periods: z
          .array(z.strictObject({ fromYear: year.exactOptional(), untilYear: year.exactOptional() }))
          .min(1, 'empty'),
      }),
    )
    .min(1, 'empty'),
})

const termRule: z.ZodType<TermRule> = z.strictObject({
  period,
  citation: text,
  assumed: z.boolean().default(false),
})

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
})

export const zone = z.string().refine(
  (name) => {
    try {
      return Temporal.PlainDate.from('2020-01-01').toZonedDateTime(name) !== undefined
    } catch {
      return false
    }
  },
  { error: 'unknown-zone' },
)

export const programmeRules: z.ZodType<ProgrammeRules> = z.strictObject({
  programmeId: slug,
  version: z.int().min(1),
  zone,
  calendarId: z.string().min(1, 'empty'),
  policy: z.enum(['CC', 'SAT', 'EU', 'NONE']),
  terms,
})

/** A programme file: the rules its accords inherit, and what people read about it. */
export const programme = z.strictObject({
  format: z.literal('accordi/programme@1'),
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

export type Programme = z.output<typeof programme>
