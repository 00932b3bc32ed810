/** What is read about decisions that one person prepares and another certifies. */
export const approvals = {
  'act.PrepareDecision': "Preparazione di una decisione, che un'altra persona certifica",
  'act.CertifyDecision': 'Certificazione di una decisione preparata: la decisione è presa',
  'act.SendBackDecision': "Rinvio di una decisione preparata a chi l'ha preparata, con i motivi",
  'act.WithdrawDecision': "Ritiro di una decisione preparata, da parte di chi l'ha preparata",

  'event.DecisionPrepared':
    'Preparata la decisione «{decisionId}»: {act} ({about}). Attende la certificazione.',
  'event.DecisionPrepared.supersedes':
    'Preparata la decisione «{decisionId}»: {act} ({about}). Attende la certificazione e sostituisce {supersedes}.',
  'event.DecisionCertified':
    'Certificata la decisione «{decisionId}», preparata da {preparedBy}: {act} ({about}).',
  'event.DecisionSentBack':
    "Rinviata a chi l'ha preparata la decisione «{decisionId}» ({act}). Motivi: «{reasons}».",
  'event.DecisionWithdrawn': 'Ritirata la decisione «{decisionId}» ({act}).',
  'event.DecisionWithdrawn.reasons': 'Ritirata la decisione «{decisionId}» ({act}). Motivi: «{reasons}».',

  'about.plan': 'piano integrato',
  'about.report': 'relazione finale',
  'about.extension': 'proroga',
  'about.suspension': 'sospensione',
  'about.funds': 'risorse',
  'about.tranche': 'quota',
  'about.amendment': 'rimodulazione',
  'about.monitoring': 'scheda di monitoraggio',
  'about.advance': 'anticipo',
  'about.withdrawal': 'rinuncia',
  'about.nonUse': 'mancata fruizione',
  'about.revocation': 'revoca',
  'about.recovery': 'recupero',
  'about.date': 'data',
  'about.lastDecision': 'ultima decisione',
  'about.rules': 'regole del programma',
  'about.calendar': 'calendario',
  'about.accord': 'accordo',
  'about.in-version': '{subject}, versione {version}',
  'about.of-several': '{subject} «{ref}»',

  'decision.status.open': 'in attesa di certificazione',
  'decision.status.outdated': 'superata, da preparare di nuovo',
  'decision.status.certified': 'certificata',
  'decision.status.sentBack': "rinviata a chi l'ha preparata",
  'decision.status.withdrawn': 'ritirata',
  'decision.status.superseded': "sostituita da un'altra",

  'change.PlanSubmitted': 'presentata una nuova versione del piano',
  'change.PlanIntegrationRequested': 'chieste integrazioni sul piano',
  'change.PlanIntegrationSupplied': 'fornite integrazioni sul piano',
  'change.PlanReturned': 'restituito il piano',
  'change.PlanApproved': 'approvato il piano',
  'change.FinalReportSubmitted': 'presentata una nuova versione della relazione',
  'change.ReportIntegrationRequested': 'chieste integrazioni sulla relazione',
  'change.ReportIntegrationSupplied': 'fornite integrazioni sulla relazione',
  'change.FinalReportReturned': 'restituita la relazione',
  'change.FinalReportApproved': 'approvata la relazione',
  'change.ExtensionRequested': 'chiesta la proroga',
  'change.ExtensionAttachmentsSupplied': 'arrivati gli allegati della richiesta',
  'change.ExtensionInstructed': "registrata l'istruttoria",
  'change.ExtensionGranted': 'concessa la proroga',
  'change.AddendumSigned': "firmato l'atto aggiuntivo",
  'change.ExtensionTookEffect': 'la proroga ha effetto',
  'change.ExtensionLapsed': 'la proroga è decaduta',
  'change.ExtensionRevoked': 'revocata la proroga',
  'change.ExtensionRefused': 'rifiutata la proroga',
  'change.SuspensionStarted': 'cominciata la sospensione',
  'change.SuspensionEnded': 'finita la sospensione',
  'change.SuspensionRevoked': 'revocata la sospensione',
  'change.FundsAssigned': "assegnate le risorse dell'accordo",
  'change.InterimPaid': 'pagata la quota',
  'change.AmendmentRequested': 'chiesta la rimodulazione',
  'change.AmendmentApproved': 'approvata la rimodulazione',
  'change.AmendmentRefused': 'rifiutata la rimodulazione',
  'change.MonitoringReportSubmitted': 'presentata una nuova versione della scheda',
  'change.MonitoringReportReturned': 'restituita la scheda',
  'change.MonitoringReportAccepted': 'accettata la scheda',
  'change.MonitoringReportReopened': 'riaperta la scheda',
  'change.MonitoringGateLifted': 'tolto il blocco della scheda in ritardo',
  'change.AdvancePaid': "pagato l'anticipo",
  'change.WithdrawalNotified': 'comunicata la rinuncia',
  'change.WithdrawalTakenBack': 'ritirata la rinuncia',
  'change.WithdrawalRefused': 'rifiutata la rinuncia',
  'change.WithdrawalAccepted': 'accettata la rinuncia',
  'change.NonUseDeclared': 'dichiarata la mancata fruizione',
  'change.NonUseRefused': 'rifiutata la mancata fruizione',
  'change.NonUseAccepted': 'accettata la mancata fruizione',
  'change.RevocationStarted': 'avviata la revoca',
  'change.RevocationObservationsSupplied': 'arrivate le osservazioni sulla revoca',
  'change.RevocationOrdered': 'disposta la revoca',
  'change.RevocationDropped': 'archiviata la revoca',
  'change.RecoveryOrdered': 'disposto il recupero',
  'change.RepaymentRecorded': 'restituita una parte della somma',
  'change.RecoveryReduced': 'ridotto il recupero',
  'change.DateCorrected': 'corretta la data',
  'change.RulesAdopted': "cambiate le regole dell'accordo",
  'change.CalendarApplied': 'applicato un calendario',
  'change.DecisionReversed': "annullata l'ultima decisione",
  'change.AccordReopened': "riaperto l'accordo",
  'change.AccordConcluded': "concluso l'accordo",
  'change.documentReplaced': 'depositata una nuova versione di un documento su cui si basa',
  'change.other': 'un altro fatto, che si legge nella cronologia',

  'notice.certified-on-paper':
    "Atto anteriore all'ingresso dell'accordo nel registro: preparazione e certificazione sono quelle dell'atto citato.",
  'notice.certified-before-prepared':
    'La certificazione porta la data del {on}, anteriore alla preparazione, che è del {prepared}.',

  'refusal.needs-certification':
    "In questo programma l'atto «{act}» lo prepara una persona e lo certifica un'altra ({citation}). Ripetere lo stesso comando con --prepare; poi un'altra persona lo certifica con «decision certify».",
  'refusal.certification-not-foreseen':
    "In questo programma l'atto «{act}» non ha bisogno di certificazione. Compierlo direttamente: lo stesso comando, senza --prepare.",
  'refusal.certifier-is-preparer':
    "La decisione «{decisionId}» l'ha preparata {preparedBy}, che non può anche certificarla o rinviarla. Lo faccia un'altra persona; chi l'ha preparata può ritirarla con «decision withdraw».",
  'refusal.not-the-preparer':
    "La decisione «{decisionId}» l'ha preparata {preparedBy}: la ritira solo chi l'ha preparata. Chi la dovrebbe certificare può rinviarla, con i motivi, con «decision send-back».",
  'refusal.decision-without-effect':
    "L'atto «{act}» non cambierebbe nulla: l'accordo è già così. La cronologia mostra l'atto che lo ha reso tale; una decisione preparata che non serve più si ritira o si rinvia.",
  'refusal.decision-exists':
    'La decisione «{decisionId}» esiste già, con un altro contenuto o non più in attesa. Scegliere un altro identificativo con --decision, o lasciarlo scegliere al sistema; se è ancora in attesa, la nuova la sostituisce.',
  'refusal.unknown-decision':
    "L'accordo non ha una decisione «{decisionId}». In attesa ora: {waiting}. Le altre si vedono con «decision list --all».",
  'refusal.decision-settled':
    'La decisione «{decisionId}» non è più in attesa: {status} ({on}). Se serve ancora, prepararla di nuovo con un altro identificativo.',
  'refusal.decision-outdated':
    "La decisione «{decisionId}» non si può certificare: dopo la preparazione è cambiato ciò su cui si basa ({event}, {on}). Riesaminare, poi preparare di nuovo l'atto «{act}»: la nuova decisione sostituisce questa.",

  'rule.certification':
    "Regola del programma: certe decisioni le prepara una persona e le certifica un'altra; fino alla certificazione nulla è deciso.",
  'rule.decision-ids':
    'Regola di accordi: ogni decisione preparata ha un identificativo proprio e si certifica, si rinvia o si ritira una volta sola.',
  'rule.decision-version':
    'Regola di accordi: si certifica ciò che è stato esaminato; ciò che è cambiato dopo si riesamina.',

  'field.decisionId': 'identificativo della decisione preparata',
  'field.act': 'quale atto si prepara',
  'field.SendBackDecision.reasons': 'che cosa va rivisto',

  'issue.duplicate-act': '{field}: «{value}» nomina più volte lo stesso atto; lasciarlo una volta sola.',

  'cli.help-decision': "le decisioni: quelle preparate, da certificare, e l'ultima, da annullare",
  'cli.help-prepare': "prepara la decisione invece di prenderla: la certifica poi un'altra persona",
  'cli.help-prepare-id': 'con --prepare: identificativo della decisione; se manca, lo sceglie il sistema',
  'cli.prepare-needed':
    "L'opzione --decision vale solo con --prepare. Aggiungere --prepare, oppure toglierla.",
  'cli.help-decision-list': 'elenca le decisioni che attendono la certificazione, di un accordo o di tutti',
  'cli.help-decision-all': 'anche quelle certificate, rinviate, ritirate e sostituite',
  'cli.help-decision-show': 'mostra una decisione preparata e che cosa comporterebbe certificarla oggi',
  'cli.no-decisions': 'Nessuna decisione attende la certificazione.',
  'cli.no-decisions-ever': 'Nessuna decisione è stata preparata.',
  'cli.no-such-decision':
    "L'accordo {accordId} non ha una decisione «{decisionId}». Quelle preparate: {values}.",
  'cli.decision-would': 'Certificata oggi, comporterebbe:',
  'cli.decision-would-not': 'Oggi non si potrebbe certificare. {message}',
  'cli.decision-next':
    'Per certificarla: ./accordi decision certify {accordId} --decision {decisionId}, da parte di chi non è {preparedBy}.',

  'head.decision': 'Decisione',
  'head.act': 'Atto',
  'head.about': 'Riguarda',
  'head.prepared-by': 'Preparata da',
  'head.prepared-on': 'Il',
  'head.changed': 'Che cosa è cambiato',
  'head.settled-by': 'Chiusa da',

  'finding.decisions': 'la vista delle decisioni preparate non corrisponde agli eventi',
} as const
