import type { ApprovalEvents } from '../../domain/accord/approvals/events.ts'
import { initialAccord } from '../../domain/accord/state.ts'
import { act, type Case, happened } from './eventCases.ts'
import { planUnderReview } from './fixtures.ts'

const prepared = { act: 'ApprovePlan', data: { conditions: [] } } as const
const about = { subject: 'plan', version: 1 } as const
const known = { decisionId: 'd-1', act: 'ApprovePlan' } as const

/** The decision of these cases, as it was recorded after the plan under review. */
const preparation = {
  ...happened('DecisionPrepared', { decisionId: 'd-1', ...prepared, about, supersedes: [] }, initialAccord),
  version: 10,
}
const waiting = {
  ...{ decisionId: 'd-1', prepared, about, preparedBy: act.actor.id, preparedOn: act.on },
  preparedAt: act.receivedAt,
}
const from = [...planUnderReview, preparation]
const settled = { by: act.actor.id, on: act.on }

/** What the events about prepared decisions leave. */
export const approvalCases: { readonly [T in keyof ApprovalEvents]: Case<T> } = {
  DecisionPrepared: {
    from,
    data: { decisionId: 'd-2', ...prepared, about, supersedes: ['d-1'] },
    leaves: {
      phase: 'planUnderReview',
      decisions: {
        'd-1': { ...waiting, status: 'superseded', settled },
        'd-2': { ...waiting, decisionId: 'd-2', status: 'open' },
      },
    },
  },
  DecisionCertified: {
    from,
    data: { ...known, about, preparedBy: 'dg-prova' },
    leaves: { decisions: { 'd-1': { ...waiting, status: 'certified', settled } } },
  },
  DecisionSentBack: {
    from,
    data: { ...known, reasons: 'da rivedere' },
    leaves: {
      decisions: {
        'd-1': { ...waiting, status: 'sentBack', settled: { ...settled, reasons: 'da rivedere' } },
      },
    },
  },
  DecisionWithdrawn: {
    from,
    data: known,
    leaves: { decisions: { 'd-1': { ...waiting, status: 'withdrawn', settled } } },
  },
}
