import { replacedActions } from '../evolveSteps.ts'
import { type Accord, entry } from '../state.ts'
import type { MoneyEvent } from './events.ts'
import type { Amendment, MoneyState, Payment } from './state.ts'

/** The money of an accord after one more recorded event. */
export function evolveMoney(state: Accord, event: MoneyEvent): Accord {
  const { money } = state
  const having = (change: Partial<MoneyState>): Accord => ({ ...state, money: { ...money, ...change } })
  const paid = (kind: Payment['kind'], data: Omit<Payment, 'kind' | 'on'>): Accord =>
    having({ payments: [...money.payments, { kind, ...data, on: event.act.on }] })
  switch (event.type) {
    case 'FundsAssigned':
      return having({ assigned: event.data.amount })
    case 'AdvancePaid':
      return { ...paid('advance', event.data), advance: event.data.amount }
    case 'InterimPaid':
      return paid('interim', event.data)
    case 'BalancePaid':
      return { ...paid('balance', event.data), balance: event.data.amount }
    case 'SpendingReported':
      return having({ spending: event.data })
    case 'AmendmentRequested': {
      const { amendmentId } = event.data
      const asked: Amendment = { ...event.data, status: 'requested', requestedOn: event.act.on }
      return having({ amendments: { ...money.amendments, [amendmentId]: asked } })
    }
    case 'AmendmentApproved':
      return amended(state, event)
    case 'AmendmentRefused':
      return decided(state, event.data.amendmentId, { status: 'refused', decidedOn: event.act.on })
    case 'AccordSettled': {
      const { recognised, paidCents, balanceCents, recoverCents } = event.data
      const settled = { recognisedCents: recognised.cents, paidCents, balanceCents, recoverCents }
      return having({ settlement: { ...settled, on: event.act.on } })
    }
    default:
      return event satisfies never
  }
}

function decided(state: Accord, amendmentId: string, change: Partial<Amendment>): Accord {
  const before = entry(state.money.amendments, amendmentId)
  if (before === undefined) return state
  const amendments = { ...state.money.amendments, [amendmentId]: { ...before, ...change } }
  return { ...state, money: { ...state.money, amendments } }
}

/** The plan and the budget as they were asked for, under the versions that the approval gives them. */
function amended(state: Accord, event: Extract<MoneyEvent, { type: 'AmendmentApproved' }>): Accord {
  const { amendmentId, how, planVersion, budgetVersion } = event.data
  const asked = entry(state.money.amendments, amendmentId)
  if (asked === undefined) return state
  const after = decided(state, amendmentId, {
    ...{ status: 'approved', decidedOn: event.act.on },
    ...(how === 'communicated' && { isCommunicated: true as const }),
  })
  const { actions, budget } = asked
  const { money } = after
  const approved = (how === 'communicated' ? money.budget?.approvedLines : budget) ?? budget ?? []
  const withBudget: Accord =
    budget === undefined || budgetVersion === undefined
      ? after
      : {
          ...after,
          money: { ...money, budget: { version: budgetVersion, lines: budget, approvedLines: approved } },
        }
  if (actions === undefined || planVersion === undefined || !('plan' in withBudget)) return withBudget
  const plan = { ...withBudget.plan, actions, version: planVersion }
  return { ...withBudget, plan, ...replacedActions(withBudget, actions) }
}

/** An onerous extension brings its amount along when it takes effect, and takes it away when it is revoked. */
export function withAddendum(
  state: Accord,
  event: { readonly type: string; readonly data: { readonly extensionId: string } },
): MoneyState {
  const { money } = state
  const extension = entry(state.extensions, event.data.extensionId)
  const cents = extension?.addendum?.amount?.cents
  if (cents === undefined || money.assigned === undefined) return money
  const had = extension?.status === 'granted' || extension?.status === 'grantedInPart'
  const change =
    event.type === 'ExtensionTookEffect' ? cents : event.type === 'ExtensionRevoked' && had ? -cents : 0
  if (change === 0) return money
  return { ...money, assigned: { ...money.assigned, cents: money.assigned.cents + change } }
}
