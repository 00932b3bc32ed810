import type { Notice } from '../../domain/decider.ts'
import { localDate } from '../../domain/time/localDate.ts'
import type { EventSentences } from './eventSentences.ts'

const euro = (cents: number) => ({ cents, currency: 'EUR' }) as const
const amendmentId = 'rimodulazione-1'

/** The sentences of the events about money. */
export const moneySentences = {
  FundsAssigned: [
    { amount: euro(18_000_000) },
    "Assegnate all'accordo risorse per 180.000,00 €.",
    'Funds assigned to the accord: €180,000.00.',
  ],
  AdvancePaid: [
    { amount: euro(33_111_700) },
    "Pagato l'anticipo: 331.117,00 €.",
    'Advance paid: €331,117.00.',
  ],
  InterimPaid: [
    { trancheId: 'seconda', amount: euro(100), deduction: { amount: euro(50), cause: 'accordo 2013' } },
    'Pagata la quota intermedia «seconda»: 1,00 €, dopo aver trattenuto 0,50 € (accordo 2013).',
    'Interim payment “seconda” paid: €1.00, after keeping back €0.50 (accordo 2013).',
  ],
  BalancePaid: [{ amount: euro(100) }, 'Pagato il saldo: 1,00 €.', 'Balance paid: €1.00.'],
  SpendingReported: [
    { until: localDate('2018-06-30'), lines: [{ numeral: 'I', amount: euro(12_345) }] },
    'Comunicata la spesa fino al 30 giugno 2018: 123,45 € in tutto.',
    'Spending reported until 30 June 2018: €123.45 altogether.',
  ],
  AmendmentRequested: [
    { amendmentId, reasons: 'gara deserta' },
    'Chiesta la rimodulazione «rimodulazione-1»: «gara deserta».',
    'Amendment “rimodulazione-1” requested: “gara deserta”.',
  ],
  AmendmentApproved: [
    { amendmentId, how: 'approved' },
    'Approvata la rimodulazione «rimodulazione-1».',
    'Amendment “rimodulazione-1” approved.',
  ],
  AmendmentRefused: [
    { amendmentId, reasons: 'fuori scala' },
    'Rifiutata la rimodulazione «rimodulazione-1»: «fuori scala».',
    'Amendment “rimodulazione-1” refused: “fuori scala”.',
  ],
  AccordSettled: [
    { recognised: euro(9_000), paidCents: 3_000, balanceCents: 6_000, recoverCents: 0 },
    'Rendiconto: riconosciuti 90,00 €, pagati 30,00 €; saldo dovuto alla Regione 60,00 €.',
    'Settlement: €90.00 recognised, €30.00 paid; balance owed to the Region €60.00.',
  ],
} satisfies Partial<EventSentences>

/** One refusal of each code about money, with what it says. */
export const moneyRefusals = {
  'settled-only-balance': { most: '54000.00' },
  'balance-above-due': { amount: '60000.00', most: '56670.00' },
  'unknown-tranche': { trancheId: 'terza', known: 'anticipo, saldo' },
  'tranche-above-total': { trancheId: 'anticipo', amount: '60000.00', most: '54000.00' },
  'tranche-condition-unmet': { trancheId: 'saldo', condition: 'reportApproved' },
  'tranche-nothing-paid': { trancheId: 'saldo' },
  'tranche-spending-short': { trancheId: 'saldo', spent: '10000.00', needed: '54000.00' },
  'paid-above-total': { amount: '60000.00', most: '54000.00' },
  'funds-below-paid': { amount: '60000.00', least: '70000.00' },
  'unknown-heading': { heading: 'viaggi', known: 'personale, beni' },
  'spending-to-come': { until: '2018-06-30', received: '2018-06-29' },
  'duplicate-line': { line: 'I/personale' },
  'budget-above-total': { amount: '60000.00', most: '54000.00' },
  'budgeted-action-dropped': { numeral: 'III' },
  'spent-action-dropped': { numeral: 'III' },
  'spending-above-budget': { line: 'I/personale', amount: '60000.00', most: '54000.00' },
  'amendment-open': { amendmentId: 'rimodulazione-1' },
  'amendment-exists': { amendmentId: 'rimodulazione-1' },
  'unknown-amendment': { amendmentId: 'rimodulazione-2', known: 'rimodulazione-1' },
  'amendment-decided': { amendmentId: 'rimodulazione-1' },
  'amendment-undecided': { amendmentId: 'rimodulazione-1' },
  'amendment-empty': {},
  'amendment-too-many': { most: 2, citation: 'convenzione' },
  'amendment-too-late': { lastDay: '2018-12-01', citation: 'convenzione' },
  'spending-below-recognised': { amount: '100.00', least: '200.00' },
  'recognised-above-spent': { amount: '60000.00', most: '54000.00' },
} as const

/** Notices with amounts, as they come from the record. */
export const amountNotices: readonly (readonly [Notice, italian: string, english: string])[] = [
  [
    {
      code: 'monitoring-above-target',
      params: { numeral: 'I', indicator: 'ore', done: 1_200.5, target: 1_000 },
    },
    'Azione I, indicatore «ore»: realizzato 1.200,5, oltre il valore atteso di 1.000.',
    'Action I, indicator “ore”: 1,200.5 done, above the target of 1,000.',
  ],
  [
    {
      code: 'monitoring-spent-less',
      params: { numeral: 'I', spent: '90.00', before: '100.00', period: '2018-T1' },
    },
    "Azione I: la spesa indicata (90,00 €) è minore di quella della scheda accettata 2018-T1 (100,00 €). Gli importi si contano dall'inizio dell'azione: controllare.",
    'Action I: the spending given (€90.00) is less than in the accepted report 2018-T1 (€100.00). Amounts are counted from the start of the action: please check.',
  ],
  [
    { code: 'funds-below-budget', params: { amount: '999.99', needed: '1000.00' } },
    'Le risorse assegnate (999,99 €) sono meno del budget (1.000,00 €): serve una rimodulazione.',
    'The funds assigned (€999.99) are less than the budget (€1,000.00): an amendment is needed.',
  ],
]
