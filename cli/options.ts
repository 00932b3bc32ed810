import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CommandType } from '../domain/accord/commands.ts'
import { isRegionId, regions } from '../domain/regions.ts'
import { commandData } from '../schemas/commands.ts'

/** One option of an act, derived from a field of its schema. `path` is where its value goes in `data`. */
export interface ActOption {
  readonly flag: string
  readonly path: readonly string[]
  readonly required: boolean
  readonly kind: 'text' | 'number' | 'json'
  readonly choices: readonly string[]
  /** What a list holds: plain texts may be written with commas between them. */
  readonly items?: 'text'
}

interface JsonSchema {
  readonly type?: string
  readonly properties?: Record<string, JsonSchema>
  readonly required?: readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: JsonSchema
  readonly default?: unknown
}

/** The options of an act: its fields, with the fields of an inner object as options of their own. */
export function optionsOf(type: CommandType): ActOption[] {
  const schema = z.toJSONSchema(commandData[type], { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return fieldsOf(schema, [])
}

function fieldsOf(schema: JsonSchema, parents: readonly string[]): ActOption[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    if (field.const !== undefined) return []
    const path = [...parents, name]
    if (field.type === 'object') return fieldsOf(field, path)
    const required = parents.length === 0 && (schema.required ?? []).includes(name)
    const kind = field.type === 'array' ? 'json' : field.type === 'integer' ? 'number' : 'text'
    const items = field.items?.type === 'string' ? { items: 'text' as const } : {}
    const choices = (field.enum ?? []).map(String)
    return [{ flag: flagOf(path), path, required, kind, choices, ...items }]
  })
}

/**
 * `signBy.date` is `--sign-by-date`; an id is asked for by what it identifies: `--region`, `--extension`; a sum by
 * what it is: `--recognised`.
 */
function flagOf(path: readonly string[]): string {
  const named = path.length > 1 && path.at(-1) === 'amount' ? path.slice(0, -1) : path
  const words = named.filter((word, index) => word !== named[index - 1]).join('-')
  return words
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/-id$/, '')
    .replace(/-ids$/, 's')
}

/** Puts the options given on the command line where the schema wants them; what is wrong stays, to be named. */
export function dataFrom(
  options: readonly ActOption[],
  given: Record<string, unknown>,
  base: unknown,
): unknown {
  const data: Record<string, unknown> = { ...(isRecord(base) ? base : {}) }
  for (const option of options) {
    const value = given[camel(option.flag)]
    if (typeof value === 'string') put(data, option.path, readValue(option, value))
  }
  return data
}

function readValue(option: ActOption, value: string): unknown {
  if (option.kind === 'number' && /^-?\d+$/.test(value)) return Number(value)
  if (option.kind === 'json') {
    try {
      return JSON.parse(value)
    } catch {
      return pairsOf(value) ?? (option.items === 'text' ? value.split(',') : value)
    }
  }
  return option.path.at(-1) === 'regionId' ? regionCode(value) : value
}

/** `rete-attiva=2019-03-31,sportelli=2019-06-30`, as people write dates of several things. */
function pairsOf(value: string): { readonly id: string; readonly until: string }[] | undefined {
  const pairs = value.split(',').map((pair) => pair.split('='))
  if (!pairs.every((pair) => pair.length === 2)) return undefined
  return pairs.map(([id = '', until = '']) => ({ id: id.trim(), until: until.trim() }))
}

/** A Region by its ISTAT code or by its name. */
export function regionCode(value: string): string {
  const found = Object.entries(regions).find(([, name]) => name.toLowerCase() === value.toLowerCase())
  return found?.[0] ?? value
}

export function isRegionName(value: string): boolean {
  return isRegionId(regionCode(value))
}

function put(data: Record<string, unknown>, [head, ...rest]: readonly string[], value: unknown): void {
  if (head === undefined) return
  if (rest.length === 0) {
    data[head] = value
    return
  }
  const inner = isRecord(data[head]) ? { ...data[head] } : {}
  put(inner, rest, value)
  data[head] = inner
}

export function camel(flag: string): string {
  return flag.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** From the command's id: the same command sent again is about the same thing. */
export function idFrom(word: string, commandId: string): string {
  return `${word}-${createHash('sha256').update(commandId).digest('hex').slice(0, 8)}`
}
