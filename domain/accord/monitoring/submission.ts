import { accept, type Notice, type Refused } from '../../decider.ts'
import { inKeyOrder } from '../../keyOrder.ts'
import { receiptDate, setByTerm, settle } from '../acts/obligations.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { centsText } from '../money/cents.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, entry } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { deadlineKind } from './follow.ts'
import type { ActionProgress } from './parts.ts'
import { lastPeriods, type MonitoringPeriod, periodOf } from './schedule.ts'
import { type MonitoringReport, reportOf } from './state.ts'

type Submission = CommandOf<'SubmitMonitoringReport'>

/**
 * A report, for the first time or again after a return or a reopening. Late ones are taken and noted. Once it is in
 * its deadline is settled: no extension, suspension or calendar moves it any more.
 */
export function submitReport(command: Submission, state: Accord, context: AccordContext): AccordDecision {
  const period = begunPeriod(command, state)
  if ('outcome' in period) return period
  const earlier = reportOf(state, period.id)
  const { note } = command.data
  const progress = merged(earlier?.progress ?? [], command.data.progress)
  const misfit = misfitOf(command, state, earlier)
  if (misfit !== undefined) return misfit
  if (earlier?.status === 'submitted' || earlier?.status === 'accepted') {
    if (isSame(earlier.progress, progress) && earlier.note === note) return accept([])
    return refuse('monitoring-report-closed', { period: period.id, reportStatus: earlier.status })
  }
  const reportVersion = (earlier?.version ?? 0) + 1
  const { id, kind, from, to } = period
  const settled =
    earlier === undefined
      ? settle(state, command.act, deadlineKind(kind), id)
      : settle(state, command.act, 'monitoringResubmission', versionRef(id, reportVersion))
  const data = { period: id, kind, from, to, reportVersion, progress, ...(note && { note }) }
  const about = {
    ...({ kind: 'monitoringReview', obligor: 'ministry' } as const),
    ref: versionRef(id, reportVersion),
  }
  return accept(
    [
      { type: 'MonitoringReportSubmitted', data },
      ...settled,
      ...setByTerm(state, context, state.rules.monitoring?.review, receiptDate(state, command), about),
    ],
    [...lateNotices(id, settled), ...oddities(command, state, period, progress)],
  )
}

/** Each version is reviewed and sent again under a deadline of its own. */
export function versionRef(period: string, version: number): string {
  return `${period}.v${version}`
}

/** A report can be sent from the first day of its period: before that there is nothing it could be about. */
function begunPeriod(command: Submission, state: Accord): MonitoringPeriod | Refused<Refusal> {
  const { period: id } = command.data
  const schedule = state.monitoring?.schedule
  if (schedule === undefined) return refuse('monitoring-not-scheduled', { period: id })
  const received = receiptDate(state, command)
  const sent = reportOf(state, id)
  // What was sent once can be sent again, even where its period fell away since.
  const period = sent ?? periodOf(state, id)
  if (period === undefined) {
    return refuse('unknown-monitoring-period', { period: id, periods: lastPeriods(state, received) })
  }
  const { kind, from, to } = period
  if (from > received) return refuse('monitoring-period-not-begun', { period: id, from })
  return { id, kind, from, to }
}

/** Rows that cannot be: no such action, one twice, or one that a limited reopening leaves closed. */
function misfitOf(
  { data }: Submission,
  state: Accord,
  earlier: MonitoringReport | undefined,
): Refused<Refusal> | undefined {
  const numerals = data.progress.map(({ numeral }) => numeral)
  const twice = numerals.find((one, index) => numerals.indexOf(one) !== index)
  if (twice !== undefined) return refuse('duplicate-action', { numeral: twice })
  for (const row of data.progress) {
    const { numeral, indicators } = row
    if (entry(state.actions, numeral) === undefined) return refuse('unknown-action', { numeral })
    const ids = indicators.map(({ id }) => id)
    const again = ids.find((one, index) => ids.indexOf(one) !== index)
    if (again !== undefined) return refuse('duplicate-indicator', { numeral, indicator: again })
    const isOpen = earlier?.status === 'reopened' || earlier?.status === 'returned'
    const reopened = isOpen ? earlier.reopenedFor : undefined
    if (reopened === undefined || reopened.includes(numeral)) continue
    const before = earlier?.progress.find((one) => one.numeral === numeral)
    if (isSame(before, row)) continue
    const actions = reopened.join(', ')
    return refuse('monitoring-outside-reopening', { period: data.period, numeral, actions })
  }
  return undefined
}

/** What the new version does not name stays as the one before had it. */
function merged(before: readonly ActionProgress[], given: readonly ActionProgress[]): ActionProgress[] {
  const kept = before.map((row) => given.find(({ numeral }) => numeral === row.numeral) ?? row)
  return [...kept, ...given.filter(({ numeral }) => !before.some((row) => row.numeral === numeral))]
}

function isSame(one: unknown, other: unknown): boolean {
  return inKeyOrder(one) === inKeyOrder(other)
}

function lateNotices(period: string, settled: readonly AccordEvent[]): Notice[] {
  return settled.flatMap((event): Notice[] => {
    if (event.type !== 'DeadlineMet' || event.data.inTime) return []
    return [{ code: 'monitoring-late', params: { period, days: event.data.daysLate } }]
  })
}

/** What is odd in the figures: shown, and never a reason to turn a report away. */
function oddities(
  command: Submission,
  state: Accord,
  { id, kind, to }: MonitoringPeriod,
  progress: readonly ActionProgress[],
): Notice[] {
  const period = id
  const notices: Notice[] = []
  if (receiptDate(state, command) <= to)
    notices.push({ code: 'monitoring-period-running', params: { period, to } })
  const silent = Object.values(state.actions)
    .filter(({ status }) => status !== 'revoked')
    .map(({ numeral }) => numeral)
    .filter((numeral) => !progress.some((row) => row.numeral === numeral))
  if (silent.length > 0) {
    notices.push({ code: 'monitoring-actions-missing', params: { period, actions: silent.join(', ') } })
  }
  const former = Object.values(state.monitoring?.reports ?? {})
    .filter((one) => one.status === 'accepted' && one.kind === kind && one.to < to)
    .sort((a, b) => (a.to < b.to ? 1 : -1))[0]
  for (const { numeral, indicators, spent } of progress) {
    const before = former?.progress.find((row) => row.numeral === numeral)?.spent
    if (former !== undefined && before !== undefined && spent !== undefined && spent.cents < before.cents) {
      const [now, then] = [centsText(spent.cents), centsText(before.cents)]
      notices.push({
        code: 'monitoring-spent-less',
        params: { numeral, spent: now, before: then, period: former.period },
      })
    }
    for (const { id: indicator, target, done } of indicators) {
      if (done > target)
        notices.push({ code: 'monitoring-above-target', params: { numeral, indicator, done, target } })
    }
  }
  return notices
}
