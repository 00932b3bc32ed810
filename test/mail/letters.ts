import type { Letter, LetterItem } from '../../domain/reminders/letter.ts'
import type { LetterReader } from '../../domain/text/letter.ts'
import { instant } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/localDate.ts'

/** A Region's final report, due in a week. */
export const finalReport: LetterItem = {
  ...{ accordId: 'umbria-2014-2020', accordTitle: 'Politiche giovanili 2014-2020', regionId: '10' },
  ...{ deadlineId: 'finalReport', kind: 'finalReport', obligor: 'region' },
  ...{ about: 'comingDue', step: 'T-7', dueOn: localDate('2019-03-31') },
  ...{ passesAt: instant('2019-03-31T21:59:59.999Z'), zone: 'Europe/Rome', daysLeft: 7 },
  ...{ party: 'region', level: 0, urgent: false },
}

export const overdue: LetterItem = {
  ...finalReport,
  ...{ about: 'overdue', step: 'T+1', daysLeft: -3, urgent: true },
}

export const reader = (language: 'it' | 'en', more: Partial<LetterReader> = {}): LetterReader => ({
  ...{ language, today: localDate('2019-03-24') },
  whyUrl: ({ accordId, deadlineId }) => `https://accordi.example.it/why/${accordId}/${deadlineId}?k=abc`,
  ...more,
})

/** A day's digest with every section in it, several accords, one late, one waited for by the other side. */
export const digest: Letter = {
  kind: 'digest',
  items: [
    finalReport,
    { ...overdue, lateSince: localDate('2019-03-21'), level: 1 },
    {
      ...overdue,
      ...{ accordId: 'toscana-2014-2020', accordTitle: 'Servizi ai giovani', regionId: '09' },
      ...{
        deadlineId: 'monitoringReport:2019-1',
        kind: 'monitoringReport',
        daysLeft: -20,
        party: 'ministry',
      },
      ...{ dueOn: localDate('2019-03-04'), passesAt: instant('2019-03-04T13:00:00.000Z') },
    },
    {
      ...finalReport,
      ...{
        deadlineId: 'activities',
        kind: 'activities',
        about: 'extensionWindow',
        step: 'E-7',
        daysLeft: 37,
      },
      ...{ dueOn: localDate('2019-04-30'), passesAt: instant('2019-06-30T21:59:59.999Z') },
    },
    {
      ...finalReport,
      ...{ accordId: 'lazio-2014-2020', accordTitle: 'Giovani <e> "futuro" & lavoro', regionId: '12' },
      ...{ deadlineId: 'control', kind: 'control', obligor: 'corteDeiConti', party: 'ministry', daysLeft: 1 },
      ...{ dueOn: localDate('2019-03-25'), passesAt: instant('2019-03-25T22:59:59.999Z') },
    },
  ],
}

export const urgent: Letter = { kind: 'urgent', items: [overdue] }
export const fallback: Letter = { kind: 'fallback', items: [finalReport, overdue], part: { place: 1, of: 2 } }
