import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { type DocumentRow, documentsOf } from '../db/readModels/documents.ts'
import { nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { verifyDocuments } from '../operations/verifyDocuments.ts'
import { checkNew, writeNewFile } from './export/newFile.ts'
import { table } from './output.ts'
import { exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'
import { loadAccord, shortDate } from './shared.ts'

/** `document list | get | verify`; `document add` is an act like any other. */
export function addDocumentViews(document: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  document
    .command('list')
    .description(text('documents.help-list'))
    .argument('<accordId>', text('field.accordId'))
    .action((accordId: string) => list(session, accordId))
  document
    .command('get')
    .description(text('documents.help-get'))
    .argument('<accordId>', text('field.accordId'))
    .argument('<documento>', text('documents.help-which'))
    .requiredOption('--out <file>', text('documents.help-out'))
    .option('--version <n>', text('documents.help-version'))
    .action((accordId: string, which: string, given: Wanted) => get(session, accordId, which, given))
  document
    .command('verify')
    .description(text('documents.help-verify'))
    .argument('[accordId]', text('field.accordId'))
    .action((accordId?: string) => verify(session, accordId))
}

interface Wanted {
  readonly out: string
  readonly version?: string
}

async function list(session: Session, accordId: string): Promise<void> {
  const { output } = session
  await loadAccord(session, accordId)
  const rows = await documentsOf(session.reader(), accordId)
  output.document({ items: rows.map(documentJson) })
  if (rows.length === 0) return output.say('documents.none', { accordId })
  const { language } = output
  const name = (group: string, code: string | null) => (code === null ? '—' : nameOf(language, group, code))
  table(
    output,
    [
      'head.document',
      'head.version',
      'head.date',
      'head.kind',
      'head.signature',
      'head.protocol',
      'head.file',
      'head.status',
    ],
    rows.map((row) => [
      row.document_id.length === 64 ? `${row.document_id.slice(0, 12)}…` : row.document_id,
      `${row.version}`,
      shortDate(row.on_date),
      name('documentKind', row.kind),
      name('documentSignature', row.signature),
      row.protocol ?? '—',
      `${row.name} (${textOf(language, 'documents.size', { kilobytes: Math.ceil(row.bytes / 1_000) })})`,
      textOf(language, statusOf(row)),
    ]),
  )
}

function statusOf({ is_current, locked }: DocumentRow): TextKey {
  if (!is_current) return 'documents.superseded'
  return locked ? 'documents.locked' : 'documents.current'
}

function documentJson(row: DocumentRow) {
  const { document_id, sha256, name, bytes, mime, version, on_date, command_id, is_current, locked } = row
  const { kind, signature, protocol, about } = row
  return {
    ...{ id: document_id, version, sha256, name, bytes, mime, kind, signature, protocol, about },
    ...{ on: on_date, commandId: command_id, isCurrent: is_current, isLocked: locked },
  }
}

/** What is damaged is found while it is written, and takes no name. */
async function get(
  session: Session,
  accordId: string,
  which: string,
  { out, version }: Wanted,
): Promise<void> {
  const { output } = session
  await loadAccord(session, accordId)
  const row = found(await documentsOf(session.reader(), accordId), accordId, which, version)
  const { store } = await session.documents()
  await checkNew(out)
  const content = await store.open(row.sha256)
  await writeNewFile(out, (into) => pipeline(content, into))
  const { sha256, name, bytes } = row
  output.document({ file: out, sha256, name, bytes, version: row.version })
  output.say('documents.written', { file: out, bytes, sha256 })
}

/** By id: the current version or the one asked for; by the first characters of a digest, eight at least. */
function found(
  rows: readonly DocumentRow[],
  accordId: string,
  which: string,
  version: string | undefined,
): DocumentRow {
  const named = rows.filter(({ document_id }) => document_id === which)
  const row =
    named.length > 0
      ? named.find((one) => (version === undefined ? one.is_current : `${one.version}` === version))
      : /^[0-9a-f]{8,64}$/.test(which)
        ? rows.find(({ sha256 }) => sha256.startsWith(which))
        : undefined
  if (row !== undefined) return row
  const known = [...new Set(rows.map(({ document_id }) => document_id))].join(', ') || '—'
  throw new Problem('documents.unknown', { accordId, which: version ? `${which}, ${version}` : which, known })
}

async function verify(session: Session, accordId: string | undefined): Promise<void> {
  const { output } = session
  if (accordId !== undefined) await loadAccord(session, accordId)
  const { store } = await session.documents()
  let saidAt = Date.now()
  const onProgress = (documents: number) => {
    if (Date.now() - saidAt < 2_000) return
    saidAt = Date.now()
    output.progress('documents.verifying', { documents })
  }
  const scope = accordId === undefined ? {} : { accordId }
  const { findings, ...totals } = await verifyDocuments(session.reader(), store, {
    ...scope,
    whole: true,
    onProgress,
  })
  output.document({ outcome: findings.length === 0 ? 'sound' : 'unsound', ...totals, findings })
  for (const { accordId: at, code, detail } of findings) {
    output.line(`✗ ${at}: ${textOf(output.language, `finding.${code}`)} (${detail})`)
  }
  const sums = { ...totals, findings: findings.length, place: store.place }
  output.say(findings.length === 0 ? 'documents.verified' : 'documents.not-verified', sums)
  if (findings.length > 0) process.exitCode = exitCodes.fault
}
