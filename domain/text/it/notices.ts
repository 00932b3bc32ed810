/** Oddities of accepted acts: shown, never a reason to block. */
export const notices = {
  'notice.dated-after-receipt': "L'atto porta la data del {on}, successiva alla ricezione ({received}).",
  'notice.dated-before-proposal':
    "L'atto porta la data del {on}, anteriore alla proposta dell'accordo ({proposed}).",
  'notice.recorded-on-behalf':
    'Atto della Regione registrato per suo conto dal Ministero (ufficio: {office}), sulla base della fonte citata.',
  'notice.signature-kind-unknown':
    '{party} ha firmato, ma la fonte non dice con quale tipo di firma; dal 30 giugno 2014 è richiesta quella digitale.',
  'notice.regional-act-after-force':
    "L'atto della Regione porta la data del {on}, successiva all'entrata in vigore dell'accordo: registrato come citato.",
  'notice.action-unclassified': 'Azioni senza sezione del piano, perché non indicata: {actions}.',
  'notice.action-before-approval':
    "L'azione {numeral} è stata avviata prima dell'approvazione del piano integrato.",
  'notice.actions-not-completed': 'Le attività finiscono con azioni che non risultano completate: {actions}.',
  'notice.no-end-date':
    'Il piano è approvato senza una data di fine delle attività: nessuna scadenza è fissata per attività e relazione finale.',
  'notice.revoked-into-the-past':
    'Senza la proroga revocata il termine per «{kind}» era il {effective}: è già trascorso, e la scadenza risulterà non rispettata.',
  'notice.after-target': 'È in tempo, ma dopo la data obiettivo per «{kind}», che era il {target}.',
  'notice.grant-before-expiry':
    'La richiesta è in tempo e tiene vivo il termine del {effective} fino alla decisione. Parte della giurisprudenza vuole però che anche la concessione arrivi prima di quel giorno: conviene decidere entro allora.',
  'notice.term-runs-on':
    'La richiesta non ferma il termine, che corre fino al {effective}: se entro quel giorno non è decisa, la scadenza risulterà non rispettata fino alla decisione.',
  'notice.clock-stands-still':
    'Il termine del {effective} è sospeso finché la richiesta non è decisa: i giorni effettivi si aggiungeranno.',
  'notice.attachments-outstanding': 'Gli allegati annunciati per il {by} non sono arrivati: si decide senza.',
  'notice.control-pending':
    "L'anticipo è pagato mentre il controllo della Corte dei conti è ancora in corso.",
  'notice.corrected-into-the-past':
    'Con la data corretta il termine per «{kind}» era il {effective}: è già trascorso, e la scadenza risulterà non rispettata.',
  'notice.signature-not-in-file':
    'Il file {name} è citato come firmato in forma {form}, ma un file di tipo {mime} non può contenere quella firma: registrato come citato.',
  'notice.no-balance-recorded': "L'accordo si conclude senza che risulti registrato il pagamento del saldo.",
} as const
