import Table from 'cli-table3'
import type { Params } from '../domain/decider.ts'
import { type Language, type TextKey, textOf } from '../domain/text/render.ts'

/** Where a command writes: tables and sentences for people, or one JSON document for machines. */
export interface Output {
  readonly language: Language
  readonly json: boolean
  readonly width: number
  say(key: TextKey, params?: Params): void
  line(text: string): void
  document(value: unknown): void
  /** Progress for people, on the error stream, so that it never mixes with an answer. */
  progress(key: TextKey, params?: Params): void
}

export function terminalOutput(language: Language, json: boolean): Output {
  const text = (key: TextKey, params?: Params) => textOf(language, key, params)
  return {
    language,
    json,
    width: Math.max(60, Math.min(process.stdout.columns ?? 100, 140)),
    say: (key, params) => void (json || process.stdout.write(`${text(key, params)}\n`)),
    line: (line) => void (json || process.stdout.write(`${line}\n`)),
    document: (value) => void (json && process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)),
    progress: (key, params) => void (json || process.stderr.write(`${text(key, params)}\n`)),
  }
}

/** A plain table; columns are headed by texts of the catalogue. */
export function table(output: Output, heads: readonly TextKey[], rows: readonly (readonly string[])[]): void {
  const borders = { mid: '─', 'mid-mid': '─', 'top-mid': '', 'bottom-mid': '', middle: '  ' }
  const none = { top: '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-left': '', 'bottom-right': '' }
  const sides = { left: '', 'left-mid': '', right: '', 'right-mid': '', mid: '', 'mid-mid': '' }
  const made = new Table({
    head: heads.map((head) => textOf(output.language, head)),
    chars: { ...borders, ...none, ...sides },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  made.push(...rows.map((row) => [...row]))
  output.line(made.toString())
}
