import type { ApprovalCommands } from '../../domain/accord/approvals/commands.ts'
import { isCertifiable } from '../../domain/accord/approvals/parts.ts'
import { isWaiting } from '../../domain/accord/approvals/state.ts'
import type { CommandType } from '../../domain/accord/commands.ts'
import type { Actor } from '../../domain/accord/parts.ts'
import type { AccordState } from '../../domain/accord/state.ts'
import type { Step } from './accordWalkData.ts'
import { certifier } from './approvalFixtures.ts'

/** What a step tries where its programme wants decisions certified, and who tries it where that is not the usual. */
export interface Tried {
  readonly type: CommandType
  readonly data: unknown
  readonly by?: Actor
}

/** Mostly the act is prepared, and what waits is certified or, now and then, given up. */
export function certifiedOr(tried: Tried, { name, pick, sensible }: Step, state: AccordState): Tried {
  const { type: act, data } = tried
  if (state.phase === 'absent' || state.rules.certification === undefined || !sensible) return tried
  const [waiting] = Object.values(state.decisions ?? {}).filter(isWaiting)
  if (waiting !== undefined && name % 3 !== 0) {
    const { decisionId, preparedBy } = waiting
    const by = preparedBy === certifier.id ? {} : { by: certifier }
    if (pick % 16 === 3) return { type: 'SendBackDecision', data: { decisionId, reasons: 'prova' }, ...by }
    if (pick % 16 === 5) return { type: 'WithdrawDecision', data: { decisionId } }
    return { type: 'CertifyDecision', data: { decisionId }, ...by }
  }
  if (!isCertifiable(act) || !state.rules.certification.acts.includes(act)) return tried
  return { type: 'PrepareDecision', data: { decisionId: `d${state.version}`, act, data } }
}

/** What a step without sense says of a decision: one that there is, or none. */
export function approvalDataOf(type: keyof ApprovalCommands, { name }: Step, state: AccordState): unknown {
  const known = state.phase === 'absent' ? [] : Object.keys(state.decisions ?? {})
  const decisionId = known[name % (known.length + 1)] ?? 'constructor'
  if (type === 'PrepareDecision') return { decisionId, act: 'ConcludeAccord', data: {} }
  return type === 'SendBackDecision' ? { decisionId, reasons: 'prova' } : { decisionId }
}
