import type { Act } from '../../domain/accord/parts.ts'
import type { ProgrammeRules } from '../../domain/accord/terms.ts'
import { fold } from '../../domain/decider.ts'
import type {
  ProgrammeCommand,
  ProgrammeCommands,
  ProgrammeCommandType,
} from '../../domain/programme/commands.ts'
import { decideProgramme, type ProgrammeContext } from '../../domain/programme/decide.ts'
import type { RecordedProgrammeEvent } from '../../domain/programme/events.ts'
import { evolveProgramme } from '../../domain/programme/evolve.ts'
import type { ProgrammeContent } from '../../domain/programme/parts.ts'
import { initialProgramme, type ProgrammeState } from '../../domain/programme/state.ts'
import { instant } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { rules } from './fixtures.ts'

const receivedAt = instant('2018-01-15T09:00:00.000Z')
export const ministryAct: Act = {
  on: { date: localDate('2018-01-15'), precision: 'day', assumed: false },
  receivedAt,
  actor: { role: 'ministry', id: 'dg-prova' },
  documents: [],
}

/** Rules with which a programme opens at once: every term, and an office that decides. */
export const wholeRules: ProgrammeRules = {
  ...rules,
  terms: {
    ...rules.terms,
    activities: { period: rules.terms.plan?.period ?? ('P60D' as never), citation: 'prova', assumed: false },
  },
  extensions: { decidedBy: ['dg-prova'], citation: 'prova' },
}

export const content = (change: Partial<ProgrammeRules> = {}): ProgrammeContent => ({
  title: 'Programma di prova',
  facts: [],
  priorities: [],
  rules: { ...wholeRules, ...change },
})

let made = 0

export function ask<T extends ProgrammeCommandType>(
  type: T,
  data: ProgrammeCommands[T],
  act: Partial<Act> = {},
): ProgrammeCommand {
  made += 1
  const actor = type === 'RecordOutcomes' ? { role: 'scheduler', id: 'atti-collettivi' } : ministryAct.actor
  return {
    ...{ type, data, commandId: `c${made}`, programmeId: 'prova' },
    act: { ...ministryAct, actor, ...act },
  } as ProgrammeCommand
}

/** The state a history leaves; throws where a command of it is refused. */
export function programmeAfter(
  history: readonly ProgrammeCommand[],
  context: ProgrammeContext = {},
): ProgrammeState {
  return history.reduce<ProgrammeState>((state, command) => {
    const decision = decideProgramme(command, state, context)
    if (decision.outcome === 'refused') throw new Error(JSON.stringify(decision.refusal))
    return recorded(state, command, decision.events)
  }, initialProgramme)
}

export function recorded(
  state: ProgrammeState,
  { programmeId, commandId, act }: ProgrammeCommand,
  events: readonly { readonly type: string }[],
): ProgrammeState {
  const stored = events.map((event, index) => ({
    ...event,
    ...{ programmeId, commandId, act, recordedAt: receivedAt, version: state.version + index + 1 },
  }))
  return fold(evolveProgramme, state, stored as unknown as RecordedProgrammeEvent[])
}

export const opened = [ask('DraftProgramme', { content: content() }), ask('OpenProgramme', { accepted: [] })]

export const start = (actId = 'proroga-2018') =>
  ask('StartCollectiveAct', {
    actId,
    body: { kind: 'extension', scope: 'activities', until: { activities: localDate('2018-12-31') } },
    cohort: {},
    reasons: 'richiesta unanime delle Regioni',
  })

export const three: ProgrammeContext = { cohort: { chosen: 3, excluded: 0, idle: [] } }

export const outcomes = (way: 'apply' | 'revoke', ...list: readonly ('applied' | 'skipped' | 'failed')[]) =>
  ask('RecordOutcomes', {
    ...{ actId: 'proroga-2018', way },
    outcomes: list.map((outcome, index) => ({ accordId: `accordo-${made}-${index}`, outcome })),
  })
