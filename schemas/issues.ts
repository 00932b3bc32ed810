import type { z } from 'zod'
import type { InputIssue } from '../domain/accord/answer.ts'
import type { Params } from '../domain/decider.ts'

const longestEcho = 80

/** Turns zod's report into issues that name field, value and, through their code, the remedy. */
export function inputIssues(error: z.ZodError, input: unknown): InputIssue[] {
  return error.issues.flatMap((issue) => issuesOf(issue, input, []))
}

function issuesOf(issue: z.core.$ZodIssue, input: unknown, parents: PropertyKey[]): InputIssue[] {
  const path = [...parents, ...issue.path]
  const one = (code: string, params: Params = {}, at = path): InputIssue[] => [
    { field: at.map(String).join('.') || '.', value: echo(valueAt(input, at)), code, params },
  ]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => one('unknown-field', {}, [...path, key]))
    case 'invalid_type':
      return valueAt(input, path) === undefined
        ? one('required')
        : one('wrong-type', { expected: issue.expected })
    case 'invalid_value':
      return valueAt(input, path) === undefined
        ? one('required')
        : one('not-one-of', { values: issue.values.map(String).join(', ') })
    case 'invalid_union':
      if (valueAt(input, path) === undefined) return one('required')
      return one(catalogued(issue.message) ?? 'wrong-form')
    case 'too_big':
      return one(catalogued(issue.message) ?? 'too-long', { most: Number(issue.maximum) })
    default:
      return one(catalogued(issue.message) ?? 'wrong-form')
  }
}

/** Our own checks put a code where zod puts a sentence. */
function catalogued(message: string): string | undefined {
  return /^[a-z][a-z0-9-]+$/.test(message) ? message : undefined
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  )
}

function echo(value: unknown): string {
  if (value === undefined) return ''
  // Control characters would be obeyed by the terminal that shows the message.
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\p{Cc}/gu, '\uFFFD')
  return text.length > longestEcho ? `${text.slice(0, longestEcho)}…` : text
}
