/** L'archivio di un accordo, per terzi. */
export const archive = {
  'cli.help-archive': "scrive il fascicolo dell'accordo in un archivio che chiunque può verificare",
  'cli.help-archive-out': 'nuovo file ZIP da scrivere',
  'cli.help-archive-without': 'lascia fuori il contenuto dei documenti: restano le loro impronte',
  'cli.archive-documents':
    'Documenti citati dagli atti: {included} inclusi, {missing} no. Quelli non inclusi restano citati con la loro impronta.',
  'cli.archive-progress': 'Letti {read} eventi di {of}…',
  'cli.archive-written':
    'Scritto {file}: {events} eventi. Si verifica, una volta estratto, con «node check.mjs».',
  'cli.archive-digest': "SHA-256 dell'archivio: {sha256}",
  'cli.archive-head':
    "Impronta dell'ultimo evento, da comunicare per altra via a chi verifica («node check.mjs IMPRONTA»): {headHash}",
  'cli.archive-broken':
    "L'archivio dell'accordo {accordId} non è stato scritto: l'impronta dell'evento {version} non torna, il registro è stato modificato. Eseguire «./accordi verify» e avvisare chi gestisce il sistema.",
  'archive.life': 'Storia',
  'archive.deadlines': 'Scadenze, e perché cadono in quel giorno',
  'archive.documents': 'Documenti citati',
  'archive.no-documents': 'Nessun atto cita documenti.',
  'archive.document': 'Documento',
  'archive.bytes': 'Byte',
  'archive.digest': 'SHA-256',
  'archive.cited-by': 'Citato dagli eventi',
  'archive.check': 'Come verificare',
  'archive.check-how':
    "Estrarre l'archivio ed eseguire «node check.mjs» nella cartella: ricalcola le impronte di ogni evento e di ogni file. I documenti stanno nella cartella «documents» accanto allo script; di quelli che mancano dice quali sono.",
  'archive.head': "Impronta dell'ultimo evento:",
  'archive.readme': `FASCICOLO DI UN ACCORDO DI PROGRAMMA

riepilogo.it.html   da leggere: storia, scadenze con le loro ragioni, documenti
events.jsonl        gli eventi, uno per riga: esattamente il testo di cui si calcola l'impronta
hashes.txt          l'impronta di ogni evento: SHA-256 dell'impronta precedente (32 byte, zero la prima) e della riga
deadlines.json      le scadenze con la catena delle ragioni, come dati e in parole
documents.json      i documenti citati, con la loro impronta SHA-256
documents/          i documenti stessi, ciascuno con l'inizio della sua impronta nel nome
manifest.json       l'impronta di ogni file; la sua sta in manifest.sha256
check.mjs           verifica tutto: serve Node.js 20 o successivo, e nient'altro

Verificare: node check.mjs
Con l'impronta dell'ultimo evento comunicata dal Ministero per altra via: node check.mjs IMPRONTA
Senza quella impronta si esclude un danno o una modifica parziale, non un archivio rifatto per intero.
Un documento che manca, se lo si ha, si mette nella cartella «documents»: sarà confrontato con quelli citati.`,
} as const
