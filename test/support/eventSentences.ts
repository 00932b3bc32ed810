import type { AccordEvents, Deadline, EventType } from '../../domain/accord/events.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { instant } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { period } from '../../domain/time/period.ts'
import { computeTerm, type Term } from '../../domain/time/term.ts'
import { approvalSentences } from './approvalSentences.ts'
import { exitSentences } from './exitSentences.ts'
import { moneySentences } from './moneySentences.ts'
import { monitoringSentences } from './monitoringSentences.ts'

const calendar: Calendar = { id: 'IT', version: '2014-01-01', title: 'Sundays only', holidays: [] }
const shared = { subject: 'ACT_TO_PERFORM', policy: 'CC', zone: 'Europe/Rome', citation: 'test' } as const

export function due(id: string, term: Term): Deadline {
  return { id, kind: 'finalReport', obligor: 'region', revision: 1, term, ...computeTerm(term, calendar) }
}

export function fixed(date: string, cutOff?: string): Term {
  return { basis: 'FIXED_DATE', date: localDate(date), ...shared, ...(cutOff && { cutOff }) }
}

export const asked = {
  extensionId: 'relazione-2019',
  scope: 'finalReport',
  until: { finalReport: localDate('2019-03-31') },
  reasons: 'tempi di rendicontazione',
} as const

const law = 'art. 2 c. 7 l. 241/1990'

const rules = {
  programmeId: '2014-2020',
  version: 1,
  zone: 'Europe/Rome',
  calendarId: 'IT',
  policy: 'CC',
  terms: {},
} as const

type Sample<T extends EventType> = readonly [data: AccordEvents[T], italian: string, english: string]

/** One event of each type and its sentence; the compiler asks for a new one with every new event. */
export type EventSentences = { readonly [T in EventType]: Sample<T> }

