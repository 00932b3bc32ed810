import type { Command } from 'commander'
import { accordsWithRecoveries } from '../db/readModels/obligations.ts'
import { leftCents, type RecoveryState, repaidCents } from '../domain/accord/exits/state.ts'
import { type Accord, entry } from '../domain/accord/state.ts'
import { formatDate, formatMoney } from '../domain/text/format.ts'
import { nameOf, type TextKey, textOf } from '../domain/text/render.ts'
import { writtenForm } from '../domain/time/localDate.ts'
import { moneyJson, regionName } from './json.ts'
import { table } from './output.ts'
import { exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'
import { loadAccord, pageSize, shortDate } from './shared.ts'

/** `recovery list | show`: what was ordered, returned and is left, from the record. */
export function addRecoveries(recovery: Command, session: Session): void {
  const text = (key: TextKey) => textOf(session.output.language, key)
  recovery
    .command('list')
    .description(text('cli.help-recovery-list'))
    .argument('[accordId]', text('field.accordId'))
    .option('--open', text('cli.help-recovery-open'))
    .option('--limit <n>', text('cli.help-limit'), '100')
    .option('--after <accordId>', text('cli.help-after'))
    .action((accordId, given) => list(session, accordId, given))
  recovery
    .command('show')
    .description(text('cli.help-recovery-show'))
    .argument('<accordId>', text('field.accordId'))
    .argument('<recoveryId>', text('field.recoveryId'))
    .action((accordId, recoveryId) => show(session, accordId, recoveryId))
}

interface ListOptions {
  readonly open?: boolean
  readonly limit: string
  readonly after?: string
}

interface Row {
  readonly accord: Accord
  readonly recovery: RecoveryState
}

/** Paged by accord: an accord has a handful of recoveries at most. */
async function list(session: Session, accordId: string | undefined, given: ListOptions): Promise<void> {
  const { output, reader } = session
  const limit = pageSize(given.limit)
  const ids = accordId === undefined ? await accordsWithRecoveries(reader(), limit, given.after) : [accordId]
  const rows: Row[] = []
  for (const id of ids) {
    const { accord } = await loadAccord(session, id)
    const all = Object.values(accord.recoveries ?? {})
    const wanted = given.open ? all.filter(({ settledOn }) => settledOn === undefined) : all
    rows.push(...wanted.map((recovery) => ({ accord, recovery })))
  }
  const next = accordId === undefined && ids.length === limit ? ids.at(-1) : undefined
  output.document({ items: rows.map(recoveryJson), ...(next !== undefined && { next }) })
  if (rows.length === 0) return output.say('cli.no-recoveries')
  const { language } = output
  const euro = (cents: number) => formatMoney(language, { cents, currency: 'EUR' })
  table(
    output,
    [
      ...(['head.accord', 'head.region', 'head.recovery', 'head.cause', 'head.due'] as const),
      ...(['head.ordered', 'head.repaid', 'head.left', 'head.status'] as const),
    ],
    rows.map((row) => [
      row.accord.accordId,
      regionName(row.accord.regionId),
      row.recovery.recoveryId,
      nameOf(language, 'recovery.cause', row.recovery.cause),
      shortDate(dueOf(row)?.effective ?? null),
      euro(row.recovery.amountCents),
      euro(repaidCents(row.recovery)),
      euro(leftCents(row.recovery)),
      nameOf(language, 'status', dueOf(row)?.status ?? 'open'),
    ]),
  )
  if (next !== undefined) output.say('cli.more', { after: next })
}

async function show(session: Session, accordId: string, recoveryId: string): Promise<void> {
  const { output } = session
  const { language } = output
  const { accord } = await loadAccord(session, accordId)
  const recovery = entry(accord.recoveries ?? {}, recoveryId)
  if (recovery === undefined) {
    const values = Object.keys(accord.recoveries ?? {}).join(', ') || '—'
    throw new Problem('cli.no-such-recovery', { accordId, recoveryId, values }, exitCodes.badInput)
  }
  output.document(recoveryJson({ accord, recovery }))
  const due = dueOf({ accord, recovery })
  const euro = (cents: number) => formatMoney(language, { cents, currency: 'EUR' })
  const facts: readonly (readonly [TextKey, string])[] = [
    ['head.accord', accord.accordId],
    ['head.recovery', recoveryId],
    ['head.cause', nameOf(language, 'recovery.cause', recovery.cause)],
    ['head.reasons', recovery.reasons],
    ['head.due', due === undefined ? '—' : formatDate(language, due.effective)],
    ['head.status', nameOf(language, 'status', due?.status ?? 'open')],
    ['head.ordered', formatMoney(language, recovery.ordered)],
    ['head.reduced', euro(recovery.amountCents)],
    ['head.repaid', euro(repaidCents(recovery))],
    ['head.left', euro(leftCents(recovery))],
  ]
  const isReduced = recovery.amountCents !== recovery.ordered.cents
  for (const [key, value] of facts) {
    if (key !== 'head.reduced' || isReduced) output.line(`  ${textOf(language, key).padEnd(20)}${value}`)
  }
  const repayments = Object.entries(recovery.repayments)
  if (repayments.length === 0) return
  output.line('')
  table(
    output,
    ['head.repayment', 'head.on', 'head.amount'],
    repayments.map(([id, { on, amount }]) => [id, formatDate(language, on), formatMoney(language, amount)]),
  )
}

function dueOf({ accord, recovery }: Row) {
  return entry(accord.obligations, `recovery:${recovery.recoveryId}`)
}

/** The shape that `--json` promises; amounts as on the wire. */
function recoveryJson(row: Row) {
  const { accord, recovery } = row
  const due = dueOf(row)
  return {
    accord: accord.accordId,
    region: accord.regionId,
    id: recovery.recoveryId,
    cause: recovery.cause,
    reasons: recovery.reasons,
    orderedOn: writtenForm(recovery.orderedOn),
    ordered: moneyJson(recovery.ordered.cents),
    owed: moneyJson(recovery.amountCents),
    repaid: moneyJson(repaidCents(recovery)),
    left: moneyJson(leftCents(recovery)),
    dueOn: due?.effective ?? null,
    status: due?.status ?? null,
    daysLate: due?.daysLate ?? null,
    settledOn: recovery.settledOn === undefined ? null : writtenForm(recovery.settledOn),
    repayments: Object.entries(recovery.repayments).map(([id, { on, amount: paid }]) => {
      return { id, on: writtenForm(on), amount: moneyJson(paid.cents) }
    }),
  }
}
