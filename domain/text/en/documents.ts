/** What is read about the documents of an accord. */
export const documents = {
  'event.DocumentsAdded': 'Documents added to the file.',
  'event.DocumentsAdded.note': 'Documents added to the file: {note}.',
  'act.AddDocuments': "Add documents to the accord's file",
  'field.AddDocuments.party': 'whose documents they are: ministry or region',
  'field.AddDocuments.note': 'note on the documents added',
  'field.documentId':
    'id of the document, chosen by whoever files it: the same id with other content is the next version',
  'field.signature': "the document's signature",
  'refusal.no-documents': 'There is no document to add. Name at least one with --document.',
  'refusal.document-required':
    'A document is missing from the act “{act}”: {documentKind} ({citation}). Attach it with --document FILE kind={kindCode}.',
  'refusal.document-twice':
    'The document "{documentId}" is named twice in the same act: an act carries one version of a document. Remove the other, or give it an id of its own.',
  'refusal.document-superseded':
    'This file is version {version} of the document "{documentId}", already superseded by version {current}. Attach the current version, or cite it without an id.',
  'refusal.document-locked':
    'The document "{documentId}" is locked at version {version}: what it is about has been decided. File the new content as another document (id=…).',
  'refusal.document-differs':
    'The file {name} (digest {sha256}) is declared with {bytes} bytes, but {known} are known: one digest cannot have two sizes. Make the reference from the file again.',
  'refusal.document-not-stored':
    'The content of the file {name} (digest {sha256}) is not in the document store: nothing was recorded. Store it before the act; the command line does so by itself with --document.',
  'refusal.document-store-away':
    'The document store does not answer, and without the content of {name} the act is not recorded. Repeat the act once the store is back.',
  'rule.documents-given': 'Rule of accordi: at least one document is added to the file.',
  'rule.documents-required': 'Rule of the programme: some acts carry the documents that it asks for.',
  'rule.document-versions':
    'Rule of accordi: a document has one current version, and a superseded one does not come back.',
  'rule.document-lock':
    'Rule of accordi: what was decided on does not change; the version of a document is locked once what it is about is accepted.',
  'rule.document-digest':
    'Rule of accordi: every document that an act cites is kept with the bytes of its SHA-256 digest.',
  'documentKind.accord': 'text of the accord',
  'documentKind.plan': 'integrated plan',
  'documentKind.finalReport': 'final report',
  'documentKind.monitoringReport': 'monitoring report',
  'documentKind.request': 'request',
  'documentKind.decision': 'decision',
  'documentKind.letter': 'letter',
  'documentKind.addendum': 'addendum',
  'documentKind.regionalAct': 'act of the Region',
  'documentKind.accounts': 'accounts',
  'documentKind.payment': 'payment order or receipt',
  'documentKind.receipt': 'certified mail receipt',
  'documentKind.attachment': 'attachment',
  'documentKind.other': 'other',
  'documentSignature.pades': 'digital, PAdES (in the PDF)',
  'documentSignature.cades': 'digital, CAdES (.p7m)',
  'documentSignature.xades': 'digital, XAdES (XML)',
  'documentSignature.handwritten': 'by hand',
  'documentSignature.none': 'not signed',
  'documentSignature.unknown': 'not said',
  'documents.bad-setting': '{name} = "{value}" is not a value that it can have. Its forms: {forms}.',
  'documents.not-found': 'The file {name} does not exist or cannot be read. Check the path.',
  'documents.empty': 'The file {name} is empty: nothing was stored. Name the right file.',
  'documents.too-large': 'The file {name} is too large: at most {most} bytes. Split it or make it smaller.',
  'documents.unknown-type': 'The file {name} is not of a type that is taken. Taken: {known}.',
  'documents.other-type':
    'The file {name} is not what it is declared to be: its content is "{found}", not "{extension}". Rename it or name the right file.',
  'documents.hash-differs':
    'The content of the file {name} does not have the declared digest: expected {sha256}, found {found}. Nothing was stored or recorded: the file has changed, do it again.',
  'documents.damaged':
    'The document {sha256} in {place} is damaged: its bytes have the digest {found}. It was not given out; restore it from a backup, or store the original file again.',
  'documents.infected':
    'The file {name} contains "{found}" according to the virus scanner: it was not stored. Get a clean copy.',
  'documents.scanner-away':
    'The virus scanner ({place}) gave no clear answer: {problem}. Nothing was stored: check clamd and ACCORDI_CLAMD, then do it again.',
  'documents.store-away':
    'The document store ({place}) does not answer: {problem}. Nothing was recorded: check ACCORDI_DOCUMENTS and the service, then do it again.',
  'documents.not-stored':
    'The document {sha256} is not in the store ({place}). Store the original file again with "document add".',
  'documents.no-store':
    'There is no document store: name a folder in ACCORDI_DOCUMENTS, or s3://bucket/prefix.',
  'documents.unknown-word':
    '"{value}" cannot be said of a document. What can: {known}. A file of that name is written with ./ before it.',
  'documents.word-before-file': '"{value}" goes after the file that it is about.',
  'documents.bad-word': '"{value}" is not allowed. Allowed values: {known}.',
  'documents.unknown': 'The accord {accordId} has no document "{which}". Documents: {known}.',
  'documents.none': 'The accord {accordId} has no documents.',
  'documents.storing': 'Storing {name}: {percent} %…',
  'documents.written': 'Wrote {file}: {bytes} bytes, digest {sha256} verified.',
  'documents.verifying': 'Documents verified so far: {documents}…',
  'documents.verified': 'Everything agrees: {documents} documents, {bytes} bytes, in {place}.',
  'documents.not-verified': '{findings} documents are missing or damaged, of {documents}, in {place}.',
  'documents.size': '{kilobytes} kB',
  'documents.current': 'current',
  'documents.superseded': 'superseded',
  'documents.locked': 'locked',
  'documents.help-document':
    'files of the act, each followed by what is to be said of it: id=… kind=… signature=… protocol=… name=…',
  'documents.help-list': "list an accord's documents, with all their versions",
  'documents.help-get': 'write a document to a file, verifying its digest',
  'documents.help-which': 'id of the document, or the first characters of its digest (at least 8)',
  'documents.help-out': 'file to write; it must not exist',
  'documents.help-version': 'version, if not the current one',
  'documents.help-verify': 'prove that the store holds every document cited, with its digest',
  'head.document': 'Document',
  'head.version': 'Version',
  'head.kind': 'Kind',
  'head.signature': 'Signature',
  'head.protocol': 'Protocol',
  'head.file': 'File',
  'head.date': 'Date',
  'finding.document-missing': 'a document that is cited is not in the store',
  'finding.document-differs': 'a document in the store does not have the bytes of its digest',
} as const
