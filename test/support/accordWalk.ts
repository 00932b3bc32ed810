import fc from 'fast-check'
import type { AccordCommand, CommandOf, CommandType } from '../../domain/accord/commands.ts'
import { owner } from '../../domain/accord/notices.ts'
import type { Actor } from '../../domain/accord/parts.ts'
import { type AccordState, nextDue, type PhaseName } from '../../domain/accord/state.ts'
import type { AccordContext, ExtensionRules, ProgrammeRules, TermName } from '../../domain/accord/terms.ts'
import { justAfter } from '../../domain/accord/timer.ts'
import { type Instant, instantAt, localDateOf } from '../../domain/time/instant.ts'
import { addDays, type LocalDate, localDate } from '../../domain/time/localDate.ts'
import { commandTypes } from '../../schemas/commands.ts'
import {
  accordId,
  auditor,
  context,
  euro,
  ministry,
  neighbour,
  plan,
  region,
  rules,
  scheduler,
  zone,
} from './fixtures.ts'

/** One step of a random life: what to try, by whom, and how far the clock goes, sometimes backwards. */
export interface Step {
  readonly sensible: boolean
  readonly pick: number
  readonly actor: number
  readonly days: number
  readonly datedBefore: number
  readonly precision: 'day' | 'month' | 'year'
  readonly shift: number
  readonly name: number
  readonly lastInstant: boolean
}

export interface Walk {
  readonly startsOn: LocalDate
  readonly rules: ProgrammeRules
  readonly steps: readonly Step[]
}

const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other })

const step: fc.Arbitrary<Step> = fc.record({
  sensible: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
  pick: fc.nat(1000),
  actor: mostly(fc.constant(0), fc.integer({ min: 1, max: 5 })),
  days: mostly(fc.integer({ min: 0, max: 45 }), fc.integer({ min: -400, max: 400 })),
  datedBefore: mostly(fc.constant(0), fc.integer({ min: -60, max: 400 })),
  precision: mostly(fc.constant('day' as const), fc.constantFrom('month' as const, 'year' as const)),
  shift: fc.integer({ min: -40, max: 120 }),
  name: fc.nat(1000),
  lastInstant: fc.boolean(),
})

const limits: fc.Arbitrary<ExtensionRules> = fc.record(
  {
    noticeDays: fc.integer({ min: 1, max: 90 }),
    cap: fc.constantFrom(localDate('2019-06-30'), localDate('2021-12-31')),
    most: fc.integer({ min: 1, max: 3 }),
    whenUndecided: fc.constantFrom('refused' as const, 'granted' as const),
    citation: fc.constant('limiti di prova'),
  },
  { requiredKeys: ['citation'] },
)

const programme: fc.Arbitrary<ProgrammeRules> = fc
  .record({
    policy: fc.constantFrom('CC', 'SAT', 'EU', 'NONE'),
    calendarId: fc.constantFrom('IT', 'IT-ROMA'),
    extensions: fc.option(limits, { nil: undefined }),
    without: mostly<TermName[]>(fc.constant([]), fc.subarray(Object.keys(rules.terms) as TermName[])),
  })
  .map(({ policy, calendarId, extensions, without }) => {
    const kept = Object.entries(rules.terms).filter(([name]) => !without.some((left) => left === name))
    const terms = Object.fromEntries(kept)
    return { ...rules, policy, calendarId, terms, ...(extensions && { extensions }) }
  })

export const walks: fc.Arbitrary<Walk> = fc.record({
  startsOn: mostly(
    fc.constant(localDate('2018-01-08')),
    fc.constantFrom(localDate('1900-01-01'), localDate('2099-10-01')),
  ),
  rules: programme,
  steps: fc.array(step, { minLength: 1, maxLength: 60, size: 'max' }),
})

/** New calendars come out when a life is half lived: a day in five of every month is closed from then on. */
export const newVersion = '2030-01-01'
const newFeasts = Array.from({ length: 12 * 5 }, (_, index) => ({
  name: 'Festa di prova',
  rule: { month: (index % 12) + 1, day: 5 * Math.floor(index / 12) + 3 },
  law: 'l. di prova',
  periods: [{}],
}))
export const newCalendars = Object.fromEntries(
  Object.entries(context.calendars).map(([id, calendar]) => [
    id,
    { ...calendar, version: newVersion, holidays: [...calendar.holidays, ...newFeasts] },
  ]),
)

