/** Two measures of the same thing, taken in turns so that a busy moment of the machine meets both. */
export interface Pair {
  /** Medians over the rounds. */
  readonly ours: number
  readonly reference: number
  /** Median, lowest and highest of the rounds' own ratios, ours to the reference. */
  readonly ratio: number
  readonly lowest: number
  readonly highest: number
}

type Measure = () => Promise<number>

/** Measures both sides once per round; who goes first changes from round to round. */
export async function inTurns(rounds: number, ours: Measure, reference: Measure): Promise<Pair> {
  const seen: { ours: number; reference: number }[] = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const first = await ours()
      seen.push({ ours: first, reference: await reference() })
    } else {
      const first = await reference()
      seen.push({ ours: await ours(), reference: first })
    }
  }
  return pairOf(seen)
}

export function pairOf(rounds: readonly { readonly ours: number; readonly reference: number }[]): Pair {
  const ratios = rounds.map(({ ours, reference }) => ours / reference)
  return {
    ours: median(rounds.map(({ ours }) => ours)),
    reference: median(rounds.map(({ reference }) => reference)),
    ratio: median(ratios),
    lowest: Math.min(...ratios),
    highest: Math.max(...ratios),
  }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which the given share of the values lies, between neighbours in proportion; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)] ?? Number.NaN
  const high = sorted[Math.ceil(place)] ?? Number.NaN
  return low + (high - low) * (place - Math.floor(place))
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Runs the same number of callers side by side, each with its place, until all have ended. */
export async function sideBySide(callers: number, call: (place: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: callers }, (_, place) => call(place)))
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedMs = performance.now()
  await work()
  return performance.now() - startedMs
}
