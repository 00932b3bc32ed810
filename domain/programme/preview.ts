import { decide } from '../accord/decide.ts'
import { evolve } from '../accord/evolve.ts'
import { recordedAs } from '../accord/recorded.ts'
import type { Refusal } from '../accord/refusals.ts'
import { type AccordState, isOwed, type Obligation } from '../accord/state.ts'
import type { AccordContext, ProgrammeRules } from '../accord/terms.ts'
import { fold } from '../decider.ts'
import { remindersOf } from '../reminders/planned.ts'
import type { Calendar } from '../time/calendar.ts'
import { addDays, type LocalDate } from '../time/localDate.ts'
import type { SkipReason } from './parts.ts'
import { type Going, stepFor } from './step.ts'

/** A date before and after. */
export interface MovedDate {
  readonly deadlineId: string
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What an act over many accords would do to one of them. */
export type Previewed =
  | { readonly outcome: 'skipped'; readonly reason: SkipReason }
  | { readonly outcome: 'failed'; readonly refusal: Refusal }
  | {
      readonly outcome: 'applied'
      readonly moves: readonly MovedDate[]
      /** Reminders still to come that would go out on another day, or no more, or for the first time. */
      readonly reminders: { readonly moved: number; readonly dropped: number; readonly added: number }
    }

/** The same step and the same decision as in earnest, on a copy: nothing is written. */
export function preview(
  going: Going,
  state: AccordState,
  context: AccordContext,
  today: LocalDate,
): Previewed {
  const step = stepFor(going, state)
  if (step.do === 'skip') return { outcome: 'skipped', reason: step.reason }
  const decision = decide(step.command, state, context)
  if (decision.outcome === 'refused') return { outcome: 'failed', refusal: decision.refusal }
  if (decision.events.length === 0) return { outcome: 'skipped', reason: 'nothingToMove' }
  const events = recordedAs(step.command, state, decision.events, step.command.act.receivedAt)
  const after = fold(evolve, state, events)
  if (state.phase === 'absent' || after.phase === 'absent')
    return { outcome: 'skipped', reason: 'nothingToMove' }
  const moves = Object.values(after.obligations).flatMap((obligation): MovedDate[] => {
    const was = state.obligations[obligation.id]
    if (was === undefined || was.effective === obligation.effective) return []
    return [{ deadlineId: obligation.id, from: was.effective, to: obligation.effective }]
  })
  const calendar = context.calendars[state.rules.calendarId]
  const [before, then] = [state, after].map((one) =>
    remindersFrom(one.obligations, calendar, one.rules, today),
  )
  return { outcome: 'applied', moves, reminders: compare(before ?? new Map(), then ?? new Map()) }
}

/** Beyond the last step of any ladder, weekly ones aside. */
const horizonDays = 400

function remindersFrom(
  obligations: Readonly<Record<string, Obligation>>,
  calendar: Calendar | undefined,
  rules: ProgrammeRules,
  today: LocalDate,
): Map<string, LocalDate> {
  const planned = Object.values(obligations)
    .filter(isOwed)
    .flatMap((one) => remindersOf(one, calendar, rules, addDays(today, 1), lastDayFor(one, today)))
  return new Map(planned.map(({ deadlineId, step, on }) => [`${deadlineId} ${step}`, on]))
}

function lastDayFor({ effective }: Obligation, today: LocalDate): LocalDate {
  const far = addDays(today, horizonDays)
  return effective > far ? effective : far
}

function compare(before: ReadonlyMap<string, LocalDate>, after: ReadonlyMap<string, LocalDate>) {
  const dropped = [...before.keys()].filter((step) => !after.has(step)).length
  const added = [...after.keys()].filter((step) => !before.has(step)).length
  const moved = [...after].filter(([step, on]) => before.has(step) && before.get(step) !== on).length
  return { moved, dropped, added }
}
