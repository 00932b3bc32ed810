import fc from 'fast-check'
import type { MoneyCommands } from '../../domain/accord/money/commands.ts'
import type { MoneyRules } from '../../domain/accord/money/rules.ts'
import { trancheCents } from '../../domain/accord/money/rules.ts'
import { openAmendment } from '../../domain/accord/money/state.ts'
import type { Accord, AccordState } from '../../domain/accord/state.ts'
import type { LocalDate } from '../../domain/time/localDate.ts'
import { at, type Step } from './accordWalkData.ts'
import { euro } from './fixtures.ts'
import { thirds } from './moneyCases.ts'

const { amendments, tranches, citation } = thirds

/** Rules of every kind: with and without headings, limits and shares that leave a rest. */
export const moneyRules: fc.Arbitrary<MoneyRules> = fc.record(
  {
    tranches: fc.constantFrom(
      tranches,
      tranches.map((one) => ({ ...one, condition: { fact: 'planApproved' as const } })),
    ),
    overBudget: fc.constant('refused' as const),
    amendments: fc.constantFrom(amendments ?? { citation }, { citation }),
    citation: fc.constant(citation),
  },
  { requiredKeys: ['tranches', 'citation'] },
)

/** Where funds are assigned, an act in nine is about them; an amendment that waits is mostly decided. */
export function payingOf(state: Accord): readonly (keyof MoneyCommands)[] {
  const waits = waiting(state) !== undefined
  return [
    ...(state.money.assigned === undefined ? (['AssignFunds', 'AssignFunds'] as const) : []),
    ...(['PayAdvance', 'PayInterim', 'ReportSpending', 'SettleAccord'] as const),
    ...(waits
      ? (['ApproveAmendment', 'RefuseAmendment', 'ApproveAmendment', 'RefuseAmendment'] as const)
      : (['RequestAmendment', 'RequestAmendment', 'AssignFunds'] as const)),
  ]
}

const numerals = ['I', 'II']
const ids = ['a', 'b', 'constructor', 'ignota']

/** Mostly within what there is, now and then a cent above it. */
export function moneyDataOf(
  type: keyof MoneyCommands,
  { name, shift }: Step,
  state: AccordState,
  today: LocalDate,
): unknown {
  const amount = euro(name + 1)
  switch (type) {
    case 'AssignFunds':
      return { amount: euro(1_000 + name) }
    case 'PayAdvance':
    case 'PayBalance':
      return { amount, ...(name % 5 === 0 && { deduction: { amount: euro(1), cause: 'prova' } }) }
    case 'PayInterim':
      return { trancheId: 'intermedia', amount: name % 6 === 0 ? interimAndMore(state) : amount }
    case 'SettleAccord':
      return { recognised: amount }
    case 'ReportSpending':
      return { until: today, lines: numerals.map((numeral) => ({ numeral, amount: euro(name + 1) })) }
    case 'RequestAmendment': {
      const budget = numerals.map((numeral) => ({ numeral, amount: euro(Math.abs(shift) + 1) }))
      return { amendmentId: at(ids, name), budget, reasons: 'prova' }
    }
    case 'ApproveAmendment':
    case 'RefuseAmendment':
      return { amendmentId: waiting(state) ?? at(ids, name), reasons: 'prova' }
    default:
      return type satisfies never
  }
}

function interimAndMore(state: AccordState) {
  const assigned = state.phase === 'absent' ? undefined : state.money.assigned
  return euro((trancheCents(tranches, assigned?.cents ?? 0)[1] ?? 0) + 1)
}

/** The amendment that awaits its decision. */
function waiting(state: AccordState): string | undefined {
  return state.phase === 'absent' ? undefined : openAmendment(state.money)?.amendmentId
}
