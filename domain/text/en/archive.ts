import type { archive as italian } from '../it/archive.ts'

/** An accord's archive, for third parties. */
export const archive: Record<keyof typeof italian, string> = {
  'cli.help-archive': "writes the accord's file into an archive that anybody can check",
  'cli.help-archive-out': 'new ZIP file to write',
  'cli.help-archive-without': 'leaves out the content of the documents: their digests stay',
  'cli.archive-documents':
    'Documents cited by acts: {included} included, {missing} not. Those not included stay cited by their digest.',
  'cli.archive-progress': 'Read {read} events of {of}…',
  'cli.archive-written': 'Wrote {file}: {events} events. Once extracted, “node check.mjs” checks it.',
  'cli.archive-digest': 'SHA-256 of the archive: {sha256}',
  'cli.archive-head':
    'Hash of the last event, to be told by another way to whoever checks (“node check.mjs HASH”): {headHash}',
  'cli.archive-broken':
    'The archive of accord {accordId} was not written: the hash of event {version} does not come out, the record was changed. Run “./accordi verify” and tell whoever runs the system.',
  'archive.life': 'Timeline',
  'archive.deadlines': 'Deadlines, and why they fall on that day',
  'archive.documents': 'Documents cited',
  'archive.no-documents': 'No act cites a document.',
  'archive.document': 'Document',
  'archive.bytes': 'Bytes',
  'archive.digest': 'SHA-256',
  'archive.cited-by': 'Cited by events',
  'archive.check': 'How to check',
  'archive.check-how':
    'Extract the archive and run “node check.mjs --en” in the folder: it computes the hashes of every event and of every file again. Documents lie in the folder “documents” beside the script; it says which are missing.',
  'archive.head': 'Hash of the last event:',
  'archive.readme': `FILE OF A PROGRAMME ACCORD

summary.en.html     to read: timeline, deadlines with their reasons, documents
events.jsonl        the events, one a line: exactly the text that is hashed
hashes.txt          each event's hash: SHA-256 over the hash before (32 bytes, zeros first) and the line
deadlines.json      the deadlines with their chain of reasons, as data and in words
documents.json      the documents cited, with their SHA-256
documents/          the documents themselves, each with the beginning of its digest in its name
manifest.json       the digest of every file; its own is in manifest.sha256
check.mjs           checks everything: it needs Node.js 20 or later, and nothing else

To check: node check.mjs --en
With the hash of the last event as the Ministry told you by another way: node check.mjs --en HASH
Without that hash you exclude damage and partial changes, not an archive made anew as a whole.
A document that is missing, if you have it, goes into the folder “documents”: it is compared with those cited.`,
}
