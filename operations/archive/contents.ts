import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ProvedStream } from '../../db/storedStream.ts'
import type { RecordedEvent } from '../../domain/accord/events.ts'
import type { DocumentRef } from '../../domain/accord/parts.ts'
import type { Obligation } from '../../domain/accord/state.ts'
import { type Language, textOf } from '../../domain/text/render.ts'
import { standingText, whyText } from '../../domain/text/why.ts'
import { summary } from './summary.ts'

export interface ArchivedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** A document that events cite; its bytes come from the store of documents, by its digest. */
export interface CitedDocument extends DocumentRef {
  /** The versions of the events that cite it. */
  readonly events: readonly number[]
}

/**
 * The files of an accord's archive, in their order. A pure function of the stream: the same events give the same
 * bytes, whenever and wherever they are asked for, so nothing says when the archive was made.
 */
export function archiveFiles(stream: ProvedStream): ArchivedFile[] {
  const { accord, texts, hashes, events } = stream
  const documents = citedDocuments(events)
  const deadlines = inOrder(Object.values(accord.obligations))
  const files: ArchivedFile[] = [
    file('LEGGIMI-README.txt', `${readme('it')}\n\n${readme('en')}\n`),
    file('riepilogo.it.html', summary('it', stream, deadlines, documents)),
    file('summary.en.html', summary('en', stream, deadlines, documents)),
    file('events.jsonl', lines(texts)),
    file('hashes.txt', lines(hashes)),
    file('documents.json', json({ format: 'accordi/documents@1', items: documents })),
    file('deadlines.json', json({ format: 'accordi/deadlines@1', items: deadlines.map(deadlineItem) })),
    { name: 'check.mjs', bytes: readFileSync(new URL('check.mjs', import.meta.url)) },
  ]
  const manifest = file(
    'manifest.json',
    json({
      format: 'accordi/archive@1',
      accordId: accord.accordId,
      regionId: accord.regionId,
      programmeId: accord.programmeId,
      title: accord.title,
      phase: accord.phase,
      events: texts.length,
      headHash: hashes.at(-1),
      files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: digest(bytes) })),
    }),
  )
  // In the form of sha256sum, so that `sha256sum -c` can begin where our script is not trusted either.
  return [...files, manifest, file('manifest.sha256', `${digest(manifest.bytes)}  manifest.json\n`)]
}

/**
 * Where each document lies in the archive: under its own name, so that people find it, after the beginning of its
 * digest, so that no two collide and no name leaves the folder.
 */
export function documentFile({ sha256, name }: Pick<CitedDocument, 'sha256' | 'name'>): string {
  const safe = name.replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-100)
  return `documents/${sha256.slice(0, 16)} ${safe}`
}

/** Each document once, with the events that cite it, in the order in which they first do. */
export function citedDocuments(events: readonly RecordedEvent[]): CitedDocument[] {
  const cited = new Map<string, CitedDocument>()
  for (const { version, act } of events) {
    for (const { sha256, name, bytes, mime } of act.documents) {
      const key = `${sha256} ${name}`
      const known = cited.get(key)
      cited.set(key, { sha256, name, bytes, mime, events: [...(known?.events ?? []), version] })
    }
  }
  return [...cited.values()]
}

function inOrder(obligations: readonly Obligation[]): Obligation[] {
  const key = ({ passesAt, id }: Obligation) => `${passesAt}/${id}`
  return obligations.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** A deadline as it stands, the chain that leads to its date as data and as sentences, and its earlier dates. */
function deadlineItem(deadline: Obligation) {
  const text = (language: Language) => [
    ...whyText(language, deadline.why),
    ...standingText(language, deadline),
  ]
  return { ...deadline, text: { it: text('it'), en: text('en') } }
}

function readme(language: Language): string {
  return textOf(language, 'archive.readme')
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('')
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function file(name: string, text: string): ArchivedFile {
  return { name, bytes: Buffer.from(text, 'utf8') }
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
