/** What is wrong with a field of the input, what it held, and what to write instead. */
export const issues = {
  'issue.timer-only':
    "{field}: «{value}» spetta soltanto allo scadenzario dell'accordo; registrare l'atto dovuto, oppure attendere la scadenza.",
  'issue.other-accord':
    "{field}: «{value}» non è l'accordo a cui il comando è stato inviato, che è {accordId}; correggere uno dei due.",
  'issue.in-the-future':
    '{field}: «{value}» è nel futuro; un atto non può essere ricevuto dopo adesso. Togliere il campo, oppure scrivere quando è arrivato.',
  'issue.duplicate-command-id':
    '{field}: «{value}» è già di un altro atto dello stesso file; dare a ogni atto il suo, oppure togliere il campo.',
  'issue.reserved-command-id':
    '{field}: «{value}» comincia con «{prefix}», che è riservato allo scadenzario; scegliere un altro identificativo.',
  'issue.required': '{field}: manca ed è obbligatorio; indicarlo.',
  'issue.unknown-field': '{field}: campo sconosciuto; toglierlo, oppure controllare come è scritto.',
  'issue.wrong-type': '{field}: «{value}» non è del tipo atteso; scrivere {expected}.',
  'issue.not-one-of': '{field}: «{value}» non è un valore ammesso; scegliere fra: {values}.',
  'issue.wrong-form':
    "{field}: «{value}» non ha la forma attesa; l'aiuto del comando descrive come scriverlo.",
  'issue.empty': '{field}: è vuoto; scrivere almeno un carattere o un elemento.',
  'issue.too-long': '{field}: «{value}» è troppo lungo; il massimo è {most}.',
  'issue.too-many': '{field}: contiene troppi elementi; il massimo è {most}.',
  'issue.too-large': '{field}: «{value}» è troppo grande; il massimo è {most}.',
  'issue.control-characters':
    '{field}: «{value}» contiene caratteri di controllo; lasciare solo testo, spazi e a capo.',
  'issue.not-a-date':
    '{field}: «{value}» non è una data del calendario; scrivere AAAA-MM-GG, per esempio 2014-12-31. Per la data di un atto basta AAAA-MM, o AAAA, se il resto non è noto.',
  'issue.not-an-instant':
    '{field}: «{value}» non è un istante; scrivere data, ora e fuso, per esempio 2014-12-30T14:00:00+01:00.',
  'issue.not-a-wall-time':
    "{field}: «{value}» non è un'ora; scrivere HH:MM, da 00:00 a 23:59, per esempio 14:00.",
  'issue.not-a-period':
    '{field}: «{value}» non è una durata; scrivere una sola unità, per esempio P30D (giorni), P3W (settimane), P18M (mesi), P1Y (anni).',
  'issue.unknown-region':
    '{field}: «{value}» non è una Regione; scrivere il codice ISTAT di due cifre, da 01 a 20, per esempio 10 per la Regione Umbria.',
  'issue.unknown-zone': '{field}: «{value}» non è un fuso orario noto; scrivere per esempio Europe/Rome.',
  'issue.not-a-deadline-id':
    "{field}: «{value}» non è l'identificativo di una scadenza; scriverlo come lo mostra l'elenco delle scadenze dell'accordo, per esempio planReview o milestone:rete-attiva.",
  'issue.target-after-term':
    '{field}: «{value}» non viene prima del termine; scrivere una durata più breve di quella del termine, per esempio P20D per un termine di P30D.',
  'issue.not-an-amount':
    '{field}: «{value}» non è un importo; scrivere euro maggiori di zero con il punto e al massimo due decimali, per esempio 331117.00.',
  'issue.not-a-slug':
    '{field}: «{value}» non è un identificativo; usare da 1 a 64 lettere minuscole senza accento, cifre, punti, trattini, per esempio umbria-2014-2020.',
  'issue.not-an-office-ref':
    "{field}: «{value}» non è un riferimento d'ufficio; usare da 1 a 64 lettere minuscole, cifre, punti, trattini, mai nomi o indirizzi di persone.",
  'issue.not-a-command-id':
    '{field}: «{value}» non è un identificativo di comando; usare da 1 a 200 lettere, cifre e i segni . _ : ~ -, senza spazi.',
  'issue.not-a-calendar-id':
    '{field}: «{value}» non è il codice di un calendario; usare lettere maiuscole, cifre e trattini, per esempio IT o IT-ROMA.',
  'issue.duplicate-holiday':
    '{field}: «{value}» ripete una festività che il calendario ha già negli stessi anni, per nome o per giorno; toglierne una, oppure separare gli anni.',
  'issue.period-reversed':
    "{field}: «{value}» comincia dopo la sua fine; scrivere in fromYear il primo anno e in untilYear l'ultimo.",
  'issue.not-a-roman-numeral':
    '{field}: «{value}» non è un numero romano da I a LXXXIX; scriverlo in maiuscolo, per esempio IV.',
  'issue.not-a-section':
    '{field}: «{value}» non è una sezione del piano integrato; scrivere 1 (analisi del contesto), 2 (azioni propedeutiche) o 3 (azioni pilota).',
  'issue.not-an-action-section':
    '{field}: «{value}» non è una sezione che contiene azioni; scrivere 2 (azioni propedeutiche) o 3 (azioni pilota), oppure togliere il campo se la fonte non lo dice.',
  'issue.not-a-priority':
    '{field}: «{value}» non è una priorità del programma; scrivere un numero da 1 a 5, oppure togliere il campo.',
  'issue.not-a-sha256':
    "{field}: «{value}» non è un'impronta SHA-256; scrivere le 64 cifre esadecimali minuscole, per esempio con il comando sha256sum.",
  'issue.not-a-mime-type': '{field}: «{value}» non è un tipo di file; scrivere per esempio application/pdf.',

  'type.string': 'un testo',
  'type.number': 'un numero',
  'type.int': 'un numero intero',
  'type.boolean': 'true o false',
  'type.object': 'un oggetto JSON',
  'type.record': 'un oggetto JSON',
  'type.array': 'un elenco JSON',
} as const