export function contextOf(walk: Walk, place: number): AccordContext {
  const calendars = place * 2 < walk.steps.length ? context.calendars : newCalendars
  return { calendars, programmes: { prova: walk.rules } }
}

/** What moves an accord on from each phase; anything else is tried as well, as nonsense. */
const onwards: Record<PhaseName | 'absent', readonly CommandType[]> = {
  absent: ['ProposeAccord'],
  proposed: ['SignAccord', 'SignAccord', 'RecordRegionalAct', 'PassDeadline'],
  inForce: ['SubmitPlan', 'PayAdvance', 'RecordRegionalAct', 'PassDeadline'],
  planUnderReview: [
    'ApprovePlan',
    'ApprovePlan',
    'RequestPlanIntegration',
    'ReturnPlan',
    'StartAction',
    'PassDeadline',
  ],
  planIntegration: ['SupplyPlanIntegration', 'PassDeadline', 'ApprovePlan', 'SignalMilestone'],
  planReturned: ['SubmitPlan', 'PassDeadline', 'SignalMilestone'],
  underway: [
    'ApplyCalendar',
    ...(['StartAction', 'SignalMilestone', 'CompleteAction', 'MeetPlanCondition', 'EndActivities'] as const),
    ...([
      'RequestExtension',
      'GrantExtension',
      'RefuseExtension',
      'RevokeExtension',
      'PassDeadline',
    ] as const),
  ],
  activitiesEnded: [
    'ApplyCalendar',
    ...(['SubmitFinalReport', 'SubmitFinalReport', 'RequestExtension', 'GrantExtension'] as const),
    ...(['RefuseExtension', 'RevokeExtension', 'PassDeadline', 'CompleteAction'] as const),
  ],
  reportUnderReview: ['ApproveFinalReport', 'RequestReportIntegration', 'ReturnFinalReport', 'PassDeadline'],
  reportIntegration: ['SupplyReportIntegration', 'PassDeadline', 'ApproveFinalReport'],
  reportReturned: ['SubmitFinalReport', 'PassDeadline'],
  reportApproved: ['PayBalance', 'MeetPlanCondition', 'MeetPlanCondition', 'ConcludeAccord', 'PassDeadline'],
  concluded: commandTypes,
}

const at = <T>(choices: readonly T[], index: number): T => {
  const choice = choices[index % choices.length]
  if (choice === undefined) throw new Error('nothing to choose from')
  return choice
}

/** A day that somebody can write in. */
export function written(date: LocalDate): LocalDate {
  if (date > '2099-12-31') return localDate('2099-12-31')
  return date < '1900-01-02' ? localDate('1900-01-02') : date
}

/** The command that a step tries on the accord as it stands, and the day that it leaves on the clock. */
export function commandOf(step: Step, state: AccordState, today: LocalDate): AccordCommand {
  const type = at(step.sensible ? onwards[state.phase] : commandTypes, step.pick)
  const data = dataOf(type, step, state, today)
  const command = { type, commandId: `c-${state.version}`, accordId, data } as CommandOf<CommandType>
  const usual = { ministry, region, scheduler }[owner(command as AccordCommand)]
  const actor: Actor = at([usual, ministry, region, neighbour, scheduler, auditor], step.actor)
  const receivedAt = receipt(type, step, state, today)
  const on = {
    date: written(addDays(localDateOf(receivedAt, zone), -step.datedBefore)),
    precision: step.precision,
    assumed: false,
  }
  const citation = step.name % 2 === 0 ? { citation: { source: 'nota' } } : {}
  return { ...command, act: { on, receivedAt, actor, ...citation, documents: [] } } as AccordCommand
}

/** Half of the timers fire when they should; half of the acts come at the last instant of what is due next. */
function receipt(type: CommandType, step: Step, state: AccordState, today: LocalDate): Instant {
  const due = nextDue(state)
  if (due !== undefined && step.lastInstant) {
    if (type === 'PassDeadline') return justAfter(due.passesAt)
    if (step.name % 4 === 0 && due.passesAt < '2099') return due.passesAt
  }
  return instantAt(today, '10:00', zone)
}

