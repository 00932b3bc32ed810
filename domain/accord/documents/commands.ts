import type { Party } from '../parts.ts'

/** What may be asked about the documents alone; every other act carries documents of its own too. */
export interface DocumentCommands {
  /** Puts the documents that the act carries into the accord's file. `party`: whose documents they are. */
  AddDocuments: { readonly party: Party; readonly note?: string }
}
