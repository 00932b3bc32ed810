import fc from 'fast-check'
import { expect, test } from 'vitest'
import { context } from '../support/fixtures.ts'
import { testProgramme } from '../support/programme.ts'
import { accordFile, liveOut, type Stage, stages, syntheticAccords } from '../support/synthetic.ts'

const { rules } = testProgramme
const known = { ...context, programmes: { prova: rules } }

test('whatever the seed and the size, every accord lives to its stage without a refusal', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(12), (seed, accords) => {
      const all = syntheticAccords({ seed, accords })
      expect(all).toHaveLength(accords)
      for (const { acts } of all) liveOut(acts, known)
    }),
    { numRuns: 60 },
  )
})

test('the same seed gives the same files to the byte, another seed others', () => {
  const files = (seed: number) => JSON.stringify(syntheticAccords({ seed, accords: 20 }).map(accordFile))
  expect(files(7)).toBe(files(7))
  expect(files(7)).not.toBe(files(8))
})

test('a large programme has every stage in about its share, and where each stage ends', () => {
  const all = syntheticAccords({ seed: 1, accords: 2_000 })
  const ends: Record<Stage, string> = {
    ...{ signed: 'inForce', planned: 'planUnderReview', underway: 'underway', extended: 'underway' },
    ...{ ended: 'activitiesEnded', reported: 'reportUnderReview', concluded: 'concluded' },
    ...{ withdrawn: 'withdrawn', unused: 'unused' },
  }
  for (const [stage, weight] of Object.entries(stages) as [Stage, number][]) {
    const there = all.filter((one) => one.stage === stage)
    expect(Math.abs(there.length / 20 - weight)).toBeLessThan(4)
    expect(liveOut(there[0]?.acts ?? [], known).state.phase).toBe(ends[stage])
  }
})

test('says of itself that it is synthetic', () => {
  const [file] = syntheticAccords({ seed: 3, accords: 1 }).map(accordFile)
  expect(file).toMatchObject({ synthetic: true, note: expect.stringContaining('SINTETICO') })
})
