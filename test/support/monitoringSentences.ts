import type { AccordEvents } from '../../domain/accord/events.ts'
import type { MonitoringEvents } from '../../domain/accord/monitoring/events.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { period } from '../../domain/time/period.ts'

/** One event of each type about monitoring and its sentence. */
export const monitoringSentences: {
  readonly [T in keyof MonitoringEvents]: readonly [data: AccordEvents[T], italian: string, english: string]
} = {
  MonitoringScheduled: [
    {
      ...{ from: localDate('2018-03-20'), every: period('P3M'), count: 'calendar' },
      midTermOn: localDate('2018-08-10'),
    },
    "Fissato il calendario delle schede di monitoraggio: una scheda ogni 3 mesi, secondo l'anno solare, a partire dal 20 marzo 2018; scheda intermedia sul periodo fino al 10 agosto 2018.",
    'Schedule of the monitoring reports set: one report every 3 months, by the calendar year, from 20 March 2018; mid-term report on the time until 10 August 2018.',
  ],
  MonitoringReportSubmitted: [
    {
      ...{ period: '2018-T2', kind: 'periodic', reportVersion: 1 },
      ...{ from: localDate('2018-04-01'), to: localDate('2018-06-30') },
      progress: [
        {
          numeral: 'II',
          indicators: [{ id: 'p', name: 'Persone seguite', target: 1_200, done: 40.5, unit: 'ore' }],
          spent: { cents: 120000, currency: 'EUR' },
        },
      ],
    },
    'Presentata la scheda di monitoraggio 2018-T2, versione 1 (dal 1 aprile 2018 al 30 giugno 2018): II 40,5/1.200 ore, speso 1.200,00 €.',
    'Monitoring report 2018-T2, version 1, submitted (1 April 2018 to 30 June 2018): II 40.5/1,200 ore, spent €1,200.00.',
  ],
  MonitoringReportReturned: [
    { period: 'R1', reportVersion: 2, reasons: 'mancano i dati' },
    'Restituita alla Regione la scheda di monitoraggio R1, versione 2: «mancano i dati».',
    'Monitoring report R1, version 2, returned to the Region: “mancano i dati”.',
  ],
  MonitoringReportAccepted: [
    { period: 'R1', reportVersion: 2 },
    'Accettata la scheda di monitoraggio R1, versione 2.',
    'Monitoring report R1, version 2, accepted.',
  ],
  MonitoringReportReopened: [
    { period: 'R1', reportVersion: 2, actions: ['II', 'IV'], reasons: 'errore' },
    'Riaperta la scheda di monitoraggio R1, versione 2, solo per le azioni II, IV. Motivi: «errore».',
    'Monitoring report R1, version 2, reopened for the actions II, IV only. Reasons: “errore”.',
  ],
  MonitoringGateLifted: [
    { period: '2018-T1', deadlineIds: ['monitoringReport:2018-T1'], reasons: 'alluvione' },
    'Tolto il blocco dovuto a «scheda di monitoraggio (2018-T1)», che resta da presentare. Motivi: «alluvione».',
    'What “monitoring report (2018-T1)” blocked is allowed again; it is still to be submitted. Reasons: “alluvione”.',
  ],
}

/** One refusal of each code about monitoring, with what it says. */
export const monitoringRefusals = {
  'monitoring-not-scheduled': { period: '2015-T1' },
  'unknown-monitoring-period': { period: '2015-T5', periods: '2015-T1, 2015-T2' },
  'monitoring-period-not-begun': { period: '2015-T4', from: '2015-10-01' },
  'monitoring-report-closed': { period: '2015-T1', reportStatus: 'accepted' },
  'monitoring-report-not-submitted': { period: '2015-T1', reportStatus: 'missing' },
  'monitoring-report-not-accepted': { period: '2015-T1', reportStatus: 'submitted' },
  'monitoring-outside-reopening': { period: '2015-T1', numeral: 'I', actions: 'II, IV' },
  'duplicate-indicator': { numeral: 'II', indicator: 'persone' },
  'monitoring-gate-not-closed': { period: '2015-T1' },
  'gated-by-overdue-report': {
    ...{ act: 'RequestExtension', deadlineId: 'monitoringReport:2015-T1', effective: '2015-04-30' },
  },
} as const
