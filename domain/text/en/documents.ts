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
  'rule.documents-given': 'Rule of accordi: at least one document is added to the file.',
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
} as const
