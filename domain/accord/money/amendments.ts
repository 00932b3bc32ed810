import { accept, type Refused } from '../../decider.ts'
import { addDays } from '../../time/localDate.ts'
import { lift, receiptDate, setByRule, settle } from '../acts/obligations.ts'
import { datedByPlan, wrongActions } from '../acts/plan.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, type AccordIn, entry, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { type BudgetLine, lineKey, sumCents } from './parts.ts'
import { shareOf } from './rules.ts'
import { isSame, wrongBudget } from './spending.ts'
import type { Amendment } from './state.ts'

type Request = CommandOf<'RequestAmendment'>
type Underway = AccordIn<'underway'>

/** Asks for another plan or budget; a small shift of the budget is told, and holds at once. */
export function requestAmendment(command: Request, state: Underway, context: AccordContext): AccordDecision {
  const { amendmentId, budget, actions } = command.data
  const refusal = idTaken(state, amendmentId) ?? beyondLimits(command, state) ?? wrongContent(command, state)
  if (refusal !== undefined) return refusal
  const requested: AccordEvent = { type: 'AmendmentRequested', data: command.data }
  if (actions === undefined && budget !== undefined && isFree(state, budget)) {
    const approved = { amendmentId, how: 'communicated', budgetVersion: nextBudget(state) } as const
    return accept([requested, { type: 'AmendmentApproved', data: approved }])
  }
  const term = { kind: 'amendmentDecision', obligor: 'ministry', ref: amendmentId } as const
  return accept([
    requested,
    ...setByRule(state, context, 'amendmentDecision', receiptDate(state, command), term),
  ])
}

function idTaken({ money }: Accord, amendmentId: string): Refused<Refusal> | undefined {
  if (entry(money.amendments, amendmentId) !== undefined) return refuse('amendment-exists', { amendmentId })
  const open = Object.values(money.amendments).find(({ status }) => status === 'requested')
  return open && refuse('amendment-open', { amendmentId: open.amendmentId })
}

function beyondLimits(command: Request, state: Accord): Refused<Refusal> | undefined {
  const { most, closedDays, citation = '' } = state.rules.money?.amendments ?? {}
  const approved = Object.values(state.money.amendments).filter((one) => one.status === 'approved').length
  if (most !== undefined && approved >= most) return refuse('amendment-too-many', { most, citation })
  const end = owed(state, 'activities')
  if (closedDays === undefined || end === undefined) return undefined
  const lastDay = addDays(end.nominal, -closedDays)
  if (receiptDate(state, command) <= lastDay) return undefined
  return refuse('amendment-too-late', { lastDay, citation })
}

function wrongContent(command: Request, state: Underway): Refused<Refusal> | undefined {
  const { actions, budget } = command.data
  if (actions === undefined && budget === undefined) return refuse('amendment-empty')
  if (actions === undefined && isSame(state.money.budget?.lines ?? [], budget ?? [])) {
    return refuse('amendment-empty')
  }
  const numerals = actions?.map(({ numeral }) => numeral) ?? Object.keys(state.actions)
  return (actions && wrongActions(actions, state)) ?? wrongBudget(state, budget, numerals)
}

/** What moves between lines, as a share of the whole budget, stays within what needs no approval. */
function isFree({ money, rules }: Accord, budget: readonly BudgetLine[]): boolean {
  const free = rules.money?.amendments?.freeBasisPoints
  const before = money.budget?.lines
  if (free === undefined || before === undefined || sumCents(budget) !== sumCents(before)) return false
  const was = new Map(before.map((line) => [lineKey(line), line.amount.cents]))
  const raised = budget.map((line) => Math.max(0, line.amount.cents - (was.get(lineKey(line)) ?? 0)))
  return raised.reduce((sum, cents) => sum + cents, 0) <= shareOf(sumCents(before), free)
}

function nextBudget({ money }: Accord): number {
  return (money.budget?.version ?? 0) + 1
}

/** A new version of the plan, of the budget, or of both; what was started or signalled stays as it is. */
export function approveAmendment(
  command: CommandOf<'ApproveAmendment'>,
  state: Underway,
  context: AccordContext,
): AccordDecision {
  const { amendmentId, reasons } = command.data
  const amendment = undecided(state, amendmentId)
  if ('outcome' in amendment) return amendment
  const { actions, budget } = amendment
  // What was started since it was asked for must not be lost by it.
  const refusal = actions && wrongActions(actions, state)
  if (refusal !== undefined) return refusal
  const approved = {
    ...{ amendmentId, how: 'approved' as const },
    ...(actions && { planVersion: state.plan.version + 1 }),
    ...(budget && { budgetVersion: nextBudget(state) }),
    ...(reasons !== undefined && { reasons }),
  }
  return accept([
    { type: 'AmendmentApproved', data: approved },
    ...settle(state, command.act, 'amendmentDecision', amendmentId),
    ...(actions === undefined ? [] : redated(state, context, amendment, command.act.on.date)),
  ])
}

/** The dates of actions and milestones that the new plan changes: the old one falls away, the new one is set. */
function redated(
  state: Underway,
  context: AccordContext,
  { actions = [] }: Amendment,
  on: Parameters<typeof lift>[1],
): AccordEvent[] {
  const parts = [
    ...actions.map(({ numeral, endsOn }) => ({ kind: 'action', ref: numeral, date: endsOn }) as const),
    ...actions
      .flatMap(({ milestones }) => milestones)
      .map(({ id, dueOn }) => ({ kind: 'milestone', ref: id, date: dueOn }) as const),
  ]
  const isDone = ({ kind, ref }: (typeof parts)[number]) =>
    kind === 'action'
      ? entry(state.actions, ref)?.status === 'completed'
      : entry(state.milestones, ref)?.signalledOn !== undefined
  const changed = parts.filter(
    (part) => !isDone(part) && owed(state, part.kind, part.ref)?.nominal !== part.date,
  )
  const gone = Object.values(state.obligations)
    .filter(({ kind }) => kind === 'action' || kind === 'milestone')
    .filter(({ kind, ref }) => !parts.some((part) => part.kind === kind && part.ref === ref))
  return [
    ...[...changed, ...gone].flatMap(({ kind, ref }) => lift(state, on, kind, ref)),
    ...changed.flatMap(({ kind, ref, date }) => datedByPlan(state, context, kind, ref, date)),
  ]
}

export function refuseAmendment(command: CommandOf<'RefuseAmendment'>, state: Accord): AccordDecision {
  const { amendmentId, reasons } = command.data
  const amendment = undecided(state, amendmentId)
  if ('outcome' in amendment) return amendment
  return accept([
    { type: 'AmendmentRefused', data: { amendmentId, reasons } },
    ...settle(state, command.act, 'amendmentDecision', amendmentId),
  ])
}

function undecided({ money }: Accord, amendmentId: string): Amendment | Refused<Refusal> {
  const amendment = entry(money.amendments, amendmentId)
  if (amendment === undefined) {
    const known = Object.keys(money.amendments).join(', ') || '—'
    return refuse('unknown-amendment', { amendmentId, known })
  }
  return amendment.status === 'requested' ? amendment : refuse('amendment-decided', { amendmentId })
}
