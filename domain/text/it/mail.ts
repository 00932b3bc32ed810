import type { DeadlineKind } from '../../accord/events.ts'

/** Promemoria prima della scadenza, solleciti dopo: ciò che dicono i messaggi di posta. */
export const mail = {
  'letter.subject.comingDue': 'Promemoria · {region} · {deadline} entro il {date} ({days})',
  'letter.subject.overdue': 'Sollecito · {region} · {deadline}: termine scaduto il {date} ({days})',
  'letter.subject.extensionWindow':
    'Promemoria · {region} · {deadline}: una proroga si può chiedere fino al {date} ({days})',
  'letter.subject.many': 'Scadenze: {counts} ({regions})',
  'letter.subject.part': '{subject} – messaggio {place} di {of}',
  'letter.subject.fallback': 'Al posto di un altro contatto · {subject}',
  'letter.count.overdue.one': '1 scaduta',
  'letter.count.overdue.many': '{count} scadute',
  'letter.count.soon.one': '1 entro 7 giorni',
  'letter.count.soon.many': '{count} entro 7 giorni',
  'letter.count.later.one': '1 più avanti',
  'letter.count.later.many': '{count} più avanti',
  'letter.regions.more': '{regions} e altre {count}',

  'letter.title.digest': 'Riepilogo delle scadenze di {day}',
  'letter.title.urgent': 'Scadenze che non possono aspettare',
  'letter.title.reminder': 'Promemoria di una scadenza',
  'letter.title.pressing': 'Sollecito per una scadenza passata',
  'letter.intro.digest': 'Le scadenze degli accordi di programma di cui siete avvisati oggi: {counts}.',
  'letter.intro.urgent': 'Queste scadenze sono vicine o già passate, e non aspettano il riepilogo: {counts}.',
  'letter.intro.fallback':
    'Questo messaggio era per un altro contatto, ma non gli è arrivato: lo ricevete voi, del suo ufficio o dell’ufficio sopra il suo.',
  'letter.intro.part': 'È il messaggio {place} di {of} di oggi: gli altri riportano le altre scadenze.',
  'letter.intro.late':
    'Alcuni avvisi partono in ritardo, perché accordi è rimasto fermo. Ogni scadenza interessata lo dice.',

  'letter.section.overdue': 'Scadute',
  'letter.section.soon': 'Entro 7 giorni',
  'letter.section.later': 'Più avanti',
  'letter.accord': '{title} · {region}',

  'letter.due': 'Scadenza',
  'letter.due.last': 'Ultimo giorno',
  'letter.due.value': '{day}, ore {time} (ora di {zone}): {days}',
  'letter.due.value.last': '{day} ({days}), per una scadenza che ora è {deadlineDay}, ore {time}',
  'letter.zone.rome': 'Roma',
  'letter.owes': 'Chi deve provvedere',
  'letter.owes.region': 'la Regione ({region})',
  'letter.owes.ministry': 'il Ministero',
  'letter.owes.both': 'il Ministero e la Regione ({region})',
  'letter.owes.corteDeiConti': 'la Corte dei conti',
  'letter.reason': 'Perché lo ricevete',
  'letter.reason.responsible': 'il vostro ufficio è responsabile di questa scadenza',
  'letter.reason.responsible.both':
    'il vostro ufficio è responsabile per una delle due parti che devono provvedere',
  'letter.reason.above.one':
    'il vostro ufficio è quello sopra l’ufficio responsabile, a cui la scadenza è segnalata ({days})',
  'letter.reason.above.two':
    'il vostro ufficio è due livelli sopra l’ufficio responsabile, a cui la scadenza è segnalata ({days})',
  'letter.reason.waiting': 'deve provvedere l’altra parte: il vostro ufficio è quello che attende',
  'letter.reason.control': 'il vostro ufficio segue l’atto che la Corte dei conti sta controllando',
  'letter.next': 'Che cosa fare',
  'letter.next.above': 'Accertarsi che l’ufficio responsabile provveda. L’atto atteso: {act}',
  'letter.next.waiting': 'Nulla da registrare da parte vostra. L’atto atteso: {act}',
  'letter.next.overdue': 'Il termine è passato, l’obbligo resta. {act}',
  'letter.next.extensionWindow':
    'Se il tempo non basta, registrare una richiesta di proroga con i suoi motivi entro questo giorno: dopo non è più ammessa.',
  'letter.next.signature': 'Firmare l’accordo e registrare la firma.',
  'letter.next.plan': 'Presentare il piano integrato e registrarne la presentazione.',
  'letter.next.planReview': 'Esaminare il piano integrato: approvarlo, restituirlo o chiedere integrazioni.',
  'letter.next.planIntegration': 'Inviare le integrazioni chieste sul piano integrato.',
  'letter.next.planResubmission': 'Presentare di nuovo il piano integrato, corretto.',
  'letter.next.planCondition': 'Adempiere la condizione dell’approvazione e registrarlo.',
  'letter.next.milestone': 'Raggiungere il traguardo e segnalarlo.',
  'letter.next.activities': 'Concludere le attività e comunicarne la fine.',
  'letter.next.finalReport': 'Presentare la relazione finale e registrarne la presentazione.',
  'letter.next.reportReview':
    'Esaminare la relazione finale: approvarla, restituirla o chiedere integrazioni.',
  'letter.next.reportIntegration': 'Inviare le integrazioni chieste sulla relazione finale.',
  'letter.next.reportResubmission': 'Presentare di nuovo la relazione finale, corretta.',
  'letter.next.extensionDecision': 'Decidere sulla richiesta di proroga.',
  'letter.next.extensionAttachments': 'Inviare gli allegati che mancano alla richiesta di proroga.',
  'letter.next.amendmentDecision': 'Decidere sulla richiesta di rimodulazione.',
  'letter.next.addendum': 'Firmare l’atto aggiuntivo e registrare la firma: senza, la proroga decade.',
  'letter.next.action': 'Completare l’azione e registrarne il completamento.',
  'letter.next.informationReply': 'Inviare le informazioni chieste.',
  'letter.next.observations': 'Inviare le osservazioni prima del rifiuto, se se ne vogliono fare.',
  'letter.next.control': 'Registrare l’esito del controllo appena arriva.',
  'letter.next.controlLatest':
    'Registrare l’esito del controllo: oltre questo giorno l’atto ha effetto comunque.',
  'letter.next.exitDecision': 'Decidere sulla rinuncia o sulla mancata fruizione.',
  'letter.next.revocationObservations': 'Inviare le osservazioni sulla revoca, se se ne vogliono fare.',
  'letter.next.recovery': 'Restituire la somma dovuta e registrare la restituzione.',
  'letter.next.monitoringReport': 'Presentare la scheda di monitoraggio.',
  'letter.next.midTermReport': 'Presentare la scheda di monitoraggio di metà percorso.',
  'letter.next.monitoringReview': 'Esaminare la scheda di monitoraggio: accettarla o restituirla.',
  'letter.next.monitoringResubmission': 'Presentare di nuovo la scheda di monitoraggio, corretta.',
  'letter.why': 'Perché questa data',
  'letter.why.of': 'Perché questa data: {deadline}, {accord}',
  'letter.late': 'In ritardo',
  'letter.late.value': 'doveva partire {day}; accordi era fermo e lo manda ora',

  'letter.days.today': 'oggi',
  'letter.days.tomorrow': 'domani',
  'letter.days.in': 'tra {count} giorni',
  'letter.days.passedToday': 'scaduta oggi',
  'letter.days.since.one': 'scaduta da 1 giorno',
  'letter.days.since.many': 'scaduta da {count} giorni',

  'letter.close.done': 'Se l’atto è già compiuto, registrarlo in accordi: gli avvisi cessano.',
  'letter.close.automatic':
    'Messaggio automatico di accordi, che tiene le scadenze degli accordi di programma.',
  'letter.close.unsubscribe': 'Non ricevere più il riepilogo',
  'letter.close.unsubscribe.says':
    'Il riepilogo si può disdire; gli avvisi che non possono aspettare arrivano comunque.',

  'mail.bad-setting': '{name}: «{value}» non va bene. {forms}',
  'mail.setting.url':
    'Servono smtp://host:587 (con STARTTLS) o smtps://host:465, con l’utente davanti: smtp://utente@host:587. La password va in ACCORDI_SMTP_PASSWORD, mai qui.',
  'mail.setting.plain':
    '?tls=none, cioè senza TLS, è ammesso solo verso questa stessa macchina (localhost, 127.0.0.1, ::1).',
  'mail.setting.password': 'Manca la password dell’utente scritto in ACCORDI_SMTP_URL.',
  'mail.setting.user': 'C’è una password, ma ACCORDI_SMTP_URL non nomina un utente: smtp://utente@host:587.',
  'mail.setting.address': 'Serve un indirizzo di posta: «nome@esempio.it» o «accordi <nome@esempio.it>».',
  'mail.setting.rate': 'Serve un numero intero da 1 a 1000: messaggi al secondo.',
  'mail.setting.publicUrl':
    'Serve l’indirizzo con cui si raggiunge accordi dal browser: https://accordi.esempio.it.',
  'mail.setting.secret':
    'Servono almeno 32 caratteri a caso, per esempio quelli di: openssl rand -base64 32. Il valore non è mostrato.',
} as const satisfies Record<`letter.next.${DeadlineKind}`, string> & Record<string, string>
