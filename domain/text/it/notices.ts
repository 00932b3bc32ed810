import type { noticeCodes } from '../../accord/notices.ts'

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
  'notice.no-balance-recorded': "L'accordo si conclude senza che risulti registrato il pagamento del saldo.",
} as const satisfies Record<`notice.${(typeof noticeCodes)[number]}`, string>
