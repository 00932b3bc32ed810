import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EventType } from '../../../domain/accord/events.ts'
import { noticeCodes } from '../../../domain/accord/notices.ts'
import { refusalRules } from '../../../domain/accord/refusals.ts'
import { commandTypes } from '../../../schemas/commands.ts'
import { eventTypes } from '../../../schemas/events.ts'

/** Every spec of the domain and the fixtures they share, as text. */
const here = import.meta.dirname
const specs = readdirSync(here)
  .filter((name) => name.endsWith('.spec.ts') && name !== 'coverage.spec.ts')
  .map((name) => readFileSync(join(here, name), 'utf8'))
  .join('\n')
const support = join(here, '../../support')
const fixtures = readdirSync(support)
  .filter((name) => name.toLowerCase().endsWith('fixtures.ts') || name === 'monitoringCases.ts')
  .map((name) => readFileSync(join(support, name), 'utf8'))
  .join('\n')

/** `.refused('code'`, or `refuse('code'` for the one the domain leaves to the store. */
const namesRefusal = (code: string) => new RegExp(`\\brefused?\\(\\s*'${code}'`).test(specs)
const namesNotice = (code: string) => new RegExp(`\\.noting\\(\\s*'${code}'`).test(specs)
const sends = (type: string) => new RegExp(`\\border\\(\\s*'${type}'`).test(specs + fixtures)
const helpers: Partial<Record<EventType, RegExp>> = {
  DeadlineSet: /\bset\(/,
  DeadlineMoved: /\bmoved\(/,
  DeadlineSuspended: /\bsuspended\(/,
  DeadlineMet: /\bmet\(/,
  DeadlineMissed: /\bmissed\(/,
  DeadlineLifted: /\blifted\(/,
}
const expects = (type: EventType) => (helpers[type] ?? new RegExp(`\\[\\s*'${type}'`)).test(specs)

describe('every word of the contract has a spec that names it', () => {
  test.each(Object.keys(refusalRules))('refusal %s', (code) => {
    expect(namesRefusal(code)).toBe(true)
  })

  test.each(noticeCodes)('notice %s', (code) => {
    expect(namesNotice(code)).toBe(true)
  })

  test.each(commandTypes)('command %s', (type) => {
    expect(sends(type) || type === 'PassDeadline').toBe(true)
  })

  test.each(eventTypes)('event %s', (type) => {
    expect(expects(type)).toBe(true)
  })

  test('and a word that no spec names would be found out', () => {
    expect(namesRefusal('never-refused')).toBe(false)
    expect(namesNotice('never-noted')).toBe(false)
    expect(sends('NeverSent')).toBe(false)
    expect(expects('NeverHappened' as EventType)).toBe(false)
  })
})
