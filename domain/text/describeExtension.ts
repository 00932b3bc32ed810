import type { AccordEvent } from '../accord/events.ts'
import type { ExtensionDates, PartDate } from '../accord/parts.ts'
import type { LocalDate } from '../time/localDate.ts'
import { formatDate, formatMoney } from './format.ts'
import { type Language, nameOf, type Sentence, type TextKey, textOf } from './render.ts'

export type ExtensionEvent = Extract<AccordEvent, { type: `Extension${string}` | 'AddendumSigned' }>

/** One sentence about an event concerning an extension. */
export function extensionSentence(language: Language, event: ExtensionEvent): Sentence {
  const { extensionId } = event.data
  switch (event.type) {
    case 'ExtensionRequested': {
      const { reasons, attachmentsBy } = event.data
      const params = { extensionId, reasons, ...extent(language, event.data) }
      if (attachmentsBy === undefined) return ['event.ExtensionRequested', params]
      const by = formatDate(language, attachmentsBy)
      return ['event.ExtensionRequested.attachments', { ...params, by }]
    }
    case 'ExtensionGranted':
      return grantSentence(language, event)
    case 'ExtensionRefused':
    case 'ExtensionRevoked':
      return [`event.${event.type}`, { extensionId, reasons: event.data.reasons }]
    case 'ExtensionAttachmentsSupplied':
    case 'ExtensionTookEffect':
      return [`event.${event.type}`, { extensionId }]
    case 'ExtensionInstructed': {
      const proposal = nameOf(language, 'proposal', event.data.proposal)
      return ['event.ExtensionInstructed', { extensionId, proposal }]
    }
    case 'AddendumSigned': {
      const party = nameOf(language, 'partySubject', event.data.party)
      const kind = nameOf(language, 'signature', event.data.kind)
      return ['event.AddendumSigned', { extensionId, party, kind }]
    }
    case 'ExtensionLapsed': {
      const why = nameOf(language, 'lapse', event.data.cause)
      return ['event.ExtensionLapsed', { extensionId, why }]
    }
    default:
      return event satisfies never
  }
}

function grantSentence(
  language: Language,
  { data }: Extract<ExtensionEvent, { type: 'ExtensionGranted' }>,
): Sentence {
  const { extensionId, reasons, exOfficio, inPart, addendum } = data
  const params = { extensionId, reasons, ...extent(language, data) }
  if (addendum !== undefined) {
    const signBy = formatDate(language, addendum.signBy)
    if (addendum.amount === undefined) return ['event.ExtensionGranted.onerous', { ...params, signBy }]
    const amount = formatMoney(language, addendum.amount)
    return ['event.ExtensionGranted.onerous.amount', { ...params, signBy, amount }]
  }
  if (inPart) return ['event.ExtensionGranted.inPart', params]
  return [exOfficio ? 'event.ExtensionGranted.exOfficio' : 'event.ExtensionGranted', params]
}

function extent(
  language: Language,
  data: { readonly scope: string; readonly until: ExtensionDates },
): { scope: string; until: string } {
  return { scope: nameOf(language, 'extension', data.scope), until: untilText(language, data.until) }
}

/** "fino al 31 marzo 2019", or each date with what it is for. */
export function untilText(
  language: Language,
  { activities, finalReport, actions = [], milestones = [] }: ExtensionDates,
): string {
  const day = (date: LocalDate) => formatDate(language, date)
  if (activities !== undefined && finalReport !== undefined) {
    return textOf(language, 'until.both', { activities: day(activities), finalReport: day(finalReport) })
  }
  const one = activities ?? finalReport
  if (one !== undefined) return textOf(language, 'until.one', { date: day(one) })
  const said = (key: TextKey, parts: readonly PartDate[]) =>
    parts.map(({ id, until }) => textOf(language, key, { part: id, date: day(until) }))
  return [...said('until.action', actions), ...said('until.milestone', milestones)].join(', ')
}
