import { setTimeout as delay } from 'node:timers/promises'
import type { DocumentStore } from '../documents/store.ts'
import type { AccordCommand } from '../domain/accord/commands.ts'
import type { AccordContext } from '../domain/accord/terms.ts'

export interface HasDocuments {
  /** Where the bytes are; left out, acts are recorded without asking for them. */
  readonly documents?: Pick<DocumentStore, 'bytesOf'>
}

/** An act waits no longer than this for the store: the accord's other acts, and its clock, wait behind it. */
const patienceMs = 5_000

/** What the store holds of an act's documents; a store that does not answer gets the act refused, by name. */
export async function storedDocuments(
  { documents }: HasDocuments,
  { act }: AccordCommand,
): Promise<Pick<AccordContext, 'storedDocuments'>> {
  if (documents === undefined || act.documents.length === 0) return {}
  const giveUp = new AbortController()
  const asked = Promise.all(
    act.documents.map(async ({ sha256 }) => [sha256, await documents.bytesOf(sha256)] as const),
  )
  const tooLate = delay(patienceMs, 'away' as const, { signal: giveUp.signal })
  try {
    const found = await Promise.race([asked, tooLate])
    if (found === 'away') return { storedDocuments: 'away' }
    const held = found.filter((one): one is [string, number] => one[1] !== undefined)
    return { storedDocuments: Object.fromEntries(held) }
  } catch {
    return { storedDocuments: 'away' }
  } finally {
    giveUp.abort()
    asked.catch(() => undefined)
    tooLate.catch(() => undefined)
  }
}
