/** What was refused, with the value, and what to do about it. */
export const refusals = {
  'refusal.unknown-accord':
    "L'accordo «{accordId}» non esiste. Controllare l'identificativo nell'elenco degli accordi, oppure registrare prima la proposta.",
  'refusal.accord-exists':
    "L'accordo «{accordId}» esiste già. Per un accordo nuovo scegliere un altro identificativo.",
  'refusal.unknown-programme':
    'Il programma «{programmeId}» non è fra quelli caricati. Controllare il codice, oppure importare prima il file del programma.',
  'refusal.not-authorised':
    "Chi agisce come «{role}» non può compiere l'atto «{act}». Lo deve compiere la parte a cui spetta.",
  'refusal.other-region':
    "L'accordo è della Regione {regionId}: la Regione {actor} agisce solo sui propri accordi. Controllare l'identificativo dell'accordo.",
  'refusal.on-behalf-needs-citation':
    "L'atto «{act}» spetta alla Regione: il Ministero lo registra per suo conto solo se ne cita la fonte. Aggiungere la citazione, con il numero di protocollo se c'è.",
  'refusal.not-in-force':
    "L'atto «{act}» non è possibile: l'accordo non è in vigore, manca almeno una firma. Registrare prima le firme del Ministero e della Regione.",
  'refusal.wrong-phase':
    "L'atto «{act}» non è possibile nella fase «{phase}». È possibile solo in queste: {allowed}. La cronologia dell'accordo mostra a che punto si è.",
  'refusal.accord-concluded':
    "L'accordo «{accordId}» è concluso e non riceve più questo atto. Controllare l'identificativo; se va ripreso, riaprirlo prima con i motivi («accord reopen»).",
  'refusal.already-signed':
    "{party} ha già firmato l'accordo: si firma una volta sola. La firma registrata è nella cronologia.",
  'refusal.digital-signature-required':
    "La firma del {on} non è valida ({kind}): dal 30 giugno 2014 l'accordo si firma digitalmente, a pena di nullità. Far firmare di nuovo con firma digitale e registrare quella.",
  'refusal.section-missing':
    'Al piano integrato manca la sezione {section}. Le sezioni sono tre: analisi del contesto (1), azioni propedeutiche (2), azioni pilota (3). Aggiungere quella che manca.',
  'refusal.duplicate-section':
    'Il piano integrato contiene più volte la sezione {section}. Lasciarne una sola.',
  'refusal.no-actions': 'Il piano integrato non contiene azioni. Indicarne almeno una, con numero e titolo.',
  'refusal.duplicate-action':
    'Il numero di azione {numeral} è usato più volte nel piano. Dare a ogni azione un numero romano diverso.',
  'refusal.duplicate-milestone':
    'Il traguardo «{milestoneId}» compare più volte nel piano. Dare a ogni traguardo un identificativo diverso.',
  'refusal.started-action-dropped':
    "L'azione {numeral} è già avviata e manca nel nuovo piano. Rimetterla nel piano con lo stesso numero.",
  'refusal.unknown-action':
    "L'azione {numeral} non è nel piano integrato. Controllare il numero romano nell'elenco delle azioni.",
  'refusal.unknown-milestone':
    "Il traguardo «{milestoneId}» non è nel piano integrato. Controllare l'identificativo nel piano presentato.",
  'refusal.action-not-started':
    "L'azione {numeral} non risulta avviata: non si può completare. Registrare prima il suo avvio.",
  'refusal.duplicate-condition':
    "La condizione «{conditionId}» compare più volte nell'approvazione. Dare a ogni condizione un identificativo diverso.",
  'refusal.unknown-condition':
    "La condizione «{conditionId}» non è fra quelle dell'approvazione. Controllare l'identificativo nell'atto di approvazione registrato.",
  'refusal.conditions-unmet':
    "L'accordo non si può concludere: restano condizioni da adempiere ({conditions}). Registrare prima il loro adempimento.",
  'refusal.integration-already-requested':
    'Le integrazioni {subject} sono già state chieste: si chiedono una volta sola. Si può ancora approvare, oppure restituire il documento con i motivi.',
  'refusal.no-integration-pending':
    'Non ci sono integrazioni {subject} da fornire: nessuna richiesta è in attesa. Senza richiesta non serve alcun invio.',
  'refusal.integration-pending':
    'Non si può ancora decidere {subject}: la Regione ha tempo fino al {until} per le integrazioni chieste. Attendere la risposta o quella data.',
  'refusal.report-before-end':
    'La relazione finale non si può presentare nella fase «{phase}»: le attività non sono terminate. Comunicare prima la fine delle attività, o attenderne la scadenza.',
  'refusal.extension-scope-mismatch':
    "L'ambito della proroga («{scope}») e le date non concordano per «{kind}». Indicare una data per ogni termine dell'ambito, e per nessun altro.",
  'refusal.extension-nothing-to-extend':
    "Non c'è un termine aperto per «{kind}»: non resta nulla da prorogare. Controllare le scadenze dell'accordo e l'ambito della proroga.",
  'refusal.extension-not-later':
    'La proroga per «{kind}» al {asked} non va oltre il termine attuale, che è il {current}. Indicare una data successiva.',
  'refusal.extension-beyond-request':
    'La proroga per «{kind}» al {granted} supera quanto chiesto ({asked}). Concedere al massimo la data chiesta; per andare oltre serve una nuova richiesta.',
  'refusal.extension-report-before-end':
    'La relazione finale al {asked} cadrebbe entro la fine delle attività, che è il {end}. Indicare una data successiva alla fine delle attività.',
  'refusal.extension-beyond-cap':
    'La proroga per «{kind}» al {asked} supera il limite del programma, che è il {cap} ({citation}). Indicare una data entro quel limite.',
  'refusal.extension-too-late-to-ask':
    "La richiesta di proroga per «{kind}» è stata ricevuta il {received}: andava presentata entro il {lastDay}, con {noticeDays} giorni di anticipo ({citation}). Resta possibile una proroga d'ufficio del Ministero.",
  'refusal.extension-too-many':
    'Per «{kind}» sono già in vigore tutte le proroghe che il programma ammette ({most}; {citation}). Serve un nuovo termine, fissato con una nuova decisione.',
  'refusal.extension-too-early-to-ask':
    'La richiesta di proroga per «{kind}» è stata ricevuta il {received}: si può presentare solo dal {firstDay}, {opensDays} giorni prima della fine ({citation}). Ripresentarla da quel giorno.',
  'refusal.extension-too-long':
    'La proroga per «{kind}» al {asked} va oltre la durata massima: dalla prima data, il {first}, si arriva al più al {latest} ({citation}). Indicare una data entro quel giorno.',
  'refusal.extension-not-instructed':
    "La proroga «{extensionId}» non si può decidere senza istruttoria ({citation}). Registrare prima l'istruttoria.",
  'refusal.extension-part-twice':
    'La proroga nomina «{part}» più di una volta. Indicare una sola data per ogni azione o traguardo.',
  'refusal.extension-part-after-end':
    'La proroga porta «{part}» al {asked}, oltre la fine delle attività, che è il {end}. Prorogare prima le attività, oppure indicare una data precedente.',
  'refusal.attachments-in-the-past':
    'Gli allegati sono annunciati per il {by}, ma la richiesta è stata ricevuta il {received}. Indicare un giorno successivo, oppure togliere la data.',
  'refusal.no-addendum':
    "La proroga «{extensionId}» non ha un atto aggiuntivo da firmare. Controllare l'identificativo nell'elenco delle proroghe dell'accordo.",
  'refusal.addendum-in-the-past':
    "Il termine per firmare l'atto aggiuntivo, il {signBy}, è anteriore alla decisione del {on}. Indicare un giorno successivo.",
  'refusal.addendum-too-late':
    "L'atto aggiuntivo della proroga «{extensionId}» andava firmato entro il {signBy}: la proroga è decaduta. Serve una nuova proroga, se il termine da prorogare non è scaduto.",
  'refusal.not-this-office':
    "L'ufficio «{office}» non può compiere l'atto «{act}» in questo programma. Possono farlo: {offices}.",
  'refusal.suspension-exists':
    'La sospensione «{suspensionId}» esiste già. Per una nuova sospensione scegliere un altro identificativo.',
  'refusal.unknown-suspension':
    "La sospensione «{suspensionId}» non esiste. Sospensioni dell'accordo: {known}.",
  'refusal.unknown-deadline': "La scadenza «{deadlineId}» non esiste. Scadenze dell'accordo: {known}.",
  'refusal.suspension-days-not-given':
    'Una sospensione {ground} comincia con il suo atto e finisce con la risposta o con il termine di legge. Togliere primo e ultimo giorno: valgono solo per una sospensione per legge.',
  'refusal.suspension-one-deadline':
    'Una sospensione {ground} riguarda il termine di un solo procedimento. Indicare una scadenza, e una sola.',
  'refusal.suspension-not-this-deadline':
    'La scadenza «{deadlineId}» non è fra quelle che si possono sospendere {ground}. Indicare il termine di un procedimento del Ministero, oppure, per un rilievo della Corte dei conti, quello del controllo (non il termine massimo).',
  'refusal.suspension-clock-stopped':
    "Il termine per «{deadlineId}» non corre più (era il {effective}): non si può sospendere. Se è scaduto, resta da compiere l'atto dovuto.",
  'refusal.suspension-already-used':
    'Il termine per «{deadlineId}» è già stato sospeso {ground}: si può fare una volta sola per procedimento. Decidere con quanto è agli atti.',
  'refusal.suspension-ends-before-start':
    'La sospensione finirebbe il {until}, prima di cominciare ({from}). Indicare un giorno non anteriore.',
  'refusal.suspension-nothing-to-stop':
    "Nessuna scadenza dell'accordo era aperta il {from}: non c'è nulla da sospendere. Controllare il primo giorno e le scadenze indicate.",
  'refusal.suspension-waits-for-nobody':
    'Una sospensione {ground} non aspetta una risposta della Regione. La fa cessare il Ministero.',
  'refusal.observations-pending':
    'Non si può ancora decidere in senso sfavorevole: la Regione ha tempo fino al {until} per le osservazioni. Attendere la risposta o quella data.',
  'refusal.control-already-sent':
    "L'accordo è già stato inviato al controllo della Corte dei conti il {on}. Registrarne l'esito quando arriva.",
  'refusal.control-not-sent':
    "L'accordo non è stato inviato al controllo della Corte dei conti. Registrare prima l'invio.",
  'refusal.control-ended':
    'Il controllo della Corte dei conti è già finito: {outcome}. Non si registra un altro esito.',
  'refusal.nothing-to-correct':
    "Non c'è una data da correggere per «{what}» ({ref}). Controllare quale data si vuole correggere e, per azioni, traguardi e scadenze, anche il riferimento.",
  'refusal.deadline-settled':
    "La scadenza «{deadlineId}» è già adempiuta o venuta meno: la sua data non cambia più. Se è sbagliata la data dell'atto che l'ha chiusa, correggere quella.",
  'refusal.origin-follows-end':
    'La scadenza «{deadlineId}» si conta dalla fine delle attività, che deve ancora venire. Correggere la data di quella («origine della scadenza», riferimento {parent}).',
  'refusal.no-decision-to-reverse':
    "Non c'è una decisione che si possa annullare: si annulla solo l'ultima, e solo finché non ne è seguito altro. Per cambiarne gli effetti serve un nuovo atto (una proroga, una revoca, una correzione).",
  'refusal.signalled-milestone-dropped':
    'Il traguardo «{milestoneId}» è già stato segnalato e manca nel nuovo piano. Rimetterlo nel piano con lo stesso identificativo.',
  'refusal.extension-not-granted':
    "La proroga «{extensionId}» non è stata concessa: non c'è nulla da revocare. Controllare l'identificativo nell'elenco delle proroghe dell'accordo.",
  'refusal.extension-after-expiry':
    'Il termine per «{kind}» è scaduto il {effective}: non si può più prorogare. Serve un nuovo termine, fissato con una nuova decisione.',
  'refusal.extension-pending':
    'Per «{kind}» è già in attesa la richiesta di proroga «{extensionId}». Decidere prima quella.',
  'refusal.extension-exists':
    'La proroga «{extensionId}» esiste già. Per una nuova richiesta scegliere un altro identificativo.',
  'refusal.unknown-extension':
    "La proroga «{extensionId}» non esiste. Controllare l'identificativo nell'elenco delle proroghe dell'accordo.",
  'refusal.extension-already-decided':
    'La proroga «{extensionId}» è già decisa. Per cambiare i termini serve una nuova proroga, con un altro identificativo.',
  'refusal.calendar-version-not-in-use':
    "Il calendario {calendarId} in uso è la versione {version}, non la {asked}. Guardarne l'impatto («calendar impact») e applicare quella, oppure caricare prima la versione voluta.",
  'refusal.calendar-years':
    "Il calendario {calendarId} non dice nulla dell'anno {year}: nessuna scadenza si calcola alla cieca. Controllare la data; se è giusta, caricare una versione del calendario che comprenda quell'anno.",
  'refusal.command-id-reused':
    "L'identificativo di comando «{commandId}» è già stato usato per un atto diverso. Ripetere l'atto identico, oppure usare un identificativo nuovo.",
} as const

