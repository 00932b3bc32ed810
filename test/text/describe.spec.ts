import { describe, expect, it } from 'vitest'
import type { AccordEvent, AccordEvents, Deadline, EventType } from '../../domain/accord/events.ts'
import { deadlineName, describeEvent } from '../../domain/text/describe.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { instant } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { computeTerm, period, type Term } from '../../domain/time/term.ts'

const calendar: Calendar = { id: 'IT', version: '2014-01-01', title: 'Sundays only', holidays: [] }
const shared = { subject: 'ACT_TO_PERFORM', policy: 'CC', zone: 'Europe/Rome', citation: 'test' } as const

function due(id: string, term: Term): Deadline {
  return { id, kind: 'finalReport', obligor: 'region', revision: 1, term, ...computeTerm(term, calendar) }
}

function fixed(date: string, cutOff?: string): Term {
  return { basis: 'FIXED_DATE', date: localDate(date), ...shared, ...(cutOff && { cutOff }) }
}

const asked = {
  extensionId: 'relazione-2019',
  scope: 'finalReport',
  until: { finalReport: localDate('2019-03-31') },
  reasons: 'tempi di rendicontazione',
} as const

const rules = {
  programmeId: '2014-2020',
  version: 1,
  zone: 'Europe/Rome',
  calendarId: 'IT',
  policy: 'CC',
  terms: {},
} as const

type Sample<T extends EventType> = readonly [data: AccordEvents[T], italian: string, english: string]

const samples: { readonly [T in EventType]: Sample<T> } = {
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
  RegionalActRecorded: [
    { title: 'DGR 10' },
    'Registrato un atto della Regione: «DGR 10».',
    'An act of the Region is recorded: “DGR 10”.',
  ],
  AdvancePaid: [
    { amount: { cents: 33111700, currency: 'EUR' } },
    "Pagato l'anticipo: 331.117,00 €.",
    'Advance paid: €331,117.00.',
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
  BalancePaid: [
    { amount: { cents: 100, currency: 'EUR' } },
    'Pagato il saldo: 1,00 €.',
    'Balance paid: €1.00.',
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
}

function action(numeral: string) {
  return { numeral, title: 'Azione', milestones: [] }
}

describe('every event is one sentence', () => {
  it.each(Object.keys(samples) as EventType[])('%s', (type) => {
    const [data, italian, english] = samples[type]
    const event = { type, data } as AccordEvent
    expect(describeEvent('it', event)).toBe(italian)
    expect(describeEvent('en', event)).toBe(english)
  })
})

describe('an event with variants', () => {
  const said = (event: AccordEvent) => describeEvent('it', event)

  it('says whether conditions, notes or grounds are there', () => {
    expect(said({ type: 'PlanApproved', data: { planVersion: 1, conditions: [] } })).toBe(
      'Approvato il piano integrato, versione 1.',
    )
    expect(said({ type: 'MilestoneSignalled', data: { milestoneId: 'm1' } })).toBe(
      'Segnalato il traguardo «m1».',
    )
    expect(said({ type: 'ActivitiesEnded', data: { how: 'signalled' } })).toBe(
      'La Regione comunica la fine delle attività.',
    )
  })

  it('tells a whole grant from a grant in part, and one date from two', () => {
    const granted = { ...asked, exOfficio: false, effects: [] }
    const both = { activities: localDate('2018-12-31'), finalReport: localDate('2019-03-31') }
    expect(said({ type: 'ExtensionGranted', data: { ...granted, inPart: false } })).toMatch(
      /^Concessa la proroga/,
    )
    expect(
      said({ type: 'ExtensionGranted', data: { ...granted, scope: 'both', until: both, inPart: true } }),
    ).toContain(
      'Concessa in parte la proroga «relazione-2019», attività e relazione finale: attività fino al 31 dicembre 2018, relazione finale fino al 31 marzo 2019.',
    )
  })

  it('tells in time from late, and late by the hour from late by days', () => {
    const met = { deadlineId: 'signature', revision: 1 }
    expect(said({ type: 'DeadlineMet', data: { ...met, inTime: true, daysLate: 0 } })).toMatch(
      /rispettata\.$/,
    )
    expect(said({ type: 'DeadlineMet', data: { ...met, inTime: false, daysLate: 0 } })).toMatch(
      /oltre l'ora\.$/,
    )
    expect(said({ type: 'DeadlineMet', data: { ...met, inTime: false, daysLate: 3 } })).toMatch(/3 giorni\.$/)
    const end = { deadlineId: 'activities', revision: 4, inTime: true, daysLate: 0 }
    expect(said({ type: 'DeadlineMet', data: end })).toMatch(/le attività sono terminate\.$/)
  })

  it('says that an act is assumed, and what follows from one', () => {
    const act = { citation: { source: 'Nessuna fonte', mark: 'assumed' } } as const
    expect(describeEvent('it', { type: 'ActionStarted', data: { numeral: 'I' }, act })).toBe(
      "Avviata l'azione I (atto presunto).",
    )
    expect(describeEvent('en', { type: 'DeadlineLifted', data: { deadlineId: 'plan' }, act })).toBe(
      'Deadline “integrated plan” lifted: it is no longer needed (from an assumed act).',
    )
    const stated = { citation: { source: 'Pagina', mark: 'stated' } } as const
    expect(describeEvent('it', { type: 'AccordConcluded', data: {}, act: stated })).toBe(
      "L'accordo è concluso.",
    )
  })

  it('gives the hour of a deadline that has one', () => {
    const deadline = due('signature', fixed('2014-12-30', '14:00'))
    expect(said({ type: 'DeadlineSet', data: { deadline } })).toBe(
      "Scadenza «firma dell'accordo» fissata al 30 dicembre 2014, ore 14:00.",
    )
  })
})

describe('the name of a deadline', () => {
  it('is its kind, with what it is about', () => {
    expect(deadlineName('it', 'extensionDecision:relazione-2019')).toBe(
      'decisione sulla proroga (relazione-2019)',
    )
    expect(deadlineName('en', 'planCondition:a:b')).toBe('condition of the approval (a:b)')
    expect(deadlineName('it', 'of-the-future:1')).toBe('of-the-future:1')
  })
})
