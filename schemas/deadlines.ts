import { z } from 'zod'
import type { Deadline, DeadlineKind } from '../domain/accord/events.ts'
import type { Adjustment } from '../domain/time/adjustments.ts'
import type { WhyStep } from '../domain/time/why.ts'
import { storedInstant as instant, storedDay as localDate, period, wallTime } from './primitives.ts'

/** The stored shape of a deadline: its term, what moved it, and the chain that explains its date. */
export const rule = z.string()
const startAs = z.strictObject({ precision: z.enum(['day', 'month', 'year']), assumed: z.boolean() })
export const suspensionGround = z.enum(['art2c7', 'art10bis', 'law', 'control', 'standstill'])
const whyStep: z.ZodType<WhyStep> = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('counted'),
    start: localDate,
    period,
    to: localDate,
    rule,
    startAs: startAs.exactOptional(),
    isAssumed: z.boolean().exactOptional(),
  }),
  z.strictObject({ step: z.literal('corrected'), was: localDate, on: localDate, rule }),
  z.strictObject({
    step: z.literal('restarted'),
    on: localDate,
    from: localDate,
    to: localDate,
    rule,
  }),
  z.strictObject({ step: z.literal('fixed'), date: localDate, rule }),
  z.strictObject({
    step: z.literal('rolled'),
    from: localDate,
    to: localDate,
    closed: z.array(z.strictObject({ date: localDate, name: z.string(), law: z.string() })),
    rule,
  }),
  z.strictObject({
    step: z.literal('cutOff'),
    time: z.string(),
    zone: z.string(),
    passesAt: instant,
    tz: z.string().exactOptional(),
  }),
  z.strictObject({
    step: z.literal('extended'),
    extensionId: z.string(),
    from: localDate,
    to: localDate,
    rule,
  }),
  z.strictObject({
    step: z.literal('revoked'),
    extensionId: z.string(),
    on: localDate,
    to: localDate,
    rule,
  }),
  z.strictObject({ step: z.literal('suspended'), on: localDate, remainingDays: z.int(), rule }),
  z.strictObject({ step: z.literal('resumed'), on: localDate, to: localDate, rule }),
  z.strictObject({ step: z.literal('followed'), parentId: z.string(), from: localDate, to: localDate }),
])

const adjustment: z.ZodType<Adjustment> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('extension'),
    extensionId: z.string(),
    until: localDate,
    rule,
    on: localDate.exactOptional(),
    revoked: z.strictObject({ on: localDate, rule }).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('suspension'),
    suspensionId: z.string().exactOptional(),
    ground: suspensionGround.exactOptional(),
    on: localDate,
    until: localDate.exactOptional(),
    rule,
  }),
  z.strictObject({
    kind: z.literal('restart'),
    suspensionId: z.string(),
    on: localDate,
    from: localDate,
    rule,
  }),
  z.strictObject({
    kind: z.literal('parent'),
    parentId: z.string(),
    until: localDate,
    from: localDate.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('correction'), was: localDate, on: localDate, rule }),
])

const termRest = {
  subject: z.enum(['ACT_TO_PERFORM', 'END_OF_PERIOD']),
  policy: z.enum(['CC', 'SAT', 'EU', 'NONE']),
  zone: z.string(),
  cutOff: wallTime.exactOptional(),
  citation: z.string(),
}

export const deadlineKind: z.ZodType<DeadlineKind> = z.enum([
  'signature',
  'plan',
  'planReview',
  'planIntegration',
  'planResubmission',
  'planCondition',
  'milestone',
  'activities',
  'finalReport',
  'reportReview',
  'reportIntegration',
  'reportResubmission',
  'extensionDecision',
  'extensionAttachments',
  'amendmentDecision',
  'addendum',
  'action',
  'informationReply',
  'observations',
  'control',
  'controlLatest',
  'exitDecision',
  'revocationObservations',
  'recovery',
  'monitoringReport',
  'midTermReport',
  'monitoringReview',
  'monitoringResubmission',
])

export const deadline: z.ZodType<Deadline> = z.strictObject({
  id: z.string(),
  kind: deadlineKind,
  obligor: z.enum(['ministry', 'region', 'both', 'corteDeiConti']),
  revision: z.int().min(1),
  term: z.discriminatedUnion('basis', [
    z.strictObject({
      basis: z.literal('PERIOD'),
      start: localDate,
      period,
      startAs: startAs.exactOptional(),
      isAssumed: z.boolean().exactOptional(),
      ...termRest,
    }),
    z.strictObject({ basis: z.literal('FIXED_DATE'), date: localDate, ...termRest }),
  ]),
  adjustments: z.array(adjustment).exactOptional(),
  ref: z.string().exactOptional(),
  target: z.strictObject({ nominal: localDate, passesAt: instant }).exactOptional(),
  nominal: localDate,
  effective: localDate,
  passesAt: instant,
  zone: z.string(),
  calendar: z.strictObject({ id: z.string(), version: z.string() }),
  why: z.array(whyStep),
})
