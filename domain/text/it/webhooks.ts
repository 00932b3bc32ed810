/** Gli eventi in uscita. */
export const webhooks = {
  'cli.help-webhook': 'gli eventi in uscita: a chi si mandano, che cosa non è arrivato',
  'cli.help-webhook-add':
    'manda gli eventi, firmati, a un indirizzo https; il segreto per verificarli è mostrato una volta sola',
  'cli.help-webhook-list': 'elenca a chi si mandano gli eventi e quanti aspettano',
  'cli.help-webhook-show':
    'mostra uno di essi: stato, coda, ultimi invii non riusciti, che cosa è stato fatto',
  'cli.help-webhook-pause': 'sospende gli invii; nulla va perso',
  'cli.help-webhook-resume': 'riprende gli invii da dove erano',
  'cli.help-webhook-test': 'manda ora un evento di prova e dice che cosa ha risposto il destinatario',
  'cli.help-webhook-redrive': 'manda di nuovo ciò che non è arrivato',
  'cli.help-webhook-skip':
    'lascia da parte un evento che non arriva: il suo accordo va avanti con il successivo',
  'cli.help-webhook-rotate': 'dà un segreto nuovo; il precedente firma ancora per 24 ore',
  'cli.help-webhook-end': 'non manda più nulla: ciò che aspetta è lasciato cadere, il segreto è cancellato',
  'cli.help-webhook-id': 'identificativo, come lo dà «webhook list»',
  'cli.help-webhook-url': 'indirizzo https che riceve gli eventi',
  'cli.help-webhook-types': 'solo questi tipi di evento, separati da virgole (tutti se non indicato)',
  'cli.help-webhook-region': 'solo gli accordi di questa Regione',
  'cli.help-webhook-programme': 'solo gli accordi di questo programma',
  'cli.help-webhook-accord': 'solo questo accordo',
  'cli.help-webhook-from': 'da quando: start (tutti gli eventi, dal primo) oppure now (solo i nuovi)',
  'cli.help-webhook-redrive-accord': 'solo gli eventi di questo accordo',
  'cli.help-webhook-event': 'un evento, scritto accordo/versione come in «webhook show»: prova-10/7',
  'cli.help-webhook-reason': 'perché non si manda',

  'webhook.added': '{id}: gli eventi saranno mandati a {url}.',
  'webhook.secret':
    'Segreto, mostrato solo ora: {secret}\nConservarlo dove il destinatario verifica le firme.',
  'webhook.none': 'Nessun destinatario. «./accordi webhook add --help» spiega come aggiungerne uno.',
  'webhook.now-active': '{id}: gli invii riprendono da dove erano.',
  'webhook.now-paused': '{id}: invii sospesi. Nulla va perso: «./accordi webhook resume {id}» li riprende.',
  'webhook.now-ended': '{id}: concluso. Nulla sarà più mandato e il segreto è cancellato.',
  'webhook.already-active': '{id}: era già attivo.',
  'webhook.already-paused': '{id}: era già sospeso.',
  'webhook.still-paused': 'È sospeso: nulla parte prima di «./accordi webhook resume {id}».',
  'webhook.ping-taken': 'Evento di prova {event}: ricevuto ({answer}).',
  'webhook.ping-failed': 'Evento di prova {event}: non ricevuto ({answer}).',
  'webhook.redriven':
    'Di nuovo in partenza: {failed} non riusciti, {retrying} in attesa di un altro tentativo.',
  'webhook.nothing-to-redrive': '{id}: nulla da mandare di nuovo.',
  'webhook.skipped': "{value}: lasciato da parte; l'accordo va avanti con l'evento successivo.",
  'webhook.rotated': '{id}: segreto nuovo. Il precedente firma ancora per 24 ore, poi non più.',
  'webhook.is': '{id}  {url}  {state}',
  'webhook.is-told': 'Eventi: {what}',
  'webhook.backlog':
    'In coda {pending} (di cui {blocked} dietro a uno non riuscito), non riusciti {failed}, arrivati negli ultimi 30 giorni {delivered}.',
  'webhook.oldest': 'Il più vecchio in coda è del {at}.',
  'webhook.last': "L'ultimo arrivato: {at}.",
  'webhook.what-to-do':
    'Riparato il destinatario: «./accordi webhook redrive {id}»; per rinunciare a un evento: «./accordi webhook skip {id} --event accordo/versione --reason "..."».',
  'webhook.all-types': 'tutti gli eventi',
  'webhook.of-region': 'Regione {regionId}',
  'webhook.of-programme': 'programma {programmeId}',
  'webhook.of-accord': 'accordo {accordId}',

  'webhook.state.active': 'attivo',
  'webhook.state.paused': 'sospeso',
  'webhook.state.gone': 'sospeso: il destinatario ha risposto 410, non esiste più',
  'webhook.state.ended': 'concluso',
  'webhook.delivery.pending': 'in coda',
  'webhook.delivery.delivered': 'arrivato',
  'webhook.delivery.failed': 'non riuscito',
  'webhook.delivery.skipped': 'lasciato da parte',

  'webhook.head.id': 'Destinatario',
  'webhook.head.url': 'Indirizzo',
  'webhook.head.what': 'Eventi',
  'webhook.head.state': 'Stato',
  'webhook.head.pending': 'In coda',
  'webhook.head.failed': 'Non riusciti',
  'webhook.head.event': 'Evento',
  'webhook.head.type': 'Tipo',
  'webhook.head.attempts': 'Tentativi',
  'webhook.head.answer': 'Esito',
  'webhook.head.next': 'Prossimo tentativo',

  'webhook.error.status': 'risposta {status}',
  'webhook.error.redirect': 'risposta {status}, un rinvio altrove: non si segue',
  'webhook.error.timeout': 'nessuna risposta entro 10 secondi',
  'webhook.error.private': "l'indirizzo è di questa macchina o di una rete privata: non si manda",
  'webhook.error.not-https': "l'indirizzo non è https: non si manda",
  'webhook.error.unreadable': "l'evento è di una versione di accordi più nuova di questa",
  'webhook.error.ended': 'concluso nel frattempo',
  'webhook.error.ENOTFOUND': "il nome dell'indirizzo non esiste",
  'webhook.error.ECONNREFUSED': 'nessuno risponde a questo indirizzo',
  'webhook.error.ECONNRESET': 'il destinatario ha chiuso la connessione',
  'webhook.error.DEPTH_ZERO_SELF_SIGNED_CERT': 'il certificato è firmato da sé',
  'webhook.error.CERT_HAS_EXPIRED': 'il certificato è scaduto',
  'webhook.error.other': 'connessione non riuscita ({code})',

  'webhook.note.created': '{at}: aggiunto da {by}',
  'webhook.note.paused': '{at}: sospeso da {by}',
  'webhook.note.resumed': '{at}: ripreso da {by}',
  'webhook.note.rotated': '{at}: segreto cambiato da {by}',
  'webhook.note.redriven': '{at}: mandato di nuovo da {by}',
  'webhook.note.skipped': '{at}: lasciato da parte da {by}',
  'webhook.note.ended': '{at}: concluso da {by}',

  'webhook.no-such': 'Nessun destinatario «{value}». Esistono: {values}.',
  'webhook.is-ended': '{id} è concluso: non si riapre. Aggiungerne uno nuovo con «./accordi webhook add».',
  'webhook.not-yours':
    "{id} non è della Regione {regionId}: lo cambia chi l'ha aggiunto, oppure il Ministero (--as ministry).",
  'webhook.not-your-region':
    '--region: «{value}» non è la Regione di chi chiede ({regionId}). Una Regione riceve gli eventi dei propri accordi: togliere --region.',
  'webhook.too-many':
    'I destinatari sono già {most}, il massimo. Concluderne uno con «./accordi webhook end».',
  'webhook.bad-from': '--from: «{value}» non si può usare; scrivere start oppure now.',
  'webhook.bad-region':
    '--region: «{value}» non è una Regione; scrivere il codice ISTAT (10) o il nome (umbria).',
  'webhook.no-such-programme': '--programme: nessun programma «{value}». Esistono: {values}.',
  'webhook.unknown-type': '--types: «{value}» non è un tipo di evento. Esistono: {values}.',
  'webhook.bad-event':
    '--event: «{value}» non indica un evento; scrivere accordo/versione, come in «webhook show»: prova-10/7.',
  'webhook.no-reason': '--reason: manca il motivo. Scriverlo in poche parole.',
  'webhook.nothing-to-skip':
    '--event: «{value}» non è in coda per {id}, oppure è in partenza in questo momento. «./accordi webhook show {id}» dice che cosa aspetta.',
  'webhook.url.not-a-url': '«{value}» non è un indirizzo. Scriverlo per intero: https://esempio.it/eventi.',
  'webhook.url.not-https':
    '«{value}» non è un indirizzo https. Usare https; http è ammesso solo in prova, con ACCORDI_WEBHOOK_PRIVATE=1.',
  'webhook.url.with-credentials':
    "L'indirizzo contiene un utente o una parola d'ordine: toglierli. Gli eventi si verificano con la firma.",
  'webhook.url.with-fragment': "L'indirizzo «{value}» contiene «#»: togliere ciò che segue.",
  'webhook.url.too-long': "L'indirizzo è più lungo di 2000 caratteri: accorciarlo.",
  'webhook.url.private':
    '«{value}» è di questa macchina o di una rete privata. Indicare un indirizzo pubblico; in prova, ACCORDI_WEBHOOK_PRIVATE=1.',
} as const
