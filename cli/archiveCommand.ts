import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { BrokenChain, provedStream } from '../db/storedStream.ts'
import { type TextKey, textOf } from '../domain/text/render.ts'
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
    .action((accordId: string, { out }: { out: string }) => archive(session, accordId, out))
}

async function archive(session: Session, accordId: string, file: string): Promise<void> {
  const { output } = session
  await checkNew(file)
  const stream = await proved(session, accordId)
  const [{ archiveFiles }, { writeZip }] = await Promise.all([
    import('../operations/archive/contents.ts'),
    import('../operations/archive/zip.ts'),
  ])
  const files = archiveFiles(stream)
  const sha256 = await writeNewFile(file, async (into) => {
    const hash = createHash('sha256')
    const through = new Transform({
      transform(chunk, _, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    await Promise.all([pipeline(through, into), writeZip(files, through)])
    return hash.digest('hex')
  })
  const [events, headHash] = [stream.events.length, stream.hashes.at(-1) ?? '']
  const names = files.map(({ name }) => name)
  output.document({ outcome: 'written', file, sha256, accordId, events, headHash, files: names })
  output.say('cli.archive-written', { file, events })
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
