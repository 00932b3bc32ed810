import { type ApprovalEvents, isApprovalEvent } from '../accord/approvals/events.ts'
import type { DocumentEvents } from '../accord/documents/events.ts'
import type { AccordEvent, Deadline } from '../accord/events.ts'
import { type ExitEvents, isExitEvent } from '../accord/exits/events.ts'
import { isMoneyEvent, type MoneyEvents } from '../accord/money/events.ts'
import { isMonitoringEvent, type MonitoringEvents } from '../accord/monitoring/events.ts'
import type { Act } from '../accord/parts.ts'
import { regions } from '../regions.ts'
import { approvalSentence } from './describeApprovals.ts'
import { exitSentence } from './describeExits.ts'
import { type ExtensionEvent, extensionSentence } from './describeExtension.ts'
import { moneySentence } from './describeMoney.ts'
import { monitoringSentence } from './describeMonitoring.ts'
import { formatDate, formatDay, formatDays, formatInstant } from './format.ts'
import { hasText, type Language, nameOf, type Sentence, textOf } from './render.ts'

type DeadlineEvent = Extract<AccordEvent, { type: `Deadline${string}` | 'TargetPassed' }>
type LifeEvent = Exclude<AccordEvent, DeadlineEvent | ExtensionEvent | { type: 'DocumentsAdded' }>
type AreaEvent = Extract<
  AccordEvent,
  { type: keyof (MoneyEvents & ExitEvents & MonitoringEvents & ApprovalEvents) }
>

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
      : event.type === 'DocumentsAdded'
        ? addedSentence(event.data)
        : areaSentence(language, event)
  const sentence = textOf(language, key, params)
  if (event.act?.citation?.mark !== 'assumed') return sentence
  const assumed = isDeadlineEvent(event) ? 'event.fromAssumed' : 'event.assumed'
  return textOf(language, assumed, { sentence: sentence.slice(0, -1) })
}

function isDeadlineEvent(event: AccordEvent): event is DeadlineEvent {
  return event.type.startsWith('Deadline') || event.type === 'TargetPassed'
}

function isExtensionEvent(event: AccordEvent): event is ExtensionEvent {
  return event.type.startsWith('Extension') || event.type === 'AddendumSigned'
}

/** Each area has sentences of its own. */
function areaSentence(language: Language, event: LifeEvent): Sentence {
  if (isMoneyEvent(event)) return moneySentence(language, event)
  if (isExitEvent(event)) return exitSentence(language, event)
  if (isMonitoringEvent(event)) return monitoringSentence(language, event)
  if (isApprovalEvent(event)) return approvalSentence(language, event)
  return lifeSentence(language, event)
}

function lifeSentence(language: Language, event: Exclude<LifeEvent, AreaEvent>): Sentence {
  switch (event.type) {
    case 'AccordProposed': {
      const { regionId, title, programmeId } = event.data
      return ['event.AccordProposed', { region: regions[regionId], title, programmeId }]
    }
    case 'AccordSigned': {
      const party = nameOf(language, 'partySubject', event.data.party)
      return ['event.AccordSigned', { party, kind: nameOf(language, 'signature', event.data.kind) }]
    }
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
    case 'SuspensionStarted':
    case 'SuspensionEnded':
      return suspensionSentence(language, event)
    case 'SuspensionRevoked':
    case 'RulesAdopted':
      return movedSentence(event)
    case 'SentToControl':
      return ['event.SentToControl']
    case 'ControlEnded':
      return ['event.ControlEnded', { outcome: nameOf(language, 'outcome', event.data.outcome) }]
    case 'DateCorrected':
      return correctionSentence(language, event)
    case 'DecisionReversed': {
      const { decision, reasons } = event.data
      return ['event.DecisionReversed', { decision: nameOf(language, 'decision', decision), reasons }]
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

function addedSentence({ note }: DocumentEvents['DocumentsAdded']): Sentence {
  return note === undefined ? ['event.DocumentsAdded'] : ['event.DocumentsAdded.note', { note }]
}

/** What an act over many accords can do to one of them, beside extending it. */
function movedSentence(event: Extract<LifeEvent, { type: 'SuspensionRevoked' | 'RulesAdopted' }>): Sentence {
  if (event.type === 'SuspensionRevoked') {
    const { suspensionId, reasons } = event.data
    return ['event.SuspensionRevoked', { suspensionId, reasons }]
  }
  const { rules, from, reasons } = event.data
  return ['event.RulesAdopted', { version: rules.version, from, reasons }]
}

function suspensionSentence(
  language: Language,
  event: Extract<LifeEvent, { type: 'SuspensionStarted' | 'SuspensionEnded' }>,
): Sentence {
  const { suspensionId, until } = event.data
  const day = until === undefined ? {} : { until: formatDate(language, until) }
  if (event.type === 'SuspensionEnded') {
    const how = nameOf(language, 'how', event.data.how)
    const key = event.data.how === 'decided' ? 'event.SuspensionEnded.decided' : 'event.SuspensionEnded'
    return [key, { suspensionId, how, ...day }]
  }
  const { deadlineIds, reasons } = event.data
  const ground = nameOf(language, 'ground', event.data.ground)
  const deadlines = deadlineIds.map((id) => deadlineName(language, id)).join(', ')
  const key = until === undefined ? 'event.SuspensionStarted' : 'event.SuspensionStarted.until'
  return [key, { suspensionId, ground, deadlines, reasons, ...day }]
}

function correctionSentence(
  language: Language,
  { data }: Extract<LifeEvent, { type: 'DateCorrected' }>,
): Sentence {
  const { ref, reasons } = data
  const what = nameOf(language, 'fact', data.what)
  const days = { from: formatDate(language, data.from), to: formatDate(language, data.to) }
  if (ref === undefined) return ['event.DateCorrected', { what, reasons, ...days }]
  const about = data.what === 'deadline' ? deadlineName(language, ref) : ref
  return ['event.DateCorrected.ref', { what, ref: about, reasons, ...days }]
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
      const { from } = event.data
      const params = {
        ...{ deadline, date: dueDate(language, event.data.deadline) },
        cause: nameOf(language, 'cause', event.data.cause),
      }
      if (from === undefined) return ['event.DeadlineMoved', params]
      return ['event.DeadlineMoved.from', { ...params, from: formatDate(language, from.effective) }]
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
    case 'TargetPassed': {
      const passedAt = formatInstant(language, event.data.passedAt, zone)
      return ['event.TargetPassed', { deadline, passedAt }]
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
