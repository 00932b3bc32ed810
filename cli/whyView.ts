import { entry } from '../domain/accord/state.ts'
import { deadlineName } from '../domain/text/describe.ts'
import { formatDay } from '../domain/text/format.ts'
import { nameOf, textOf } from '../domain/text/render.ts'
import { standingText, whyText } from '../domain/text/why.ts'
import { Problem } from './problem.ts'
import type { Session } from './session.ts'
import { type AsOfOptions, loadAccord, wrapped } from './shared.ts'

/** `deadline why`: the chain that leads to a date, step by step, and the dates it had before. */
export async function showWhy(
  session: Session,
  accordId: string,
  deadlineId: string,
  given: AsOfOptions,
): Promise<void> {
  const { output } = session
  const { language } = output
  const { accord } = await loadAccord(session, accordId, given)
  const due = entry(accord.obligations, deadlineId)
  if (due === undefined) {
    const values = Object.keys(accord.obligations).join(', ') || '—'
    throw new Problem('cli.no-such-deadline', { accordId, deadlineId, values })
  }
  const { nominal, effective, passesAt, zone, calendar, status, revision, term, adjustments, why, history } =
    due
  const { target, suspendedRemainingDays } = due
  const text = [...whyText(language, why), ...standingText(language, due)]
  output.document({
    ...{ id: deadlineId, accord: accordId, status, revision, nominal, effective, passesAt, zone, calendar },
    ...{ term, adjustments: adjustments ?? [], why, text, history },
    ...(target && { target: { ...target, passed: due.targetPassed === true } }),
    ...(suspendedRemainingDays !== undefined && { suspendedRemainingDays }),
  })
  if (output.json) return
  output.line(`${deadlineName(language, deadlineId)}: ${formatDay(language, effective)}`)
  output.line('')
  text.forEach((line, index) => {
    output.line(wrapped(`${index + 1}. ${line}`, output.width))
  })
  if (history.length === 0) return
  output.line('')
  output.say('cli.earlier-dates')
  for (const past of history) {
    const dates = {
      nominal: formatDay(language, past.nominal),
      effective: formatDay(language, past.effective),
    }
    const cause = nameOf(language, 'cause', past.movedBy)
    output.line(wrapped(`  ${textOf(language, 'cli.earlier-date', { ...dates, cause })}`, output.width))
  }
}
