import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it as spec } from 'vitest'
import { noticeCodes } from '../../domain/accord/notices.ts'
import { refusalRules } from '../../domain/accord/refusals.ts'
import { en } from '../../domain/text/en.ts'
import { it } from '../../domain/text/it.ts'
import { hasText } from '../../domain/text/render.ts'
import { commandData, commandTypes, envelope } from '../../schemas/commands.ts'
import { eventTypes } from '../../schemas/events.ts'

const root = new URL('../../', import.meta.url)
const keys = Object.keys(it)

function sources(folder: string): string {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(`${folder}/${file}`, root), 'utf8'))
    .join('\n')
}

function placeholders(text: string | undefined): string[] {
  return [...new Set((text ?? '').matchAll(/\{(\w+)\}/g).map((match) => match[1] ?? ''))].sort()
}

/** What calls like `refuse('code', { a, b: 1 })` pass, by code: the parameters common to all of them. */
function passed(source: string, call: RegExp): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [, code = '', params = ''] of source.matchAll(call)) {
    const names = [...params.matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g)].map((match) => match[1] ?? '')
    found.set(code, found.get(code)?.filter((name) => names.includes(name)) ?? names)
  }
  return found
}

describe('the catalogue of texts', () => {
  spec('has the same keys in both languages, none of them empty', () => {
    expect(Object.keys(en).sort()).toEqual([...keys].sort())
    expect(Object.values({ ...it }).filter((text) => text.trim() === '')).toEqual([])
    expect(Object.values(en).filter((text) => text.trim() === '')).toEqual([])
  })

  spec.each(keys)('%s has the same placeholders in both languages', (key) => {
    if (!hasText(key)) throw new Error(key)
    expect(placeholders(en[key])).toEqual(placeholders(it[key]))
  })

  spec('has a sentence and a rule for every refusal', () => {
    const wanted = Object.entries(refusalRules).flatMap(([code, rule]) => [`refusal.${code}`, `rule.${rule}`])
    expect(wanted.filter((key) => !hasText(key))).toEqual([])
  })

  spec('has a sentence for every notice, event and act', () => {
    const wanted = [
      ...noticeCodes.map((code) => `notice.${code}`),
      ...eventTypes.map((type) => `event.${type}`),
      ...commandTypes.map((type) => `act.${type}`),
    ]
    expect(wanted.filter((key) => !hasText(key))).toEqual([])
  })

  spec('has a text for every code that the schemas give', () => {
    const codes = [
      ...sources('schemas').matchAll(/'((?:not|too|unknown|wrong|control)-[a-z0-9-]+|empty|required)'/g),
    ]
    const missing = new Set(codes.map((match) => `issue.${match[1]}`).filter((key) => !hasText(key)))
    expect(codes.length).toBeGreaterThan(20)
    expect([...missing]).toEqual([])
  })

  spec('describes every field of every act', () => {
    const fields = new Set<string>(['type', 'data'])
    collectFields(envelope, fields)
    for (const data of Object.values(commandData)) collectFields(data, fields)
    expect(fields.size).toBeGreaterThan(40)
    expect([...fields].filter((field) => !hasText(`field.${field}`))).toEqual([])
  })
})

describe('the parameters of the sentences', () => {
  const domain = sources('domain/accord')

  spec('every placeholder of a refusal is passed wherever it is refused', () => {
    const refusals = passed(domain, /refuse\(\s*'([\w-]+)'(?:,\s*\{([^}]*)\})?/g)
    refusals.set('command-id-reused', ['commandId'])
    expect([...refusals.keys()].sort()).toEqual(Object.keys(refusalRules).sort())
    expect(unfilled('refusal', refusals)).toEqual([])
  })

  spec('every placeholder of a notice is passed wherever it is given', () => {
    const notices = passed(domain, /code: '([\w-]+)',\s*params: \{([^}]*)\}/g)
    expect([...notices.keys()].sort()).toEqual([...noticeCodes].sort())
    expect(unfilled('notice', notices)).toEqual([])
  })

  spec('a placeholder that nobody passes is found', () => {
    expect(unfilled('refusal', new Map([['unknown-accord', ['regionId']]]))).toEqual([
      'unknown-accord: accordId',
    ])
  })

  function unfilled(group: string, calls: Map<string, string[]>): string[] {
    return [...calls].flatMap(([code, names]) => {
      const key = `${group}.${code}`
      const wanted = placeholders(hasText(key) ? it[key] : undefined)
      return wanted.filter((name) => !names.includes(name)).map((name) => `${code}: ${name}`)
    })
  }
})

/** Walks the JSON-like insides of a zod schema and keeps the keys of every object on the way. */
function collectFields(schema: unknown, into: Set<string>, seen = new Set<unknown>()): void {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return
  seen.add(schema)
  if ('shape' in schema && typeof schema.shape === 'object' && schema.shape !== null) {
    for (const [name, inner] of Object.entries(schema.shape)) {
      into.add(name)
      collectFields(inner, into, seen)
    }
  }
  if ('def' in schema && typeof schema.def === 'object' && schema.def !== null) {
    for (const inner of Object.values(schema.def).flat()) collectFields(inner, into, seen)
  }
}
