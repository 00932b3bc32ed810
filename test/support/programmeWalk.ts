import fc from 'fast-check'
import { entry } from '../../domain/accord/state.ts'
import type { ProgrammeCommand } from '../../domain/programme/commands.ts'
import { decideProgramme, type ProgrammeContext } from '../../domain/programme/decide.ts'
import type { ProgrammeEvent } from '../../domain/programme/events.ts'
import { initialProgramme, type ProgrammeState, remaining } from '../../domain/programme/state.ts'
import { localDate } from '../../domain/time/localDate.ts'
import { ask, content, recorded } from './programmeCases.ts'

/** One step of the random life of a programme: what to try, on which of two acts, and how many accords at once. */
export interface ProgrammeStep {
  readonly pick: number
  readonly act: 'proroga' | 'constructor'
  readonly accords: number
  readonly outcome: 'applied' | 'skipped' | 'failed'
  readonly context: ProgrammeContext
}

const context: fc.Arbitrary<ProgrammeContext> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      cohort: fc.record({ chosen: fc.nat(4), excluded: fc.nat(2), idle: fc.constant([]) }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ overlaps: [{ actId: 'altra', accords: 2 }] }) },
  { weight: 1, arbitrary: fc.constant({ cohort: { chosen: 1, excluded: 0, idle: ['ignota'] } }) },
)

export const programmeLives: fc.Arbitrary<readonly ProgrammeStep[]> = fc.array(
  fc.record({
    pick: fc.nat(1_000),
    act: fc.constantFrom('proroga' as const, 'constructor' as const),
    accords: fc.nat(4),
    outcome: fc.constantFrom('applied' as const, 'skipped' as const, 'failed' as const),
    context,
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
)

const gap = [{ check: 'no-deciding-office', reason: 'ogni ufficio decide' }]
const undecided = content({ extensions: { citation: 'prova' } })

/** Mostly what leads on from there; now and then anything. */
export function programmeCommandOf(step: ProgrammeStep, state: ProgrammeState): ProgrammeCommand {
  const { act: actId, pick } = step
  const nextRules = state.status === 'absent' ? 1 : state.rules.version + 1
  const choices = {
    draft: () => ask('DraftProgramme', { content: pick % 3 === 0 ? undecided : content() }),
    open: () => ask('OpenProgramme', { accepted: pick % 2 === 0 ? gap : [] }),
    change: () =>
      ask('ChangeRules', {
        content: content({ version: nextRules + (pick % 5 === 0 ? 1 : 0) }),
        ...{ reasons: 'convenzione', accepted: [] },
      }),
    start: () => ask('StartCollectiveAct', { actId, body: bodyOf(pick), cohort: {}, reasons: 'richiesta' }),
    record: () => outcomesOf(step, state),
    stop: () => ask('StopCollectiveAct', { actId, reasons: 'errore' }),
    resume: () => ask('ResumeCollectiveAct', { actId }),
    retry: () => ask('RetryCollectiveAct', { actId }),
    revoke: () => ask('RevokeCollectiveAct', { actId, reasons: 'annullata' }),
  }
  const act = state.status === 'absent' ? undefined : entry(state.acts, actId)
  const onwards = {
    ...{ absent: ['draft'], draft: ['open', 'open', 'draft'], open: ['start', 'start', 'change'] },
    ...{ running: ['record', 'record', 'record', 'stop'], stopped: ['resume', 'resume', 'record', 'revoke'] },
    ...{ completed: ['retry', 'revoke', 'retry', 'change'], revoked: ['retry', 'start'] },
  } as const satisfies Record<string, readonly (keyof typeof choices)[]>
  const all = Object.keys(choices) as (keyof typeof choices)[]
  const names: readonly (keyof typeof choices)[] = pick % 4 === 0 ? all : onwards[act?.status ?? state.status]
  const name = names[(pick >> 2) % names.length]
  if (name === undefined) throw new Error('nothing to choose from')
  return choices[name]()
}

function bodyOf(pick: number) {
  if (pick % 7 === 0) return { kind: 'suspension', from: localDate('2020-02-23') } as const
  const until = pick % 11 === 0 ? {} : { activities: localDate('2018-12-31') }
  return { kind: 'extension', scope: 'activities', until } as const
}

/** Half of the reports say what became of all that is left. */
function outcomesOf({ act: actId, accords, outcome, pick }: ProgrammeStep, state: ProgrammeState) {
  const act = state.status === 'absent' ? undefined : entry(state.acts, actId)
  const count = act !== undefined && pick % 2 === 0 ? remaining(act) : accords
  const outcomes = Array.from({ length: count }, (_, index) => ({ accordId: `a-${pick}-${index}`, outcome }))
  return ask('RecordOutcomes', { actId, way: act?.way ?? 'apply', outcomes })
}

/** What each step did: nothing where it was refused. */
export interface Lived {
  readonly command: ProgrammeCommand
  readonly context: ProgrammeContext
  readonly before: ProgrammeState
  readonly after: ProgrammeState
  readonly events: readonly ProgrammeEvent[]
  readonly refusal?: string
}

export function liveProgramme(steps: readonly ProgrammeStep[]): Lived[] {
  let state: ProgrammeState = initialProgramme
  return steps.map((step) => {
    const [before, command] = [state, programmeCommandOf(step, state)]
    const decision = decideProgramme(command, before, step.context)
    if (decision.outcome === 'refused') {
      const refusal = decision.refusal.code
      return { command, context: step.context, before, after: before, events: [], refusal }
    }
    const { events } = decision
    state = recorded(before, command, events)
    return { command, context: step.context, before, after: state, events }
  })
}
