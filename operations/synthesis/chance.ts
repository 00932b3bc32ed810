/** What is drawn from a seed: whole numbers only, so that every machine draws the same. Nothing here is secret. */
export interface Chance {
  /** From least to most, both among them. */
  between(least: number, most: number): number
  /** True in so many cases of a hundred. */
  inHundred(percent: number): boolean
  oneOf<T>(choices: readonly [T, ...T[]]): T
}

/** The draws of one place of a seed: those of place 7 are the same however many places there are. */
export function chanceOf(seed: number, place: number): Chance {
  const next = drawing(seed, place)
  const between = (least: number, most: number) => least + (next() % (most - least + 1))
  return {
    between,
    inHundred: (percent) => between(1, 100) <= percent,
    oneOf: (choices) => choices[between(0, choices.length - 1)] ?? choices[0],
  }
}

/** sfc32 by Chris Doty-Humphrey, a small generator of 32 bits that passes PractRand; its first draws are thrown away. */
function drawing(seed: number, place: number): () => number {
  let [a, b, c, counter] = [seed | 0, place | 0, 0x9e3779b9 | 0, 1]
  const next = () => {
    const drawn = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + drawn) | 0
    return drawn >>> 0
  }
  for (let thrown = 0; thrown < 16; thrown++) next()
  return next
}
