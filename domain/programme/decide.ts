import { accept, type Decider, type Decision, type Refused } from '../decider.ts'
import { inKeyOrder } from '../keyOrder.ts'
import type { CohortFound } from './cohort.ts'
import type { ProgrammeCommand, ProgrammeCommandOf } from './commands.ts'
import { applyingTo, recordOutcomes, resume, retry, revoke, stop } from './decideCollective.ts'
import type { AcceptedGap, ProgrammeEvent, RecordedProgrammeEvent } from './events.ts'
import { evolveProgramme } from './evolve.ts'
import type { ProgrammeContent } from './parts.ts'
import { type ProgrammeRefusal, refuseProgramme } from './refusals.ts'
import { selfCheck } from './selfCheck.ts'
import { initialProgramme, type Programme, type ProgrammeState } from './state.ts'

/** What is known of the accords when a collective act starts or goes on; left out for every other command. */
export interface ProgrammeContext {
  readonly cohort?: Pick<CohortFound, 'idle'> & {
    readonly chosen: number
    readonly excluded: number
  }
  /** Other acts still open that share accords with this one. */
  readonly overlaps?: readonly { readonly actId: string; readonly accords: number }[]
}

export type ProgrammeDecision = Decision<ProgrammeEvent, ProgrammeRefusal>

/** Judges a command against the programme as its events left it. Pure: same input, same answer. */
export function decideProgramme(
  command: ProgrammeCommand,
  state: ProgrammeState,
  context: ProgrammeContext,
): ProgrammeDecision {
  const owner = command.type === 'RecordOutcomes' ? 'scheduler' : 'ministry'
  const { role } = command.act.actor
  if (role !== owner) return refuseProgramme('programme-not-authorised', { role, act: command.type })
  if (command.type === 'DraftProgramme') return draft(command, state)
  if (state.status === 'absent') {
    return refuseProgramme('programme-absent', { programmeId: command.programmeId })
  }
  switch (command.type) {
    case 'ChangeRules':
      return changeRules(command, state)
    case 'OpenProgramme':
      return openProgramme(command, state)
    case 'StartCollectiveAct':
      if (state.status === 'draft') return notOpen(state)
      return applyingTo(command, state, context)
    case 'RecordOutcomes':
      return recordOutcomes(command, state)
    case 'StopCollectiveAct':
      return stop(command, state)
    case 'ResumeCollectiveAct':
      return resume(command, state)
    case 'RetryCollectiveAct':
      return retry(command, state, context)
    case 'RevokeCollectiveAct':
      return revoke(command, state, context)
    default:
      return command satisfies never
  }
}

export const programmeDecider: Decider<
  ProgrammeCommand,
  ProgrammeEvent,
  RecordedProgrammeEvent,
  ProgrammeState,
  ProgrammeContext,
  ProgrammeRefusal
> = { initial: initialProgramme, decide: decideProgramme, evolve: evolveProgramme }

function notOpen({ programmeId }: Programme): Refused<ProgrammeRefusal> {
  return refuseProgramme('programme-not-open', { programmeId })
}

/** A draft can be written anew as often as wanted: nothing rests on it yet. */
function draft(command: ProgrammeCommandOf<'DraftProgramme'>, state: ProgrammeState): ProgrammeDecision {
  const { content } = command.data
  const { programmeId } = command
  if (content.rules.programmeId !== programmeId) {
    return refuseProgramme('rules-other-programme', { programmeId, named: content.rules.programmeId })
  }
  if (state.status === 'absent') return accept([{ type: 'ProgrammeDrafted', data: { content } }])
  if (isSame(content, state)) return accept([])
  if (state.status === 'open') return refuseProgramme('programme-exists', { programmeId })
  return accept([{ type: 'ProgrammeDrafted', data: { content } }])
}

function changeRules(command: ProgrammeCommandOf<'ChangeRules'>, state: Programme): ProgrammeDecision {
  const { content, reasons, accepted } = command.data
  const { programmeId, version } = content.rules
  if (programmeId !== state.programmeId) {
    return refuseProgramme('rules-other-programme', { programmeId: state.programmeId, named: programmeId })
  }
  if (state.status === 'draft') return notOpen(state)
  if (isSame(content, state)) return accept([])
  const next = state.rules.version + 1
  if (version !== next) return refuseProgramme('rules-not-next', { version, next })
  const known = [...state.accepted, ...accepted]
  return (
    notReady(content, known, accepted) ??
    accept([{ type: 'RulesChanged', data: { content, reasons, accepted } }])
  )
}

function openProgramme(command: ProgrammeCommandOf<'OpenProgramme'>, state: Programme): ProgrammeDecision {
  if (state.status === 'open') return accept([])
  const { accepted } = command.data
  return notReady(state, accepted, accepted) ?? accept([{ type: 'ProgrammeOpened', data: { accepted } }])
}

/** Every gap is mended or accepted with its reason; and what is accepted is a gap. */
function notReady(
  { rules }: ProgrammeContent,
  accepted: readonly AcceptedGap[],
  named: readonly AcceptedGap[],
): Refused<ProgrammeRefusal> | undefined {
  const found = selfCheck(rules).map(({ check }) => check)
  const idle = named.find(({ check }) => !found.includes(check))
  if (idle !== undefined) {
    return refuseProgramme('gap-not-found', { check: idle.check, found: found.join(', ') || '—' })
  }
  const open = found.filter((check) => !accepted.some((one) => one.check === check))
  if (open.length === 0) return undefined
  return refuseProgramme('programme-not-ready', { count: open.length, gaps: open.join(', ') })
}

function isSame(content: ProgrammeContent, { title, fund, facts, priorities, rules }: Programme): boolean {
  const before = { title, ...(fund !== undefined && { fund }), facts, priorities, rules }
  return inKeyOrder(content) === inKeyOrder(before)
}
