import type { z } from 'zod'
import { sent } from './fields.ts'

/** The insides of a zod schema that are looked at here. */
interface Insides {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
  readonly in?: z.ZodType
}

const insides = (schema: z.ZodType) => schema.def as unknown as Insides

/** What cannot hold a text of its own making. */
const structured = ['number', 'int', 'boolean', 'enum', 'literal', 'null']
const wrappers = ['optional', 'nullable', 'default', 'readonly']

/**
 * `data`, which fits `schema`, without its free text: see outbound/fields.ts. Undefined where nothing of it leaves.
 */
export function project(schema: z.ZodType, data: unknown, field = ''): unknown {
  const { type, shape, element, innerType, options = [], valueType, in: input } = insides(schema)
  if (data === undefined) return undefined
  if (type === 'object' && shape !== undefined) return fields(data, (name) => [shape[name], name])
  if (type === 'record' && valueType !== undefined) return fields(data, () => [valueType, field])
  if (type === 'array' && element !== undefined && Array.isArray(data)) {
    const items = data.map((item) => project(element, item, field))
    return items.every((item) => item === undefined) && items.length > 0 ? undefined : items
  }
  if (wrappers.includes(type) && innerType !== undefined) return project(innerType, data, field)
  if (type === 'union') {
    const option = options.find((one) => one.safeParse(data).success)
    return option && project(option, data, field)
  }
  if (structured.includes(type) || isParsedText(type, input)) return data
  return type === 'string' && sent.has(field) ? data : undefined
}

/** A date, an instant, a period, a Region: a text that was read, and whose form is fixed. */
function isParsedText(type: string, input: z.ZodType | undefined): boolean {
  return type === 'pipe' && input !== undefined && insides(input).type === 'string'
}

function fields(
  data: unknown,
  schemaOf: (name: string) => readonly [schema: z.ZodType | undefined, field: string],
): unknown {
  if (typeof data !== 'object' || data === null) return undefined
  const kept = Object.entries(data).flatMap(([name, value]) => {
    const [schema, field] = schemaOf(name)
    const left = schema && project(schema, value, field)
    return left === undefined ? [] : [[name, left] as const]
  })
  return Object.fromEntries(kept)
}

/** The name of every field of a schema that holds a text by itself, and every form that `project` does not know. */
export function textFields(
  schema: z.ZodType,
  field = '',
): { readonly texts: string[]; readonly unknown: string[] } {
  const { type, shape, element, innerType, options, valueType, in: input } = insides(schema)
  const inner: readonly (readonly [z.ZodType | undefined, string])[] = [
    ...Object.entries(shape ?? {}).map(([name, one]) => [one, name] as const),
    ...(options ?? []).map((one) => [one, field] as const),
    ...[element, innerType, valueType].map((one) => [one, field] as const),
    ...(isParsedText(type, input) ? [] : [[input, field] as const]),
  ]
  const found = inner.flatMap(([one, name]) => (one === undefined ? [] : [textFields(one, name)]))
  const known = ['object', 'record', 'array', 'union', 'string', 'pipe', ...structured, ...wrappers]
  return {
    texts: [...(type === 'string' ? [field] : []), ...found.flatMap(({ texts }) => texts)],
    unknown: [
      ...(known.includes(type) ? [] : [`${field}: ${type}`]),
      ...found.flatMap(({ unknown }) => unknown),
    ],
  }
}