const ids = ['a', 'b', 'constructor', 'ignota']
const numerals = ['I', 'II', 'III']

function dataOf(type: CommandType, step: Step, state: AccordState, today: LocalDate): unknown {
  const { name, shift } = step
  const text = 'prova'
  switch (type) {
    case 'ProposeAccord': {
      const signBy = { date: written(addDays(today, Math.abs(shift))), time: '14:00' }
      return { programmeId: at(['prova', 'prova', 'constructor'], name), regionId: '10', title: text, signBy }
    }
    case 'SignAccord':
      return {
        party: at(['ministry', 'region'], name),
        kind: at(['digital', 'handwritten', 'unknown', 'digital'], step.pick),
        signerRef: 'firma',
      }
    case 'SubmitPlan':
      return planOf(step, today)
    case 'ApprovePlan': {
      const conditions = ids
        .slice(0, name % 3)
        .map((id) => ({ id, text, dueOn: written(addDays(today, shift)) }))
      return name % 5 === 0 ? { conditions, activitiesUntil: written(addDays(today, shift)) } : { conditions }
    }
    case 'RequestExtension':
    case 'GrantExtension':
      return { extensionId: at(ids, name), ...datesOf(step, state), reasons: text }
    case 'PassDeadline': {
      const due = nextDue(state)
      if (due === undefined || !step.lastInstant) return { deadlineId: at(ids, name), revision: 1 }
      return { deadlineId: due.id, revision: due.revision - (name % 7 === 0 ? 1 : 0) }
    }
    case 'PayAdvance':
    case 'PayBalance':
      return { amount: euro(name + 1) }
    case 'StartAction':
    case 'CompleteAction':
      return { numeral: at(numerals, name) }
    case 'MeetPlanCondition':
      return { conditionId: at(ids.slice(0, 3), name) }
    case 'SignalMilestone':
      return { milestoneId: at(['rete-attiva', 'sportelli', ...ids], name) }
    case 'ApplyCalendar':
      return { calendarVersion: at([newVersion, newVersion, '2031-01-01'], name), reasons: text }
    case 'RefuseExtension':
    case 'RevokeExtension':
      return { extensionId: at(ids, name), reasons: text }
    default:
      return simple[type]
  }
}

/** Commands whose data does not matter to any rule. */
const simple: Partial<Record<CommandType, object>> = {
  RecordRegionalAct: { title: 'DGR' },
  RequestPlanIntegration: { request: 'prova' },
  RequestReportIntegration: { request: 'prova' },
  SupplyPlanIntegration: { note: 'prova' },
  SupplyReportIntegration: { note: 'prova' },
  ReturnPlan: { reasons: 'prova' },
  ReturnFinalReport: { reasons: 'prova' },
  SubmitFinalReport: { title: 'Relazione' },
  EndActivities: {},
  ApproveFinalReport: {},
  ConcludeAccord: {},
}

/** The fixture's plan, with its end moved or left out; one in eight has something wrong with it. */
function planOf({ name, shift }: Step, today: LocalDate) {
  const { activitiesUntil: _, ...open } = plan
  const dated = name % 3 === 0 ? open : { ...open, activitiesUntil: written(addDays(today, 60 + shift)) }
  const third = { numeral: 'III', title: 'Formazione', milestones: [] }
  const actions = name % 4 === 0 ? [...plan.actions, third] : plan.actions
  if (name % 8 === 7) return { ...dated, sections: plan.sections.slice(name % 3) }
  return { ...dated, actions: name % 16 === 5 ? plan.actions.slice(1) : actions }
}

/** Dates around those that the accord has now; one in eight does not fit its scope. */
function datesOf({ name, shift, pick }: Step, state: AccordState) {
  const scope = at(['activities', 'finalReport', 'both'] as const, pick)
  const around = (kind: 'activities' | 'finalReport') => {
    const now = state.phase === 'absent' ? undefined : state.obligations[kind]?.nominal
    return written(addDays(now ?? localDate('2018-12-31'), name % 32 === 9 ? 40_000 : shift))
  }
  const activities = scope === 'finalReport' ? {} : { activities: around('activities') }
  const finalReport = scope === 'activities' ? {} : { finalReport: around('finalReport') }
  return { scope: name % 8 === 7 ? ('both' as const) : scope, until: { ...activities, ...finalReport } }
}
