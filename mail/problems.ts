import type { Params } from '../domain/decider.ts'

/** Each has a text in the catalogue: `mail.<code>`. */
export type MailProblemCode = 'bad-setting' | 'letter-incomplete'

/** The mail layer cannot start as it is set up. */
export class MailProblem extends Error {
  readonly code: MailProblemCode
  readonly params: Params

  constructor(code: MailProblemCode, params: Params, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'MailProblem'
    this.code = code
    this.params = params
  }
}
