import type { AccordEvent, Deadline } from '../accord/events.ts'
import type { Act, ExtensionDates } from '../accord/parts.ts'
import type { Params } from '../decider.ts'
import { regions } from '../regions.ts'
import { formatDate, formatDay, formatDays, formatInstant, formatMoney } from './format.ts'
import { hasText, type Language, nameOf, type TextKey, textOf } from './render.ts'

type DeadlineEvent = Extract<AccordEvent, { type: `Deadline${string}` }>
type ExtensionEvent = Extract<AccordEvent, { type: `Extension${string}` }>
type LifeEvent = Exclude<AccordEvent, DeadlineEvent | ExtensionEvent>
type Sentence = readonly [key: TextKey, params?: Params]

const romeZone = 'Europe/Rome'

/** An event with or without its act: a recorded event has one, and says there whether it is assumed. */
type Described = AccordEvent & { readonly act?: Pick<Act, 'citation'> }

/**
 * One sentence for people about one event; what no source states is called assumed in the sentence
 * itself. `zone` is where hours are read: accords live in Rome's.
 */
export function describeEvent(language: Language, event: Described, zone: string = romeZone): string {
  const [key, params] = isDeadlineEvent(event)
    ? deadlineSentence(language, event, zone)
    : isExtensionEvent(event)
      ? extensionSentence(language, event)
      : lifeSentence(language, event)
  const sentence = textOf(language, key, params)
  if (event.act?.citation?.mark !== 'assumed') return sentence
  const assumed = isDeadlineEvent(event) ? 'event.fromAssumed' : 'event.assumed'
  return textOf(language, assumed, { sentence: sentence.slice(0, -1) })
}

function isDeadlineEvent(event: AccordEvent): event is DeadlineEvent {
  return event.type.startsWith('Deadline')
}

function isExtensionEvent(event: AccordEvent): event is ExtensionEvent {
  return event.type.startsWith('Extension')
}

function lifeSentence(language: Language, event: LifeEvent): Sentence {
  switch (event.type) {
    case 'AccordProposed': {
      const { regionId, title, programmeId } = event.data
      return ['event.AccordProposed', { region: regions[regionId], title, programmeId }]
    }
    case 'AccordSigned': {
      const party = nameOf(language, 'partySubject', event.data.party)
      return ['event.AccordSigned', { party, kind: nameOf(language, 'signature', event.data.kind) }]
    }
    case 'AdvancePaid':
    case 'BalancePaid':
      return [`event.${event.type}`, { amount: formatMoney(language, event.data.amount) }]
    case 'PlanSubmitted': {
      const actions = event.data.actions.map((action) => action.numeral).join(', ')
      return ['event.PlanSubmitted', { planVersion: event.data.planVersion, actions }]
    }
    case 'PlanApproved': {
      const { planVersion } = event.data
      const conditions = event.data.conditions.map((condition) => condition.text).join('; ')
      return conditions === ''
        ? ['event.PlanApproved', { planVersion }]
        : ['event.PlanApproved.conditions', { planVersion, conditions }]
    }
    case 'MilestoneSignalled': {
      const { milestoneId, note } = event.data
      return note === undefined
        ? ['event.MilestoneSignalled', { milestoneId }]
        : ['event.MilestoneSignalled.note', { milestoneId, note }]
    }
    case 'ActivitiesEnded':
      return [event.data.how === 'expiry' ? 'event.ActivitiesEnded.expiry' : 'event.ActivitiesEnded']
    case 'FinalReportApproved':
      return ['event.FinalReportApproved', { reportVersion: event.data.reportVersion }]
    case 'AccordEnteredIntoForce':
    case 'AccordConcluded':
      return [`event.${event.type}`]
    case 'CalendarApplied': {
      const { calendarId, calendarVersion, reasons } = event.data
      return ['event.CalendarApplied', { calendarId, calendarVersion, reasons }]
    }
    case 'RegionalActRecorded':
    case 'PlanIntegrationRequested':
    case 'PlanIntegrationSupplied':
    case 'PlanReturned':
    case 'PlanConditionMet':
    case 'ActionStarted':
    case 'ActionCompleted':
    case 'FinalReportSubmitted':
    case 'ReportIntegrationRequested':
    case 'ReportIntegrationSupplied':
    case 'FinalReportReturned':
      return [`event.${event.type}`, event.data]
    default:
      return event satisfies never
  }
}

