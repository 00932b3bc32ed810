import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** What a zip holds, by name, in its order; read by other code than the one that wrote it. */
export async function zipEntries(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes)
  const entries = new Map<string, Buffer>()
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  }
  return entries
}
