import itData from '../../data/calendars/it.json' with { type: 'json' }
import romaData from '../../data/calendars/it-roma.json' with { type: 'json' }
import type { AccordCommand, AccordCommands, CommandOf, CommandType } from '../../domain/accord/commands.ts'
import { owner } from '../../domain/accord/notices.ts'
import type { Actor, Citation, Plan } from '../../domain/accord/parts.ts'
import type { AccordContext, ProgrammeRules, TermRule } from '../../domain/accord/terms.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { instant, instantAt, localDateOf } from '../../domain/time/instant.ts'
import { localDate, parseActDate } from '../../domain/time/localDate.ts'
import { period } from '../../domain/time/period.ts'
import { calendar } from '../../schemas/reference.ts'

/** A made-up programme and a made-up accord: nothing here is a fact about a real Region. */
export const accordId = 'prova-10'
export const zone = 'Europe/Rome'

export const italy: Calendar = calendar.parse(itData)
export const rome: Calendar = calendar.parse(romaData)

const term = (length: string): TermRule => ({
  period: period(length),
  citation: 'regole di prova',
  assumed: true,
})

export const rules: ProgrammeRules = {
  programmeId: 'prova',
  version: 1,
  zone,
  calendarId: 'IT',
  policy: 'CC',
  terms: {
    plan: term('P90D'),
    planReview: term('P30D'),
    planResubmission: term('P15D'),
    integrationReply: term('P30D'),
    activities: term('P18M'),
    finalReport: term('P60D'),
    reportReview: term('P30D'),
    reportResubmission: term('P15D'),
    extensionDecision: term('P30D'),
  },
}

/** The same programme without a single term: no deadline comes from it. */
export const noTerms: ProgrammeRules = { ...rules, programmeId: 'senza-termini', terms: {} }

/** The same programme with a report for every quarter, and one in the middle. */
export const monitored = {
  ...rules,
  programmeId: 'monitorato',
  monitoring: {
    ...{ every: period('P3M'), term: term('P30D'), review: term('P30D'), resubmission: term('P15D') },
    ...{ midTerm: { fraction: 0.5, term: term('P30D') }, citation: 'regole di prova' },
    gates: ['PayAdvance', 'RequestExtension'],
  },
} as const satisfies ProgrammeRules

export const context: AccordContext = {
  calendars: { IT: italy, 'IT-ROMA': rome },
  programmes: { prova: rules, 'senza-termini': noTerms, monitorato: monitored },
}

export const ministry: Actor = { role: 'ministry', id: 'dg-prova' }
export const region: Actor = { role: 'region', id: 'ufficio-prova', regionId: '10' }
export const neighbour: Actor = { role: 'region', id: 'ufficio-altrove', regionId: '11' }
export const scheduler: Actor = { role: 'scheduler', id: 'timer-prova' }
export const auditor: Actor = { role: 'auditor', id: 'revisore-prova' }

const actors = { ministry, region, scheduler }

export interface How {
  /** The legal date, where it is not the day of receipt: `2018-03-11` or partial, `2018-03`. */
  readonly on?: string
  /** No source states the legal date. */
  readonly assumed?: boolean
  readonly by?: Actor
  readonly citing?: Citation
}

/**
 * A command received at `when`: a day (at 10:00 in Rome) or a full instant. Its legal date is that
 * day and it is done by its owner, unless `how` says otherwise.
 */
export function order<T extends CommandType>(
  type: T,
  when: string,
  data: AccordCommands[T],
  how: How = {},
): CommandOf<T> {
  const receivedAt = when.includes('T') ? instant(when) : instantAt(localDate(when), '10:00', zone)
  const on = parseActDate(how.on ?? localDateOf(receivedAt, zone), how.assumed ?? false)
  if (on === undefined) throw new RangeError(`not a date: ${how.on}`)
  const actor = how.by ?? actors[owner({ type, data } as AccordCommand)]
  const citation = how.citing === undefined ? {} : { citation: how.citing }
  const act = { on, receivedAt, actor, ...citation, documents: [] }
  return { type, commandId: `${type}@${receivedAt}`, accordId, act, data }
}

/** The timer's command, sent at `when`. */
export function passes(deadlineId: string, when: string, revision = 1): CommandOf<'PassDeadline'> {
  return order('PassDeadline', when, { deadlineId, revision })
}

export const d = localDate

export const plan: Plan = {
  sections: [
    { number: 1, title: 'Analisi del contesto' },
    { number: 2, title: 'Azioni propedeutiche' },
    { number: 3, title: 'Azioni pilota' },
  ],
  actions: [
    {
      numeral: 'I',
      title: 'Rete dei servizi',
      section: 2,
      milestones: [{ id: 'rete-attiva', title: 'Rete attiva', dueOn: d('2018-09-28') }],
    },
    {
      numeral: 'II',
      title: 'Mediazione',
      section: 3,
      priority: 1,
      milestones: [{ id: 'sportelli', title: 'Sportelli' }],
    },
  ],
  activitiesUntil: d('2018-12-31'),
}

export const euro = (cents: number) => ({ cents, currency: 'EUR' }) as const

// One accord, step by step: signature by 14:00 of Friday 29 December 2017; the plan by 28 March 2018; its
// review by 31 March; activities until 31 December; the report by 1 March 2019, its review by 22 March.
export const proposal = order('ProposeAccord', '2017-12-12', {
  programmeId: 'prova',
  regionId: '10',
  title: 'Accordo di prova',
  fund: 'Fondo di prova',
  signBy: { date: d('2017-12-29'), time: '14:00' },
})
export const ministrySigns = order('SignAccord', '2017-12-27', {
  party: 'ministry',
  kind: 'digital',
  signerRef: 'dg-prova',
})
export const regionSigns = order('SignAccord', '2017-12-28', {
  party: 'region',
  kind: 'digital',
  signerRef: 'presidenza-prova',
})
export const submitPlan = order('SubmitPlan', '2018-03-01', plan)
export const approvePlan = order('ApprovePlan', '2018-03-20', { conditions: [] })
export const endActivities = order('EndActivities', '2018-12-31', {})
export const submitReport = order('SubmitFinalReport', '2019-02-20', { title: 'Relazione finale' })
export const approveReport = order('ApproveFinalReport', '2019-03-15', {})
export const payBalance = order('PayBalance', '2019-04-10', { amount: euro(4_000_000) })
export const conclude = order('ConcludeAccord', '2019-05-02', {})

export const inForce = [proposal, ministrySigns, regionSigns]
export const planUnderReview = [...inForce, submitPlan]
export const underway = [...planUnderReview, approvePlan]
export const activitiesEnded = [...underway, endActivities]
export const reportUnderReview = [...activitiesEnded, submitReport]
export const reportApproved = [...reportUnderReview, approveReport]
export const concluded = [...reportApproved, payBalance, conclude]

/** The way Umbria asked: the final report only, until 31 March 2019, a Sunday. */
export const reportOnly = {
  extensionId: 'proroga-1',
  scope: 'finalReport',
  until: { finalReport: d('2019-03-31') },
  reasons: 'raccolta dei dati',
} as const

/** Activities until 31 March 2019; the report follows them to 30 May. */
export const activitiesOnly = {
  extensionId: 'proroga-2',
  scope: 'activities',
  until: { activities: d('2019-03-31') },
  reasons: 'avvio tardivo',
} as const

/** Both dates, each named. */
export const both = {
  extensionId: 'proroga-3',
  scope: 'both',
  until: { activities: d('2019-03-31'), finalReport: d('2019-06-30') },
  reasons: 'avvio tardivo',
} as const
