import { nothingUpdate } from './bare.ts'
import type { BenchConfig } from './config.ts'
import { accordLife, bareLife, type Life } from './lives.ts'
import { pairOf, quantile, timed } from './measure.ts'
import { comparison, type Row } from './rows.ts'
import type { Stage } from './stage.ts'

/** One command from the client to the record and back, against an update that does nothing, call by call. */
export async function updatePart(stage: Stage, { quick }: BenchConfig): Promise<Row[]> {
  // Both sides' code is compiled as it runs: the first hundreds of commands are slower than all others.
  await latencies(stage, quick ? 2 : 20)
  const rounds: Latencies[] = []
  for (let round = 0; round < (quick ? 3 : 7); round++) rounds.push(await latencies(stage, quick ? 3 : 6))
  const at = (share: number) =>
    pairOf(
      rounds.map(({ ours, reference }) => ({
        ours: quantile(ours, share),
        reference: quantile(reference, share),
      })),
    )
  const show = (ms: number) => `${ms.toFixed(1)} ms`
  return [
    comparison('command through Temporal, p50', at(0.5), show, { atMost: 1.5 }),
    comparison('command through Temporal, p95', at(0.95), show),
  ]
}

interface Latencies {
  readonly ours: readonly number[]
  readonly reference: readonly number[]
}

/** The latencies of whole lives in milliseconds; the two sides' calls alternate, and so does who goes first. */
async function latencies(stage: Stage, lives: number): Promise<Latencies> {
  const ours: number[] = []
  const reference: number[] = []
  const call = async (life: Life, place: number, into: number[]) => {
    const next = life[place]
    if (next !== undefined) into.push(await timed(next))
  }
  for (let count = 0; count < lives; count++) {
    const accord = accordLife(stage, stage.freshId())
    const bare = bareLife(stage, stage.freshId(), nothingUpdate)
    for (const place of accord.keys()) {
      if (place % 2 === 0) await call(accord, place, ours)
      await call(bare, place, reference)
      if (place % 2 === 1) await call(accord, place, ours)
    }
  }
  return { ours, reference }
}
