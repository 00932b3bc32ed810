import { z } from 'zod'
import { type PhaseName, phaseNames } from '../domain/accord/state.ts'
import type { Cohort } from '../domain/programme/cohort.ts'
import type {
  ProgrammeCommand,
  ProgrammeCommands,
  ProgrammeCommandType,
} from '../domain/programme/commands.ts'
import type { AcceptedGap, ProgrammeEvents } from '../domain/programme/events.ts'
import type { CollectiveBody, Outcome, ProgrammeContent } from '../domain/programme/parts.ts'
import { envelope } from './commands.ts'
import { localDate, regionId, slug, text } from './primitives.ts'
import { acceptedGaps, programmeContent } from './reference.ts'

const phases = phaseNames as readonly [PhaseName, ...PhaseName[]]

const accordIds = z.array(slug).min(1, 'empty').max(2_000, 'too-many')
const regionIds = z.array(regionId).min(1, 'empty').max(20, 'too-many')

export const cohort: z.ZodType<Cohort> = z.strictObject({
  regionIds: regionIds.exactOptional(),
  phases: z.array(z.enum(phases)).min(1, 'empty').exactOptional(),
  accordIds: accordIds.exactOptional(),
  exclusions: z
    .array(
      z
        .strictObject({
          accordIds: accordIds.exactOptional(),
          regionIds: regionIds.exactOptional(),
          reason: text,
        })
        .refine((one) => one.accordIds !== undefined || one.regionIds !== undefined, {
          error: 'empty',
          path: ['accordIds'],
        }),
    )
    .max(200, 'too-many')
    .exactOptional(),
})

/** The id of an act becomes the id of each accord's extension or suspension, and part of command ids. */
const actId = z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'not-a-slug')

export const collectiveBody: z.ZodType<CollectiveBody> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('extension'),
    scope: z.enum(['activities', 'finalReport', 'both']),
    until: z.strictObject({
      activities: localDate.exactOptional(),
      finalReport: localDate.exactOptional(),
    }),
  }),
  z.strictObject({ kind: z.literal('suspension'), from: localDate, until: localDate.exactOptional() }),
  z.strictObject({ kind: z.literal('suspensionEnd'), suspensionId: slug }),
  z.strictObject({
    kind: z.literal('calendar'),
    calendarVersion: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'not-a-date'),
  }),
  z.strictObject({ kind: z.literal('rules'), rulesVersion: z.int().min(1) }),
])

const outcomes: z.ZodType<Outcome[]> = z
  .array(
    z.strictObject({
      accordId: slug,
      outcome: z.enum(['applied', 'skipped', 'failed']),
      reason: z.string().max(100).exactOptional(),
      commandId: z.string().max(200).exactOptional(),
    }),
  )
  .max(1_000, 'too-many')

const way = z.enum(['apply', 'revoke'])
const content: z.ZodType<ProgrammeContent> = programmeContent
const accepted: z.ZodType<AcceptedGap[]> = acceptedGaps

/** What each command's `data` must look like on the wire. */
export const programmeCommandData = {
  DraftProgramme: z.strictObject({ content }),
  ChangeRules: z.strictObject({ content, reasons: text, accepted }),
  OpenProgramme: z.strictObject({ accepted }),
  StartCollectiveAct: z.strictObject({ actId, body: collectiveBody, cohort, reasons: text }),
  RecordOutcomes: z.strictObject({ actId, way, outcomes }),
  StopCollectiveAct: z.strictObject({ actId, reasons: text }),
  ResumeCollectiveAct: z.strictObject({ actId }),
  RetryCollectiveAct: z.strictObject({ actId }),
  RevokeCollectiveAct: z.strictObject({ actId, reasons: text }),
} satisfies { [T in ProgrammeCommandType]: z.ZodType<ProgrammeCommands[T]> }

const programmeEnvelope = envelope.omit({ accordId: true }).extend({ programmeId: slug })

const types = Object.keys(programmeCommandData) as [ProgrammeCommandType, ...ProgrammeCommandType[]]
const tagged = z.looseObject({ type: z.enum(types) })

/** Reads untrusted JSON into a command; unknown fields are refused by name. */
export const programmeCommand = z.unknown().transform((value, context): ProgrammeCommand => {
  const fail = (error: z.ZodError): never => {
    for (const issue of error.issues) context.issues.push({ ...issue } as z.core.$ZodRawIssue)
    return z.NEVER
  }
  const head = tagged.safeParse(value)
  if (!head.success) return fail(head.error)
  const { type, data, ...rest } = head.data
  const body = z.strictObject({ data: programmeCommandData[type] as z.ZodType }).safeParse({ data })
  const shared = programmeEnvelope.safeParse(rest)
  if (!shared.success) return fail(shared.error)
  if (!body.success) return fail(body.error)
  const { commandId, programmeId, ...act } = shared.data
  return { type, commandId, programmeId, act, data: body.data.data } as ProgrammeCommand
})

const count = z.int().min(0)
const about = { actId: z.string() }

/** The stored shape of every event of a programme. */
export const programmeEventData = {
  ProgrammeDrafted: z.strictObject({ content }),
  RulesChanged: z.strictObject({ content, reasons: z.string(), accepted }),
  ProgrammeOpened: z.strictObject({ accepted }),
  CollectiveActStarted: z.strictObject({
    ...about,
    body: collectiveBody,
    cohort,
    reasons: z.string(),
    chosen: count,
    excluded: count,
  }),
  OutcomesRecorded: z.strictObject({ ...about, way, outcomes }),
  CollectiveActStopped: z.strictObject({ ...about, reasons: z.string() }),
  CollectiveActResumed: z.strictObject(about),
  CollectiveActRetried: z.strictObject({ ...about, attempt: z.int().min(2), failed: count }),
  CollectiveActCompleted: z.strictObject(about),
  CollectiveRevocationStarted: z.strictObject({
    ...about,
    reasons: z.string(),
    applied: count,
    notReached: count,
  }),
  CollectiveActRevoked: z.strictObject(about),
} satisfies { [T in keyof ProgrammeEvents]: z.ZodType<ProgrammeEvents[T]> }
