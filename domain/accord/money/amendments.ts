import { accept, type Refused } from '../../decider.ts'
import { addDays, type LocalDate } from '../../time/localDate.ts'
import { lapsedWith } from '../acts/extension.ts'
import { lift, receiptDate, setByRule, settle } from '../acts/obligations.ts'
import { datedByPlan, wrongActions } from '../acts/plan.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import type { AccordEvent } from '../events.ts'
import type { PlanAction } from '../parts.ts'
import { type Refusal, refuse } from '../refusals.ts'
import { type Accord, type AccordIn, entry, owed } from '../state.ts'
import type { AccordContext } from '../terms.ts'
import { type BudgetLine, lineKey, sumCents } from './parts.ts'
import { shareOf } from './rules.ts'
import { isSame, wrongBudget, wrongPlanBudget } from './spending.ts'
import { type Amendment, openAmendment } from './state.ts'

type Request = CommandOf<'RequestAmendment'>
type Underway = AccordIn<'underway'>
/** What was asked for while the activities ran may be decided after their end: the delay is not the Region's. */
type Decidable = AccordIn<'underway' | 'activitiesEnded'>

/** Asks for another plan or budget; a small shift of the budget is told, and holds at once. */
export function requestAmendment(command: Request, state: Underway, context: AccordContext): AccordDecision {
  const { amendmentId, budget, actions } = command.data
  const refusal = idTaken(state, amendmentId) ?? tooLate(command, state) ?? wrongContent(command, state)
  if (refusal !== undefined) return refusal
  const requested: AccordEvent = { type: 'AmendmentRequested', data: command.data }
  if (actions === undefined && budget !== undefined && isFree(state, budget)) {
    const approved = { amendmentId, how: 'communicated', budgetVersion: nextBudget(state) } as const
    return accept([requested, { type: 'AmendmentApproved', data: approved }])
  }
  const many = tooMany(state)
  if (many !== undefined) return many
  const term = { kind: 'amendmentDecision', obligor: 'ministry', ref: amendmentId } as const
  return accept([
    requested,
    ...setByRule(state, context, 'amendmentDecision', receiptDate(state, command), term),
  ])
}

function idTaken({ money }: Accord, amendmentId: string): Refused<Refusal> | undefined {
  if (entry(money.amendments, amendmentId) !== undefined) return refuse('amendment-exists', { amendmentId })
  const open = openAmendment(money)
  return open && refuse('amendment-open', { amendmentId: open.amendmentId })
}

/** Those that were only told were approved by nobody, and do not count. */
function tooMany({ rules, money }: Accord): Refused<Refusal> | undefined {
  const { most, citation = '' } = rules.money?.amendments ?? {}
  const approved = Object.values(money.amendments).filter((one) => one.status === 'approved')
  const count = approved.filter(({ isCommunicated }) => !isCommunicated).length
  return most === undefined || count < most ? undefined : refuse('amendment-too-many', { most, citation })
}

function tooLate(command: Request, state: Accord): Refused<Refusal> | undefined {
  const { closedDays, citation = '' } = state.rules.money?.amendments ?? {}
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
  return wrongChange(state, actions, budget)
}

/** A plan or a budget that cannot be as the accord stands: asked when it is requested, and again when it is approved. */
function wrongChange(
  state: Decidable,
  actions: readonly PlanAction[] | undefined,
  budget: readonly BudgetLine[] | undefined,
): Refused<Refusal> | undefined {
  if (actions === undefined) return wrongBudget(state, budget, Object.keys(state.actions))
  return wrongActions(actions, state) ?? wrongPlanBudget(state, budget, actions)
}

/**
 * What moves between lines, as a share of the whole budget, stays within what needs no approval; counted from the
 * budget that was last approved, so that many small shifts do not make a large one.
 */
function isFree({ money, rules }: Accord, budget: readonly BudgetLine[]): boolean {
  const free = rules.money?.amendments?.freeBasisPoints
  const before = money.budget?.approvedLines
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
  state: Decidable,
  context: AccordContext,
): AccordDecision {
  const { amendmentId, reasons } = command.data
  const amendment = undecided(state, amendmentId)
  if ('outcome' in amendment) return amendment
  const { actions, budget } = amendment
  // What was started or spent since it was asked for must not be lost by it, and the funds may be other ones.
  const refusal = wrongChange(state, actions, budget)
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
    ...(actions === undefined ? [] : redated(command, state, context, actions)),
  ])
}

/**
 * The dates of actions and milestones that the new plan changes: the old one falls away, the new one is set. What the
 * plan says as before stays as it is, also where an extension has moved it since.
 */
function redated(
  command: CommandOf<'ApproveAmendment'>,
  state: Decidable,
  context: AccordContext,
  actions: readonly PlanAction[],
): AccordEvent[] {
  const { date: on } = command.act.on
  const parts = datedParts(actions)
  const earlier = datedParts(state.plan.actions)
  const find = (all: readonly DatedPart[], { kind, ref }: Pick<DatedPart, 'kind' | 'ref'>) =>
    all.find((one) => one.kind === kind && one.ref === ref)
  const changed = parts.filter(
    (part) =>
      !isOver(state, part) &&
      find(earlier, part)?.date !== part.date &&
      owed(state, part.kind, part.ref)?.nominal !== part.date,
  )
  const gone = earlier.filter((part) => find(parts, part) === undefined)
  const pointless = gone.flatMap(({ kind, ref }) => owed(state, kind, ref)?.id ?? [])
  return [
    ...[...changed, ...gone].flatMap(({ kind, ref }) => lift(state, on, kind, ref)),
    ...changed.flatMap(({ kind, ref, date }) => datedByPlan(state, context, kind, ref, date)),
    ...lapsedWith(state, context, pointless, command),
  ]
}

interface DatedPart {
  readonly kind: 'action' | 'milestone'
  readonly ref: string
  /** The action that it is, or is part of. */
  readonly numeral: string
  readonly date: LocalDate | undefined
}

function datedParts(actions: readonly PlanAction[]): DatedPart[] {
  return [
    ...actions.map(
      ({ numeral, endsOn }) => ({ kind: 'action', ref: numeral, numeral, date: endsOn }) as const,
    ),
    ...actions.flatMap(({ numeral, milestones }) =>
      milestones.map(({ id, dueOn }) => ({ kind: 'milestone', ref: id, numeral, date: dueOn }) as const),
    ),
  ]
}

/** Done, or of an action that was revoked: no date of it counts any more. */
function isOver(state: Accord, { kind, ref, numeral }: DatedPart): boolean {
  const status = entry(state.actions, numeral)?.status
  if (status === 'revoked') return true
  return kind === 'action' ? status === 'completed' : entry(state.milestones, ref)?.signalledOn !== undefined
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
