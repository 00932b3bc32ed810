import { z } from 'zod'
import { commandTypes, envelope } from './commands.ts'
import { citation, instant, slug, text } from './primitives.ts'
import { cohort, collectiveBody } from './programme.ts'

/**
 * The history of one accord as dated acts, in the order in which they happened. `commandId` may be
 * left out: it is then derived from the accord and the act's place, so that importing the same file
 * twice changes nothing. `receivedAt` may be left out: noon of the act's date stands for it.
 */
export const importedAct = z.looseObject({
  type: z.enum(commandTypes as [string, ...string[]]),
  commandId: envelope.shape.commandId.exactOptional(),
  on: envelope.shape.on,
  receivedAt: instant.exactOptional(),
  citation: envelope.shape.citation,
  actor: envelope.shape.actor.exactOptional(),
  documents: envelope.shape.documents,
  data: z.unknown().optional(),
})

export const accordFile = z.strictObject({
  format: z.literal('accordi/accord@1'),
  accordId: slug,
  note: text.exactOptional(),
  /** No real Region: for readers of the file, since the Region's own name says so wherever it is shown. */
  synthetic: z.literal(true).exactOptional(),
  acts: z.array(z.unknown()).min(1, 'empty').max(500, 'too-many'),
})

export type AccordFile = z.output<typeof accordFile>

/** An act over many accords that was done on paper; imported after the histories that hold it. */
export const collectiveFile = z.strictObject({
  format: z.literal('accordi/collective@1'),
  note: text.exactOptional(),
  programmeId: slug,
  actId: slug,
  on: envelope.shape.on,
  citation,
  body: collectiveBody.refine(({ kind }) => kind === 'extension' || kind === 'suspension', {
    error: 'wrong-form',
    path: ['kind'],
  }),
  cohort: cohort.default({}),
  reasons: text,
})

export type CollectiveFile = z.output<typeof collectiveFile>
