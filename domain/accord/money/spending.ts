import { accept, type Notice, type Refused } from '../../decider.ts'
import { receiptDate } from '../acts/obligations.ts'
import type { CommandOf } from '../commands.ts'
import type { AccordDecision } from '../decide.ts'
import { type Refusal, refuse } from '../refusals.ts'
import type { Accord } from '../state.ts'
import { centsText } from './cents.ts'
import { type BudgetLine, lineKey, sumCents } from './parts.ts'

/** What the actions have cost until a day that has come; each report replaces the one before. */
export function reportSpending(command: CommandOf<'ReportSpending'>, state: Accord): AccordDecision {
  const { until, lines } = command.data
  const wrong = wrongLines(state, lines, Object.keys(state.actions))
  if (wrong !== undefined) return wrong
  const received = receiptDate(state, command)
  if (until > received) return refuse('spending-to-come', { until, received })
  const { spending, budget, settlement } = state.money
  if (spending.until === until && isSame(spending.lines, lines)) return accept([])
  const now = sumCents(lines)
  if (settlement !== undefined && now < settlement.recognisedCents) {
    const least = centsText(settlement.recognisedCents)
    return refuse('spending-below-recognised', { amount: centsText(now), least })
  }
  const over = budget && lines.flatMap((line) => overBudget(line, budget.lines))
  const [first] = over ?? []
  if (first !== undefined && state.rules.money?.overBudget === 'refused') {
    const { line, amount, most } = first
    return refuse('spending-above-budget', { line, amount, most })
  }
  const notices: Notice[] = (over ?? []).map(({ line, amount, most }) => {
    return { code: 'spending-above-budget', params: { line, amount, most } }
  })
  if (spending.until !== undefined && until < spending.until)
    notices.push({ code: 'spending-until-earlier', params: { until, known: spending.until } })
  const before = sumCents(spending.lines)
  if (now < before)
    notices.push({
      code: 'spending-decreased',
      params: { before: centsText(before), amount: centsText(now) },
    })
  return accept([{ type: 'SpendingReported', data: { until, lines } }], notices)
}

/** A line of the budget is for its heading, or for the whole action where it names none. */
function overBudget(line: BudgetLine, budget: readonly BudgetLine[]) {
  const own = budget.find((one) => lineKey(one) === lineKey(line))
  const whole = budget.find(({ numeral, heading }) => numeral === line.numeral && heading === undefined)
  const limit = own ?? whole
  const cents = line.amount.cents
  if (limit === undefined || cents <= limit.amount.cents) return []
  return [{ line: lineKey(line), amount: centsText(cents), most: centsText(limit.amount.cents) }]
}

/** Lines about actions that there are, under headings that the programme knows, each once. */
export function wrongLines(
  state: Accord,
  lines: readonly BudgetLine[],
  numerals: readonly string[],
): Refused<Refusal> | undefined {
  const headings = state.rules.money?.headings
  const seen = new Set<string>()
  for (const line of lines) {
    const { numeral, heading } = line
    if (!numerals.includes(numeral)) return refuse('unknown-action', { numeral })
    if (heading !== undefined && headings !== undefined && !headings.includes(heading)) {
      return refuse('unknown-heading', { heading, known: headings.join(', ') })
    }
    const key = lineKey(line)
    if (seen.has(key)) return refuse('duplicate-line', { line: key })
    seen.add(key)
  }
  return undefined
}

/** A budget within the funds of the accord, where these are known. */
export function wrongBudget(
  state: Accord,
  budget: readonly BudgetLine[] | undefined,
  numerals: readonly string[],
): Refused<Refusal> | undefined {
  if (budget === undefined) return undefined
  const wrong = wrongLines(state, budget, numerals)
  if (wrong !== undefined) return wrong
  const { assigned } = state.money
  const cents = sumCents(budget)
  if (assigned === undefined || cents <= assigned.cents) return undefined
  return refuse('budget-above-total', { amount: centsText(cents), most: centsText(assigned.cents) })
}

/** A budget that comes with other actions; without one, that which stands is for the actions that stay. */
export function wrongPlanBudget(
  state: Accord,
  budget: readonly BudgetLine[] | undefined,
  actions: readonly { readonly numeral: string }[],
): Refused<Refusal> | undefined {
  const numerals = actions.map(({ numeral }) => numeral)
  if (budget !== undefined) return wrongBudget(state, budget, numerals)
  const lost = state.money.budget?.lines.find(({ numeral }) => !numerals.includes(numeral))
  return lost && refuse('budgeted-action-dropped', { numeral: lost.numeral })
}

export function isSame(one: readonly BudgetLine[], other: readonly BudgetLine[]): boolean {
  const key = (lines: readonly BudgetLine[]) =>
    lines
      .map((line) => `${lineKey(line)}=${line.amount.cents}`)
      .sort()
      .join()
  return key(one) === key(other)
}
