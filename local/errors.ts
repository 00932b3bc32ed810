import type { Params } from '../domain/decider.ts'
import { filledWith, type Language } from '../domain/text/render.ts'
import { type ErrorCode, type Explanation, errorTexts } from './errorTexts.ts'

/** A trouble that is expected on somebody's machine: said in one message with its remedy, never a stack. */
export class LocalError extends Error {
  override readonly name = 'LocalError'
  readonly code: ErrorCode
  readonly params: Params

  constructor(code: ErrorCode, params: Params = {}, options: { cause?: unknown } = {}) {
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

/**
 * The expected trouble that an error amounts to, in work that writes to the directory; else the error itself.
 * `said` is what the log tells: a server without room for its data ends, and others only miss it.
 */
export function expected(error: unknown, dir: string, said = ''): unknown {
  if (error instanceof LocalError && error.code === 'disk.full') return error
  if (!meansDiskFull(error) && !meansDiskFull(said)) return error
  return new LocalError('disk.full', { dir, needed: '1 GB' }, { cause: error })
}

/** Whether a program's words, or an error of Node, Postgres or a tool we ran, mean that the disk is full. */
export function meansDiskFull(trouble: unknown): boolean {
  if (typeof trouble === 'string')
    return /no space left|disk quota exceeded|disk is full|ENOSPC|EDQUOT/i.test(trouble)
  if (!(trouble instanceof Error)) return false
  const said = 'stderr' in trouble ? String(trouble.stderr) : ''
  const code = 'code' in trouble ? trouble.code : undefined
  return (
    code === postgresDiskFull || meansDiskFull(`${trouble.message} ${said}`) || meansDiskFull(trouble.cause)
  )
}

/** SQLSTATE disk_full */
const postgresDiskFull = '53100'
