import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { BrokenChain, provedStream } from '../db/storedStream.ts'
import type { DocumentStore } from '../documents/store.ts'
import { type TextKey, textOf } from '../domain/text/render.ts'
import type { CitedDocument } from '../operations/archive/contents.ts'
import type { StreamedFile } from '../operations/archive/zip.ts'
import { checkNew, writeNewFile } from './export/newFile.ts'
import { exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'

/** `accord archive`: the whole file of an accord, with the script that proves it. */
export function addArchive(accord: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  accord
    .command('archive')
    .description(text('cli.help-archive'))
    .argument('<accordId>', text('field.accordId'))
    .requiredOption('--out <file>', text('cli.help-archive-out'))
    .option('--without-documents', text('cli.help-archive-without'))
    .action((accordId: string, given: Given) => archive(session, accordId, given))
}

interface Given {
  readonly out: string
  readonly withoutDocuments?: true
}

async function archive(session: Session, accordId: string, given: Given): Promise<void> {
  const { output } = session
  const file = given.out
  await checkNew(file)
  const stream = await proved(session, accordId)
  const [{ archiveFiles, citedDocuments }, { writeZip }] = await Promise.all([
    import('../operations/archive/contents.ts'),
    import('../operations/archive/zip.ts'),
  ])
  const files = archiveFiles(stream)
  const cited = citedDocuments(stream.events)
  const { held, missing } =
    given.withoutDocuments || cited.length === 0
      ? { held: [], missing: cited }
      : await storedDocuments((await session.documents()).store, cited)
  const sha256 = await writeNewFile(file, async (into) => {
    const hash = createHash('sha256')
    const through = new Transform({
      transform(chunk, _, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    await Promise.all([pipeline(through, into), writeZip(files, held, through)])
    return hash.digest('hex')
  })
  const [events, headHash] = [stream.events.length, stream.hashes.at(-1) ?? '']
  const names = files.map(({ name }) => name)
  output.document({
    ...{ outcome: 'written', file, sha256, accordId, events, headHash, files: names },
    documents: { included: held.map(({ name }) => name), missing: missing.map(({ sha256: id }) => id) },
  })
  output.say('cli.archive-written', { file, events })
  if (cited.length > 0) {
    output.say('cli.archive-documents', { included: held.length, missing: missing.length })
  }
  for (const { name, sha256: id } of missing) output.line(`  – ${name} (${id})`)
  output.say('cli.archive-digest', { sha256 })
  output.say('cli.archive-head', { headHash })
}

/** The stream with its hashes proved; a record that was tampered with is not handed on as if it were sound. */
async function proved({ reader, output }: Session, accordId: string) {
  const onProgress = (read: number, of: number) => {
    if (read < of) output.progress('cli.archive-progress', { read, of })
  }
  const stream = await provedStream(reader(), accordId, onProgress).catch((error) => {
    if (!(error instanceof BrokenChain)) throw error
    throw new Problem('cli.archive-broken', { accordId, version: error.version }, exitCodes.fault)
  })
  if (stream === undefined) throw new Problem('cli.no-such-accord', { accordId })
  return stream
}

/** The documents that the store holds whole, each once; and those that it does not, as when an old act only cites them. */
async function storedDocuments(store: DocumentStore, cited: readonly CitedDocument[]) {
  const { documentFile } = await import('../operations/archive/contents.ts')
  const held: StreamedFile[] = []
  const missing: CitedDocument[] = []
  for (const document of new Map(cited.map((one) => [one.sha256, one])).values()) {
    const { sha256, bytes } = document
    if ((await store.bytesOf(sha256)) !== bytes) missing.push(document)
    else held.push({ name: documentFile(document), bytes, open: () => store.open(sha256) })
  }
  return { held, missing }
}
