import { z } from 'zod'
import type { DocumentCommands } from '../domain/accord/documents/commands.ts'
import type { DocumentEvents } from '../domain/accord/documents/events.ts'
import { documentKinds } from '../domain/accord/documents/parts.ts'
import { type DocumentRules, documentedActs } from '../domain/accord/documents/rules.ts'
import { text } from './primitives.ts'

/** The wire form of the commands about documents alone. */
export const documentCommandData = {
  AddDocuments: z.strictObject({ party: z.enum(['ministry', 'region']), note: text.exactOptional() }),
} satisfies { [T in keyof DocumentCommands]: z.ZodType<DocumentCommands[T]> }

/** The stored shape of the events about documents alone. */
export const documentEventData = {
  DocumentsAdded: z.strictObject({ note: z.string().exactOptional() }),
} satisfies { [T in keyof DocumentEvents]: z.ZodType<DocumentEvents[T]> }

export const documentRules: z.ZodType<DocumentRules> = z.strictObject({
  required: z
    .array(
      z.strictObject({
        act: z.enum(documentedActs),
        kind: z.enum(documentKinds),
        citation: text,
      }),
    )
    .max(100, 'too-many'),
})
