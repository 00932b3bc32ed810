import { accept, type Refused } from '../../decider.ts'
import { hasPassed } from '../../time/deadline.ts'
import type { Period } from '../../time/period.ts'
import { lapsedWith } from '../acts/extension.ts'
import { lift, setByTerm, settle } from '../acts/obligations.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, entry, isOwed } from '../state.ts'
import type { AccordContext, TermRule } from '../terms.ts'
import { askedOnce, closed, fallsAway, noneIsPending } from './ending.ts'
import { ordering } from './recovery.ts'
import { owesRecovery } from './state.ts'

/** No law gives a number of days for this; ten are what art. 10-bis gives before a refusal. */
const tenDays: TermRule = {
  period: 'P10D' as Period,
  citation: 'artt. 7, 8 e 10 l. 241/1990; dieci giorni come all’art. 10-bis',
  assumed: true,
}

/** The Ministry says why it means to revoke, and hears the Region before it decides. */
export function startRevocation(
  command: CommandOf<'StartRevocation'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { grounds } = command.data
  return askedOnce(state, 'revocation', grounds, ['revocation'], () => {
    const rule = state.rules.exits?.observations ?? tenDays
    const answer = { kind: 'revocationObservations', obligor: 'region' } as const
    const set = setByTerm(state, context, rule, command.act.on, answer)
    const deadlineId = set[0]?.data.deadline.id ?? answer.kind
    return [{ type: 'RevocationStarted', data: { grounds, deadlineId } }, ...set]
  })
}

/** What the Region answers, in its term or after it, as long as nothing is decided. */
export function supplyRevocationObservations(
  command: CommandOf<'SupplyRevocationObservations'>,
  state: Accord,
): AccordDecision {
  const { note } = command.data
  if (state.revocation === undefined) return noneIsPending('revocation')
  const { observations } = state.revocation
  if (observations !== undefined) {
    if (observations.note === note) return accept([])
    return refuse('revocation-observations-supplied', { on: observations.on.date })
  }
  return accept([
    { type: 'RevocationObservationsSupplied', data: { note } },
    ...settle(state, command.act, 'revocationObservations'),
  ])
}

/** In whole the accord ends; in part it goes on without the actions that are named. */
export function orderRevocation(
  command: CommandOf<'OrderRevocation'>,
  state: Accord,
  context: AccordContext,
): AccordDecision {
  const { extent, actions, reasons, recovery } = command.data
  if (state.revocation === undefined) return noneIsPending('revocation')
  const unheard = notHeard(command, state)
  if (unheard !== undefined) return unheard
  const named = extentRefusal(command, state)
  if (named !== undefined) return named
  const ordered =
    recovery && ordering(state, context, command.act, { ...recovery, cause: 'revocation', reasons })
  if (ordered !== undefined && 'outcome' in ordered) return ordered
  const revoked: AccordEvent = { type: 'RevocationOrdered', data: { extent, actions, reasons } }
  if (extent === 'partial') {
    return accept([revoked, ...withoutActions(command, state, context), ...(ordered ?? [])])
  }
  return accept([
    revoked,
    ...fallsAway(state, command.act),
    ...(ordered ?? (owesRecovery(state) ? [] : [closed])),
  ])
}

/** Not before the Region has answered, or the term in which it might is over. */
function notHeard({ act }: CommandOf<'OrderRevocation'>, state: Accord): Refused<Refusal> | undefined {
  const { deadlineId = '', observations } = state.revocation ?? {}
  const term = entry(state.obligations, deadlineId)
  if (observations !== undefined || term === undefined || term.status === 'missed') return undefined
  if (term.status === 'open' && hasPassed(term, act.receivedAt)) return undefined
  return refuse('revocation-before-observations', { effective: term.effective })
}

/** In part: some of the actions, by their numerals, and not all that are left; in whole: none is named. */
function extentRefusal(
  { data: { extent, actions } }: CommandOf<'OrderRevocation'>,
  state: Accord,
): Refused<Refusal> | undefined {
  const unknown = actions.find((numeral) => entry(state.actions, numeral) === undefined)
  if (unknown !== undefined) return refuse('unknown-action', { numeral: unknown })
  const again = actions.find((numeral) => entry(state.actions, numeral)?.status === 'revoked')
  if (again !== undefined) return refuse('action-revoked', { numeral: again })
  const rest = Object.values(state.actions).filter(
    ({ numeral, status }) => status !== 'revoked' && !actions.includes(numeral),
  )
  const fits = extent === 'total' ? actions.length === 0 : actions.length > 0 && rest.length > 0
  return fits ? undefined : refuse('revocation-extent', { extent })
}

function withoutActions(
  command: CommandOf<'OrderRevocation'>,
  state: Accord,
  context: AccordContext,
): AccordEvent[] {
  const { actions } = command.data
  const milestones = Object.values(state.milestones).filter(({ numeral }) => actions.includes(numeral))
  const ids = [
    ...actions.map((numeral) => `action:${numeral}`),
    ...milestones.map(({ id }) => `milestone:${id}`),
  ]
  const pointless = ids.filter((id) => {
    const obligation = entry(state.obligations, id)
    return obligation !== undefined && isOwed(obligation)
  })
  return [
    ...lift(state, command.act.on.date, 'revocationObservations'),
    ...pointless.map((deadlineId): AccordEvent => ({ type: 'DeadlineLifted', data: { deadlineId } })),
    ...lapsedWith(state, context, pointless, command),
  ]
}

export function dropRevocation(command: CommandOf<'DropRevocation'>, state: Accord): AccordDecision {
  if (state.revocation === undefined) return noneIsPending('revocation')
  return accept([
    { type: 'RevocationDropped', data: command.data },
    ...lift(state, command.act.on.date, 'revocationObservations'),
  ])
}
