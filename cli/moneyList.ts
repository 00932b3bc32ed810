import type { Command } from 'commander'
import { listAccords } from '../db/readModels/overview.ts'
import { sumCents } from '../domain/accord/money/parts.ts'
import { fundsLeftCents, paidCents, returnedCents } from '../domain/accord/money/totals.ts'
import type { Accord } from '../domain/accord/state.ts'
import { formatMoney } from '../domain/text/format.ts'
import { nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { bar } from './bar.ts'
import { moneyJson, regionName } from './json.ts'
import { regionCode } from './options.ts'
import { type Output, table } from './output.ts'
import type { Session } from './session.ts'
import { loadAccord, pageSize } from './shared.ts'

/** `money list`: what every accord is worth, was paid and has spent. */
export function addMoneyList(money: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  money
    .command('list')
    .description(text('cli.help-money-list'))
    .option('--region <codice>', text('field.regionId'))
    .option('--limit <n>', text('cli.help-limit'), '100')
    .option('--after <accordId>', text('cli.help-after'))
    .action((given) => list(session, given))
}

interface ListOptions {
  readonly region?: string
  readonly limit: string
  readonly after?: string
}

/** One row for each accord, from its events: amounts stay exact, and a page is small. */
async function list(session: Session, { region, after, ...given }: ListOptions): Promise<void> {
  const { output, reader } = session
  const limit = pageSize(given.limit)
  const found = await listAccords(reader(), {
    limit,
    ...(region !== undefined && { regionId: regionCode(region) }),
    ...(after !== undefined && { afterAccordId: after }),
  })
  const accords: Accord[] = []
  for (const { accord_id } of found) accords.push((await loadAccord(session, accord_id)).accord)
  const next = found.length === limit ? found.at(-1)?.accord_id : undefined
  const items = accords.map((accord) => ({
    region: accord.regionId,
    phase: accord.phase,
    ...totalsJson(accord),
  }))
  output.document({ items, ...(next !== undefined && { next }) })
  if (accords.length === 0) return output.say('cli.no-accords')
  table(
    output,
    [
      ...(['head.accord', 'head.region', 'head.phase', 'head.funds', 'head.paid'] as const),
      ...(['head.spent', 'head.recovered', 'head.left'] as const),
    ],
    accords.map((accord) => {
      const { assigned, spending } = accord.money
      const left = fundsLeftCents(accord)
      return [
        accord.accordId,
        regionName(accord.regionId),
        nameOf(output.language, 'phase', accord.phase),
        assigned === undefined ? '—' : euro(output, assigned.cents),
        euro(output, paidCents(accord)),
        spentOf(output, sumCents(spending.lines), assigned?.cents),
        euro(output, returnedCents(accord)),
        left === undefined ? '—' : euro(output, left),
      ]
    }),
  )
  if (next !== undefined) output.say('cli.more', { after: next })
}

/** Drawn against the funds, where there are any to compare with. */
function spentOf(output: Output, spentCents: number, fundsCents: number | undefined): string {
  const spent = euro(output, spentCents)
  return fundsCents === undefined ? spent : `${bar(spentCents, fundsCents)} ${spent}`
}

/** What the list and the account of one accord both say; amounts as on the wire. */
export function totalsJson(accord: Accord) {
  const { assigned, spending } = accord.money
  const left = fundsLeftCents(accord)
  return {
    accord: accord.accordId,
    funds: assigned === undefined ? null : moneyJson(assigned.cents),
    paid: moneyJson(paidCents(accord)),
    left: left === undefined ? null : moneyJson(left),
    recovered: moneyJson(returnedCents(accord)),
    spent: moneyJson(sumCents(spending.lines)),
  }
}

export const euro = ({ language }: Output, cents: number) => formatMoney(language, { cents, currency: 'EUR' })
