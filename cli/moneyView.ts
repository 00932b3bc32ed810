import type { Command } from 'commander'
import { type BudgetLine, lineKey } from '../domain/accord/money/parts.ts'
import { isPayable, mostCents } from '../domain/accord/money/payments.ts'
import type { Tranche } from '../domain/accord/money/rules.ts'
import type { Payment } from '../domain/accord/money/state.ts'
import { fundsLeftCents, paidCents, returnedCents } from '../domain/accord/money/totals.ts'
import type { Accord } from '../domain/accord/state.ts'
import { formatDate, formatMoney } from '../domain/text/format.ts'
import { nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { writtenForm } from '../domain/time/localDate.ts'
import { bar } from './bar.ts'
import { moneyJson } from './json.ts'
import { addMoneyList, euro, totalsJson } from './moneyList.ts'
import { type Output, table } from './output.ts'
import type { Session } from './session.ts'
import { loadAccord } from './shared.ts'

/** `money list | show`: what an accord is worth, was paid, has spent, and what is owed to whom. */
export function addMoney(money: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  addMoneyList(money, session)
  money
    .command('show')
    .description(text('cli.help-money-show'))
    .argument('<accordId>', text('field.accordId'))
    .action((accordId: string) => show(session, accordId))
}

async function show(session: Session, accordId: string): Promise<void> {
  const { output } = session
  const { accord } = await loadAccord(session, accordId)
  const tranches = trancheRows(accord)
  const lines = lineRows(accord)
  output.document(accountJson(accord, tranches, lines))
  printTotals(output, accord)
  printTranches(output, tranches)
  printPayments(output, accord, tranches)
  printLines(output, accord, lines)
  printAmendments(output, accord)
  printSettlement(output, accord)
}

interface TrancheRow {
  readonly tranche: Tranche
  /** Undefined where a share has no whole yet. */
  readonly cents: number | undefined
  readonly payment: Payment | undefined
  readonly isPayable: boolean
}

function trancheRows(accord: Accord): TrancheRow[] {
  const { tranches = [] } = accord.rules.money ?? {}
  const { assigned, payments } = accord.money
  return tranches.map((tranche) => ({
    tranche,
    cents: mostCents(tranches, tranche, assigned),
    payment: payments.find((one) => one.trancheId === tranche.id),
    isPayable: isPayable(tranche, accord),
  }))
}

interface LineRow {
  readonly numeral: string
  readonly heading: string | undefined
  readonly budgetCents: number | undefined
  readonly spentCents: number
}

/** Every line of the budget or of the spending, in the order of the budget. */
function lineRows({ money }: Accord): LineRow[] {
  const budget = money.budget?.lines ?? []
  const spent = new Map(money.spending.lines.map((line) => [lineKey(line), line.amount.cents]))
  const unplanned = money.spending.lines.filter(
    (line) => !budget.some((one) => lineKey(one) === lineKey(line)),
  )
  const row = (line: BudgetLine, budgetCents: number | undefined): LineRow => ({
    ...{ numeral: line.numeral, heading: line.heading, budgetCents },
    spentCents: spent.get(lineKey(line)) ?? 0,
  })
  return [
    ...budget.map((line) => row(line, line.amount.cents)),
    ...unplanned.map((line) => row(line, undefined)),
  ]
}

function printTotals(output: Output, accord: Accord): void {
  const { assigned } = accord.money
  const left = fundsLeftCents(accord)
  const facts: readonly (readonly [TextKey, string])[] = [
    ['head.funds', assigned === undefined ? '—' : formatMoney(output.language, assigned)],
    ['head.paid', euro(output, paidCents(accord))],
    ...(left === undefined ? [] : [['head.left', euro(output, left)] as const]),
    ['head.recovered', euro(output, returnedCents(accord))],
  ]
  for (const [key, value] of facts) output.line(`  ${textOf(output.language, key).padEnd(20)}${value}`)
}

function printTranches(output: Output, rows: readonly TrancheRow[]): void {
  if (rows.length === 0) return
  const { language } = output
  output.line('')
  table(
    output,
    ['head.tranche', 'head.worth', 'head.status', 'head.paid'],
    rows.map(({ tranche, cents, payment, isPayable }) => [
      tranche.id,
      cents === undefined ? '—' : euro(output, cents),
      textOf(
        language,
        payment ? 'cli.tranche-paid' : isPayable ? 'cli.tranche-payable' : 'cli.tranche-waits',
      ),
      payment === undefined
        ? '—'
        : `${formatMoney(language, payment.amount)}, ${formatDate(language, payment.on)}${deducted(output, payment)}`,
    ]),
  )
}

/** Payments that are no tranche: the programme has none, or had none when they were made. */
function printPayments(output: Output, { money }: Accord, rows: readonly TrancheRow[]): void {
  const others = money.payments.filter((one) => !rows.some(({ payment }) => payment === one))
  if (others.length === 0) return
  const { language } = output
  output.line('')
  table(
    output,
    ['head.payment', 'head.on', 'head.amount'],
    others.map((payment) => [
      nameOf(language, 'payment', payment.kind),
      formatDate(language, payment.on),
      `${formatMoney(language, payment.amount)}${deducted(output, payment)}`,
    ]),
  )
}

function deducted(output: Output, { deduction }: Payment): string {
  if (deduction === undefined) return ''
  return ` (− ${formatMoney(output.language, deduction.amount)}, ${deduction.cause})`
}

function printLines(output: Output, { money, actions }: Accord, rows: readonly LineRow[]): void {
  if (rows.length === 0) return
  const { language } = output
  output.line('')
  const { until } = money.spending
  const version = money.budget === undefined ? '—' : String(money.budget.version)
  const date = until === undefined ? '—' : formatDate(language, until)
  output.say('cli.money-lines', { version, date })
  for (const { numeral, heading, budgetCents, spentCents } of rows) {
    const name = heading ?? actions[numeral]?.title ?? ''
    const of = budgetCents === undefined ? textOf(language, 'cli.not-in-budget') : euro(output, budgetCents)
    output.line(
      `  ${bar(spentCents, budgetCents ?? 0)}  ${euro(output, spentCents)} / ${of}  ${numeral} ${name}`,
    )
  }
}

function printAmendments(output: Output, { money }: Accord): void {
  const all = Object.values(money.amendments)
  if (all.length === 0) return
  const { language } = output
  output.line('')
  table(
    output,
    ['head.amendment', 'head.status', 'head.requested-on', 'head.decided-on', 'head.reasons'],
    all.map(({ amendmentId, status, requestedOn, decidedOn, reasons }) => [
      amendmentId,
      nameOf(language, 'amendment.status', status),
      formatDate(language, requestedOn),
      decidedOn === undefined ? '—' : formatDate(language, decidedOn),
      reasons,
    ]),
  )
}

function printSettlement(output: Output, { money, balance }: Accord): void {
  const { settlement } = money
  if (settlement === undefined) return
  output.line('')
  output.say(settlement.recoverCents > 0 ? 'event.AccordSettled.recover' : 'event.AccordSettled', {
    recognised: euro(output, settlement.recognisedCents),
    paid: euro(output, settlement.paidCents),
    balance: euro(output, settlement.balanceCents),
    recover: euro(output, settlement.recoverCents),
  })
  if (balance === undefined && settlement.balanceCents > 0) output.say('cli.money-balance-due')
}

/** The shape that `--json` promises; amounts as on the wire. */
function accountJson(accord: Accord, tranches: readonly TrancheRow[], lines: readonly LineRow[]) {
  const amount = (cents: number | undefined) => (cents === undefined ? null : moneyJson(cents))
  const { spending, budget, amendments, settlement, payments } = accord.money
  return {
    ...totalsJson(accord),
    payments: payments.map(({ kind, trancheId, amount: paid, deduction, on }) => ({
      ...{ kind, tranche: trancheId ?? null, amount: amount(paid.cents), on: writtenForm(on) },
      deduction:
        deduction === undefined ? null : { amount: amount(deduction.amount.cents), cause: deduction.cause },
    })),
    tranches: tranches.map(({ tranche, cents, payment, isPayable }) => ({
      ...{ id: tranche.id, kind: tranche.kind, worth: amount(cents) },
      status: payment ? 'paid' : isPayable ? 'payable' : 'waiting',
    })),
    budgetVersion: budget?.version ?? null,
    spentUntil: spending.until ?? null,
    lines: lines.map(({ numeral, heading, budgetCents, spentCents }) => ({
      ...{ numeral, heading: heading ?? null, budget: amount(budgetCents), spent: amount(spentCents) },
    })),
    amendments: Object.values(amendments).map(({ amendmentId, status, reasons, requestedOn, decidedOn }) => ({
      ...{ id: amendmentId, status, reasons, requestedOn: writtenForm(requestedOn) },
      decidedOn: decidedOn === undefined ? null : writtenForm(decidedOn),
    })),
    settlement:
      settlement === undefined
        ? null
        : {
            recognised: amount(settlement.recognisedCents),
            balance: amount(settlement.balanceCents),
            recover: amount(settlement.recoverCents),
            on: writtenForm(settlement.on),
          },
  }
}
