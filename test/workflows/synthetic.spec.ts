import { expect, it } from 'vitest'
import { verifyRecord } from '../../db/verify.ts'
import { importFiles } from '../../operations/importFiles.ts'
import { wholeProgramme } from '../support/manyAccords.ts'
import { accordFile, syntheticAccords } from '../support/synthetic.ts'
import { testEngine } from '../support/system.ts'

const programmeId = 'sintetico'
const system = testEngine()

it('a synthetic programme is imported whole by the real worker, and the record proves itself', async () => {
  const all = syntheticAccords({ seed: 2014, accords: 24, programmeId, year: 2023 })
  const sources = [
    { file: 'programma.json', content: wholeProgramme(programmeId) },
    ...all.map((one) => ({ file: `${one.accordId}.json`, content: accordFile(one) })),
  ]
  const outcomes: string[] = []
  const accords = system.engine.accords()
  for await (const { outcome } of importFiles({ connection: system.app, accords }, sources))
    outcomes.push(outcome)
  expect(outcomes).toEqual(['programme', ...all.map(() => 'accepted')])
  const checked = []
  for await (const one of verifyRecord(system.app)) checked.push(one)
  expect(checked).toHaveLength(24)
  expect(checked.flatMap(({ findings }) => findings)).toEqual([])
  expect(new Set(checked.map(({ state }) => state?.phase)).size).toBeGreaterThan(4)
}, 60_000)
