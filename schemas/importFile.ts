import { z } from 'zod'
import { commandTypes, envelope } from './commands.ts'
import { instant, slug, text } from './primitives.ts'

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
  acts: z.array(z.unknown()).min(1, 'empty').max(500, 'too-many'),
})

export type AccordFile = z.output<typeof accordFile>
