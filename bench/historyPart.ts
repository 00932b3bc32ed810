import type { BenchConfig } from './config.ts'
import { accordLife } from './lives.ts'
import { mean } from './measure.ts'
import { type Bar, count, type Row } from './rows.ts'
import type { Stage } from './stage.ts'

/** What one command added to its workflow's history. */
interface Growth {
  readonly events: number
  readonly workflowTasks: number
  /** What a hosted Temporal bills: an update, a local activity, a timer. */
  readonly actions: number
  readonly movedTimer: boolean
  readonly bytes: number
}

/** What each command of a life adds to the history, from the history itself, fetched after each command. */
export async function historyPart(stage: Stage, { quick }: BenchConfig): Promise<Row[]> {
  const growth: Growth[] = []
  for (let life = 0; life < (quick ? 1 : 3); life++) growth.push(...(await oneLife(stage)))
  const moved = growth.filter(({ movedTimer }) => movedTimer)
  const still = growth.filter(({ movedTimer }) => !movedTimer)
  const sevenEvents = { atMost: 7 }
  return [
    row('history events per command', growth, 'events', sevenEvents),
    row('  of which with a timer moved', moved, 'events', sevenEvents),
    row('  of which without', still, 'events', sevenEvents),
    row('workflow tasks per command', growth, 'workflowTasks', { atMost: 1 }),
    row('actions per command, timer moved', moved, 'actions', { atMost: 3 }),
    row('actions per command, timer not moved', still, 'actions', { atMost: 2 }),
    row('history bytes per command', growth, 'bytes'),
  ]
}

/** The bar judges the average; the largest stands beside it. */
function row(what: string, of: readonly Growth[], key: Exclude<keyof Growth, 'movedTimer'>, bar?: Bar): Row {
  const values = of.map((growth) => growth[key])
  const average = mean(values)
  const shown = `${average.toFixed(key === 'bytes' ? 0 : 1)} (max ${Math.max(...values)}, n ${values.length})`
  return count(`${what}, average`, average, shown, bar)
}

async function oneLife(stage: Stage): Promise<Growth[]> {
  const accordId = stage.freshId()
  const growth: Growth[] = []
  let before = { events: 0, bytes: 0 }
  for (const command of accordLife(stage, accordId)) {
    await command()
    const after = await historyOf(stage, accordId)
    const fresh = after.names.slice(before.events)
    const among = (name: string) => fresh.filter((candidate) => candidate === name).length
    growth.push({
      events: fresh.length,
      workflowTasks: among('workflowTaskCompleted'),
      actions: among('workflowExecutionUpdateAccepted') + among('markerRecorded') + among('timerStarted'),
      movedTimer: among('timerStarted') + among('timerCanceled') > 0,
      bytes: after.bytes - before.bytes,
    })
    before = { events: after.names.length, bytes: after.bytes }
  }
  return growth
}

/** The kind of each event, read from the one group of attributes it carries, and the server's count of bytes. */
async function historyOf({ client }: Stage, accordId: string) {
  const handle = client.workflow.getHandle(`accord:${accordId}`)
  const [{ events }, { historySize }] = await Promise.all([handle.fetchHistory(), handle.describe()])
  const suffix = 'EventAttributes'
  const names = (events ?? []).map((event) => {
    const group = Object.entries(event).find(([key, value]) => key.endsWith(suffix) && value != null)
    return group?.[0].slice(0, -suffix.length) ?? 'unknown'
  })
  return { names, bytes: historySize ?? 0 }
}
