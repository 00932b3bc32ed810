import { describe, expect, test } from 'vitest'
import type { ProgrammeCommand } from '../../../domain/programme/commands.ts'
import { decideProgramme, type ProgrammeContext } from '../../../domain/programme/decide.ts'
import { type ProgrammeRefusalCode, programmeRefusalRules } from '../../../domain/programme/refusals.ts'
import { period } from '../../../domain/time/period.ts'
import { ask, content, opened, programmeAfter, start } from '../../support/programmeCases.ts'

const decided = (
  history: readonly ProgrammeCommand[],
  command: ProgrammeCommand,
  context: ProgrammeContext = {},
) => decideProgramme(command, programmeAfter(history), context)
const types = (history: readonly ProgrammeCommand[], command: ProgrammeCommand) => {
  const decision = decided(history, command)
  return decision.outcome === 'accepted' ? decision.events.map(({ type }) => type) : decision.refusal
}
const refused = (code: ProgrammeRefusalCode, params: object = {}) => ({
  outcome: 'refused',
  refusal: { code, params, rule: programmeRefusalRules[code] },
})
const draft = ask('DraftProgramme', { content: content() })

describe('a programme', () => {
  test('is drafted, then opened', () => {
    expect(types([], draft)).toEqual(['ProgrammeDrafted'])
    expect(types([draft], ask('OpenProgramme', { accepted: [] }))).toEqual(['ProgrammeOpened'])
    expect(programmeAfter(opened)).toMatchObject({ status: 'open', rules: { version: 1 }, version: 2 })
  })

  test('may be drafted anew until it opens, and the same draft changes nothing', () => {
    const other = ask('DraftProgramme', { content: { ...content(), title: 'Altro titolo' } })
    expect(types([draft], draft)).toEqual([])
    expect(types([draft], other)).toEqual(['ProgrammeDrafted'])
    expect(types(opened, draft)).toEqual([])
    expect(decided(opened, other)).toEqual(refused('programme-exists', { programmeId: 'prova' }))
  })

  test('opens once', () => {
    expect(types(opened, ask('OpenProgramme', { accepted: [] }))).toEqual([])
  })

  test('does not open with a gap that nobody accepted', () => {
    const { plan: _, ...terms } = content().rules.terms
    const lacking = ask('DraftProgramme', { content: content({ terms }) })
    expect(decided([lacking], ask('OpenProgramme', { accepted: [] }))).toEqual(
      refused('programme-not-ready', { count: 1, gaps: 'missing-term:plan' }),
    )
    const accepted = [{ check: 'missing-term:plan', reason: 'nessuna fonte' }]
    expect(types([lacking], ask('OpenProgramme', { accepted }))).toEqual(['ProgrammeOpened'])
  })

  test('accepts no gap that is not there', () => {
    const accepted = [{ check: 'missing-term:piano', reason: 'refuso' }]
    expect(decided([draft], ask('OpenProgramme', { accepted }))).toEqual(
      refused('gap-not-found', { check: 'missing-term:piano', found: '—' }),
    )
  })

  test('belongs to itself: its rules name it', () => {
    const strange = ask('DraftProgramme', { content: content({ programmeId: 'altro' }) })
    const wanted = refused('rules-other-programme', { programmeId: 'prova', named: 'altro' })
    expect(decided([], strange)).toEqual(wanted)
    const changed = { content: content({ programmeId: 'altro', version: 2 }), reasons: 'x', accepted: [] }
    expect(decided(opened, ask('ChangeRules', changed))).toEqual(wanted)
  })

  test('must be there, and open, before anything else', () => {
    expect(decided([], start())).toEqual(refused('programme-absent', { programmeId: 'prova' }))
    expect(decided([draft], start())).toEqual(refused('programme-not-open', { programmeId: 'prova' }))
  })

  test('is the Ministry’s to change', () => {
    const actor = { role: 'region', id: 'regione-10', regionId: '10' } as const
    expect(decided([], ask('DraftProgramme', { content: content() }, { actor }))).toEqual(
      refused('programme-not-authorised', { role: 'region', act: 'DraftProgramme' }),
    )
  })
})

describe('the rules of a programme', () => {
  const change = (version: number, terms = content().rules.terms) =>
    ask('ChangeRules', { content: content({ version, terms }), reasons: 'nuova convenzione', accepted: [] })

  test('change by the next version', () => {
    expect(types(opened, change(2))).toEqual(['RulesChanged'])
    expect(programmeAfter([...opened, change(2)])).toMatchObject({ rules: { version: 2 } })
    expect(types([...opened, change(2)], change(2))).toEqual([])
  })

  test('leave no version out', () => {
    expect(decided(opened, change(3))).toEqual(refused('rules-not-next', { version: 3, next: 2 }))
    const terms = { ...content().rules.terms, plan: { period: period('P1D'), citation: 'x', assumed: false } }
    expect(decided(opened, change(1, terms))).toEqual(refused('rules-not-next', { version: 1, next: 2 }))
  })

  test('are checked like those it opened with', () => {
    const { finalReport: _, ...terms } = content().rules.terms
    expect(decided(opened, change(2, terms))).toEqual(
      refused('programme-not-ready', { count: 1, gaps: 'missing-term:finalReport' }),
    )
  })
})
