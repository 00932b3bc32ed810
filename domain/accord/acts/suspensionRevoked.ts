import { accept } from '../../decider.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { refuse } from '../refusals.ts'
import { type Accord, entry, isOwed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { intoThePast } from './extensionDecision.ts'
import { adjustmentsOf, type Change, effectOf, movesFrom } from './moves.ts'

/**
 * Takes a suspension by law back, as one that never concerned this accord: the dates are derived again without it.
 * What was settled meanwhile keeps its date; the stop of a procedure is reversed, or ended, as the decision it is.
 */
export function revokeSuspension(
  command: CommandOf<'RevokeSuspension'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { suspensionId, reasons } = command.data
  const suspension = entry(state.suspensions, suspensionId)
  if (suspension === undefined) {
    const known = Object.keys(state.suspensions).join(', ') || '—'
    return refuse('unknown-suspension', { suspensionId, known })
  }
  if (suspension.revoked) return accept([])
  if (suspension.ground !== 'law') {
    return refuse('suspension-not-by-law', { suspensionId, ground: suspension.ground })
  }
  const without: Accord = {
    ...state,
    suspensions: { ...state.suspensions, [suspensionId]: { ...suspension, revoked: true } },
  }
  const changes = Object.values(state.obligations)
    .filter(isOwed)
    .flatMap((obligation): Change[] => {
      const before = adjustmentsOf(obligation)
      const adjustments = before.filter(
        (one) => one.kind !== 'suspension' || one.suspensionId !== suspensionId,
      )
      return adjustments.length === before.length ? [] : [{ obligation, adjustments }]
    })
  const moves = movesFrom(without, context, changes, 'revocation')
  const data = { suspensionId, reasons, effects: moves.map(effectOf) }
  return accept(
    [{ type: 'SuspensionRevoked', data }, ...moves.map(({ event }) => event)],
    intoThePast(moves, command.act),
  )
}
