import type { ExitEvents } from '../../domain/accord/exits/events.ts'

type Sample<T extends keyof ExitEvents> = readonly [data: ExitEvents[T], italian: string, english: string]

const reasons = 'riordino'
const euro = (cents: number) => ({ cents, currency: 'EUR' }) as const

/** One event of each type about exits and recoveries, and its sentence. */
export const exitSentences: { readonly [T in keyof ExitEvents]: Sample<T> } = {
  WithdrawalNotified: [
    { reasons },
    "La Regione rinuncia all'accordo. Motivi: «riordino».",
    'The Region withdraws from the accord. Reasons: “riordino”.',
  ],
  WithdrawalTakenBack: [
    { reasons },
    'La Regione ritira la rinuncia. Motivi: «riordino».',
    'The Region takes its withdrawal back. Reasons: “riordino”.',
  ],
  WithdrawalRefused: [
    { reasons },
    'Rifiutata la rinuncia. Motivi: «riordino».',
    'Withdrawal refused. Reasons: “riordino”.',
  ],
  WithdrawalAccepted: [
    { note: 'd.d. 12' },
    "Accettata la rinuncia: l'accordo cessa. Nota: «d.d. 12».",
    'Withdrawal accepted: the accord ends. Note: “d.d. 12”.',
  ],
  NonUseDeclared: [
    { reasons },
    "La Regione dichiara di non aver fruito dell'anticipo. Motivi: «riordino».",
    'The Region declares that it did not use the advance. Reasons: “riordino”.',
  ],
  NonUseRefused: [
    { reasons },
    'Rifiutata la dichiarazione di mancata fruizione. Motivi: «riordino».',
    'Declaration of non-use refused. Reasons: “riordino”.',
  ],
  NonUseAccepted: [
    {},
    "Accettata la mancata fruizione: l'accordo cessa e l'anticipo va restituito.",
    'Non-use accepted: the accord ends and the advance is to be returned.',
  ],
  RevocationStarted: [
    { grounds: 'nessuna azione avviata', deadlineId: 'revocationObservations' },
    'Avviata la revoca, per questi motivi: «nessuna azione avviata».',
    'Revocation started, on these grounds: “nessuna azione avviata”.',
  ],
  RevocationObservationsSupplied: [
    { note: 'avvio a giugno' },
    'Osservazioni della Regione sulla revoca: «avvio a giugno».',
    'Observations of the Region on the revocation: “avvio a giugno”.',
  ],
  RevocationOrdered: [
    { extent: 'partial', actions: ['II', 'V'], reasons },
    'Revocate le azioni II, V: per il resto si continua. Motivi: «riordino».',
    'Actions II, V are revoked: the rest goes on. Reasons: “riordino”.',
  ],
  RevocationDropped: [
    { reasons },
    'Archiviata la revoca avviata. Motivi: «riordino».',
    'The revocation that was started is dropped. Reasons: “riordino”.',
  ],
  RecoveryOrdered: [
    { recoveryId: 'anticipo', amount: euro(12_000_000), cause: 'nonUse', reasons },
    'Disposto il recupero «anticipo» (mancata fruizione): 120.000,00 € da restituire. Motivi: «riordino».',
    'Recovery “anticipo” ordered (non-use): €120,000.00 to be returned. Reasons: “riordino”.',
  ],
  RepaymentRecorded: [
    { recoveryId: 'anticipo', repaymentId: 'r1', amount: euro(5_000_000), leftCents: 7_000_000 },
    'Restituiti 50.000,00 € del recupero «anticipo»: restano 70.000,00 €.',
    '€50,000.00 of recovery “anticipo” returned: €70,000.00 left.',
  ],
  RecoveryReduced: [
    { recoveryId: 'anticipo', fromCents: 12_000_000, toCents: 5_000_000, leftCents: 0, reasons },
    'Ridotto il recupero «anticipo» da 120.000,00 € a 50.000,00 €: restano 0,00 €. Motivi: «riordino».',
    'Recovery “anticipo” reduced from €120,000.00 to €50,000.00: €0.00 left. Reasons: “riordino”.',
  ],
  AccordClosed: [
    {},
    "L'accordo cessato è chiuso: nulla è più dovuto.",
    'The ended accord is closed: nothing is owed any more.',
  ],
  AccordReopened: [
    { from: 'concluded', to: 'reportApproved', reasons },
    "L'accordo, concluso, è riaperto e torna alla fase «relazione finale approvata». Motivi: «riordino».",
    'The accord (concluded) is reopened and goes back to the phase “final report approved”. Reasons: “riordino”.',
  ],
}

/** One refusal of each code about exits, with what it says. */
export const exitRefusals = {
  'accord-ended': { act: 'SubmitPlan', accordId: 'umbria-2014-2020', phase: 'withdrawn' },
  'accord-not-ended': { phase: 'underway' },
  'exit-pending': { exit: 'nonUse' },
  'no-exit-pending': { exit: 'withdrawal' },
  'no-advance': {},
  'spending-recorded': {},
  'revocation-before-observations': { effective: '2018-05-11' },
  'revocation-observations-supplied': { on: '2018-05-09' },
  'revocation-extent': { extent: 'partial' },
  'action-revoked': { numeral: 'IV' },
  'recovery-exists': { recoveryId: 'anticipo' },
  'repayment-exists': { repaymentId: 'r1' },
  'unknown-recovery': { recoveryId: 'saldo', known: 'anticipo' },
  'recovery-without-date': { recoveryId: 'anticipo' },
  'recovery-due-in-the-past': { dueOn: '2018-05-01', on: '2018-05-02' },
  'recovery-above-paid': { amount: '120000.01', most: '120000.00' },
  'repayment-above-owed': { recoveryId: 'anticipo', amount: '70000.01', most: '70000.00' },
  'recovery-not-reduced': { recoveryId: 'anticipo', amount: '1.00', least: '2.00', most: '3.00' },
} as const
