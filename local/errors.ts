import type { Language } from '../domain/text/render.ts'
import { type ErrorCode, type Explanation, errorTexts } from './errorTexts.ts'
import { filledWith, type TextParams } from './texts.ts'

/** A trouble that is expected on somebody's machine: said in one message with its remedy, never a stack. */
export class LocalError extends Error {
  override readonly name = 'LocalError'
  readonly code: ErrorCode
  readonly params: TextParams

  constructor(code: ErrorCode, params: TextParams = {}, options: { cause?: unknown } = {}) {
    super(filledWith(errorTexts[code].it.message, params), options)
    this.code = code
    this.params = params
  }

  explain(language: Language): Explanation {
    const { message, remedy } = errorTexts[this.code][language]
    return { message: filledWith(message, this.params), remedy: filledWith(remedy, this.params) }
  }
}

/** The message and the remedy on the lines of a terminal. */
export function printable(error: LocalError, language: Language): string {
  const { message, remedy } = error.explain(language)
  return `accordi: ${message}\n  → ${remedy.replaceAll('\n', '\n    ')}\n`
}

/** Whether this is what Node throws for a system call that failed with the given code. */
export function isSystemError(error: unknown, ...codes: readonly string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