/** What each field of the input means; a field of one command only when its meaning differs there. */
export const fields = {
  'field.commandId': "identificativo dell'atto: ripeterlo uguale non lo raddoppia",
  'field.accordId': "identificativo dell'accordo, per esempio umbria-2014-2020",
  'field.type': "tipo dell'atto",
  'field.data': "contenuto dell'atto",
  'field.on': "data dell'atto: AAAA-MM-GG, oppure AAAA-MM o AAAA se il resto non è noto",
  'field.assumed': 'true se la data è presunta: nessuna fonte la dice',
  'field.receivedAt': 'istante di ricezione, con fuso orario: decide se si è in tempo',
  'field.actor': "chi compie o registra l'atto",
  'field.role': 'ruolo: ministry, region, scheduler o auditor',
  'field.citation': "fonte da cui l'atto è noto",
  'field.source': "fonte, com'è citata",
  'field.protocol': "numero di protocollo, lettera per lettera com'è citato",
  'field.mark':
    'da dove viene il fatto: stated (pagina del programma), act (atto pubblicato), assumed (presunto)',
  'field.documents': "documenti dell'atto: impronta, nome, dimensione, tipo",
  'field.sha256': 'impronta SHA-256 del documento',
  'field.name': 'nome del file',
  'field.bytes': 'dimensione in byte',
  'field.mime': 'tipo del file, per esempio application/pdf',
  'field.programmeId': 'codice del programma, per esempio 2014-2020',
  'field.regionId': 'codice ISTAT della Regione, due cifre (10 per la Regione Umbria)',
  'field.title': 'titolo',
  'field.ProposeAccord.title': "titolo dell'accordo",
  'field.RecordRegionalAct.title': "titolo dell'atto della Regione, com'è citato",
  'field.SubmitFinalReport.title': 'titolo della relazione finale',
  'field.fund': 'fondo che finanzia',
  'field.signBy': "termine chiesto per le firme: giorno e, se c'è, ora",
  'field.date': 'giorno, AAAA-MM-GG',
  'field.time': 'ora locale, HH:MM',
  'field.party': 'parte che firma: ministry o region',
  'field.kind': 'tipo di firma: digital, handwritten o unknown',
  'field.signerRef': "riferimento dell'ufficio che firma, mai il nome di una persona",
  'field.signedAt': 'istante della firma, se noto',
  'field.amount': 'importo in euro, per esempio 331117.00',
  'field.currency': 'valuta: EUR',
  'field.sections': 'le tre sezioni del piano integrato',
  'field.number': 'numero della sezione: 1, 2 o 3',
  'field.actions': 'le azioni del piano integrato',
  'field.numeral': "numero romano dell'azione",
  'field.section': "sezione dell'azione: 2 (propedeutica) o 3 (pilota)",
  'field.priority': "priorità dell'azione pilota, da 1 a 5",
  'field.milestones': "traguardi dell'azione",
  'field.id': 'identificativo',
  'field.text': 'testo della condizione',
  'field.dueOn': 'entro quale giorno, AAAA-MM-GG',
  'field.activitiesUntil': 'fine prevista delle attività, AAAA-MM-GG',
  'field.request': 'che cosa si chiede di integrare',
  'field.note': 'nota',
  'field.SupplyPlanIntegration.note': 'che cosa si fornisce',
  'field.SupplyReportIntegration.note': 'che cosa si fornisce',
  'field.calendarVersion': 'versione del calendario in uso, AAAA-MM-GG',
  'field.reasons': 'motivi',
  'field.conditions': "condizioni dell'approvazione",
  'field.conditionId': 'identificativo della condizione',
  'field.milestoneId': 'identificativo del traguardo',
  'field.extensionId': 'identificativo della proroga, scelto da chi la chiede o la concede',
  'field.scope':
    'ambito: activities (attività), finalReport (relazione finale), both (entrambi) o parts (singole azioni o traguardi)',
  'field.until': "nuove date, secondo l'ambito",
  'field.activities': 'nuova fine delle attività, AAAA-MM-GG',
  'field.finalReport': 'nuova scadenza della relazione finale, AAAA-MM-GG',
  'field.suspensionId': 'identificativo della sospensione, scelto da chi la dispone',
  'field.ground':
    'perché: art2c7 (informazioni), art10bis (osservazioni), law (per legge), control (rilievo della Corte dei conti)',
  'field.deadlineIds': 'scadenze sospese; per una legge, se manca, tutte quelle aperte',
  'field.from': 'primo giorno della sospensione per legge, AAAA-MM-GG',
  'field.StartSuspension.until': 'ultimo giorno della sospensione per legge, AAAA-MM-GG, se noto',
  'field.SupplyInformation.note': 'che cosa si fornisce',
  'field.proposal':
    "che cosa propone l'istruttoria: grant (concedere), grantInPart (in parte), refuse (rifiutare)",
  'field.attachmentsBy': 'entro quale giorno seguono gli allegati, AAAA-MM-GG',
  'field.addendum': "atto aggiuntivo di una proroga onerosa: entro quando si firma e, se noto, l'importo",
  'field.GrantExtension.signBy': "entro quale giorno si firma l'atto aggiuntivo, AAAA-MM-GG",
  'field.outcome': 'esito: registered (registrato) o refused (rifiutato)',
  'field.what':
    'quale data si corregge: proposal, inForce, actionStart, actionCompletion, milestone, activitiesEnd o deadline',
  'field.ref': 'di quale azione, traguardo o scadenza',
  'field.to': 'il giorno giusto, AAAA-MM-GG',
  'field.endsOn': "fine prevista dell'azione, AAAA-MM-GG",
  'field.tier': 'quale delle due date: target (obiettivo)',
  'field.RequestExtension.actions': 'nuove date di singole azioni: I=2019-03-31,II=2019-06-30',
  'field.GrantExtension.actions': 'nuove date di singole azioni: I=2019-03-31,II=2019-06-30',
  'field.RequestExtension.milestones': 'nuove date di singoli traguardi: rete-attiva=2019-03-31',
  'field.GrantExtension.milestones': 'nuove date di singoli traguardi: rete-attiva=2019-03-31',
  'field.deadlineId': 'identificativo della scadenza',
  'field.revision': 'revisione della scadenza per cui il sistema era in attesa',
} as const