/** The rule behind a refusal: a law only where there is one. */
export const rules = {
  'rule.existence': 'Regola di accordi: ogni accordo nasce una volta sola, con la proposta.',
  'rule.programme': 'Regola di accordi: un accordo nasce dentro un programma, di cui conserva le regole.',
  'rule.identity':
    'Regola di accordi: ogni parte compie i propri atti, e la Regione solo sui propri accordi; il revisore legge soltanto.',
  'rule.registration': "Regola di accordi: un atto registrato per conto d'altri ne cita la fonte.",
  'rule.signature-first': "Regola di accordi: prima le firme delle due parti, poi gli atti dell'accordo.",
  'rule.phase-order': "Regola di accordi: ogni atto ha le sue fasi nella vita dell'accordo.",
  'rule.one-signature': 'Regola di accordi: ogni parte firma una volta sola.',
  'rule.digital-signature':
    'Art. 15 c. 2-bis l. 241/1990: dal 30 giugno 2014 gli accordi fra amministrazioni si sottoscrivono con firma digitale, o con altra firma elettronica avanzata o qualificata, a pena di nullità.',
  'rule.three-sections':
    'Regola del programma: il piano integrato si articola in tre sezioni (analisi del contesto, azioni propedeutiche, azioni pilota) e prevede le azioni.',
  'rule.action-numbers':
    "Regola di accordi: azioni e traguardi si riconoscono dal numero o dall'identificativo che hanno nel piano, unico e stabile.",
  'rule.conditions':
    "Regola di accordi: le condizioni dell'approvazione hanno ciascuna il proprio identificativo e si adempiono prima della conclusione.",
  'rule.one-integration':
    'Art. 2 c. 7 l. 241/1990: i termini si sospendono una volta sola, per non più di trenta giorni, per acquisire informazioni.',
  'rule.report-after-end': 'Regola di accordi: la relazione finale rende conto di attività terminate.',
  'rule.extension-scope':
    'Regola di accordi: fine delle attività e relazione finale sono due termini distinti; la proroga dice quali sposta, e a quando.',
  'rule.extension-forward':
    'Regola di accordi: una proroga sposta un termine in avanti, mai indietro, e non concede più di quanto chiesto.',
  'rule.extension-in-time':
    'Regola di accordi: un termine si proroga prima che scada; dopo, solo una nuova decisione può fissarne un altro.',
  'rule.extension-limits':
    "Regola del programma in vigore alla proposta dell'accordo: anticipo della richiesta, limite e numero delle proroghe.",
  'rule.one-request':
    'Regola di accordi: per ogni termine una richiesta di proroga alla volta, decisa una volta sola.',
  'rule.extension-attachments':
    'Regola di accordi: gli allegati di una richiesta possono seguire, entro il giorno che la richiesta indica.',
  'rule.addendum':
    "Regola di accordi: una proroga onerosa ha effetto quando le due parti hanno firmato l'atto aggiuntivo, entro il termine dato.",
  'rule.offices': 'Regola del programma: quali uffici del Ministero possono decidere, correggere, annullare.',
  'rule.suspension-ids': 'Regola di accordi: ogni sospensione ha un identificativo, unico e stabile.',
  'rule.suspension-clock':
    'Art. 2 c. 7 e art. 10-bis l. 241/1990: si sospende il termine di un procedimento in corso; alla ripresa si aggiungono i giorni effettivi. Una legge può sospendere tutti i termini.',
  'rule.suspension-once':
    'Art. 2 c. 7 l. 241/1990: una volta sola per procedimento. Regola di accordi: lo stesso per le osservazioni (art. 10-bis).',
  'rule.observations': 'Art. 10-bis l. 241/1990: prima di un rifiuto, dieci giorni per le osservazioni.',
  'rule.control':
    'Art. 3 l. 20/1994 e art. 27 l. 340/2000: controllo preventivo della Corte dei conti, con i termini che il programma indica.',
  'rule.correction':
    'Regola di accordi: una data registrata per errore si corregge con un atto motivato; quella sbagliata resta nella storia.',
  'rule.reversal':
    "Regola di accordi: si annulla l'ultima decisione finché non ne è seguito altro; la storia resta.",
  'rule.calendar-closed':
    'Regola di accordi: una scadenza si calcola solo con un calendario che conosce i giorni di quegli anni.',
  'rule.idempotency':
    'Regola di accordi: un identificativo di comando vale per un solo atto; ripetere lo stesso atto non lo raddoppia.',
} as const
