/** What is read about the monitoring reports of an accord. */
export const monitoring = {
  'event.MonitoringScheduled':
    'Fissato il calendario delle schede di monitoraggio: {every}, a partire dal {from}.',
  'event.MonitoringScheduled.midTerm':
    'Fissato il calendario delle schede di monitoraggio: {every}, a partire dal {from}; scheda intermedia sul periodo fino al {midTermOn}.',
  'event.MonitoringReportSubmitted':
    'Presentata la scheda di monitoraggio {period}, versione {reportVersion} (dal {from} al {to}): {progress}.',
  'event.MonitoringReportReturned':
    'Restituita alla Regione la scheda di monitoraggio {period}, versione {reportVersion}: «{reasons}».',
  'event.MonitoringReportAccepted': 'Accettata la scheda di monitoraggio {period}, versione {reportVersion}.',
  'event.MonitoringReportReopened':
    'Riaperta per intero la scheda di monitoraggio {period}, versione {reportVersion}. Motivi: «{reasons}».',
  'event.MonitoringReportReopened.limited':
    'Riaperta la scheda di monitoraggio {period}, versione {reportVersion}, solo per le azioni {actions}. Motivi: «{reasons}».',
  'event.MonitoringGateLifted':
    'Tolto il blocco dovuto a «{deadlines}», che resta da presentare. Motivi: «{reasons}».',
  'monitoring.noProgress': 'nessun avanzamento indicato',
  'monitoring.spent': 'speso {amount}',
  'monitoring.every.D': 'una scheda ogni {count} giorni',
  'monitoring.every.W': 'una scheda ogni {count} settimane',
  'monitoring.every.M': 'una scheda ogni {count} mesi',
  'monitoring.every.Y': 'una scheda ogni {count} anni',
  'monitoring.every.W.one': 'una scheda alla settimana',
  'monitoring.every.M.one': 'una scheda al mese',
  'monitoring.every.Y.one': "una scheda all'anno",
  'monitoring.calendar': "{every}, secondo l'anno solare",
  'act.SubmitMonitoringReport': 'Presentazione di una scheda di monitoraggio',
  'act.ReturnMonitoringReport': 'Restituzione di una scheda di monitoraggio alla Regione',
  'act.AcceptMonitoringReport': 'Accettazione di una scheda di monitoraggio',
  'act.ReopenMonitoringReport': 'Riapertura di una scheda di monitoraggio accettata',
  'act.LiftMonitoringGate': 'Rimozione del blocco dovuto a una scheda di monitoraggio scaduta',
  'deadline.monitoringReport': 'scheda di monitoraggio',
  'deadline.midTermReport': 'scheda di monitoraggio di metà percorso',
  'deadline.monitoringReview': 'esame della scheda di monitoraggio',
  'deadline.monitoringResubmission': 'nuova presentazione della scheda di monitoraggio',
  'reportStatus.missing': 'non ancora presentata',
  'reportStatus.submitted': 'presentata',
  'reportStatus.returned': 'restituita',
  'reportStatus.accepted': 'accettata',
  'reportStatus.reopened': 'riaperta',
  'refusal.monitoring-not-scheduled':
    "Per questo accordo non è previsto (o non è ancora cominciato) il monitoraggio: la scheda {period} non esiste. Controllare le regole del programma; di norma i periodi cominciano con l'approvazione del piano integrato.",
  'refusal.unknown-monitoring-period':
    'Il periodo {period} non esiste per questo accordo. Gli ultimi periodi cominciati: {periods}. «accordi monitoring list» li elenca tutti.',
  'refusal.monitoring-period-not-begun':
    'Il periodo {period} comincia il {from}: prima di quel giorno la sua scheda non si può presentare. Attendere, o controllare il periodo.',
  'refusal.monitoring-report-closed':
    'La scheda {period} risulta già {reportStatus}, con un altro contenuto. Per cambiarla il Ministero deve prima restituirla, oppure riaprirla se è accettata.',
  'refusal.monitoring-report-not-submitted':
    'La scheda {period} risulta {reportStatus}: si può accettare o restituire solo una scheda presentata e non ancora decisa. Attendere che la Regione la presenti.',
  'refusal.monitoring-report-not-accepted':
    'La scheda {period} risulta {reportStatus}: si può riaprire solo una scheda accettata. Se è da correggere, restituirla.',
  'refusal.monitoring-outside-reopening':
    "La scheda {period} è riaperta solo per le azioni {actions}: l'azione {numeral} non si può cambiare. Lasciarla com'era, oppure chiedere una riapertura più ampia.",
  'refusal.duplicate-indicator':
    "L'indicatore «{indicator}» dell'azione {numeral} compare due volte. Lasciarne uno solo.",
  'refusal.monitoring-gate-not-closed':
    'La scheda {period} non blocca alcun atto: nessun blocco da togliere. «accordi monitoring show» dice che cosa è bloccato e perché.',
  'refusal.gated-by-overdue-report':
    '{act}: non è possibile finché manca «{deadlineId}», scaduta il {effective}. Presentare la scheda («accordi monitoring submit»); oppure il Ministero può togliere il blocco con i suoi motivi («accordi monitoring lift-gate»).',
  'rule.monitoring-periods':
    "Regole del programma: una scheda di monitoraggio per ogni periodo, dal primo giorno del monitoraggio fino all'ultimo periodo che comincia entro la fine delle attività.",
  'rule.monitoring-order':
    'Regola di accordi: una scheda è presentata, poi accettata o restituita; quella accettata si cambia solo se riaperta.',
  'rule.monitoring-reopening':
    'Regola di accordi: una riapertura limitata lascia cambiare solo le azioni che nomina.',
  'rule.monitoring-gates':
    'Regole del programma: una scheda di monitoraggio scaduta blocca gli atti che il programma indica, finché non è presentata.',
  'notice.monitoring-late': 'La scheda {period} è arrivata dopo la scadenza (giorni di ritardo: {days}).',
  'notice.monitoring-period-running':
    'La scheda {period} arriva prima della fine del periodo, che è il {to}: riporta solo una parte del periodo.',
  'notice.monitoring-actions-missing':
    'La scheda {period} non dice nulla di queste azioni del piano: {actions}.',
  'notice.monitoring-spent-less':
    "Azione {numeral}: la spesa indicata ({spent}) è minore di quella della scheda accettata {period} ({before}). Gli importi si contano dall'inizio dell'azione: controllare.",
  'notice.monitoring-above-target':
    'Azione {numeral}, indicatore «{indicator}»: realizzato {done}, oltre il valore atteso di {target}.',
  'issue.not-a-monitoring-period':
    "{field}: «{value}» non ha la forma di un periodo; scriverlo com'è elencato, per esempio 2015-T1, R1 o intermedia.",
  'issue.not-a-count': '{field}: «{value}» non è una quantità; scrivere un numero da zero in su.',
  'issue.not-a-reporting-period':
    '{field}: «{value}» è troppo breve, o va indietro; scrivere almeno P7D, per esempio P3M.',
  'issue.not-a-calendar-period':
    '{field}: «{value}» non divide un anno solare; scrivere P1M, P2M, P3M, P4M, P6M o P1Y, oppure contare da «start».',
  'issue.not-a-fraction':
    '{field}: «{value}» non è una parte del percorso; scrivere un numero fra 0 e 1, per esempio 0.5.',
  'field.period': 'periodo della scheda di monitoraggio: 2015-T1, R1 o intermedia',
  'field.progress':
    "avanzamento per azione: numeral, indicators (id, name, target, done, unit), spent, note; i valori si contano dall'inizio",
  'field.indicators': "indicatori fisici dell'azione",
  'field.SubmitMonitoringReport.name': "nome dell'indicatore",
  'field.target': 'valore atteso',
  'field.done': "realizzato dall'inizio",
  'field.unit': 'che cosa si conta, per esempio persone',
  'field.spent': "speso dall'inizio dell'azione; 0 se ancora nulla",
  'field.ReopenMonitoringReport.actions': 'solo queste azioni (II,IV); se mancano, tutta la scheda',
  'cli.help-monitoring': 'le schede di monitoraggio',
  'cli.help-monitoring-list': 'periodi e schede di un accordo, con lo stato e la scadenza',
  'cli.help-monitoring-show': "avanzamento fisico e finanziario di ogni azione, dall'ultima scheda",
  'cli.help-monitoring-period': 'la scheda di questo periodo, invece della più recente',
  'cli.no-monitoring':
    'Nessun monitoraggio per questo accordo: il programma non lo prevede, o non è ancora cominciato.',
  'cli.no-monitoring-report': 'Nessuna scheda presentata finora.',
  'cli.no-such-report':
    'Nessuna scheda presentata per il periodo «{period}». «accordi monitoring list» elenca i periodi.',
  'cli.monitoring-heading': 'Scheda {period}, versione {version}, {status}: dal {from} al {to}.',
  'cli.gate': 'Bloccato: {act}. Manca «{deadline}», scaduta il {date}.',
  'cli.gate-hint':
    'Per sbloccare: presentare la scheda («accordi monitoring submit»), oppure togliere il blocco («accordi monitoring lift-gate»).',
  'finding.monitoring_reports': 'la vista delle schede di monitoraggio non corrisponde agli eventi',
  'head.period': 'Periodo',
  'head.begins': 'Dal',
  'head.ends': 'Al',
  'head.due': 'Scadenza',
  'head.version': 'Versione',
  'head.spent': 'Speso',
} as const
