import type { Answer } from '../domain/accord/answer.ts'
import type { CommandRequest } from '../domain/accord/commands.ts'
import { describeEvent } from '../domain/text/describe.ts'
import { issueText, noticeText, refusalText } from '../domain/text/sentences.ts'
import { eventJson } from './json.ts'
import { BadInput, exitCodes, Problem } from './problem.ts'
import type { Session } from './session.ts'

/** Sends an act and tells what became of it, in words or as JSON, with the exit code that says the same. */
export async function showAnswer(session: Session, request: CommandRequest, waitMs?: number): Promise<void> {
  const accords = await session.accords(waitMs === undefined ? {} : { waitMs })
  const answer = await accords.execute(request)
  switch (answer.outcome) {
    case 'accepted':
      return showAccepted(session, request, answer)
    case 'refused':
      return showRefused(session, answer.refusal, request.commandId)
    case 'invalid':
      throw new BadInput(answer.issues)
    case 'pending':
      return showPending(session, request)
    default:
      answer satisfies never
  }
}

/** What was refused, what to do about it and the rule it rests on; the exit code says refused. */
export function showRefused(
  { output }: Session,
  refusal: Parameters<typeof refusalText>[1],
  commandId?: string,
): void {
  const { code, params } = refusal
  const { message, rule } = refusalText(output.language, refusal)
  output.document({
    outcome: 'refused',
    ...(commandId !== undefined && { commandId }),
    refusal: { code, message, rule, params },
  })
  output.say('cli.refused')
  output.line(message)
  output.say('cli.rule', { rule })
  process.exitCode = exitCodes.refused
}

function showAccepted(
  session: Session,
  request: CommandRequest,
  answer: Extract<Answer, { outcome: 'accepted' }>,
) {
  const { output } = session
  const { language } = output
  const { accordId, commandId } = request
  const notices = answer.notices.map((notice) => ({ ...notice, message: noticeText(language, notice) }))
  const events = answer.events.map((event) => eventJson(language, event))
  output.document({ outcome: 'accepted', accordId, commandId, repeated: answer.repeated, events, notices })
  if (answer.repeated) output.say('cli.repeated')
  else output.say(answer.events.length === 0 ? 'cli.unchanged' : 'cli.accepted')
  for (const event of answer.events) output.line(`  ${describeEvent(language, event)}`)
  for (const { message } of notices) output.say('cli.notice', { notice: message })
  for (const { type, data, act } of answer.events) {
    if (type !== 'DecisionPrepared') continue
    const { decisionId } = data
    output.say('cli.decision-next', { accordId, decisionId, preparedBy: act.actor.id })
  }
  output.say('cli.act-id', { accordId, commandId })
}

function showPending(session: Session, { commandId, on }: CommandRequest): never {
  session.output.document({ outcome: 'pending', commandId })
  const date = typeof on === 'string' ? on : on.date
  throw new Problem('cli.pending', { commandId, on: date }, exitCodes.fault)
}

/** The lines of what is wrong with an input, field by field. */
export function issueLines(session: Session, { issues }: BadInput): string[] {
  return issues.map((issue) => issueText(session.output.language, issue))
}
