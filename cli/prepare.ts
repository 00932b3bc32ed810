import { type Command, Option } from 'commander'
import { isCertifiable } from '../domain/accord/approvals/parts.ts'
import type { CommandRequest, CommandType } from '../domain/accord/commands.ts'
import { textOf } from '../domain/text/render.ts'
import { slug } from '../schemas/primitives.ts'
import { idFrom } from './options.ts'
import { BadInput, Problem } from './problem.ts'
import type { Session } from './session.ts'

/** What `--prepare` brings with it. */
export interface PrepareGiven {
  readonly prepare?: boolean
  readonly decision?: string
}

/** `--prepare`: the same command with the same options, for somebody else to certify. */
export function addPrepare(subcommand: Command, type: CommandType, { output }: Session): void {
  if (!isCertifiable(type)) return
  subcommand
    .addOption(new Option('--prepare', textOf(output.language, 'cli.help-prepare')))
    .addOption(new Option('--decision <id>', textOf(output.language, 'cli.help-prepare-id')))
}

/** The act itself, or its preparation where that was asked; it has been checked as the act that it is. */
export function asGiven(request: CommandRequest, { prepare, decision }: PrepareGiven): CommandRequest {
  if (!isCertifiable(request.type)) return request
  if (!prepare && decision !== undefined) throw new Problem('cli.prepare-needed')
  if (!prepare) return request
  const decisionId = decision ?? idFrom('decisione', request.commandId)
  if (!slug.safeParse(decisionId).success) {
    throw new BadInput([{ field: 'decisionId', value: decisionId, code: 'not-a-slug', params: {} }])
  }
  const { type: act, data } = request
  return { ...request, type: 'PrepareDecision', data: { decisionId, act, data } }
}
