import fc from 'fast-check'
import type { MonitoringCommands } from '../../domain/accord/monitoring/commands.ts'
import { gateableActs, type MonitoringRules } from '../../domain/accord/monitoring/rules.ts'
import { endOfActivities, midTermId, periodsOf } from '../../domain/accord/monitoring/schedule.ts'
import type { Accord, AccordState } from '../../domain/accord/state.ts'
import { period } from '../../domain/time/period.ts'
import { at, type Step } from './accordWalkData.ts'
import { monitored } from './fixtures.ts'
import { progress } from './monitoringCases.ts'

const { term, review, resubmission, citation } = monitored.monitoring

/** Rules of every kind; periods of half a year at least, so that a life of eighty years can be lived to its end. */
export const monitoringRules: fc.Arbitrary<MonitoringRules> = fc.record(
  {
    every: fc.constantFrom(period('P6M'), period('P1Y'), period('P500D')),
    count: fc.constant('start' as const),
    from: fc.constantFrom('planApproval' as const, 'actionsStart' as const, 'inForce' as const),
    midTerm: fc.constantFrom({ after: period('P4M'), term }, { fraction: 0.5, term }),
    gates: fc.subarray([...gateableActs]),
    term: fc.constant(term),
    review: fc.constant(review),
    resubmission: fc.constant(resubmission),
    citation: fc.constant(citation),
  },
  { requiredKeys: ['every', 'term', 'citation'] },
)

/** Where there is a schedule, an act in nine is about it; a report that has been sent is mostly judged. */
export function reportingOf(state: Accord): readonly (keyof MonitoringCommands)[] {
  const statuses = Object.values(state.monitoring?.reports ?? {}).map(({ status }) => status)
  return [
    ...(['SubmitMonitoringReport', 'SubmitMonitoringReport', 'LiftMonitoringGate'] as const),
    ...(statuses.includes('submitted')
      ? (['AcceptMonitoringReport', 'AcceptMonitoringReport', 'ReturnMonitoringReport'] as const)
      : []),
    ...(statuses.includes('accepted')
      ? (['ReopenMonitoringReport', 'ReopenMonitoringReport', 'ReopenMonitoringReport'] as const)
      : []),
  ]
}

/** Mostly about a report that has been sent, or the next that can be. */
export function monitoringDataOf(
  type: keyof MonitoringCommands,
  { name, pick, shift }: Step,
  state: AccordState,
): unknown {
  const monitoring = state.phase === 'absent' ? undefined : state.monitoring
  const reports = Object.values(monitoring?.reports ?? {})
  const wanted = type === 'ReopenMonitoringReport' ? 'accepted' : 'submitted'
  const fitting = reports.filter(({ status }) => status === wanted)
  const sent = (fitting.length > 0 ? fitting : reports).map(({ period }) => period)
  const first = firstPeriods(state)
  const known = type === 'SubmitMonitoringReport' ? [...first, ...sent] : [...sent, ...first.slice(0, 1)]
  const period = name % 9 === 0 || known.length === 0 ? at(['R0', midTermId], pick) : at(known, pick)
  switch (type) {
    case 'SubmitMonitoringReport': {
      const rows = progress(Math.abs(shift), Math.abs(shift))
      return { period, progress: name % 4 === 0 ? rows.slice(1) : rows }
    }
    case 'ReopenMonitoringReport':
      return { period, reasons: 'prova', ...(name % 2 === 0 && { actions: ['II'] }) }
    case 'AcceptMonitoringReport':
      return { period }
    case 'ReturnMonitoringReport':
    case 'LiftMonitoringGate':
      return { period, reasons: 'prova' }
    default:
      return type satisfies never
  }
}

function firstPeriods(state: AccordState): string[] {
  if (state.phase === 'absent' || state.monitoring === undefined) return []
  const ids: string[] = []
  for (const { id } of periodsOf(state, state.monitoring.schedule)) {
    if (ids.push(id) >= 4) break
  }
  return endOfActivities(state) === undefined ? ids : [...ids, midTermId]
}
