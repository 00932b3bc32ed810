import { accept } from '../../decider.ts'
import { addDays } from '../../time/localDate.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { refuse } from '../refusals.ts'
import { type Accord, isRunning, type Obligation } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { adjustmentsOf, effectOf, type Move, movesFrom } from './moves.ts'
import { receiptDate, withLaws } from './obligations.ts'
import { stop } from './standing.ts'

/**
 * A law stops the clocks that had not run out on its first day, even those recorded as missed since, or ended by
 * expiry. With its last day known the dates move at once; what it does not reach now it may reach later, when a
 * clock runs on because of something else, or begins while the law lasts.
 */
export function stopByLaw(
  command: CommandOf<'StartSuspension'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { suspensionId, ground, deadlineIds = [], from = command.act.on.date, until, reasons } = command.data
  if (until !== undefined && until < from) return refuse('suspension-ends-before-start', { from, until })
  const rule = command.act.citation?.protocol ?? command.act.citation?.source ?? reasons
  const isGeneral = command.data.deadlineIds === undefined
  const on = addDays(from, -1)
  const law = { suspensionId, ground, rule, on, deadlineIds, isGeneral, ...(until && { until }) }
  const under: Accord = { ...state, suspensions: { ...state.suspensions, [suspensionId]: law } }
  const reached = Object.values(state.obligations)
    .filter((one) => isRunning(one) || one.status === 'missed' || endedByExpiry(state, one))
    .filter((one) =>
      withLaws(under, asSet(one), []).some(
        (stop) => 'suspensionId' in stop && stop.suspensionId === suspensionId,
      ),
    )
  const moves = until === undefined ? [] : movedBy(under, context, reached)
  const stops =
    until === undefined
      ? reached.flatMap((one) => stop(state, context, one, { suspensionId, ground, on, rule }))
      : []
  const isOver = until !== undefined && until < receiptDate(state, command)
  if (moves.length + stops.length === 0 && (isOver || !isGeneral)) {
    return refuse('suspension-nothing-to-stop', { from })
  }
  const ids = [
    ...moves.map(({ obligation }) => obligation.id),
    ...stops.flatMap(({ data }) => ('deadlineId' in data ? [data.deadlineId] : [])),
  ]
  const data = { ...law, reasons, deadlineIds: isGeneral ? ids : deadlineIds, effects: moves.map(effectOf) }
  return accept([{ type: 'SuspensionStarted', data }, ...moves.map(({ event }) => event), ...stops])
}

const asSet = ({ id, term, setOn }: Obligation) => ({ id, term, setOn })

/** Activities that nobody ended: their term ran out, and lives again where a law had stopped it. */
function endedByExpiry(state: Accord, { kind }: Obligation): boolean {
  return kind === 'activities' && state.phase === 'activitiesEnded' && state.activitiesEndedHow === 'expiry'
}

function movedBy(under: Accord, context: AccordContext, reached: readonly Obligation[]): Move[] {
  const changes = reached.map((obligation) => ({ obligation, adjustments: adjustmentsOf(obligation) }))
  return movesFrom(under, context, changes, 'suspension').filter(
    ({ obligation, event }) => event.data.deadline.nominal !== obligation.nominal,
  )
}
