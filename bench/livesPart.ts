import { noopUpdate } from './bare.ts'
import type { BenchConfig } from './config.ts'
import { accordLife, bareLife, commandsPerLife, type Life, live } from './lives.ts'
import { inTurns, sideBySide, timed } from './measure.ts'
import { comparison, type Row } from './rows.ts'
import type { Stage } from './stage.ts'

/** Accords from open to concluded, against as many updates with a local activity that does nothing. */
export async function livesPart(stage: Stage, { quick }: BenchConfig): Promise<Row[]> {
  const ours = () => accordLife(stage, stage.freshId())
  const bare = () => bareLife(stage, stage.freshId(), noopUpdate)
  const rounds = quick ? 3 : 7
  const rows: Row[] = []
  for (const { callers, lives, bar } of [
    { callers: 1, lives: 5, bar: undefined },
    { callers: 32, lives: quick ? 1 : 2, bar: { atLeast: 0.8 } },
  ]) {
    await lived(callers, 1, ours)
    await lived(callers, 1, bare)
    const pair = await inTurns(
      rounds,
      () => lived(callers, lives, ours),
      () => lived(callers, lives, bare),
    )
    const what = `ten-command lives, ${callers} at once, per second`
    rows.push(comparison(what, pair, shown, bar))
  }
  return rows
}

const shown = (perSecond: number) =>
  `${perSecond.toFixed(1)} (${(perSecond * commandsPerLife).toFixed(0)} commands)`

/** Lives per second: every caller lives as many lives, so that all end at about the same time. */
async function lived(callers: number, lives: number, make: () => Life): Promise<number> {
  const elapsedMs = await timed(() =>
    sideBySide(callers, async () => {
      for (let count = 0; count < lives; count++) await live(make())
    }),
  )
  return (callers * lives * 1_000) / elapsedMs
}