function extensionSentence(language: Language, event: ExtensionEvent): Sentence {
  const { extensionId, reasons } = event.data
  switch (event.type) {
    case 'ExtensionRequested':
      return ['event.ExtensionRequested', { extensionId, reasons, ...extent(language, event.data) }]
    case 'ExtensionGranted': {
      const { exOfficio, inPart } = event.data
      const key = exOfficio ? 'event.ExtensionGranted.exOfficio' : 'event.ExtensionGranted'
      const params = { extensionId, reasons, ...extent(language, event.data) }
      return [inPart ? 'event.ExtensionGranted.inPart' : key, params]
    }
    case 'ExtensionRefused':
    case 'ExtensionRevoked':
      return [`event.${event.type}`, { extensionId, reasons }]
    default:
      return event satisfies never
  }
}

function extent(
  language: Language,
  data: { readonly scope: string; readonly until: ExtensionDates },
): { scope: string; until: string } {
  const { activities, finalReport } = data.until
  const dates = [activities, finalReport].flatMap((date) => (date ? [formatDate(language, date)] : []))
  const [first = '—', second] = dates
  const until =
    second === undefined
      ? textOf(language, 'until.one', { date: first })
      : textOf(language, 'until.both', { activities: first, finalReport: second })
  return { scope: nameOf(language, 'extension', data.scope), until }
}

function deadlineSentence(language: Language, event: DeadlineEvent, zone: string): Sentence {
  const deadline = deadlineName(
    language,
    'deadline' in event.data ? event.data.deadline.id : event.data.deadlineId,
  )
  switch (event.type) {
    case 'DeadlineSet':
      return ['event.DeadlineSet', { deadline, date: dueDate(language, event.data.deadline) }]
    case 'DeadlineMoved': {
      const cause = nameOf(language, 'cause', event.data.cause)
      return ['event.DeadlineMoved', { deadline, date: dueDate(language, event.data.deadline), cause }]
    }
    case 'DeadlineSuspended': {
      const days = formatDays(language, event.data.remainingDays)
      return ['event.DeadlineSuspended', { deadline, on: formatDate(language, event.data.on), days }]
    }
    case 'DeadlineMet': {
      const { inTime, daysLate, deadlineId } = event.data
      if (inTime)
        return [
          deadlineId === 'activities' ? 'event.DeadlineMet.activities' : 'event.DeadlineMet',
          { deadline },
        ]
      if (daysLate === 0) return ['event.DeadlineMet.sameDay', { deadline }]
      return ['event.DeadlineMet.late', { deadline, days: formatDays(language, daysLate) }]
    }
    case 'DeadlineMissed': {
      const passedAt = formatInstant(language, event.data.passedAt, zone)
      return ['event.DeadlineMissed', { deadline, passedAt }]
    }
    case 'DeadlineLifted':
      return ['event.DeadlineLifted', { deadline }]
    default:
      return event satisfies never
  }
}

/** A deadline's id is its kind, and after a colon what it is about or how many there were before. */
export function deadlineName(language: Language, deadlineId: string): string {
  const colon = deadlineId.indexOf(':')
  const kind = colon === -1 ? deadlineId : deadlineId.slice(0, colon)
  if (!hasText(`deadline.${kind}`)) return deadlineId
  const name = nameOf(language, 'deadline', kind)
  return colon === -1 ? name : `${name} (${deadlineId.slice(colon + 1)})`
}

/** "31 marzo 2019, che slitta a lunedì 1 aprile 2019"; with its hour where the act gives one. */
export function dueDate(language: Language, deadline: Deadline): string {
  const { nominal, effective, term } = deadline
  const rolled =
    nominal === effective
      ? formatDate(language, nominal)
      : textOf(language, 'date.rolled', {
          nominal: formatDate(language, nominal),
          effective: formatDay(language, effective),
        })
  return term.cutOff === undefined
    ? rolled
    : textOf(language, 'date.withTime', { date: rolled, time: term.cutOff })
}
