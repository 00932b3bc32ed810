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
  'refusal.document-required':
    "All'atto «{act}» manca un documento: {documentKind} ({citation}). Allegarlo con --document FILE kind={kindCode}.",
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
  'refusal.document-store-away':
    "L'archivio dei documenti non risponde, e senza il contenuto di {name} l'atto non si registra. Ripetere l'atto quando l'archivio è di nuovo in funzione.",
  'rule.documents-given': 'Regola di accordi: si aggiunge al fascicolo almeno un documento.',
  'rule.documents-required': 'Regola del programma: certi atti portano con sé i documenti che esso chiede.',
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
  'documents.bad-setting': '{name} = «{value}» non è un valore ammesso. Forme ammesse: {forms}.',
  'documents.not-found': 'Il file {name} non esiste o non si può leggere. Controllare il percorso.',
  'documents.empty': 'Il file {name} è vuoto: nulla è stato depositato. Indicare il file giusto.',
  'documents.too-large': 'Il file {name} è troppo grande: il massimo è {most} byte. Dividerlo o ridurlo.',
  'documents.unknown-type': 'Il file {name} non è di un tipo ammesso. Ammessi: {known}.',
  'documents.other-type':
    'Il file {name} non è ciò che è dichiarato: il contenuto è «{found}», non «{extension}». Rinominarlo o indicare il file giusto.',
  'documents.hash-differs':
    "Il contenuto del file {name} non ha l'impronta dichiarata: attesa {sha256}, trovata {found}. Nulla è stato depositato né registrato: il file è cambiato, ripetere l'operazione.",
  'documents.damaged':
    "Il documento {sha256} in {place} è alterato: i suoi byte hanno l'impronta {found}. Non è stato consegnato; ripristinarlo da una copia di sicurezza, o depositare di nuovo il file originale.",
  'documents.infected':
    "Il file {name} contiene «{found}» secondo l'antivirus: non è stato depositato. Procurarsi una copia pulita.",
  'documents.scanner-away':
    "L'antivirus ({place}) non ha dato una risposta sicura: {problem}. Nulla è stato depositato: controllare clamd e ACCORDI_CLAMD, poi ripetere.",
  'documents.store-away':
    "L'archivio dei documenti ({place}) non risponde: {problem}. Nulla è stato registrato: controllare ACCORDI_DOCUMENTS e il servizio, poi ripetere.",
  'documents.not-stored':
    "Il documento {sha256} non è nell'archivio ({place}). Depositare di nuovo il file originale con «document add».",
  'documents.no-store':
    'Nessun archivio dei documenti: indicare in ACCORDI_DOCUMENTS una cartella, oppure s3://bucket/prefisso.',
  'documents.unknown-word':
    '«{value}» non si può dire di un documento. Si può dire: {known}. Un file con questo nome si scrive con ./ davanti.',
  'documents.word-before-file': '«{value}» va dopo il file a cui si riferisce.',
  'documents.bad-word': '«{value}» non è ammesso. Valori ammessi: {known}.',
  'documents.unknown': "L'accordo {accordId} non ha il documento «{which}». Documenti: {known}.",
  'documents.none': "L'accordo {accordId} non ha documenti.",
  'documents.storing': 'Deposito di {name}: {percent} %…',
  'documents.written': 'Scritto {file}: {bytes} byte, impronta {sha256} verificata.',
  'documents.verifying': 'Documenti verificati finora: {documents}…',
  'documents.verified': 'Tutto torna: {documents} documenti, {bytes} byte, in {place}.',
  'documents.not-verified': '{findings} documenti mancano o sono alterati, su {documents}, in {place}.',
  'documents.size': '{kilobytes} kB',
  'documents.current': 'attuale',
  'documents.superseded': 'superata',
  'documents.locked': 'bloccata',
  'documents.help-document':
    "file dell'atto, ciascuno seguito da ciò che se ne vuole dire: id=… kind=… signature=… protocol=… name=…",
  'documents.help-list': 'elenca i documenti di un accordo, con tutte le versioni',
  'documents.help-get': "scrive un documento in un file, verificandone l'impronta",
  'documents.help-which': 'identificativo del documento, oppure le prime cifre della sua impronta (almeno 8)',
  'documents.help-out': 'file da scrivere; non deve esistere',
  'documents.help-version': 'versione, se non quella attuale',
  'documents.help-verify': "prova che l'archivio contiene ogni documento citato, con la sua impronta",
  'head.document': 'Documento',
  'head.version': 'Versione',
  'head.kind': 'Genere',
  'head.signature': 'Firma',
  'head.protocol': 'Protocollo',
  'head.file': 'File',
  'head.date': 'Data',
  'finding.document-missing': "un documento citato non è nell'archivio",
  'finding.document-differs': "un documento nell'archivio non ha i byte della sua impronta",
} as const
