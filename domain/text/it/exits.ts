/** What is read about exits, about what is to be returned, and about reopening. */
export const exits = {
  'act.NotifyWithdrawal': "Rinuncia della Regione all'accordo",
  'act.TakeBackWithdrawal': 'Ritiro della rinuncia, prima che sia accettata',
  'act.RefuseWithdrawal': 'Rifiuto della rinuncia',
  'act.AcceptWithdrawal': 'Accettazione della rinuncia',
  'act.DeclareNonUse': "Dichiarazione di mancata fruizione dell'anticipo",
  'act.RefuseNonUse': 'Rifiuto della dichiarazione di mancata fruizione',
  'act.AcceptNonUse': "Accettazione della mancata fruizione, con restituzione dell'intero anticipo",
  'act.StartRevocation': 'Avvio della revoca',
  'act.SupplyRevocationObservations': 'Osservazioni della Regione sulla revoca',
  'act.OrderRevocation': 'Revoca, totale o parziale',
  'act.DropRevocation': 'Archiviazione della revoca avviata',
  'act.OrderRecovery': 'Disposizione di un recupero',
  'act.RecordRepayment': 'Registrazione di una somma restituita',
  'act.ReduceRecovery': 'Riduzione di un recupero (sgravio)',
  'act.ReopenAccord': 'Riapertura di un accordo concluso o cessato',

  'phase.withdrawn': 'cessato per rinuncia',
  'phase.unused': 'cessato per mancata fruizione',
  'phase.revoked': 'revocato',
  'action.revoked': 'revocata',
  'deadline.exitDecision': 'decisione sulla rinuncia o sulla mancata fruizione',
  'deadline.revocationObservations': 'osservazioni sulla revoca',
  'deadline.recovery': 'restituzione di somme',
  'lapse.accordEnded': "l'accordo è cessato",
  'exit.withdrawal': 'rinuncia',
  'exit.nonUse': 'mancata fruizione',
  'exit.revocation': 'revoca',
  'extent.total': 'totale',
  'extent.partial': 'parziale',
  'recovery.cause.withdrawal': 'rinuncia',
  'recovery.cause.nonUse': 'mancata fruizione',
  'recovery.cause.revocation': 'revoca',
  'recovery.cause.settlement': 'conguaglio finale',
  'recovery.cause.error': 'pagamento non dovuto',

  'event.WithdrawalNotified': "La Regione rinuncia all'accordo. Motivi: «{reasons}».",
  'event.WithdrawalTakenBack': 'La Regione ritira la rinuncia. Motivi: «{reasons}».',
  'event.WithdrawalRefused': 'Rifiutata la rinuncia. Motivi: «{reasons}».',
  'event.WithdrawalAccepted': "Accettata la rinuncia: l'accordo cessa.",
  'event.WithdrawalAccepted.note': "Accettata la rinuncia: l'accordo cessa. Nota: «{note}».",
  'event.NonUseDeclared': "La Regione dichiara di non aver fruito dell'anticipo. Motivi: «{reasons}».",
  'event.NonUseRefused': 'Rifiutata la dichiarazione di mancata fruizione. Motivi: «{reasons}».',
  'event.NonUseAccepted': "Accettata la mancata fruizione: l'accordo cessa e l'anticipo va restituito.",
  'event.NonUseAccepted.note':
    "Accettata la mancata fruizione: l'accordo cessa e l'anticipo va restituito. Nota: «{note}».",
  'event.RevocationStarted': 'Avviata la revoca, per questi motivi: «{grounds}».',
  'event.RevocationObservationsSupplied': 'Osservazioni della Regione sulla revoca: «{note}».',
  'event.RevocationOrdered': "Revocato l'intero accordo, che cessa. Motivi: «{reasons}».",
  'event.RevocationOrdered.partial':
    'Revocate le azioni {actions}: per il resto si continua. Motivi: «{reasons}».',
  'event.RevocationDropped': 'Archiviata la revoca avviata. Motivi: «{reasons}».',
  'event.RecoveryOrdered':
    'Disposto il recupero «{recoveryId}» ({cause}): {amount} da restituire. Motivi: «{reasons}».',
  'event.RepaymentRecorded': 'Restituiti {amount} del recupero «{recoveryId}»: restano {left}.',
  'event.RepaymentRecorded.settled': 'Restituiti {amount} del recupero «{recoveryId}»: è saldato.',
  'event.RecoveryReduced':
    'Ridotto il recupero «{recoveryId}» da {from} a {to}: restano {left}. Motivi: «{reasons}».',
  'event.AccordClosed': "L'accordo cessato è chiuso: nulla è più dovuto.",
  'event.AccordReopened': "L'accordo, {from}, è riaperto e torna alla fase «{to}». Motivi: «{reasons}».",

  'notice.reopened-into-the-past':
    'Con la riapertura torna dovuta la scadenza «{kind}» del {effective}, già trascorsa: risulterà non rispettata.',

  'refusal.accord-ended':
    "L'atto «{act}» non è possibile: l'accordo «{accordId}» è {phase}. Se va ripreso, riaprirlo prima con i motivi; le somme dovute si registrano comunque.",
  'refusal.accord-not-ended':
    "L'accordo non è né concluso né cessato (fase: {phase}): non c'è nulla da riaprire. La cronologia mostra a che punto si è.",
  'refusal.exit-pending':
    "È ancora da decidere: {exit}. Accettarla, rifiutarla, ritirarla o archiviarla prima di quest'atto.",
  'refusal.no-exit-pending':
    "Non c'è nulla da decidere per: {exit}. Registrare prima l'atto che la chiede o la avvia; la cronologia mostra quelli già decisi.",
  'refusal.no-advance':
    "Nessun anticipo risulta pagato: non c'è nulla di non fruito. Per uscire dall'accordo registrare una rinuncia.",
  'refusal.spending-recorded':
    'Risultano spese: non è mancata fruizione. Per uscire dall’accordo registrare una rinuncia, con ciò che è da restituire; se la spesa è un errore, correggere prima la comunicazione («spending report») o la scheda di monitoraggio.',
  'refusal.revocation-before-observations':
    'La Regione può ancora presentare osservazioni, fino al {effective}. La revoca si decide dopo le osservazioni, o dopo quel giorno.',
  'refusal.revocation-observations-supplied':
    'Le osservazioni sulla revoca risultano già presentate il {on}: si presentano una volta. Registrare altro come atto della Regione.',
  'refusal.revocation-extent':
    'Una revoca ({extent}) non si dispone così. La totale non nomina azioni; la parziale nomina con --actions alcune delle azioni non ancora revocate, non tutte.',
  'refusal.action-revoked':
    "L'azione {numeral} è stata revocata: non si avvia, non si completa e non si revoca di nuovo. Controllare il numero dell'azione.",
  'refusal.recovery-exists':
    'Il recupero «{recoveryId}» esiste già con altri dati. Per un altro recupero scegliere un altro identificativo; per diminuirlo usare «recovery reduce».',
  'refusal.repayment-exists':
    'La restituzione «{repaymentId}» è già registrata con un altro importo. Per un altro versamento scegliere un altro identificativo.',
  'refusal.unknown-recovery':
    'Il recupero «{recoveryId}» non esiste per questo accordo. Quelli registrati: {known}.',
  'refusal.recovery-without-date':
    'Il recupero «{recoveryId}» non ha una data entro cui restituire e il programma non dà un termine. Indicare --due-on.',
  'refusal.recovery-due-in-the-past':
    "La data entro cui restituire, il {dueOn}, precede l'atto che la dispone, del {on}. Indicare un giorno successivo.",
  'refusal.recovery-above-paid':
    'Non si possono recuperare {amount}: oltre a quanto già disposto restano recuperabili {most}. Controllare i pagamenti e i recuperi registrati.',
  'refusal.repayment-above-owed':
    "Una restituzione di {amount} supera quanto è ancora dovuto per il recupero «{recoveryId}»: {most}. Controllare l'importo o il recupero a cui si riferisce.",
  'refusal.recovery-not-reduced':
    'Il recupero «{recoveryId}» non può essere portato a {amount}: si riduce soltanto, dai {most} di ora e non sotto i {least} già restituiti. Indicare un importo fra i due.',

  'rule.one-exit':
    'Regola di accordi: una rinuncia, una mancata fruizione o una revoca si decide una volta, prima di altre.',
  'rule.non-use': "Regola di accordi: c'è mancata fruizione dove l'anticipo è pagato e nulla è speso.",
  'rule.revocation-heard':
    'Artt. 7, 8 e 10 l. 241/1990: prima di revocare si comunicano i motivi e si attendono le osservazioni.',
  'rule.revocation-extent':
    'Regola di accordi: una revoca parziale riguarda alcune azioni; una totale, tutto l’accordo.',
  'rule.recovery-ids': 'Regola di accordi: ogni recupero e ogni restituzione ha un identificativo proprio.',
  'rule.recovery-date': 'Regola di accordi: un recupero ha un giorno entro cui restituire.',
  'rule.recovery-limits':
    'Regola di accordi: non si recupera più di quanto è stato pagato, né si restituisce più di quanto è dovuto.',

  'field.recoveryId': 'identificativo del recupero, scelto da chi lo dispone',
  'field.repaymentId': 'identificativo della restituzione',
  'field.recovery': 'ciò che è da restituire: identificativo, importo e, se non lo dà il programma, la data',
  'field.grounds': 'perché si intende revocare',
  'field.extent': 'total (tutto l’accordo) o partial (alcune azioni)',
  'field.cause':
    'causa: withdrawal (rinuncia), nonUse (mancata fruizione), revocation (revoca), settlement (conguaglio), error (pagamento non dovuto)',
  'field.OrderRevocation.actions': 'numeri delle azioni revocate in parte: II,V',
  'field.ReduceRecovery.amount': 'a quanto si riduce il recupero; se manca, a quanto è già stato restituito',
  'field.SupplyRevocationObservations.note': 'che cosa si osserva',

  'cli.help-withdrawal': "la rinuncia all'accordo",
  'cli.help-non-use': "la mancata fruizione dell'anticipo",
  'cli.help-revocation': 'la revoca',
  'cli.help-recovery': 'i recuperi delle somme da restituire',
  'cli.help-recovery-list': 'elenca i recuperi: disposto, restituito, residuo; di un accordo o di tutti',
  'cli.help-recovery-show': 'mostra un recupero con le restituzioni',
  'cli.help-recovery-open': 'solo quelli non ancora saldati',
  'cli.no-recoveries': 'Nessun recupero.',
  'cli.no-such-recovery':
    "L'accordo {accordId} non ha un recupero «{recoveryId}». Quelli registrati: {values}.",
  'head.recovery': 'Recupero',
  'head.cause': 'Causa',
  'head.ordered': 'Disposto',
  'head.reduced': 'Ridotto a',
  'head.repaid': 'Restituito',
  'head.left': 'Residuo',
  'head.due': 'Entro il',
  'head.repayment': 'Restituzione',
  'head.amount': 'Importo',
  'head.on': 'Data',
  'head.reasons': 'Motivi',
  'head.closed': 'Chiuso',
} as const
