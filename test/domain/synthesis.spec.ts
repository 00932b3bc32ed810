import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AccordContext } from '../../domain/accord/terms.ts'
import { selfCheck } from '../../domain/programme/selfCheck.ts'
import { addDays, localDate } from '../../domain/time/localDate.ts'
import { syntheticAccord, syntheticFiles } from '../../operations/synthesis/accord.ts'
import { chanceOf } from '../../operations/synthesis/chance.ts'
import type { Stage, Synthesis } from '../../operations/synthesis/parts.ts'
import { accordFile } from '../../schemas/importFile.ts'
import { calendar, programme } from '../../schemas/reference.ts'
import { liveOut, requestsIn } from '../support/histories.ts'

const italy = calendar.parse(
  JSON.parse(readFileSync(new URL('../../data/calendars/it.json', import.meta.url), 'utf8')),
)
const usual: Synthesis = {
  ...{ programmeId: 'sintetico', seed: 1 },
  ...{ from: localDate('2015-01-07'), until: localDate('2020-06-30') },
}
const filesOf = (synthesis: Synthesis, accords: number) => [...syntheticFiles(synthesis, accords)]

/** Lives every history of a programme in memory, by the rules of its own file. */
function livesOf(synthesis: Synthesis, accords: number) {
  const [first, ...others] = filesOf(synthesis, accords).map(({ text }) => JSON.parse(text) as unknown)
  const { rules } = programme.parse(first)
  const context: AccordContext = {
    calendars: { IT: italy },
    programmes: { [rules.programmeId]: rules },
  }
  return others.map((file) => ({ file: accordFile.parse(file), ...liveOut(requestsIn(file), context) }))
}

const anySynthesis: fc.Arbitrary<Synthesis> = fc
  .record({
    seed: fc.integer({ min: 0, max: 0xffff_ffff }),
    starts: fc.integer({ min: 0, max: 20_000 }),
    lasts: fc.integer({ min: 0, max: 4_000 }),
  })
  .map(({ seed, starts, lasts }) => {
    const from = addDays(localDate('1990-01-01'), starts)
    return { programmeId: 'sintetico', seed, from, until: addDays(from, lasts) }
  })

describe('a synthetic programme', () => {
  it('is imported whole, whatever its seed, its size and its years: nothing of it is refused', () => {
    const property = fc.property(anySynthesis, fc.integer({ min: 0, max: 12 }), (synthesis, accords) => {
      const lives = livesOf(synthesis, accords)
      expect(lives).toHaveLength(accords)
      expect(new Set(lives.map(({ state }) => state.accordId)).size).toBe(accords)
    })
    fc.assert(property, { numRuns: 200 })
  })

  it('has the same bytes whenever it is made of one seed, and others of another', () => {
    const property = fc.property(anySynthesis, (synthesis) => {
      expect(filesOf(synthesis, 5)).toEqual(filesOf(synthesis, 5))
      const other = { ...synthesis, seed: (synthesis.seed + 1) % 0x1_0000_0000 }
      expect(filesOf(other, 5)).not.toEqual(filesOf(synthesis, 5))
    })
    fc.assert(property, { numRuns: 50 })
  })

  it('has the same first accords however many follow', () => {
    expect(filesOf(usual, 40).slice(0, 8)).toEqual(filesOf(usual, 7))
  })

  it('draws what another program of the same generator draws', () => {
    const { between } = chanceOf(7, 3)
    expect(Array.from({ length: 6 }, () => between(1, 1_000))).toEqual([51, 788, 922, 279, 619, 272])
  })

  it('says that it is synthetic in every file, names no Region that exists and cites every act', () => {
    const [first, ...accords] = filesOf(usual, 30).map(({ text }) => JSON.parse(text))
    expect(programme.parse(first)).toMatchObject({
      title: expect.stringContaining('sintetico'),
      facts: [{ mark: 'assumed', fact: expect.stringContaining('SINTETICO') }],
    })
    for (const { synthetic, note, acts } of accords) {
      expect(synthetic).toBe(true)
      expect(note).toContain('SINTETICO')
      expect(Number(acts[0].data.regionId)).toBeGreaterThan(90)
      for (const { citation } of acts) expect(citation).toMatchObject({ mark: 'assumed' })
    }
  })

  it('has a programme in which the self-check finds nothing', () => {
    const [first] = filesOf(usual, 0)
    expect(selfCheck(programme.parse(JSON.parse(first?.text ?? '')).rules)).toEqual([])
  })

  it('tells nothing of what comes after its last day', () => {
    for (const { file } of livesOf(usual, 60)) {
      const days = file.acts.slice(1).map((act) => (act as { on: string }).on)
      expect(days.filter((day) => day > usual.until)).toEqual([])
    }
  })
})

describe('the lives of three hundred synthetic accords', () => {
  const lives = livesOf(usual, 300)
  const percent = (count: number) => (100 * count) / lives.length

  it('end as accords end: most are concluded, some leave, and some still go on', () => {
    const share = (...phases: readonly string[]) =>
      percent(lives.filter(({ state }) => phases.includes(state.phase)).length)
    expect(share('concluded')).toBeGreaterThan(40)
    for (const exit of ['withdrawn', 'unused', 'revoked']) {
      expect(share(exit), exit).toBeGreaterThan(1)
      expect(share(exit), exit).toBeLessThan(12)
    }
    expect(share('underway')).toBeGreaterThan(3)
  })

  it('have what happens to accords: extensions granted and refused, integrations, lateness, repayments in parts', () => {
    const having = (type: string) =>
      percent(lives.filter(({ events }) => events.some((event) => event.type === type)).length)
    expect(having('ExtensionGranted')).toBeGreaterThan(15)
    for (const type of ['ExtensionRefused', 'PlanIntegrationRequested', 'ReportIntegrationRequested']) {
      expect(having(type), type).toBeGreaterThan(0.5)
    }
    expect(having('DeadlineMissed')).toBeGreaterThan(5)
    expect(having('DeadlineMissed')).toBeLessThan(60)
    const repayments = lives.map(({ events }) => events.filter(({ type }) => type === 'RepaymentRecorded'))
    expect(new Set(repayments.map(({ length }) => length))).toEqual(new Set([0, 1, 2]))
  })
})

describe('a synthetic accord told up to a stage', () => {
  it.each<[Stage, string]>([
    ['underway', 'underway'],
    ['extended', 'underway'],
    ['activitiesEnded', 'activitiesEnded'],
    ['reported', 'reportUnderReview'],
  ])('%s stands there, whatever its place', (stage, phase) => {
    const synthesis: Synthesis = { ...usual, until: localDate('2199-12-31'), overDays: 365, stages: [stage] }
    for (const { state } of livesOf(synthesis, 40)) {
      expect(state.phase).toBe(phase)
      if (stage === 'extended') expect(Object.keys(state.extensions)).toEqual(['proroga-1'])
    }
  })

  it('can have one end of activities with all the others', () => {
    const activitiesUntil = localDate('2090-06-30')
    const synthesis: Synthesis = { ...usual, stages: ['underway'], activitiesUntil }
    const accords = Array.from({ length: 9 }, (_, place) => syntheticAccord(synthesis, place))
    const ends = accords.flatMap(({ acts }) => acts.filter(({ type }) => type === 'ApprovePlan'))
    expect(ends.map(({ data }) => data)).toEqual(ends.map(() => ({ activitiesUntil })))
    expect(ends).toHaveLength(9)
  })
})
