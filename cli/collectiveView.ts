import { listItems } from '../db/programmes/items.ts'
import { loadProgramme } from '../db/programmes/store.ts'
import { type CollectiveAct, type Counts, type Programme, remaining } from '../domain/programme/state.ts'
import { isRegionId, regions } from '../domain/regions.ts'
import { hasText, nameOf, textOf } from '../domain/text/render.ts'
import { table } from './output.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'

/** Of thousands of accords there are more rows than anybody reads: the JSON has them all. */
export const mostRows = 1_000

const statuses = ['pending', 'applied', 'skipped', 'failed'] as const
type Status = (typeof statuses)[number]

export function countsNow(act: CollectiveAct): Counts {
  return act.way === 'revoke' && act.revocation !== undefined ? act.revocation.counts : act.counts
}

/** One line for each collective act of a programme. */
export function printCollectives(session: Session, { acts }: Programme): void {
  for (const act of Object.values(acts)) printAct(session, act)
}

export function printAct({ output }: Session, act: CollectiveAct): void {
  const { language } = output
  const { applied, skipped, failed } = countsNow(act)
  output.say('cli.collective-line', {
    ...{ actId: act.actId, applied, skipped, failed, excluded: act.excluded },
    chosen: act.way === 'revoke' ? (act.revocation?.of ?? 0) : act.chosen,
    left: remaining(act),
    kind: textOf(language, `collective.kind.${act.body.kind}`),
    status: textOf(language, `collective.status.${act.status}`),
    way: textOf(language, `collective.way.${act.way}`),
  })
}

export async function listCollectives(session: Session, programmeId: string): Promise<void> {
  const state = await existingProgramme(session, programmeId)
  session.output.document({ items: Object.values(state.acts) })
  if (Object.keys(state.acts).length === 0) session.output.say('cli.collectives-none')
  printCollectives(session, state)
}

/** The programme as it stands; a Problem where there is none of this id. */
export async function existingProgramme(session: Session, programmeId: string): Promise<Programme> {
  const { state } = await loadProgramme(session.reader().db, programmeId)
  if (state.status === 'absent') throw new Problem('cli.no-such-programme', { programmeId })
  return state
}

/** The act of that id; a Problem where the programme has none. */
export async function existingAct(
  session: Session,
  programmeId: string,
  actId: string,
): Promise<CollectiveAct> {
  const { acts } = await existingProgramme(session, programmeId)
  const act = Object.hasOwn(acts, actId) ? acts[actId] : undefined
  if (act === undefined) throw new Problem('cli.no-such-act', { programmeId, actId })
  return act
}

/** The act, and what became of each accord. */
export async function showCollective(
  session: Session,
  programmeId: string,
  actId: string,
  status: string | undefined,
): Promise<void> {
  const { output } = session
  const act = await existingAct(session, programmeId, actId)
  const only = statuses.find((one) => one === status)
  if (status !== undefined && only === undefined) {
    throw new Problem('cli.bad-status', { value: status, known: statuses.join(', ') })
  }
  const items = await itemsOf(session, { programmeId, actId }, act, only)
  output.document({ act, items: items.map(({ programme_id: _, act_id: __, ...item }) => item) })
  printAct(session, act)
  output.say('cli.collective-reasons', { reasons: act.reasons })
  table(
    output,
    ['head.accord', 'head.region', 'head.outcome', 'head.reason'],
    items
      .slice(0, mostRows)
      .map((item) => [
        item.accord_id,
        isRegionId(item.region_id) ? regions[item.region_id] : item.region_id,
        textOf(output.language, `item.${item.status}`),
        reasonText(session, item.reason),
      ]),
  )
  if (items.length > mostRows) output.say('cli.rows-more', { shown: mostRows, total: items.length })
}

async function itemsOf(
  session: Session,
  key: { readonly programmeId: string; readonly actId: string },
  { way }: CollectiveAct,
  status: Status | undefined,
) {
  const page = 10_000
  const all = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await listItems(session.reader(), key, way, {
      ...(status && { status }),
      ...{ afterAccordId: after, limit: page },
    })
    all.push(...rows)
    after = rows.length === page ? rows.at(-1)?.accord_id : undefined
  }
  return all
}

/** Why an accord was skipped; of a refusal its code stands where the catalogue wants more than that. */
export function reasonText({ output }: Session, reason: string | null): string {
  if (reason === null) return ''
  return hasText(`skip.${reason}`) ? nameOf(output.language, 'skip', reason) : reason
}
