import type { InputIssue } from '../domain/accord/answer.ts'
import type { Params } from '../domain/decider.ts'
import type { TextKey } from '../domain/text/render.ts'

/** What a script can rely on: 0 accepted, 1 fault, 2 bad input, 3 refused. */
export const exitCodes = { accepted: 0, fault: 1, badInput: 2, refused: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Trouble with a text for people and an exit code; never a stack trace. */
export class Problem extends Error {
  readonly key: TextKey
  readonly params: Params
  readonly exitCode: ExitCode

  constructor(key: TextKey, params: Params = {}, exitCode: ExitCode = exitCodes.badInput) {
    super(key)
    this.key = key
    this.params = params
    this.exitCode = exitCode
  }
}

/** Input that does not fit: one issue per field. */
export class BadInput extends Error {
  readonly issues: readonly InputIssue[]

  constructor(issues: readonly InputIssue[]) {
    super(issues.map(({ field, code }) => `${field}: ${code}`).join('; '))
    this.issues = issues
  }
}
