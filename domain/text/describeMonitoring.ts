import type { EventOf } from '../accord/events.ts'
import type { MonitoringEvents } from '../accord/monitoring/events.ts'
import type { ActionProgress } from '../accord/monitoring/parts.ts'
import { deadlineName } from './describe.ts'
import { formatDate, formatMoney, formatNumber } from './format.ts'
import { hasText, type Language, type Sentence, textOf } from './render.ts'

type MonitoringEvent = { [T in keyof MonitoringEvents]: EventOf<T> }[keyof MonitoringEvents]

/** One sentence about an event concerning monitoring. */
export function monitoringSentence(language: Language, event: MonitoringEvent): Sentence {
  switch (event.type) {
    case 'MonitoringScheduled': {
      const { midTermOn } = event.data
      const params = { every: rhythm(language, event.data), from: formatDate(language, event.data.from) }
      if (midTermOn === undefined) return ['event.MonitoringScheduled', params]
      const day = formatDate(language, midTermOn)
      return ['event.MonitoringScheduled.midTerm', { ...params, midTermOn: day }]
    }
    case 'MonitoringReportSubmitted': {
      const { period, reportVersion, progress } = event.data
      const days = { from: formatDate(language, event.data.from), to: formatDate(language, event.data.to) }
      const said = progress.map((row) => progressText(language, row)).join('; ')
      const none = textOf(language, 'monitoring.noProgress')
      return ['event.MonitoringReportSubmitted', { period, reportVersion, ...days, progress: said || none }]
    }
    case 'MonitoringReportReturned': {
      const { period, reportVersion, reasons } = event.data
      return ['event.MonitoringReportReturned', { period, reportVersion, reasons }]
    }
    case 'MonitoringReportAccepted': {
      const { period, reportVersion } = event.data
      return ['event.MonitoringReportAccepted', { period, reportVersion }]
    }
    case 'MonitoringReportReopened': {
      const { period, reportVersion, reasons, actions } = event.data
      const params = { period, reportVersion, reasons }
      if (actions === undefined) return ['event.MonitoringReportReopened', params]
      return ['event.MonitoringReportReopened.limited', { ...params, actions: actions.join(', ') }]
    }
    case 'MonitoringGateLifted': {
      const { deadlineIds, reasons } = event.data
      const deadlines = deadlineIds.map((id) => deadlineName(language, id)).join(', ')
      return ['event.MonitoringGateLifted', { deadlines, reasons }]
    }
    default:
      return event satisfies never
  }
}

/** "una scheda ogni 3 mesi, secondo l'anno solare". */
function rhythm(language: Language, { every, count }: MonitoringEvents['MonitoringScheduled']): string {
  const number = Number(every.slice(1, -1))
  const key = `monitoring.every.${every.slice(-1)}${number === 1 ? '.one' : ''}`
  const said = hasText(key) ? textOf(language, key, { count: number }) : every
  return count === 'start' ? said : textOf(language, 'monitoring.calendar', { every: said })
}

/** "II 40/100 persone, speso 1.200,00 €". */
function progressText(language: Language, { numeral, indicators, spent }: ActionProgress): string {
  const number = (value: number) => formatNumber(language, value)
  const parts = [
    ...indicators.map(({ done, target, unit }) => `${number(done)}/${number(target)} ${unit}`),
    ...(spent ? [textOf(language, 'monitoring.spent', { amount: formatMoney(language, spent) })] : []),
  ]
  return [numeral, parts.join(', ')].join(' ').trim()
}
