/** What is read about the documents of an accord. */
export const documents = {
  'event.DocumentsAdded': 'Aggiunti documenti al fascicolo.',
  'event.DocumentsAdded.note': 'Aggiunti documenti al fascicolo: {note}.',
  'act.AddDocuments': "Aggiunta di documenti al fascicolo dell'accordo",
  'field.AddDocuments.party': 'di chi sono i documenti: ministry (Ministero) o region (Regione)',
  'field.AddDocuments.note': 'annotazione sui documenti aggiunti',
  'field.documentId':
    'identificativo del documento, scelto da chi lo deposita: lo stesso con altro contenuto è la versione successiva',
  'field.signature': 'firma del documento',
  'refusal.no-documents': 'Nessun documento da aggiungere. Indicarne almeno uno con --document.',
  'refusal.document-twice':
    "Il documento «{documentId}» è indicato due volte nello stesso atto: un atto porta una sola versione di un documento. Togliere l'altra, o darle un altro identificativo.",
  'refusal.document-superseded':
    'Questo file è la versione {version} del documento «{documentId}», già sostituita dalla {current}. Allegare la versione attuale, o citarlo senza identificativo.',
  'refusal.document-locked':
    'Il documento «{documentId}» è bloccato alla versione {version}: è già stato deciso ciò che riguarda. Depositare il nuovo file come un altro documento (id=…).',
  'refusal.document-differs':
    'Il file {name} (impronta {sha256}) è dichiarato di {bytes} byte, ma ne risultano {known}: la stessa impronta non può avere due dimensioni. Calcolare di nuovo il riferimento dal file.',
  'refusal.document-not-stored':
    "Il contenuto del file {name} (impronta {sha256}) non è nell'archivio dei documenti: nulla è stato registrato. Depositarlo prima dell'atto; la riga di comando lo fa da sé con --document.",
  'rule.documents-given': 'Regola di accordi: si aggiunge al fascicolo almeno un documento.',
  'rule.document-versions':
    'Regola di accordi: un documento ha una sola versione attuale, e una versione superata non torna.',
  'rule.document-lock':
    'Regola di accordi: ciò su cui si è deciso non cambia; la versione di un documento è bloccata quando è accettato ciò che riguarda.',
  'rule.document-digest':
    'Regola di accordi: ogni documento citato da un atto è conservato con i byte della sua impronta SHA-256.',
  'documentKind.accord': "testo dell'accordo",
  'documentKind.plan': 'piano integrato',
  'documentKind.finalReport': 'relazione finale',
  'documentKind.monitoringReport': 'scheda di monitoraggio',
  'documentKind.request': 'istanza',
  'documentKind.decision': 'provvedimento',
  'documentKind.letter': 'nota',
  'documentKind.addendum': 'atto aggiuntivo',
  'documentKind.regionalAct': 'atto della Regione',
  'documentKind.accounts': 'rendiconto',
  'documentKind.payment': 'mandato o quietanza',
  'documentKind.receipt': 'ricevuta di posta certificata',
  'documentKind.attachment': 'allegato',
  'documentKind.other': 'altro',
  'documentSignature.pades': 'digitale PAdES (nel PDF)',
  'documentSignature.cades': 'digitale CAdES (.p7m)',
  'documentSignature.xades': 'digitale XAdES (XML)',
  'documentSignature.handwritten': 'autografa',
  'documentSignature.none': 'non firmato',
  'documentSignature.unknown': 'non indicata',
} as const