export const eventSentences: EventSentences = {
  ...exitSentences,
  ...moneySentences,
  ...approvalSentences,
  AccordProposed: [
    { programmeId: '2014-2020', regionId: '10', title: 'Piano integrato', rules },
    'Proposto alla Regione Umbria: «Piano integrato» (programma 2014-2020).',
    'Proposed to the Region Umbria: “Piano integrato” (programme 2014-2020).',
  ],
  AccordSigned: [
    { party: 'ministry', kind: 'digital', signerRef: 'dg', signedAt: instant('2014-12-30T12:00:00Z') },
    "Il Ministero firma l'accordo (firma digitale).",
    'The Ministry signs the accord (digital signature).',
  ],
  AccordEnteredIntoForce: [
    {},
    "L'accordo entra in vigore: le due parti hanno firmato.",
    'The accord enters into force: both parties have signed.',
  ],
  DocumentsAdded: [
    { note: 'copia conforme' },
    'Aggiunti documenti al fascicolo: copia conforme.',
    'Documents added to the file: copia conforme.',
  ],
  RegionalActRecorded: [
    { title: 'DGR 10' },
    'Registrato un atto della Regione: «DGR 10».',
    'An act of the Region is recorded: “DGR 10”.',
  ],
  PlanSubmitted: [
    { planVersion: 1, sections: [], actions: [action('I'), action('II')] },
    'Presentato il piano integrato, versione 1 (azioni: I, II).',
    'Integrated plan submitted, version 1 (actions: I, II).',
  ],
  PlanIntegrationRequested: [
    { request: 'i costi' },
    'Chieste integrazioni sul piano integrato: «i costi».',
    'Integration requested on the integrated plan: “i costi”.',
  ],
  PlanIntegrationSupplied: [
    { note: 'i costi' },
    'Fornite le integrazioni sul piano integrato: «i costi».',
    'Integration supplied on the integrated plan: “i costi”.',
  ],
  PlanReturned: [
    { planVersion: 1, reasons: 'incompleto' },
    'Restituito alla Regione il piano integrato, versione 1: «incompleto».',
    'Integrated plan, version 1, returned to the Region: “incompleto”.',
  ],
  PlanApproved: [
    { planVersion: 2, conditions: [{ id: 'c1', text: 'nominare un referente' }] },
    'Approvato il piano integrato, versione 2, con condizioni: nominare un referente.',
    'Integrated plan approved, version 2, with conditions: nominare un referente.',
  ],
  PlanConditionMet: [
    { conditionId: 'c1' },
    "Adempiuta la condizione «c1» dell'approvazione.",
    'Condition “c1” of the approval met.',
  ],
  ActionStarted: [{ numeral: 'VII' }, "Avviata l'azione VII.", 'Action VII started.'],
  MilestoneSignalled: [
    { milestoneId: 'm1', note: 'aperti 4 sportelli' },
    'Segnalato il traguardo «m1»: «aperti 4 sportelli».',
    'Milestone “m1” signalled: “aperti 4 sportelli”.',
  ],
  ActionCompleted: [{ numeral: 'VII' }, "Completata l'azione VII.", 'Action VII completed.'],
  ActivitiesEnded: [
    { how: 'expiry' },
    'Attività terminate: il periodo è trascorso.',
    'Activities ended: the period has run out.',
  ],
  ExtensionRequested: [
    { ...asked, holds: ['finalReport'] },
    'Chiesta la proroga «relazione-2019», solo relazione finale: fino al 31 marzo 2019. Motivi: «tempi di rendicontazione».',
    'Extension “relazione-2019” requested, final report only: until 31 March 2019. Reasons: “tempi di rendicontazione”.',
  ],
  ExtensionGranted: [
    { ...asked, exOfficio: true, inPart: false, effects: [] },
    "Concessa d'ufficio la proroga «relazione-2019», solo relazione finale: fino al 31 marzo 2019. Motivi: «tempi di rendicontazione».",
    'Extension “relazione-2019” granted ex officio, final report only: until 31 March 2019. Reasons: “tempi di rendicontazione”.',
  ],
  ExtensionRefused: [
    { extensionId: 'p1', reasons: 'tardiva' },
    'Rifiutata la proroga «p1». Motivi: «tardiva».',
    'Extension “p1” refused. Reasons: “tardiva”.',
  ],
  CalendarApplied: [
    { calendarId: 'IT', calendarVersion: '2030-01-01', reasons: 'nuova festività', effects: [] },
    'Applicato il calendario IT, versione 2030-01-01. Motivi: «nuova festività».',
    'Calendar IT, version 2030-01-01, applied. Reasons: “nuova festività”.',
  ],
  ExtensionRevoked: [
    { extensionId: 'p1', reasons: 'attività già chiuse', effects: [] },
    'Revocata la proroga «p1». Motivi: «attività già chiuse».',
    'Extension “p1” revoked. Reasons: “attività già chiuse”.',
  ],
  ExtensionAttachmentsSupplied: [
    { extensionId: 'relazione-2019', note: 'quadro economico' },
    'Inviati gli allegati della richiesta di proroga «relazione-2019».',
    'Attachments of the extension request “relazione-2019” supplied.',
  ],
  ExtensionInstructed: [
    { extensionId: 'relazione-2019', proposal: 'grantInPart', note: 'fino a febbraio' },
    'Istruttoria sulla proroga «relazione-2019»: si propone di concederla in parte.',
    'Instruction of extension “relazione-2019”: the proposal is to grant it in part.',
  ],
  AddendumSigned: [
    { extensionId: 'attivita-2019', party: 'region', kind: 'digital', signerRef: 'presidenza' },
    "La Regione firma l'atto aggiuntivo della proroga «attivita-2019» (firma digitale).",
    'The Region signs the addendum of extension “attivita-2019” (digital signature).',
  ],
  ExtensionTookEffect: [
    { extensionId: 'attivita-2019', effects: [] },
    "La proroga «attivita-2019» ha effetto: le due parti hanno firmato l'atto aggiuntivo.",
    'Extension “attivita-2019” takes effect: both parties have signed its addendum.',
  ],
  ExtensionLapsed: [
    { extensionId: 'attivita-2019', cause: 'addendumUnsigned' },
    "La proroga «attivita-2019» decade: l'atto aggiuntivo non è stato firmato in tempo.",
    'Extension “attivita-2019” lapses: the addendum was not signed in time.',
  ],
  SuspensionStarted: [
    {
      ...{ suspensionId: 'informazioni-1', ground: 'art2c7', rule: law, on: localDate('2018-03-10') },
      ...{ reasons: 'manca il bilancio', deadlineIds: ['planReview'], isGeneral: false, effects: [] },
    },
    'Termini sospesi per acquisire informazioni («informazioni-1»): esame del piano integrato. Motivi: «manca il bilancio».',
    'Terms suspended to obtain information (“informazioni-1”): review of the integrated plan. Reasons: “manca il bilancio”.',
  ],
  SuspensionEnded: [
    { suspensionId: 'informazioni-1', how: 'answered', until: localDate('2018-03-08'), effects: [] },
    "Finisce la sospensione «informazioni-1»: la risposta è arrivata. I termini corrono di nuovo dall'8 marzo 2018.",
    'Suspension “informazioni-1” ends: the answer has come. The terms run again from 8 March 2018.',
  ],
  SuspensionRevoked: [
    { suspensionId: 'emergenza', reasons: 'non riguarda la Regione', effects: [] },
    'Revocata la sospensione «emergenza»: per questo accordo non vale. Motivi: «non riguarda la Regione».',
    'Suspension “emergenza” revoked: it does not hold for this accord. Reasons: “non riguarda la Regione”.',
  ],
  RulesAdopted: [
    { rules: { ...rules, version: 2 }, from: 1, reasons: 'nuova convenzione' },
    "L'accordo passa alle regole del programma, versione 2 (seguiva la 1). Motivi: «nuova convenzione».",
    "The accord moves to version 2 of the programme's rules (it followed version 1). Reasons: “nuova convenzione”.",
  ],
  SentToControl: [
    {},
    "L'accordo è inviato al controllo della Corte dei conti.",
    'The accord is sent to the control of the Court of Auditors.',
  ],
  ControlEnded: [
    { outcome: 'registered' },
    'Controllo della Corte dei conti: accordo registrato.',
    'Control by the Court of Auditors: accord registered.',
  ],
  DateCorrected: [
    {
      ...{ what: 'inForce', from: localDate('2018-01-08'), to: localDate('2017-12-28') },
      ...{ reasons: 'errore di trascrizione', effects: [] },
    },
    "Corretta una data sbagliata (entrata in vigore): è il 28 dicembre 2017, non l'8 gennaio 2018. Motivi: «errore di trascrizione».",
    'Wrong date corrected (entry into force): it is 28 December 2017, not 8 January 2018. Reasons: “errore di trascrizione”.',
  ],
  DecisionReversed: [
    {
      ...{
        decision: 'PlanApproved',
        decidedBy: '11-ApprovePlan',
        reasons: 'approvata la versione sbagliata',
      },
      effects: [],
    },
    "Annullata l'ultima decisione (approvazione del piano integrato): l'accordo torna com'era prima. Motivi: «approvata la versione sbagliata».",
    'Last decision reversed (approval of the integrated plan): the accord is as it was before. Reasons: “approvata la versione sbagliata”.',
  ],
  FinalReportSubmitted: [
    { reportVersion: 1, title: 'Relazione' },
    'Presentata la relazione finale, versione 1: «Relazione».',
    'Final report submitted, version 1: “Relazione”.',
  ],
  ReportIntegrationRequested: [
    { request: 'le spese' },
    'Chieste integrazioni sulla relazione finale: «le spese».',
    'Integration requested on the final report: “le spese”.',
  ],
  ReportIntegrationSupplied: [
    { note: 'le spese' },
    'Fornite le integrazioni sulla relazione finale: «le spese».',
    'Integration supplied on the final report: “le spese”.',
  ],
  FinalReportReturned: [
    { reportVersion: 1, reasons: 'incompleta' },
    'Restituita alla Regione la relazione finale, versione 1: «incompleta».',
    'Final report, version 1, returned to the Region: “incompleta”.',
  ],
  FinalReportApproved: [
    { reportVersion: 2 },
    'Approvata la relazione finale, versione 2.',
    'Final report approved, version 2.',
  ],
  AccordConcluded: [{}, "L'accordo è concluso.", 'The accord is concluded.'],
  DeadlineSet: [
    {
      deadline: due('finalReport', {
        basis: 'PERIOD',
        start: localDate('2018-09-30'),
        period: period('P60D'),
        ...shared,
      }),
    },
    'Scadenza «relazione finale» fissata al 29 novembre 2018.',
    'Deadline “final report” set for 29 November 2018.',
  ],
  DeadlineMoved: [
    { deadline: due('finalReport', fixed('2019-03-31')), cause: 'extension' },
    'Scadenza «relazione finale» spostata al 31 marzo 2019, che slitta a lunedì 1 aprile 2019 (per proroga).',
    'Deadline “final report” moved to 31 March 2019, which rolls to Monday 1 April 2019 (by extension).',
  ],
  DeadlineSuspended: [
    { deadlineId: 'planReview', on: localDate('2018-03-11'), remainingDays: 20 },
    "Scadenza «esame del piano integrato»: termini sospesi dall'11 marzo 2018, restano 20 giorni.",
    'Deadline “review of the integrated plan”: suspended from 11 March 2018, 20 days left.',
  ],
  DeadlineMet: [
    { deadlineId: 'finalReport', revision: 1, inTime: false, daysLate: 1 },
    'Scadenza «relazione finale» adempiuta in ritardo: 1 giorno.',
    'Deadline “final report” met late, by 1 day.',
  ],
  TargetPassed: [
    { deadlineId: 'planReview', revision: 1, passedAt: instant('2018-03-21T22:59:59.999Z') },
    'Data obiettivo trascorsa per «esame del piano integrato»: era il 21 marzo 2018, ore 24:00; il termine non è ancora scaduto.',
    'Target date passed for “review of the integrated plan”: it was 21 March 2018, 24:00; the term itself is not over yet.',
  ],
  DeadlineMissed: [
    { deadlineId: 'reportReview:2', revision: 1, passedAt: instant('2019-04-30T21:59:59.999Z') },
    "Scadenza «esame della relazione finale (2)» trascorsa senza l'atto dovuto: 30 aprile 2019, ore 24:00.",
    'Deadline “review of the final report (2)” passed without the act owed: 30 April 2019, 24:00.',
  ],
  DeadlineLifted: [
    { deadlineId: 'milestone:m1' },
    'Scadenza «traguardo (m1)» venuta meno: non occorre più.',
    'Deadline “milestone (m1)” lifted: it is no longer needed.',
  ],
  ...monitoringSentences,
}

function action(numeral: string) {
  return { numeral, title: 'Azione', milestones: [] }
}
