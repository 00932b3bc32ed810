import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { explore } from '../states/explore.ts'
import { reach, statesPage } from '../states/page.ts'

describe('docs/states.md', { timeout: 120_000 }, () => {
  test('is what the decider does today', () => {
    const page = readFileSync('docs/states.md', 'utf8')
    if (statesPage() !== page) {
      expect.fail(
        'docs/states.md is not what the decider does: run "npm run docs:states", look at the difference, commit it.',
      )
    }
  })

  test('does not hang on which random lives were drawn', () => {
    const turns = (seed: number) =>
      // These three bring back what was before, or do what was prepared, from and to almost anywhere: none is drawn.
      [...explore({ ...reach, seed }).phases.values()]
        .filter(
          ({ command }) => !['CertifyDecision', 'ReverseLastDecision', 'ReopenAccord'].includes(command),
        )
        .map(({ from, to, command }) => `${from} ${command} ${to}`)
    expect([...new Set(turns(7))].sort()).toEqual([...new Set(turns(reach.seed))].sort())
  })
})
